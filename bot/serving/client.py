"""The Discord client: what it listens to, which commands and controls it has, and its manners."""

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.cogs.about import About
from bot.cogs.admin import Admin
from bot.cogs.ask import Ask
from bot.cogs.feedback import Feedback
from bot.cogs.findings import Findings
from bot.cogs.leaving import Leaving
from bot.cogs.listen import Listen
from bot.cogs.privacy import Privacy
from bot.cogs.server import Server
from bot.cogs.sources import Sources
from bot.cogs.watch import Watches
from bot.conversation.interactions import tell
from bot.conversation.sending import is_refusal
from bot.desk.desk import Desk, DeskBot
from bot.desk.visit import visit_of
from bot.presses import answers as answer_presses
from bot.presses import feedback as feedback_presses
from bot.presses import settings as settings_presses
from bot.presses import sources as source_presses
from bot.presses import turning as page_presses
from bot.presses.dispatch import apologise, pressable, refused_by_discord, submit
from bot.serving import connecting
from bot.serving.command_names import CommandTranslator
from bot.serving.command_sync import CommandSync
from bot.settings import Settings
from bot.wording.face import DISCORD
from bot.wording.voice import Voices
from index.library import Library
from index.store.records import Records

_PRESSES = (
    answer_presses,
    source_presses,
    settings_presses,
    feedback_presses,
    page_presses,
)
_COGS: tuple[type[commands.Cog], ...] = (
    *(Listen, Ask, Findings, Watches, Sources, Admin),
    *(Feedback, Server, About, Privacy, Leaving),
)
_NOT_OURS = (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch)

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Tree(app_commands.CommandTree[DeskBot]):
    """Commands whose failures are logged and told to whoever used them."""

    async def on_error(
        self, interaction: discord.Interaction[DeskBot], error: app_commands.AppCommandError, /
    ) -> None:
        if isinstance(error, _NOT_OURS):
            self.client.dispatch("unknown_command")
            if interaction.type is discord.InteractionType.application_command:
                visit = await visit_of(interaction)
                await tell(interaction, visit.voice("refusal.no_command"))
            return
        cause = getattr(error, "original", error)
        if isinstance(cause, discord.HTTPException) and is_refusal(cause):
            await refused_by_discord(interaction, (await visit_of(interaction)).voice, cause)
            return
        name = interaction.command.qualified_name if interaction.command else None
        _log.error("command.failed", command=name, exc_info=error)
        if interaction.type is discord.InteractionType.application_command:
            await apologise(interaction, (await visit_of(interaction)).voice)


class VerbatimBot(DeskBot):
    """The bot. What it works with is opened elsewhere and outlives it.

    It uses no privileged intent and keeps neither messages nor members in memory.
    """

    def __init__(self, *, library: Library, records: Records, settings: Settings) -> None:
        super().__init__(
            command_prefix=commands.when_mentioned,  # required, and never used: see on_message
            help_command=None,
            tree_cls=Tree,
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            allowed_mentions=discord.AllowedMentions.none(),
            shard_connect_timeout=connecting.PATIENCE,
        )
        self.desk = Desk(
            library=library, records=records, settings=settings, voices=Voices.load(DISCORD)
        )

    async def setup_hook(self) -> None:
        """Add commands and controls, and tell Discord of the commands if they have changed."""
        for cog in _COGS:
            await self.add_cog(cog(self))
        for actions in _PRESSES:
            self.add_dynamic_items(pressable(actions.ACTIONS))
        await self.tree.set_translator(CommandTranslator(self.desk.voices))
        await self.add_cog(CommandSync(self))

    async def on_message(self, message: discord.Message, /) -> None:
        """There are no prefix commands; questions in messages are the cog `Listen`'s."""

    async def on_interaction(self, interaction: discord.Interaction, /) -> None:
        """Forms are answered here; discord.py answers to commands and controls itself."""
        if interaction.type is discord.InteractionType.modal_submit:
            forms = {**source_presses.FORMS, **settings_presses.FORMS}
            await submit(forms, interaction)  # type: ignore[arg-type]
