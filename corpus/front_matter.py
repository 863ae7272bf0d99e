"""YAML front matter: the metadata that a person wrote at the top of a text file."""

import re
from dataclasses import dataclass
from typing import Final

import yaml

from corpus.metadata import is_web_address, joined, read_source
from corpus.model import Source

# Each field of a source, and the keys it may stand under, the first one that is there wins.
_KEYS: Final = {
    "title": ("title",),
    "publisher": ("publisher", "site"),
    "author": ("author", "authors"),
    "url": ("url",),
    "published": ("published", "date"),
    "language": ("language", "lang"),
}
_ADDRESS_KEYS: Final = ("source", "link")  # these hold an address in some files, a name in others
_NULLS: Final = frozenset({"~", "null", "Null", "NULL"})  # YAML 1.2, core schema, 10.3.2

_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_KEY_LINE = re.compile(r"\s*(?:#.*\n\s*)*[A-Za-z_][\w-]*[ \t]*:(?:\s|\Z)")


class FrontMatterError(ValueError):
    """Front matter that cannot be read; the message names the line and the reason."""


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block says, and the offset in the file's text at which the document begins."""

    source: Source
    end: int


def read_front_matter(text: str, *, day_first: bool = True) -> FrontMatter:
    """The front matter at the top of ``text``; ``end`` is 0 when there is none.

    A block opens with a line ``---`` at the very top and closes with ``---`` or ``...``; its
    first line must look like ``key:``, for a text may also begin with a rule. Keys that are
    not ours are allowed. Raises ``FrontMatterError``.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return FrontMatter(Source(), 0)
    closing = _CLOSING.search(text, opening.end())
    is_block = _KEY_LINE.match(text, opening.end(), closing.start() if closing else len(text))
    is_empty = closing is not None and not text[opening.end() : closing.start()].strip()
    if not is_block and not is_empty:
        return FrontMatter(Source(), 0)
    if closing is None:
        raise FrontMatterError(
            "front matter opens on line 1 and never closes; end it with a line of three hyphens"
        )
    block = text[opening.end() : closing.start()]
    return FrontMatter(_source(block, day_first), closing.end())


def _source(block: str, day_first: bool) -> Source:
    entries = _load(block)
    raw: dict[str, object] = {}
    for field, keys in _KEYS.items():
        raw[field] = next((_text(entries[key]) for key in keys if entries.get(key)), None)
    if not raw["url"]:
        addresses = (entries.get(key) for key in _ADDRESS_KEYS)
        raw["url"] = next((a for a in addresses if isinstance(a, str) and is_web_address(a)), None)
    source, bad = read_source(raw, day_first=day_first)
    if bad:
        line = _line_of(block, _KEYS[bad[0].key])
        raise FrontMatterError(f"front matter, line {line}: {bad[0]}")
    return source


def _load(block: str) -> dict[str, object]:
    """The block's keys in small letters; every scalar stays the text that it is written as."""
    try:
        loaded = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 - it makes only texts, lists and mappings
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 2 if mark else 1
        reason = error.problem or "it is not YAML"
        raise FrontMatterError(
            f"front matter, line {line}: {reason}; mend it or remove the block"
        ) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        reason = " ".join(str(error).split()) or "it is nested too deep"
        raise FrontMatterError(f"front matter: {reason}; mend it or remove the block") from None
    if loaded is None or loaded == "":
        return {}
    if not isinstance(loaded, dict):
        raise FrontMatterError("front matter, line 2: it is not a list of keys and values")
    return {
        str(key).casefold(): None if isinstance(value, str) and value in _NULLS else value
        for key, value in loaded.items()
    }


def _text(value: object) -> object:
    """A list of names, plain or under ``name:``, as one text; anything else as it is."""
    if not isinstance(value, list):
        return value.get("name", value) if isinstance(value, dict) else value
    names = [item.get("name") if isinstance(item, dict) else item for item in value]
    return joined(name for name in names if isinstance(name, str))


def _line_of(block: str, keys: tuple[str, ...]) -> int:
    for number, line in enumerate(block.splitlines(), start=2):
        if line.partition(":")[0].strip().strip("\"'").casefold() in keys:
            return number
    return 2
