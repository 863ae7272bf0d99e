"""Dates that a text states, each with the exact slice that states it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from corpus.dates import PartialDate
from corpus.months import GERMAN_ONLY, MONTHS
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
    """

    start: int
    end: int
    text: str
    month: int
    day: int
    date: PartialDate | None
    year_from: YearFrom | None


def _any_month() -> str:
    """All spellings, longest first, so that "September" is not read as "Sep"."""
    return "|".join(sorted(MONTHS, key=lambda name: (-len(name), name)))


_DAY: Final = r"(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])"
_GAP: Final = r"[^\S\n]{1,3}"  # the parts of a date stand on one line ...
_WRAP: Final = r"[^\S\n]{0,3}\n?[^\S\n]{0,3}"  # ... but a wrapped line may part the year
# "On May 5, 1500 soldiers ..." counts soldiers; what goes on like this may be the year 1066.
_GOES_ON: Final = (
    "a|after|an|and|as|at|because|before|but|by|for|from|had|has|he|her|his|in|is|it|its|of|on|or|"
    "she|so|that|the|their|there|they|this|to|until|was|were|when|where|which|while|who|with|would"
)
_COUNTED: Final = rf"\s+(?!(?:{_GOES_ON})\b)[a-z]"
_YEAR: Final = (
    rf"(?:(?:1[89]|20|21)[0-9]{{2}}|1[0-7][0-9]{{2}}(?!{_COUNTED}))"
    r"(?![0-9]|\.[0-9]|,[0-9]{3}|\s?(?:GMT|UTC|[CEW]E?S?T|hours|hrs|h)\b)"  # "Oct. 1, 2030 GMT"
)
_OF: Final = r"(?:(?:of|del?)[^\S\n])?"
# What may not follow a day without a year: more of a number, "'19", "1500 men", "of that year".
_NO_YEAR: Final = (
    r"(?![0-9]|[.,:/][0-9]|,?\s{0,2}['’][0-9]{2}|,?\s{1,3}1[0-7][0-9]{2}(?![0-9])"
    r"|\s{1,3}[0-9]{3}(?![0-9])|,?\s{1,3}[0-9]{1,3}\s(?:A\.?D|B\.?C|CE)\b"
    r"|,?\s{1,2}(?:of\s)?(?:(?:last|next|that)|the\s(?:same|next|previous|following))\syear)"
)

_DATE: Final = re.compile(
    rf"""
    (?:
      # 2020-10-01 and 01.10.2020, but no version, sum or IP number
      (?<![0-9])(?<![0-9][./])(?<![vV])
      (?: (?<![0-9]-) (?P<iso>(?!0000)[0-9]{{4}}-(?!00)[0-9]{{2}}-(?!00)[0-9]{{2}})
          (?![0-9]|-[0-9])
        | (?P<dotted>(?!00?\.)[0-9]{{1,2}}\.(?!00?\.)[0-9]{{1,2}}\.(?!0000)[0-9]{{4}})
          (?![0-9]|\.[0-9]) )
    |
      # 1st of October, 2020 and 5 November
      (?<![0-9])(?<![0-9][.,:/])(?<![$€£#])
      (?P<day1>{_DAY}) (?:st|nd|rd|th|er|(?P<stop>\.)|[º°])?
      {_GAP} {_OF} (?P<month1>{_any_month()}) (?![^\W_])
      (?: \.?,?{_WRAP} {_OF} (?<=\W) (?P<year1>{_YEAR}) | {_NO_YEAR} )
    |
      (?<![^\W_]) (?P<month2>{_any_month()})
      (?:
        # October 1, 2020, Nov 5, and the first day of October 1-3, 2020
        \.?{_GAP} (?P<day2>{_DAY}) (?:st|nd|rd|th)?
        (?: ,?{_WRAP} (?<=[,\s]) (?P<year2>{_YEAR})
          | (?= (?: [^\S\n]? (?:[-–—,&]|and|to) [^\S\n]? {_DAY} (?:st|nd|rd|th)? ){{1,6}}
                ,{_WRAP} (?P<year3>{_YEAR}) )
          | {_NO_YEAR} )
      |
        # October 2020
        \.?,?{_GAP} {_OF} (?P<year4>{_YEAR})
      )
    )
    """,
    re.VERBOSE,
)
# A date begins at a number, or at a month that stands before one. Trying the whole pattern there
# alone is what makes the search fast.
_DIGITS: Final = "0123456789"
_NUMBER: Final = re.compile(r"[0-9]+")
_AFTER_DAY: Final = re.compile(rf"[-.]|(?:st|nd|rd|th|er|[º°])?{_GAP}{_OF}(?:{_any_month()})")
_LAST_LETTERS: Final = re.compile(r"[^\W\d_]+$")
_REACH: Final = 30  # characters before a number that a month and "of" fit in
_HALF_YEAR: Final = re.compile(r",?\s[0-9]{2}(?![0-9]|[.,:/][0-9])")  # "25 October 23"
_CONNECTOR: Final = re.compile(r"\s*(?:[-–—]|to|till|until|and|through)\s*")


