"""What a browser shows of a page, written so that taking the main text apart cannot alter it.

trafilatura drops elements by their names and classes, even out of the middle of a sentence: a
``time``, a ``span class="author"``. So what stands in running text is made plain text before.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml import etree
from lxml.html import Element, HtmlElement

from corpus.facts import Fact
from corpus.formats.elements import around_all
from corpus.furniture import is_furniture
from corpus.layout import ends_sentence
from corpus.model import LeftOut

# Text that screen readers alone are given, by the class names of Bootstrap, WordPress and others.
_UNSEEN: Final = frozenset("sr-only visually-hidden visuallyhidden screen-reader-text".split())
# What a page hides it does not say. What holds the heading is the article itself, hidden until a
# script shows it.
_NOT_SHOWN: Final = ("script", "style", "template", "noscript")
_PAGE: Final = frozenset({"html", "body"})
# Shown, but not as words; what these hold inside is for browsers that cannot show them.
_EMBEDDED: Final = "video audio iframe object embed canvas progress".split()
_ARCHIVE: Final = Fact("an archive's own words")
_ARCHIVES_OWN: Final = frozenset({"wm-ipp-base", "wm-ipp", "wm-ipp-print", "donato"})
# Shown, and yet no words of the text.
_NOT_SAID: Final = (
    (Fact("struck out"), ("del", "s", "strike")),
    (Fact("a reading aid"), ("rt", "rp")),
    (Fact("within a drawing"), ("svg",)),
    (Fact("a control"), ("select", "textarea", "button")),
)
_RAISED: Final = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
_LOWERED: Final = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
# The text-level elements of the HTML Standard (4.5), and older ones; links are kept as such.
_INLINE: Final = frozenset(
    "abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark nobr output ruby "
    "samp small span strong sub sup time tt u var".split()
)
_BLOCKS: Final = "div p ul ol dl table tr td blockquote pre figure section article h1 h2 h3 h4 form"
_INNER_BLOCK: Final = " or ".join(f".//{name}" for name in _BLOCKS.split())
_CUTS: Final = frozenset({"div", "aside", "section", "figure"})
_PARAGRAPH: Final = 80  # characters; a shorter one may be a label of the layout
_NOTE_MARK: Final = re.compile(r"\[[^][]{1,20}\]|\[|\]")
_RUNNING: Final = "running"  # for a moment, what is neither a block nor a link
_LETTER: Final = re.compile(r"[^\W_]")


def drop(elements: Iterable[HtmlElement]) -> None:
    """Remove the elements, in the page's order, and keep the text that follows them."""
    gone: set[HtmlElement] = set()
    for element in list(elements):
        if element not in gone and element.getparent() is not None:
            if len(element):
                gone.update(element.iter())
            element.drop_tree()


def show(page: HtmlElement) -> tuple[LeftOut, ...]:
    """Rewrite the page in place: only what is shown, sentences whole, line breaks as elements.

    Returns what a browser shows and the page does not say, such as words that are struck out.
    """
    _drop_comments(page)
    for element in page.iter("img", "svg", "select", "textarea", "button", *_EMBEDDED):
        if element.tail and element.tail[0].isalnum():
            element.tail = f" {element.tail}"
    drop(page.iter(*_NOT_SHOWN))
    drop(_hidden(page))
    drop(page.iter(*_EMBEDDED))
    left_out = tuple(_drop_unsaid(page))
    _spell_out(page)
    _mend_paragraphs(page)
    for block in page.xpath("//pre"):
        break_lines(block)
    _mark_prose(page)
    _join_sentences(page)
    return left_out


def _drop_comments(page: HtmlElement) -> None:
    """Take comments out, as a browser does."""
    kinds = (etree.Comment, etree.ProcessingInstruction)
    around = {each.getparent() for each in page.iter(*kinds)} - {None}
    etree.strip_tags(page, *kinds)
    _join_texts(around)


def _join_texts(elements: Iterable[HtmlElement]) -> None:
    """Make one of adjacent pieces of text: what walks them piece by piece takes their square."""
    for element in elements:
        element.text = element.text
        for child in element:
            child.tail = child.tail


