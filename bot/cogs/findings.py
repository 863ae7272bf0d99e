"""The timeline of a question, and the sides of a claim, typed or standing in a message."""

import discord
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.cogs.question_options import (
    anywhere,
    first_days,
    last_days,
    renamed,
    show_found,
    source_choices,
)
from bot.conversation.findings import sides_views, timeline_views
from bot.conversation.hearing import claimed_by
from bot.conversation.interactions import stopped, tell
from bot.conversation.searching import Request
from bot.conversation.sending import defer, finish
from bot.desk.desk import DeskBot, Interaction
from bot.desk.visit import visit_of
from bot.settings import MAX_QUESTION


class Findings(commands.Cog):
    """`/timeline`, `/sides`, and **Who denies this?** on a message."""

    def __init__(self, bot: DeskBot) -> None:
        self.bot = bot
        menu = app_commands.ContextMenu(name=locale_str("Who denies this?"), callback=self.deny)
        bot.tree.add_command(anywhere(menu))

    @app_commands.command(
        name=locale_str("timeline"),
        description=locale_str("Who said what when: the passages on a question, oldest first"),
    )
    @renamed("question", "source", "since", "until")
    @app_commands.describe(
        question=locale_str("What you want to know, in the words an answer would use"),
        source=locale_str("Only this title, publisher or document"),
        since=locale_str("Dated on or after: 2020-10-01, October 2020, last week"),
        until=locale_str("Dated on or before: 2020-10-31, October 2020, yesterday"),
    )
    @app_commands.autocomplete(source=source_choices, since=first_days, until=last_days)
    @anywhere
    async def timeline(
        self,
        interaction: Interaction,
        *,
        question: app_commands.Range[str, 1, MAX_QUESTION],
        source: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> None:
        """Show the lines of a question, restricted to a source and to their days if so wished."""
        await show_found(
            interaction, question, timeline_views, source=source, since=since, until=until
        )

    @app_commands.command(
        name=locale_str("sides"),
        description=locale_str("Who denies a claim, who confirms it: sentences by their words"),
    )
    @renamed("claim", "source", "since", "until")
    @app_commands.describe(
        claim=locale_str("What is said to be so, in plain words"),
        source=locale_str("Only this title, publisher or document"),
        since=locale_str("Published on or after: 2020-10-01, October 2020, last week"),
        until=locale_str("Published on or before: 2020-10-31, October 2020, yesterday"),
    )
    @app_commands.autocomplete(source=source_choices, since=first_days, until=last_days)
    @anywhere
    async def sides(
        self,
        interaction: Interaction,
        *,
        claim: app_commands.Range[str, 1, MAX_QUESTION],
        source: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> None:
        """Sort what is said of a claim, within a source and days of publication if so wished."""
        await show_found(interaction, claim, sides_views, source=source, since=since, until=until)

    async def deny(self, interaction: Interaction, message: discord.Message) -> None:
        """The sides of what a message claims, for the person who asks alone."""
        visit = await visit_of(interaction)
        text = claimed_by(message, interaction.client.user, interaction.client.desk.voices)
        if not text:
            await tell(interaction, visit.voice("refusal.no_text"))
            return
        if await stopped(interaction, visit):
            return
        await defer(interaction, private=True)
        views = await sides_views(self.bot.desk, Request(text, visit, claim=True))
        await finish(interaction, views, private=True)
