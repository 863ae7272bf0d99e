"""The main text of a page: its own blocks, and which of them trafilatura takes for the article.

All that a browser shows from the first block of the main text to the last is kept or named:
what trafilatura passes over in between is text that is not quoted, unless it is plainly prose
of the article, or one of the parts that hold no text of it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby
from typing import Final, NamedTuple

import trafilatura
from lxml.html import HtmlElement

from corpus.formats.draft import LeftOut
from corpus.formats.furniture_parts import DIALOG, FORM, NAVIGATION, WITH_ROLES, parts_of
from corpus.formats.page_flow import FlowBlock, page_flow
from corpus.formats.shown import drop
from corpus.furniture import is_furniture
from corpus.layout import ends_sentence

_BETWEEN_WORDS: Final = re.compile(r"[\s|]+")  # as columns are set apart here, not on the page
_NO_TEXT: Final = frozenset({NAVIGATION, FORM, DIALOG})  # what these hold is named, not kept
_BEFORE: Final = "above the main text"
_AFTER: Final = "below the main text"
_ANCHOR: Final = 40  # characters; a shorter block may well stand on the page twice
_COVERED: Final = 0.5  # of a block's characters, when trafilatura has it
_MISREAD: Final = 0.1  # of trafilatura's characters are not on the page as they stand there
_LEAD: Final = 1_500  # characters between the heading and the first paragraph at most
_PROSE: Final = 60  # characters; a shorter sentence may be a label or a caption
_FEWEST_WORDS: Final = 8
_MOST_LINKED: Final = 0.3  # of a paragraph's characters
_LONGEST_GAP: Final = 6  # blocks passed over between two paragraphs of the article
_NO_PROSE: Final = frozenset({"figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "button"})


class TextBlock(NamedTuple):
    """A block of the main text; ``level`` is 0 unless it is a heading."""

    text: str
    level: int
    quotable: bool


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
    drop(page, WITH_ROLES)
    taken = _taken(page, flow) or [name is None for name in part]
    if not any(taken):
        taken = [True] * len(flow)
    first, last = _ends(flow, taken)
    left_out = [LeftOut(flow[at].text, part[at] or _BEFORE) for at in range(first)]
    blocks: list[TextBlock] = []
    sure = _sure(flow, taken, part, first)
    for at in range(first, last):
        block, name = flow[at], part[at]
        if not taken[at] and name in _NO_TEXT:
            left_out.append(LeftOut(block.text, str(name)))
        else:
            blocks.append(TextBlock(block.text, block.level, taken[at] or sure[at]))
    left_out += (LeftOut(flow[at].text, part[at] or _AFTER) for at in range(last, len(flow)))
    return MainText(tuple(blocks), tuple(left_out))


def _taken(page: HtmlElement, flow: Sequence[FlowBlock]) -> list[bool] | None:
    """Which blocks trafilatura takes for the article; ``None`` when it has misread the page."""
    try:
        extracted = trafilatura.bare_extraction(
            page, include_comments=False, include_tables=True, with_metadata=False
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

    def _long_ones(self, found: Iterable[str]) -> Iterator[int | None]:
        """The places of long blocks, -1 where one is not on the page; ``None`` for short ones."""
        at = 0
        for text in found:
            if len(text) < _ANCHOR:
                yield None
                continue
            place = self._whole.find(text, at)  # from the last one on, which is nearly always right
            if place < 0:
                place = self._whole.find(text)
            at = max(at, place + len(text)) if place >= 0 else at
            yield place

    def _short_one(self, text: str, at: int | None, limit: int) -> int:
        """Where it stands between its neighbours; a heading right above what it heads."""
        if at is None:
            return self._whole.rfind(text, 0, limit)
        return self._whole.find(text, at, limit) if at <= limit else -1

    def _mark(self, start: int, end: int) -> None:
        at = bisect_right(self._starts, start) - 1
        while at < len(self._lengths) and self._starts[at] < end:
            inner_end = min(end, self._starts[at + 1])
            self._covered[at] += inner_end - max(start, self._starts[at])
            at += 1


def _earlier(limit: int, place: int | None) -> int:
    return limit if place is None or place < 0 else place


def _ends(flow: Sequence[FlowBlock], taken: Sequence[bool]) -> tuple[int, int]:
    """The first block of the main text, its heading if that is near, and where it ends."""
    first = taken.index(True) if any(taken) else 0
    last = len(taken) - list(reversed(taken)).index(True) if any(taken) else 0
    characters = 0
    for at in range(first - 1, -1, -1):
        if flow[at].level == 1:
            return at, last
        characters += len(flow[at].text)
        if characters > _LEAD:
            break
    return first, last


def _sure(
    flow: Sequence[FlowBlock], taken: Sequence[bool], part: Sequence[str | None], first: int
) -> list[bool]:
    """Which blocks that trafilatura passes over are plainly prose of the article.

    They stand between two paragraphs of it, or between its heading and the first, with little
    else beside them.
    """
    sure = [False] * len(flow)
    for is_taken, run in groupby(range(first, len(flow)), lambda at: taken[at]):
        gap = tuple(run)
        if is_taken or gap[-1] + 1 == len(flow) or len(gap) > _LONGEST_GAP:
            continue
        for at in gap:
            sure[at] = part[at] not in _NO_TEXT and _is_prose(flow[at])
    return sure


def _is_prose(block: FlowBlock) -> bool:
    text = block.text
    return (
        not block.level
        and len(text) >= _PROSE
        and len(text.split()) >= _FEWEST_WORDS
        and ends_sentence(text)
        and block.linked <= _MOST_LINKED * len(text)
        and block.holder.tag not in _NO_PROSE
        and not is_furniture(text)
    )
