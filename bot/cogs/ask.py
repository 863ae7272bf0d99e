"""Asking by command, and looking up what somebody's message claims."""

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.cogs.question_options import (
    CHOICE_LIMIT,
    anywhere,
    first_days,
    last_days,
    limits_of,
    renamed,
    source_choices,
    speaker_choices,
)
from bot.conversation.hearing import claimed_by
from bot.conversation.interactions import answer_interaction, tell
from bot.conversation.searching import RefusedError
from bot.desk.custom_ids import Limits
from bot.desk.desk import DeskBot, Interaction
from bot.desk.visit import visit_of
from bot.settings import MAX_QUESTION


class Ask(commands.Cog):
    """`/ask`, its completions, and **Find sources** on a message."""

    def __init__(self, bot: DeskBot) -> None:
        self.bot = bot
        menu = app_commands.ContextMenu(name=locale_str("Find sources"), callback=self.find)
        bot.tree.add_command(anywhere(menu))

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Learn what may be named as a source before anybody names one."""
        await self.bot.desk.note_sources(guild.id for guild in self.bot.guilds)

    @app_commands.command(
        name=locale_str("ask"),
        description=locale_str("Exact passages that answer a question, each with source and date"),
    )
    @renamed("question", "source", "since", "until", "who", "private")
    @app_commands.describe(
        question=locale_str("What you want to know, in the words an answer would use"),
        source=locale_str("Only this title, publisher or document"),
        since=locale_str("Published on or after: 2020-10-01, October 2020, last week"),
        until=locale_str("Published on or before: 2020-10-31, October 2020, yesterday"),
        who=locale_str("Only passages in which this person or body speaks"),
        private=locale_str("Show the answer to you alone"),
    )
    @app_commands.autocomplete(
        source=source_choices, since=first_days, until=last_days, who=speaker_choices
    )
    @anywhere
    async def ask(
        self,
        interaction: Interaction,
        *,
        question: app_commands.Range[str, 1, MAX_QUESTION],
        source: str | None = None,
        since: str | None = None,
        until: str | None = None,
        who: app_commands.Range[str, 1, CHOICE_LIMIT] | None = None,
        private: bool | None = None,
    ) -> None:
        """Answer a question, restricted to a source, days and a speaker if so wished."""
        visit = await visit_of(interaction)
        try:
            limits = limits_of(visit.voice, since=since, until=until)
        except RefusedError as error:
            await tell(interaction, str(error))
            return
        await answer_interaction(
            interaction,
            visit,
            question,
            limits,
            source=source or "",
            who=who or "",
            private=private,
        )

    async def find(self, interaction: Interaction, message: discord.Message) -> None:
        """Look up passages for what a message claims, for the person who asks alone."""
        visit = await visit_of(interaction)
        text = claimed_by(message, interaction.client.user, interaction.client.desk.voices)
        if not text:
            await tell(interaction, visit.voice("refusal.no_text"))
            return
        await answer_interaction(interaction, visit, text, Limits(), private=True, claim=True)
