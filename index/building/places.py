"""Where an index lives, and who may write it."""

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from corpus.facts import Fact
from index.errors import ReindexRunningError
from index.store.database import set_aside
from index.store.store import FILE

_SNAPSHOTS = "snapshots"


def index_folder(data: Path, corpus: Path) -> Path:
    """Where in ``data`` the index of ``corpus`` lives: each corpus has a folder of its own."""
    place = os.fsencode(os.path.realpath(corpus))  # Path.resolve() raises for a circle of links
    return data / f"index-{hashlib.sha256(place).hexdigest()[:8]}"


def snapshots(folder: Path) -> Path:
    """The folder of all versions of the index in a folder."""
    return folder / _SNAPSHOTS


def snapshot_folder(folder: Path, version: str) -> Path:
    """The folder of one version."""
    return snapshots(folder) / version


@contextlib.contextmanager
def reindex_lock(folder: Path) -> Iterator[None]:
    """Nobody else writes the index in the folder; raises ``ReindexRunningError``."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - 0.02 s, not for who only asks

    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / "reindex.lock", blocking=False, thread_local=False)
    try:
        with lock:
            yield
    except Timeout:
        raise ReindexRunningError(
            Fact("reindex"),
            Fact("another one is running"),
            Fact("wait for it to finish and try again"),
        ) from None


def set_aside_index(*, corpus: Path, data: Path) -> Path:
    """Rename a database that the next reindex makes anew, to the path that is returned.

    It must not be open here. Raises ``ReindexRunningError``."""
    folder = index_folder(data, corpus)
    with reindex_lock(folder):
        return set_aside(folder / FILE)
