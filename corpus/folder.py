"""The corpus folder: which files it holds, and how one of them is opened safely."""

import errno
import os
import stat
from collections.abc import Collection, Iterator
from operator import itemgetter
from pathlib import Path
from typing import Final, NamedTuple

from corpus.errors import CorpusError, UnreadableFileError
from corpus.facts import Fact
from corpus.formats.table import SUFFIXES, suffix_of
from corpus.sources_file import SOURCES_FILE

_CLOSED: Final = Fact("may not be read: permission denied; give the bot's account read permission")
_SPECIAL: Final = (
    (stat.S_ISFIFO, Fact("a named pipe")),
    (stat.S_ISSOCK, Fact("a socket")),
    (stat.S_ISBLK, Fact("a device")),
    (stat.S_ISCHR, Fact("a device")),
)
# Absent on Windows, which has neither pipes in folders nor O_NOFOLLOW.
_AS_OPENED: Final = os.access in os.supports_effective_ids  # not on Windows
_account: Final = getattr(os, "geteuid", lambda: None)  # not on Windows
_OPEN_FLAGS: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0)


class FileStamp(NamedTuple):
    """A file as its folder lists it. ``id`` is its relative path with forward slashes."""

    id: str
    size: int
    mtime_ns: int


class Listing(NamedTuple):
    """The files that can be read, those that cannot and why, and ``sources.toml``; by name."""

    files: tuple[FileStamp, ...]
    unreadable: tuple[UnreadableFileError, ...]
    sources: FileStamp | None


def list_folder(folder: Path, *, max_bytes: int, skip: Collection[Path] = ()) -> Listing:
    """List what the folder holds, by names, sizes, times and permissions; no file is opened.

    Hidden files and folders (a leading dot), the folders in ``skip`` and ``sources.toml`` are not
    documents and are left out; everything else is either listed or reported with its reason.
    Links are not followed. Raises ``CorpusError`` when the folder itself cannot be listed.
    """
    check_folder(folder)
    root = folder.resolve()
    files: list[FileStamp] = []
    unreadable: list[UnreadableFileError] = []
    sources = None
    account = _account()
    for name, found in _walk(root, {os.path.realpath(path) for path in skip}):
        if isinstance(found, UnreadableFileError):
            unreadable.append(found)
        elif name == SOURCES_FILE:
            sources = _stamp(found, SOURCES_FILE)
        else:
            try:
                files.append(_checked(found, name, root, max_bytes, account))
            except UnreadableFileError as error:
                unreadable.append(error)
            except OSError as error:
                unreadable.append(UnreadableFileError(printable(name), os_reason(error)))
    files.sort(key=itemgetter(0))  # a third of the time of comparing stamps
    unreadable.sort(key=lambda error: error.file)
    return Listing(tuple(files), tuple(unreadable), sources)


def read_file(folder: Path, name: str, *, max_bytes: int) -> bytes:
    """The bytes of one file of the folder; raises ``UnreadableFileError``.

    Holds even when the file was changed after it was listed: nothing but a regular file inside
    the folder is read, and never more than ``max_bytes``.
    """
    shown = printable(name)
    try:
        root = folder.resolve(strict=True)
        path = root / name
        if path.resolve(strict=True) != path or not path.is_relative_to(root):
            raise UnreadableFileError(
                shown, Fact("is not a file of the corpus, or stands behind a link")
            )
        with os.fdopen(os.open(path, _OPEN_FLAGS), "rb") as file:
            status = os.fstat(file.fileno())
            _check_regular(status, shown)
            _check_size(status.st_size, shown, max_bytes)
            data = file.read(max_bytes + 1)
    except (OSError, RuntimeError, ValueError) as error:
        raise UnreadableFileError(shown, os_reason(error)) from None
    _check_size(len(data), shown, max_bytes)
    return data


def printable(name: str) -> str:
    """The name as text that can be shown: what is not valid Unicode is written as an escape."""
    return name if name.isascii() else name.encode("utf-8", "backslashreplace").decode()


def os_reason(error: Exception) -> Fact:
    """What the operating system says, as a reason with a way out."""
    if isinstance(error, PermissionError):
        return _CLOSED
    if isinstance(error, FileNotFoundError):
        return Fact("was there a moment ago and is gone; index again")
    # Before Python 3.13, Path.resolve() tells a circle of links by a RuntimeError.
    if isinstance(error, RuntimeError) or getattr(error, "errno", None) == errno.ELOOP:
        return Fact("is a link that leads in a circle; replace it by the file itself")
    if not isinstance(error, OSError):
        return Fact("has a name that cannot be used here; rename it")
    return Fact(
        "cannot be read: {fault}; see to the disk or remove the file",
        fault=error.strerror or str(error),
    )


