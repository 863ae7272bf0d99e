"""What happened, in order, and waiting for it: the harness never sleeps to wait."""

import asyncio
from collections.abc import Callable
from typing import Final, Generic, TypeVar

T = TypeVar("T")

PATIENCE: Final = 45.0
"""Seconds after which a test gives up: generous, because the machine may be busy."""


class Journal(Generic[T]):
    """A list that only grows, and that can be waited on."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.entries: list[T] = []
        self._grown = asyncio.Event()

    def add(self, entry: T) -> None:
        self.entries.append(entry)
        self._grown.set()
        self._grown = asyncio.Event()

    def matching(self, wanted: Callable[[T], bool]) -> list[T]:
        return [entry for entry in self.entries if wanted(entry)]

    async def nth(self, number: int, wanted: Callable[[T], bool], patience: float = PATIENCE) -> T:
        """The entry that matches for the ``number``-th time, counted from 1, waited for."""
        try:
            async with asyncio.timeout(patience):
                while len(found := self.matching(wanted)) < number:
                    await self._grown.wait()
        except TimeoutError:
            seen = "\n  ".join(map(str, self.entries)) or "nothing"
            raise AssertionError(f"no such entry in {self.name}; seen:\n  {seen}") from None
        return found[number - 1]
