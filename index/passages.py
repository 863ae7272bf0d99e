"""Passages: exact, ordered, non-overlapping slices of a document, ended on sentences."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import regex

from corpus.model import Document, Section, Span
from corpus.stated import StatedDate
from index.blocks import Block, Kind, blocks
from index.sentences import block_sentences, skip_space

TARGET = 450  # characters that read well in a chat; measured in docs/passages.md
MOST = 2 * TARGET  # sentences are packed up to here
LONGEST = 1_500  # a sentence beyond this is cut; a Discord embed holds 4,096
_MOST_UNITS = 40  # bounds the work where sentences are tiny

# What it costs to end a passage here, beside a squared relative error of size.
_INSIDE_PARAGRAPH = 0.5
_INSIDE_QUOTATION = 1.0
_BEFORE_WHAT_IT_OPENS = 1.0
_INSIDE_LIST = 0.1

_TITLE_LINE = 80  # characters; a longer line without an end mark is no title
_ENDED = re.compile(r"[.?!…:;,؟۔।。！？][\"'”’»)\]*_]*$")
_OPENING_QUOTE = re.compile(r"\s*(?:[-–—>*_]\s*)?[\"“„«‘'’]")
_CLAUSE_END = regex.compile(r"[,;:–—](?=\s)|[、，；：]|\n")
_WORD_END = regex.compile(r"(?<=\w)(?!\w)|(?<=[^\w\s])(?=\w)")
_GRAPHEME = regex.compile(r"\X")


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
    stated_dates: tuple[StatedDate, ...] = ()
    sentences: tuple[Span, ...] = ()


class _Unit(NamedTuple):
    """What is never split: a sentence or a piece of an overlong one."""

    start: int
    end: int
    page: int
    end_cost: float  # of ending a passage after it


def split(document: Document, language: str = "english") -> tuple[Passage, ...]:
    """Cut a document into passages; headings and residue stand in none.

    Passages begin and end on visible characters, hold whole sentences of one section and one
    page, and together hold every visible character that is neither heading nor residue. Only
    a sentence longer than ``LONGEST`` characters is cut, and one that runs over a page end
    belongs to the page where it starts.
    """
    return tuple(
        _passage(document, span, section)
        for region, section in _regions(document)
        for span in _pack(_units(document, region, language))
    )


def _passage(document: Document, span: Span, section: str | None) -> Passage:
    start, end = span
    return Passage(
        document.id,
        document.sha256,
        start,
        end,
        document.text[start:end],
        section,
        _page(document, start) + 1 if document.pages else None,
    )


def _page(document: Document, offset: int) -> int:
    return bisect_right(document.pages, offset)


def _regions(document: Document) -> Iterator[tuple[Span, str | None]]:
    """The spans between headings and residue, each with the title of its section."""
    title: str | None = None
    start = 0
    barriers: list[Section | Span] = [*document.sections, *document.residue]
    barriers.sort(key=lambda barrier: barrier[:2])
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
    for block in blocks(text):
        if units and before is not None:
            units[-1] = units[-1]._replace(end_cost=_cost_between(text, before, block))
        opened = 0
        for sentence in block_sentences(text, block, language):
            opened += _opened_quotations(text, sentence)
            cost = _INSIDE_QUOTATION if opened > 0 else _INSIDE_PARAGRAPH
            for start, end in _pieces(text, sentence):
                page = _page(document, region.start + start)
                units.append(_Unit(region.start + start, region.start + end, page, cost))
        before = block
    return units


def _opened_quotations(text: str, sentence: Span) -> int:
    start, end = sentence
    return text.count("“", start, end) - text.count("”", start, end)


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
    return 0.0


def _is_title_line(text: str, block: Block) -> bool:
    """True for a short line without an end mark, which may well head what follows."""
    short = block.kind is Kind.TEXT and block.end - block.start <= _TITLE_LINE
    return short and not _ENDED.search(text, block.start, block.end)


def _pieces(text: str, sentence: Span) -> Iterator[Span]:
    """The sentence, or pieces of at most ``LONGEST`` characters where it is longer."""
    start, end = sentence
    while end - start > LONGEST:
        cut = _cut(text, start)
        yield Span(start, start + len(text[start:cut].rstrip()))
        start = skip_space(text, cut, end)
    if start < end:
        yield Span(start, end)


def _cut(text: str, start: int) -> int:
    """Where to cut ``text[start:]`` so that at most ``LONGEST`` characters are kept.

    After a clause mark, else at white space, else between words, else between graphemes; a
    grapheme longer than that stays whole.
    """
    window = text[start : start + LONGEST + 1]
    clauses = [match.end() for match in _CLAUSE_END.finditer(window, LONGEST // 2, LONGEST)]
    if clauses:
        return start + clauses[-1]
    space = max((at for at in range(LONGEST, 0, -1) if window[at].isspace()), default=0)
    if space:
        return start + space
    graphemes = [match.end() for match in _GRAPHEME.finditer(window)]
    whole = {at for at in graphemes if at <= LONGEST}
    between_words = {match.start() for match in _WORD_END.finditer(window, LONGEST // 2, LONGEST)}
    cut = max(whole & between_words, default=0) or max(whole, default=0)
    return start + cut if cut else next(_GRAPHEME.finditer(text, start)).end()


def _pack(units: list[_Unit]) -> Iterator[Span]:
    """Join units into passages at the least total cost, as a typesetter breaks lines.

    Cost of a passage: its squared relative distance from ``TARGET``, and what it costs to
    end there. Dynamic programming over the places to end (Knuth and Plass, 1981).
    """
    best = [0.0]
    begins: list[int] = []
    for last, unit in enumerate(units):
        cheapest, begin = float("inf"), last
        for first in range(last, max(-1, last - _MOST_UNITS), -1):
            length = unit.end - units[first].start
            if first < last and (length > MOST or units[first].page != unit.page):
                break
            cost = best[first] + (length / TARGET - 1) ** 2
            if cost < cheapest:
                cheapest, begin = cost, first
        best.append(cheapest + unit.end_cost)
        begins.append(begin)
    ends: list[Span] = []
    last = len(units) - 1
    while last >= 0:
        ends.append(Span(units[begins[last]].start, units[last].end))
        last = begins[last] - 1
    yield from reversed(ends)