def _hidden(page: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that a browser does not show; what says so is taken off those that stay."""
    around = around_all(page.iter("h1"))
    within: set[HtmlElement] = set()
    for element in page.iter():
        if within and element.getparent() in within:
            within.add(element)  # goes with what is around it
            continue
        style, names = element.get("style"), element.get("class")
        is_hidden = element.get("hidden") is not None
        is_unseen = names is not None and not _UNSEEN.isdisjoint(names.split())
        if style is None and not is_hidden and not is_unseen:
            continue
        is_hidden = is_hidden or is_unseen or "display:none" in (style or "").replace(" ", "")
        if is_hidden and element.tag not in _PAGE and element not in around:
            within.add(element)
            yield element
        else:
            element.attrib.pop("style", None)
            element.attrib.pop("hidden", None)


def _drop_unsaid(page: HtmlElement) -> Iterator[LeftOut]:
    named = ((reason, page.iter(*names)) for reason, names in _NOT_SAID)
    for reason, elements in ((_ARCHIVE, _archives_words(page)), *named):
        gone: set[HtmlElement] = set()
        for element in list(elements):
            if element in gone or element.getparent() is None:
                continue
            gone.update(element.iter())
            text = " ".join(element.text_content().split())
            element.drop_tree()
            if text:
                yield LeftOut(text, reason)


def _archives_words(page: HtmlElement) -> Iterator[HtmlElement]:
    """What archive.today, the Wayback Machine and Google's cache wrote around a page."""
    headers: list[HtmlElement] = []
    for element in page.iter():
        name = element.get("id")
        if not name:
            continue
        if name in _ARCHIVES_OWN or "google-cache-hdr" in name:
            yield element
        elif name == "HEADER" and "archive." in element.text_content():
            headers.append(element)
        elif name == "CONTENT":
            yield from headers
            headers.clear()


def _spell_out(page: HtmlElement) -> None:
    """Write in characters what a browser shows by markup: 10<sup>6</sup> is not 106."""
    for name, table in (("sup", _RAISED), ("sub", _LOWERED)):
        done: set[HtmlElement] = set()
        for raised in page.iter(name):
            for element in () if raised in done else raised.iter():
                done.add(element)
                element.text = _moved(element.text, table)
                if element is not raised:
                    element.tail = _moved(element.tail, table)
    for quotation in page.xpath("//q"):
        quotation.text = f"“{quotation.text or ''}"
        quotation.tail = f"”{quotation.tail or ''}"
    around = {quotation.getparent() for quotation in page.iter("q")}
    etree.strip_tags(page, "q")
    _join_texts(element for element in around if element.tag != "q")


def _moved(text: str | None, table: dict[int, int]) -> str | None:
    """The text raised or lowered; a note mark stands out by its brackets and stays."""
    return text if not text or _NOTE_MARK.fullmatch(text.strip()) else text.translate(table)


def break_lines(block: HtmlElement) -> None:
    """Write a preformatted block's line ends as ``br`` elements."""
    for text in block.xpath(".//text()"):
        first, *rest = text.split("\n")
        holder, place = text.getparent(), "tail" if text.is_tail else "text"
        setattr(holder, place, None)
        for line in reversed(rest):  # each right at the holder, where no place is searched for
            line_break = Element("br")
            line_break.tail = line
            if text.is_tail:
                holder.addnext(line_break)
            else:
                holder.insert(0, line_break)
        setattr(holder, place, first)


def _mend_paragraphs(page: HtmlElement) -> None:
    """Put back what an advertisement cut off a paragraph: a block within one ends it.

    Browsers show the rest below, in the middle of its sentence.
    """
    for paragraph in list(page.iter("p")):
        within = paragraph.getnext()
        if (
            within is None
            or within.tag not in _CUTS
            or not (within.tail or "").strip()[:1].islower()
        ):
            continue
        text, between = paragraph.text_content().strip(), within.text_content().strip()
        if not text or ends_sentence(text) or (between and not is_furniture(between)):
            continue
        rest, within.tail = within.tail, None
        following = within.getnext()
        if len(paragraph):
            paragraph[-1].tail = f"{paragraph[-1].tail or ''} {rest}"
        else:
            paragraph.text = f"{paragraph.text or ''} {rest}"
        while following is not None and (following.tag in _INLINE or following.tag == "a"):
            after = following.getnext()
            paragraph.append(following)
            following = after


def _mark_prose(page: HtmlElement) -> None:
    """Make plain blocks of what trafilatura takes for pictures and for layout."""
    for figure in page.xpath("//figure[.//blockquote or .//table or .//pre]"):
        figure.tag = "div"
    for block in page.xpath(f"//div[not({_INNER_BLOCK})] | //center[not({_INNER_BLOCK})]"):
        text = block.text_content().strip()
        if len(text) >= _PARAGRAPH and ends_sentence(text):
            block.tag = "p"


def _join_sentences(page: HtmlElement) -> None:
    """Make every inline element beside words, and all within it, plain text or a link."""
    running: set[HtmlElement] = set()
    body = page.find("body")
    for element in () if body is None else body.iter():
        is_inline = element.tag in _INLINE or element.tag == "a"
        is_inside = is_inline and element.getparent() in running
        if len(element) and (is_inside or _has_words(element)):
            running.add(element)
        if is_inside:
            address = element.get("href")
            element.attrib.clear()
            if element.tag != "a":
                element.tag = _RUNNING
            elif address:
                element.set("href", address)
    around = {element.getparent() for element in page.iter(_RUNNING)}
    etree.strip_tags(page, _RUNNING)
    _join_texts(element for element in around if element.tag != _RUNNING)


def _has_words(element: HtmlElement) -> bool:
    """True when words stand right in the element, and not only in one of its children."""
    text = element.text
    if text and _LETTER.search(text):
        return True
    return any((text := child.tail) and _LETTER.search(text) for child in element)
