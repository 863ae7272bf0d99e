"""The store: documents, passages and index versions in one SQLite file."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Collection, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import Literal, Self

from corpus.model import Source
from index.arrays.forward import DocumentForms
from index.cutting.passage import Passage
from index.store.database import Database, DatabaseDamagedError, Row
from index.store.migrations import INDEX
from index.store.rows import (
    BATCH_BYTES,
    SEALED,
    SealError,
    StoredDocument,
    batches,
    checked,
    damaged_among,
    document_values,
    passage_from_row,
    passage_of_words,
    passage_values,
    proven_text,
    source_from_json,
    unsealed,
    vocabulary_from_rows,
    whole,
)
from index.store.versions import Versions
from index.terms.analysis import Analysis
from index.terms.counted import DocumentPostings
from index.terms.vocabulary import Vocabulary

log = logging.getLogger("verbatim.index")

Place = tuple[int, int]  # a document's row, and the ordinal of a passage in it

FILE = "index.sqlite3"
_SHOWN = "d.id, d.text, d.seal, " + ", ".join(f"d.{column}" for column in SEALED)
_AT = (
    "substr(d.text, p.start + 1, p.end - p.start) AS words FROM json_each(?) r"
    " CROSS JOIN passages p ON p.document = json_extract(r.value, '$[0]')"
    " AND p.ordinal = json_extract(r.value, '$[1]') JOIN documents d ON d.id = p.document"
)
_AMONG = "FROM json_each(?) r CROSS JOIN documents d ON d.id = r.value"


class Store:
    """All reads and writes of the index database.

    What questions read is read at once, in the thread that asks.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.versions = Versions(database)

    @classmethod
    @asynccontextmanager
    async def open(cls, folder: Path) -> AsyncIterator[Self]:
        """Open or create the store in ``folder``; raises ``DatabaseError``."""
        async with Database.open(folder / FILE, INDEX) as database:
            yield cls(database)

    async def vocabulary(self) -> Vocabulary:
        """All terms and words that it knows; raises ``DatabaseDamagedError`` where one changed."""
        terms = await self._database.rows("SELECT * FROM terms ORDER BY id")
        words = await self._database.rows("SELECT * FROM words ORDER BY id")
        try:
            return await asyncio.to_thread(vocabulary_from_rows, terms, words)
        except SealError as error:
            raise DatabaseDamagedError(
                str(self._database.path), error.reason, error.remedy
            ) from error

    async def analysed(
        self, files: Sequence[tuple[str, str]], pipeline: str
    ) -> dict[tuple[str, str], int]:
        """The rows of those files, names and digests, that were analysed before.

        Perhaps by an interrupted reindex.
        """
        rows = await self._database.rows(
            "SELECT d.name, d.digest, max(d.id) AS id FROM json_each(?) f CROSS JOIN documents d"
            " ON d.name = json_extract(f.value, '$[0]') AND d.pipeline = ?"
            " AND d.digest = json_extract(f.value, '$[1]') GROUP BY d.name, d.digest",
            (json.dumps(files), pipeline),
        )
        return {(row["name"], row["digest"]): row["id"] for row in rows}

    async def add(
        self, analyses: Sequence[Analysis], pipeline: str, indexed_at: str, vocabulary: Vocabulary
    ) -> list[int]:
        """Keep analysed documents and the vocabulary they brought; returns their rows."""
        async with self._database.write() as transaction:
            news = vocabulary.take_new()
            await transaction.execute_many(
                "INSERT INTO terms VALUES (?, ?, ?)", (checked(*term) for term in news.terms)
            )
            await transaction.execute_many(
                "INSERT INTO words (word, surface, term, seal) VALUES (?, ?, ?, ?) ON CONFLICT"
                " (word) DO UPDATE SET surface = excluded.surface, seal = excluded.seal",
                (checked(*word) for word in news.words + news.respelt),  # (form, spelling, term)
            )
            (last,) = await transaction.rows("SELECT coalesce(max(id), 0) AS id FROM documents")
            rows = range(last["id"] + 1, last["id"] + 1 + len(analyses))
            numbered = list(zip(rows, analyses, strict=True))
            await transaction.execute_many(
                "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (document_values(row, each, pipeline, indexed_at) for row, each in numbered),
            )
            await transaction.execute_many(
                "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    passage_values(row, ordinal, passage)
                    for row, each in numbered
                    for ordinal, passage in enumerate(each.passages)
                ),
            )
            return list(rows)

    async def damaged(self) -> set[int]:
        """The documents that are not what was indexed; reads all that is kept of each."""
        found = set(self.versions.broken)
        ids = await self._database.rows("SELECT id, length(text) AS size FROM documents")
        for batch in batches((row["id"] for row in ids), {row["id"]: row["size"] for row in ids}):
            values = (json.dumps(batch),)
            documents = await self._database.rows(f"SELECT d.* {_AMONG}", values)
            passages = await self._database.rows(
                f"SELECT p.* {_AMONG} JOIN passages p ON p.document = d.id ORDER BY 1, 2", values
            )
            found |= await asyncio.to_thread(damaged_among, documents, passages)
        return found

    async def forget(self, rows: Iterable[int]) -> None:
        """Have documents read and analysed anew from their files."""
        async with self._database.write() as transaction:
            await transaction.execute_many(
                "UPDATE documents SET pipeline = '' WHERE id = ?", ((row,) for row in rows)
            )
        self.versions.broken.difference_update(rows)

    @contextmanager
    def _noting(self, row: int) -> Iterator[None]:
        try:
            yield
        except SealError:
            self.versions.broken.add(row)
            raise

    async def postings(
        self, rows: Iterable[int], at_once: int = BATCH_BYTES
    ) -> AsyncIterator[list[DocumentPostings]]:
        """The postings of documents in the order given, some bytes of them at a time."""
        async for batch in self._packed("postings", rows, at_once):
            yield await asyncio.to_thread(list, map(DocumentPostings.unpack, batch))

    async def forms(
        self, rows: Iterable[int], at_once: int = BATCH_BYTES
    ) -> AsyncIterator[list[DocumentForms]]:
        """The forms of documents in the order given, some bytes of them at a time."""
        async for batch in self._packed("forms", rows, at_once):
            yield await asyncio.to_thread(list, map(DocumentForms.unpack, batch))

    async def _packed(
        self, column: Literal["postings", "forms"], rows: Iterable[int], at_once: int
    ) -> AsyncIterator[list[bytes]]:
        sizes = {
            row["id"]: row["size"]
            async for row in self._database.stream(
                f"SELECT id, length({column}) AS size FROM documents"  # noqa: S608 - a literal
            )
        }
        for batch in batches(rows, sizes, at_once):
            found = await self._database.rows(
                f"SELECT d.id, d.{column} AS packed FROM json_each(?) r"  # noqa: S608 - a literal
                " CROSS JOIN documents d ON d.id = r.value",
                (json.dumps(batch),),
            )
            packed = {row["id"]: row["packed"] for row in found}
            yield [self._unsealed(row, packed[row]) for row in batch]

    def _unsealed(self, row: int, packed: bytes) -> bytes:
        with self._noting(row):
            return unsealed(packed, f"document row {row}")

    async def published(self, rows: Sequence[int]) -> list[tuple[int, int] | None]:
        """The first and last day, as ordinals, that each document may be published on."""
        found = {
            row["id"]: (row["published_first"], row["published_last"])
            async for row in self._database.stream(
                "SELECT id, published_first, published_last FROM documents"
                " WHERE published_first IS NOT NULL"
            )
        }
        return [found.get(row) for row in rows]

    async def sources(self, rows: Iterable[int]) -> list[tuple[int, Source]]:
        """The sources of documents, by their rows."""
        values = (json.dumps([*rows]),)
        found = await self._database.rows(f"SELECT d.id, d.source {_AMONG}", values)
        return [(row["id"], source_from_json(row["source"])) for row in found]

    def document(self, row_id: int) -> StoredDocument:
        """One document version; raises ``SealError`` when its text is not what was read."""
        found = self._database.read(f"SELECT {_SHOWN} {_AMONG}", (json.dumps([row_id]),))
        if not found:
            raise SealError(f"document row {row_id}", "is gone")
        return self._stored(found[0])

    def documents(self, rows: Collection[int]) -> dict[int, StoredDocument]:
        """Documents by their row; those that are not what was read are left out and logged."""
        if not rows:
            return {}
        found = self._database.read(f"SELECT {_SHOWN} {_AMONG}", (json.dumps([*rows]),))
        documents = {}
        for row in found:
            with suppress(SealError), self._logging():
                documents[row["id"]] = self._stored(row)
        return documents

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
            with suppress(SealError), self._logging(), self._noting(place[0]):
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

    @staticmethod
    @contextmanager
    def _logging() -> Iterator[None]:
        try:
            yield
        except SealError:
            log.exception("defect: a passage was not shown")
            raise

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
            return [passage_from_row(row, name, sha256, text) for row in rows]

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
