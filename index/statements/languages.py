"""The languages whose words of denial, confirmation and saying are known."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("english", "french", "german", "russian", "spanish", "turkish", "ukrainian")
DEFAULT = "english"
_SURELY = 2  # common words more than the usual language has
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Words:
    """The data of one language: lists of words that patterns name, and the patterns."""

    lists: Mapping[str, str]
    frame: Mapping[str, str]
    tables: Mapping[str, Any]

    @property
    def noun_capitals(self) -> bool:
        """Nouns are written with a capital, so that one tells nothing."""
        return bool(self.tables.get("capitals"))

    def table(self, name: str) -> list[dict[str, str]]:
        entries: list[dict[str, str]] = self.tables[name]
        return entries

    @property
    def speech(self) -> Mapping[str, Any]:
        """The verbs of saying and what stands around a speaker."""
        speech: Mapping[str, Any] = self.tables["speech"]
        return speech

    def filled(self, text: str) -> str:
        """A pattern with the lists that it names in their places."""
        return _filled(text, self.lists)


def language_of(text: str, usual: str = DEFAULT) -> str:
    """Which of ``LANGUAGES`` a text is written in, by its letters and its commonest words.

    That is ``usual`` where no other surely is; where its words are not known, it is the default.
    """
    usual = usual if usual in LANGUAGES else DEFAULT
    if _CYRILLIC.search(text):
        return "ukrainian" if _UKRAINIAN.search(text) else "russian"
    words = {word.lower().replace("’", "'") for word in _WORD.findall(text)}
    shared = {name: len(words & _common(name)) for name in LANGUAGES}
    best = max(shared, key=shared.__getitem__)
    return best if shared[best] >= shared[usual] + _SURELY else usual


@cache
def _common(language: str) -> frozenset[str]:
    return frozenset(words_of(language).tables["common"].split())


@cache
def words_of(language: str) -> Words:
    """The words of one of ``LANGUAGES``."""
    file = resources.files("index.statements").joinpath(f"data/{language}.toml")
    read = tomllib.loads(file.read_text("utf-8"))
    return Words(read["lists"], read["frame"], read)


def _filled(text: str, lists: Mapping[str, str]) -> str:
    """The text with each ``{name}`` of a list replaced; ``{1,3}`` stays what it is.

    A list may name others.
    """
    return re.sub(r"\{([a-z_]+)\}", lambda match: _filled(lists[match[1]], lists), text)
