"""Instants as machines write them, and the days on which people saw them."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Final

from corpus.dates import PartialDate, read_date
from corpus.lazy_patterns import lazily

_EAST: Final = timedelta(hours=14)  # the clocks that are farthest ahead of and behind UTC
_WEST: Final = timedelta(hours=-12)
_ISO: Final = lazily(
    r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})[T ]\s*([0-9]{1,2}):?([0-9]{2})?(?::?([0-9]{2}))?"
    r"(?:[.,][0-9]+)?\s*(Z|UTC|GMT|[+-][0-9]{2}(?::?[0-9]{2})?)?(?:\s+[A-Z]{1,5}|\[[\w/+-]+\])?",
    re.IGNORECASE,
)
# "Tue Feb 20 2018 01:00:00 GMT+0100 (...)", "Wed Jul 08 16:36:31 CEST 2020", "Fri, 18 Feb 2022 ..."
_CLOCK: Final = (
    r"(?P<h>[0-9]{1,2}):(?P<m>[0-9]{2})(?::(?P<s>[0-9]{2}))?"
    r"(?:\s+(?P<zone>(?:GMT|UTC)?[+-][0-9]{4}|Z|[A-Z]{2,5}))?"
)
_PROGRAMS: Final = tuple(
    lazily(rf"(?:[A-Z][a-z]{{2}},?\s+)?{form}(?:\s*\([^)]*\))?")
    for form in (
        rf"(?P<month>[A-Z][a-z]{{2}})\s+(?P<day>[0-9]{{1,2}})\s+(?P<year>[0-9]{{4}})\s+{_CLOCK}",
        rf"(?P<month>[A-Z][a-z]{{2}})\s+(?P<day>[0-9]{{1,2}})\s+{_CLOCK}\s+(?P<year>[0-9]{{4}})",
        rf"(?P<day>[0-9]{{1,2}})[\s-]+(?P<month>[A-Z][a-z]{{2}})[\s-]+(?P<year>[0-9]{{4}})\s+{_CLOCK}",
    )
)
_SHORT_YEAR: Final = lazily(
    r"([0-9]{1,2})[\s-]+([^\W\d_]{3,})\.?,?[\s-]+['’]?([0-9]{2})(?:,?\s+[0-9]{1,2}:[0-9]{2}.{0,12})?"
)
_LAST_OF_TWO_DIGITS: Final = "68"  # as POSIX reads %y
_COMPACT: Final = lazily(
    r"([12][0-9]{3})([0-9]{2})([0-9]{2})(?:[0-2][0-9][0-5][0-9]{3})?"
)  # ISO 8601, basic format
_UNIX: Final = lazily(r"(?:/Date\()?(1[0-9]{9})(?:[0-9]{3})?(?:\)/)?")  # (milli)seconds since 1970
_ENGLISH: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_WORLD_TIME: Final = frozenset({"Z", "UTC", "GMT"})


@dataclass(frozen=True, slots=True)
class Moment:
    """A day as it was written, and the instant when its offset from UTC was written too.

    Without the page's own clock (``in_utc``) the day may be another one where it was published.
    """

    day: PartialDate
    instant: datetime | None = None
    in_utc: bool = False

    @property
    def first(self) -> date:
        """The first day that it may be for those who published it."""
        if self.in_utc and self.instant:
            return (self.instant + _WEST).date()
        return self.day.first

    @property
    def last(self) -> date:
        """The last such day."""
        if self.in_utc and self.instant:
            return (self.instant + _EAST).date()
        return self.day.last

    def may_be(self, other: "Moment") -> bool:
        """True when both may be of one day."""
        return self.first <= other.last and other.first <= self.last


def read_moment(text: str, *, day_first: bool = True) -> Moment:
    """The day, and the instant if its offset is written; raises ``DateError``."""
    written = " ".join(text.split())
    if match := _ISO.fullmatch(written):
        *numbers, zone = match.groups()
        with suppress(ValueError):
            return _moment([int(number or 0) for number in numbers], zone)
    if match := _COMPACT.fullmatch(written):
        with suppress(ValueError):
            return Moment(PartialDate.of_parts(*map(int, match.groups())))
    if match := _UNIX.fullmatch(written):
        instant = datetime.fromtimestamp(int(match[1]), UTC)
        return Moment(PartialDate.of(instant.date()), instant, in_utc=True)
    if match := _SHORT_YEAR.fullmatch(written):
        century = 19 if match[3] > _LAST_OF_TWO_DIGITS else 20
        written = f"{match[1]} {match[2]} {century}{match[3]}"
    for form in _PROGRAMS:
        match = form.fullmatch(written)
        if match and match["month"] in _ENGLISH:
            month = _ENGLISH.index(match["month"]) + 1
            clock = [int(match[part] or 0) for part in "hms"]
            with suppress(ValueError):
                return _moment(
                    [int(match["year"]), month, int(match["day"]), *clock], match["zone"]
                )
    return Moment(read_date(written, day_first=day_first))


def _moment(numbers: list[int], zone: str | None) -> Moment:
    year, month, day, hour, minute, second = numbers
    offset = _offset(zone)
    local = datetime(year, month, day, hour % 24, minute, min(second, 59), tzinfo=offset or UTC)
    when = PartialDate.of(local.date())
    if offset is None:
        return Moment(when)
    return Moment(when, local.astimezone(UTC), in_utc=not offset.utcoffset(None))


def _offset(zone: str | None) -> timezone | None:
    """The offset that is written; a zone's name is the page's own clock, whatever it is."""
    if not zone:
        return None
    if zone.upper() in _WORLD_TIME:
        return UTC
    match = re.search(r"([+-])([0-9]{2}):?([0-9]{2})?$", zone)
    if match is None:
        return None
    hours, minutes = int(match[2]), int(match[3] or 0)
    if hours > 14 or minutes > 59:
        raise ValueError("no clock is that far from UTC")
    shift = timedelta(hours=hours, minutes=minutes)
    return timezone(-shift if match[1] == "-" else shift)
