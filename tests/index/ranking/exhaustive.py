"""The reference to check ranking against: rank-bm25 itself, visiting every passage."""

from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from rank_bm25 import BM25Okapi

from index.arrays.weights import K1, B, inverse_document_frequency
from index.ranking.hits import Filter, Hit


class _SoundOkapi(BM25Okapi):  # type: ignore[misc]  # rank_bm25 ships no types
    """BM25Okapi with Lucene's idf; its own is zero or negative for terms in half the corpus."""

    def _calc_idf(self, nd: dict[str, int]) -> None:
        counts = np.fromiter(nd.values(), np.int64, len(nd))
        idf = inverse_document_frequency(counts, self.corpus_size)
        self.idf = dict(zip(nd, idf.tolist(), strict=True))


class ExhaustiveRanker:
    """Scores every passage for every question.

    ``passages`` are the passages' terms, ``documents[p]`` the row id of passage ``p``'s
    document. It knows no dates: a filter by date is refused with ``ValueError``.
    """

    def __init__(self, passages: Iterable[Sequence[str]], documents: Sequence[int]) -> None:
        self._passages = [list(terms) for terms in passages]
        self._documents = documents
        # rank_bm25 0.2.2 divides by zero on an empty corpus and on one without a term
        self._model = _SoundOkapi(self._passages, k1=K1, b=B) if any(self._passages) else None

    def rank(self, terms: Sequence[str], only: Filter, limit: int) -> list[Hit]:
        if only.by_date:
            raise ValueError("the exhaustive ranker knows no dates")
        if self._model is None:
            return []
        scores = self._model.get_scores(list(terms))
        hits = []
        for number, (passage, row) in enumerate(zip(self._passages, self._documents, strict=True)):
            present = set(passage)
            matched = tuple(term for term in dict.fromkeys(terms) if term in present)
            if matched and (only.documents is None or row in only.documents):
                hits.append(Hit(number, float(scores[number]), matched))
        return sorted(hits, key=lambda hit: (-hit.score, hit.passage))[:limit]

    def idf(self, terms: Sequence[str]) -> NDArray[np.float64]:
        containing = Counter(term for passage in self._passages for term in set(passage))
        counts = np.array([containing[term] for term in terms], np.int64)
        return inverse_document_frequency(counts, len(self._passages))
