"""What every format hands back: a text and what the file itself says about it."""

from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.model import LeftOut, Section, Source, Span


class Part(NamedTuple):
    """A document within a file: what it is called there, and its slice of the file's text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A file read, before the metadata given elsewhere is laid over it.

    ``front_matter`` is what a person wrote at the top of the file as metadata, ``stated``
    what the document says about itself. The spans are those of ``corpus.model.Document``.
    """

    text: str
    sections: tuple[Section, ...] = ()
    residue: tuple[Span, ...] = ()
    pages: tuple[int, ...] = ()
    front_matter: Source = field(default_factory=Source)
    stated: Source = field(default_factory=Source)
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()
