"""HTML: the main text, its headings, and what the page declares about itself."""

import codecs
import re
from collections.abc import Iterable, Sequence
from typing import Final

from lxml import etree
from lxml.html import HtmlComment, HtmlElement, HTMLParser, document_fromstring

from corpus.encoding import UndecodableError, decode_file
from corpus.facts import Fact
from corpus.formats.byline import find_bylines
from corpus.formats.chat_page import read_chat_page
from corpus.formats.draft import Draft
from corpus.formats.furniture_parts import spare_article
from corpus.formats.main_text import TextBlock, main_text
from corpus.formats.page_metadata import read_page_metadata
from corpus.formats.page_tail import who_wrote
from corpus.formats.shown import show
from corpus.furniture import is_furniture
from corpus.layout import split_blocks
from corpus.model import Section, Span
from corpus.residue import find_residue, united

_CHARSET: Final = re.compile(
    rb"""<(?:meta\b[^>]*?\bcharset|\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]{2,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN: Final = 4096  # bytes; browsers look no further than 1024
# As browsers do: what is declared as these is in fact their superset (WHATWG Encoding Standard).
_MEANS: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
# Labels of the same standard that Python does not know.
_LABELS: Final = {
    label: name
    for name, labels in (
        ("cp874", "windows-874 dos-874"),
        ("cp932", "x-sjis windows-31j"),
        ("gb18030", "x-gbk gb_2312-80"),
        ("cp949", "windows-949 ks_c_5601-1989"),
        ("big5", "cn-big5 x-x-big5"),
        ("euc_jp", "x-euc-jp"),
        ("cp1250", "x-cp1250"),
        ("cp1251", "x-cp1251"),
        ("cp1252", "x-cp1252 iso88591"),
        ("koi8_r", "koi koi8"),
        ("koi8_u", "koi8-ru"),
        ("mac_cyrillic", "x-mac-cyrillic x-mac-ukrainian"),
        ("mac_roman", "x-mac-roman"),
        ("iso8859_7", "sun_eu_greek"),
        ("iso8859_8", "logical visual iso-8859-8-e"),
    )
    for label in labels.split()
}
_OLDER: Final = ("ascii", "cp", "iso8859", "koi8", "shift_jis", "euc", "gb", "big5", "mac", "tis")
_FORM_FEED_IS_SPACE: Final = bytes.maketrans(b"\f", b" ")
_UNWRITABLE: Final = bytes({*range(0x20)} - set(b"\t\n\f\r"))
_LONG_TAG: Final = re.compile(rb"<([A-Za-z][\w:-]*)\s[^<>]{10000,}>")
_MOST_ATTRIBUTES: Final = 2_000
_NONCHARACTER: Final = re.compile(rb"\xef\xbf[\xbe\xbf]")  # U+FFFE and U+FFFF
_BETWEEN: Final = "\n\n"
# One class for all elements; lxml.html's own asks Python for the class of each.
_CLASSES: Final = etree.ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment)


def read_html(raw: bytes, *, day_first: bool = True) -> Draft:
    """A draft whose text is the page's main text, a blank line between its blocks.

    Metadata is what the page declares about itself, never a guess. Raises ``UndecodableError``.
    """
    page = _parse(decode_file(raw, declared=_declared_encoding(raw)))
    if page is None:
        return Draft("")
    held = list(page.iter())  # lxml makes an element anew for each walk unless somebody holds it
    stated = read_page_metadata(page, day_first=day_first)
    chat = read_chat_page(page)
    if chat is not None:
        return chat.draft(page, stated, show(page))
    spare_article(page)
    unsaid = show(page)
    found = main_text(page)
    held.clear()
    text, sections, unquoted = _joined(_without_bios(found.blocks, stated.author))
    masked = _masked(text, unquoted)
    bylines = find_bylines(split_blocks(masked), known=stated, day_first=day_first)
    own = [*(Span(section.start, section.end) for section in sections), *bylines]
    residue = united([*find_residue(masked, own=own), *bylines, *unquoted])
    return Draft(text, sections, residue, stated=stated, left_out=(*unsaid, *found.left_out))


def _declared_encoding(raw: bytes) -> str | None:
    match = _CHARSET.search(raw, 0, _DECLARED_WITHIN)
    if match is None:
        return None
    label = match[1].decode("ascii").lower().removesuffix("-i")
    try:
        name = codecs.lookup(_LABELS.get(label, label)).name
    except LookupError:
        return None
    return _MEANS.get(name, name) if name.startswith(_OLDER) else None


def _parse(text: str) -> HtmlElement | None:
    if not text.strip():
        return None
    # Encoded again because lxml refuses a str that holds an XML declaration. It reads characters
    # that it would not write: no browser shows them.
    raw = text.encode("utf-8", "replace").translate(_FORM_FEED_IS_SPACE, _UNWRITABLE)
    raw = _LONG_TAG.sub(_without_attributes, raw)
    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    parser.set_element_class_lookup(_CLASSES)
    try:
        page = document_fromstring(_NONCHARACTER.sub(b"", raw), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    # The parser goes no deeper than some 2,000 elements and drops the rest of the page.
    if parser.error_log.filter_from_fatals():
        raise UndecodableError(Fact("is nested too deep to be a page; remove it"))
    return page


def _without_attributes(tag: re.Match[bytes]) -> bytes:
    """The tag alone where it has thousands of attributes, which take the parser their square."""
    return b"<%s>" % tag[1] if len(tag[0].split()) > _MOST_ATTRIBUTES else tag[0]


def _without_bios(blocks: Sequence[TextBlock], author: str | None) -> list[TextBlock]:
    """The blocks; those that tell who the author is are left unquoted."""
    quoted = [at for at, block in enumerate(blocks) if block.quotable and not block.level]
    bios = {quoted[at] for at in who_wrote([blocks[each].text for each in quoted], author)}
    return [
        block._replace(quotable=False) if at in bios else block for at, block in enumerate(blocks)
    ]


def _joined(
    blocks: Iterable[TextBlock],
) -> tuple[str, tuple[Section, ...], tuple[Span, ...]]:
    """The blocks as one text, a blank line between them, with the places of headings and of
    what is not quoted.
    """
    texts: list[str] = []
    sections: list[Section] = []
    unquoted: list[Span] = []
    at = 0
    for text, level, quotable, apart in blocks:
        end = at + len(text)
        if apart and at:
            unquoted.append(Span(at - len(_BETWEEN), at))
        if not quotable and level != 1:
            unquoted.append(Span(at, end))
        elif level and not is_furniture(text):
            sections.append(Section(at, end, text, level))
        texts.append(text)
        at = end + len(_BETWEEN)
    return _BETWEEN.join(texts), tuple(sections), tuple(unquoted)


def _masked(text: str, spans: Iterable[Span]) -> str:
    """The text with blanks for the spans, so that they have no say in what the rest is."""
    pieces: list[str] = []
    at = 0
    for start, end in spans:
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])
