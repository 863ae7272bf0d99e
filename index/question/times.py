"""The time that a question asks for: the days it lies between, and the words that say so."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.model import Span
from index.arrays.snapshot import Snapshot
from index.question import time_cues, time_words
from index.question.time_forms import NamedTime, named_times

_DAY = timedelta(days=1)
_NOT_SURE = {"day", "weekday"}
_OF = {"of", "from"}  # the constitution of 1991


class Years(NamedTuple):
    """The years in which documents were published, whether any may have been between two days, and
    whether any certainly was.
    """

    published: tuple[int, ...] = ()
    has_between: Callable[[date, date], bool] = lambda _first, _last: False
    has_surely: Callable[[date, date], bool] = lambda _first, _last: False


NO_YEARS = Years()


@dataclass(frozen=True, slots=True)
class AskedTime:
    """The days between which something is asked for, an open end being ``None``.

    ``words`` are the times as they are written, ``spans`` these with all that leads to them. What
    is asked lies outside of the days when ``without`` is set. ``asked_on`` is the day of asking
    where the days are counted from it.
    """

    since: date | None = None
    until: date | None = None
    words: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    without: bool = False
    asked_on: date | None = None

    def documents(self, snapshot: Snapshot) -> NDArray[np.bool_]:
        """One flag for each document: it may have been published in the time."""
        inside = snapshot.published_in(self.since, self.until)
        return snapshot.published_in(None, None) & ~inside if self.without else inside


NO_TIME = AskedTime()


def read_time(
    text: str,
    *,
    today: date | None = None,
    day_first: bool = True,
    years: Years = NO_YEARS,
    has_word: Callable[[str], bool] = lambda _word: True,
) -> AskedTime:
    """The time that a text names. Of several, the days between the first and the last.

    A year is never guessed: a time without one is read only where the corpus has but one year that
    it can be, and "in May" only where no passage has the word. Times such as "last week" are read
    only when ``today`` is given, and "on Tuesday" only where the corpus has documents of that day.
    """
    text = text.translate(time_words.DIGITS)
    since: date | None = None
    until: date | None = None
    words: list[str] = []
    spans: list[Span] = []
    without = from_today = False
    named_ones = _ranges(text, named_times(text, today, day_first))
    for cue, named, span in _meant(text, named_ones, years, has_word):
        if (days := _settled(cue, named, years)) is None:
            continue
        first, last = days
        words.append(text[slice(*named.span)])
        spans.append(span)
        from_today |= named.kind in {"counted", *_NOT_SURE}
        if cue in {"before", "until"}:
            is_before = cue == "before" and not time_cues.ENDS.match(text, named.span.start)
            until = first - _DAY if is_before else last
        elif cue in {"after", "since"}:
            since = last + _DAY if cue == "after" else first
        else:
            without |= cue == "not"
            since, until = min(since or first, first), max(until or last, last)
    if not words or (since and until and until < since):
        return NO_TIME
    asked_on = today if from_today else None
    return AskedTime(since, until, tuple(words), tuple(spans), without, asked_on)


def _settled(
    cue: str, named: NamedTime, years: Years, *, surely: bool = False
) -> tuple[date, date] | None:
    """The days of a time; ``None`` where its year stays open, or is not ``surely`` that."""
    try:
        if named.kind in _NOT_SURE and not years.has_surely(*named.between()):
            return None
        if named.year or named.days:
            return named.between()
        begun = set(years.published)
        if cue in {"in", "range"} and named.begins[0] > named.ends[0]:  # a winter of two years
            begun |= {year - 1 for year in years.published}
        possible = [named.between(year) for year in sorted(begun)]
        if cue in {"in", "range"}:
            possible = [days for days in possible if years.has_between(*days)]
            if surely or len(possible) > 1:
                possible = [days for days in possible if years.has_surely(*days)]
        return possible[0] if len(possible) == 1 else None
    except (ValueError, OverflowError):
        return None


def _meant(
    text: str, times: Sequence[NamedTime], years: Years, has_word: Callable[[str], bool]
) -> Iterator[tuple[str, NamedTime, Span]]:
    """The times, how each is meant, and where all the words stand that say so."""
    for named in times:
        span = named.span
        is_range = named.kind == "range"
        before = time_cues.LEAD.search(text, 0, span.start) if is_range else None
        cue = None if before else time_cues.CUE.search(text, 0, span.start)
        after = None if is_range else time_cues.SUFFIX.match(text, span.end)
        how = "range" if is_range else "in"
        if cue and not time_cues.leads(cue[1], text[cue.end(1) :]):
            cue = None
        if cue:
            how = time_cues.cue_of(cue[1])
            span = Span(cue.start(), span.end)
        elif before:
            span = Span(before.start(), span.end)
        if after:
            how = str(after.lastgroup)
            span = Span(span.start, after.end())
        if named.kind == "year" and not after and (not cue or cue[1].lower() in _OF):
            continue
        if named.kind == "weekday" and not (cue or after):
            continue
        is_open = named.year is None and not named.days
        is_word = is_open and (not cue or has_word(text[slice(*named.span)]))
        if named.begins == named.ends and cue and _settled(how, named, years, surely=True):
            is_word = False  # documents of that day may name its month
        if not (is_word and how in {"in", "not"}):
            yield how, named, span


def _ranges(text: str, times: Sequence[NamedTime]) -> list[NamedTime]:
    """The times, those joined by "to", or by "and" after "between", being one."""
    found: list[NamedTime] = []
    for named in times:
        if found and (joined := _joined(text, found[-1], named)):
            found[-1] = joined
        else:
            found.append(named)
    return found


def _joined(text: str, left: NamedTime, right: NamedTime) -> NamedTime | None:
    counted = {"counted", *_NOT_SURE}
    if left.kind in {"range", *counted} or right.kind in counted:
        return None
    has_lead = time_cues.LEAD.search(text, 0, left.span.start) is not None
    between = text[left.span.end : right.span.start]
    bare = left.kind == "year" or right.kind == "year"
    if time_cues.TO.fullmatch(between):
        joins = has_lead or not bare
    else:
        joins = bool(time_cues.AND.fullmatch(between)) and (
            has_lead or (left.kind == "month" and right.year is not None)
        )
    return left.joined(right) if joins else None
