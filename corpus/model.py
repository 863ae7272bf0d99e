"""The values that the corpus hands out: documents and what is known of their sources."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from corpus.dates import PartialDate

_HOST = re.compile(r"https?://([^/?#\s\[\]]+)", re.IGNORECASE)


class Origin(StrEnum):
    """Where a piece of metadata came from, strongest first."""

    SOURCES_FILE = "sources.toml"
    FRONT_MATTER = "front matter"
    DOCUMENT = "document"

    @property
    def given(self) -> bool:
        """True when a person wrote it down as metadata, false when it was read off the page."""
        return self is not Origin.DOCUMENT


class Span(NamedTuple):
    """A half-open range of Unicode code points, ``text[start:end]``."""

    start: int
    end: int


class LeftOut(NamedTuple):
    """Words that the file shows and the document's text lacks, and why."""

    text: str
    reason: str


class Section(NamedTuple):
    """A heading that stands at ``text[start:end]``; its section runs to the next heading."""

    start: int
    end: int
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Source:
    """Who published a document, where and when. ``None`` means not stated; nothing is guessed."""

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    published: PartialDate | None = None
    language: str | None = None
    origins: Mapping[str, Origin] = field(default_factory=lambda: MappingProxyType({}))

    def origin(self, name: str) -> Origin | None:
        """Where the field called ``name`` came from, or ``None`` when it is unknown."""
        return self.origins.get(name)

    @property
    def site(self) -> str | None:
        """The host of the address, such as ``www.example.org``."""
        match = _HOST.match(self.url or "")
        return match[1] if match else None


@dataclass(frozen=True, slots=True)
class Document:
    """A text that we hold, pinned by the SHA-256 of its UTF-8 bytes.

    ``id`` is the path relative to the corpus folder, with forward slashes. ``sections`` are
    its headings in order; ``residue`` the spans that are never quoted (page furniture,
    bylines, markup that is not prose), ordered and non-overlapping; ``pages`` the offsets at
    which the second and every later page begins. ``day_first`` tells how the corpus reads a
    dotted numeric date. ``warnings`` name what of the file could not be used.
    """

    id: str
    source: Source
    text: str
    sha256: str
    sections: tuple[Section, ...] = ()
    residue: tuple[Span, ...] = ()
    pages: tuple[int, ...] = ()
    day_first: bool = True
    warnings: tuple[str, ...] = ()


def text_sha256(text: str) -> str:
    """The hexadecimal SHA-256 of a text's UTF-8 bytes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
