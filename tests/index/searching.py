"""Rankers over small made corpora, and the ranking by its definition."""

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from index.arrays.snapshot import Snapshot
from index.building.snapshot_builder import SnapshotBuilder
from index.ranking.bm25 import EmbeddedRanker
from index.ranking.hits import Filter, Hit
from index.terms.counted import DocumentPostings

Passage = Sequence[str]
Corpus = Sequence[Sequence[Passage]]
FIRST_ROW = 100  # of the documents


def build(
    folder: Path, corpus: Corpus, published: Sequence[tuple[int, int] | None] = ()
) -> EmbeddedRanker:
    """The embedded ranker over documents of passages of terms; row ids count from ``FIRST_ROW``."""
    terms = sorted({term for document in corpus for passage in document for term in passage})
    ids = {term: number for number, term in enumerate(terms)}
    postings = [_counted(document, ids) for document in corpus]
    batches = [postings[n : n + 2] for n in range(0, len(postings), 2)]
    builder = SnapshotBuilder(folder / "snapshot", terms)
    for batch in batches:
        builder.count(batch)
    builder.lay_out()
    for batch in batches:
        builder.fill(batch)
    rows = range(FIRST_ROW, FIRST_ROW + len(corpus))
    builder.write_documents(rows, published or [None] * len(corpus))
    builder.write_words({term: (term, number) for term, number in ids.items()})
    builder.finish("v1", "test", "2026-11-22T00:00:00+00:00")
    return EmbeddedRanker(Snapshot(folder / "snapshot"))


def _counted(document: Sequence[Passage], ids: Mapping[str, int]) -> DocumentPostings:
    terms = [ids[term] for passage in document for term in passage]
    lengths = np.array([len(passage) for passage in document], np.int64)
    return DocumentPostings.of_ids(np.array(terms, np.int64), lengths)


def added_up(ranker: EmbeddedRanker, terms: Sequence[str], only: Filter, limit: int) -> list[Hit]:
    """The hits by the definition: every impact added up in 64 bits, every passage sorted."""
    snapshot = ranker.snapshot
    scores = np.zeros(snapshot.meta.passages)
    lists = {}
    for term, times in Counter(terms).items():
        (row,) = snapshot.rows([term])
        if row >= 0:
            part = slice(snapshot.offsets[row], snapshot.offsets[row + 1])
            lists[term] = np.zeros(len(scores), bool)
            lists[term][snapshot.postings[part]] = True
            scores[snapshot.postings[part]] += times * snapshot.impacts[part].astype(np.float64)
    found = np.logical_or.reduce([np.zeros(len(scores), bool), *lists.values()])
    if only.documents is not None:
        found &= np.isin(snapshot.documents[snapshot.passage_document], list(only.documents))
    (passages,) = np.nonzero(found)
    order = passages[np.lexsort((passages, -scores[passages]))][:limit].tolist()
    return [
        Hit(number, scores[number], tuple(term for term, held in lists.items() if held[number]))
        for number in order
    ]
