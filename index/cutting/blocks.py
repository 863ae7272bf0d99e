"""Blocks: the lines of a text joined into paragraphs, list items, table rows and code.

A line end closes a block, unless the paragraph was wrapped by hand to a narrow column. Two lines
alone tell little; a full one runs on where longer paragraphs of the same text show its column.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from corpus.lazy_patterns import lazily

WIDEST_WRAP = 130  # characters; a longer line was not wrapped by hand
_NARROWEST_WRAP = 40  # shorter lines are verse, addresses or lists as often as wrapped prose
_SHORTEST_RUN_ON = 25
_LONG = 3  # lines of a paragraph that shows the column which the text is wrapped to,
_SEVERAL = 3  # and how many of these it takes

_ITEM = lazily(r"\s*(?:[-*+•▪‣·]|\d{1,3}[.)]|\(?[a-z\d]{1,3}\))\s+\S")
_ROW = lazily(r"\s*\|.*\|\s*$")
_FENCE = lazily(r"[ ]{0,3}(```+|~~~+)", re.MULTILINE)
_FENCE_END = lazily(r"^[ ]{0,3}(?:```+|~~~+)[ \t]*$", re.MULTILINE)
_STANDS_ALONE = lazily(r"\s*(?:#{1,6}\s|[-=*_]{3,}\s*$)")
_SENTENCE_END = lazily(r"[.?!…:;؟۔।。！？](?:[\"'”’»)\]*_¹²³⁰⁴-⁹]|\[\w{1,4}\])*\s*$")


class Kind(StrEnum):
    """What a block is made of."""

    TEXT = "text"
    ITEM = "item"
    ROW = "row"
    CODE = "code"


class Block(NamedTuple):
    """``text[start:end]``, from its first visible character to its last.

    ``apart`` is true when a blank line, or the start of the text, stands before it.
    """

    start: int
    end: int
    kind: Kind
    apart: bool


class _Line(NamedTuple):
    start: int
    text: str  # with its line end
    apart: bool


def blocks(text: str) -> Iterator[Block]:
    """The blocks of ``text`` in order; they hold every visible character."""
    units = [*_paragraphs(text)]
    column = _column(unit for unit in units if not isinstance(unit, Block))
    for unit in units:
        if isinstance(unit, Block):
            yield unit
        else:
            yield from _paragraph_blocks(unit, column)


def _paragraphs(text: str) -> Iterator[list[_Line] | Block]:
    """The lines of each paragraph, and code."""
    paragraph: list[_Line] = []
    for unit in _lines_and_code(text):
        opens = isinstance(unit, Block) or unit.apart or _opens(unit.text)
        if paragraph and (opens or _stands_alone(paragraph[-1].text)):
            yield paragraph
            paragraph = []
        if isinstance(unit, Block):
            yield unit
        else:
            paragraph.append(unit)
    if paragraph:
        yield paragraph


def _column(paragraphs: Iterable[list[_Line]]) -> int | None:
    """How many characters the lines of a text have at the most, where it is wrapped by hand."""
    widths = []
    for paragraph in paragraphs:
        lines = [line.text.strip() for line in paragraph]
        if len(lines) >= _LONG and _is_wrapped(lines):
            widths.append(max(map(len, lines)))
    return max(widths) if len(widths) >= _SEVERAL else None


def _lines_and_code(text: str) -> Iterator[_Line | Block]:
    fence_ends = [match.start() for match in _FENCE_END.finditer(text)]
    offset, code_until, apart = 0, 0, True
    for line in text.splitlines(keepends=True):
        start, offset = offset, offset + len(line)
        if start < code_until:
            continue
        if not line.strip():
            apart = True
            continue
        if fence_ends and _FENCE.match(line):
            after = bisect_left(fence_ends, offset)
            if after < len(fence_ends):
                code_until = fence_ends[after] + 1
                end = fence_ends[after] + len(text[fence_ends[after] :].split("\n", 1)[0].rstrip())
                yield Block(start + _indent(line), end, Kind.CODE, apart)
                apart = False
                continue
        yield _Line(start, line, apart)
        apart = False


def _opens(line: str) -> bool:
    """True when the line begins a block of its own whatever stands before it."""
    return bool(_ITEM.match(line) or _ROW.match(line) or _STANDS_ALONE.match(line))


def _stands_alone(line: str) -> bool:
    return bool(_ROW.match(line) or _STANDS_ALONE.match(line))


def _paragraph_blocks(lines: list[_Line], column: int | None) -> Iterator[Block]:
    """One block for a wrapped paragraph, else one for each line and what runs on from it."""
    stripped = [line.text.strip() for line in lines]
    wrapped = len(lines) > 1 and _is_wrapped(stripped)
    first = last = lines[0]
    for line, pair in zip(lines[1:], pairwise(stripped), strict=True):
        if not (wrapped or _runs_on(*pair) or _fills(*pair, column)):
            yield _block(first, last)
            first = line
        last = line
    yield _block(first, last)


def _is_wrapped(lines: list[str]) -> bool:
    """True when each line but the last is too full to take the next line's first word."""
    width = max(map(len, lines))
    if not _NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return False
    # Two lines fit the test by chance, so they must also run on.
    return (
        all(_is_full(*pair, width) for pair in pairwise(lines))
        and (len(lines) >= _LONG or _runs_on(*lines))
        and any(not _SENTENCE_END.search(line) for line in lines[:-1])
    )


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(None, 1)[0]) > width


def _fills(line: str, following: str, column: int | None) -> bool:
    """True when a line within a sentence is full by the column that its text is wrapped to."""
    return (
        column is not None
        and len(line) <= column
        and _is_full(line, following, column)
        and not _SENTENCE_END.search(line)
    )


def _runs_on(line: str, following: str) -> bool:
    """True when ``following`` begins in lower case where ``line`` left off."""
    return (
        following.lstrip()[0].islower()
        and len(line) >= _SHORTEST_RUN_ON
        and not _SENTENCE_END.search(line)
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _block(first: _Line, last: _Line) -> Block:
    if _ROW.match(first.text):
        kind = Kind.ROW
    elif _ITEM.match(first.text):
        kind = Kind.ITEM
    else:
        kind = Kind.TEXT
    start = first.start + _indent(first.text)
    return Block(start, last.start + len(last.text.rstrip()), kind, first.apart)
