"""Asking by command, and looking up what somebody's message claims."""

from datetime import date

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.conversation.interactions import answer_interaction, tell
from bot.conversation.message_words import words_of
from bot.desk.custom_ids import Limits, tag
from bot.desk.desk import DeskBot, Interaction
from bot.desk.visit import visit_of
from bot.settings import MAX_QUESTION
from bot.wording.phrases import day
from bot.wording.voice import Voice
from corpus.dates import parse_when
from corpus.errors import DateError

_CHOICES = 25  # of an autocomplete
_CHOICE_LIMIT = 100
_WHEN = (
    *("today", "yesterday", "this_week", "last_week"),
    *("this_month", "last_month", "this_year", "last_year"),
)


class Ask(commands.Cog):
    """`/ask`, its completions, and **Find sources** on a message."""

    def __init__(self, bot: DeskBot) -> None:
        self.bot = bot
        menu = app_commands.ContextMenu(name=locale_str("Find sources"), callback=self.find)
        bot.tree.add_command(_everywhere(menu))

    @app_commands.command(
        name=locale_str("ask"),
        description=locale_str("Exact passages that answer a question, each with source and date"),
    )
    @app_commands.rename(
        question=locale_str("question"),
        source=locale_str("source"),
        since=locale_str("since"),
        until=locale_str("until"),
        private=locale_str("private"),
    )
    @app_commands.describe(
        question=locale_str("What you want to know, in the words an answer would use"),
        source=locale_str("Only this title, publisher or document"),
        since=locale_str("Published on or after: 2020-10-01, October 2020, last week"),
        until=locale_str("Published on or before: 2020-10-31, October 2020, yesterday"),
        private=locale_str("Show the answer to you alone"),
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def ask(
        self,
        interaction: Interaction,
        *,
        question: app_commands.Range[str, 1, MAX_QUESTION],
        source: str | None = None,
        since: str | None = None,
        until: str | None = None,
        private: bool | None = None,
    ) -> None:
        """Answer a question, restricted to a source and to days of publication if so wished."""
        visit = await visit_of(interaction)
        try:
            limits = Limits(
                since=_when(since, visit.voice, last=False),
                until=_when(until, visit.voice, last=True),
            )
        except ValueError as error:
            await tell(interaction, str(error))
            return
        await answer_interaction(
            interaction, visit, question, limits, source=source or "", private=private
        )

    @ask.autocomplete("source")
    async def _sources(
        self, interaction: Interaction, typed: str
    ) -> list[app_commands.Choice[str]]:
        visit = await visit_of(interaction)
        holdings = await self.bot.desk.holdings(visit.rules)
        await self.bot.desk.source_tags(visit.rules)
        held = [name for holding in holdings for name in holding.names]
        fitting = [name for name in dict.fromkeys(held) if typed.casefold() in name.casefold()]
        return [
            app_commands.Choice(
                name=visit.voice.clipped(name, _CHOICE_LIMIT - 2) or "–", value=_value(name)
            )
            for name in fitting[:_CHOICES]
        ]

    @ask.autocomplete("since")
    async def _since(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await self._days(interaction, typed, last=False)

    @ask.autocomplete("until")
    async def _until(self, interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
        return await self._days(interaction, typed, last=True)

    async def find(self, interaction: Interaction, message: discord.Message) -> None:
        """Look up passages for what a message claims, for the person who asks alone."""
        visit = await visit_of(interaction)
        text = words_of(message)
        if not text:
            await tell(interaction, visit.voice("refusal.no_text"))
            return
        await answer_interaction(interaction, visit, text, Limits(), private=True, claim=True)

    async def _days(
        self, interaction: Interaction, typed: str, *, last: bool
    ) -> list[app_commands.Choice[str]]:
        """What was typed, or plain words to pick from, each with the day it means."""
        voice = (await visit_of(interaction)).voice
        choices = []
        texts = (typed.strip(), *(voice(f"when.{when}") for when in _WHEN))
        for text in {text.casefold(): text for text in texts}.values():
            try:
                found = _when(text, voice, last=last)
            except ValueError:
                continue
            if found is not None and typed.strip().casefold() in text.casefold():
                name = f"{text} → {day(found, voice)}"[:_CHOICE_LIMIT]
                choices.append(app_commands.Choice(name=name, value=found.isoformat()))
        return choices[:_CHOICES]


def _everywhere(menu: app_commands.ContextMenu) -> app_commands.ContextMenu:
    menu.allowed_installs = app_commands.AppInstallationType(guild=True, user=True)
    menu.allowed_contexts = app_commands.AppCommandContext(
        guild=True, dm_channel=True, private_channel=True
    )
    return menu


def _when(text: str | None, voice: Voice, *, last: bool) -> date | None:
    """The first or last day that a text means; ``ValueError`` in the asker's language."""
    if not text or not text.strip():
        return None
    plain = {voice(f"when.{when}").casefold(): when.replace("_", " ") for when in _WHEN}
    typed = " ".join(text.split())
    try:
        span = parse_when(
            plain.get(typed.casefold().replace("'", "’"), typed),
            today=discord.utils.utcnow().date(),
        )
    except DateError as error:
        shown = voice.quoted(text[:_CHOICE_LIMIT])
        raise ValueError(voice("refusal.bad_date", text=shown)) from error
    return span[1] if last else span[0]


def _value(name: str) -> str:
    return name if len(name) <= _CHOICE_LIMIT else f"#{tag(name)}"
