"""What people made of the answers, for the bot's owners and those the operator names."""

from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.cogs.question_options import anywhere
from bot.conversation.admitting import admitted
from bot.conversation.sending import defer, finish
from bot.desk.desk import DeskBot, Interaction
from bot.messages.feedback_cards import feedback_view


class Feedback(commands.Cog):
    """Votes, and questions that are kept, are read here."""

    def __init__(self, bot: DeskBot) -> None:
        self.bot = bot

    @app_commands.command(
        name=locale_str("feedback"),
        description=locale_str(
            "Which passages were found not useful, and which questions found nothing"
        ),
    )
    @app_commands.default_permissions(manage_guild=True)
    @anywhere
    async def feedback(self, interaction: Interaction) -> None:
        """Show what to fix: passages that did not help, and questions without an answer."""
        voice = await admitted(interaction, "feedback")
        if voice is None:
            return
        await defer(interaction, private=True)
        view = await feedback_view(self.bot.desk, voice)
        await finish(interaction, (view,), private=True)
