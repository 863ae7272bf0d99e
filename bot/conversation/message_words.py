"""What a message says: read once, here."""

import re

import discord

_MARKUP = re.compile(r"<(?:[@#][!&]?\d+|a?:\w+:\d+|/[^>]+:\d+|t:-?\d+(?::\w)?)>")


def words_of(message: discord.Message) -> str:
    """What a message says, without mentions; of a link's preview where it says nothing else."""
    said_in = [message.content]
    if not message.content:
        said_in = [f"{embed.title or ''} {embed.description or ''}" for embed in message.embeds]
    return " ".join(_MARKUP.sub(" ", " ".join(said_in)).split())
