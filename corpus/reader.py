"""A folder in, documents out: lists files, loads one at a time, and parses it."""

import hashlib
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.errors import InstallationError, UnreadableFileError
from corpus.facts import Fact
from corpus.folder import FileStamp, Listing, list_folder, printable, read_file
from corpus.formats.table import format_of
from corpus.model import Document, LeftOut, Origin, Source, text_sha256
from corpus.sources_file import SOURCES_FILE, SourcesFile, read_sources_file

if TYPE_CHECKING:
    from corpus.formats.draft import Draft

READER_VERSION: Final = 17
"""Raised whenever the same bytes would make another document, so that all are read again."""

PART_MARK: Final = "#"
"""Between a file's name and that of one of several documents in it."""

__all__ = ["FileStamp", "Listing", "RawFile", "Reader"]


class RawFile(NamedTuple):
    """A file's bytes with what ``sources.toml`` gives for it.

    ``digest`` covers the bytes, the given metadata and the reader's version: as long as it is
    the same, so is the document.
    """

    id: str
    data: bytes
    digest: str
    given: Source
    day_first: bool
    part_of: str | None = None
    """The file of which it is one document among several, if it is not a whole file."""


class Reader:
    """Reads the documents of one folder, one file in memory at a time.

    ``skip`` are folders that hold what is made of the corpus; inside it, they are left out.
    """

    def __init__(self, folder: Path, *, max_bytes: int, skip: Collection[Path] = ()) -> None:
        self.folder = folder
        self._max_bytes = max_bytes
        self._skip = skip
        self._sources: tuple[FileStamp | None, SourcesFile] | None = None

    def scan(self) -> Listing:
        """What the folder holds, by name; opens no file. Raises ``CorpusError``."""
        return list_folder(self.folder, max_bytes=self._max_bytes, skip=self._skip)

    @property
    def day_first(self) -> bool:
        """How the folder writes dates in numbers."""
        return self._sources_file().day_first

    def sources_problems(
        self, listing: Listing, parts: Collection[str] = ()
    ) -> tuple[UnreadableFileError, ...]:
        """What in ``sources.toml`` could not be used, one reason each.

        ``parts`` are the documents that are not whole files.
        """
        sources = self._sources_file()
        known = {stamp.id for stamp in listing.files}
        known |= {*(error.file for error in listing.unreadable), *parts}
        reasons = sources.problems + sources.unknown_files(known)
        return tuple(UnreadableFileError(SOURCES_FILE, reason) for reason in reasons)

    def load(self, id: str) -> RawFile:  # noqa: A002 - the contract's name
        """A document's bytes, by its name; raises ``UnreadableFileError``.

        A file may have the mark of parts in its own name, and stands before a part so called.
        """
        file = id.rpartition(PART_MARK)[0]
        is_part = bool(file) and format_of(file) is not None
        if format_of(id) is not None and not (is_part and self._is_missing(id)):
            return self._raw(id, read_file(self.folder, id, max_bytes=self._max_bytes))
        if not is_part:
            raise UnreadableFileError(printable(id), Fact("is not a document of the corpus"))
        found = next((raw for raw in self.load_all(file) if raw.id == id), None)
        if found is None:
            raise UnreadableFileError(printable(id), Fact("is not in the file any more"))
        return found

    def _is_missing(self, id: str) -> bool:  # noqa: A002
        return not os.path.lexists(self.folder / id)

    def load_all(self, file: str) -> list[RawFile]:
        """The documents of a file, one or more; raises ``UnreadableFileError``.

        One among several is named ``file#name``, by what the file itself calls it.
        """
        whole = self.load(file)
        known = format_of(file)
        with _guarded(file):
            parts = known.documents_in(whole.data, day_first=whole.day_first) if known else ()
        each = (
            self._raw(f"{file}{PART_MARK}{name}", text.encode("utf-8", "surrogatepass"), file)
            for name, text in parts
        )
        return list(each) or [whole]

    def _raw(self, id: str, data: bytes, part_of: str | None = None) -> RawFile:  # noqa: A002
        sources = self._sources_file()
        given = sources.given(id, part_of)
        digest = _digest(data, given, sources.day_first)
        return RawFile(id, data, digest, given, sources.day_first, part_of)

    @staticmethod
    def parse(raw: RawFile) -> Document:
        """The document that the bytes hold; raises ``UnreadableFileError``.

        Raises ``InstallationError`` where the reader itself is not all there.
        """
        return _document(raw, _draft(raw))

    @staticmethod
    def parse_whole(raw: RawFile) -> tuple[Document, tuple[LeftOut, ...]]:
        """The document, and what the file shows beside its text; raises as ``parse`` does."""
        draft = _draft(raw)
        return _document(raw, draft), draft.left_out

    def _sources_file(self) -> SourcesFile:
        """``sources.toml`` as it is now; read again only when its size or time has changed."""
        path = self.folder / SOURCES_FILE
        try:
            status = path.lstat()
        except OSError:
            return SourcesFile()
        stamp = FileStamp(SOURCES_FILE, status.st_size, status.st_mtime_ns)
        if self._sources is None or self._sources[0] != stamp:
            self._sources = stamp, self._read_sources_file(stamp)
        return self._sources[1]

    def _read_sources_file(self, stamp: FileStamp) -> SourcesFile:
        if not stamp.size:
            return SourcesFile()
        try:
            data = read_file(self.folder, SOURCES_FILE, max_bytes=self._max_bytes)
        except UnreadableFileError as error:
            return SourcesFile(problems=(error.reason,))
        return read_sources_file(data)


