"""Parts of a page outside its main text, by what the page itself calls them."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from lxml.html import HtmlElement

from corpus.facts import Fact
from corpus.formats.elements import holds, is_within

# What each part is called where it is left out; by element, and by role (WAI-ARIA 1.2).
NAVIGATION: Final = Fact("navigation")
FORM: Final = Fact("a form")
DIALOG: Final = Fact("a dialog")
PLUGIN: Final = Fact("a plugin's box")
_ASIDE: Final = Fact("beside the main text")
_PAGE_HEADER: Final = Fact("the page's header")
_PAGE_FOOTER: Final = Fact("the page's footer")
_ELEMENTS: Final = {
    "nav": NAVIGATION,
    "form": FORM,
    "aside": _ASIDE,
    "header": _PAGE_HEADER,
    "footer": _PAGE_FOOTER,
}
_ROLES: Final = {
    "navigation": NAVIGATION,
    "search": FORM,
    "dialog": DIALOG,
    "alertdialog": DIALOG,
    "complementary": _ASIDE,
    "contentinfo": _PAGE_FOOTER,
}
NO_TEXT: Final = frozenset({NAVIGATION, FORM, DIALOG})
"""Parts that hold no text of an article; what they show is named and not kept."""
NO_PROSE: Final = NO_TEXT | {PLUGIN}
"""Parts that hold no prose of an article."""
# Boxes of plugins and of newsrooms' systems, by class and id, that never hold the article's words.
_PLUGINS: Final = re.compile(
    r"(?:^|[\s_-])(?:jp-relatedposts|yarpp|crp_related|element-rich-link|rich-link|outbrain|taboola"
    r"|zergnet|addtoany|sharedaddy|mc4wp|swp_social|subscription-widget|kg-signup-card"
    r"|ez-toc|lwptoc|sharethis|essb_links|td-post-sharing|inline-newsletter|newsletter-signup)",
    re.IGNORECASE,
)
_MENU_WORDS: Final = ("nav", "menu", "sidebar", "breadcrumb")

_MAY_HOLD_ALL: Final = (
    "aside nav noscript footer header a button label object select option".split()
)
_DEEPEST: Final = 8  # parts within each other of which each holds the article
_RUNNING: Final = "a article b br div em i p section span strong td".split()
_SOME_PROSE: Final = 200  # characters; a page that shows so much shows its text
_LONG: Final = 40  # characters; shorter pieces are labels and links


def spare_article(page: HtmlElement) -> None:
    """Make a plain block of an aside, a link or the like that holds most of the page's words.

    Browsers show what follows an element that was never closed; in the tree it is inside that
    element. So do scripts with what a page hides, where it shows nothing else.
    """
    total = _prose(page)
    _unhide_article(page, total)
    for _ in range(_DEEPEST):
        parts = list(page.iter(*_MAY_HOLD_ALL))
        outermost = (part for part in parts if not is_within(part, *_MAY_HOLD_ALL))
        holding = [part for part in outermost if 2 * _prose(part) > total]
        for part in holding:
            part.tag = "div"
            part.attrib.clear()
        if not holding:
            return


def _unhide_article(page: HtmlElement, total: int) -> None:
    """Show what holds the text of a page that shows none, however deep it is hidden."""
    hidden = [each for each in page.iter() if each.tag == "template" or _is_hidden(each)]
    if not hidden or total - _prose_within(hidden) >= _SOME_PROSE:
        return
    for element in hidden:
        element.tag = "div" if element.tag == "template" else element.tag
        element.attrib.pop("style", None)
        element.attrib.pop("hidden", None)


def _prose_within(parts: Iterable[HtmlElement]) -> int:
    """The prose within any of the parts, which stand in the page's order."""
    seen: set[HtmlElement] = set()
    found = 0
    for part in parts:
        if part not in seen:
            seen.update(part.iter())
            found += _prose(part)
    return found


def with_roles(page: HtmlElement) -> Iterator[HtmlElement]:
    """The parts that trafilatura is not shown, for their roles tell what they are."""
    for element in page.iter():
        role = element.get("role")
        if role is not None and role in _ROLES and not holds(element, "h1"):
            yield element


def parts_of(holders: Iterable[HtmlElement]) -> dict[HtmlElement, str | None]:
    """For each element the part of the page that it stands in; ``None`` in the main text."""
    known: dict[HtmlElement, str | None] = {}
    for holder in holders:
        path = []
        element = holder
        while element is not None and element not in known:
            path.append(element)
            element = element.getparent()
        part = None if element is None else known[element]
        for inner in reversed(path):
            part = part or _part(inner)
            known[inner] = part
    return known


def _part(element: HtmlElement) -> str | None:
    if _is_plugins(element):
        return PLUGIN
    name = _ROLES.get(element.get("role", "")) or _ELEMENTS.get(element.tag)
    if name is None and element.tag not in {"body", "html"} and _is_named_menu(element):
        return None if holds(element, "h1", "p") else NAVIGATION
    if name in {None, NAVIGATION, _ASIDE, _PAGE_FOOTER} and element.get("role") is None:
        return name
    return None if name is None or holds(element, "h1", "article") else name


def _is_plugins(element: HtmlElement) -> bool:
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return _PLUGINS.search(names) is not None and not holds(element, "h1", "article")


def _is_named_menu(element: HtmlElement) -> bool:
    if element.tag in {"h1", "p"}:
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return any(word in names for word in _MENU_WORDS)


def _is_hidden(element: HtmlElement) -> bool:
    """True for what says of itself that it is not displayed."""
    style = element.get("style")
    if element.get("hidden") is not None:
        return True
    return style is not None and "display:none" in style.replace(" ", "").lower()


def _prose(part: HtmlElement) -> int:
    return sum(len(text) for text in part.itertext(*_RUNNING) if len(text) > _LONG)
