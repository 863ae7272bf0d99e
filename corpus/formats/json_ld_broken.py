"""JSON-LD that is no valid JSON: the days of its nodes, each with what its node says it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

_TOKEN: Final = re.compile(
    r'"(?P<key>@?\w+)"\s*:\s*(?:"(?P<value>[^"]*)"|\[\s*(?P<several>"[^"\]]*"(?:\s*,\s*"[^"\]]*")*))?'
    r"|(?P<opens>\{)|(?P<closes>\})"
)
_KEPT: Final = frozenset("@type @id url mainEntityOfPage datePublished dateModified".split())
_OWN: Final = frozenset({"", "@graph", "mainEntity"})
"""Under these keys stand nodes of the page itself; comments, images and lists name others."""


@dataclass(slots=True)
class _Node:
    is_own: bool
    last_key: str = ""
    values: dict[str, list[object]] = field(default_factory=dict)


def nodes_of_broken(text: str) -> list[object]:
    """The page's own nodes, as far as braces tell them apart; none where those do not match.

    A quotation mark too many leaves braces, keys and days as they are.
    """
    return [
        {key: values if len(set(map(str, values))) > 1 else values[0] for key, values in found}
        for found in (list(node.values.items()) for node in _nodes(text) if node.is_own)
        if found
    ]


def _nodes(text: str) -> list[_Node]:
    open_nodes: list[_Node] = []
    found: list[_Node] = []
    for token in _TOKEN.finditer(text):
        if token["opens"]:
            around = open_nodes[-1] if open_nodes else None
            under = around.last_key if around else ""
            node = _Node(under in _OWN and (around is None or around.is_own))
            open_nodes.append(node)
            found.append(node)
        elif token["closes"]:
            if not open_nodes:
                return []
            open_nodes.pop()
        elif open_nodes:
            _take(open_nodes[-1], token)
    return found


def _take(node: _Node, token: re.Match[str]) -> None:
    key = node.last_key = token["key"]
    values = list(_values(token)) if key in _KEPT else []
    if values:
        node.values.setdefault(key, []).extend(values)


def _values(token: re.Match[str]) -> Iterator[str]:
    if token["value"] is not None:
        yield token["value"]
    elif token["several"]:
        yield from re.findall(r'"([^"]*)"', token["several"])
