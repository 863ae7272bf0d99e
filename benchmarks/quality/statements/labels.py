"""The labelled sentences: where each stands, and what is right for it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus.model import Document, Span
from corpus.reader import Reader

_CHECKOUT = Path(__file__).resolve().parents[3]
_SHARED = _CHECKOUT.parent / "shared"
SIDES = Path(__file__).with_name("sides.json")
NEWS = Path(__file__).with_name("news.json")
DATES = Path(__file__).with_name("dates.json")
FOLDERS = {
    "seeds": _SHARED / "seeds",
    "shipped": _CHECKOUT / "corpus" / "documents",
    "speeches": _SHARED / "eval" / "ungd",
}
_MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Slice:
    """A sentence by its place in a document (``corpus/file``), and the sha256 of its words."""

    document: str
    start: int
    end: int
    sha256: str

    def located(self, text: str) -> Span | None:
        """Where the sentence stands in the document's text as it is read now.

        At its place, or at the nearest one it has moved to; ``None`` when its words have changed.
        """
        length = self.end - self.start
        places = range(len(text) - length + 1)
        if self.start in places and self._is(text[self.start : self.end]):
            return Span(self.start, self.end)
        for start in sorted(places, key=lambda place: abs(place - self.start)):
            if self._is(text[start : start + length]):
                return Span(start, start + length)
        return None

    def _is(self, words: str) -> bool:
        return hashlib.sha256(words.encode()).hexdigest() == self.sha256


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that show a side, with their offsets in the document as it was labelled."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with one of its cues: ``denies``, ``confirms``, ``says`` or ``none``.

    ``about`` is the span of what is denied or confirmed, where the sentence says it.
    ``lookalike`` are words that might be taken for a cue and are none.
    """

    sentence: Slice
    kind: str
    cue: Cue | None
    about: Span | None
    lookalike: Cue | None


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence with the date of its line in a timeline, ISO and as far as it is known.

    ``--11-05`` is a day whose year nobody can tell. ``source`` is ``stated`` or ``published``,
    ``None`` where the sentence and its document have no date; ``until`` ends a span.
    """

    sentence: Slice
    date: str | None
    source: str | None
    until: str | None


def read_sides(file: Path = SIDES) -> tuple[Statement, ...]:
    """The labelled statements; those at even places are for tuning, the others held out."""
    return tuple(
        Statement(
            _slice(entry),
            entry["kind"],
            _cue(entry["cue"]),
            Span(*entry["about"]) if entry["about"] else None,
            _cue(entry["lookalike"]),
        )
        for entry in json.loads(file.read_text("utf-8"))["statements"]
    )


def read_dates(file: Path = DATES) -> tuple[Dated, ...]:
    """The labelled dates; those at even places are for tuning, the others held out."""
    return tuple(
        Dated(_slice(entry), entry["date"], entry["date_from"], entry["until"])
        for entry in json.loads(file.read_text("utf-8"))["dates"]
    )


def labelled_documents(file: Path) -> Mapping[str, str]:
    """The sha256 that each document's text had when it was labelled."""
    documents: dict[str, str] = json.loads(file.read_text("utf-8"))["documents"]
    return documents


def read_document(name: str, polnear: Path | None = None) -> Document:
    """The document ``corpus/file`` as the reader makes it now; ``polnear`` is that checkout."""
    corpus, _, file = name.partition("/")
    folder = polnear / "data" if corpus == "polnear" and polnear else FOLDERS[corpus]
    reader = _reader(folder)
    return reader.parse(reader.load(file))


@cache
def _reader(folder: Path) -> Reader:
    return Reader(folder, max_bytes=_MOST_BYTES)


def _slice(entry: Mapping[str, Any]) -> Slice:
    return Slice(entry["document"], entry["start"], entry["end"], entry["sha256"])


def _cue(entry: Mapping[str, Any] | None) -> Cue | None:
    return Cue(entry["text"], entry["start"], entry["end"]) if entry else None
