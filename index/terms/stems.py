"""Stems of the languages that nltk has no stemmer for."""

from typing import Protocol

# Turkish hangs its endings on: the first five letters tell words apart best (docs/lab/ranking.md).
_TURKISH = 5


class Stemmer(Protocol):
    """What we use of nltk's Snowball stemmers."""

    def stem(self, word: str) -> str: ...


class Beginning:
    """A word's first letters, without what an apostrophe parts from a name ("Ankara'da")."""

    def __init__(self, letters: int) -> None:
        self._letters = letters

    def stem(self, word: str) -> str:
        return word.partition("'")[0][: self._letters]


class Whole:
    """For words that never change."""

    @staticmethod
    def stem(word: str) -> str:
        return word


STEMMERS: dict[str, Stemmer] = {"turkish": Beginning(_TURKISH), "vietnamese": Whole()}
