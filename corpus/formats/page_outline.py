"""What of a web page is its own story, and what belongs to other stories it lists."""

from bisect import bisect_left
from typing import Final

from lxml.html import HtmlElement

from corpus.metadata import one_line

_OTHERS: Final = " or ".join(
    f"contains(@{attribute}, '{word}')"
    for attribute in ("class", "id")
    for word in ("related", "recommend", "comment", "sidebar", "widget", "footer", "promo")
)
# Parts of a page that speak of other pages, of readers, or of the site.
_ELSEWHERE: Final = (
    "ancestor-or-self::*[self::aside or self::nav or self::footer or self::form[not(.//h1)]"
    f" or (not(self::html or self::body or self::main) and ({_OTHERS}))]"
)
HERE: Final = f"[not({_ELSEWHERE})]"
"""An XPath condition: the element speaks of the page's own story."""
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PARAGRAPH: Final = 80  # characters; a shorter one may be a deck or a caption above the text
_OWN_SCOPE: Final = "self::html or self::body or .//h1 or .//*[@itemprop='articleBody']"


class Outline:
    """The headings of a page, and where the text below its first ``h1`` begins."""

    def __init__(self, page: HtmlElement) -> None:
        self._order = {element: place for place, element in enumerate(page.iter())}
        self._headings = [element for element in self._order if element.tag in _HEADINGS]
        self._places = [self._order[heading] for heading in self._headings]
        top = next((self._order[head] for head in self._headings if head.tag == "h1"), None)
        self._text_begins = next(
            (
                place
                for element, place in self._order.items()
                if element.tag == "p" and top is not None and place > top
                if len(one_line(element.text_content())) >= _PARAGRAPH
            ),
            len(self._order),
        )

    def is_own(self, element: HtmlElement) -> bool:
        """False in a list of links, in another item's microdata, and below a later heading.

        A later story's heading holds a link, or stands below a paragraph of this one.
        """
        if element.tag == "time" and element.xpath("boolean(ancestor::li[.//a])"):
            return False
        scopes = element.xpath("ancestor::*[@itemscope][1]")
        if scopes and not scopes[0].xpath(f"boolean({_OWN_SCOPE})"):
            return False
        above = bisect_left(self._places, self._order[element]) - 1
        if above < 0 or self._headings[above].tag == "h1":
            return True
        if self._places[above] > self._text_begins:
            return False
        return not self._headings[above].xpath("boolean(.//a or ancestor::a)")


def shown_words(element: HtmlElement) -> str:
    """Its text on one line; a line break parts words."""
    pieces = element.xpath(".//text() | .//br")
    return one_line("".join(piece if isinstance(piece, str) else " " for piece in pieces))


def meta_contents(page: HtmlElement, *names: str) -> list[str]:
    """The contents of the meta elements of these names, in the page's order."""
    return [
        one_line(meta.get("content"))
        for meta in page.xpath("//meta[@content][@name or @property]")
        if {(meta.get("property") or "").lower(), (meta.get("name") or "").lower()}.intersection(
            names
        )
        if one_line(meta.get("content"))
    ]
