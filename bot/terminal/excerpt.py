"""A quote in its place: the paragraphs around it, with the quote marked."""

from collections.abc import Iterator

from bot.terminal.lines import Line, Piece, Role, line
from bot.wording.voice import Voice
from corpus.model import Span

REACH = 600  # how far an excerpt looks for the edge of a paragraph, in code points
OPENING, CLOSING = ">>>", "<<<"
_PARAGRAPH = "\n\n"


def excerpt_lines(text: str, place: Span, voice: Voice, *, marks: bool) -> Iterator[Line]:
    """The quote at ``place`` with the paragraph before and after, to the letter.

    With ``marks`` the quote stands between ``>>>`` and ``<<<``; without, its role marks it.
    """
    start, end = excerpt_span(text, place)
    opening, closing = (OPENING, CLOSING) if marks else ("", "")
    if start > 0:
        yield line(voice.count("terminal.cut_before", start), Role.FAINT)
    yield Line(
        (
            Piece(text[start : place.start]),
            Piece(opening, Role.WARNING),
            Piece(text[place.start : place.end], Role.MATCH),
            Piece(closing, Role.WARNING),
            Piece(text[place.end : end]),
        )
    )
    if end < len(text):
        yield line(voice.count("terminal.cut_after", len(text) - end), Role.FAINT)


def excerpt_span(text: str, place: Span) -> Span:
    """The span of the paragraphs that hold the quote, and of one more on either side."""
    low, high = max(0, place.start - REACH), min(len(text), place.end + REACH)
    before = text.rfind(_PARAGRAPH, low, place.start)
    before = text.rfind(_PARAGRAPH, low, before) if before > low else before
    after = text.find(_PARAGRAPH, place.end, high)
    after = text.find(_PARAGRAPH, after + len(_PARAGRAPH), high) if after >= 0 else after
    start = before + len(_PARAGRAPH) if before >= 0 else _word_start(text, low, place.start)
    end = after if after >= 0 else _word_end(text, high, place.end)
    return Span(start, end)


def _word_start(text: str, low: int, limit: int) -> int:
    if low == 0:
        return 0
    space = text.find(" ", low, limit)
    return space + 1 if space >= 0 else low


def _word_end(text: str, high: int, limit: int) -> int:
    if high == len(text):
        return high
    space = text.rfind(" ", limit, high)
    return space if space >= 0 else high
