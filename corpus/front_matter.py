"""Front matter, YAML or TOML: the metadata that a person wrote at the top of a text file."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from textwrap import dedent
from typing import Final

import yaml

from corpus.facts import Fact
from corpus.front_header import read_header
from corpus.metadata import is_unfilled, is_web_address, joined, read_source
from corpus.model import Source

# Each field of a source, and the keys it may stand under, the first one that is there wins.
_KEYS: Final = {
    "title": ("title",),
    "publisher": ("publisher", "site", "site_name", "sitename"),
    "author": ("author", "authors", "creator", "byline"),
    "url": ("url", "original_url", "source_url", "canonical_url", "canonical"),
    "published": (
        *("published", "date", "date_published", "published_at", "pubdate", "datepublished"),
        *("publish_date", "publishdate", "published_date", "publication_date"),
        *("first_published", "date_first_published"),
    ),
    "language": ("language", "lang"),
}
_ADDRESS_KEYS: Final = ("source", "link")  # these hold an address in some files, a name in others
_FLAGS: Final = (True, False, "true", "false")
_FEWEST_FIELDS: Final = 2
_TOO_DEEP: Final = Fact("it is nested too deep")
_NULLS: Final = frozenset({"~", "null", "Null", "NULL"})  # YAML 1.2, core schema, 10.3.2

_OPENING = re.compile(r"(?:[ \t]*\n){0,3}(---|\+\+\+)[ \t]*(?:ya?ml|toml)?[ \t]*\n")
_CLOSING = {
    "---": re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE),
    "+++": re.compile(r"^\+\+\+[ \t]*(?:\n|\Z)", re.MULTILINE),
}
_COMMENTS = r"\s*(?:#.*\n\s*)*"
_FIRST_KEY = {
    "---": re.compile(rf"{_COMMENTS}[A-Za-z_][\w-]*[ \t]*:(?:\s|\Z|(?!//)[^\n]*\n[\w-]+:)"),
    "+++": re.compile(rf"{_COMMENTS}[A-Za-z_][\w-]*[ \t]*="),
}


# A link as note programs write it: [[Name]], [[folder/Name|Name]], [Name](address).
_LINKED: Final = re.compile(r"\[\[(?:[^\]|]*[|/])?([^\]|/]*)\]\]|\[([^\]]*)\]\([^)\s]*\)")
_ENTRY: Final = re.compile(r"([A-Za-z_][\w-]*)[ \t]*[:=](?:[ \t]+|$|(?!//))(.*)")
_ITEM: Final = re.compile(r"[ \t]*-[ \t]+(.+)")
_ON_ONE_LINE: Final = re.compile(r"\[(?!\[)([^\[\]]*)\]")
_CURLY: Final = re.compile("[“‘„«]([^“”‘„«»]*)[”’“»]")
_WITHIN: Final = re.compile(r"[ \t]+\S|[ \t]*-[ \t]|[ \t]*#")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the block says, and the offset in the file's text at which the document begins.

    ``problems`` tell what in it could not be used, each with its line.
    """

    source: Source
    end: int
    problems: tuple[str, ...] = ()
    is_fenced: bool = True

    @property
    def is_block(self) -> bool:
        """True for a block between fences, which nothing else begins with."""
        return self.is_fenced and self.end > 0


def read_front_matter(text: str, *, day_first: bool = True) -> FrontMatter:
    """The front matter at the top of ``text``; ``end`` is 0 when there is none.

    A block opens with a line ``---`` at the very top and closes with ``---`` or ``...``; its
    first line must look like ``key:``, for a text may also begin with a rule. One between lines
    ``+++`` is TOML. Keys that are not ours are allowed. A slip costs no more than its own line.
    """
    opening = _OPENING.match(text)
    if opening is None:
        return _without_fence(text, day_first=day_first)
    fence = opening[1]
    closing = _CLOSING[fence].search(text, opening.end())
    end = closing.start() if closing else _unclosed_end(text, opening.end())
    is_block = _FIRST_KEY[fence].match(text, opening.end(), end)
    is_empty = closing is not None and not text[opening.end() : closing.start()].strip()
    if not is_block and not is_empty:
        return FrontMatter(Source(), 0)
    problems: list[str] = []
    if closing is None:
        unclosed = "front matter opens on line 1 and never closes; end it with a line {fence}"
        problems.append(Fact(unclosed, fence=fence))
    block = dedent(text[opening.end() : end])  # YAML indents by no tab, some people do
    load = _load_yaml if fence == "---" else _load_toml
    try:
        entries = load(block)
    except _SlipError as slip:
        problems.append(slip.fact)
        entries = _lines(block)
    first = text.count("\n", 0, opening.end()) + 1
    source = _source(entries, block, day_first, problems, first=first)
    return FrontMatter(source, closing.end() if closing else end, tuple(problems))


def _without_fence(text: str, *, day_first: bool) -> FrontMatter:
    """A header of other kinds, which counts only where it gives two of our fields or more."""
    header = read_header(text)
    if header is None:
        return FrontMatter(Source(), 0)
    entries, end = header
    problems: list[str] = []
    source = _source(entries, text[:end], day_first, problems, first=1)
    known = sum(getattr(source, field) is not None for field in _KEYS)
    if known < _FEWEST_FIELDS:
        return FrontMatter(Source(), 0)
    return FrontMatter(source, end, tuple(problems), is_fenced=False)


