"""The embedded ranker: rank-bm25's model, scored from an inverted index in mapped arrays."""

import asyncio
from collections import Counter
from collections.abc import Sequence
from itertools import compress, count
from threading import Thread

import numpy as np
from numpy.typing import NDArray

from index.ranker import Filter, Hit, inverse_document_frequency
from index.scoring import Lists, Search, Workspaces, best, compiled_search
from index.snapshot import UNDATED, Snapshot

# A process that was asked that often will be asked again, so that compiling pays (numba, 1 s).
_WORTH_COMPILING = 20


class EmbeddedRanker:
    """Exact BM25 over one snapshot. Any number of questions may run at once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self._workspaces = Workspaces(snapshot.meta.passages)
        self._search: Search = best
        self._asked = count(1)

    def compile(self) -> None:
        """Search by compiled code from now on, where numba is installed; takes seconds."""
        try:
            search = compiled_search()
        except ImportError:
            return
        first = [self.snapshot.terms[0]] if self.snapshot.meta.terms else []
        search(self._lists(first)[1], 1, self._workspaces)
        self._search = search

    async def rank(self, terms: Sequence[str], only: Filter, limit: int) -> list[Hit]:
        if next(self._asked) == _WORTH_COMPILING:
            Thread(target=self.compile, name="compile the search").start()
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
        wanted, lists = self._lists(terms)
        found = self._search(lists, limit, self._workspaces, self._allowed_passages(only))
        matched = (found.impacts > 0).T.tolist()
        return [
            Hit(passage, score, tuple(compress(wanted, present)))
            for passage, score, present in zip(
                found.passages.tolist(), found.scores.tolist(), matched, strict=True
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
        shared = np.zeros(snapshot.meta.passages, np.bool_)
        for passages in self._lists(terms)[1].passages():
            shared[passages] = True
        return int(np.count_nonzero(shared & allowed[snapshot.passage_document]))

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

    def _allowed_passages(self, only: Filter) -> NDArray[np.bool_] | None:
        allowed = self.allowed(only)
        return None if allowed is None else allowed[self.snapshot.passage_document]

    def _lists(self, terms: Sequence[str]) -> tuple[list[str], Lists]:
        """The distinct terms that some passage has, in their order, and their postings."""
        snapshot = self.snapshot
        asked = Counter(terms)
        rows = snapshot.rows(list(asked))
        held = [term for term, row in zip(asked, rows.tolist(), strict=True) if row >= 0]
        rows = rows[rows >= 0]
        return held, Lists(
            snapshot.postings,
            snapshot.impacts,
            snapshot.offsets[rows].tolist(),
            snapshot.offsets[rows + 1].tolist(),
            [asked[term] for term in held],
            snapshot.bounds[rows].tolist(),
        )
