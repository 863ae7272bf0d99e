"""bm25-turbo, scores made when the index is built, in Rust."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.speed.peers.engine import Engine, name, texts

if TYPE_CHECKING:
    from benchmarks.speed.terms import Corpus


class Bm25Turbo(Engine):
    """bm25-turbo: it takes texts alone, which it cuts at white space."""

    module = "bm25_turbo_python"

    def prepare(self, corpus: "Corpus") -> None:
        import bm25_turbo_python

        self._model = bm25_turbo_python.BM25(method="lucene", k1=1.2, b=0.75)
        self._texts = texts(corpus)

    def build(self, corpus: "Corpus", folder: Path) -> None:
        del corpus
        self._model.index(self._texts)
        self._model.save(str(folder / "index"))

    def open(self, folder: Path) -> None:
        import bm25_turbo_python

        self._model = bm25_turbo_python.BM25.load(str(folder / "index"))

    def ask(self, terms: Sequence[int], limit: int) -> list[int]:
        numbers: list[int] = self._model.search(" ".join(map(name, terms)), limit)[0]
        return numbers
