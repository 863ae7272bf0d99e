"""A model of Discord's Markdown, written from its clients' rules and not from our escaping.

It is strict: what any client might take for markup counts as markup.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")

AT_LINE_START = {
    "heading": re.compile(r"[^\S\n]*#{1,3}(?=\s)"),
    "subtext": re.compile(r"[^\S\n]*-#(?=\s)"),
    "quote": re.compile(r"[^\S\n]*>(?:>>)?(?=\s)"),
    "list": re.compile(r"[^\S\n]*(?:[-*+]|\d+[.)])(?=\s)"),
}

ANYWHERE = {
    "fence": re.compile(r"```.*?```", re.DOTALL),
    "code": re.compile(r"(`+)[^`].*?\1", re.DOTALL),
    "mention": re.compile(r"<(?:@[!&]?|#|@&)\d+>|@(?:everyone|here)", re.IGNORECASE),
    "command": re.compile(r"</[^>\n]+:\d+>"),
    "guide": re.compile(r"<id:\w+>"),
    "timestamp": re.compile(r"<t:-?\d+(?::\w)?>"),
    "custom emoji": re.compile(r"<a?:\w+:\d+>"),
    "autolink": re.compile(r"<[A-Za-z][\w+.-]*:[^\s>]+>"),
    "address": re.compile(r"(?:https?|steam)://\S", re.IGNORECASE),
    "invite": re.compile(r"discord(?:app)?\.(?:gg|com|gift|new)\b", re.IGNORECASE),
    "link": re.compile(r"\[((?:\[[^\]]*\]|[^\[\]])*)\]\([^)\n]*\)"),
    "emoji": re.compile(r":[^\s:]+:"),
    "strong": re.compile(r"\*\*((?:\\.|[^\\])+?)\*\*(?!\*)", re.DOTALL),
    "underline": re.compile(r"__(?:\\.|[^\\])+?__", re.DOTALL),
    "emphasis": re.compile(r"([*_])(?=\S)(?:\\.|[^\\])+?\1", re.DOTALL),
    "strike": re.compile(r"~~(?:\\.|[^\\])+?~~", re.DOTALL),
    "spoiler": re.compile(r"\|\|(?:\\.|[^\\])+?\|\|", re.DOTALL),
    "shrug": re.compile(r"¯\\_\(ツ\)_/¯"),
}


class Reading(NamedTuple):
    """What a reader sees: the letters, those of them in bold, and the markup that was found."""

    text: str
    bold: str
    markup: frozenset[str]


def read(source: str) -> Reading:
    """Read Markdown as Discord shows it. All but bold text is taken as it stands.

    Of a masked link the label is shown, and a backslash in it stays a backslash.
    """
    text, bold, markup = "", "", set[str]()
    for letters, kind in _pieces(source):
        if kind == "strong":
            inner = read(letters)
            text, bold, markup = text + inner.text, bold + inner.text, markup | inner.markup
        else:
            text += letters
        if kind:
            markup.add(kind)
    return Reading(text, bold, frozenset(markup))


def _pieces(source: str) -> Iterator[tuple[str, str]]:
    """The source in pieces, each with the markup that it is, or with none."""
    place = 0
    while place < len(source):
        if escaped := ESCAPE.match(source, place):
            yield escaped[1], ""
            place = escaped.end()
            continue
        kind, found = _markup_at(source, place)
        if found is None:
            yield source[place], ""
            place += 1
        else:
            yield (found[1] if kind in {"strong", "link"} else found[0]), kind
            place = found.end()


def _markup_at(source: str, place: int) -> tuple[str, re.Match[str] | None]:
    starts = place == 0 or source[place - 1] == "\n"
    rules = (AT_LINE_START | ANYWHERE) if starts else ANYWHERE
    for kind, rule in rules.items():
        if found := rule.match(source, place):
            return kind, found
    return "", None
