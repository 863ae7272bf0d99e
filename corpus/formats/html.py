"""HTML: the main text by trafilatura, its headings, and what the page declares about itself."""

import codecs
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import trafilatura
from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from corpus.encoding import decode
from corpus.formats.byline import find_bylines
from corpus.formats.draft import Draft
from corpus.formats.page_metadata import read_page_metadata
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
_BLOCKS: Final = frozenset({"p", "head", "item", "list", "quote", "row", "table", "code", "ab"})
_PLAIN_BLOCKS: Final = "|".join(f".//{tag}" for tag in "h1 h2 h3 h4 h5 h6 p li pre td".split())
_FURNITURE: Final = "self::nav or self::footer or self::aside or self::form"
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
    etree.strip_elements(page, "script", "style", "template", "noscript", with_tail=False)
    text, sections = _joined(_main_blocks(page))
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


def _main_blocks(page: HtmlElement) -> Iterator[_Block]:
    extracted = trafilatura.bare_extraction(
        page, include_comments=False, include_tables=True, with_metadata=False
    )
    body = getattr(extracted, "body", None)
    # On short pages it gives all the text in one element, the blocks run together.
    if body is None or body.tag == "span" or (len(body) == 1 and "\n" in (body[0].text or "")):
        return _plain_blocks(page)
    return _Flow().blocks(body)


class _Flow:
    """Walks trafilatura's tree and gathers text until a block begins or ends."""

    def __init__(self) -> None:
        self._pieces: list[str] = []

    def blocks(self, element: HtmlElement, *, in_row: bool = False) -> Iterator[_Block]:
        is_block = element.tag in _BLOCKS and not in_row
        if is_block:
            yield from self._flush(0)
        if element.tag == "lb":
            self._pieces.append("\n")
        elif element.tag == "cell" and element.getprevious() is not None:
            self._pieces.append(" | ")
        self._add(element.text)
        for child in element:
            yield from self.blocks(child, in_row=in_row or element.tag == "row")
            self._add(child.tail)
        if is_block or element.tag == "body":
            yield from self._flush(_level(element))

    def _add(self, text: str | None) -> None:
        if text:
            self._pieces.append(_SPACES.sub(" ", text))

    def _flush(self, level: int) -> Iterator[_Block]:
        lines = ("".join(self._pieces)).split("\n")
        self._pieces.clear()
        text = "\n".join(filter(None, (" ".join(line.split()) for line in lines)))
        if text:
            yield _Block(" ".join(text.split()) if level else text, level)


def _level(element: HtmlElement) -> int:
    if element.tag != "head":
        return 0
    match = _HEADING.fullmatch(element.get("rend") or "")
    return int(match[1]) if match else 2


def _plain_blocks(page: HtmlElement) -> Iterator[_Block]:
    """The blocks of a page too short for trafilatura to tell its main text."""
    found = page.xpath(f"({_PLAIN_BLOCKS})[not(ancestor-or-self::*[{_FURNITURE}])]")
    for element in found or page.xpath("//body"):
        text = " ".join(element.text_content().split())
        heading = _HEADING.fullmatch(element.tag)
        is_outer = element.xpath(f"boolean({_PLAIN_BLOCKS})")
        if text and not (found and is_outer):
            yield _Block(text, int(heading[1]) if heading else 0)


def _joined(blocks: Iterable[_Block]) -> tuple[str, tuple[Section, ...]]:
    """The blocks as one text, a blank line between them, and the headings' places in it."""
    texts: list[str] = []
    sections: list[Section] = []
    at = 0
    for text, level in blocks:
        if level:
            sections.append(Section(at, at + len(text), text, level))
        texts.append(text)
        at += len(text) + len(_BETWEEN)
    return _BETWEEN.join(texts), tuple(sections)
