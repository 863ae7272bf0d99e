"""JSON-LD of a web page: the one article that the page says it is."""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Final
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from corpus.metadata import is_unicode, one_line

_ARTICLES: Final = ("Article", "BlogPosting", "Report")  # and whatever ends in these words
_PAGES: Final = ("Page", "Recipe", "CreativeWork", "ForumPosting", "Review")
# What old browsers and XML want around a script.
_WRAPPING: Final = re.compile(
    r"^\s*(?:<!--\s*)?(?:(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?)?"
    r"|(?:(?://|/\*)?\s*\]\]>\s*(?:\*/)?)?\s*(?:(?://)?\s*-->)?\s*$"
)
_TRAILING_COMMA: Final = re.compile(r'("(?:[^"\\]|\\.)*")|,(\s*[}\]])')
_ADDRESS_KEYS: Final = ("url", "mainEntityOfPage", "@id")


def own_article(page: HtmlElement, address: str | None) -> Mapping[str, object]:
    """The page's own article node, empty when there is none or no telling which.

    Only nodes at the top or in ``@graph`` count, for lists inside other nodes name other pages. A
    node whose address has another path than the page's is another page. References by ``@id``
    are resolved in ``author`` and ``publisher``. A story declared twice alike is one.
    """
    nodes = list(_nodes(page))
    found = [node for node in nodes if _is_a(node, _ARTICLES) and _is_at(node, address)]
    if not _are_alike(found):
        found = [node for node in found if address and _paths(node)]
    if not found or not _are_alike(found):
        return {}
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    article = dict(found[0])
    for key in ("author", "publisher"):
        article[key] = _resolved(article.get(key), by_id)
    return article


def own_page(page: HtmlElement, address: str | None) -> Mapping[str, object]:
    """The node of the page as a page, which tells its days where no article is declared."""
    found = [
        node
        for node in _nodes(page)
        if _is_a(node, _PAGES) and "datePublished" in node and _is_at(node, address)
    ]
    return found[0] if found and _are_alike(found) else {}


def texts(value: object) -> list[str]:
    """The names in a value that may be a text, a node with a name, or a list of either."""
    if isinstance(value, list):
        return [name for item in value if not isinstance(item, list) for name in texts(item)]
    if isinstance(value, dict):
        value = value.get("name")
    if not isinstance(value, str) or "://" in value or not is_unicode(value):
        return []
    name = one_line(html.unescape(value))  # many sites escape it for HTML once too often
    return [name] if name else []


def _nodes(page: HtmlElement) -> Iterator[dict[str, object]]:
    for script in page.iter("script"):
        if not (script.get("type") or "").strip().lower().startswith("application/ld+json"):
            continue
        loaded = _loaded(_WRAPPING.sub("", script.text_content()))
        for node in loaded if isinstance(loaded, list) else [loaded]:
            if isinstance(node, dict):
                graph = node.get("@graph")
                inner = graph if isinstance(graph, list) else [node]
                yield from (item for item in inner if isinstance(item, dict))


def _loaded(text: str) -> object:
    """The JSON, also with a comma too many before a bracket; ``None`` for what is none."""
    for attempt in (text, None):
        with suppress(ValueError, RecursionError):
            mended = _TRAILING_COMMA.sub(r"\1\2", text) if attempt is None else attempt
            return json.loads(mended, strict=False)
    return None


def _is_a(node: Mapping[str, object], endings: tuple[str, ...]) -> bool:
    kinds = node.get("@type")
    return any(
        isinstance(kind, str) and kind.endswith(endings)
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def _are_alike(articles: Sequence[Mapping[str, object]]) -> bool:
    stories = [(article.get("headline"), article.get("datePublished")) for article in articles]
    return all(story == stories[0] for story in stories)


def _is_at(node: Mapping[str, object], address: str | None) -> bool:
    paths = _paths(node)
    return not address or not paths or path_of(address) in paths


def _paths(node: Mapping[str, object]) -> set[str]:
    values = [node.get(key) for key in _ADDRESS_KEYS]
    values += [value.get("@id") for value in values if isinstance(value, dict)]
    return {path_of(value) for value in values if isinstance(value, str) and "://" in value}


def path_of(address: str) -> str:
    """The path of an address without the slash at its end."""
    try:
        return urlsplit(address).path.rstrip("/")
    except ValueError:
        return address


def _resolved(value: object, by_id: Mapping[object, object]) -> object:
    if isinstance(value, list):
        return [_resolved(item, by_id) for item in value if not isinstance(item, list)]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return by_id.get(value["@id"])
    return value
