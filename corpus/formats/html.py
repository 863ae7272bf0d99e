"""HTML: the main text by trafilatura, its headings, and what the page declares about itself."""

import codecs
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from corpus.encoding import UndecodableError, decode
from corpus.formats.byline import find_bylines
from corpus.formats.draft import Draft
from corpus.formats.page_metadata import read_page_metadata
from corpus.furniture import is_furniture
from corpus.layout import split_blocks
from corpus.model import Section, Span
from corpus.residue import find_residue, united

_CHARSET: Final = re.compile(
    rb"""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN: Final = 4096  # bytes; browsers look no further than 1024
# As browsers do: what is declared as these is in fact Windows-1252 (WHATWG Encoding Standard).
_MEANS_WINDOWS_1252: Final = frozenset({"iso8859-1", "ascii"})
_OLDER: Final = ("cp", "iso8859", "koi8", "shift_jis", "euc", "gb", "big5", "mac", "tis")
# Names in trafilatura's tree first, then those in the page's own, which is walked when it is short.
_BLOCKS: Final = frozenset(
    "p head item list quote row table code ab "
    "address article blockquote body dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 "
    "header li main ol pre section summary tr ul".split()
)
_ROWS: Final = frozenset({"row", "tr"})
_CELLS: Final = frozenset({"cell", "td", "th"})
_BREAKS: Final = frozenset({"lb", "br"})
# What a page strikes out it says no longer.
_NOT_TEXT: Final = "//script | //style | //template | //noscript | //del | //s | //strike"
_RAISED: Final = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED: Final = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_FURNITURE: Final = (
    "//nav | //footer | //aside | //form | //button | //select | //header[not(.//h1)]"
)
_SPACES: Final = re.compile(r"\s+")
_BETWEEN: Final = "\n\n"
_HEADING: Final = re.compile(r"h([1-6])")


class _Block(NamedTuple):
    """A block of the main text; ``level`` is 0 unless it is a heading."""

    text: str
    level: int


def read_html(raw: bytes, *, day_first: bool = True) -> Draft:
    """A draft whose text is the page's main text, a blank line between its blocks.

    Metadata is what the page declares about itself, never a guess. Raises ``UndecodableError``.
    """
    page = _parse(decode(raw, declared=_declared_encoding(raw)))
    if page is None:
        return Draft("")
    stated = read_page_metadata(page, day_first=day_first)
    _drop(page, _NOT_TEXT)
    _spell_out(page)
    try:
        text, sections = _joined(_main_blocks(page))
    except RecursionError:
        raise UndecodableError("is nested too deep to be a page; remove it") from None
    bylines = find_bylines(split_blocks(text), day_first=day_first)
    own = [*(Span(section.start, section.end) for section in sections), *bylines]
    residue = united([*find_residue(text, own=own), *bylines])
    return Draft(text, sections, residue, stated=stated)


def _declared_encoding(raw: bytes) -> str | None:
    match = _CHARSET.search(raw, 0, _DECLARED_WITHIN)
    if match is None:
        return None
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None
    if name in _MEANS_WINDOWS_1252:
        return "cp1252"
    return name if name.startswith(_OLDER) else None


def _parse(text: str) -> HtmlElement | None:
    if not text.strip():
        return None
    # Encoded again because lxml refuses a str that holds an XML declaration.
    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _drop(page: HtmlElement, path: str) -> None:
    for element in page.xpath(path):
        if element.getparent() is not None:
            element.drop_tree()


def _spell_out(page: HtmlElement) -> None:
    """Write in characters what a browser shows by markup: 10<sup>6</sup> is not 106."""
    for path, table in (("//sup//text()", _RAISED), ("//sub//text()", _LOWERED)):
        for text in page.xpath(path):
            place = "tail" if text.is_tail else "text"
            setattr(text.getparent(), place, text.translate(table))
    for quotation in page.xpath("//q"):
        quotation.text = f"“{quotation.text or ''}"
        quotation.tail = f"”{quotation.tail or ''}"
        quotation.drop_tag()


def _main_blocks(page: HtmlElement) -> Iterator[_Block]:
    extracted = trafilatura.bare_extraction(
        page, include_comments=False, include_tables=True, with_metadata=False
    )
    tree = getattr(extracted, "body", None)
    # On short pages it gives all text in one element, title and paragraphs run together.
    if tree is None or len(tree) <= max(1, len(page.xpath("//article"))):
        _drop(page, _FURNITURE)
        tree = page.find("body")
    return iter(()) if tree is None else _Flow().blocks(tree)


class _Flow:
    """Walks a tree and gathers text until a block begins or ends."""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def blocks(self, element: HtmlElement, *, in_row: bool = False) -> Iterator[_Block]:
        if not isinstance(element.tag, str):
            return  # a comment or a processing instruction
        is_block = element.tag in _BLOCKS and not in_row
        if is_block:
            yield from self._flush(0)
        if element.tag in _BREAKS:
            self._pieces.append("\n")
        elif element.tag in _CELLS and element.getprevious() is not None:
            self._pieces.append(" | ")
        self._add(element.text)
        for child in element:
            yield from self.blocks(child, in_row=in_row or element.tag in _ROWS)
            self._add(child.tail)
        if is_block:
            yield from self._flush(_level(element))

    def _add(self, text: str | None) -> None:
        if text:
            self._pieces.append(_SPACES.sub(" ", text))

    def _flush(self, level: int) -> Iterator[_Block]:
        lines = "".join(self._pieces).split("\n")
        self._pieces.clear()
        text = "\n".join(filter(None, (" ".join(line.split()) for line in lines)))
        if text:
            yield _Block(" ".join(text.split()) if level else text, level)


def _level(element: HtmlElement) -> int:
    """1 to 6 for a heading, 0 for text."""
    name = element.get("rend") or "h2" if element.tag == "head" else element.tag
    match = _HEADING.fullmatch(name)
    return int(match[1]) if match else 0


def _joined(blocks: Iterable[_Block]) -> tuple[str, tuple[Section, ...]]:
    """The blocks as one text, a blank line between them, and the headings' places in it."""
    texts: list[str] = []
    sections: list[Section] = []
    at = 0
    for text, level in blocks:
        if level and not is_furniture(text):
            sections.append(Section(at, at + len(text), text, level))
        texts.append(text)
        at += len(text) + len(_BETWEEN)
    return _BETWEEN.join(texts), tuple(sections)
