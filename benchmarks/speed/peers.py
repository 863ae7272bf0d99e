"""The engines that are measured, ours among them, each behind the same three steps.

Every engine gets the same ready terms and gives the ten best passages. An engine is imported
where it is used, so that a process holds no other one.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from benchmarks.speed.terms import Corpus
    from index.terms.counted import DocumentPostings

LIMIT = 10
_DOCUMENT = 2_000  # passages that our builder is given at a time


def name(term: int) -> str:
    """A term as every engine gets it: letters and digits, which no tokenizer can cut."""
    return f"t{term}"


class Engine(Protocol):
    """``prepare`` brings the terms into the form that ``build`` takes, and is not timed.

    ``warm`` does what a long-lived process does beside its first answers.
    """

    def prepare(self, corpus: "Corpus") -> None: ...
    def build(self, corpus: "Corpus", folder: Path) -> None: ...
    def open(self, folder: Path) -> None: ...
    def warm(self) -> None: ...
    def ask(self, terms: Sequence[int]) -> list[int]:
        """The numbers of the best passages, best first."""
        ...


class _Warm:
    """An engine that is warm when it is open."""

    def warm(self) -> None:
        return


class Verbatim:
    """Our index, searched by compiled code, as a bot does that was asked some questions."""

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
        builder.documents(range(many), [None] * many)
        builder.words({})
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

    def ask(self, terms: Sequence[int]) -> list[int]:
        hits = self._ranker.rank_now([name(term) for term in terms], self._everything, LIMIT)
        return [hit.passage for hit in hits]


class VerbatimNumPy(Verbatim):
    """Our index without numba: the plain install, and the first questions of any."""

    compiled = False


class RankBm25(_Warm):
    """rank-bm25, which keeps its model nowhere but in memory: its opening is its building."""

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

    def ask(self, terms: Sequence[int]) -> list[int]:
        scores = self._model.get_scores([name(term) for term in terms])
        return [int(number) for number in scores.argsort()[::-1][:LIMIT]]


class Bm25s(_Warm):
    """bm25s with Lucene's variant, mapped from disk."""

    backend = "numpy"

    def prepare(self, corpus: "Corpus") -> None:
        import bm25s

        self._model = bm25s.BM25(k1=1.2, b=0.75, method="lucene", backend=self.backend)
        self._ids = list(corpus.lists())
        self._vocabulary = {name(term): term for term in range(corpus.vocabulary)}

    def build(self, corpus: "Corpus", folder: Path) -> None:
        del corpus
        self._model.index((self._ids, self._vocabulary), show_progress=False)
        self._model.save(folder / "index", show_progress=False)

    def open(self, folder: Path) -> None:
        import bm25s

        self._model = bm25s.BM25.load(folder / "index", mmap=True, show_progress=False)
        if self.backend == "numba":
            self._model.backend = "numba"
            self._model.activate_numba_scorer()

    def ask(self, terms: Sequence[int]) -> list[int]:
        found, _ = self._model.retrieve(
            [[name(term) for term in terms]], k=LIMIT, show_progress=False
        )
        return [int(number) for number in found[0]]


class Bm25sNumba(Bm25s):
    """bm25s with its compiled backend."""

    backend = "numba"


class Tantivy(_Warm):
    """tantivy, terms and their counts without positions, merged into one segment."""

    def prepare(self, corpus: "Corpus") -> None:
        import tantivy

        self._tantivy = tantivy

    def _schema(self) -> Any:  # tantivy ships no types
        import tantivy

        builder = tantivy.SchemaBuilder()
        builder.add_text_field(
            "terms", stored=False, tokenizer_name="whitespace", index_option="freq"
        )
        return builder.build()

    def build(self, corpus: "Corpus", folder: Path) -> None:
        (folder / "index").mkdir()
        index = self._tantivy.Index(self._schema(), path=str(folder / "index"))
        writer = index.writer(heap_size=256_000_000, num_threads=1)
        for terms in corpus.lists():
            writer.add_document(self._tantivy.Document(terms=[" ".join(map(name, terms))]))
        writer.commit()
        writer.wait_merging_threads()

    def open(self, folder: Path) -> None:
        import tantivy

        self._tantivy = tantivy
        self._fields = self._schema()
        index = tantivy.Index.open(str(folder / "index"))
        self._searcher = index.searcher()

    def ask(self, terms: Sequence[int]) -> list[int]:
        query, should = self._tantivy.Query, self._tantivy.Occur.Should
        parts = [(should, query.term_query(self._fields, "terms", name(term))) for term in terms]
        hits = self._searcher.search(query.boolean_query(parts), LIMIT, count=False).hits
        return [address.doc for _, address in hits]


class Fts5(_Warm):
    """SQLite's full-text index, contentless."""

    def prepare(self, corpus: "Corpus") -> None:
        import sqlite3

        self._sqlite = sqlite3

    def build(self, corpus: "Corpus", folder: Path) -> None:
        database = self._sqlite.connect(folder / "index.sqlite3")
        database.execute("CREATE VIRTUAL TABLE passages USING fts5(terms, content='')")
        rows = ((number, " ".join(map(name, terms))) for number, terms in enumerate(corpus.lists()))
        database.executemany("INSERT INTO passages (rowid, terms) VALUES (?, ?)", rows)
        database.execute("INSERT INTO passages (passages) VALUES ('optimize')")
        database.commit()
        database.close()

    def open(self, folder: Path) -> None:
        import sqlite3
        import threading

        self._sqlite = sqlite3
        self._file = folder / "index.sqlite3"
        self._own = threading.local()

    def ask(self, terms: Sequence[int]) -> list[int]:
        if not hasattr(self._own, "database"):
            self._own.database = self._sqlite.connect(self._file)
        rows = self._own.database.execute(
            "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?",
            (" OR ".join(map(name, terms)), LIMIT),
        )
        return [row[0] for row in rows]


ENGINES: dict[str, type[Engine]] = {
    "verbatim": Verbatim,
    "verbatim, NumPy alone": VerbatimNumPy,
    "bm25s": Bm25s,
    "bm25s numba": Bm25sNumba,
    "tantivy": Tantivy,
    "SQLite FTS5": Fts5,
    "rank-bm25": RankBm25,
}


def size(folder: Path) -> int:
    """Bytes of all files in a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
