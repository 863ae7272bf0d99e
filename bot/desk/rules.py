"""What one server has chosen, and how it is written into the records."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Self

from bot.desk.custom_ids import MAX_PASSAGES
from index.store.records import Json


class Threads(Enum):
    """Where questions in a channel are answered."""

    ANYWHERE = "anywhere"
    OPENED = "opened"  # in a thread that the bot opens below the question
    ONLY = "only"  # in no place that is no thread


@dataclass(frozen=True, slots=True)
class Rules:
    """A server's choices. No channels and no sources mean all; no language each person's own.

    In the ``forums`` each new post is looked up, asked or not.
    """

    channels: tuple[int, ...] = ()
    sources: tuple[str, ...] = ()
    passages: int = MAX_PASSAGES
    private: bool = False
    language: str | None = None
    feedback: bool = True
    threads: Threads = Threads.ANYWHERE
    forums: tuple[int, ...] = ()

    @classmethod
    def read(cls, stored: Mapping[str, Json]) -> Self:
        """The rules as stored; what is missing or of another kind is the default."""
        passages = stored.get("passages")
        language = stored.get("language")
        threads = [each for each in Threads if each.value == stored.get("threads")]
        return cls(
            channels=_ids(stored, "channels"),
            sources=tuple(item for item in _items(stored, "sources") if isinstance(item, str)),
            passages=min(max(passages, 1), MAX_PASSAGES)
            if isinstance(passages, int)
            else MAX_PASSAGES,
            private=stored.get("private") is True,
            language=language if isinstance(language, str) else None,
            feedback=stored.get("feedback") is not False,
            threads=threads[0] if threads else Threads.ANYWHERE,
            forums=_ids(stored, "forums"),
        )

    def stored(self) -> dict[str, Json]:
        return {
            "channels": list(self.channels),
            "sources": list(self.sources),
            "passages": self.passages,
            "private": self.private,
            "language": self.language,
            "feedback": self.feedback,
            "threads": self.threads.value,
            "forums": list(self.forums),
        }

    def admits(self, *channels: int | None) -> bool:
        """Whether one of the channels (a thread and its parent, say) is one to answer in."""
        return not self.channels or any(channel in self.channels for channel in channels)


def _ids(stored: Mapping[str, Json], key: str) -> tuple[int, ...]:
    return tuple(item for item in _items(stored, key) if isinstance(item, int))


def _items(stored: Mapping[str, Json], key: str) -> Iterable[str | int]:
    value = stored.get(key)
    return value if isinstance(value, list) else ()
