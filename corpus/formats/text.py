"""Plain text: the file's own text, its title, byline, section headings and pages."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Final

from corpus.formats.byline import find_bylines, stated_by
from corpus.formats.chat_text import read_chat_text
from corpus.formats.draft import Draft
from corpus.formats.press_export import PressExport, read_press_export
from corpus.front_matter import read_front_matter
from corpus.furniture import KICKER, is_furniture
from corpus.layout import (
    Block,
    Line,
    breaks_off,
    ends_sentence,
    is_list_item,
    is_salutation,
    is_title_cased,
    split_blocks,
    words,
)
from corpus.model import Section, Source, Span
from corpus.residue import find_residue, united

_LONGEST_TITLE: Final = 160
_LONGEST_HEADING: Final = 80
_MOST_HEADING_WORDS: Final = 10
_HEAD_BLOCKS: Final = 5  # a title, a byline and a credit stand among the first few blocks
_SHORTEST_BODY: Final = 200  # characters below a title; a shorter note has none to spare
_NUMBERED: Final = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s")
_FORM_FEED: Final = re.compile("\f")


def read_text(text: str, *, day_first: bool = True) -> Draft:
    """A draft whose text is the file's own, less the front matter.

    Form feeds divide it into pages.
    """
    front = read_front_matter(text, day_first=day_first)
    fenced = front.end if front.is_block else 0
    blocks = split_blocks(text[fenced:])
    lines = [line for block in blocks for line in block.lines]
    export = read_press_export(lines, day_first=day_first)
    if export is not None:
        return _article_export(text[fenced:], export, front.source if fenced else Source())
    body = text[front.end :]
    if front.end != fenced:
        blocks = split_blocks(body)
    if chat := read_chat_text(body, [line for block in blocks for line in block.lines]):
        return replace(chat, front_matter=front.source, warnings=front.problems)
    bylines = find_bylines(blocks, known=front.source, day_first=day_first)
    kickers = _kickers(blocks)
    title = _title(blocks[len(kickers) :], bylines.keys())
    apart = {title, *kickers}
    headings = [
        line for line in _headings(blocks) if line not in apart and line.span not in bylines
    ]
    credit_lines = _credits(blocks, headings, title)
    sections = [
        Section(*line.span, _bare(line.text), 2) for line in headings if line not in credit_lines
    ]
    if title:
        sections.insert(0, Section(*title.span, _bare(title.text), 1))
    own = [Span(section.start, section.end) for section in sections]
    never_quoted = [*bylines, *(line.span for line in (*credit_lines, *kickers))]
    residue = find_residue(body, own=[*own, *never_quoted])
    return Draft(
        text=body,
        sections=tuple(sections),
        residue=united([*residue, *never_quoted]),
        pages=tuple(match.end() for match in _FORM_FEED.finditer(body)),
        front_matter=front.source,
        warnings=front.problems,
        stated=stated_by(_bare(title.text) if title else None, bylines.values()),
    )


def _article_export(body: str, export: PressExport, front: Source) -> Draft:
    """A draft of a press database's export, of which only the articles' bodies are quoted."""
    sections = tuple(Section(*line.span, _bare(line.text), 1) for line in export.titles)
    residue = find_residue(body, own=[*export.unquoted, *(line.span for line in export.titles)])
    return Draft(
        text=body,
        sections=sections,
        residue=united([*residue, *export.unquoted]),
        pages=tuple(match.end() for match in _FORM_FEED.finditer(body)),
        front_matter=front,
        stated=export.stated,
    )


def _bare(line: str) -> str:
    """The heading without the marks that text of other formats leaves around it."""
    return " ".join(line.strip("#*_ ").split()) or line


def _kickers(blocks: Sequence[Block]) -> list[Line]:
    """The lines above the title that only say of what kind the text is."""
    alone = (block.only_line for block in blocks[:-1])
    return [line for line in takewhile(_is_kicker, alone) if line]


def _is_kicker(line: Line | None) -> bool:
    return line is not None and (KICKER.fullmatch(line.text) is not None or is_furniture(line.text))


def _title(blocks: Sequence[Block], bylines: Collection[Span]) -> Line | None:
    """The first line when it stands as a heading over a body of prose."""
    if not blocks:
        return None
    first, *below = blocks[0].lines
    body = blocks[1:]
    stands_alone = all(line.span in bylines for line in below) and first.span not in bylines
    has_body = any(block.is_prose for block in body)
    is_long = sum(block.characters for block in body) >= _SHORTEST_BODY
    return first if stands_alone and has_body and is_long and _may_be_title(first.text) else None


def _may_be_title(line: str) -> bool:
    return (
        len(line) <= _LONGEST_TITLE
        and not line[0].islower()
        and not breaks_off(line)
        and bool(words(line))
        and not ends_sentence(line)
        and not is_list_item(line)
        and not is_salutation(line)
        and not is_furniture(line)
    )


def _headings(blocks: Sequence[Block]) -> Iterator[Line]:
    """Short lines alone, in capitals or title case, with text of another shape below them."""
    for block, below in pairwise(blocks):
        line = block.only_line
        if line and _may_be_heading(line.text) and not _may_be_heading(below.lines[0].text):
            yield line


def _may_be_heading(line: str) -> bool:
    return (
        len(line) <= _LONGEST_HEADING
        and 0 < len(words(line)) <= _MOST_HEADING_WORDS
        and (is_title_cased(line) or line.isupper())
        and any(map(str.isalpha, line))
        and not breaks_off(line)
        and not ends_sentence(line)
        and (not is_list_item(line) or _NUMBERED.match(line) is not None)
        and not is_salutation(line)
        and not is_furniture(line)
    )


def _credits(blocks: Sequence[Block], headings: Sequence[Line], title: Line | None) -> list[Line]:
    """The one line that looks like a heading, near the top: whose page it was, not a section."""
    if title is None or len(headings) != 1:
        return []
    top = {line for block in blocks[:_HEAD_BLOCKS] for line in block.lines}
    return [line for line in headings if line in top]
