"""One SQLite file: reads that see only what is committed, writes one at a time."""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager, suppress
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Self

import aiosqlite

from corpus.facts import Fact
from index.errors import DatabaseError, FileDamagedError

log = logging.getLogger("verbatim.index")

Value = str | int | float | bytes | None
Row = sqlite3.Row

_BUSY_MS = 10_000
_MAPPED = 1 << 28  # bytes of the file at most, while `mapped`
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_UNWRITABLE = {
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
}
_ALONE = "immutable=1"  # opened so, SQLite writes nothing beside the file
_UNDECODED = "Could not decode"  # what Python says of a text that is none
_STREAM_ROWS = 256


class Transaction:
    """What may be done between the begin and the commit of one write."""

    def __init__(self, connection: aiosqlite.Connection) -> None:
        self._connection = connection

    async def execute(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Run one statement; returns the row id of an insert, else the number of rows changed."""
        async with self._connection.execute(sql, values) as cursor:
            inserted = sql.lstrip()[:6].upper() == "INSERT"
            return (cursor.lastrowid or 0) if inserted else cursor.rowcount

    async def execute_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        await self._connection.executemany(sql, rows)

    async def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """Like ``Database.rows``, seeing this transaction's own changes."""
        return list(await self._connection.execute_fetchall(sql, values))


class Database:
    """Connections to one file in WAL mode, so that a reader never waits for a writer.

    ``direct`` is for threads that may wait themselves, ``watching`` for ``mark`` alone.
    """

    def __init__(
        self,
        path: Path,
        reader: aiosqlite.Connection,
        writer: aiosqlite.Connection,
        direct: sqlite3.Connection,
        watching: sqlite3.Connection,
    ) -> None:
        self.path = path
        self._reader = reader
        self._writer = writer
        self._lock = asyncio.Lock()
        self._direct = direct
        self._watching = watching
        self._reading = Lock()

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path, migrations: Sequence[str]) -> AsyncIterator[Self]:
        """Open or create the file and bring it to the last of the numbered ``migrations``.

        A file that can be read alone, as on a full disk, can be read, and writing to it raises.
        Raises ``DatabaseError`` when the file is damaged, cannot be made or is from the future.
        """
        async with AsyncExitStack() as stack:
            with _naming(path):
                path.parent.mkdir(parents=True, exist_ok=True)
                try:
                    opened = cls._connected(path, _uri(path), migrations)
                    database = await stack.enter_async_context(opened)
                except sqlite3.OperationalError as error:
                    if not _is_for_readers(path, error):
                        raise
                    opened = cls._connected(path, f"{_uri(path)}?{_ALONE}")
                    database = await stack.enter_async_context(opened)
                    if await _version(database._reader) != len(migrations):
                        raise
                    log.info("%s can only be read (%s)", path, error)
            yield database

    @classmethod
    @asynccontextmanager
    async def _connected(
        cls, path: Path, uri: str, migrations: Sequence[str] | None = None
    ) -> AsyncIterator[Self]:
        """All connections; with ``migrations`` the file is made or brought up to them."""
        async with AsyncExitStack() as stack:
            reader, writer = [
                await stack.enter_async_context(
                    aiosqlite.connect(uri, uri=True, isolation_level=None)
                )
                for _ in range(2)
            ]
            for connection in (reader, writer):
                connection.row_factory = sqlite3.Row
                await connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
            if migrations is not None:
                await _prepare(path, writer, migrations)
            direct = sqlite3.connect(
                uri, timeout=_BUSY_MS / 1000, uri=True, check_same_thread=False
            )
            direct.row_factory = sqlite3.Row
            watching = sqlite3.connect(uri, timeout=_BUSY_MS / 1000, uri=True)
            database = cls(path, reader, writer, direct, watching)
            stack.callback(database._close)
            yield database

    def _close(self) -> None:
        with self._reading:  # a question that nobody waits for any more may be reading
            self._direct.close()
        self._watching.close()

    def read(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """Like ``rows``, for a thread of its own: the event loop would stand still meanwhile.

        Handing a query to the thread of ``rows`` and back takes longer than most queries.
        """
        with _naming(self.path), self._reading:
            return self._direct.execute(sql, values).fetchall()

    @contextmanager
    def mapped(self) -> Iterator[None]:
        """Have ``read`` take pages of the file without a call for each, a quarter faster where most
        of it is read. Afterwards the process does not hold them any more.
        """
        self.read(f"PRAGMA mmap_size = {_MAPPED}")
        try:
            yield
        finally:
            self.read("PRAGMA mmap_size = 0")

    async def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        with _naming(self.path):
            return list(await self._reader.execute_fetchall(sql, values))

    async def row(self, sql: str, values: Sequence[Value] = ()) -> Row | None:
        with _naming(self.path):
            async with self._reader.execute(sql, values) as cursor:
                return await cursor.fetchone()

    def mark(self) -> int:
        """A number that changes with each commit of any process.

        It is read at once, from memory that all processes share.
        """
        with _naming(self.path):
            (mark,) = self._watching.execute("PRAGMA data_version").fetchone()
            return int(mark)

    async def stream(self, sql: str, values: Sequence[Value] = ()) -> AsyncGenerator[Row]:
        """Rows one after the other, for results that need not fit in memory."""
        with _naming(self.path):
            async with self._reader.execute(sql, values) as cursor:
                while rows := await cursor.fetchmany(_STREAM_ROWS):
                    for row in rows:
                        yield row

    @asynccontextmanager
    async def write(self) -> AsyncIterator[Transaction]:
        """One transaction: committed when the block ends, rolled back when it raises.

        Raises ``DatabaseError`` when it cannot be written, as on a full disk.
        """
        async with self._lock:
            with _naming(self.path):
                await self._writer.execute("BEGIN IMMEDIATE")
                try:
                    yield Transaction(self._writer)
                    await self._writer.commit()
                except BaseException:
                    await self._writer.rollback()
                    raise


def set_aside(path: Path) -> Path:
    """Rename a database that nobody here has open, with what SQLite keeps beside it.

    Returns its new path; no name that is taken is used.
    """
    names = (path.with_name(f"{path.name}.damaged{number or ''}") for number in count())
    new = next(name for name in names if not name.exists())
    for kept in ("-wal", "-shm"):  # before the file itself, or another database would read them
        with suppress(FileNotFoundError):
            path.with_name(f"{path.name}{kept}").rename(new.with_name(f"{new.name}{kept}"))
    return path.rename(new)


def _uri(path: Path) -> str:
    return path.absolute().as_uri()


def _is_for_readers(path: Path, error: sqlite3.OperationalError) -> bool:
    """True where a file cannot be written, and all that was committed is in it."""
    behind = path.with_name(f"{path.name}-wal")
    is_whole = path.is_file() and not (behind.exists() and behind.stat().st_size)
    return is_whole and error.sqlite_errorcode & 0xFF in _UNWRITABLE


async def _prepare(path: Path, writer: aiosqlite.Connection, migrations: Sequence[str]) -> None:
    await writer.execute("PRAGMA journal_mode = WAL")
    await writer.execute("PRAGMA synchronous = FULL")
    await writer.execute("PRAGMA foreign_keys = ON")
    version = await _version(writer)
    if version > len(migrations):
        raise DatabaseError(
            str(path),
            Fact(
                "was made by a newer version (schema {version}, this one knows {known})",
                version=version,
                known=len(migrations),
            ),
            Fact("update Verbatim, or name another folder with --data"),
        )
    while version < len(migrations):
        await writer.execute("BEGIN IMMEDIATE")
        version = await _version(writer)  # another process may have been faster
        if version < len(migrations):
            for statement in migrations[version].split(";\n"):
                await writer.execute(statement)
            version += 1
            await writer.execute(f"PRAGMA user_version = {version}")
        await writer.commit()


async def _version(connection: aiosqlite.Connection) -> int:
    async with connection.execute("PRAGMA user_version") as cursor:
        row = await cursor.fetchone()
    return int(row[0]) if row else 0


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system say into one line that names the file."""
    try:
        yield
    except (sqlite3.DatabaseError, OSError) as error:
        said = error.strerror if isinstance(error, OSError) else str(error)
        reason = Fact("cannot be used as a database ({fault})", fault=str(said))
        if getattr(error, "sqlite_errorcode", None) in _DAMAGED or _UNDECODED in str(error):
            remedy = Fact("move the damaged file away, or put a copy in its place")
            raise FileDamagedError(str(path), reason, remedy) from error
        remedy = Fact(
            "make {folder} a folder that can be written, on a disk with room, "
            "or name another with --data",
            folder=str(path.parent),
        )
        raise DatabaseError(str(path), reason, remedy) from error
