"""Rankers: terms and a filter in, the best passages' numbers out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import compress
from types import MappingProxyType
from typing import Self, overload

import numpy as np
from numpy.typing import NDArray

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

    def among(self, documents: frozenset[int] | None) -> Self:
        """The same filter, but only these documents, ``None`` meaning all."""
        if documents is None:
            return self
        kept = documents if self.documents is None else self.documents & documents
        return replace(self, documents=kept)


@dataclass(slots=True)  # frozen, it takes five times as long to make
class Hit:
    """A passage that shares at least one term with the question; it is never changed.

    ``passage`` is its number within the index version, ``matched`` the question's distinct
    terms that it has, in the question's order. ``parts`` are what the score is the sum of,
    where more than BM25 went into it. Where the question names a time, ``in_time`` says that the
    passage was published in it, ``outside`` that it was published at another and states no date
    in it. ``nearby`` are the question's terms that stand in the passage or in those around it;
    ``of_kind`` says that it has a thing of the kind that is asked for, ``kind_apart`` how much idf
    weight its best sentence covers beyond the best of those that have one. ``untold`` are the
    question's words for what happens of which it has no word that tells the same. ``speaks`` is
    false where it has the name of whoever's words are asked for, and nobody of it speaks.
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
    untold: tuple[str, ...] = ()
    speaks: bool = True


class Ranked(Sequence[Hit]):
    """The best passages as columns, best first, each a hit only once it is asked for.

    Making 75 hits took longer than finding them. For ``P`` passages and the ``T`` distinct
    ``terms``: ``passages[P]``, ``scores[P]``, and ``matched[P, T]`` where a passage has a term.
    """

    __slots__ = ("matched", "passages", "scores", "terms")

    def __init__(
        self,
        passages: NDArray[np.integer],
        scores: NDArray[np.float64],
        matched: NDArray[np.bool_],
        terms: Sequence[str],
    ) -> None:
        self.passages = passages
        self.scores = scores
        self.matched = matched
        self.terms = terms

    def __len__(self) -> int:
        return len(self.passages)

    @overload
    def __getitem__(self, which: int) -> Hit: ...
    @overload
    def __getitem__(self, which: slice | NDArray[np.intp]) -> "Ranked": ...
    def __getitem__(self, which: int | slice | NDArray[np.intp]) -> "Hit | Ranked":
        passages, scores, matched = self.passages[which], self.scores[which], self.matched[which]
        if isinstance(which, slice | np.ndarray):
            return Ranked(passages, scores, matched, self.terms)
        return Hit(int(passages), float(scores), tuple(compress(self.terms, matched.tolist())))

    def __iter__(self) -> Iterator[Hit]:
        terms = self.terms
        columns = self.passages.tolist(), self.scores.tolist(), self.matched.tolist()
        for passage, score, present in zip(*columns, strict=True):
            yield Hit(passage, score, tuple(compress(terms, present)))
