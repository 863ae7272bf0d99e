"""The timeline of a question."""

from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.cogs.question_options import Choices, day_choices, show_found, source_choices
from bot.conversation.timelines import timeline_views
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
    @app_commands.rename(
        question=locale_str("question"),
        source=locale_str("source"),
        since=locale_str("since"),
        until=locale_str("until"),
    )
    @app_commands.describe(
        question=locale_str("What you want to know, in the words an answer would use"),
        source=locale_str("Only this title, publisher or document"),
        since=locale_str("Dated on or after: 2020-10-01, October 2020, last week"),
        until=locale_str("Dated on or before: 2020-10-31, October 2020, yesterday"),
    )
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
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

    @timeline.autocomplete("source")
    async def _sources(self, interaction: Interaction, typed: str) -> Choices:
        return await source_choices(interaction, typed)

    @timeline.autocomplete("since")
    async def _since(self, interaction: Interaction, typed: str) -> Choices:
        return await day_choices(interaction, typed, last=False)

    @timeline.autocomplete("until")
    async def _until(self, interaction: Interaction, typed: str) -> Choices:
        return await day_choices(interaction, typed, last=True)
