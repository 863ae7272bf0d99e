"""What stands within or around an element of a page, without asking XPath.

lxml walks a page's elements in a fraction of the time that a path takes which looks at attributes.
"""

from collections.abc import Collection, Iterable, Iterator

from lxml.html import HtmlElement


def holds(element: HtmlElement, *names: str) -> bool:
    """True when an element of one of the names stands within it."""
    return next(element.iterdescendants(*names), None) is not None


def is_within(element: HtmlElement, *names: str) -> bool:
    """True when it stands within an element of one of the names."""
    return next(element.iterancestors(*names), None) is not None


class Within:
    """Which elements are of one of the names or stand within one; each is looked at once."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = frozenset(names)
        self._known: dict[HtmlElement, bool] = {}

    def holds(self, element: HtmlElement) -> bool:
        """True for such an element, and for all that stand within it."""
        path: list[HtmlElement] = []
        at: HtmlElement | None = element
        while at is not None and at not in self._known and at.tag not in self._names:
            path.append(at)
            at = at.getparent()
        found = at is not None and self._known.get(at, True)
        self._known.update(dict.fromkeys(path, found))
        return found


def around_all(elements: Iterable[HtmlElement]) -> frozenset[HtmlElement]:
    """All that stand around one of the elements; each is looked at once, however deep they are."""
    found: set[HtmlElement] = set()
    for element in elements:
        for outer in element.iterancestors():
            if outer in found:
                break
            found.add(outer)
    return frozenset(found)


def having(elements: Iterable[HtmlElement], attribute: str) -> list[tuple[HtmlElement, str]]:
    """Those of the elements that have the attribute, each with its value, which may be empty."""
    found = ((element, element.get(attribute)) for element in elements)
    return [(element, value) for element, value in found if value is not None]


def listing(
    elements: Iterable[HtmlElement], attribute: str, words: Collection[str]
) -> list[HtmlElement]:
    """Those whose attribute is a list, as ``class`` is, that holds one of the words."""
    found = having(elements, attribute)
    return [element for element, value in found if any(word in words for word in value.split())]


def texts_before(element: HtmlElement, *, passing: frozenset[str]) -> Iterator[str]:
    """The pieces of text before an element, the nearest first, but for those within elements of
    the names ``passing``.
    """
    around = [outer for outer in element.iterancestors() if outer.tag in passing]
    at: HtmlElement | None = around[-1] if around else element
    while at is not None:
        before = at.getprevious()
        if before is None:
            at = at.getparent()
            if at is not None and at.text:
                yield at.text
            continue
        at = before
        if at.tail:
            yield at.tail
        while isinstance(at.tag, str) and at.tag not in passing:
            if not len(at):
                if at.text:
                    yield at.text
                break
            at = at[-1]
            if at.tail:
                yield at.tail
