"""The question of an earlier answer: repeated by it, or in the message that it replies to."""

import discord

from bot.conversation.delivery import insist
from bot.conversation.hearing import points_up
from bot.conversation.message_words import words_of
from bot.messages.reading_back import earlier_in, question_in
from bot.wording.voice import Voices

_LOOKED_BACK = 10  # messages of a direct conversation
_CHAIN = 3  # replies to replies


async def answer_above(
    message: discord.Message, me: discord.ClientUser, voices: Voices
) -> discord.Message | None:
    """An answer of ours right above this one; nothing where there is none, or it is not shown.

    Where nobody else writes, it is the last one, whatever was said below it.
    """
    channel, guild = message.channel, message.guild
    if guild is not None and not channel.permissions_for(guild.me).read_message_history:
        return None
    most = _LOOKED_BACK if guild is None else 1
    try:
        async for above in channel.history(limit=most, before=message):
            if above.author.id == me.id and earlier_in(above, None, voices) is not None:
                return above
    except discord.HTTPException:
        pass
    return None


async def claim_meant(claim: discord.Message, voices: Voices) -> discord.Message:
    """Somebody's message, or where it only points at another, and so on, the one that says more."""
    for _ in range(_CHAIN):
        if not points_up(claim, voices) or (above := await _replied_to(claim)) is None:
            break
        claim = above
    return claim


async def question_of(shown: discord.Message | None) -> str | None:
    """What was asked, to the letter; nothing where that message is gone or closed to the bot."""
    if shown is None:
        return None
    if (repeated := question_in(shown)) is not None:
        return repeated
    asked = await _replied_to(shown)
    return (words_of(asked) or None) if asked is not None else None


async def _replied_to(message: discord.Message) -> discord.Message | None:
    """The message that this one replies to; nothing where it is gone or closed to the bot."""
    reference = message.reference
    if reference is None or reference.message_id is None:
        return None
    asked, number = reference.resolved, reference.message_id
    if isinstance(asked, discord.Message):
        return asked
    try:
        return await insist(lambda: message.channel.fetch_message(number))
    except discord.HTTPException:
        return None
