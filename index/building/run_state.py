"""What one reindex has found out so far."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from corpus.errors import UnreadableFileError
from corpus.folder import FileStamp
from corpus.reader import RawFile
from index.answers import Unreadable
from index.reports import Progress
from index.store.versions import KnownFile
from index.terms.analysis import Analysis
from index.terms.vocabulary import Vocabulary

_UNSURE = -1  # the size of no file

Tell = Callable[[Progress], None]
Loaded = tuple[FileStamp, RawFile | UnreadableFileError]


@dataclass
class Run:
    """The documents that are kept, read or waiting, and what could not be read."""

    known: dict[str, KnownFile]
    vocabulary: Vocabulary
    total: int
    progress: Tell | None
    files: list[tuple[FileStamp, int | None]] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)  # the files that documents are parts of
    digests: dict[str, str] = field(default_factory=dict)
    unreadable: list[Unreadable] = field(default_factory=list)
    warnings: list[Unreadable] = field(default_factory=list)
    passages: int = 0
    waiting: list[tuple[FileStamp, Analysis]] = field(default_factory=list)
    characters: int = 0  # of the texts that are waiting

    def keep(self, stamp: FileStamp, row: int, digest: str) -> None:
        self.files.append((stamp, row))
        self.rows[stamp.id] = row
        self.digests[stamp.id] = digest

    def note_parts(self, loaded: Iterable[Loaded]) -> None:
        """Each part is a document to read, in place of its file."""
        parts = {
            raw.id: raw.part_of
            for _, raw in loaded
            if isinstance(raw, RawFile) and raw.part_of is not None
        }
        self.total += len(parts) - len(set(parts.values()))
        self.parts |= parts

    def doubt_parts(self) -> None:
        """Have files read again if a part of them could not be, so that it is reported again."""
        unread = {self.parts.get(entry.file) for entry in self.unreadable} - {None}
        self.files = [
            (stamp._replace(size=_UNSURE) if self.parts.get(stamp.id) in unread else stamp, row)
            for stamp, row in self.files
        ]

    def tell(self) -> None:
        if self.progress is not None:
            done = len(self.files) + len(self.waiting) + len(self.unreadable)
            self.progress(Progress(done, self.total, self.passages))
