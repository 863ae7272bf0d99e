"""The main text of a page by trafilatura, block by block, each as the page has it."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import trafilatura
from lxml.html import HtmlElement

from corpus.formats.shown import drop

# Names in trafilatura's tree first, then those in the page's own, which is walked when it is short.
_BLOCKS: Final = frozenset(
    "p head item list quote row cell table code ab "
    "address article blockquote body dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 "
    "header li main ol pre section summary td th tr ul".split()
)
_ROWS: Final = frozenset({"row", "tr"})
_CELLS: Final = frozenset({"cell", "td", "th"})
_BREAKS: Final = frozenset({"lb", "br"})
# Where trafilatura finds no main part, these are left out of the whole.
_NAMED_MENUS: Final = " or ".join(
    f"contains(@{attribute}, '{word}')"
    for attribute in ("class", "id")
    for word in ("nav", "menu", "sidebar", "breadcrumb")
)
_FURNITURE: Final = (
    "//nav | //footer | //aside | //form[not(.//h1 or .//article)] | //header[not(.//h1)]"
    f" | //body//*[{_NAMED_MENUS}][not(.//h1 or .//p)][not(self::h1 or self::p)]"
)
# What a page itself says is not its main part (WAI-ARIA 1.2, landmark and window roles).
_OTHER_ROLES: Final = " or ".join(
    f"@role = '{role}'"
    for role in ("navigation", "contentinfo", "complementary", "search", "dialog", "alertdialog")
)
_SPACES: Final = re.compile(r"\s+")
_BETWEEN_WORDS: Final = re.compile(r"[\s|]+")  # as columns are set apart here, not on the page
_BLANK_LINE: Final = re.compile(r"\n\s*\n")
_HEADING: Final = re.compile(r"h([1-6])")
_PARAGRAPH: Final = 80  # characters; a table's row that holds two of them is no row of data


class TextBlock(NamedTuple):
    """A block of the main text; ``level`` is 0 unless it is a heading."""

    text: str
    level: int


def main_blocks(page: HtmlElement) -> Iterable[TextBlock]:
    """The blocks of the main text in order; raises ``RecursionError`` for a bottomless page.

    From no block was anything cut out: where trafilatura does so, it has misread the page, and all
    the page's text but its furniture is given.
    """
    drop(page, f"//*[{_OTHER_ROLES}][not(.//h1)]")
    whole = _BETWEEN_WORDS.sub("", page.text_content())
    extracted = trafilatura.bare_extraction(
        page, include_comments=False, include_tables=True, with_metadata=False
    )
    tree = getattr(extracted, "body", None)
    # On short pages it gives all text in one element, title and paragraphs run together.
    if tree is not None and len(tree) > max(1, len(page.xpath("//article"))):
        found = list(_Flow().all_blocks(tree))
        if _all_stand_in(whole, found):
            return found
    drop(page, _FURNITURE)
    body = page.find("body")
    return () if body is None else _Flow().all_blocks(body)


def _all_stand_in(whole: str, blocks: Iterable[TextBlock]) -> bool:
    """True when each block is found in the page's own text in one piece."""
    at = 0
    for block in blocks:
        text = _BETWEEN_WORDS.sub("", block.text)
        found = whole.find(text, at)  # from the last one on, which is nearly always right
        if found < 0 and text not in whole:
            return False
        at = max(at, found)
    return True


class _Flow:
    """Walks a tree and gathers text until a block begins or ends."""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def all_blocks(self, tree: HtmlElement) -> Iterator[TextBlock]:
        yield from self._blocks(tree)
        yield from self._flush(0)

    def _blocks(self, element: HtmlElement) -> Iterator[TextBlock]:
        if not isinstance(element.tag, str):
            return  # a comment or a processing instruction
        is_block = element.tag in _BLOCKS
        if is_block:
            yield from self._flush(0)
        if element.tag in _BREAKS:
            self._pieces.append("\n")
        if element.tag in _ROWS and not _is_layout(element):
            self._add(_line(element))
        else:
            self._add(element.text)
            for child in element:
                yield from self._blocks(child)
                self._add(child.tail)
        if is_block:
            yield from self._flush(_level(element))

    def _add(self, text: str | None) -> None:
        if text:
            self._pieces.append(_SPACES.sub(" ", text))

    def _flush(self, level: int) -> Iterator[TextBlock]:
        written = "".join(self._pieces)
        self._pieces.clear()
        for block in [written] if level else _BLANK_LINE.split(written):
            lines = (" ".join(line.split()) for line in block.split("\n"))
            text = (" " if level else "\n").join(filter(None, lines))
            if text:
                yield TextBlock(text, level)


def _is_layout(row: HtmlElement) -> bool:
    """True for a row that arranges a page: a lone cell, or one that holds paragraphs."""
    inner = (part for part in row.iterdescendants("p", "div") if not part.xpath("p | div"))
    lengths = (len("".join(part.itertext())) for part in inner)
    return len(row) == 1 or sum(length >= _PARAGRAPH for length in lengths) > 1


def _line(element: HtmlElement) -> str:
    """All its text on one line: a bar between cells, a space where a block or a line ends."""
    pieces = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            is_next_cell = child.tag in _CELLS and child.getprevious() is not None
            space = " " if child.tag in _BLOCKS | _BREAKS else ""
            pieces += [" | " if is_next_cell else space, _line(child), space]
        pieces.append(child.tail or "")
    return "".join(pieces)


def _level(element: HtmlElement) -> int:
    """1 to 6 for a heading, 0 for text."""
    name = element.get("rend") or "h2" if element.tag == "head" else element.tag
    match = _HEADING.fullmatch(name)
    return int(match[1]) if match else 0
