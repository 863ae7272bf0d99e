"""Partial dates: a year, a month or a day, never more than is known."""

import calendar
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from corpus.errors import DateError
from corpus.facts import Fact
from corpus.lazy_patterns import lazily
from corpus.months import month_of, weekday_of

_ISO = lazily(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

# A clock time, as datelines and ISO 8601 put it after the day; it is not kept.
_CLOCK = lazily(
    r"(?:T|,?\s+(?:(?:at|[-–|·])\s+)?)[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?"
    r"\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:Z|[A-Z]{2,5}|(?:UTC|GMT)?[+-][0-9]{2}:?[0-9]{2})?$"
)
# AP writes it before the day: "10:22 AM EDT, October 1, 2020".
_CLOCK_FIRST = lazily(
    r"^(?:at\s+)?[0-9]{1,2}:[0-9]{2}\s*(?:[AaPp]\.?[Mm]\.?)?(?:\s+[A-Z]{2,5})?\s*[,|·–-]\s*"
)
_NUMERIC = lazily(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_YEAR_FIRST = lazily(
    r"([0-9]{4})(?:[-/.] ?|年 ?|년 ?)([0-9]{1,2})(?:[-/.] ?|月 ?|월 ?)([0-9]{1,2})[.日일]?"
)
# With slashes or dashes the day comes first or second; it is told where the other is no month.
_SLASHED = lazily(r"([0-9]{1,2})([/-])([0-9]{1,2})\2([0-9]{4})")
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|er|\.|º|°)?"
_MONTH = r"(?P<month>[^\W\d_]+)\.?"
_OF = r"\s+(?:(?:of|de|del)\s+)?"
_NAMED = tuple(
    lazily(form)
    for form in (
        rf"{_DAY}{_OF}{_MONTH},?{_OF}(?P<year>[0-9]{{4}})",
        rf"{_MONTH}\s+{_DAY},?\s+(?P<year>[0-9]{{4}})",
        rf"{_MONTH},?{_OF}(?P<year>[0-9]{{4}})",
        r"(?P<day>[0-9]{1,2})-(?P<month>[^\W\d_]+)-(?P<year>[0-9]{4})",
    )
)
_REMEDY = Fact("write 2020, 2020-10, 2020-10-31 or 31 October 2020")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a month of a year, or a day; it stands for the span from ``first`` to ``last``.

    Ordered by year, month, day, a missing part before a present one. Raises ``ValueError``
    for a day or month that the calendar does not have.
    """

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if self.day and not self.month:
            raise ValueError("a day needs its month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; raises ``DateError``."""
        if match := _ISO.fullmatch(text.strip()):
            with suppress(ValueError):
                return cls.of_parts(*(int(part) for part in match.groups() if part))
        reason = Fact("is not a day of the calendar")
        raise DateError(_thing(text), reason, Fact("write 2020, 2020-10 or 2020-10-31"))

    @classmethod
    def of_parts(cls, *written: int) -> Self:
        """The year, month and day as far as written; raises ``ValueError``, for a zero too."""
        if not all(written):
            raise ValueError("no year, month or day is numbered 0")
        return cls(*written)

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month, day.day)

    @property
    def year_only(self) -> Self:
        """The year that it lies in."""
        return type(self)(self.year)

    @property
    def first(self) -> date:
        """The first day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = (f"{self.year:04}", f"{self.month:02}", f"{self.day:02}")
        return "-".join(parts[: 1 + bool(self.month) + bool(self.day)])


def first_day(when: PartialDate | None) -> date:
    """The first day that it may be, to sort by: what is unknown comes last."""
    return when.first if when else date.max


def read_date(text: str, *, day_first: bool = True) -> PartialDate:
    """The one date that the whole text writes out with its year, as precisely as it is written.

    Reads ISO 8601 (with or without a time, which is dropped), "31.10.2020" (day first unless
    told otherwise), and months by name: "Thursday, 01 October 2020", "Oct. 1, 2020",
    "October 2020". "1/10/2020" is refused, for nobody can tell which is the month.
    Raises ``DateError``.
    """
    written = _CLOCK_FIRST.sub("", _CLOCK.sub("", " ".join(text.split())))
    word, _, rest = written.partition(" ")
    if weekday_of(word.rstrip(".,")) is not None:
        written = rest
    parts = _parts(written, day_first)
    if parts is not None:
        with suppress(ValueError):
            return PartialDate.of_parts(*parts)
    raise DateError(_thing(text), Fact("is not a date that can be read"), _REMEDY)


def parse_when(text: str, *, today: date, day_first: bool = True) -> tuple[date, date]:
    """The first and last day of what a person typed for a time.

    Takes all that ``read_date`` takes, and "today", "yesterday", "this" or "last" followed by
    "week" (Monday to Sunday), "month" or "year". Raises ``DateError``.
    """
    words = " ".join(text.split()).casefold()
    if words == "today":
        return today, today
    if words == "yesterday":
        return today - timedelta(days=1), today - timedelta(days=1)
    which, _, unit = words.partition(" ")
    if which in {"this", "last"} and unit in {"week", "month", "year"}:
        return _calendar_span(unit, back=which == "last", today=today)
    # Commands are typed in small letters; a month's name is told by its capital ("May").
    typed = text if any(map(str.isupper, text)) else text.title()
    try:
        when = read_date(typed, day_first=day_first)
    except DateError:
        remedy = Fact("{forms}, or last week, last month, this year", forms=_REMEDY)
        raise DateError(_thing(text), Fact("is not a time that can be read"), remedy) from None
    return when.first, when.last


def _thing(text: str) -> Fact:
    return Fact("date {text}", text=repr(text))


def _calendar_span(unit: str, *, back: bool, today: date) -> tuple[date, date]:
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * back)
        return monday, monday + timedelta(days=6)
    if unit == "year":
        span = PartialDate(today.year - back)
    else:
        in_month = today.replace(day=1) - timedelta(days=1) if back else today
        span = PartialDate(in_month.year, in_month.month)
    return span.first, span.last


def _parts(text: str, day_first: bool) -> tuple[int, ...] | None:
    """Year, month and day as far as written, unchecked; ``None`` when it is no known form."""
    for pattern in (_ISO, _YEAR_FIRST):
        if match := pattern.fullmatch(text):
            return tuple(int(part) for part in match.groups() if part)
    if match := _NUMERIC.fullmatch(text):
        first, second, year = map(int, match.groups())
        return (year, second, first) if day_first else (year, first, second)
    if match := _SLASHED.fullmatch(text):
        first, second, year = map(int, match.group(1, 3, 4))
        if first > 12 or first == second:
            return year, second, first
        return (year, first, second) if second > 12 or not day_first else None
    for pattern in _NAMED:
        match = pattern.fullmatch(text)
        if match and (month := month_of(match["month"], shortened=True)):
            day = match.groupdict().get("day")
            return int(match["year"]), month, *([int(day)] if day else [])
    return None
