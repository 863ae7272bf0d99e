"""The times that a question may name, as they are written: months and days, parts of years."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from corpus.dates import PartialDate
from corpus.lazy_patterns import lazily
from corpus.model import Span
from corpus.months import month_of
from corpus.stated import find_dates
from index.question import time_cues, time_words
from index.question.counted_times import counted_times
from index.question.weekdays import weekdays

_BARE_YEAR = lazily(rf"(?<![\w./])(?P<year>{time_words.YEAR})(?![/.]\d|,\d)")
_PARTS = {
    **time_words.SEASON_MONTHS,
    "early": (1, 4),
    "mid": (5, 8),
    "late": (9, 12),
    "half1": (1, 6),
    "half2": (7, 12),
}
_SEASON_WORDS = [word for words in time_words.SEASONS.values() for word in words.split("|")]
_SEASON = lazily(
    rf"(?<![\w-])(?:the\s+|(?P<this>this)\s+)?(?:{time_words.SEASON})"
    r"(?![\w-]|,?\s+(?:of|de|des)?\s*['’]?\d|\s+of\b)",
    re.IGNORECASE,
)
_NUMBER = lazily(r"\d+")
_NUMERIC = lazily(r"\d[./]\s?\d|[年년月월]")
_ISO = lazily(r"\d{4}-")
_MONTHS, _MOST_DAYS = 12, 31
# Days of a month.
_THIRDS = {
    "early": (1, 10), "mid": (11, 20), "late": (21, 0), "half1": (1, 15), "half2": (16, 0),
    "week1": (1, 7), "week4": (22, 0),
}  # fmt: skip
_OF_YEAR = lazily(r",?\s+(?:(?:of|in|im|de|del|du|en|в|во|у|w)\s+)?(?:l['’])?")
_DECADE = 9  # years after the first
_CENTURY = 100


@dataclass(frozen=True, slots=True)
class NamedTime:
    """A time as it is written: months and days within a year that may be open.

    ``kind`` tells what it takes for it to be a time: a "year" or "month" alone wants a word before
    it, and a "day" or "weekday" documents of it. ``days`` are those of a time that is counted from
    the day of asking.
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
        return date(first, *self.begins), PartialDate(last, *self.ends).last

    def joined(self, later: Self) -> Self:
        """From this one to a later one; a year that one of the two lacks is the other's."""
        joined = replace(self, span=Span(self.span.start, later.span.end), kind="range")
        if self.year and later.year:
            days = *self.between(), *later.between()
            return replace(joined, days=(min(days), max(days)))
        year = later.year - (self.begins > later.begins) if later.year else self.year
        return replace(joined, year=year, ends=later.ends)


def named_times(text: str, today: date | None, day_first: bool) -> list[NamedTime]:
    """All that may be a time, in order and not overlapping; the surer kinds first.

    Most kinds have a digit: without one, their patterns need not even be compiled.
    """
    found: list[NamedTime] = []
    kinds = [_parts, _stated, _numeric, _whole, _counted, _near_days, _seasons, _months, _years]
    if not _NUMBER.search(text):
        kinds = [_stated, _counted, _near_days, _seasons, _months]
    for kind in kinds:
        for named in kind(text, today, day_first):
            start, end = named.span
            if all(end <= other.span.start or other.span.end <= start for other in found):
                found.append(
                    _from_day(text, named) or _to_day(text, named) or _third(text, named) or named
                )
    return _of_years(text, sorted(found, key=lambda named: named.span.start))


def _of_years(text: str, times: list[NamedTime]) -> list[NamedTime]:
    """The times, a month and a year beside it that is counted from today being one."""
    found: list[NamedTime] = []
    for named in times:
        month, year = (found[-1], named) if found else (named, named)
        if month.days:  # "last year in May"
            month, year = year, month
        beside = found and _OF_YEAR.fullmatch(text, found[-1].span.end, named.span.start)
        if beside and month.kind != "range" and not (month.year or month.days) and _is_year(year):
            span = Span(found[-1].span.start, named.span.end)
            days = month.between(year.days[0].year) if year.days else None
            found[-1] = replace(month, span=span, kind="counted", days=days)
        else:
            found.append(named)
    return found


