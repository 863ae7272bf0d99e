"""Rankers: terms and a filter in, the best passages' numbers out."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from types import MappingProxyType
from typing import Protocol

from corpus.values import dataclass

_NO_PARTS: Mapping[str, float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Filter:
    """Which documents may answer. ``documents`` are the store's row ids; ``None`` means all.

    With a date on either end, documents without a publication date are out.
    """

    documents: frozenset[int] | None = None
    since: date | None = None
    until: date | None = None

    @property
    def by_date(self) -> bool:
        return self.since is not None or self.until is not None


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that shares at least one term with the question.

    ``passage`` is its number within the index version, ``matched`` the question's distinct
    terms that it has, in the question's order. ``parts`` are what the score is the sum of,
    where more than BM25 went into it. Where the question names a time, ``in_time`` says that the
    passage was published in it, ``outside`` that it was published at another and states no date
    in it. ``nearby`` are the question's terms that stand in the passage or in those around it;
    ``of_kind`` says that it has a thing of the kind that is asked for, ``kind_apart`` how much idf
    weight its best sentence covers beyond the best of those that have one.
    """

    passage: int
    score: float
    matched: tuple[str, ...]
    parts: Mapping[str, float] = field(default_factory=lambda: _NO_PARTS)
    in_time: bool = False
    outside: bool = False
    nearby: frozenset[str] = frozenset()
    of_kind: bool = True
    kind_apart: float = 0.0


class Ranker(Protocol):
    """What an index version is asked. Scores compare only within one question."""

    async def rank(self, terms: Sequence[str], only: Filter, limit: int) -> list[Hit]:
        """At most ``limit`` hits, best first, equal scores in passage order."""
        ...
