"""The further messages of a passage that is too long for one: known for as long as they can be.

What one person sees can only be taken away through the interaction that made it, which Discord
does not tell of again; so its messages are kept in memory.
"""

from collections import OrderedDict
from collections.abc import Awaitable, Callable

Delete = Callable[[], Awaitable[None]]

_KEPT = 2_000  # messages that go on in further ones


class Continuations:
    """How to delete the messages in which another one goes on, by that one's id."""

    def __init__(self) -> None:
        self._deletes: OrderedDict[int, list[Delete]] = OrderedDict()

    def note(self, message: int, delete: Delete) -> None:
        self._deletes.setdefault(message, []).append(delete)
        if len(self._deletes) > _KEPT:
            self._deletes.popitem(last=False)

    def taken(self, message: int) -> list[Delete]:
        """What was noted of a message, which is forgotten by that."""
        return self._deletes.pop(message, [])
