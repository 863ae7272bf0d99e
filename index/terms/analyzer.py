"""Terms: one path from text to index terms, the same for passages and for questions."""

import re
import sys
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from functools import cache, lru_cache
from typing import NamedTuple

from corpus.errors import VerbatimError
from corpus.facts import Fact
from corpus.stated import StatedDate, find_dates
from index.terms.american_spelling import american
from index.terms.scripts import language_of, languages_in
from index.terms.shipped_lists import shipped_list, shipped_lists
from index.terms.stems import LANGUAGES, stemmer
from index.terms.word_forms import (
    IGNORED,
    Form,
    fold,
    fold_case,
    fold_lines,
    no_word,
    number_terms,
    parts,
    shown_letters,
    unspaced_terms,
    without_possessive,
)

# Bump when the terms made from the same text change: it makes every index stale.
ANALYZER_VERSION = 12
# Bump when the same document would have other passages.
ANALYSIS_VERSION = 9

_TONAL = frozenset({"vietnamese"})  # without its marks, every word is several

_CACHED_WORDS = 1 << 16  # a bot meets new words for years
_ACRONYMS = 3  # that many words in capitals may each be a name

# A sum with grouped thousands, a number of the form 42/9, initials such as U.S., or a word with
# inner apostrophes, to which a hyphen may join a number (S-400). [^\W_] leaves out combining marks,
# without which Hindi falls apart, so they are added by name; ʼ counts as a letter there and begins
# no word. One character of any of these comes first, and plain letters are tried before all else,
# which is what makes it fast.
_WORD = (
    r"[^\W_ʼ](?:[a-z]++(?=[\s.,;:])"
    r"|(?<=\d)(?:\d{{0,2}}(?:,\d{{3}})+(?!\d)|\d*/\d+(?![\d/]))"
    r"|\.(?<=[^\W\d_]\.)(?:[^\W\d_]\.)*[^\W\d_](?:\.|(?![^\W_]|[{marks}'’ʼ]))"
    r"|[^\W_]*+(?:[{marks}]++[^\W_]*+)*+(?:(?<=[^\W\d_])-\d[^\W_]*+)?(?:['’ʼ][^\W_]++)*+)"
)
# Where combining marks may be: not among the syllables of China and Korea, nor in private use.
_MARKED = (
    range(0x300, 0x3400), range(0xA000, 0xAC00), range(0xFB00, 0x17000), range(0x18D00, 0x20000),
)  # fmt: skip
_MARKS = re.compile(r"(?:M[a-z])+")  # general categories, two letters each
_LETTERS = re.compile(r"[^\W\d_]{3,}")


class LanguageError(VerbatimError):
    """A corpus language that is not known."""


class Token(NamedTuple):
    """``text[start:end]`` and the forms it stands for; none for a stop word."""

    start: int
    end: int
    forms: tuple[Form, ...]

    @property
    def terms(self) -> tuple[str, ...]:
        return tuple(form.term for form in self.forms)


def check_language(language: str) -> None:
    """Raises ``LanguageError``, which names all languages, for one that is none of them."""
    if language not in LANGUAGES:
        raise LanguageError(
            Fact("language {language}", language=repr(language)),
            Fact("is not known"),
            Fact("set VERBATIM_LANGUAGE to one of {known}", known=", ".join(LANGUAGES)),
        )


