"""The time that a question asks for: the days it lies between, and the words that say so."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Self

import numpy as np
from numpy.typing import NDArray

from corpus.dates import PartialDate, parse_when
from corpus.lazy_patterns import lazily
from corpus.model import Span
from corpus.months import month_of
from corpus.stated import find_dates
from corpus.values import dataclass
from index.arrays.snapshot import Snapshot
from index.question import time_words

_DAY = timedelta(days=1)
_DAYS_IN = {"day": 1, "week": 7, "month": 30, "year": 365}
_BARE_YEAR = lazily(rf"(?<![\w./])(?P<year>{time_words.YEAR})(?![/.]\d|,\d)")
_PARTS = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "winter": (12, 2),
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
}
_NUMBER = lazily(r"\d+")
_NUMERIC = lazily(r"\d[./]\s?\d|[年년月월]")
_ISO = lazily(r"\d{4}-")
_MONTHS, _MOST_DAYS = 12, 31
_OF = {"of", "from"}  # the constitution of 1991


@dataclass(frozen=True, slots=True)
class Years:
    """The years in which documents were published, and whether any was within two days."""

    published: tuple[int, ...] = ()
    has_between: Callable[[date, date], bool] = lambda _first, _last: False


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


@dataclass(frozen=True, slots=True)
class _Named:
    """A time as it is written: months and days within a year that may be open.

    ``kind`` tells what it takes for it to be a time: a "year" or "month" alone wants a word before
    it. ``days`` are those of a time that is counted from the day of asking.
    """

    span: Span
    year: int | None
    begins: tuple[int, int] = (1, 1)
    ends: tuple[int, int] = (12, 0)  # day 0: the month's last
    kind: str = "date"
    days: tuple[date, date] | None = None

    def between(self, year: int | None = None) -> tuple[date, date]:
        """Its first and last day, in this year where it has none of its own."""
        if self.days:
            return self.days
        first = self.year or year or 1
        last = first + (self.ends < self.begins and self.ends[0] < self.begins[0])
        return date(first, *self.begins), _day(last, *self.ends)

    def joined(self, later: Self) -> Self:
        """From this one to a later one; a year that one of the two lacks is the other's."""
        joined = replace(self, span=Span(self.span.start, later.span.end), kind="range")
        if self.year and later.year:
            days = *self.between(), *later.between()
            return replace(joined, days=(min(days), max(days)))
        year = later.year - (self.begins > later.begins) if later.year else self.year
        return replace(joined, year=year, ends=later.ends)


def read_time(
    text: str, *, today: date | None = None, day_first: bool = True, years: Years = NO_YEARS
) -> AskedTime:
    """The time that a text names. Of several, the days between the first and the last.

    A year is never guessed: a time without one is read only where the corpus has but one year that
    it can be. Times such as "last week" are read only when ``today`` is given.
    """
    since: date | None = None
    until: date | None = None
    words: list[str] = []
    spans: list[Span] = []
    without = from_today = False
    for cue, named, span in _meant(text, _ranges(text, _named(text, today, day_first))):
        if (days := _settled(cue, named, years)) is None:
            continue
        first, last = days
        words.append(text[slice(*named.span)])
        spans.append(span)
        from_today |= named.kind == "counted"
        if cue in {"before", "until"}:
            until = first - _DAY if cue == "before" else last
        elif cue in {"after", "since"}:
            since = last + _DAY if cue == "after" else first
        else:
            without |= cue == "not"
            since, until = min(since or first, first), max(until or last, last)
    if not words or (since and until and until < since):
        return NO_TIME
    asked_on = today if from_today else None
    return AskedTime(since, until, tuple(words), tuple(spans), without, asked_on)


def _settled(cue: str, named: _Named, years: Years) -> tuple[date, date] | None:
    """The days of a time; ``None`` where its year stays open."""
    try:
        if named.year or named.days:
            return named.between()
        if cue in {"in", "range"}:
            possible = [year for year in years.published if years.has_between(*named.between(year))]
        else:
            possible = list(years.published)
        return named.between(possible[0]) if len(possible) == 1 else None
    except (ValueError, OverflowError):
        return None


def _meant(text: str, times: Sequence[_Named]) -> Iterator[tuple[str, _Named, Span]]:
    """The times, how each is meant, and where all the words stand that say so."""
    for named in times:
        span = named.span
        is_range = named.kind == "range"
        before = time_words.LEAD.search(text, 0, span.start) if is_range else None
        cue = None if before else time_words.CUE.search(text, 0, span.start)
        after = None if is_range else time_words.SUFFIX.match(text, span.end)
        how = "range" if is_range else "in"
        if cue:
            how = time_words.cue_of(cue[1])
            span = Span(cue.start(), span.end)
        elif before:
            span = Span(before.start(), span.end)
        if after:
            how = str(after.lastgroup)
            span = Span(span.start, after.end())
        if named.kind == "year" and not after and (not cue or cue[1].lower() in _OF):
            continue
        is_open = named.year is None and not named.days
        if not (is_open and how in {"in", "not"}):
            yield how, named, span


