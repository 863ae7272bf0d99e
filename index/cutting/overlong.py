"""Pieces of an overlong sentence, cut where it hurts a reader least."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from corpus.model import Span

if TYPE_CHECKING:
    import regex

LONGEST = 1_500  # characters shown at once; the text of a Discord embed holds 4,096

_CLAUSE_END = r"[,;:–—](?=\s)|[、，；：]|\n"
_BETWEEN_WORDS = r"(?<=\w)(?!\w)|(?<=[^\w\s])(?=\w)"
_GRAPHEME = r"\X"


def pieces(text: str, sentence: Span) -> Sequence[Span]:
    """``sentence`` itself, or pieces of at most ``LONGEST`` characters where it is longer.

    The pieces are in order, begin and end on visible characters and lose none of them. Only a
    single grapheme longer than ``LONGEST`` makes a longer piece.
    """
    start, end = sentence
    found = []
    while end - start > LONGEST:
        cut = _cut(text, start)
        found.append(Span(start, start + len(text[start:cut].rstrip())))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if not found:
        return (sentence,)
    return [*found, Span(start, end)] if start < end else found


def grapheme_end(text: str, start: int) -> int:
    """Where the user-perceived character (UAX #29) that begins at ``start`` ends."""
    return int(next(_compiled(_GRAPHEME).finditer(text, start)).end())


def _cut(text: str, start: int) -> int:
    """Where to cut ``text[start:]`` so that at most ``LONGEST`` characters are kept.

    After a clause mark, else at white space, else between words, else between graphemes; a
    grapheme longer than that stays whole.
    """
    window = text[start : start + LONGEST + 1]
    space = max((at for at in range(LONGEST, 0, -1) if window[at].isspace()), default=0)
    graphemes = [match.end() for match in _compiled(_GRAPHEME).finditer(window)]
    whole = {at for at in graphemes if at <= LONGEST}
    clauses = _ends(_CLAUSE_END, window) & whole
    cut = max(clauses, default=space) or max(_ends(_BETWEEN_WORDS, window) & whole, default=0)
    cut = cut or max(whole, default=0)
    return start + cut if cut else grapheme_end(text, start)


def _ends(pattern: str, window: str) -> set[int]:
    """Where matches end in the second half of what may be kept."""
    found = _compiled(pattern).finditer(window, LONGEST // 2, LONGEST)
    return {match.end() for match in found}


@cache
def _compiled(pattern: str) -> "regex.Pattern[str]":
    import regex  # noqa: PLC0415 - 0.03 s, for what few texts need

    return regex.compile(pattern)
