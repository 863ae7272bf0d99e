"""impact-index: an inverted index with block-max MaxScore, in Rust."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from benchmarks.speed.peers.engine import Engine

if TYPE_CHECKING:
    from benchmarks.speed.terms import Corpus


class ImpactIndex(Engine):
    """impact-index, compressed, in memory, searched by MaxScore, its fastest way here."""

    module = "impact_index"

    def prepare(self, corpus: "Corpus") -> None:
        del corpus

    def build(self, corpus: "Corpus", folder: Path) -> None:
        import impact_index

        raw = folder / "raw"
        raw.mkdir()
        builder = impact_index.BOWIndexBuilder(str(raw), dtype="int32")
        for number, terms in enumerate(corpus.lists()):
            own, counts = np.unique(np.array(terms, np.uintp), return_counts=True)
            builder.add(number, own, counts.astype(np.int32))
        builder.build(True).compress(str(folder / "index"))
        shutil.rmtree(raw)

    def open(self, folder: Path) -> None:
        import impact_index

        index = impact_index.Index.load(str(folder / "index"), True)
        self._index = index.with_scoring(impact_index.BM25Scoring(1.2, 0.75, "lucene"))

    def ask(self, terms: Sequence[int], limit: int) -> list[int]:
        hits = self._index.search_maxscore(dict.fromkeys(terms, 1.0), limit)
        return [hit.docid for hit in hits]
