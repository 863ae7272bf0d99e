"""JSON-LD of a web page: the one article that the page says it is."""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Final
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from corpus.formats.json_ld_broken import nodes_of_broken
from corpus.metadata import is_unfilled, is_unicode, one_line

_ARTICLES: Final = (
    "Article",
    "BlogPosting",
    "Report",
    "PressRelease",
    "MediaPosting",
)  # and whatever ends in these words
_PAGES: Final = ("Page", "Recipe", "CreativeWork", "ForumPosting", "Review")
# What old browsers and XML want around a script.
_WRAPPING: Final = re.compile(
    r"^\s*(?:<!--\s*)?(?:(?://|/\*)?\s*<!\[CDATA\[\s*(?:\*/)?)?"
    r"|(?:(?://|/\*)?\s*\]\]>\s*(?:\*/)?)?\s*(?:(?://)?\s*-->)?\s*$"
)
_TRAILING_COMMA: Final = re.compile(r'("(?:[^"\\]|\\.)*")|,(\s*[}\]])')
_COMMENT: Final = re.compile(r'("(?:[^"\\]|\\.)*")|/\*.*?\*/|//[^\n]*', re.DOTALL)
_SINGLE_QUOTED: Final = re.compile(r"'((?:[^'\\\n]|\\.)*)'?")
_SINGLE_QUOTED_KEY: Final = re.compile(r"[{,]\s*'@type'\s*:")
_AFTER: Final = re.compile(r"[\s;,]*")  # what may stand between one value and another
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


def values_of(value: object) -> list[object]:
    """The values in one that may be alone, in a list, or wrapped as ``{"@value": ...}``."""
    each = value if isinstance(value, list) else [value]
    plain = (item.get("@value") if isinstance(item, dict) else item for item in each)
    return [str(item) if isinstance(item, int) else item for item in plain]


def texts(value: object) -> list[str]:
    """The names in a value that may be a text, a node with a name, or a list of either."""
    if isinstance(value, list):
        return [name for item in value if not isinstance(item, list) for name in texts(item)]
    if isinstance(value, dict):
        value = value.get("name")
    if not isinstance(value, str) or "://" in value or not is_unicode(value):
        return []
    name = one_line(html.unescape(value))  # many sites escape it for HTML once too often
    return [name] if name and not is_unfilled(name) else []


def _nodes(page: HtmlElement) -> Iterator[dict[str, object]]:
    for script in page.iter("script"):
        if not (script.get("type") or "").strip().lower().startswith("application/ld+json"):
            continue
        for loaded in _loaded(_WRAPPING.sub("", script.text_content())):
            for node in _flat(loaded):
                yield from _inner(node)


def _flat(loaded: object) -> Iterator[dict[str, object]]:
    """The nodes of a value that is one, or a list of them, or a list of such lists."""
    for outer in loaded if isinstance(loaded, list) else [loaded]:
        for node in outer if isinstance(outer, list) else [outer]:
            if isinstance(node, dict):
                yield node


def _inner(node: dict[str, object]) -> Iterator[dict[str, object]]:
    """The nodes of a graph, each with what a page says that it is about."""
    graph = node.get("@graph")
    for item in _flat(node if graph is None else graph):
        yield item
        subject = item.get("mainEntity")
        if isinstance(subject, dict) and _is_a(subject, _ARTICLES):
            yield subject


def _loaded(text: str) -> list[object]:
    """The JSON values one after another, also with commas too many, comments, or escaped for HTML.

    Of what is not valid JSON, for a quotation mark inside a string or the like, only the days.
    """
    for mend in (str, _without_extras, html.unescape, _double_quoted):
        with suppress(ValueError, RecursionError):
            return _values(mend(text))
    return nodes_of_broken(text)


def _values(text: str) -> list[object]:
    decoder = json.JSONDecoder(strict=False)
    values: list[object] = []
    at = _skipped(text, 0)
    while at < len(text) or not values:
        value, end = decoder.raw_decode(text, at)
        values.append(value)
        at = _skipped(text, end)
    return values


def _skipped(text: str, at: int) -> int:
    match = _AFTER.match(text, at)
    return match.end() if match else at


def _without_extras(text: str) -> str:
    return _TRAILING_COMMA.sub(r"\1\2", _COMMENT.sub(r"\1", text))


def _double_quoted(text: str) -> str:
    """What is written in single quotation marks, as JavaScript allows, in JSON's."""
    if not _SINGLE_QUOTED_KEY.search(text):
        return text
    return _SINGLE_QUOTED.sub(lambda match: json.dumps(match[1].replace("\\'", "'")), text)


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
