"""Rankers: terms and a filter in, the best passages' numbers out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

# Near best on news, and what every ranker here uses (docs/ranking.md).
K1 = 1.2
B = 0.75
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
    where more than BM25 went into it, and ``in_time`` says that the question names a time in which
    the passage was published.
    """

    passage: int
    score: float
    matched: tuple[str, ...]
    parts: Mapping[str, float] = field(default_factory=lambda: _NO_PARTS)
    in_time: bool = False


class Ranker(Protocol):
    """What an index version is asked. Scores compare only within one question."""

    async def rank(self, terms: Sequence[str], only: Filter, limit: int) -> list[Hit]:
        """At most ``limit`` hits, best first, equal scores in passage order."""
        ...

    def idf(self, terms: Sequence[str]) -> NDArray[np.float64]:
        """The inverse document frequency of each term, unseen ones included."""
        ...


def inverse_document_frequency(containing: NDArray[np.int64], passages: int) -> NDArray[np.float64]:
    """``ln(1 + (N - n + 0.5) / (n + 0.5))``, as in Lucene's BM25Similarity: never negative."""
    idf: NDArray[np.float64] = np.log1p((passages - containing + 0.5) / (containing + 0.5))
    return idf


def term_weight(
    counts: NDArray[np.float64], lengths: NDArray[np.float64], average_length: float
) -> NDArray[np.float64]:
    """BM25's term frequency part as rank-bm25 writes it: ``tf (k1 + 1) / (tf + K)`` with
    ``K = k1 (1 - b + b length / average_length)`` (Robertson and Zaragoza 2009)."""
    norm = K1 * (1 - B + B * lengths / average_length)
    return counts * (K1 + 1) / (counts + norm)
