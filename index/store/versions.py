"""The versions of an index: which is served, of which documents, built from which files."""

import asyncio
import json
import logging
from collections.abc import AsyncGenerator, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import NamedTuple

from corpus.facts import Fact, fact_from_data, fact_to_data
from corpus.folder import FileStamp
from index.answers import Holding, Unreadable
from index.store.database import Database, Row, Transaction
from index.store.rows import SEALED, SealError, holding_from_row, seal

log = logging.getLogger("verbatim.index")

_SEALED = ", ".join(f"d.{column}" for column in SEALED)
_KEPT_SNAPSHOTS = 2  # the served one, and the one that a question may still be reading


class KnownFile(NamedTuple):
    """A document's file as it was when the current version was built."""

    stamp: FileStamp
    document: int
    digest: str
    pipeline: str

    def unchanged(self, stamp: FileStamp, pipeline: str) -> bool:
        """True when the file need not be read again."""
        return self.stamp == stamp and self.pipeline == pipeline


@dataclass(frozen=True, slots=True)
class Current:
    """The version that is served, and the state of the corpus folder that it was built from."""

    version: str
    pipeline: str
    signature: str
    unreadable: tuple[Unreadable, ...]


class Versions:
    """Reads and commits versions. ``broken`` are the documents found to be other than indexed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.broken: set[int] = set()
        self._seen: tuple[int, Current | None] | None = None

    async def current(self) -> Current | None:
        """The newest committed version whose row is what was committed."""
        mark = self._database.mark()
        if self._seen is None or self._seen[0] != mark:
            self._seen = mark, await self._newest()
        return self._seen[1]

    async def _newest(self) -> Current | None:
        rows = await self._database.rows("SELECT * FROM snapshots ORDER BY id DESC")
        row = next((row for row in rows if seal(*_facts(row)) == row["seal"]), None)
        if row is None:
            return None
        kept = json.loads(row["unreadable"])
        unreadable = tuple(Unreadable(file, fact_from_data(reason)) for file, reason in kept)
        return Current(row["version"], row["pipeline"], row["signature"], unreadable)

    async def kept(self) -> set[str]:
        """The versions that may still be read."""
        rows = await self._database.rows("SELECT version FROM snapshots")
        return {row["version"] for row in rows}

    async def files(self) -> dict[str, KnownFile]:
        """The files that the current version was built from, by name."""
        rows = await self._database.rows(
            "SELECT f.*, d.digest, d.pipeline FROM files f JOIN documents d"
            " ON d.id = f.document AND d.name = f.name"
        )
        return {
            row["name"]: KnownFile(
                FileStamp(row["name"], row["size"], row["mtime_ns"]),
                row["document"],
                row["digest"],
                row["pipeline"],
            )
            for row in rows
        }

    async def sources_stamp(self) -> FileStamp | None:
        """The file of given metadata, as it was when the current version was built."""
        row = await self._database.row("SELECT * FROM files WHERE document IS NULL")
        return FileStamp(row["name"], row["size"], row["mtime_ns"]) if row else None

    async def commit(
        self,
        current: Current,
        documents: Sequence[int],
        files: Iterable[tuple[FileStamp, int | None]],
    ) -> None:
        """Make a built version the current one, and forget what no kept version needs."""
        reasons = _reasons(current)
        async with self._database.write() as transaction:
            facts = (current.version, current.pipeline, current.signature, reasons)
            snapshot = await transaction.execute(
                "INSERT INTO snapshots (version, pipeline, signature, unreadable, members, seal)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (*facts, seal(*sorted(documents)), seal(*facts)),
            )
            await transaction.execute_many(
                "INSERT INTO members VALUES (?, ?)", ((snapshot, row) for row in documents)
            )
            await _write_files(transaction, files)
            await transaction.execute(
                "DELETE FROM snapshots WHERE id <= ?", (snapshot - _KEPT_SNAPSHOTS,)
            )
            await transaction.execute(
                "DELETE FROM documents WHERE id NOT IN (SELECT document FROM members)"
            )

    async def seen(self, current: Current, files: Iterable[tuple[FileStamp, int | None]]) -> None:
        """Note the state of a folder of which the current version is still what was built."""
        facts = (current.version, current.pipeline, current.signature, _reasons(current))
        async with self._database.write() as transaction:
            await transaction.execute(
                "UPDATE snapshots SET signature = ?, seal = ? WHERE version = ?",
                (current.signature, seal(*facts), current.version),
            )
            await _write_files(transaction, files)

    async def check(self, version: str) -> None:
        """Raises ``SealError`` when a version's documents are not those that it was built from."""
        rows = await self._database.rows(
            "SELECT d.id, s.members FROM snapshots s JOIN members m ON m.snapshot = s.id"
            " JOIN documents d ON d.id = m.document WHERE s.version = ?",
            (version,),
        )
        if rows and seal(*sorted(row["id"] for row in rows)) != rows[0]["members"]:
            raise SealError(
                Fact("index {version}", version=version),
                Fact("is not of the documents that it was built from"),
            )

    async def holdings(self, version: str) -> list[tuple[int, Holding]]:
        """The documents of a version with their row ids, by name.

        One whose row has changed since is left out and logged.
        """
        rows = await self._database.rows(
            f"SELECT d.id, {_SEALED}, d.seal FROM snapshots s"  # noqa: S608 - names of columns
            " JOIN members m ON m.snapshot = s.id JOIN documents d ON d.id = m.document"
            " WHERE s.version = ?",
            (version,),
        )
        return await asyncio.to_thread(self._proven, rows)

    async def listed(self, version: str) -> AsyncGenerator[Holding]:
        """The same one by one: who stops reading has read, and proven, no more than that."""
        rows = self._database.stream(
            f"SELECT d.id, {_SEALED}, d.seal FROM documents d"  # noqa: S608 - names of columns
            " CROSS JOIN snapshots s ON s.version = ?"
            " CROSS JOIN members m ON m.snapshot = s.id AND m.document = d.id ORDER BY d.name",
            (version,),
        )
        async with aclosing(rows):
            async for row in rows:
                if holding := self._holding(row):
                    yield holding

    def _proven(self, rows: Iterable[Row]) -> list[tuple[int, Holding]]:
        found = [(row[0], holding) for row in rows if (holding := self._holding(row))]
        found.sort(key=lambda each: each[1].document)
        return found

    def _holding(self, row: Row) -> Holding | None:
        try:
            return holding_from_row(row)
        except SealError:
            log.exception("defect: a document is not shown")
            self.broken.add(row["id"])
            return None


def _reasons(current: Current) -> str:
    return json.dumps([[each.file, fact_to_data(each.reason)] for each in current.unreadable])


async def _write_files(
    transaction: Transaction, files: Iterable[tuple[FileStamp, int | None]]
) -> None:
    await transaction.execute("DELETE FROM files")
    await transaction.execute_many(
        "INSERT INTO files VALUES (?, ?, ?, ?)",
        ((stamp.id, stamp.size, stamp.mtime_ns, row) for stamp, row in files),
    )


def _facts(row: Row) -> tuple[str, ...]:
    return row["version"], row["pipeline"], row["signature"], row["unreadable"]
