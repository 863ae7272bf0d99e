"""Forgetting: at once when a person asks, and logged questions when their time is up."""

from datetime import timedelta

import discord
import structlog
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands, tasks

from bot.cogs.question_options import anywhere
from bot.conversation.responding import said
from bot.conversation.sending import defer, finish
from bot.desk.desk import DeskBot, Interaction
from bot.desk.visit import visit_of

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Privacy(commands.Cog):
    """What is kept about people goes away again."""

    def __init__(self, bot: DeskBot) -> None:
        self.bot = bot

    async def cog_load(self) -> None:
        """Questions of a log that has been switched off meanwhile are dropped as well."""
        self.drop_old_questions.start()

    async def cog_unload(self) -> None:
        self.drop_old_questions.cancel()

    @tasks.loop(hours=6)
    async def drop_old_questions(self) -> None:
        """Delete logged questions after the days that the settings name."""
        kept = timedelta(days=self.bot.desk.settings.log_retention_days)
        try:
            dropped = await self.bot.desk.records.drop_questions(discord.utils.utcnow() - kept)
        except Exception:  # noqa: BLE001 - logged; an error that gets out ends the loop for good
            _log.exception("questions.not_dropped")
            return
        if dropped:
            _log.info("questions.dropped", questions=dropped)

    @app_commands.command(
        name=locale_str("forget-me"),
        description=locale_str("Delete your votes and whatever is kept of your questions"),
    )
    @anywhere
    async def forget_me(self, interaction: Interaction) -> None:
        """Delete what is kept about whoever asks."""
        voice = (await visit_of(interaction)).voice
        await defer(interaction, private=True)
        desk, person = self.bot.desk, interaction.user.id
        desk.tongues.forget(person)
        forgotten = await desk.records.forget(str(person))
        text = voice(
            "forget.done",
            votes=voice.count("forget.votes", forgotten.votes),
            questions=voice.count("forget.questions", forgotten.questions),
            watches=voice.count("forget.watches", forgotten.watches),
        )
        await finish(interaction, (said(text),), private=True)
