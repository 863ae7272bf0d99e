"""Dates that a text states, each with the exact slice that states it."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import zip_longest
from typing import Final

from corpus.dates import PartialDate
from corpus.months import is_open, month_of
from corpus.stated_forms import AFTER_DAY, BEFORE_DAY, DATE, ERAS, Numbers, is_between, numbers_of
from corpus.stated_periods import find_periods
from corpus.years import Surroundings, is_far, nearest_before


class YearFrom(StrEnum):
    """Where the year of a stated date comes from."""

    PASSAGE = "passage"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date written at ``text[start:end]``.

    ``date`` is ``None`` when only a month and day are written and the document's own date
    does not settle the year; ``month`` and ``day`` (0 when not written) hold what is written.
    Of a span ("between 3 and 9 May", "3 May to 9 May", "the third quarter") ``date`` is the
    beginning, or the year that a quarter lies in, and ``span`` its first and last day or month.
    """

    start: int
    end: int
    text: str
    month: int
    day: int
    date: PartialDate | None
    year_from: YearFrom | None
    span: tuple[PartialDate, PartialDate] | None = None


# A date begins at a number, or at a month that stands before one. Trying the whole pattern there
# alone is what makes the search fast.
_ANY_DIGIT: Final = re.compile("[0-9٠-٩۰-۹０-９年月]")
_NUMBER: Final = re.compile("[0-9٠-٩۰-۹０-９〇零一二三四五六七八九十元]+")
_REACH: Final = 40  # characters before a number that a month and "of" fit in
_HALF_YEAR: Final = re.compile(r",?\s[0-9]{2}(?![0-9]|[.,:/][0-9])")  # "25 October 23"
_CONNECTOR: Final = re.compile(
    r"\s*(?:[-–—]|to|till|until|and|through|bis(?:\szum)?|und|au|et|al?|à|y|e|по|и|до|do|i|tot|en"
    r"|і|й|та|oraz|(?:až\s)?do|ile|ilə|ve|və|إلى|الى|حتى|تا|עד)\s*"
    r"(?:the\s|den\s|dem\s|le\s|el\s|il\s|ה-|ל-)?"
)
_YEAR_SIGN: Final = re.compile("[年년]")
_CJK_CONNECTOR: Final = re.compile(
    r"\s*(?:(?:星期|周|週)?[（(]?[月火水木金土日一二三四五六월화수목금토일][)）]?\s*)?"
    r"(?:至|到|から|～|〜|~|-|–|—|부터|、|，|,|・|·|和|及|与|與|と|및|과|와)\s*"
)
_RANGE: Final = re.compile(
    r"\s*(?:[-–—～〜~至到]|から|부터|(?:to|till|until|through|bis|au|al?|по|до|(?:až\s)?do|tot|إلى|حتى|تا|עד)\b)"
)


def find_dates(
    text: str, *, published: PartialDate | None = None, day_first: bool = True
) -> tuple[StatedDate, ...]:
    """The dates written out in ``text``, in order and not overlapping; bare years are none.

    A date without a year takes the year of the date it is joined to ("27 September to 10 November
    2020"). Failing that it takes one only where ``published`` makes it certain, as told at
    ``Surroundings.settled``; it is then marked ``YearFrom.DOCUMENT``.
    """
    if _ANY_DIGIT.search(text) is None:
        return ()
    return _with_years(text, list(_found(text, day_first)), published)


def _found(text: str, day_first: bool) -> Iterator[StatedDate]:
    """The dates as they are written, with the years that stand beside them."""
    periods = deque(
        StatedDate(start, end, text[start:end], 0, 0, span[0].year_only, YearFrom.PASSAGE, span)
        for start, end, span in find_periods(text)
    )
    end = 0
    for start in _beginnings(text):
        while periods and periods[0].start <= start:
            if periods[0].start >= end:
                yield periods[0]
                end = periods[0].end
            periods.popleft()
        match = DATE.match(text, start) if start >= end else None
        numbers = numbers_of(match, day_first=day_first) if match else None
        if match and numbers:
            end = match.end()
            if stated := _stated(match, numbers):
                yield stated
    yield from (period for period in periods if period.start >= end)


def _beginnings(text: str) -> Iterator[int]:
    """Where a date may begin, in order; none begins elsewhere."""
    for number in _NUMBER.finditer(text):
        start = number.start()
        if text[max(0, start - 2) : start] in ERAS:
            yield start - 2
        before = BEFORE_DAY.search(text, max(0, start - _REACH), start)
        if before and (month_of(before[1], shortened=True) or is_open(before[1])):
            yield before.start(1)
        after = AFTER_DAY.match(text, number.end())
        if after and (not after[1] or month_of(after[1], shortened=True) or is_open(after[1])):
            yield start