def _is_year(named: NamedTime) -> bool:
    if not named.days or named.kind != "counted":
        return False
    first, last = named.days
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def _to_day(text: str, named: NamedTime) -> NamedTime | None:
    """Up to the day behind it: "between March 4 and 9, 2022"."""
    if named.kind == "range" or not named.begins[1] or named.begins != named.ends or named.days:
        return None
    after = time_words.TO_DAY.match(text, named.span.end)
    month, first = named.begins
    if not after or not first < int(after["day"]) <= _MOST_DAYS:
        return None
    if not time_cues.LEAD.search(text, 0, named.span.start):
        return None
    year = named.year or (int(after["year"]) if after["year"] else None)
    span = Span(named.span.start, after.end())
    return replace(named, span=span, year=year, ends=(month, int(after["day"])), kind="range")


def _from_day(text: str, named: NamedTime) -> NamedTime | None:
    """From the day before it: "between the 4th and the 5th of March"."""
    before = time_words.FROM_DAY.search(text, 0, named.span.start)
    if not before or named.kind == "range" or not named.ends[1] or named.days:
        return None
    day, (month, last) = int(before["day"]), named.begins
    if not 1 <= day < last:
        return None
    span = Span(before.start("day"), named.span.end)
    return replace(named, span=span, begins=(month, day), kind="range")


def _third(text: str, named: NamedTime) -> NamedTime | None:
    """The beginning, middle or end of a month."""
    is_month = named.begins[1] == 1 and named.ends == (named.begins[0], 0) and not named.days
    before = time_words.THIRD_OF.search(text, 0, named.span.start) if is_month else None
    if not before:
        return None
    first, last = next(days for third, days in _THIRDS.items() if before[third])
    month, span = named.begins[0], Span(before.start(), named.span.end)
    return replace(named, span=span, begins=(month, first), ends=(month, last), kind="date")


def _stated(text: str, _today: date | None, day_first: bool) -> Iterator[NamedTime]:
    for stated in find_dates(text, day_first=day_first):
        place, span = Span(stated.start, stated.end), stated.span
        if span and stated.month == 0:  # a quarter, a half, the middle of a year
            first, last = span
            if first.month:
                yield NamedTime(place, first.year, (first.month, 1), (last.month, 0))
            continue
        day = (stated.month, stated.day)
        begins = day if stated.day else (stated.month, 1)
        year = stated.date.year if stated.date else None
        numbers = [int(number) for number in _NUMBER.findall(stated.text)]
        until = next((n for n in numbers if stated.day < n <= _MOST_DAYS), 0) if stated.day else 0
        is_span = until and not _ISO.match(stated.text) and len(numbers) > 1 + bool(year)
        if is_span and not _NUMERIC.search(stated.text):
            yield NamedTime(place, year, begins, (stated.month, until), kind="range")
        else:
            yield NamedTime(place, year, begins, day)


def _numeric(text: str, _today: date | None, day_first: bool) -> Iterator[NamedTime]:
    for match in time_words.SLASHED.finditer(text):
        day, month = int(match["one"]), int(match["two"])
        if (not day_first or month > _MONTHS) and day <= _MONTHS:
            day, month = month, day  # the thirteenth month is a day
        if 1 <= month <= _MONTHS and 1 <= day <= _MOST_DAYS:
            year = _year(match["year"])
            yield NamedTime(Span(*match.span()), year, (month, day), (month, day))
    for match in time_words.MONTH_AND_YEAR.finditer(text):
        month = int(match["month"])
        yield NamedTime(Span(*match.span()), int(match["year"]), (month, 1), (month, 0))
    for match in time_words.months_of_years(text):
        year, month, day = time_words.month_of_year(match)
        if 1 <= month <= _MONTHS and day <= _MOST_DAYS:
            yield NamedTime(Span(*match.span()), year, (month, day or 1), (month, day))
    for match in time_words.SEASON_IN_CJK.finditer(text):
        first, last = _months_of(match.groupdict())
        yield NamedTime(Span(*match.span()), int(match["year"]), (first, 1), (last, 0))
    for match in time_words.YEAR_IN_CJK.finditer(text):
        yield NamedTime(Span(*match.span()), int(match["year"]))
    for match in time_words.MONTH_IN_CJK.finditer(text):
        month = int(match["month"])
        yield NamedTime(Span(*match.span()), None, (month, 1), (month, 0), kind="month")


