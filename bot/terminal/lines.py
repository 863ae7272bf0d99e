"""Lines: what is said, with the part that each piece of it plays, before it is printed."""

from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple

from corpus.lazy_patterns import lazily


class Role(Enum):
    """What a piece of a line is; a terminal gives each role its look."""

    PLAIN = auto()
    HEADING = auto()
    DATE = auto()
    FAINT = auto()
    KEY = auto()  # the sentence that answers most
    MATCH = auto()  # a word of the question
    WARNING = auto()


class Piece(NamedTuple):
    """A run of text in one role. The text is to the letter; a writer may add, never alter."""

    text: str
    role: Role = Role.PLAIN


class Line(NamedTuple):
    """One line or paragraph; ``indent`` and ``wrap`` count on a terminal only."""

    pieces: tuple[Piece, ...] = ()
    indent: int = 0
    wrap: bool = True

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def line(text: str, role: Role = Role.PLAIN, *, indent: int = 0, wrap: bool = True) -> Line:
    """One line in one role, `one_line` applied: a title or a file name cannot forge a second."""
    return Line((Piece(one_line(text), role),), indent, wrap)


def to_the_letter(text: str, role: Role = Role.PLAIN, *, indent: int = 0) -> Line:
    """A passage or a document, line ends and all."""
    return Line((Piece(text, role),), indent)


def as_plain_text(lines: Iterable[Line]) -> str:
    """The lines to the letter, each ended by a newline, as they go to a pipe or a file."""
    return "".join(f"{each.text}\n" for each in lines)


# C0 and C1 controls but tab and newline, and the controls that reorder the text after them
# (https://www.unicode.org/reports/tr9/, "Explicit Directional Embeddings and Overrides").
_UNSAFE = lazily("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def visible(text: str) -> str:
    """The text with each control character written out, so that it cannot steer a terminal."""
    return _UNSAFE.sub(lambda match: _escape(match[0]), text)


def one_line(text: str) -> str:
    """`visible`, with tabs and line ends written out as well."""
    if text.isprintable():  # no control is, and most cells of a long table are
        return text
    return visible(text).replace("\t", r"\t").replace("\n", r"\n")


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
