"""What a question asks for beside its words: phrases, words to leave out, a source, a time."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from corpus.lazy_patterns import lazily
from corpus.model import Span
from index.question.chatter import without_chatter
from index.question.named_source import Names, named_source
from index.question.numbers import as_held
from index.question.operators import Compelled, read_operators, without_phrases
from index.question.pasted import cleaned
from index.question.times import NO_TIME, AskedTime, Years, read_time
from index.question.unspaced_asking import without_asking
from index.terms.word_forms import HIDDEN, UNSPACED, shown_letters

_WORD = lazily(r"\w")
_WORDS = lazily(r"\w[\w'’-]*")
_LONGEST = 16  # words of a question, phrases aside; what is longer is pasted, not asked
_GAP = lazily(r"\s*(?:\[?(?:…|\.{3,})\]?|\(…\)|\(\.{3}\))\s*")
_UNLIKE = lazily(f"[ıſİ{HIDDEN}]")  # not i or s in small letters and yet the same; not shown
_TYPE = lazily(r"(?<!\w)([A-Z]{1,3}) (\d{1,3}s)(?!\w)")  # "F 16s": a type is one word
_APOSTROPHES = str.maketrans("’ʼ", "''")


@dataclass(frozen=True, slots=True)
class Setting:
    """What a question is read by: what the corpus has, how it writes dates, the day of asking.

    ``has_word`` tells whether the corpus has a word as it is written, ``is_filler`` whether a word
    is one that is never looked for.
    """

    names: Names = field(default_factory=Names)
    has_word: Callable[[str], bool] = lambda _word: False
    is_filler: Callable[[str], bool] = lambda _word: False
    years: Years = field(default_factory=Years)
    day_first: bool = True
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """A question taken apart. ``words`` is what is left to look for, ``timeless`` that without
    the time.

    Of a text pasted whole (``is_pasted``) nothing is compelled: what stands in quotation marks
    there is ``preferred``. Otherwise passages must hold every one of ``phrases`` to the letter (but
    for case, white space and what an ellipsis stands for) and none of the words ``left_out`` nor of
    the phrases ``unwanted``. Those of the documents ``rows``, whose source is called ``source``,
    are preferred, the more where it ``asks_source`` for its words, and so are those of the
    ``time``: published in it, or stating a date in it.
    """

    words: str = ""
    timeless: str = ""
    phrases: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()
    preferred: tuple[str, ...] = ()
    is_pasted: bool = False
    source: str | None = None
    rows: frozenset[int] = frozenset()
    asks_source: bool = False
    time: AskedTime = NO_TIME

    @property
    def demands(self) -> bool:
        """True when the index itself can tell some of the passages that cannot answer."""
        return bool(self.phrases or self.left_out)

    @property
    def strict(self) -> bool:
        """True when some passages cannot answer whatever their score."""
        return bool(self.phrases or self.left_out or self.unwanted)

    def quotes(self, word: str) -> bool:
        """True when a word stands in a phrase, where it is meant as it is written."""
        return any(word in phrase for phrase in self.phrases)

    def held_by(self, text: str) -> bool:
        """True when a text holds every phrase that is wanted and none that is not."""
        return all(holds(text, phrase) for phrase in self.phrases) and not any(
            holds(text, phrase) for phrase in self.unwanted
        )


def read_wishes(
    text: str, setting: Setting, names_time: Callable[[str], bool] = lambda _words: True
) -> Wishes:
    """Take a question apart; a time is looked for in words that may be a question which
    ``names_time``.
    """
    pasted = _TYPE.sub(r"\1-\2", without_chatter(cleaned(text, setting.has_word)))
    pasted = as_held(pasted, setting.has_word)
    is_pasted = len(_WORDS.findall(without_phrases(pasted))) > _LONGEST
    compelled = read_operators(pasted, setting.has_word, setting.is_filler)
    preferred = compelled.phrases if is_pasted else ()
    if is_pasted:
        compelled = Compelled(pasted)
    named = named_source(compelled.words, setting.names, setting.has_word)
    words = f"{compelled.words[: named.words.start]} {compelled.words[named.words.end :]}"
    asked = without_asking(words if _WORD.search(words) else pasted)
    time = NO_TIME
    if names_time(asked):
        time = read_time(
            without_phrases(words),
            today=setting.today,
            day_first=setting.day_first,
            years=setting.years,
            has_word=setting.has_word,
        )
    return Wishes(
        words=asked,
        timeless=without_asking(_without(words, time.spans)),
        phrases=tuple(each for each in compelled.phrases if not _names(named.name, each)),
        left_out=compelled.left_out,
        unwanted=compelled.unwanted,
        preferred=preferred,
        is_pasted=is_pasted,
        source=named.name,
        rows=named.rows,
        asks_source=named.name is not None and named.is_asked,
        time=time,
    )


def _names(source: str | None, phrase: str) -> bool:
    """True for a phrase that is nothing but the name of the source."""
    return source is not None and phrase.lower().removeprefix("the ") == source.lower()


def _without(text: str, spans: Sequence[Span]) -> str:
    for start, end in sorted(spans, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text


def holds(text: str, phrase: str) -> bool:
    """True when a text has a phrase to the letter, but for case, white space and ellipses."""
    plain = _plain_parts(phrase)
    if plain and (text.isascii() or not _UNLIKE.search(text)):  # a fifth of the time
        lower = text.lower()
        if not all(word in lower for part in plain for word in part.split()):
            return False
        words = " ".join(lower.split())
        if not all(part in words for part in plain):
            return False
    return bool(_pattern(phrase).search(shown_letters(text).translate(_APOSTROPHES)))


def parts_of(phrase: str) -> list[str]:
    """What an ellipsis parts a phrase into."""
    return [part for part in _GAP.split(phrase) if _WORD.search(part)]


@lru_cache(maxsize=256)
def _plain_parts(phrase: str) -> tuple[str, ...]:
    """What a text must have in small letters to hold a phrase; empty where that is not sure."""
    if not phrase.isascii() or "'" in phrase:
        return ()
    return tuple(" ".join(part.lower().split()) for part in parts_of(phrase))


@lru_cache(maxsize=256)
def _pattern(phrase: str) -> re.Pattern[str]:
    parts = map(_part_pattern, parts_of(shown_letters(phrase).translate(_APOSTROPHES)) or [phrase])
    return re.compile(".*?".join(parts), re.IGNORECASE | re.DOTALL)


def _part_pattern(phrase: str) -> str:
    """No word goes on where the phrase begins and ends, unless its script parts no words."""
    words = phrase.split()
    begin, end = (not UNSPACED.fullmatch(edge) for edge in (words[0][0], words[-1][-1]))
    spelt = r"\s+".join(map(re.escape, words))
    return (r"(?<!\w)" if begin else "") + spelt + (r"(?!\w)" if end else "")
