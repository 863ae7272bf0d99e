"""Which messages have been answered by what, so that an edit changes the answer.

What was answered before a restart is found again below the question, if it stands there.
"""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import discord

from bot.conversation.continued import continued_in, goes_on
from bot.conversation.sending import Sent, partial
from bot.wording.voice import Voices

_LOOKED_AT = 50  # messages after a question
_KEPT = 2_000  # messages; an edit of an older one is not heard anyway


@dataclass(slots=True)
class Exchange:
    """A message by a checksum of its words, and what was sent in answer to it.

    ``gone`` is set when its writer, or a moderator, has deleted it.
    """

    checksum: bytes = b""
    gone: bool = False
    sent: Sent = field(default_factory=Sent)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)


class Answered:
    """The newest exchanges, in memory only and without a word of what was said."""

    def __init__(self) -> None:
        self._exchanges: OrderedDict[int, Exchange] = OrderedDict()

    def __contains__(self, message: int) -> bool:
        return message in self._exchanges

    def deleted(self, message: int) -> None:
        if message in self._exchanges:
            self._exchanges[message].gone = True

    @asynccontextmanager
    async def exchange(self, message: int, words: str) -> AsyncIterator[Exchange | None]:
        """The exchange to carry on, one at a time; ``None`` where these words were answered."""
        exchange = self._exchanges.setdefault(message, Exchange())
        while len(self._exchanges) > _KEPT:
            self._exchanges.popitem(last=False)
        async with exchange.lock:
            checksum = hashlib.blake2b(words.encode("utf-8", "surrogatepass")).digest()
            if exchange.checksum == checksum:
                yield None
                return
            exchange.checksum = checksum
            yield exchange


async def answer_below(
    asked: discord.Message, me: discord.ClientUser, voices: Voices
) -> tuple[Sent, bool]:
    """What we answered to a message, and whether that was since its last edit.

    It is a reply in the channel, or what stands first in the thread that was opened below.
    """
    thread = asked.guild.get_thread(asked.id) if asked.guild else None
    places: tuple[discord.abc.Messageable, ...] = (asked.channel,)
    for place in (thread, *places) if thread is not None else places:
        answer = await _answer_in(place, asked, me)
        if answer is None:
            continue
        rest = continued_in(place, answer.id, me, voices) if goes_on(answer, voices) else None
        messages = [answer, *([each async for each in rest] if rest else ())]
        changed, edited = answer.edited_at or answer.created_at, asked.edited_at
        sent = Sent(tuple(map(partial, messages)), below=place is not thread)
        return sent, edited is None or edited <= changed
    return Sent(), False


async def _answer_in(
    place: discord.abc.Messageable, asked: discord.Message, me: discord.ClientUser
) -> discord.Message | None:
    replies = place == asked.channel
    try:
        async for each in place.history(limit=_LOOKED_AT, after=asked, oldest_first=True):
            reference = each.reference.message_id if each.reference else None
            if each.author.id == me.id and (not replies or reference == asked.id):
                return each
    except discord.HTTPException:
        pass
    return None
