"""A visit: who uses the bot in one interaction or message, by which rules and in which words."""

from dataclasses import dataclass

import discord

from bot.desk.desk import Desk, Interaction
from bot.desk.rules import Rules
from bot.wording.voice import Voice


@dataclass(frozen=True, slots=True)
class Visit:
    """Made once for each interaction and each message. ``guild`` is the server's id, if any."""

    rules: Rules
    voice: Voice
    person: int
    guild: int | None = None


async def visit_of(interaction: Interaction) -> Visit:
    """The visit of whoever uses a command, a button, a menu or a form."""
    rules = await interaction.client.desk.rules(interaction.guild_id)
    voice = voice_for(interaction, rules)
    return Visit(rules, voice, interaction.user.id, interaction.guild_id)


async def visit_by(message: discord.Message, desk: Desk) -> Visit:
    """The visit of whoever wrote; Discord does not tell a person's language with a message."""
    guild = message.guild
    rules = await desk.rules(guild.id if guild else None)
    voice = desk.voices.find(rules.language, guild.preferred_locale.value if guild else None)
    return Visit(rules, voice, message.author.id, guild.id if guild else None)


def voice_for(interaction: Interaction, rules: Rules) -> Voice:
    """The server's language if it has set one, else the person's, else the server's own."""
    guild_locale = interaction.guild_locale
    return interaction.client.desk.voices.find(
        rules.language, interaction.locale.value, guild_locale.value if guild_locale else None
    )
