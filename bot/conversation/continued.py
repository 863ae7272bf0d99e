"""Takes away the messages in which a passage went on, where the first now shows another."""

from collections.abc import AsyncIterator, Iterable
from contextlib import suppress

import discord

from bot.conversation.delivery import insist
from bot.desk.continuations import Delete
from bot.desk.desk import Interaction
from bot.messages.reading_back import texts_in
from bot.wording.markdown import subtext
from bot.wording.voice import Voices

_LOOKED_AT = 20  # messages after the first; others may have written in between


async def continuations_of(interaction: Interaction, number: int) -> list[Delete]:
    """How to delete what a message of ours, by its id, goes on in, as far as that can be known.

    What was sent in this process is known; what was sent before it is found in the channel.
    """
    noted = interaction.client.desk.continuations.taken(number)
    where = interaction.client.get_partial_messageable(interaction.channel_id or 0)
    desk, me = interaction.client.desk, interaction.client.user
    if noted or me is None:
        return noted
    return [message.delete async for message in continued_in(where, number, me, desk.voices)]


async def drop(deletes: Iterable[Delete]) -> None:
    """Delete messages, but those that are gone already, or are others' to delete."""
    for delete in deletes:
        with suppress(discord.HTTPException):
            await insist(delete)


def goes_on(shown: discord.Message, voices: Voices) -> bool:
    """Whether a message says, in any language of ours, that its passage goes on in the next."""
    marks = {subtext(voice("answer.continued")) for voice in voices.by_language.values()}
    return any(not marks.isdisjoint(each.splitlines()) for each in texts_in(shown)[1])


async def continued_in(
    channel: discord.abc.Messageable, number: int, me: discord.ClientUser, voices: Voices
) -> AsyncIterator[discord.Message]:
    """The continuations that stand after a message, up to our next message that is none."""
    after = discord.Object(number)
    try:
        async for message in channel.history(limit=_LOOKED_AT, after=after, oldest_first=True):
            if message.author.id != me.id:
                continue
            if not _continues(message, voices):
                return
            yield message
    except discord.HTTPException:
        return


def _continues(message: discord.Message, voices: Voices) -> bool:
    """Whether a message says first, in any language of ours, that it continues another."""
    _, shown = texts_in(message)
    for voice in voices.by_language.values():
        before, _, after = subtext(voice.words["answer.continues"]).partition("{title}")
        if shown and shown[0].startswith(before) and shown[0].endswith(after):
            return True
    return False
