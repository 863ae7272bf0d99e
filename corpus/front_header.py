"""Headers without a fence: Pelican's and MultiMarkdown's fields, pandoc's title block, JSON."""

import json
import re
from itertools import takewhile
from typing import Final

_MOST_LINES: Final = 30
_FIELD: Final = re.compile(r"([A-Za-z][A-Za-z_ -]{1,30}):[ \t]+(\S.*)")
_PANDOC: Final = ("title", "author", "date")


def read_header(text: str) -> tuple[dict[str, object], int] | None:
    """The fields of a header at the very top, and where it ends; ``None`` when there is none.

    "Title: ..." with other such lines down to an empty one (Pelican, MultiMarkdown); up to three
    lines that begin with "%" (pandoc); an object of JSON (Hugo).
    """
    if text.startswith("{"):
        return _json(text)
    lines = [
        line for line, _ in zip(text.split("\n", _MOST_LINES), range(_MOST_LINES), strict=False)
    ]
    if text.startswith("%"):
        written = list(takewhile(lambda line: line.startswith("%"), lines[: len(_PANDOC)]))
        values: dict[str, object] = dict(
            zip(_PANDOC, (line[1:].strip() for line in written), strict=False)
        )
        return values, sum(len(line) + 1 for line in written)
    head = list(takewhile(str.strip, lines))
    fields = [match for line in head if (match := _FIELD.fullmatch(line.rstrip()))]
    if len(fields) < len(head) or not fields or fields[0][1].casefold() != "title":
        return None
    return {field[1]: field[2] for field in fields}, sum(len(line) + 1 for line in head)


def _json(text: str) -> tuple[dict[str, object], int] | None:
    try:
        loaded, end = json.JSONDecoder().raw_decode(text)
    except (ValueError, RecursionError):
        return None
    rest = text[end:]
    if not isinstance(loaded, dict) or not rest.startswith("\n"):
        return None
    return loaded, end + 1
