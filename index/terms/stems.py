"""Stemmers: nltk's, snowballstemmer's where nltk has none, and some of our own."""

import re
from collections.abc import Callable, Iterable
from functools import cache
from threading import Lock
from typing import Protocol

from index.cutting.lone_modules import lone_module

_NLTK = frozenset({
    "arabic", "danish", "dutch", "english", "finnish", "french", "german", "hungarian", "italian",
    "norwegian", "porter", "portuguese", "romanian", "russian", "spanish", "swedish",
})  # fmt: skip
_SNOWBALL = frozenset({
    "catalan", "czech", "greek", "hindi", "indonesian", "persian", "polish",
})  # fmt: skip
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


class Hebrew:
    """A word without the particles that are written together with it, and without its ending.

    "והממשלות" ("and the governments") is "ממשל". What is left has three letters at least. The
    particle מ stays: too many words begin with that letter (docs/lab/ranking.md).
    """

    _LEAST = 3
    _PARTICLES = re.compile("ו?(?:כש|ש)?[לבכ]?ה?")
    _ENDINGS = "ותיהם ותיהן יהם יהן ותיו ותיה יות ים ות יו יה ית ה ת י ו".split()
    _FINALS = str.maketrans("ךםןףץ", "כמנפצ")

    def stem(self, word: str) -> str:
        particles = self._PARTICLES.match(word)
        most = max(0, len(word) - self._LEAST)
        word = word[min(particles.end() if particles else 0, most) :]
        return without_ending(word, self._ENDINGS, self._LEAST).translate(self._FINALS)


class Ukrainian:
    """A word's first six letters, without an ending of nouns, adjectives or verbs."""

    _LEAST, _MOST = 3, 6
    _ENDINGS = (
        "ться тися ість ості істю ами ями ові еві ого ому ими іми ння нні ах ях ою ею єю ий ій "
        "ів їв ам ям ом ем єм ої их іх ти ся ть ла ло ли а я у ю о е є и і ї ь в"
    ).split()

    def stem(self, word: str) -> str:
        return without_ending(word.replace("'", ""), self._ENDINGS, self._LEAST)[: self._MOST]


def without_ending(word: str, endings: Iterable[str], least: int) -> str:
    """The word without the first of the endings that leaves so many letters."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word.removesuffix(ending)
    return word


class German:
    """nltk's stem, of a name in the genitive as of the name ("Chinas", "Kiews", "Selenskyjs").

    Snowball takes an s away behind the consonants alone on which common words end.
    """

    _GENITIVE = re.compile("[aeiouyjw]s$")
    _LEAST = 5

    def __init__(self, plain: Stemmer) -> None:
        self._plain = plain

    def stem(self, word: str) -> str:
        stem = self._plain.stem(word)
        if stem != word or len(word) < self._LEAST or not self._GENITIVE.search(word):
            return stem
        return self._plain.stem(word[:-1])


class Snowball:
    """A stemmer of snowballstemmer, which keeps the word it works on: one word at a time."""

    def __init__(self, language: str) -> None:
        module = lone_module(f"snowballstemmer.{language}_stemmer")
        self._stemmer = getattr(module, f"{language.title()}Stemmer")()
        self._one_at_a_time = Lock()

    def stem(self, word: str) -> str:
        with self._one_at_a_time:
            return str(self._stemmer.stemWord(word))


class Afresh:
    """A stemmer that remembers the words before and minds them, made anew for each word.

    So is nltk's of Arabic, which threads would disturb as well.
    """

    def __init__(self, make: Callable[[], Stemmer]) -> None:
        self._make = make

    def stem(self, word: str) -> str:
        return self._make().stem(word)


_OURS: dict[str, Stemmer] = {
    "hebrew": Hebrew(),
    "turkish": Beginning(_TURKISH),
    "ukrainian": Ukrainian(),
    **dict.fromkeys(("chinese", "japanese", "korean", "thai", "vietnamese"), Whole()),
}

LANGUAGES = tuple(sorted({*_NLTK, *_SNOWBALL, *_OURS}))


@cache
def stemmer(language: str) -> Stemmer:
    """The stemmer of one of ``LANGUAGES``."""
    if language in _OURS:
        return _OURS[language]
    if language in _SNOWBALL:
        return Snowball(language)
    nltk = lone_module("nltk.stem.snowball")
    if language == "arabic":
        return Afresh(nltk.ArabicStemmer)
    of_nltk: Stemmer = nltk.SnowballStemmer(language)
    return German(of_nltk) if language == "german" else of_nltk
