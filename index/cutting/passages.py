"""Passages: exact, ordered, non-overlapping slices of a document, ended on sentences."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from corpus.model import Document, Section, Span
from corpus.stated import find_dates
from index.cutting.blocks import Block, Kind, blocks
from index.cutting.overlong import pieces
from index.cutting.passage import Passage
from index.cutting.sentences import block_sentences

TARGET = 400  # characters; chosen by measuring, see docs/decisions/passages.md
_MOST = 2.0  # times the target: sentences are joined up to here; a longer one stands alone
_MOST_UNITS = 40  # bounds the work where sentences are tiny

# What it costs to end a passage here, on the scale of a passage's squared error of size.
_INSIDE_PARAGRAPH = 1.0
_INSIDE_QUOTATION = 1.5
_BEFORE_WHAT_IT_OPENS = 1.0
_INSIDE_LIST = 0.1
_BEFORE_A_REFERENCE = 0.3

_TITLE_LINE = 80  # characters; a longer line without an end mark is no title
_ENDED = re.compile(r"[.?!…:;,؟۔।。！？][\"'”’»)\]*_]*$")
_REFERENCE = re.compile(r"(?:He|She|It|They|His|Her|Its|Their|This|These|Those|Such)\b")
_OPENING_QUOTE = re.compile(r"\s*(?:[-–—>*_]\s*)?[\"“„«‘'’]")


class _Unit(NamedTuple):
    """What is never split: a sentence, or a piece of an overlong one."""

    start: int
    end: int
    page: int
    end_cost: float  # of ending a passage after it


def split(
    document: Document, language: str = "english", *, target: int = TARGET
) -> tuple[Passage, ...]:
    """Cut a document into passages of about ``target`` characters.

    Passages begin and end on visible characters, hold whole sentences of one section and one
    page, and together hold every visible character that is neither in a heading nor in residue.
    Only a sentence longer than ``cutting.LONGEST`` characters is cut, and one that runs over a
    page end belongs to the page where it starts.
    """
    return tuple(
        _passage(document, units, section)
        for region, section in _regions(document)
        for units in _pack(_units(document, region, language), target)
    )


def _passage(document: Document, units: Sequence[_Unit], section: str | None) -> Passage:
    start, end = units[0].start, units[-1].end
    text = document.text[start:end]
    return Passage(
        document=document.id,
        sha256=document.sha256,
        start=start,
        end=end,
        text=text,
        section=section,
        page=units[0].page + 1 if document.pages else None,
        stated_dates=find_dates(
            text, published=document.source.published, day_first=document.day_first
        ),
        sentences=tuple(Span(unit.start - start, unit.end - start) for unit in units),
    )


def _regions(document: Document) -> Iterator[tuple[Span, str | None]]:
    """The spans between headings and residue, each with the title of its section."""
    title: str | None = None
    start = 0
    barriers: list[Section | Span] = [*document.sections, *document.residue]
    # A heading within residue comes after it, and is then passed over.
    barriers.sort(key=lambda barrier: (barrier.start, isinstance(barrier, Section)))
    for barrier in barriers:
        if start < barrier.start:
            yield Span(start, barrier.start), title
        if isinstance(barrier, Section) and barrier.end > start:
            title = _section_title(document, barrier)
        start = max(start, barrier.end)
    if start < len(document.text):
        yield Span(start, len(document.text)), title


def _section_title(document: Document, section: Section) -> str | None:
    """The heading's words, but the document's own title at its top opens no section."""
    is_title = section is document.sections[0] and section.level == 1
    if is_title and section.title == document.source.title:
        return None
    return section.title or None


def _units(document: Document, region: Span, language: str) -> list[_Unit]:
    """The sentences of a region, each with the cost of ending a passage after it."""
    text = document.text[region.start : region.end]
    units: list[_Unit] = []
    before: Block | None = None
    quotes = "“" in text
    for block in blocks(text):
        if before:
            units[-1] = units[-1]._replace(end_cost=_cost_between(text, before, block))
        opened = 0
        for sentence in block_sentences(text, block, language):
            if quotes:
                opened += text.count("“", *sentence) - text.count("”", *sentence)
            cost = _INSIDE_QUOTATION if opened > 0 else _INSIDE_PARAGRAPH
            for piece in pieces(text, sentence):
                start, end = region.start + piece.start, region.start + piece.end
                units.append(_Unit(start, end, bisect_right(document.pages, start), cost))
        before = block
    return units


def _cost_between(text: str, block: Block, following: Block) -> float:
    """What it costs to part two blocks: an introduction stays with what it introduces."""
    if following.kind is Kind.ITEM and not following.apart:
        return _INSIDE_LIST
    if text[block.end - 1] == ":" or _is_title_line(text, block):
        return _BEFORE_WHAT_IT_OPENS
    quote_follows = _OPENING_QUOTE.match(text, following.start)
    short = block.end - block.start <= TARGET
    if quote_follows and short and not _OPENING_QUOTE.match(text, block.start):
        return _BEFORE_WHAT_IT_OPENS
    return _BEFORE_A_REFERENCE if _REFERENCE.match(text, following.start) else 0.0


def _is_title_line(text: str, block: Block) -> bool:
    """True for a short line without an end mark, which may well head what follows."""
    short = block.kind is Kind.TEXT and block.end - block.start <= _TITLE_LINE
    return short and not _ENDED.search(text, block.start, block.end)


def _pack(units: list[_Unit], target: int) -> Iterator[list[_Unit]]:
    """Join units into passages at the least total cost, as a typesetter breaks lines.

    A passage costs its squared relative distance from ``target`` and what it costs to end
    there; the least sum is found by dynamic programming over the possible ends (Knuth and
    Plass, "Breaking Paragraphs into Lines", 1981).
    """
    best = [0.0]
    begins: list[int] = []
    sizes = _size_costs(target)
    for last, unit in enumerate(units):
        cheapest = best[last] + ((unit.end - unit.start) / target - 1) ** 2
        begin = last
        for first in range(last - 1, max(-1, last - _MOST_UNITS), -1):
            length = unit.end - units[first].start
            if length >= len(sizes) or units[first].page != unit.page:
                break
            cost = best[first] + sizes[length]
            if cost < cheapest:
                cheapest, begin = cost, first
        best.append(cheapest + unit.end_cost)
        begins.append(begin)
    passages: list[list[_Unit]] = []
    end = len(units)
    while end:
        begin = begins[end - 1]
        passages.append(units[begin:end])
        end = begin
    return reversed(passages)


@cache
def _size_costs(target: int) -> tuple[float, ...]:
    """The cost of each length up to the most that sentences are joined to."""
    return tuple((length / target - 1) ** 2 for length in range(int(_MOST * target) + 1))
