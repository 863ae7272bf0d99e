"""The store: documents, passages and index versions in one SQLite file."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

from corpus.model import Source
from index.arrays.forward import DocumentForms
from index.errors import FileDamagedError
from index.store.database import Database
from index.store.migrations import INDEX
from index.store.rows import (
    SealError,
    checked,
    damaged_among,
    document_values,
    passage_values,
    source_from_json,
    unsealed,
    vocabulary_from_rows,
)
from index.store.shelf import AMONG, Shelf
from index.terms.counted import DocumentPostings

if TYPE_CHECKING:
    from index.terms.analysis import Analysis
    from index.terms.vocabulary import Vocabulary

log = logging.getLogger("verbatim.index")

FILE = "index.sqlite3"
_BATCH_BYTES = 4 << 20


class Store(Shelf):
    """All reads and writes of the index database: what questions read, and what building does."""

    @classmethod
    @asynccontextmanager
    async def open(cls, folder: Path) -> AsyncIterator[Self]:
        """Open or create the store in ``folder``; raises ``DatabaseError``."""
        async with Database.open(folder / FILE, INDEX) as database:
            yield cls(database)

    async def vocabulary(self) -> "Vocabulary":
        """All terms and words that it knows; raises ``FileDamagedError`` where one changed."""
        terms = await self._database.rows("SELECT * FROM terms ORDER BY id")
        words = await self._database.rows("SELECT * FROM words ORDER BY id")
        try:
            return await asyncio.to_thread(vocabulary_from_rows, terms, words)
        except SealError as error:
            raise FileDamagedError(str(self._database.path), error.reason, error.remedy) from error

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
        self,
        analyses: Sequence["Analysis"],
        pipeline: str,
        indexed_at: str,
        vocabulary: "Vocabulary",
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
        for batch in _batches((row["id"] for row in ids), {row["id"]: row["size"] for row in ids}):
            values = (json.dumps(batch),)
            documents = await self._database.rows(f"SELECT d.* {AMONG}", values)
            passages = await self._database.rows(
                f"SELECT p.* {AMONG} JOIN passages p ON p.document = d.id ORDER BY 1, 2", values
            )
            found |= await asyncio.to_thread(damaged_among, documents, passages)
        return found

    async def forget(self, rows: Collection[int]) -> None:
        """Have documents read and analysed anew from their files."""
        async with self._database.write() as transaction:
            await transaction.execute_many(
                "UPDATE documents SET pipeline = '' WHERE id = ?", ((row,) for row in rows)
            )
        self.versions.broken.difference_update(rows)

    async def postings(
        self, rows: Iterable[int], at_once: int = _BATCH_BYTES
    ) -> AsyncIterator[list[DocumentPostings]]:
        """The postings of documents in the order given, some bytes of them at a time."""
        async for batch in self._packed("postings", rows, at_once):
            yield await asyncio.to_thread(list, map(DocumentPostings.unpack, batch))

    async def forms(
        self, rows: Iterable[int], at_once: int = _BATCH_BYTES
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
        for batch in _batches(rows, sizes, at_once):
            found = await self._database.rows(
                f"SELECT d.id, d.{column} AS packed FROM json_each(?) r"  # noqa: S608 - a literal
                " CROSS JOIN documents d ON d.id = r.value",
                (json.dumps(batch),),
            )
            packed = {row["id"]: row["packed"] for row in found}
            yield self._unsealed(batch, packed)

    def _unsealed(self, rows: Sequence[int], packed: Mapping[int, bytes]) -> list[bytes]:
        whole: list[bytes] = []
        try:
            whole.extend(unsealed(packed[row], f"document row {row}") for row in rows)
        except SealError:
            self.versions.broken.add(rows[len(whole)])
            raise
        return whole

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
        found = await self._database.rows(f"SELECT d.id, d.source {AMONG}", values)
        return [(row["id"], source_from_json(row["source"])) for row in found]


def _batches(
    rows: Iterable[int], sizes: Mapping[int, int], at_once: int = _BATCH_BYTES
) -> Iterator[list[int]]:
    """The rows in order, in batches of some bytes; raises ``LookupError`` for a row gone."""
    batch: list[int] = []
    held = 0
    for row in rows:
        batch.append(row)
        held += sizes[row]
        if held > at_once:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch
