"""rank-bm25."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.speed.peers.engine import Engine, name

if TYPE_CHECKING:
    from benchmarks.speed.terms import Corpus


class RankBm25(Engine):
    """rank-bm25, which keeps its model nowhere but in memory: its opening is its building.

    Its idf is the older one, which is negative for terms in more than half of the passages.
    """

    module = "rank_bm25"

    def prepare(self, corpus: "Corpus") -> None:
        from rank_bm25 import BM25Okapi

        self._bm25 = BM25Okapi
        self._lists = [[name(term) for term in terms] for terms in corpus.lists()]

    def build(self, corpus: "Corpus", folder: Path) -> None:
        self._model = self._bm25(self._lists, k1=1.2, b=0.75)
        corpus.save(folder / "corpus")

    def open(self, folder: Path) -> None:
        from benchmarks.speed.terms import Corpus

        corpus = Corpus.load(folder / "corpus")
        self.prepare(corpus)
        self._model = self._bm25(self._lists, k1=1.2, b=0.75)

    def ask(self, terms: Sequence[int], limit: int) -> list[int]:
        scores = self._model.get_scores([name(term) for term in terms])
        return [int(number) for number in scores.argsort()[::-1][:limit]]
