"""What of a web page is its own story, and what belongs to other stories it lists."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from lxml.html import HtmlElement

from corpus.metadata import is_unfilled, one_line

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
IS_HERE: Final = f"boolean(not({_ELSEWHERE}))"
"""XPath: the element speaks of the page's own story."""
_OTHER_PARTS: Final = frozenset({"aside", "nav", "footer"})
_OTHER_NAMES: Final = re.compile("related|recommend|comment|sidebar|widget|promo|teaser-list")
_OWN_ASIDE: Final = re.compile(r"meta|info|date|byline|author", re.IGNORECASE)
_STORY: Final = re.compile(r"article|entry|post|news|story|content", re.IGNORECASE)
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PARAGRAPH: Final = 80  # characters; a shorter one may be a deck or a caption above the text
_HEAD_ELEMENTS: Final = 120
_BOX: Final = 3  # ancestors of a heading that still belong to it alone
_PAGE: Final = frozenset({"html", "body", "main", "form"})
_LINES: Final = frozenset(
    "time span p div li em small strong b td dd abbr i h4 h5 h6 ul dl".split()
)
_OWN_SCOPE: Final = "self::html or self::body or .//h1 or .//*[@itemprop='articleBody']"


class Outline:
    """The headings of a page, and where the text below its own heading begins."""

    def __init__(self, page: HtmlElement, heading: HtmlElement | None = None) -> None:
        self._elements = list(page.iter())
        self._order = {element: place for place, element in enumerate(self._elements)}
        self._headings = [element for element in self._elements if element.tag in _HEADINGS]
        self._places = [self._order[each] for each in self._headings]
        self._heading = heading
        self._around = frozenset() if heading is None else frozenset(heading.iterancestors())
        firsts = (each for each in self._headings if each.tag == "h1")
        top = heading if heading is not None else next(firsts, None)
        self._text_begins = self._first_paragraph(None if top is None else self._order[top])

    def _first_paragraph(self, below: int | None) -> int:
        if below is not None:
            for place in range(below + 1, len(self._elements)):
                element = self._elements[place]
                if element.tag == "p" and len(one_line(element.text_content())) >= _PARAGRAPH:
                    return place
        return len(self._elements)

    def beside_heading(self) -> list[HtmlElement]:
        """The elements of the page's own head: around its heading, down to where its text begins.

        Above the heading only what stands in one box with it, for the page's banner tells today's
        date.
        """
        if self._heading is None:
            return []
        box = self._heading
        for _ in range(_BOX):
            parent = box.getparent()
            if parent is None or parent.tag in _PAGE:
                break
            box = parent
        last = min(self._text_begins, self._order[self._heading] + _HEAD_ELEMENTS)
        elsewhere: set[HtmlElement] = set()
        found: list[HtmlElement] = []
        for element in self._elements[self._order[box] : last]:
            if element.getparent() in elsewhere or self._speaks_of_others(element):
                elsewhere.add(element)
            elif element.tag in _LINES:
                found.append(element)
        return found

    def in_order(self, elements: Iterable[HtmlElement]) -> list[HtmlElement]:
        """Each of the elements once, as they follow one another on the page."""
        return sorted(set(elements), key=self._order.__getitem__)

    def distance(self, element: HtmlElement) -> int:
        """How many elements stand between the heading and this one, before or after it."""
        if self._heading is None:
            return len(self._elements)
        return abs(self._order[element] - self._order[self._heading])

    def is_here(self, element: HtmlElement) -> bool:
        """True in the part of the page that its heading stands in."""
        return not any(map(self._speaks_of_others, (element, *element.iterancestors())))

    def _speaks_of_others(self, element: HtmlElement) -> bool:
        if element in self._around or not isinstance(element.tag, str) or element.tag in _PAGE:
            return False
        name = f"{element.get('class', '')} {element.get('id', '')}"
        if element.tag == "aside" and _OWN_ASIDE.search(name):
            return False
        if element.tag == "footer" or "footer" in name:
            return not self._closes_story(element)
        return element.tag in _OTHER_PARTS or _OTHER_NAMES.search(name) is not None

    def _closes_story(self, footer: HtmlElement) -> bool:
        """True for the foot of the very article that the heading stands in."""
        above = footer.getparent()
        while above is not None and above not in self._around:
            above = above.getparent()
        return (
            above is not None
            and above.tag not in {"body", "html", "main"}
            and (above.tag == "article" or _STORY.search(above.get("class", "")) is not None)
        )

    def is_own(self, element: HtmlElement) -> bool:
        """False where the page speaks of others: in lists, other items, below later headings.

        A later story's heading holds a link, or stands below a paragraph of this one.
        """
        if element.tag == "time" and element.xpath("boolean(ancestor::li[.//a])"):
            return False
        scopes = element.xpath("ancestor::*[@itemscope][1]")
        if not self.is_here(element) or (scopes and not scopes[0].xpath(f"boolean({_OWN_SCOPE})")):
            return False
        above = bisect_left(self._places, self._order[element]) - 1
        heading = self._headings[above] if above >= 0 else self._heading
        if heading is None or heading is self._heading or heading.tag == "h1":
            return True
        is_linked = heading.xpath("boolean(.//a or ancestor::a)")
        return self._places[above] <= self._text_begins and not is_linked


def shown_words(element: HtmlElement) -> str:
    """Its text on one line; a line break parts words."""
    pieces = element.xpath(".//text() | .//br")
    return one_line("".join(piece if isinstance(piece, str) else " " for piece in pieces))


class Metas:
    """The meta elements of a page."""

    def __init__(self, page: HtmlElement) -> None:
        self._contents = [
            ({(meta.get("property") or "").lower(), (meta.get("name") or "").lower()}, content)
            for meta in page.iter("meta")
            if (content := one_line(meta.get("content") or "")) and not is_unfilled(content)
        ]

    def named(self, *names: str) -> list[str]:
        """The contents of those of these names, in the page's order."""
        return [content for called, content in self._contents if called.intersection(names)]
