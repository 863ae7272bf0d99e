"""Times that are counted from the day of asking: "last week", "three days ago"."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from math import ceil

from corpus.dates import PartialDate, parse_when
from corpus.model import Span
from corpus.months import month_of
from index.question import counted_words
from index.question.time_words import SEASON_MONTHS

_MONTHS = 12
_SATURDAY = 5
_WEEK = 7


def counted_times(text: str, today: date) -> Iterator[tuple[Span, tuple[date, date]]]:
    """Where each stands, and its first and last day.

    What lies some weeks, months or years back is that whole week, month or year.
    """
    with suppress(ValueError, OverflowError):  # before the year 1
        for match, way, many, unit in counted_words.counted_in(text):
            yield Span(*match.span()), _away(way, many, unit, today)
    for found, days in (
        (counted_words.related_in(text), _named),
        (counted_words.last_in(text), _last),
        (counted_words.weekends_in(text), _weekend),
    ):
        for match in found:
            with suppress(ValueError, OverflowError):
                yield Span(*match.span()), days(match, today)


def _last(match: re.Match[str], today: date) -> tuple[date, date]:
    """The last month or season of that name that is over."""
    first, last = next(
        (months for name, months in SEASON_MONTHS.items() if match[name]),
        (month_of(match["month"] or ""),) * 2,
    )
    years = ((year, year + (last < first)) for year in range(today.year, today.year - 3, -1))
    days = ((PartialDate(a, first).first, PartialDate(b, last).last) for a, b in years)
    return next(each for each in days if each[1] < today)


def _weekend(_match: re.Match[str], today: date) -> tuple[date, date]:
    """The last Saturday, be it today, and the day after."""
    saturday = today - timedelta(days=(today.weekday() - _SATURDAY) % _WEEK)
    return saturday, saturday + timedelta(days=1)


def _named(match: re.Match[str], today: date) -> tuple[date, date]:
    when = counted_words.when_of(match["when"])
    if when == "day before yesterday":
        return _away("ago", 2, "day", today)
    return parse_when(when, today=today)


def _away(way: str, many: int, unit: str, today: date) -> tuple[date, date]:
    if way == "lately" or unit == "hour":
        return today - timedelta(days=ceil(many * counted_words.DAYS_IN[unit])), today
    if unit in {"day", "week"}:
        day = today - timedelta(days=many * counted_words.DAYS_IN[unit])
        monday = day - timedelta(days=day.weekday())
        return (day, day) if unit == "day" else (monday, monday + timedelta(days=6))
    if unit == "year":
        then = PartialDate(today.year - many)
    else:
        months = today.year * _MONTHS + today.month - 1 - many
        then = PartialDate(months // _MONTHS, months % _MONTHS + 1)
    return then.first, then.last
