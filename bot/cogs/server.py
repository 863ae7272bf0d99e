"""A server's own settings, for those who may manage it."""

from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.conversation.interactions import tell
from bot.conversation.sending import defer, finish
from bot.desk.desk import DeskBot, Interaction
from bot.desk.visit import visit_of
from bot.messages.settings_panel import settings_view


class Server(commands.Cog):
    """Settings that hold for one server."""

    def __init__(self, bot: DeskBot) -> None:
        self.bot = bot

    @app_commands.command(
        name=locale_str("settings"),
        description=locale_str("Where and how I answer on this server"),
    )
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.allowed_installs(guilds=True, users=False)
    @app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
    async def settings(self, interaction: Interaction) -> None:
        """Show the settings with the controls that change them."""
        visit = await visit_of(interaction)
        voice = visit.voice
        if not interaction.permissions.manage_guild:  # the default may have been changed
            await tell(interaction, voice("settings.denied"))
            return
        await defer(interaction, private=True)
        view = settings_view(interaction.guild, visit.rules, self.bot.desk.voices, voice)
        await finish(interaction, (view,), private=True)
