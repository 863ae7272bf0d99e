"""What kind of thing a question asks for, and its words of asking, which are not to be found.

"How old" and "when" ask for a number and a time: no passage needs to say "old", but one without any
number or time is hardly what is asked for.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from corpus.model import Span
from index.terms.shipped_lists import shipped_list
from index.terms.word_forms import fold

_GROUPS = ("time", "age", "distance", "money", "number", "plain")


class AskedKind(StrEnum):
    """Kinds that a passage can be seen to have or to lack."""

    AGE = "age"
    DISTANCE = "distance"
    MONEY = "money"

    @property
    def by_text(self) -> bool:
        """True for those that numbers alone do not tell."""
        return self in (AskedKind.AGE, AskedKind.MONEY)

    NUMBER = "number"
    TIME = "time"


class Asking(NamedTuple):
    """What kind is asked for, if any, and where the words of asking stand."""

    kind: AskedKind | None = None
    spans: tuple[Span, ...] = ()

    def covers(self, start: int) -> bool:
        """True for the place of a word of asking."""
        return any(span.start <= start < span.end for span in self.spans)


def read_asking(text: str, language: str) -> Asking:
    """The kind that a question asks for: of several, the first."""
    pattern = _pattern(language)
    found = list(pattern.finditer(text)) if pattern else []
    found = [match for match in found if not _joins_sentences(match, text, language)]
    kinds = [AskedKind(match.lastgroup) for match in found if match.lastgroup in set(AskedKind)]
    return Asking(kinds[0] if kinds else None, tuple(Span(*match.span()) for match in found))


def _joins_sentences(match: re.Match[str], text: str, language: str) -> bool:
    """True for "cuando" and the like in the midst of a question: "when" of a subordinate clause."""
    if match[0].lower() not in _said(language).get("joining", "").split():
        return False
    before, after = text[: match.start()].split(), text[match.end() :]
    asked_last = not any(map(str.isalnum, after))
    return len(before) > 1 and not before[-1].endswith("¿") and not asked_last


@cache
def words_of(kind: AskedKind, language: str) -> tuple[str, ...]:
    """The words, folded, that are of a kind without a digit."""
    return tuple(map(fold, _said(language).get(f"{kind}_words", "").split()))


def says(kind: AskedKind, text: str, language: str) -> bool | None:
    """Whether a text says such a thing, of the kinds that numbers alone do not tell: an age, a sum
    of money. None where the language has no pattern for it.
    """
    pattern = _said_pattern(kind, language)
    return None if pattern is None else pattern.search(text) is not None


@cache
def _said_pattern(kind: AskedKind, language: str) -> re.Pattern[str] | None:
    said = _said(language).get(f"{kind}_said")
    return re.compile(said, re.IGNORECASE) if said else None


def asks_place(text: str, language: str) -> bool:
    """True for "where", "in which town" and the like, in a language whose capitals tell names."""
    said = _said(language)
    return "place" in said and bool(re.search(rf"(?i:\b(?:{said['place']})\b)", text))


def names_place(text: str, language: str, asked: str) -> bool:
    """True where a word in capitals that was not ``asked`` stands after "in", "at" and so on."""
    found = re.findall(rf"\b(?i:{_said(language)['at']})\s+(?=[^\W\d_])(\w[\w'’-]*)", text)
    times = words_of(AskedKind.TIME, language)
    return any(
        word[0].isupper() and word not in asked and fold(word) not in times for word in found
    )


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    said = _said(language)
    if not said:
        return None
    groups = (f"(?P<{name}>{said[name]})" for name in _GROUPS if name in said)
    return re.compile(rf"\b(?:{'|'.join(groups)})(?!\w)", re.IGNORECASE)


def _said(language: str) -> Mapping[str, str]:
    said: Mapping[str, str] = shipped_list(__file__, "asked_kinds", language) or {}
    return said
