"""Scraping residue: the spans of a page's furniture that came along with its text.

Losing a sentence is worse than keeping a headline. So beyond fixed wordings, a line counts as
residue only by its shape, and only in a text whose paragraphs are plainly prose: lists, poems,
transcripts, tables, notes and pages of headlines keep all they hold.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from corpus.furniture import (
    BUTTON_LINE,
    FORM_LINE,
    LONE_LINE,
    PAGE_TAIL_OPENER,
    TEASER_LINE,
    TEASER_OPENER,
)
from corpus.layout import (
    Block,
    Line,
    breaks_off,
    ends_sentence,
    holds_sentences,
    is_list_item,
    split_blocks,
    trails_off,
    words,
)
from corpus.model import Span

_FEWEST_PARAGRAPHS: Final = 3  # of prose, before the shape of other lines means anything
_PROSE_SHARE: Final = 0.5  # of all long blocks end as sentences do in an article
_HEADLINE_WORDS: Final = range(6, 31)
_HEADLINE_CHARACTERS: Final = 40  # lines of verse and names are shorter
_GLUED_CHARACTERS: Final = 150  # without a comma or stop: several headlines run together
_FEWEST_IN_A_LIST: Final = 3  # one line without a full stop may be a text cut short
_SHORT_WORD: Final = 4  # letters; the words that name a subject are longer
_SHARED_WORDS: Final = 2
_MOST_RELATED: Final = 3  # more of them are the text's own headings
_MOST_LINKS: Final = 20  # under one opener; more is a text that goes on
_TAIL_SHARE: Final = 1 / 3  # of the text at most is a widget at its end


def find_residue(text: str, *, own: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The spans of ``text`` that are page furniture, ordered and non-overlapping.

    ``own`` are spans known to belong to the document, such as its headings; they are never
    residue, and no list of links runs across them.
    """
    kept = {span.start for span in own}
    blocks = split_blocks(text)
    found = {*_fixed_wordings(blocks), *_buttons(blocks), *_teasers(blocks, kept)}
    left = [block for block in blocks if not any(line in found for line in block.lines)]
    if _is_article(left):
        title = words(left[0].lines[0].text) if left[0].lines[0].start in kept else ()
        found |= {*_trailing_headlines(left, kept), *_related_headlines(left, title)}
        found |= set(_repeated(left))
    lines = sorted((line for line in found if line.start not in kept), key=lambda line: line.start)
    return tuple(line.span for line in lines)


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same characters as ordered spans that do not overlap; empty spans are dropped."""
    result: list[Span] = []
    for span in sorted(span for span in spans if span.start < span.end):
        if result and span.start < result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def _fixed_wordings(blocks: Sequence[Block]) -> Iterator[Line]:
    for block in blocks:
        if all(LONE_LINE.fullmatch(line.text) for line in block.lines):
            yield from block.lines
        for line in block.lines:
            if FORM_LINE.fullmatch(line.text) or TEASER_LINE.fullmatch(line.text):
                yield line


def _buttons(blocks: Sequence[Block]) -> Iterator[Line]:
    lines = (line for block in blocks for line in block.lines)
    for is_button, run in groupby(lines, lambda line: bool(BUTTON_LINE.fullmatch(line.text))):
        row = tuple(run)
        if is_button and len(row) > 1:
            yield from row


def _teasers(blocks: Sequence[Block], kept: set[int]) -> Iterator[Line]:
    """Openers such as "Related articles", and the headlines and cut teasers that follow them."""
    lines = [line for block in blocks for line in block.lines]
    firsts = {block.lines[0].start for block in blocks}
    for at, opener in enumerate(lines):
        if opener.start not in firsts or not TEASER_OPENER.fullmatch(opener.text):
            continue
        yield opener
        length = lines[-1].end - opener.start
        if PAGE_TAIL_OPENER.fullmatch(opener.text) and length <= _TAIL_SHARE * lines[-1].end:
            yield from lines[at + 1 :]
            return
        links = _links(lines[at + 1 : at + 2 + _MOST_LINKS], kept)
        yield from links if len(links) <= _MOST_LINKS else ()


def _links(lines: Sequence[Line], kept: set[int]) -> list[Line]:
    links: list[Line] = []
    for line in lines:
        resumes = ends_sentence(line.text) and not trails_off(line.text)
        if resumes or holds_sentences(line.text) or line.start in kept:
            break
        links.append(line)
    return links


def _is_article(blocks: Sequence[Block]) -> bool:
    """True when the text is plainly prose, so that a line without a full stop stands out."""
    long = [block for block in blocks if block.characters >= _HEADLINE_CHARACTERS]
    prose = [block for block in long if block.is_prose]
    return len(prose) >= max(_FEWEST_PARAGRAPHS, _PROSE_SHARE * len(long))


def _trailing_headlines(blocks: Sequence[Block], kept: set[int]) -> Iterator[Line]:
    """Headlines of other pages, listed straight after the last paragraph of a titled article."""
    tail: list[Line] = []
    for block in reversed(blocks):
        if block.lines[0].start in kept:
            return
        if not all(_is_headline(line) or _is_glued(line) for line in block.lines):
            if not block.is_prose:
                return
            break
        tail.extend(block.lines)
    is_list = len(tail) >= _FEWEST_IN_A_LIST and blocks[0].lines[0].start in kept
    if is_list or any(map(_is_glued, tail)):
        yield from tail


def _related_headlines(blocks: Sequence[Block], title: Sequence[str]) -> Iterator[Line]:
    """The headline of a related page, alone between two paragraphs; it shares words with ours.

    A sentence that lost its full stop, or was cut by a page's end, looks the same but for that.
    """
    subject = {word.casefold() for word in title if len(word) > _SHORT_WORD}
    found = [
        line
        for before, block, after in zip(blocks, blocks[1:], blocks[2:], strict=False)
        if (line := block.only_line) and _is_headline(line)
        if before.is_prose and after.is_prose and not after.lines[0].text[0].islower()
        if len(subject.intersection(map(str.casefold, words(line.text)))) >= _SHARED_WORDS
    ]
    if len(found) <= _MOST_RELATED:
        yield from found


def _repeated(blocks: Sequence[Block]) -> Iterator[Line]:
    """A caption that the page holds twice, once for those who cannot see the picture."""
    for before, block in pairwise(blocks):
        line = block.only_line
        if line and before.only_line and line.text == before.only_line.text and _is_headline(line):
            yield line


def _is_headline(line: Line) -> bool:
    """A sentence's length and case without its full stop."""
    text = line.text
    return (
        len(text) >= _HEADLINE_CHARACTERS
        and len(words(text)) in _HEADLINE_WORDS
        and text[0].isupper()
        and not text.endswith(")")
        and not breaks_off(text)
        and not ends_sentence(text)
        and not holds_sentences(text)
        and not is_list_item(text)
    )


def _is_glued(line: Line) -> bool:
    return (
        len(line.text) >= _GLUED_CHARACTERS
        and not any(mark in line.text for mark in ",;:|\t")
        and not ends_sentence(line.text)
        and not holds_sentences(line.text)
        and not is_list_item(line.text)
    )
