"""The source that a question names, anywhere in it, and the words that lead to its name."""

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Self

from corpus.lazy_patterns import lazily
from corpus.model import Source, Span

# "In" and "by" alone lead to places and doers as often as to sources.
_CUE = lazily(
    r"\b(?:according to|per|via|(?:as )?(?:reported|published|quoted|cited|written) (?:by|in)"
    r"|(?:news|reports?|articles?|stor(?:y|ies)|pieces?|coverage) (?:from|by|of)"
    r"|source:|site:|laut|zufolge|selon|d['’]après|según|по данным|за даними)"
    r"\s*[\"“„«]?(?:the\s+)?(?=\w)",
    re.IGNORECASE,
)
# "What did the Gazette report", "the Gazette's report on", "does the Gazette say".
_BEFORE = lazily(r"\b(?:did|does|do|has|had|have)\s+$", re.IGNORECASE)
_REPORTING = lazily(
    r"(?:['’]s)?\s+(?:(?:ever|really|also|already|then)\s+)?(?:report|write|wrote|written|publish|say|"
    r"said|claim|print|quote|call|state|note|post|article|stor(?:y|ies)\b|cover|piece)\w*",
    re.IGNORECASE,
)
_GENITIVE = {"'s", "’s"}
_PLACE = lazily(r"\b(?:in|at|near|to|into)\s+$", re.IGNORECASE)
_HOST = lazily(r"https?://(?:www\.)?([^/:?#\s]+)", re.IGNORECASE)
_ARTICLE = lazily(r"\bthe\s+$", re.IGNORECASE)
_STARTS = lazily(r"(?<!\w)\w")
_WORDS = lazily(r"\S+")
_EDGES = ' \t\n.,;:?!"“”()[]'
_NOWHERE = Span(0, 0)
_FILE = "names.json"
_MOST_WORDS = 6  # of a source's name


@dataclass(frozen=True, slots=True)
class Named:
    """A source that is named; ``words`` are what says so and is no word to look for.

    ``is_asked`` says that its own words are asked for; else it is named by the way.
    """

    words: Span = _NOWHERE
    name: str | None = None
    rows: frozenset[int] = frozenset()
    is_asked: bool = True