def find_dates(
    text: str, *, published: PartialDate | None = None, day_first: bool = True
) -> tuple[StatedDate, ...]:
    """The dates written out in ``text``, in order and not overlapping; bare years are none.

    A date without a year takes the year of the date it is joined to ("27 September to 10 November
    2020"). Failing that it takes one only where ``published`` makes it certain, as told at
    ``Surroundings.settled``; it is then marked ``YearFrom.DOCUMENT``.
    """
    if not any(map(text.__contains__, _DIGITS)):
        return ()
    found = (_stated(match, day_first) for match in _matches(text))
    return _with_years(text, [stated for stated in found if stated], published)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """What ``_DATE.finditer`` finds."""
    end = 0
    for start in _beginnings(text):
        if start >= end and (match := _DATE.match(text, start)):
            yield match
            end = match.end()


def _beginnings(text: str) -> Iterator[int]:
    """Where a date may begin, in order; none begins elsewhere."""
    for number in _NUMBER.finditer(text):
        start = number.start()
        words = text[max(0, start - _REACH) : start].split()
        if words and words[-1] in {"of", "de", "del"}:
            words.pop()
        if words and (last := _LAST_LETTERS.search(words[-1].rstrip(".,"))) and last[0] in MONTHS:
            yield text.rindex(last[0], 0, start)
        if _AFTER_DAY.match(text, number.end()):
            yield start


def _stated(match: re.Match[str], day_first: bool) -> StatedDate | None:
    parts = _numbers(match, day_first)
    if parts is None:
        return None
    year, month, day = parts
    try:
        # A leap year stands in for a missing one, so that 29 February is a day.
        when = PartialDate(year or 2000, month, day)
    except ValueError:
        return None
    start, end = match.span()
    return StatedDate(
        start=start,
        end=end,
        text=match.group(),
        month=month,
        day=day,
        date=when if year else None,
        year_from=YearFrom.PASSAGE if year else None,
    )


def _numbers(match: re.Match[str], day_first: bool) -> tuple[int, int, int] | None:
    """Year (0 when not written), month and day (0 when not written)."""
    if match["iso"]:
        year, month, day = map(int, match["iso"].split("-"))
        return year, month, day
    if match["dotted"]:
        first, second, year = map(int, match["dotted"].split("."))
        return (year, second, first) if day_first else (year, first, second)
    year = int(match["year1"] or match["year2"] or match["year3"] or match["year4"] or 0)
    name = match["month1"] or match["month2"]
    if match["stop"] and not year and name not in GERMAN_ONLY:
        return None  # "... chapter 5. May was cold"
    return year, MONTHS[name], int(match["day1"] or match["day2"] or 0)


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
    if published is None or all(stated.date for stated in joined):
        return tuple(joined)
    return _settled(text, joined, published)


def _like(stated: StatedDate, later: StatedDate) -> StatedDate:
    """The same with the year that the date it is joined to gives it, if that has one."""
    day = nearest_before(later.date, stated.month, stated.day) if later.date else None
    if day is None:
        return stated
    return replace(stated, date=PartialDate.of(day), year_from=YearFrom.PASSAGE)


def _settled(
    text: str, found: Sequence[StatedDate], published: PartialDate
) -> tuple[StatedDate, ...]:
    """The same with the years that publication settles.

    Where one day stays open, as the programme of a season has them, only near ones are sure.
    """
    around = Surroundings(text)
    days = [
        None
        if stated.date or _HALF_YEAR.match(text, stated.end)
        else around.settled(stated.start, stated.end, stated.month, stated.day, published)
        for stated in found
    ]
    has_open = any(not (stated.date or day) for stated, day in zip(found, days, strict=True))
    return tuple(
        replace(stated, date=PartialDate.of(day), year_from=YearFrom.DOCUMENT)
        if day and not (has_open and is_far(day, published))
        else stated
        for stated, day in zip(found, days, strict=True)
    )
