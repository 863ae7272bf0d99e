"""What is told of an index: its state, how far a reindex is, what it has done."""

from dataclasses import dataclass
from datetime import datetime

from index.answers import Unreadable


@dataclass(frozen=True, slots=True)
class ReindexReport:
    """What one reindex did. ``seconds`` is wall time.

    ``warnings`` are files that were read now, and what in them could not be used.
    """

    index_version: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unreadable: tuple[Unreadable, ...]
    documents: int
    passages: int
    seconds: float
    warnings: tuple[Unreadable, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reindex is. ``total`` is the number of files to look at."""

    done: int
    total: int
    passages: int


@dataclass(frozen=True, slots=True)
class Status:
    """The state of the index. ``index_bytes`` counts the served snapshot's files.

    ``language`` is the one that documents are read in, ``mostly`` the one that most of them seem to
    be in, if that is clear.
    """

    index_version: str
    built_at: datetime
    documents: int
    passages: int
    terms: int
    unreadable: int
    index_bytes: int
    language: str
    stale: bool
    mostly: str | None = None

    @property
    def better_read_as(self) -> str | None:
        """The language to read the documents in, where it is clear that it should be another."""
        read_as = "english" if self.language == "porter" else self.language
        return None if self.mostly == read_as else self.mostly
