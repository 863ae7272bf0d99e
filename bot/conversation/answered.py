"""Which messages have been answered by what, so that an edit changes the answer."""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.conversation.sending import Sent

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