class Analyzer:
    """Turns text of one language into terms.

    ``known`` may tell the stem of a folded word that was met before, which spares loading the
    stemmer. Raises ``LanguageError`` for an unknown language.
    """

    def __init__(
        self, language: str = "english", known: Callable[[str], str | None] | None = None
    ) -> None:
        check_language(language)
        self.language = language
        self._known = known
        self._is_english = language in {"english", "porter"}
        self._fold = fold_case if language in _TONAL else fold
        self._stop_words = _stop_words(language)
        self._bases = _irregular_forms(language)
        self._token = token_pattern()
        self.word_forms = lru_cache(maxsize=_CACHED_WORDS)(self._word_forms)

    def tokens(self, text: str, dates: Iterable[StatedDate] | None = None) -> Iterator[Token]:
        """The words of ``text`` in order, a date that it states being one token.

        ``dates`` are the stated dates where the caller has found them already.
        """
        shouting = is_shouting(text)
        position = 0
        for stated in _with_month(find_dates(text) if dates is None else dates):
            yield from self._words(text, position, stated.start, shouting=shouting)
            yield Token(stated.start, stated.end, self.date_forms(stated))
            position = stated.end
        yield from self._words(text, position, len(text), shouting=shouting)

    def terms(self, text: str, dates: Iterable[StatedDate] | None = None) -> list[str]:
        """The index terms of ``text`` in order, repeated as often as they stand there."""
        return [form.term for token in self.tokens(text, dates) for form in token.forms]

    def date_forms(self, stated: StatedDate) -> tuple[Form, ...]:
        """The forms of a date, so that "1 October 2020" and "01.10.2020" meet.

        The day, the month and the year each make a term, as far as they are known, and the
        month's name another, which is what people type alone.
        """
        names = [_MONTHS[stated.month - 1]] if self._is_english else _LETTERS.findall(stated.text)
        terms = [form.term for name in names for form in self.word_forms(name)]
        if stated.day:
            terms.append(f"--{stated.month:02}-{stated.day:02}")
        if stated.date is not None:
            year = f"{stated.date.year:04}"
            terms += [year, f"{year}-{stated.month:02}"]
            if stated.day:
                terms.append(str(stated.date))
            if stated.span and stated.span[1].day:
                terms.append(str(stated.span[1]))
        return tuple(map(no_word, terms))

    @property
    def countries(self) -> AbstractSet[str]:
        """The stems of countries, which the words for their people share."""
        return frozenset(_countries(self.language).values())

    def words(self, text: str, start: int = 0, end: int = sys.maxsize) -> list[str]:
        """The words of ``text[start:end]`` as they stand there."""
        return self._token.findall(text, start, end)

    def _words(self, text: str, start: int, end: int, *, shouting: bool) -> Iterator[Token]:
        for match in self._token.finditer(text, start, end):
            word = match.group()
            if shouting:
                word = word.lower()
            yield Token(match.start(), match.end(), self.word_forms(word))

    def _word_forms(self, word: str) -> tuple[Form, ...]:
        """The forms of one word as it stands in a text."""
        word = shown_letters(word)
        folded = fold(word)
        if not folded.isascii() and (runs := list(unspaced_terms(folded))) != [folded]:
            return tuple(map(no_word, runs))
        return tuple(form for part in parts(word) for form in self._part_forms(part))

    def _part_forms(self, word: str) -> tuple[Form, ...]:
        folded = self._fold(word)
        if not folded:  # a lone tatweel
            return ()
        if not word[0].isalpha():
            return tuple(map(no_word, number_terms(folded)))
        acronym = len(word) > 1 and word.isupper()  # "US" and "WHO" are names, "us" is none
        if folded in self._stop_words and not acronym:
            return ()
        return (Form(folded, without_possessive(word), self.stem(folded)),)

    def stem(self, folded: str) -> str:
        """The Snowball stem of a folded word, or of its base form ("said" is "say").

        Of English words, that of the American spelling.
        """
        if self._known is not None and (stem := self._known(folded)) is not None:
            return stem
        if self._is_english and folded in _MONTH_STEMS:
            return _MONTH_STEMS[folded]
        word = american(folded) if self._is_english else folded
        language = language_of(word, self.language)
        stem = stemmer(language).stem(self._bases.get(word, word)) or folded
        return _countries(language).get(stem, stem)


def version_of(language: str) -> str:
    """Names everything that the terms of a language depend on but the text."""
    return f"{language}-{ANALYZER_VERSION}"


def is_shouting(text: str) -> bool:
    """True for a line in capitals, where they tell no acronym from another word."""
    return text.isupper() and len(text.split(None, _ACRONYMS)) > _ACRONYMS


@cache
def token_pattern() -> re.Pattern[str]:
    """Compiled once."""
    kept = shipped_lists(__file__, "marks").get(unicodedata.unidata_version)
    marks = kept.split() if kept else read_marks()
    return re.compile(_WORD.format(marks="".join(map(_as_range, marks)) + IGNORED))


def _as_range(codes: str) -> str:
    return "-".join(chr(int(code, 16)) for code in codes.split("-"))


def read_marks() -> list[str]:
    """The combining marks of Python's own Unicode tables, as ``data/marks.toml`` has them."""
    found = []
    for codes in _MARKED:
        signs = array("I", codes).tobytes().decode("utf-32", "surrogatepass")
        for run in _MARKS.finditer("".join(map(unicodedata.category, signs))):
            first, last = (ord(signs[at // 2]) for at in (run.start(), run.end() - 1))
            found.append(f"{first:x}" if first == last else f"{first:x}-{last:x}")
    return found


@cache
def _stop_words(language: str) -> frozenset[str]:
    """Folded, of a language and of those whose words its texts may hold."""
    every = (shipped_list(__file__, "stopwords", each) or "" for each in languages_in(language))
    lines = "".join(f"{word}\n" for word in " ".join(every).split())
    return frozenset(fold_case(lines).split() if language in _TONAL else fold_lines(lines))


@cache
def _irregular_forms(language: str) -> dict[str, str]:
    lines = (shipped_list(__file__, "irregular", language) or "").replace("\n", ";").split(";")
    return {
        form: base for base, *forms in map(str.split, filter(str.strip, lines)) for form in forms
    }


@cache
def _countries(language: str) -> dict[str, str]:
    """The stem of a country for those of its people."""
    lines = (shipped_list(__file__, "peoples", language) or "").replace("\n", ";").split(";")
    stem = stemmer(language).stem
    return {
        stem(fold(word)): stem(fold(country))
        for country, *words in map(str.split, filter(str.strip, lines))
        for word in words
    }


def _with_month(dates: Iterable[StatedDate]) -> Iterator[StatedDate]:
    """Without quarters and the like, which are found by their words."""
    return (stated for stated in dates if stated.month)


_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
# What Snowball makes of them, which spares loading it for nearly every passage with a date.
_MONTH_STEMS = dict(
    zip(
        map(str.lower, _MONTHS),
        "januari februari march april may june juli august septemb octob novemb decemb".split(),
        strict=True,
    )
)
