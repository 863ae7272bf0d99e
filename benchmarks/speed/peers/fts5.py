"""SQLite's full-text index."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.speed.peers.engine import Engine, name, texts

if TYPE_CHECKING:
    from benchmarks.speed.terms import Corpus


class Fts5(Engine):
    """SQLite's FTS5, contentless; its k1 and b are 1.2 and .75, its idf the older one."""

    module = "sqlite3"

    def prepare(self, corpus: "Corpus") -> None:
        import sqlite3

        self._sqlite = sqlite3
        self._texts = texts(corpus)

    def build(self, corpus: "Corpus", folder: Path) -> None:
        database = self._sqlite.connect(folder / "index.sqlite3")
        database.execute("CREATE VIRTUAL TABLE passages USING fts5(terms, content='')")
        rows = enumerate(self._texts)
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

    def ask(self, terms: Sequence[int], limit: int) -> list[int]:
        if not hasattr(self._own, "database"):
            self._own.database = self._sqlite.connect(self._file)
        rows = self._own.database.execute(
            "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?",
            (" OR ".join(map(name, terms)), limit),
        )
        return [row[0] for row in rows]
