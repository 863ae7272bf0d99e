"""What a passage is; apart from how it is cut, which a process that only answers never does."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.model import Span

if TYPE_CHECKING:
    from corpus.stated import StatedDate


@dataclass(frozen=True, slots=True)
class Passage:
    """``document.text[start:end]``, to the letter.

    ``document`` is the document's id and ``sha256`` pins its text. ``section`` is the heading
    it stands under, ``page`` its 1-based page where the document has pages. The offsets of
    ``stated_dates`` and ``sentences`` count from the start of the passage.
    """

    document: str
    sha256: str
    start: int
    end: int
    text: str
    section: str | None = None
    page: int | None = None
    stated_dates: tuple["StatedDate", ...] = ()
    sentences: tuple[Span, ...] = ()
