"""The main text of a page: its own blocks, and which of them trafilatura takes for the article.

All that a browser shows from the first block of the main text to the last is kept or named:
what trafilatura passes over in between is text that is not quoted, unless it is plainly prose
of the article, or one of the parts that hold no text of it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

import trafilatura
from lxml.html import HtmlElement

from corpus.facts import Fact
from corpus.formats.furniture_parts import NO_TEXT, parts_of, with_roles
from corpus.formats.page_flow import FlowBlock, page_flow
from corpus.formats.quotable import begin_posts, ends, entry_times, quotable_blocks
from corpus.formats.shown import drop
from corpus.model import LeftOut

_BETWEEN_WORDS: Final = re.compile(r"[\s|]+")  # as columns are set apart here, not on the page
_BEFORE: Final = Fact("above the main text")
_AFTER: Final = Fact("below the main text")
_ANCHOR: Final = 40  # characters; a shorter block may well stand on the page twice
_COVERED: Final = 0.5  # of a block's characters, when trafilatura has it
_MANY: Final = 5_000  # blocks; its second opinion takes time by their square
_CROWDED: Final = 2_000  # elements right in a paragraph, the square of which it takes too
_FAR: Final = 50_000  # characters from one block to the next at most
_MISREAD: Final = 0.1  # of trafilatura's characters are not on the page as they stand there


class TextBlock(NamedTuple):
    """A block of the main text; ``level`` is 0 unless it is a heading.

    What stands ``apart`` is never in one passage with the block before it.
    """

    text: str
    level: int
    quotable: bool
    apart: bool = False


class MainText(NamedTuple):
    """The blocks in order, and what the page shows beside them."""

    blocks: tuple[TextBlock, ...]
    left_out: tuple[LeftOut, ...]


def main_text(page: HtmlElement) -> MainText:
    """The main text of a page that was rewritten by ``shown.show``."""
    body = page.find("body")
    flow = () if body is None else tuple(page_flow(body))
    parts = parts_of(block.holder for block in flow)
    part = [parts[block.holder] for block in flow]
    drop(with_roles(page))
    taken = _taken(page, flow) or [name is None for name in part]
    if not any(taken):
        taken = [True] * len(flow)
    first, last = ends(flow, taken, part)
    quotable = [*quotable_blocks(flow, taken, part, first)]
    times = entry_times(flow, first, last)
    posts = begin_posts(flow, range(first, last))
    left_out = [LeftOut(flow[at].text, part[at] or _BEFORE) for at in range(first)]
    blocks: list[TextBlock] = []
    for at in range(first, last):
        block, name = flow[at], part[at]
        if name is not None and name in NO_TEXT and not taken[at]:
            left_out.append(LeftOut(block.text, name))
        else:
            is_time = at in times
            apart = is_time or posts.get(at, False)
            blocks.append(TextBlock(block.text, block.level, quotable[at] or is_time, apart))
    left_out += (LeftOut(flow[at].text, part[at] or _AFTER) for at in range(last, len(flow)))
    return MainText(tuple(blocks), tuple(left_out))


def _taken(page: HtmlElement, flow: Sequence[FlowBlock]) -> list[bool] | None:
    """Which blocks trafilatura takes for the article; ``None`` when it has misread the page
    or would take too long over it.
    """
    if any(len(holder) > _CROWDED for holder in {block.holder for block in flow}):
        return None
    try:
        extracted = trafilatura.bare_extraction(
            page,
            include_comments=False,
            include_tables=True,
            with_metadata=False,
            fast=len(flow) > _MANY,
            output_format="txt",  # for "python" it would write all of the text once more
        )
    except RecursionError:  # a page nested without end
        return None
    tree = getattr(extracted, "body", None)
    # On short pages it gives all text in one element, title and paragraphs run together.
    if tree is None or len(tree) <= max(1, len(page.xpath("//article"))):
        return None
    page_text = _PageText([_BETWEEN_WORDS.sub("", block.text) for block in flow])
    found = [_BETWEEN_WORDS.sub("", block.text) for block in page_flow(tree)]
    missed = page_text.cover(found)
    if missed > _MISREAD * sum(map(len, found)):
        return None
    return page_text.covered()


class _PageText:
    """The page's blocks as one run of characters, in which others are looked for."""

    def __init__(self, blocks: Sequence[str]) -> None:
        self._lengths = [len(block) for block in blocks]
        self._starts = [0, *accumulate(self._lengths)]
        self._whole = "".join(blocks)
        self._covered = [0] * len(blocks)

    def cover(self, found: Sequence[str]) -> int:
        """Look the blocks up, the long ones first; returns the characters that are not there."""
        places = list(self._long_ones(found))
        nexts = [*accumulate(reversed(places), _earlier, initial=len(self._whole))][::-1][1:]
        at: int | None = None
        missed = 0
        for text, place, limit in zip(found, places, nexts, strict=True):
            if place is None:
                place = self._short_one(text, at, limit)  # noqa: PLW2901 - now it is known
            if place < 0:
                missed += len(text)
                continue
            self._mark(place, place + len(text))
            at = place + len(text)
        return missed

    def covered(self) -> list[bool]:
        return [
            covered > _COVERED * length
            for covered, length in zip(self._covered, self._lengths, strict=True)
        ]

    def _long_ones(self, found: Sequence[str]) -> Iterator[int | None]:
        """The places of long blocks, -1 where one is not on the page; ``None`` for short ones."""
        at = missed = 0
        enough = _MISREAD * sum(map(len, found))
        for text in found:
            if len(text) < _ANCHOR:
                yield None
                continue
            if missed > enough:  # the page is misread whatever else is there
                yield -1
                continue
            place = self._whole.find(text, at)  # from the last one on, which is nearly always right
            if place < 0:
                place = self._whole.find(text)
            at = max(at, place + len(text)) if place >= 0 else at
            missed += 0 if place >= 0 else len(text)
            yield place

    def _short_one(self, text: str, at: int | None, limit: int) -> int:
        """Where it stands between its neighbours; a heading right above what it heads."""
        if at is None:
            return self._whole.rfind(text, max(0, limit - _FAR), limit)
        return self._whole.find(text, at, min(limit, at + _FAR)) if at <= limit else -1

    def _mark(self, start: int, end: int) -> None:
        at = bisect_right(self._starts, start) - 1
        while at < len(self._lengths) and self._starts[at] < end:
            inner_end = min(end, self._starts[at + 1])
            self._covered[at] += inner_end - max(start, self._starts[at])
            at += 1


def _earlier(limit: int, place: int | None) -> int:
    return limit if place is None or place < 0 else place
