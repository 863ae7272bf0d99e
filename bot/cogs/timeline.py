"""The timeline of a question."""

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
from bot.conversation.findings import timeline_views
from bot.desk.desk import DeskBot, Interaction
from bot.settings import MAX_QUESTION


class Timelines(commands.Cog):
    """`/timeline` and its completions."""

    def __init__(self, bot: DeskBot) -> None:
        self.bot = bot

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