def _draft(raw: RawFile) -> "Draft":
    with _guarded(raw.id):
        draft = _read(raw)
    if not any(map(_is_visible, draft.text)):
        raise UnreadableFileError(raw.id, Fact("holds no text"))
    return draft


@contextmanager
def _guarded(name: str) -> Iterator[None]:
    """Raises ``UnreadableFileError`` for whatever goes wrong in reading a file of that name."""
    from corpus.encoding import UndecodableError  # noqa: PLC0415 - as below

    try:
        yield
    except UndecodableError as error:
        raise UnreadableFileError(name, error.reason) from None
    except ImportError as error:
        raise InstallationError.of(error) from error
    except Exception as error:  # one odd file must not keep the others out
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        raise UnreadableFileError(
            name, Fact("breaks the reader ({fault}); save it in another format", fault=reason)
        ) from error


def _document(raw: RawFile, draft: "Draft") -> Document:
    # 0.03 s of patterns, which a start that reads no file need not pay
    from corpus.metadata import merge  # noqa: PLC0415
    from corpus.residue import united  # noqa: PLC0415
    from corpus.soundness import DAMAGED, bounded, bounded_section, sound  # noqa: PLC0415

    source = merge(
        (Origin.SOURCES_FILE, raw.given),
        (Origin.FRONT_MATTER, draft.front_matter),
        (Origin.DOCUMENT, draft.stated),
    )
    bounded_source, too_long = bounded(source)
    sections, damaged = sound(draft.text, draft.sections)
    return Document(
        id=raw.id,
        source=bounded_source,
        text=draft.text,
        sha256=text_sha256(draft.text),
        sections=tuple(map(bounded_section, sections)),
        residue=united([*draft.residue, *damaged]),
        pages=draft.pages,
        day_first=raw.day_first,
        warnings=(*draft.warnings, *too_long, *([DAMAGED] if damaged else [])),
    )


def _read(raw: RawFile) -> "Draft":
    from corpus.encoding import UndecodableError  # noqa: PLC0415 - as above

    known = format_of(raw.part_of or raw.id)
    if known is None:
        raise UndecodableError(Fact("is of no known format"))
    return known.read(raw.data, day_first=raw.day_first)


def _is_visible(character: str) -> bool:
    """False for white space and for marks that only steer it, such as one of byte order."""
    return character.isprintable() and not character.isspace()


def _digest(data: bytes, given: Source, day_first: bool) -> str:
    parts = (READER_VERSION, given.title, given.publisher, given.author, given.url)
    context = repr((*parts, str(given.published), given.language, day_first))
    return hashlib.sha256(hashlib.sha256(data).digest() + context.encode()).hexdigest()
