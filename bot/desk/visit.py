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
    """The visit of whoever uses a command, a button, a menu or a form; nothing is waited for."""
    desk = interaction.client.desk
    desk.tongues.note(interaction.user.id, interaction.locale.value)
    rules = await desk.rules(interaction.guild_id)
    voice = voice_for(interaction, rules)
    return Visit(rules, voice, interaction.user.id, interaction.guild_id)


async def visit_by(message: discord.Message, desk: Desk) -> Visit:
    """The visit of whoever wrote: in a server in its language, else in the person's, if known."""
    guild, person = message.guild, message.author.id
    rules = await desk.rules(guild.id if guild else None)
    language = guild.preferred_locale.value if guild else desk.tongues.of(person)
    voice = desk.voices.find(rules.language, language)
    return Visit(rules, voice, person, guild.id if guild else None)


def voice_for(interaction: Interaction, rules: Rules) -> Voice:
    """The server's language if it has set one, else the person's, else the server's own."""
    guild_locale = interaction.guild_locale
    return interaction.client.desk.voices.find(
        rules.language, interaction.locale.value, guild_locale.value if guild_locale else None
    )