def _parts(text: str, _today: date | None, _day_first: bool) -> Iterator[NamedTime]:
    """Seasons, the beginning, middle or end of a year, quarters and halves by number."""
    for pattern in (time_words.PART, time_words.YEAR_FIRST):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            first, last = _months_of(groups)
            year = _year(groups["year"] or groups["short"])
            yield NamedTime(Span(*match.span()), year, (first, 1), (last, 0))


def _months_of(groups: dict[str, str | None]) -> tuple[int, int]:
    """The first and last month of a part of a year."""
    for name, months in _PARTS.items():
        if groups.get(name):
            return months
    if final := groups.get("final"):
        return (10, 12) if final.lower() == "quarter" else (7, 12)
    quarter = groups.get("q") or groups.get("qth")
    size = 3 if quarter else 6
    last = size * int(quarter or groups.get("h") or 0)
    return last - size + 1, last


def _counted(text: str, today: date | None, _day_first: bool) -> Iterator[NamedTime]:
    """Times that are counted from the day of asking."""
    for span, days in counted_times(text, today) if today else ():
        yield NamedTime(span, None, kind="counted", days=days)


def _near_days(text: str, today: date | None, _day_first: bool) -> Iterator[NamedTime]:
    """Today and days of the week, which are not sure to be meant."""
    for span, day, alone in weekdays(text, today) if today else ():
        yield NamedTime(span, None, kind="weekday" if alone else "day", days=(day, day))


def _seasons(text: str, today: date | None, _day_first: bool) -> Iterator[NamedTime]:
    """Seasons whose year is open: "in spring", "during the winter"; "this spring" is the last."""
    if not any(map(text.lower().__contains__, _SEASON_WORDS)):
        return
    for match in _SEASON.finditer(text):
        first, last = _months_of(match.groupdict())
        named = NamedTime(Span(*match.span()), None, (first, 1), (last, 0), kind="month")
        if not match["this"]:
            yield named
        elif today:
            days = named.between(today.year - (today.month < first))
            yield replace(named, kind="counted", days=days)


def _whole(text: str, _today: date | None, _day_first: bool) -> Iterator[NamedTime]:
    """Months and decades in digits: "2024-03", "March '24", "the 1990s"."""
    for match in time_words.ISO_MONTH.finditer(text):
        year, month = int(match["year"]), int(match["month"])
        if month < 10 or month != year % _CENTURY + 1:  # the season of 2011-12
            yield NamedTime(Span(*match.span()), year, (month, 1), (month, 0))
    for match in time_words.SHORT_YEAR.finditer(text):
        if month := month_of(match["month"].rstrip(".")):
            yield NamedTime(Span(*match.span()), _year(match["year"]), (month, 1), (month, 0))
    for match in time_words.DECADE.finditer(text):
        first = int(match["year"])
        first += 1900 if first < _CENTURY else 0
        days = date(first, 1, 1), date(first + _DECADE, 12, 31)
        yield NamedTime(Span(*match.span()), None, days=days)


def _months(text: str, _today: date | None, _day_first: bool) -> Iterator[NamedTime]:
    for match in time_words.months_in(text):
        month = time_words.month_named(match[0].rstrip("."))
        yield NamedTime(Span(*match.span()), None, (month, 1), (month, 0), kind="month")


def _years(text: str, _today: date | None, _day_first: bool) -> Iterator[NamedTime]:
    for match in _BARE_YEAR.finditer(text):
        yield NamedTime(Span(*match.span()), int(match["year"]), kind="year")


def _year(written: str) -> int:
    """The year; of two digits that are asked for, one of this century."""
    return int(written) + (2000 if len(written) == 2 else 0)
