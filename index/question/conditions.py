"""What a question asks for beside its words: phrases, words to leave out, a source, a time."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from corpus.dates import PartialDate
from corpus.model import Span
from corpus.stated import find_dates
from index.terms.word_forms import shown_letters

# A phrase, or a word to leave out: a dash within a phrase leaves nothing out.
_STRICT = re.compile(
    r"""["“„«](?P<phrase>[^"“”„«»]+)["“”»]|(?<!\S)-(?P<left_out>[^\W\d_][\w'’-]*)(?!\S)"""
)
# "In" and "by" alone lead to places and doers as often as to sources.
_SOURCE = re.compile(
    r"\b(?:according to|(?:as )?(?:reported|published) (?:by|in))\s+(?:the\s+)?(?=\w)",
    re.IGNORECASE,
)
_TIME = re.compile(r"\b(in|on|during|of|before|until|after|since)\s+(?:the\s+)?$", re.IGNORECASE)
_YEAR = re.compile(
    r"\b(in|during|before|until|after|since)\s+((?:1[5-9]|20)\d\d)(?![\w-])", re.IGNORECASE
)
_YEARS = re.compile(
    r"\b(?:from|between) ((?:1[5-9]|20)\d\d)"
    r"(?: to | until | and |[-\u2013])((?:1[5-9]|20)\d\d)(?![\w-])",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w")
_EDGES = " \t\n.,;:?!"
_APOSTROPHES = str.maketrans("’ʼ", "''")
_MOST_WORDS = 6  # of a source's name
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wishes:
    """A question taken apart. ``words`` is what is left to look for.

    Passages must hold every one of ``phrases`` to the letter (but for case and white space)
    and none of the words ``left_out``. Those of the documents ``rows``, whose source is called
    ``source``, and those published between ``since`` and ``until`` are preferred, then those that
    state a date in that time; ``times`` are the words that said so.
    """

    words: str = ""
    phrases: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    source: str | None = None
    rows: frozenset[int] = frozenset()
    since: date | None = None
    until: date | None = None
    times: tuple[str, ...] = ()

    @property
    def strict(self) -> bool:
        """True when some passages cannot answer whatever their score."""
        return bool(self.phrases or self.left_out)

    def quotes(self, word: str) -> bool:
        """True when a word stands in a phrase, where it is meant as it is written."""
        return any(word in phrase for phrase in self.phrases)

    def held_by(self, text: str) -> bool:
        """True when a text holds every phrase."""
        plain = shown_letters(text).translate(_APOSTROPHES)
        return all(_pattern(phrase).search(plain) for phrase in self.phrases)


def read_wishes(text: str, sources: Mapping[str, frozenset[int]]) -> Wishes:
    """Take a question apart; ``sources`` are the rows of documents by their source's name.

    The names are in small letters.
    """
    found = _STRICT.findall(text)
    words = _STRICT.sub(lambda match: match[0] if match["phrase"] else " ", text)
    cut, source = _named(words, sources)
    since, until, times = _period(text)
    rest = f"{words[: cut.start]} {words[cut.end :]}"
    return Wishes(
        words=rest if _WORD.search(rest) else text,
        phrases=tuple(stripped for phrase, _ in found if (stripped := phrase.strip(_EDGES))),
        left_out=tuple(word for _, word in found if word),
        source=source,
        rows=sources[source.lower()] if source else frozenset(),
        since=since,
        until=until,
        times=times,
    )


def _named(text: str, sources: Mapping[str, frozenset[int]]) -> tuple[Span, str | None]:
    """Where a source is asked for, the words that lead to its name included, and the name."""
    for cue in _SOURCE.finditer(text):
        words = list(re.finditer(r"\S+", text[cue.end() :]))[:_MOST_WORDS]
        for last in reversed(words):
            name = text[cue.end() : cue.end() + last.end()].strip(_EDGES)
            if name.lower() in sources:
                return Span(cue.start(), cue.end() + last.end()), name
    return Span(0, 0), None


def _period(text: str) -> tuple[date | None, date | None, tuple[str, ...]]:
    """The days between which something is asked for, as far as the question says with a year.

    With them the words that say so. Of several times, those between the first and the last.
    """
    since: date | None = None
    until: date | None = None
    times: list[str] = []
    for cue, when, words in _times(text):
        times.append(words)
        if cue in {"before", "until"}:
            until = when.first - _DAY if cue == "before" else when.last
        elif cue in {"after", "since"}:
            since = when.last + _DAY if cue == "after" else when.first
        else:
            since = min(since or when.first, when.first)
            until = max(until or when.last, when.last)
    if since and until and until < since:
        return None, None, ()
    return since, until, tuple(times)


def _times(text: str) -> Iterator[tuple[str, PartialDate, str]]:
    """The dates of a question as words, and before each the word that says how it is meant.

    A month or a day with its year needs no such word; a number alone may be no year.
    """
    for stated in find_dates(text):
        cue = _TIME.search(text, 0, stated.start)
        if stated.date:
            yield cue.group(1).lower() if cue else "in", stated.date, stated.text
    for match in _YEARS.finditer(text):
        yield from (("in", PartialDate(int(year)), year) for year in match.groups())
    for match in _YEAR.finditer(text):
        yield match.group(1).lower(), PartialDate(int(match.group(2))), match.group(2)


@lru_cache(maxsize=256)
def _pattern(phrase: str) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, shown_letters(phrase).translate(_APOSTROPHES).split()))
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
