"""bm25s and bm25q, which keep each term's scores as a column of a sparse matrix."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.speed.peers.engine import Engine, name

if TYPE_CHECKING:
    from benchmarks.speed.terms import Corpus


class Bm25s(Engine):
    """bm25s with Lucene's variant, mapped from disk."""

    module = "bm25s"
    backend = "numpy"
    options: dict[str, Any] = {}  # noqa: RUF012  # never changed

    def prepare(self, corpus: "Corpus") -> None:
        package = import_module(self.module)
        self._model = package.BM25(k1=1.2, b=0.75, method="lucene", backend=self.backend)
        self._ids = list(corpus.lists())
        self._vocabulary = {name(term): term for term in range(corpus.vocabulary)}

    def build(self, corpus: "Corpus", folder: Path) -> None:
        del corpus
        self._model.index((self._ids, self._vocabulary), show_progress=False)
        self._model.save(folder / "index", show_progress=False)

    def open(self, folder: Path) -> None:
        package = import_module(self.module)
        self._model = package.BM25.load(folder / "index", mmap=True)
        if self.backend == "numba":
            self._model.backend = "numba"
            self._model.activate_numba_scorer()

    def ask(self, terms: Sequence[int], limit: int) -> list[int]:
        found, _ = self._model.retrieve(
            [[name(term) for term in terms]], k=limit, show_progress=False, **self.options
        )
        numbers: list[int] = found[0].tolist()
        return numbers


class Bm25sNumba(Bm25s):
    """bm25s with its compiled backend."""

    backend = "numba"


class Bm25q(Bm25sNumba):
    """bm25q, a fork of bm25s with other kernels, exact as it comes."""

    module = "bm25q"


class Bm25qAdaptive(Bm25q):
    """bm25q with impacts of one byte, so that its answers are near the exact ones."""

    options = {"quantize": "adaptive"}  # noqa: RUF012  # never changed
