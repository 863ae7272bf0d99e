"""The embedded ranker: rank-bm25's model, scored from an inverted index in mapped arrays."""

import asyncio
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.ranker import Filter, Hit, inverse_document_frequency
from index.snapshot import UNDATED, Snapshot


class EmbeddedRanker:
    """Exact BM25 over one snapshot. Holds no state of a question: any number may run at once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot

    async def rank(self, terms: Sequence[str], only: Filter, limit: int) -> list[Hit]:
        return await asyncio.to_thread(self.rank_now, terms, only, limit)

    def idf(self, terms: Sequence[str]) -> NDArray[np.float64]:
        snapshot = self.snapshot
        frequencies = snapshot.frequencies(snapshot.rows(terms))
        return inverse_document_frequency(frequencies, snapshot.meta.passages)

    def known(self, terms: Sequence[str]) -> set[str]:
        """Those of the terms that some passage has."""
        rows = self.snapshot.rows(terms)
        return {term for term, row in zip(terms, rows, strict=True) if row >= 0}

    def rank_now(self, terms: Sequence[str], only: Filter, limit: int) -> list[Hit]:
        """What ``rank`` does in its thread."""
        scores = self._scores(Counter(terms))
        if (allowed := self.allowed(only)) is not None:
            scores[~allowed[self.snapshot.passage_document]] = 0
        best = _best(scores, limit)
        return [
            Hit(int(number), float(scores[number]), matched)
            for number, matched in zip(
                best, self._matched(list(dict.fromkeys(terms)), best), strict=True
            )
        ]

    def undated_matches(self, terms: Sequence[str], only: Filter) -> int:
        """How many passages share a term and are out only because they have no date."""
        snapshot = self.snapshot
        allowed = snapshot.published_last == UNDATED
        if only.documents is not None:
            allowed &= np.isin(snapshot.documents, list(only.documents))
        if not allowed.any():
            return 0
        scores = self._scores(Counter(terms))
        return int(np.count_nonzero(scores[allowed[snapshot.passage_document]]))

    def allowed(self, only: Filter) -> NDArray[np.bool_] | None:
        """One flag for each document; ``None`` when the filter lets all pass."""
        snapshot = self.snapshot
        if only.documents is None and not only.by_date:
            return None
        allowed = np.ones(len(snapshot.documents), np.bool_)
        if only.documents is not None:
            allowed &= np.isin(snapshot.documents, list(only.documents))
        if only.by_date:
            allowed &= snapshot.published_last != UNDATED
        if only.since is not None:
            allowed &= snapshot.published_last >= only.since.toordinal()
        if only.until is not None:
            allowed &= snapshot.published_first <= only.until.toordinal()
        return allowed

    def _scores(self, wanted: Counter[str]) -> NDArray[np.float64]:
        """The score of every passage. Every impact is above zero, so zero means no shared term."""
        snapshot = self.snapshot
        scores = np.zeros(snapshot.meta.passages)
        for row, times in zip(snapshot.rows(list(wanted)), wanted.values(), strict=True):
            if row >= 0:
                part = slice(snapshot.offsets[row], snapshot.offsets[row + 1])
                scores[snapshot.postings[part]] += times * snapshot.impacts[part].astype(np.float64)
        return scores

    def _matched(self, terms: list[str], passages: NDArray[np.int64]) -> list[tuple[str, ...]]:
        """The terms that stand in each of a few passages, by binary search in their postings."""
        snapshot = self.snapshot
        found: list[list[str]] = [[] for _ in passages]
        for term, row in zip(terms, snapshot.rows(terms), strict=True):
            if row < 0:
                continue
            postings = snapshot.postings[snapshot.offsets[row] : snapshot.offsets[row + 1]]
            places = np.minimum(np.searchsorted(postings, passages), len(postings) - 1)
            for index in np.flatnonzero(postings[places] == passages):
                found[index].append(term)
        return [tuple(matched) for matched in found]


def _best(scores: NDArray[np.float64], limit: int) -> NDArray[np.int64]:
    """The numbers of the ``limit`` highest scores above zero, ties in passage order."""
    candidates = np.flatnonzero(scores)
    if len(candidates) > limit:
        reach = np.partition(scores[candidates], len(candidates) - limit)[-limit]
        candidates = candidates[scores[candidates] >= reach]
    order = np.argsort(-scores[candidates], kind="stable")
    return candidates[order[:limit]]
