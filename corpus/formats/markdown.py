"""Markdown: the file's own text, its headings as sections, its markup never quoted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from corpus.formats.byline import find_bylines, stated_by
from corpus.formats.chat_text import read_chat_text
from corpus.formats.draft import Draft
from corpus.front_matter import read_front_matter
from corpus.layout import split_blocks, split_lines
from corpus.model import Section, Span
from corpus.residue import find_residue, united

_UNSEEN: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1>|\Z)", re.DOTALL | re.IGNORECASE
)
_LONGEST: Final = 100_000  # characters of a paragraph; brackets take the parser 15 s a million


def read_markdown(text: str, *, day_first: bool = True) -> Draft:
    """A draft whose text is the file's own, less the front matter.

    Headings inside a list, a quotation or a fence are not sections. The first level-1 heading is
    the title. Comments, scripts, link definitions, rules and tables' delimiter rows are never
    quoted.
    """
    front = read_front_matter(text, day_first=day_first)
    body = text[front.end :]
    if chat := read_chat_text(body, split_lines(body)):
        return replace(chat, front_matter=front.source, warnings=front.problems)
    page = _Page(body)
    sections = tuple(page.sections())
    own = [Span(section.start, section.end) for section in sections]
    fences = tuple(page.fences())
    bylines = find_bylines(split_blocks(body), known=front.source, day_first=day_first)
    furniture = (
        span
        for span in find_residue(body, own=[*own, *bylines])
        if not any(fence.start <= span.start < fence.end for fence in fences)
    )
    title = next((section.title for section in sections if section.level == 1), None)
    return Draft(
        text=body,
        sections=sections,
        residue=united([*bylines, *furniture, *page.markup()]),
        front_matter=front.source,
        warnings=front.problems,
        stated=stated_by(title, bylines.values()),
    )


class _Page:
    """A parsed page whose tokens' lines are turned into offsets."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._references: dict[str, dict[str, dict[str, Sequence[int]]]] = {}
        # A paragraph's words are not parsed, which would take most of the time.
        blocks = MarkdownIt("commonmark").enable("table").disable("inline")
        self._tokens: Sequence[Token] = blocks.parse(text, self._references)
        self._inline = MarkdownIt("commonmark")
        self._headings = tuple(self._find_headings())

    def sections(self) -> Iterator[Section]:
        for token, title in self._headings:
            if title:
                yield Section(*self._span(token), title, int(token.tag[1:]))

    def fences(self) -> Iterator[Span]:
        return (
            self._span(token) for token in self._tokens if token.type in {"fence", "code_block"}
        )

    def markup(self) -> Iterator[Span]:
        """What is written for the parser and not for the reader."""
        for token in self._tokens:
            if token.type == "hr":
                yield self._span(token)
            elif token.type == "table_open" and token.map:
                yield self._lines(token.map[0] + 1, token.map[0] + 2)
            elif token.type == "html_block" or self._has_comment(token):
                span = self._span(token)
                for match in _UNSEEN.finditer(self._text, span.start, span.end):
                    yield Span(*match.span())
        yield from (self._span(token) for token, title in self._headings if not title)
        for reference in self._references.get("references", {}).values():
            if "map" in reference:
                yield self._lines(*reference["map"])

    def _find_headings(self) -> Iterator[tuple[Token, str]]:
        """The headings of the page itself with their words, of which there may be none."""
        for token, inline in pairwise(self._tokens):
            if token.type == "heading_open" and token.level == 0:
                yield token, self._plain(inline.content)

    def _has_comment(self, token: Token) -> bool:
        """True for a paragraph with a comment; what an overlong one holds is taken for one."""
        if token.type != "inline" or "<!--" not in token.content:
            return False
        return len(token.content) > _LONGEST or any(
            child.type == "html_inline" and child.content.startswith("<!--")
            for child in self._children(token.content)
        )

    def _plain(self, heading: str) -> str:
        """A heading's words without their markup; an overlong one's as they stand."""
        if len(heading) > _LONGEST:
            return " ".join(heading.split())
        shown = {"text", "code_inline", "softbreak", "hardbreak"}
        children = (child for child in self._children(heading) if child.type in shown)
        return " ".join("".join(child.content or " " for child in children).split())

    def _children(self, content: str) -> Sequence[Token]:
        return self._inline.parseInline(content, self._references)[0].children or ()

    def _span(self, token: Token) -> Span:
        return self._lines(*(token.map or (0, 0)))

    def _lines(self, first: int, end: int) -> Span:
        """The text of the lines ``[first, end)`` without the white space around it."""
        start, stop = self._starts[first], self._starts[end]
        written = self._text[start:stop]
        start += len(written) - len(written.lstrip())
        return Span(start, max(start, start + len(written.strip())))
