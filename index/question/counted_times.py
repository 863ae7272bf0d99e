"""Times that are counted from the day of asking: "last week", "three days ago"."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta

from corpus.dates import PartialDate, parse_when
from corpus.model import Span
from corpus.months import month_of
from index.question import time_words

_DAYS_IN = {"day": 1, "week": 7, "month": 30, "year": 365}
_MONTHS = 12


def counted_times(text: str, today: date) -> Iterator[tuple[Span, tuple[date, date]]]:
    """Where each stands, and its first and last day.

    What lies some weeks, months or years back is that whole week, month or year.
    """
    for found, days in (
        (time_words.related_in(text), _days),
        (time_words.last_in(text), _last),
    ):
        for match in found:
            with suppress(ValueError, OverflowError):  # before the year 1
                yield Span(*match.span()), days(match, today)


def _last(match: re.Match[str], today: date) -> tuple[date, date]:
    """The last month or season of that name that is over."""
    first, last = next(
        (months for name, months in time_words.SEASON_MONTHS.items() if match[name]),
        (month_of(match["month"] or ""),) * 2,
    )
    years = ((year, year + (last < first)) for year in range(today.year, today.year - 3, -1))
    days = ((PartialDate(a, first).first, PartialDate(b, last).last) for a, b in years)
    return next(each for each in days if each[1] < today)


def _days(match: re.Match[str], today: date) -> tuple[date, date]:
    if match["many"]:
        days = timedelta(days=_number(match["many"]) * _DAYS_IN[match["unit"].lower()])
        return today - days, today
    if match["ago"]:
        return _ago(_number(match["ago"]), match["ago_unit"].lower(), today)
    if match["before"]:
        return _ago(2, "day", today)
    return parse_when(time_words.when_of(match["when"]), today=today)


def _ago(many: int, unit: str, today: date) -> tuple[date, date]:
    if unit in {"day", "week"}:
        day = today - timedelta(days=many * _DAYS_IN[unit])
        monday = day - timedelta(days=day.weekday())
        return (day, day) if unit == "day" else (monday, monday + timedelta(days=6))
    if unit == "year":
        then = PartialDate(today.year - many)
    else:
        months = today.year * _MONTHS + today.month - 1 - many
        then = PartialDate(months // _MONTHS, months % _MONTHS + 1)
    return then.first, then.last


def _number(written: str) -> int:
    word = written.lower()
    if word in {"a", "an"}:
        return 1
    return int(word) if word.isdigit() else time_words.COUNTS.index(word) + 1
