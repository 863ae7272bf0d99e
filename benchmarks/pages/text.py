"""Is what a page says in its document, and is what it does not say kept out of the quotes?"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.pages.trafilatura_pages import SavedPage, trafilatura_pages
from corpus.errors import UnreadableFileError
from corpus.model import Document, Source
from corpus.reader import RawFile, Reader


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a page; both are empty where it was refused."""

    text: str
    quotable: str

    @property
    def refused(self) -> bool:
        return not self.text.strip()


@dataclass(slots=True)
class Score:
    """How many strings came out wrong, of how many, and which."""

    pages: int = 0
    wanted: int = 0
    unwanted: int = 0
    seconds: float = 0.0  # of the processor
    lost: list[str] = field(default_factory=list)
    not_quotable: list[str] = field(default_factory=list)
    quotable: list[str] = field(default_factory=list)
    refused: set[str] = field(default_factory=set)

    def add(self, page: SavedPage, reading: Reading, seconds: float) -> None:
        text, quotable = _plain(reading.text), _plain(reading.quotable)
        self.pages += 1
        self.wanted += len(page.wanted)
        self.unwanted += len(page.unwanted)
        self.seconds += seconds
        self.lost += _named(page, (w for w in page.wanted if _plain(w) not in text))
        self.not_quotable += _named(page, (w for w in page.wanted if _plain(w) not in quotable))
        self.quotable += _named(page, (w for w in page.unwanted if _plain(w) in quotable))
        if reading.refused:
            self.refused.add(page.file)


def ours(data: bytes) -> Reading:
    """The document's text, and of it what no heading and no residue holds."""
    try:
        document = Reader.parse(RawFile("page.html", data, "", Source(), True))
    except UnreadableFileError:
        return Reading("", "")
    return Reading(document.text, "\n\n".join(_quotable(document)))


def trafilatura_text(data: bytes) -> Reading:
    """trafilatura's own answer with the options of its own evaluation."""
    from trafilatura import extract

    text = extract(data, include_comments=False, include_tables=True, include_formatting=False)
    return Reading(text or "", text or "")


READERS: dict[str, Callable[[bytes], Reading]] = {
    "ours": ours,
    "trafilatura": trafilatura_text,
}


def measure(pages: Sequence[SavedPage], names: Iterable[str]) -> dict[str, Score]:
    """Each reader on each page, the readers by turns, so that none has the quieter machine."""
    scores = {name: Score() for name in names}
    for name in scores:
        READERS[name](b"<html><body><p>To load what is loaded once.</p></body></html>")
    for page in pages:
        for name, score in scores.items():
            began = time.process_time()
            reading = READERS[name](page.data)
            score.add(page, reading, time.process_time() - began)
    return scores


def report(folder: Path, *, errors: bool = False, half: str = "both") -> Iterator[str]:
    """The table, line by line; with ``errors`` also each string that came out wrong."""
    pages = list(trafilatura_pages(folder))
    halves = {
        "fitted on": [page for page in pages if not page.held_out],
        "held out": [page for page in pages if page.held_out],
    }
    for name, some in halves.items():
        if half not in {name, "both"}:
            continue
        scores = measure(some, ("ours",) if errors else READERS)
        yield from (
            line for reader, score in scores.items() for line in _lines(reader, name, score)
        )
        read_elsewhere = scores.get("trafilatura", Score()).refused
        refused = scores["ours"].refused - read_elsewhere
        yield f"  refused by us{'' if errors else ' alone'}: {', '.join(sorted(refused)) or 'none'}"
        if errors:
            yield from (f"  lost: {one}" for one in scores["ours"].lost)
            yield from (f"  quotable: {one}" for one in scores["ours"].quotable)


def _lines(reader: str, half: str, score: Score) -> Iterator[str]:
    yield f"{reader}, {half}: {score.wanted:,} wanted strings, {score.unwanted:,} unwanted"
    yield f"  wanted lost {_share(score.lost, score.wanted)}"
    yield f"  wanted in no quote {_share(score.not_quotable, score.wanted)}"
    yield f"  unwanted quotable {_share(score.quotable, score.unwanted)}"
    yield f"  pages without text {len(score.refused)}"
    yield f"  {score.pages / score.seconds:.1f} documents a second of the processor"


def _share(strings: Sequence[str], total: int) -> str:
    return f"{len(strings)} ({len(strings) / total:.1%})" if total else "0"


def _quotable(document: Document) -> Iterator[str]:
    start = 0
    barriers = sorted([(one.start, one.end) for one in document.sections] + [*document.residue])
    for begin, end in barriers:
        if start < begin:
            yield document.text[start:begin]
        start = max(start, end)
    yield document.text[start:]


def _named(page: SavedPage, strings: Iterable[str]) -> list[str]:
    return [f"{page.file}: {_plain(string)}" for string in strings]


def _plain(text: str) -> str:
    return " ".join(text.split())
