"""Rules of the database file: reads see commits only, writes are whole or not at all."""

import asyncio
import resource
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from index.errors import DatabaseError
from index.store.database import Database
from index.store.store import FILE, Store

MIGRATIONS = ("CREATE TABLE notes (text TEXT)",)


async def test_a_reader_sees_nothing_of_an_uncommitted_write(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "a.db", MIGRATIONS) as database:
        async with database.write() as transaction:
            await transaction.execute("INSERT INTO notes VALUES ('x')")
            assert await database.rows("SELECT * FROM notes") == []
            assert len(await transaction.rows("SELECT * FROM notes")) == 1
        assert [row["text"] for row in await database.rows("SELECT * FROM notes")] == ["x"]


async def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "a.db", MIGRATIONS) as database:

        async def fail() -> None:
            async with database.write() as transaction:
                await transaction.execute("INSERT INTO notes VALUES ('x')")
                raise RuntimeError

        with pytest.raises(RuntimeError):
            await fail()
        assert await database.row("SELECT * FROM notes") is None


async def test_one_failed_write_does_not_erase_another_beside_it(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "a.db", MIGRATIONS) as database:

        async def insert(text: str, *, fail: bool) -> None:
            async with database.write() as transaction:
                await transaction.execute("INSERT INTO notes VALUES (?)", (text,))
                await asyncio.sleep(0)
                if fail:
                    raise RuntimeError

        jobs = [insert(str(n), fail=n % 2 == 0) for n in range(10)]
        await asyncio.gather(*jobs, return_exceptions=True)
        rows = await database.rows("SELECT text FROM notes ORDER BY text")
        assert [row["text"] for row in rows] == ["1", "3", "5", "7", "9"]


async def test_migrations_run_once_each_and_in_order(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    async with Database.open(path, MIGRATIONS) as database, database.write() as transaction:
        await transaction.execute("INSERT INTO notes VALUES ('kept')")
    more = (*MIGRATIONS, "ALTER TABLE notes ADD COLUMN number INTEGER DEFAULT 7")
    for _ in range(2):
        async with Database.open(path, more) as database:
            row = await database.row("SELECT * FROM notes")
            assert row is not None
            assert tuple(row) == ("kept", 7)


@pytest.mark.parametrize("form", [1, 2])
async def test_an_index_of_an_earlier_form_is_made_anew(tmp_path: Path, form: int) -> None:
    """All of it can be."""
    with closing(sqlite3.connect(tmp_path / FILE)) as earlier:
        earlier.execute("CREATE TABLE documents (id INTEGER PRIMARY KEY, name TEXT)")
        earlier.execute("CREATE TABLE members (document INTEGER REFERENCES documents (id))")
        earlier.execute("INSERT INTO documents VALUES (1, 'a.md')")
        earlier.execute("INSERT INTO members VALUES (1)")
        earlier.execute(f"PRAGMA user_version = {form}")
        earlier.commit()
    async with Store.open(tmp_path) as store:
        assert await store.versions.current() is None
        assert await store.damaged() == set()
        assert await store.analysed([("a.md", "")], "") == {}


async def test_a_file_from_a_newer_version_is_refused_with_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    async with Database.open(path, (*MIGRATIONS, "CREATE TABLE later (x)")):
        pass
    with pytest.raises(DatabaseError, match=r"newer version.*update Verbatim"):
        async with Database.open(path, MIGRATIONS):
            pass


async def test_a_damaged_file_is_one_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"this is no database, " * 100)
    with pytest.raises(DatabaseError, match=r"a\.db: cannot be used as a database .*damaged"):
        async with Database.open(path, MIGRATIONS):
            pass


async def test_a_folder_that_cannot_be_made_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(DatabaseError, match="folder that can be written"):
        async with Database.open(tmp_path / "file" / "a.db", MIGRATIONS):
            pass


async def test_a_full_disk_is_one_clear_error_and_blocks_no_later_write(tmp_path: Path) -> None:
    async with Database.open(tmp_path / "a.db", MIGRATIONS) as database:

        async def insert(text: str) -> None:
            async with database.write() as transaction:
                await transaction.execute("INSERT INTO notes VALUES (?)", (text,))

        with largest_file(100_000), pytest.raises(DatabaseError, match="a disk with room"):
            await insert("x" * 200_000)
        await insert("kept")
        assert [row["text"] for row in await database.rows("SELECT * FROM notes")] == ["kept"]


async def test_where_nothing_can_be_written_the_file_can_still_be_read(tmp_path: Path) -> None:
    """As on a full disk, or one that is mounted so."""
    path = tmp_path / "a name? 100%.db"
    async with Database.open(path, MIGRATIONS) as database, database.write() as transaction:
        await transaction.execute("INSERT INTO notes VALUES ('kept')")
    with largest_file(0):
        async with Database.open(path, MIGRATIONS) as database:
            assert [row["text"] for row in await database.rows("SELECT * FROM notes")] == ["kept"]
            assert [row["text"] for row in database.read("SELECT * FROM notes")] == ["kept"]
            with pytest.raises(DatabaseError, match="folder that can be written"):
                async with database.write() as transaction:
                    await transaction.execute("INSERT INTO notes VALUES ('lost')")
        with pytest.raises(DatabaseError, match="folder that can be written"):
            async with Database.open(path, (*MIGRATIONS, "CREATE TABLE later (x)")):
                pass
        with pytest.raises(DatabaseError, match="folder that can be written"):
            async with Database.open(tmp_path / "none.db", MIGRATIONS):
                pass


async def test_a_file_that_lacks_what_was_committed_is_not_read_alone(tmp_path: Path) -> None:
    """A process that was killed has left it beside the file."""
    path = tmp_path / "a.db"
    async with Database.open(path, MIGRATIONS) as database:
        async with database.write() as transaction:
            await transaction.execute("INSERT INTO notes VALUES ('kept')")
        killed = tmp_path / "killed"
        killed.mkdir()
        for name in ("a.db", "a.db-wal"):
            shutil.copy(tmp_path / name, killed / name)
    with largest_file(0), pytest.raises(DatabaseError, match="folder that can be written"):
        async with Database.open(killed / "a.db", MIGRATIONS):
            pass
    async with Database.open(killed / "a.db", MIGRATIONS) as database:
        assert [row["text"] for row in await database.rows("SELECT * FROM notes")] == ["kept"]


async def test_damage_that_is_met_late_is_one_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    async with Database.open(path, MIGRATIONS) as database, database.write() as transaction:
        for number in range(1_000):
            await transaction.execute("INSERT INTO notes VALUES (?)", (f"{number:0100}",))
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xff" * (size - 8192))
    async with Database.open(path, MIGRATIONS) as database:
        with pytest.raises(DatabaseError, match="malformed"):
            [row async for row in database.stream("SELECT * FROM notes")]


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """No file may grow beyond ``size`` bytes, as if the disk were full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
