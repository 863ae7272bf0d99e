"""The shelf: the documents and passages that questions read, proven as they are read."""

import json
import logging
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager

from corpus.facts import Fact
from index.cutting.passage import Passage
from index.store.database import Database, Row
from index.store.rows import (
    SEALED,
    SealError,
    StoredDocument,
    passage_of_words,
    proven_text,
    source_from_json,
    whole,
)
from index.store.versions import Versions

log = logging.getLogger("verbatim.index")

Place = tuple[int, int]  # a document's row, and the ordinal of a passage in it

_SHOWN = "d.id, d.text, d.seal, " + ", ".join(f"d.{column}" for column in SEALED)
_AT = (
    "substr(d.text, p.start + 1, p.end - p.start) AS words FROM json_each(?) r"
    " CROSS JOIN passages p ON p.document = json_extract(r.value, '$[0]')"
    " AND p.ordinal = json_extract(r.value, '$[1]') JOIN documents d ON d.id = p.document"
)
AMONG = "FROM json_each(?) r CROSS JOIN documents d ON d.id = r.value"


class Shelf:
    """What questions read; at once, in the thread that asks."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.versions = Versions(database)
        self.looking_through = database.mapped

    def document(self, row_id: int) -> StoredDocument:
        """One document version; raises ``SealError`` when its text is not what was read."""
        found = self._database.read(f"SELECT {_SHOWN} {AMONG}", (json.dumps([row_id]),))
        if not found:
            raise SealError(f"document row {row_id}", Fact("is gone"))
        return self._stored(found[0])

    def documents(self, rows: Collection[int]) -> dict[int, StoredDocument]:
        """Documents by their row; those that are not what was read are left out and logged."""
        if not rows:
            return {}
        found = self._database.read(f"SELECT {_SHOWN} {AMONG}", (json.dumps([*rows]),))
        documents = {}
        for row in found:
            with self._withholding(row["id"]):
                documents[row["id"]] = self._stored(row)
        return documents

    def authors(self, rows: Collection[int]) -> dict[int, str]:
        """Who wrote each document, as far as it is known; not proven, and not to be shown."""
        found = self._database.read(f"SELECT d.id, d.source {AMONG}", (json.dumps([*rows]),))
        sources = {row["id"]: source_from_json(row["source"]) for row in found}
        return {row: source.author for row, source in sources.items() if source.author}

    def _stored(self, row: Row) -> StoredDocument:
        with self._noting(row["id"]):
            text = proven_text(row)
        source = source_from_json(row["source"])
        return StoredDocument(row["id"], row["name"], row["sha256"], text, source, row["passages"])

    def passages_at(self, places: Sequence[Place]) -> dict[Place, Passage]:
        """The passages at places; those that are not what was indexed are left out and logged.

        Each is proven by its own seal. Its document is proven when it is read whole, as whatever
        is shown must be.
        """
        if not places:
            return {}
        rows = self._database.read(f"SELECT p.*, d.name, d.sha256, {_AT}", (json.dumps(places),))
        held = {(row["document"], row["ordinal"]): row for row in rows}
        passages = {}
        for place in places:
            with self._withholding(place[0]):
                (row,) = whole(
                    [held[place]] if place in held else [], 1, f"document row {place[0]}"
                )
                passages[place] = passage_of_words(row, row["name"], row["sha256"], row["words"])
        return passages

    def texts_at(self, places: Sequence[Place]) -> dict[Place, str]:
        """The texts of the passages at places, to look through: a third of the time of reading
        passages. None is proven."""
        rows = self._database.read(f"SELECT p.document, p.ordinal, {_AT}", (json.dumps(places),))
        return {(row["document"], row["ordinal"]): row["words"] for row in rows}

    @contextmanager
    def _withholding(self, row: int) -> Iterator[None]:
        """What of a document cannot be proven is not shown."""
        try:
            with self._noting(row):
                yield
        except SealError:
            log.exception("defect: a passage was not shown")

    def passages(self, document: StoredDocument, first: int, last: int) -> list[Passage]:
        """The passages with ordinals ``first`` to ``last``; raises ``SealError``."""
        rows = self._database.read(
            "SELECT * FROM passages WHERE document = ? AND ordinal BETWEEN ? AND ?",
            (document.row, first, last),
        )
        name, sha256, text = document.name, document.sha256, document.text
        with self._noting(document.row):
            expected = min(last, document.passages - 1) - max(first, 0) + 1
            rows = whole(rows, expected, name)
            return [
                passage_of_words(row, name, sha256, text[row["start"] : row["end"]]) for row in rows
            ]

    def ordinal(self, document_row: int, offset: int) -> int | None:
        """The ordinal of the last passage that begins at or before ``offset``."""
        (row,) = self._database.read(
            "SELECT max(ordinal) AS ordinal FROM passages WHERE document = ? AND start <= ?",
            (document_row, offset),
        )
        ordinal: int | None = row["ordinal"]
        return ordinal

    def rows_by_key(self, key: str) -> list[Row]:
        """The versions of the documents that a key stands for: id, name, sha256; newest first."""
        return self._database.read(
            "SELECT id, name, sha256 FROM documents WHERE key = ? ORDER BY id DESC", (key,)
        )

    @contextmanager
    def _noting(self, row: int) -> Iterator[None]:
        try:
            yield
        except SealError:
            self.versions.broken.add(row)
            raise
