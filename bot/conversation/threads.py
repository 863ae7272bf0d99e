"""A thread of its own for an answer, where a server wants one and Discord allows it."""

from typing import Final

import discord
import structlog

from bot.conversation.delivery import insist
from bot.conversation.sending import is_refusal
from bot.wording.names import plain

_NAME_LIMIT: Final = 100  # characters, of Discord
_HAS_ONE: Final = 160004  # Discord's JSON error code: a thread was made for this message before

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


async def opened_for(asked: discord.Message, words: str) -> discord.Thread | None:
    """A thread below a message, named by its words; none where none can or may be opened there."""
    channel, guild, name = asked.channel, asked.guild, plain(words)[:_NAME_LIMIT].strip()
    if guild is None or not isinstance(channel, discord.TextChannel) or not name:
        return None
    allowed = channel.permissions_for(guild.me)
    if not (allowed.create_public_threads and allowed.send_messages_in_threads):
        return None
    try:
        return await insist(lambda: asked.create_thread(name=name))
    except discord.HTTPException as error:
        if not is_refusal(error):
            raise
        _log.info("thread.refused", status=error.status, code=error.code)
        # Also where the first try had opened it, and the connection broke.
        return guild.get_thread(asked.id) if error.code == _HAS_ONE else None
