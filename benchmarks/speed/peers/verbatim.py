"""Our own index."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.speed.peers.engine import Engine, name

if TYPE_CHECKING:
    from benchmarks.speed.terms import Corpus
    from index.terms.counted import DocumentPostings

_DOCUMENT = 2_000  # passages that our builder is given at a time


class Verbatim(Engine):
    """Our index, searched by compiled code, as a bot does that was asked some questions."""

    module = "numba"
    compiled = True

    def prepare(self, corpus: "Corpus") -> None:
        from index.building.snapshot_builder import SnapshotBuilder
        from index.terms.counted import DocumentPostings

        self._terms = [name(term) for term in range(corpus.vocabulary)]
        self._builder, self._of_ids = SnapshotBuilder, DocumentPostings.of_ids

    def _postings(self, corpus: "Corpus") -> "Iterator[DocumentPostings]":
        for terms, starts in corpus.batches(_DOCUMENT):
            yield self._of_ids(terms, starts[1:] - starts[:-1])

    def build(self, corpus: "Corpus", folder: Path) -> None:
        builder = self._builder(folder / "index", self._terms)
        for postings in self._postings(corpus):
            builder.count([postings])
        builder.lay_out()
        for postings in self._postings(corpus):
            builder.fill([postings])
        many = -(-corpus.passages // _DOCUMENT)
        builder.write_documents(range(many), [None] * many)
        builder.write_words({})
        builder.finish("v1", "benchmark", "2026-01-01T00:00:00+00:00")

    def open(self, folder: Path) -> None:
        from index.arrays.snapshot import Snapshot
        from index.ranking.bm25 import EmbeddedRanker
        from index.ranking.hits import Filter

        self._everything = Filter()
        self._ranker = EmbeddedRanker(Snapshot(folder / "index"))

    def warm(self) -> None:
        if self.compiled:
            self._ranker.compile()

    def ask(self, terms: Sequence[int], limit: int) -> list[int]:
        hits = self._ranker.rank_now([name(term) for term in terms], self._everything, limit)
        numbers: list[int] = hits.passages.tolist()
        return numbers


class VerbatimNumPy(Verbatim):
    """Our index without numba: the plain install, and the first questions of any."""

    module = "numpy"
    compiled = False