class _SlipError(ValueError):
    """What is wrong with a block, and on which line where that is known."""

    def __init__(self, fault: str, line: int | None = None) -> None:
        super().__init__(fault, line)
        self.fault = fault
        self.line = line

    @property
    def fact(self) -> Fact:
        if self.line is None:
            return Fact(
                "front matter: {fault}; the rest of it is read line by line", fault=self.fault
            )
        return Fact(
            "front matter, line {line}: {fault}; the rest of it is read line by line",
            line=str(self.line),
            fault=self.fault,
        )


def _unclosed_end(text: str, start: int) -> int:
    """Where the lines end that look like those of a block."""
    end = start
    for line in text[start:].splitlines(keepends=True):
        if not (_ENTRY.match(line.rstrip()) or _WITHIN.match(line)):
            break
        end += len(line)
    return end


def _lines(block: str) -> dict[str, object]:
    """The entries whose value stands on the key's own line, or in a list below it."""
    entries: dict[str, object] = {}
    key = ""
    for line in block.splitlines():
        if entry := _ENTRY.fullmatch(line.rstrip()):
            key = entry[1].casefold()
            entries[key] = _listed(entry[2])
        elif key and (item := _ITEM.fullmatch(line)):
            listed = entries[key]
            entries[key] = [*(listed if isinstance(listed, list) else []), _unquoted(item[1])]
    return entries


def _unquoted(value: str) -> str:
    value = value.strip()
    is_quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if is_quoted else value


def _listed(value: str) -> str | list[str]:
    """The items of a list that is written on one line; else the value without its quotes."""
    items = _ON_ONE_LINE.fullmatch(value.strip())
    if items is None:
        return _unquoted(value)
    return [_unquoted(item) for item in items[1].split(",")]


def _source(
    written: Mapping[str, object], block: str, day_first: bool, problems: list[str], *, first: int
) -> Source:
    entries = {_normal(key): value for key, value in written.items()}
    raw: dict[str, object] = {}
    for field, keys in _KEYS.items():
        key = next((key for key in keys if _says(entries, key)), None)
        raw[field] = None if key is None else _text(entries[key])
        if key is not None and (line := _contradicted(block, key)) is not None:
            raw[field] = None
            twice = "front matter, line {line}: {key} is given twice, with another value"
            problems.append(Fact(twice, line=str(first + line), key=key))
    if not raw["url"]:
        addresses = (entries.get(key) for key in _ADDRESS_KEYS)
        raw["url"] = next((a for a in addresses if isinstance(a, str) and is_web_address(a)), None)
    source, bad = read_source(raw, day_first=day_first)
    problems += (
        Fact(
            "front matter, line {line}: {fault}",
            line=str(first + _line_of(block, _KEYS[value.key])),
            fault=value.fact,
        )
        for value in bad
    )
    return source


def _says(entries: Mapping[str, object], key: str) -> bool:
    """False for an empty value, for Jekyll's ``published: true``, Hugo's ``url: /a/path``, and
    for what a template was to fill in.
    """
    value = entries.get(key)
    is_flag = key == "published" and value in _FLAGS
    is_path = key == "url" and isinstance(value, str) and value.startswith("/")
    is_blank = isinstance(value, str) and is_unfilled(value)
    return bool(value) and not is_flag and not is_path and not is_blank


def _load_toml(block: str) -> dict[str, object]:
    try:
        loaded = tomllib.loads(f"\n{block}")  # so that it counts lines as the file does
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _SlipError(" ".join(str(error).split()) or _TOO_DEEP) from None
    return {key.casefold(): value for key, value in loaded.items()}


def _load_yaml(block: str) -> dict[str, object]:
    """The block's keys in small letters; every scalar stays the text that it is written as."""
    try:
        loaded = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 - it makes only texts, lists and mappings
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 2 if mark else 1
        raise _SlipError(error.problem or Fact("it is not YAML"), line) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise _SlipError(" ".join(str(error).split()) or _TOO_DEEP) from None
    if loaded is None or loaded == "":
        return {}
    if not isinstance(loaded, dict):
        raise _SlipError(Fact("it is not a list of keys and values"), 2)
    return {
        str(key).casefold(): None if isinstance(value, str) and value in _NULLS else value
        for key, value in loaded.items()
    }


def _text(value: object) -> object:
    """A list of names, plain or under ``name:``, as one text; anything else as it is."""
    if isinstance(value, str):
        unlinked = _LINKED.sub(lambda match: match[1] or match[2] or "", value)
        curly = _CURLY.fullmatch(unlinked.strip())
        return curly[1] if curly else unlinked
    if isinstance(value, dict):
        return _text(value.get("name", "")) or value
    if not isinstance(value, list):
        return value
    return joined(name for item in value if isinstance(name := _text(item), str))


def _normal(key: str) -> str:
    """A key as it stands in ``_KEYS``: programs write "Publication-Date", "publication_date"."""
    return key.strip().strip("\"'").casefold().replace("-", "_").replace(" ", "_")


def _line_of(block: str, keys: tuple[str, ...]) -> int:
    """How many lines stand above the one of a key."""
    for number, line in enumerate(block.splitlines()):
        if _normal(re.split("[:=]", line, maxsplit=1)[0]) in keys:
            return number
    return 0


def _contradicted(block: str, key: str) -> int | None:
    """How many lines stand above a second value of a key, if it has another one."""
    values: list[str] = []
    for number, line in enumerate(block.splitlines()):
        name, separator, value = line.partition(":")
        if separator and not line[:1].isspace() and _normal(name) == key:
            values.append(value.strip())
            if value.strip() != values[0]:
                return number
    return None
