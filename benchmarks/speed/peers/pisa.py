"""PISA, by the module that pyterrier-pisa compiles; PyTerrier itself is not needed."""

import ctypes
import sys
from collections.abc import Sequence
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.speed.peers.engine import Engine, name, texts

if TYPE_CHECKING:
    from benchmarks.speed.terms import Corpus

_TBB = "libtbb.so.2"  # it is linked to it and does not bring it: `pip install "tbb<2021"` does
_ENCODING = "block_simdbp"


def _module() -> Any:  # without type information
    found = find_spec("pyterrier_pisa")
    if found is None or not found.submodule_search_locations:
        raise ImportError("pyterrier-pisa is not installed")
    bundled = Path(sys.prefix) / "lib" / _TBB
    ctypes.CDLL(str(bundled) if bundled.exists() else _TBB, mode=ctypes.RTLD_GLOBAL)
    file = next(Path(found.submodule_search_locations[0]).glob("_pisathon*.so"))
    spec = spec_from_file_location("_pisathon", file)
    if spec is None or spec.loader is None:
        raise ImportError(str(file))
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Pisa(Engine):
    """PISA's blocks of SIMD-BP128 with block-max MaxScore, its fastest exact way here."""

    module = "pyterrier_pisa"
    shared = False  # it keeps Python's lock

    @classmethod
    def missing(cls) -> str:
        try:
            _module()
        except (ImportError, OSError) as error:
            return str(error)
        return ""

    def prepare(self, corpus: "Corpus") -> None:
        self._pisa = _module()
        self._texts = texts(corpus)

    def build(self, corpus: "Corpus", folder: Path) -> None:
        del corpus
        texts = folder / "texts"
        lines = (f"{number} {text}\n" for number, text in enumerate(self._texts))
        with texts.open("w", encoding="utf-8") as file:
            file.writelines(lines)
        self._pisa.index(str(texts), str(folder), "", 100_000, 1)
        self._prepared(folder)
        texts.unlink()

    def _prepared(self, folder: Path) -> None:
        self._context = self._pisa.RetrievalContext()
        parts = self._context, str(folder), _ENCODING, "bm25", ""
        self._pisa.prepare_index(*parts, bm25_k1=1.2, bm25_b=0.75)

    def open(self, folder: Path) -> None:
        self._pisa = _module()
        self._prepared(folder)

    def ask(self, terms: Sequence[int], limit: int) -> list[int]:
        names = np.zeros(limit, object)
        found = self._pisa.retrieve(
            self._context,
            "block_max_maxscore",
            [(0, {name(term): 1.0 for term in terms})],
            k=limit,
            threads=1,
            query_weighted=0,
            pretokenised=1,
            result_qidxs=np.zeros(limit, np.int32),
            result_docnos=names,
            result_ranks=np.zeros(limit, np.int32),
            result_scores=np.zeros(limit, np.float32),
        )
        return [int(number) for number in names[:found]]
