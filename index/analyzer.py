"""Terms: one path from text to index terms, the same for passages and for questions."""

import re
import sys
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Protocol

from corpus.errors import VerbatimError
from corpus.stated import StatedDate, find_dates

# Bump when the terms made from the same text change: it makes every index stale.
ANALYZER_VERSION = 2

LANGUAGES = (
    "arabic", "danish", "dutch", "english", "finnish", "french", "german", "hungarian", "italian",
    "norwegian", "porter", "portuguese", "romanian", "russian", "spanish", "swedish",
)  # fmt: skip

_CACHED_WORDS = 1 << 16  # a bot meets new words for years
_ACRONYMS = 3  # that many words in capitals may each be a name

# A sum with grouped thousands, a number of the form 42/9, initials such as U.S., or a word with
# inner apostrophes. [^\W_] leaves out combining marks, without which Hindi falls apart, so they
# are added by name; ʼ counts as a letter there and begins no word. One character of any of these
# comes first, and plain letters are tried before all else, which is what makes it fast.
_WORD = (
    r"[^\W_ʼ](?:[a-z]++(?=[\s.,;:])"
    r"|(?<=\d)(?:\d{{0,2}}(?:,\d{{3}})+(?!\d)|\d*/\d+(?![\d/]))"
    r"|\.(?<=[^\W\d_]\.)(?:[^\W\d_]\.)+"
    r"|[^\W_]*+(?:[{marks}]++[^\W_]*+)*+(?:['’ʼ][^\W_]++)*+)"
)
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_LATIN_MARKS = re.compile(r"(?<=[a-z])[\u0300-\u036f]+")
_POSSESSIVE = re.compile(r"['’ʼ]s?$")
_UNFOLDED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
     "’": "'", "ʼ": "'", "ـ": ""}
)  # fmt: skip

# Scripts written without spaces. Chinese and Japanese by single characters and pairs, the
# others by runs of three, as measured (docs/ranking.md).
_PAIRED = r"\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_TRIPLED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\uaa60-\uaa7f"
_UNSPACED = re.compile(rf"([{_PAIRED}]+)|([{_TRIPLED}]+)|[^{_PAIRED}{_TRIPLED}]+")


class LanguageError(VerbatimError):
    """A corpus language that has no stemmer."""


