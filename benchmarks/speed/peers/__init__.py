"""The engines that are measured, ours among them, each in a file of its own."""

from collections.abc import Mapping
from pathlib import Path

from benchmarks.speed.peers.engine import Engine
from benchmarks.speed.peers.fts5 import Fts5
from benchmarks.speed.peers.impact_index import ImpactIndex
from benchmarks.speed.peers.lucene import Lucene
from benchmarks.speed.peers.okapi import RankBm25
from benchmarks.speed.peers.pisa import Pisa
from benchmarks.speed.peers.sparse import Bm25q, Bm25qAdaptive, Bm25s, Bm25sNumba
from benchmarks.speed.peers.tantivy import Tantivy
from benchmarks.speed.peers.turbo import Bm25Turbo
from benchmarks.speed.peers.verbatim import Verbatim, VerbatimNumPy

ENGINES: Mapping[str, type[Engine]] = {
    "verbatim": Verbatim,
    "verbatim, NumPy alone": VerbatimNumPy,
    "PISA": Pisa,
    "impact-index": ImpactIndex,
    "tantivy": Tantivy,
    "bm25s numba": Bm25sNumba,
    "bm25q": Bm25q,
    "bm25q adaptive": Bm25qAdaptive,
    "bm25-turbo": Bm25Turbo,
    "Lucene": Lucene,
    "bm25s": Bm25s,
    "SQLite FTS5": Fts5,
    "rank-bm25": RankBm25,
}


def size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