def _stated(match: re.Match[str], numbers: Numbers) -> StatedDate | None:
    """``None`` for a day that the calendar does not have."""
    try:
        # A leap year stands in for a missing one, so that 29 February is a day.
        when = PartialDate(numbers.year or 2000, numbers.month, numbers.day)
        last = PartialDate(when.year, when.month, numbers.until) if numbers.until else None
    except ValueError:
        return None
    start, end = match.span()
    has_year = bool(numbers.year)
    return StatedDate(
        start=start,
        end=end,
        text=match.group(),
        month=numbers.month,
        day=numbers.day,
        date=when if has_year else None,
        year_from=YearFrom.PASSAGE if has_year else None,
        span=(when, last) if last else None,
    )


def _with_years(
    text: str, found: Sequence[StatedDate], published: PartialDate | None
) -> tuple[StatedDate, ...]:
    joined: list[StatedDate] = []
    for stated in reversed(found):
        later = joined[-1] if joined else None
        if later and not stated.date and _CONNECTOR.fullmatch(text, stated.end, later.start):
            stated = _like(stated, later)  # noqa: PLW2901 - the same date, with its year
        joined.append(stated)
    joined.reverse()
    joined = list(_after_years(text, joined))
    if published is not None and not all(stated.date for stated in joined):
        joined = _settled(text, joined, published)
    return tuple(_spanning(text, joined))


def _after_years(text: str, found: Sequence[StatedDate]) -> Iterator[StatedDate]:
    """The same; where the year stands first, later days of a span or a list take it from there."""
    before: StatedDate | None = None
    for stated in found:
        if (
            before
            and before.date
            and not stated.date
            and _CJK_CONNECTOR.fullmatch(text, before.end, stated.start)
            and (before.month, before.day) < (stated.month, stated.day)
        ):
            year = before.date.year
            when = PartialDate(year, stated.month, stated.day)
            before = replace(stated, date=when, year_from=YearFrom.PASSAGE)
            yield before
            continue
        before = stated if stated.date and _YEAR_SIGN.search(stated.text) else None
        yield stated


def _spanning(text: str, found: Sequence[StatedDate]) -> Iterator[StatedDate]:
    """The same, each day that is joined to a later one with the span they make."""
    for stated, later in zip_longest(found, found[1:]):
        span = stated.span
        if span and stated.date:
            span = _in_year(span, stated.date.year)
        elif (
            later
            and stated.date
            and later.date
            and stated.date < later.date
            and (_RANGE.match(text, stated.end, later.start) or is_between(text, stated.start))
            and any(
                between.fullmatch(text, stated.end, later.start)
                for between in (_CONNECTOR, _CJK_CONNECTOR)
            )
        ):
            span = (stated.date, later.date)
        yield replace(stated, span=span if stated.date else None)


def _in_year(
    span: tuple[PartialDate, PartialDate], year: int
) -> tuple[PartialDate, PartialDate] | None:
    first, last = span
    try:
        return replace(first, year=year), replace(last, year=year)
    except ValueError:
        return None


def _like(stated: StatedDate, later: StatedDate) -> StatedDate:
    """The same with the year that the date it is joined to gives it, if that has one."""
    day = nearest_before(later.date, stated.month, stated.day) if later.date else None
    if day is None:
        return stated
    return replace(stated, date=PartialDate.of(day), year_from=YearFrom.PASSAGE)


def _settled(text: str, found: Sequence[StatedDate], published: PartialDate) -> list[StatedDate]:
    """The same with the years that publication settles.

    Where one day stays open, as the programme of a season has them, only near ones are sure.
    """
    around = Surroundings(text, [(stated.start, stated.end) for stated in found if not stated.date])
    days = [
        None
        if stated.date or _HALF_YEAR.match(text, stated.end)
        else around.settled(stated.start, stated.end, stated.month, stated.day, published)
        for stated in found
    ]
    has_open = any(not (stated.date or day) for stated, day in zip(found, days, strict=True))
    return [
        replace(stated, date=PartialDate.of(day), year_from=YearFrom.DOCUMENT)
        if day and not (has_open and is_far(day, published))
        else stated
        for stated, day in zip(found, days, strict=True)
    ]