class Stemmer(Protocol):
    """What we use of nltk's Snowball stemmers."""

    def stem(self, word: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Token:
    """``text[start:end]`` and the terms it stands for; none for a stop word."""

    start: int
    end: int
    terms: tuple[str, ...]


class Analyzer:
    """Turns text of one language into terms.

    ``known`` may tell the stem of a folded word that was met before, which spares loading the
    stemmer. Raises ``LanguageError`` for an unknown language.
    """

    def __init__(
        self, language: str = "english", known: Callable[[str], str | None] | None = None
    ) -> None:
        if language not in LANGUAGES:
            raise LanguageError(
                f"language {language!r}",
                "has no stemmer",
                f"set VERBATIM_LANGUAGE to one of {', '.join(LANGUAGES)}",
            )
        self.language = language
        self._known = known
        words = "english" if language == "porter" else language
        self._stop_words = _stop_words(words)
        self._bases = _irregular_forms(words)
        self._token = _token_pattern()
        self.word_terms = lru_cache(maxsize=_CACHED_WORDS)(self._word_terms)

    @property
    def version(self) -> str:
        """Names everything that the terms depend on but the text."""
        return f"{self.language}-{ANALYZER_VERSION}"

    def tokens(self, text: str, dates: Iterable[StatedDate] | None = None) -> Iterator[Token]:
        """The words of ``text`` in order, a date that it states being one token.

        ``dates`` are the stated dates where the caller has found them already.
        """
        shouting = is_shouting(text)
        position = 0
        for stated in find_dates(text) if dates is None else dates:
            yield from self._words(text, position, stated.start, shouting=shouting)
            yield Token(stated.start, stated.end, self.date_terms(stated))
            position = stated.end
        yield from self._words(text, position, len(text), shouting=shouting)

    def terms(self, text: str, dates: Iterable[StatedDate] | None = None) -> list[str]:
        """The index terms of ``text`` in order, repeated as often as they stand there."""
        terms: list[str] = []
        position = 0
        shouting = is_shouting(text)
        for stated in find_dates(text) if dates is None else dates:
            terms += self._segment_terms(text[position : stated.start], shouting=shouting)
            terms += self.date_terms(stated)
            position = stated.end
        terms += self._segment_terms(text[position:], shouting=shouting)
        return terms

    def date_terms(self, stated: StatedDate) -> tuple[str, ...]:
        """A date as terms, so that "1 October 2020" and "01.10.2020" meet.

        The day, the month and the year each make a term, as far as they are known, and the
        month's name another, which is what people type alone.
        """
        names = (
            [_MONTHS[stated.month - 1]]
            if self.language in {"english", "porter"}
            else _LETTERS.findall(stated.text)
        )
        terms = [term for name in names for term in self.word_terms(name)]
        if stated.day:
            terms.append(f"--{stated.month:02}-{stated.day:02}")
        if stated.date is not None:
            year = f"{stated.date.year:04}"
            terms += [year, f"{year}-{stated.month:02}"]
            if stated.day:
                terms.append(str(stated.date))
        return tuple(terms)

    def words(self, text: str, start: int = 0, end: int = sys.maxsize) -> list[str]:
        """The words of ``text[start:end]`` as they stand there."""
        return self._token.findall(text, start, end)

    def _segment_terms(self, text: str, *, shouting: bool) -> list[str]:
        words = self._token.findall(text.lower() if shouting else text)
        return [term for word in words for term in self.word_terms(word)]

    def _words(self, text: str, start: int, end: int, *, shouting: bool) -> Iterator[Token]:
        for match in self._token.finditer(text, start, end):
            word = match.group()
            if shouting:
                word = word.lower()
            yield Token(match.start(), match.end(), self.word_terms(word))

    def _word_terms(self, word: str) -> tuple[str, ...]:
        """The terms of one word as it stands in a text."""
        folded = fold(word)
        if not word[0].isalpha():
            return _number_terms(folded)
        if not folded:  # a lone tatweel
            return ()
        acronym = len(word) > 1 and word.isupper()  # "US" and "WHO" are names, "us" is none
        if folded in self._stop_words and not acronym:
            return ()
        if not folded.isascii() and (parts := list(_unspaced_terms(folded))) != [folded]:
            return tuple(parts)
        return (self.stem(folded),)

    def stem(self, folded: str) -> str:
        """The Snowball stem of a folded word, or of its base form ("said" is "say")."""
        if self._known is not None and (stem := self._known(folded)) is not None:
            return stem
        return _stemmer(self.language).stem(self._bases.get(folded, folded)) or folded


def fold(word: str) -> str:
    """Case, Latin diacritics, possessives and the dots of initials folded away.

    Marks of other scripts stay: in Hindi or Arabic they are part of the word.
    """
    word = without_possessive(word)
    if word.isascii():
        return word.lower().replace(".", "") if word[0].isalpha() else word.lower()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    plain = unicodedata.normalize("NFC", _LATIN_MARKS.sub("", decomposed))
    return plain.translate(_UNFOLDED).replace(".", "")


def without_possessive(word: str) -> str:
    """The word without a possessive ending: "Armenia’s" is "Armenia"."""
    return _POSSESSIVE.sub("", word)


def is_shouting(text: str) -> bool:
    """True for a line in capitals, where they tell no acronym from another word."""
    return text.isupper() and len(text.split(None, _ACRONYMS)) > _ACRONYMS


def _number_terms(word: str) -> tuple[str, ...]:
    """ "2,000" is 2000; "42/9" is findable whole and by its parts."""
    if "/" in word:
        return (word, *word.split("/"))
    return (word.replace(",", ""),)


def _unspaced_terms(word: str) -> Iterator[str]:
    for match in _UNSPACED.finditer(word):
        run = match.group()
        if match.group(1):
            yield from run
            yield from (run[i : i + 2] for i in range(len(run) - 1))
        elif match.group(2) and len(run) > 3:
            yield from (run[i : i + 3] for i in range(len(run) - 2))
        else:
            yield run


@cache
def _token_pattern() -> re.Pattern[str]:
    """Compiled once; the combining marks are read from Python's own Unicode tables."""
    marks: list[list[int]] = []
    for code in range(0x300, 0x20000):
        if unicodedata.category(chr(code))[0] == "M":
            if marks and marks[-1][1] == code - 1:
                marks[-1][1] = code
            else:
                marks.append([code, code])
    ranges = "".join(f"{chr(first)}-{chr(last)}" for first, last in marks)
    return re.compile(_WORD.format(marks=ranges))


@cache
def _stop_words(language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in _data("stopwords")[language].split())


@cache
def _irregular_forms(language: str) -> dict[str, str]:
    lines = _data("irregular").get(language, "").replace("\n", ";").split(";")
    return {
        form: base for base, *forms in map(str.split, filter(str.strip, lines)) for form in forms
    }


def _data(name: str) -> dict[str, str]:
    text = resources.files("index").joinpath(f"data/{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def _stemmer(language: str) -> Stemmer:
    from nltk.stem.snowball import SnowballStemmer  # noqa: PLC0415  # 0.14 s, with scipy 0.65

    stemmer: Stemmer = SnowballStemmer(language)
    return stemmer


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