def _ranges(text: str, times: Sequence[_Named]) -> list[_Named]:
    """The times, those joined by "to", or by "and" after "between", being one."""
    found: list[_Named] = []
    for named in times:
        if found and (joined := _joined(text, found[-1], named)):
            found[-1] = joined
        else:
            found.append(named)
    return found


def _joined(text: str, left: _Named, right: _Named) -> _Named | None:
    if left.kind in {"range", "counted"} or right.kind == "counted":
        return None
    has_lead = time_words.LEAD.search(text, 0, left.span.start) is not None
    between = text[left.span.end : right.span.start]
    bare = left.kind == "year" or right.kind == "year"
    if time_words.TO.fullmatch(between):
        joins = has_lead or not bare
    else:
        joins = bool(time_words.AND.fullmatch(between)) and (
            has_lead or (left.kind == "month" and right.year is not None)
        )
    return left.joined(right) if joins else None


def _named(text: str, today: date | None, day_first: bool) -> list[_Named]:
    """All that may be a time, in order and not overlapping; the surer kinds first."""
    found: list[_Named] = []
    kinds = (_parts, _stated, _numeric, _counted, _months, _years)
    for kind in kinds:
        for named in kind(text, today, day_first):
            start, end = named.span
            if all(end <= other.span.start or other.span.end <= start for other in found):
                found.append(named)
    return sorted(found, key=lambda named: named.span.start)


def _stated(text: str, _today: date | None, day_first: bool) -> Iterator[_Named]:
    for stated in find_dates(text, day_first=day_first):
        place, span = Span(stated.start, stated.end), stated.span
        if span and stated.month == 0:  # a quarter, a half, the middle of a year
            first, last = span
            if first.month:
                yield _Named(place, first.year, (first.month, 1), (last.month, 0))
            continue
        day = (stated.month, stated.day)
        begins = day if stated.day else (stated.month, 1)
        year = stated.date.year if stated.date else None
        numbers = [int(number) for number in _NUMBER.findall(stated.text)]
        until = next((n for n in numbers if stated.day < n <= _MOST_DAYS), 0) if stated.day else 0
        is_span = until and not _ISO.match(stated.text) and len(numbers) > 1 + bool(year)
        if is_span and not _NUMERIC.search(stated.text):
            yield _Named(place, year, begins, (stated.month, until), kind="range")
        else:
            yield _Named(place, year, begins, day)


def _numeric(text: str, _today: date | None, day_first: bool) -> Iterator[_Named]:
    for match in time_words.SLASHED.finditer(text):
        day, month = int(match["one"]), int(match["two"])
        if not day_first:
            day, month = month, day
        if 1 <= month <= _MONTHS and 1 <= day <= _MOST_DAYS:
            yield _Named(Span(*match.span()), int(match["year"]), (month, day), (month, day))
    for match in time_words.YEAR_IN_CJK.finditer(text):
        yield _Named(Span(*match.span()), int(match["year"]))


def _parts(text: str, _today: date | None, _day_first: bool) -> Iterator[_Named]:
    """Seasons, the beginning, middle or end of a year, quarters and halves by number."""
    for pattern in (time_words.PART, time_words.YEAR_FIRST):
        for match in pattern.finditer(text):
            first, last = _months_of(match.groupdict())
            yield _Named(Span(*match.span()), int(match["year"]), (first, 1), (last, 0))


def _months_of(groups: dict[str, str | None]) -> tuple[int, int]:
    """The first and last month of a part of a year."""
    for name, months in _PARTS.items():
        if groups.get(name):
            return months
    size = 3 if groups["q"] else 6
    last = size * int(groups["q"] or groups["h"] or 0)
    return last - size + 1, last


def _counted(text: str, today: date | None, _day_first: bool) -> Iterator[_Named]:
    """Times that are counted from the day of asking."""
    if today is None:
        return
    for match in time_words.RELATED.finditer(text):
        if match["many"]:
            days = timedelta(days=int(match["many"]) * _DAYS_IN[match["unit"].lower()])
            span = today - days, today
        else:
            span = parse_when(time_words.when_of(match["when"]), today=today)
        yield _Named(Span(*match.span()), None, kind="counted", days=span)


def _months(text: str, _today: date | None, _day_first: bool) -> Iterator[_Named]:
    for match in time_words.months_in(text):
        month = month_of(match[0].rstrip("."))
        yield _Named(Span(*match.span()), None, (month, 1), (month, 0), kind="month")


def _years(text: str, _today: date | None, _day_first: bool) -> Iterator[_Named]:
    for match in _BARE_YEAR.finditer(text):
        yield _Named(Span(*match.span()), int(match["year"]), kind="year")


def _day(year: int, month: int, day: int) -> date:
    return PartialDate(year, month, day).last
