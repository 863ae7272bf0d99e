"""A version is on the disk, all of it, before the database names it, or not at all."""

import errno
import os
from pathlib import Path

import pytest

from index.building.places import snapshot_folder
from index.library import index_folder
from index.store.versions import Versions
from tests.index.making import TWO_SIDES, library_over

State = dict[int, tuple[int, int]]  # size and time of last change, by inode


def state(*paths: Path) -> State:
    return {(now := path.stat()).st_ino: (now.st_size, now.st_mtime_ns) for path in paths}


async def test_every_file_is_pushed_to_the_disk_as_it_stays_before_the_commit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pushed: State = {}
    at_commit: list[State] = []
    fsync, commit = os.fsync, Versions.commit

    def noted(handle: int) -> None:
        fsync(handle)
        now = os.fstat(handle)
        pushed[now.st_ino] = now.st_size, now.st_mtime_ns

    async def committed(self: Versions, *given: object) -> None:
        at_commit.append(dict(pushed))
        await commit(self, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "fsync", noted)
    monkeypatch.setattr(Versions, "commit", committed)
    async with library_over(tmp_path, TWO_SIDES, afresh=True) as library:
        version = await library.version()
    assert version is not None
    folder = snapshot_folder(index_folder(tmp_path / "data", tmp_path / "corpus"), version)
    expected = state(*folder.iterdir(), folder, folder.parent)
    assert (folder / "sums.json").stat().st_ino in expected
    assert expected.items() <= at_commit[-1].items()


async def test_a_build_without_room_names_the_place_and_leaves_nothing_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it had written would keep the disk full, and votes could not be stored."""

    def no_room(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")  # an open file knows no name

    async with library_over(tmp_path, TWO_SIDES) as library:
        home = index_folder(tmp_path / "data", tmp_path / "corpus")
        before = sorted((home / "snapshots").iterdir())
        (tmp_path / "corpus" / "denial.md").unlink()
        monkeypatch.setattr(os, "posix_fallocate", no_room)
        with pytest.raises(OSError, match="No space left") as caught:
            await library.reindex()
        assert caught.value.filename == str(home)
        assert sorted((home / "snapshots").iterdir()) == before
        monkeypatch.undo()
        assert (await library.reindex()).removed == ("denial.md",)