def check_folder(folder: Path) -> None:
    """Raises ``CorpusError`` for what is no folder that can be opened."""
    thing = Fact("corpus folder {folder}", folder=printable(str(folder)))
    remedy = Fact("give an existing folder with --corpus or VERBATIM_CORPUS")
    try:
        if not stat.S_ISDIR(folder.stat().st_mode):
            raise CorpusError(thing, Fact("is not a folder"), remedy)
        with os.scandir(folder):
            pass
    except FileNotFoundError:
        raise CorpusError(thing, Fact("does not exist"), remedy) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CorpusError(thing, Fact("cannot be opened ({fault})", fault=reason), remedy) from None


def _walk(
    root: Path, skip: Collection[str]
) -> Iterator[tuple[str, "os.DirEntry[str] | UnreadableFileError"]]:
    """What is in the folder and in those below it, each by its name among documents."""
    waiting = [(str(root), "")]
    while waiting:
        folder, above = waiting.pop()
        try:
            with os.scandir(folder) as entries:
                found = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError as error:
            name = above or "./"
            yield name, UnreadableFileError(printable(name), os_reason(error))
            continue
        for entry in found:
            name = above + entry.name
            if not entry.is_dir(follow_symlinks=False):
                yield name, entry
            elif entry.path not in skip:
                waiting.append((entry.path, f"{name}/"))


def _checked(
    entry: "os.DirEntry[str]", name: str, root: Path, max_bytes: int, account: int | None
) -> FileStamp:
    """The stamp of a file that can be read; most are told to be one by a few comparisons."""
    status = entry.stat(follow_symlinks=False) if name.isascii() else None
    if (
        status is None
        or not stat.S_ISREG(status.st_mode)
        or not 0 < status.st_size <= max_bytes
        or not (status.st_mode & stat.S_IRUSR and status.st_uid == account)
        or suffix_of(name) not in SUFFIXES
    ):
        return _closely_checked(entry, name, root, max_bytes)
    return FileStamp(name, status.st_size, status.st_mtime_ns)


def _closely_checked(entry: "os.DirEntry[str]", name: str, root: Path, max_bytes: int) -> FileStamp:
    """As above of any file; raises ``UnreadableFileError`` with the reason."""
    shown = printable(name)
    if shown != name:
        raise UnreadableFileError(shown, Fact("has a name that is not valid Unicode; rename it"))
    if entry.is_symlink():
        raise UnreadableFileError(shown, _link_reason(Path(entry.path), root))
    status = entry.stat(follow_symlinks=False)
    _check_regular(status, shown)
    if suffix_of(name) not in SUFFIXES:
        known = " ".join(sorted(SUFFIXES - {""}))
        reason = "is a {suffix} file, which is not a known format; known are {known}"
        raise UnreadableFileError(shown, Fact(reason, suffix=suffix_of(name), known=known))
    _check_size(status.st_size, shown, max_bytes)
    # Told here, not when it is read, so that a listing changes with the permission.
    if not _is_own(status) and not os.access(entry.path, os.R_OK, effective_ids=_AS_OPENED):
        raise UnreadableFileError(shown, _CLOSED)
    return FileStamp(name, status.st_size, status.st_mtime_ns)


def _is_own(status: os.stat_result) -> bool:
    """True for a file of this account that its owner may read, which need not be tried."""
    return bool(status.st_mode & stat.S_IRUSR) and status.st_uid == _account()


def _stamp(entry: "os.DirEntry[str]", name: str) -> FileStamp | None:
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    return FileStamp(name, status.st_size, status.st_mtime_ns)


def _check_regular(status: os.stat_result, shown: str) -> None:
    if stat.S_ISREG(status.st_mode):
        return
    for is_kind, kind in _SPECIAL:
        if is_kind(status.st_mode):
            special = Fact("is {kind}, not a file; remove it from the corpus", kind=kind)
            raise UnreadableFileError(shown, special)
    raise UnreadableFileError(shown, Fact("is not a regular file; remove it from the corpus"))


def _check_size(size: int, shown: str, max_bytes: int) -> None:
    if size > max_bytes:
        reason = "is too large: {size} bytes, and the limit is {limit}; split it or raise the limit"
        raise UnreadableFileError(shown, Fact(reason, size=size, limit=max_bytes))
    if size == 0:
        raise UnreadableFileError(shown, Fact("is empty"))


def _link_reason(link: Path, root: Path) -> Fact:
    try:
        target = link.resolve(strict=True)
    except FileNotFoundError:
        return Fact("is a link to nothing; remove it or fix its target")
    except (OSError, RuntimeError) as error:
        return os_reason(error)
    if not target.is_relative_to(root):
        return Fact("is a link that leaves the corpus folder; copy its target into the folder")
    if link.is_relative_to(target):
        return Fact("is a link back to a folder that holds it, a circle; remove it")
    name = target.relative_to(root)
    shown = printable(name.as_posix())
    if any(part.startswith(".") for part in name.parts):
        return Fact("is a link to {target}, which is hidden and not read", target=shown)
    return Fact("is a link to {target}, which is read itself", target=shown)