@dataclass(frozen=True)
class Names:
    """The names of a corpus's sources, each with the rows of its documents.

    ``sources`` are publishers, authors and sites in small letters; ``publishers`` those of them
    that are named by the way too; ``short`` is the last word of one publisher alone as it is
    written, as "the Gazette" is of the Harbour Gazette.
    """

    sources: Mapping[str, Collection[int]] = field(default_factory=dict)
    publishers: AbstractSet[str] = frozenset()
    short: Mapping[str, str] = field(default_factory=dict)

    def rows(self, name: str, *, has_article: bool, led_to: bool) -> frozenset[int] | None:
        """The documents of a source of this name; ``None`` where there is none.

        Where words such as "according to" have ``led_to`` it, its case does not matter.
        """
        found = self.sources.get(name.lower())
        if found is None and has_article:
            written = name.title() if led_to and name.islower() else name
            found = self.sources.get(self.short.get(written, ""))
        return None if found is None else frozenset(found)

    @cached_property
    def _first_words(self) -> AbstractSet[str]:
        every = (*self.sources, *map(str.lower, self.short))
        return {name.split(None, 1)[0] for name in every if name.strip()}

    def may_begin_with(self, word: str) -> bool:
        """False for most words, with which no name begins; ``word`` is what no space parts."""
        alone = word.strip(_EDGES)
        ways = (word, alone, alone[:-2])
        return any(way.lower() in self._first_words for way in ways)

    def save(self, folder: Path) -> None:
        """Keep them beside a version's arrays: to gather them takes longer than a question."""
        kept = {
            "sources": {name: sorted(rows) for name, rows in self.sources.items()},
            "publishers": sorted(self.publishers),
            "short": dict(self.short),
        }
        (folder / _FILE).write_text(json.dumps(kept, ensure_ascii=False), "utf-8")

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Raises ``OSError``, ``ValueError`` or ``LookupError`` where they are not kept."""
        kept = json.loads((folder / _FILE).read_text("utf-8"))
        return cls(kept["sources"], frozenset(kept["publishers"]), kept["short"])


def names_of(sources: Iterable[tuple[int, Source]]) -> Names:
    """The names of sources by the rows of their documents, without a leading "the".

    Initials stand for all names that begin with them: "bbc" also has BBC Arabic.
    """
    rows: dict[str, set[int]] = {}
    short: dict[str, set[str]] = {}
    publishers: set[str] = set()
    named: dict[tuple[str, bool], set[int]] = {}
    for row, source in sources:
        for name in filter(None, (source.publisher, source.author)):
            named.setdefault((name, name == source.publisher), set()).add(row)
        if host := _HOST.match(source.url or ""):
            rows.setdefault(host[1].lower(), set()).add(row)
    for (name, publishes), those in named.items():
        plain = name.lower().removeprefix("the ")
        rows.setdefault(plain, set()).update(those)
        first, *more = name.removeprefix("The ").removeprefix("the ").split() or [name]
        if more and len(first) > 1 and first.isupper():
            rows.setdefault(first.lower(), set()).update(those)
        if publishes:
            publishers.add(plain)
            if more and more[-1][0].isupper():
                short.setdefault(more[-1], set()).add(plain)
    alone = {word: next(iter(names)) for word, names in short.items() if len(names) == 1}
    return Names(rows, publishers, alone)


def named_source(text: str, names: Names, has_word: Callable[[str], bool]) -> Named:
    """Where a source is named, the words that lead to its name included.

    After "according to" and the like, beside a word of reporting, which is none either, or by its
    address, the name is no word to look for; a publisher named by the way is one, unless the
    corpus has none of its words.
    """
    for cue in _CUE.finditer(text):
        if found := _name_at(text, cue.end(), names, led_to=True):
            return replace(found, words=Span(cue.start(), found.words.end))
    for word in _STARTS.finditer(text):
        found = _name_at(text, word.start(), names)
        if found is None or found.name is None:
            continue
        start, end = found.words
        whole = replace(found, words=Span(_with_article(text, start), end))
        if "." in found.name:
            return whole
        if said := _reporting(text, whole.words, found.name):
            return replace(found, words=Span(whole.words.start, said))
        if found.name.lower() in names.publishers and _is_by_the_way(text, start, found.name):
            known = any(map(has_word, found.name.split()))
            by_the_way = replace(whole, is_asked=False)
            return replace(by_the_way, words=Span(end, end)) if known else by_the_way
    return Named()


def _name_at(text: str, start: int, names: Names, *, led_to: bool = False) -> Named | None:
    """The longest name of a source that begins there."""
    first = _WORDS.match(text, start)
    if first is None or not names.may_begin_with(first[0]):
        return None
    has_article = _with_article(text, start) < start
    for last in reversed(list(islice(_WORDS.finditer(text, start), _MOST_WORDS))):
        whole = text[start : last.end()].strip(_EDGES)
        for name in (whole, whole[:-2]) if whole[-2:] in _GENITIVE else (whole,):
            rows = names.rows(name, has_article=has_article, led_to=led_to)
            if rows is not None:
                return Named(Span(start, start + len(name)), name, rows)
    return None


def _reporting(text: str, name: Span, spelling: str) -> int:
    """The end of the word of reporting beside a name that is written as one; 0 without it."""
    said = _REPORTING.match(text, name.end) if _is_written_as_name(spelling) else None
    asked = _BEFORE.search(text, 0, name.start) or text[name.end : name.end + 2] in _GENITIVE
    return said.end() if said and asked else 0


def _is_by_the_way(text: str, start: int, spelling: str) -> bool:
    """True for a name that is no place in which something happened."""
    return _is_written_as_name(spelling) and not _PLACE.search(text, 0, start)


def _is_written_as_name(name: str) -> bool:
    return any(map(str.isupper, name)) or not name.isascii()


def _with_article(text: str, start: int) -> int:
    article = _ARTICLE.search(text, 0, start)
    return article.start() if article else start
