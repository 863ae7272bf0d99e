"""The question of an earlier answer: repeated by it, or in the message that it replies to."""

import discord

from bot.conversation.delivery import insist
from bot.conversation.message_words import words_of
from bot.messages.reading_back import question_in


async def question_of(shown: discord.Message | None) -> str | None:
    """What was asked, to the letter; nothing where that message is gone or closed to the bot."""
    if shown is None:
        return None
    if (repeated := question_in(shown)) is not None:
        return repeated
    reference = shown.reference
    if reference is None or reference.message_id is None:
        return None
    asked, number = reference.resolved, reference.message_id
    if not isinstance(asked, discord.Message):
        try:
            asked = await insist(lambda: shown.channel.fetch_message(number))
        except discord.HTTPException:
            return None
    return words_of(asked) or None
