"""The year of a day that is written without one: given only where it is certain."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from corpus.dates import PartialDate
from corpus.lazy_patterns import lazily
from corpus.stated_forms import CLOCK, COUNTS
from corpus.weekdays_beside import weekdays_beside
from corpus.year_words import (
    AHEAD,
    AHEAD_BEFORE,
    EVENT_BEFORE,
    MAYBE_AHEAD,
    NAMES_AN_EVENT,
    OTHER_YEAR,
)

_FARTHEST: Final = timedelta(days=200)
_SURE: Final = timedelta(days=45)  # farther back, a list of coming dates must be thought of
_REACH: Final = 40  # characters beside a day in which "until" stands
_SENTENCE_REACH: Final = 250

_YEAR: Final = lazily(
    rf"(?<![0-9])(?:1[7-9]|20)[0-9]{{2}}(?![0-9]|{CLOCK}|{COUNTS})|(?<!\w)['’‘][0-9]{{2}}(?!\w)"
)
_SENTENCE_END: Final = lazily(
    r"(?:(?<=[^\W\d_]{3})|(?<=[0-9]))[.!?…][\"'”’»)]{0,2}\s+(?=\W?[^\W\d_a-z])|\n"
)


class Surroundings:
    """What stands around the ``days`` of one text, looked up once for all of them."""

    def __init__(self, text: str, days: Iterable[tuple[int, int]]) -> None:
        self._text = text
        near = list(_near(days))
        self._breaks = _ends(_SENTENCE_END, text, near)
        self._against = sorted({*_starts(AHEAD, text, near), *_starts(OTHER_YEAR, text, near)})
        self._doubtful = _starts(MAYBE_AHEAD, text, near)

    def settled(
        self, start: int, end: int, month: int, day: int, published: PartialDate
    ) -> date | None:
        """The day that ``text[start:end]`` means, if ``published`` leaves no doubt of its year.

        It is the nearest such day on or before publication, when that lies within 200 days and
        is the same whatever ``published`` may mean, and neither the weekday beside it nor the
        words of its sentence ("will", "next", "until", "last year", another year) speak against
        it.
        """
        meant = nearest_before(published, month, day)
        if meant is None or published.last - meant > _FARTHEST:
            return None
        is_sure = (
            self._fits_beside(start, end, meant)
            and self._fits_years(start, end, meant, published)
            and not self._lies_ahead(start, end, is_far=is_far(meant, published))
        )
        return meant if is_sure else None

    def _fits_beside(self, start: int, end: int, meant: date) -> bool:
        """False where the weekday or a word right beside the day speaks against it."""
        before = self._text[max(0, start - _REACH) : start]
        is_named = EVENT_BEFORE.search(before) or NAMES_AN_EVENT.match(self._text, end)
        if is_named or AHEAD_BEFORE.search(before):
            return False
        weekdays = weekdays_beside(self._text, start, end)
        return all(meant.weekday() in each for each in weekdays)

    def _fits_years(self, start: int, end: int, meant: date, published: PartialDate) -> bool:
        """False where its sentence, or for a far day the text above it, speaks of another year."""
        if any(not _is_year(year, meant.year) for year in self._years(*self._sentence(start, end))):
            return False
        above = self._years(max(0, start - _SENTENCE_REACH), start)
        return not above or _is_year(above[-1], meant.year) or not is_far(meant, published)

    def _lies_ahead(self, start: int, end: int, *, is_far: bool) -> bool:
        first, last = self._sentence(start, end)
        return _one_within(self._against, first, last) or (
            is_far and _one_within(self._doubtful, first, last)
        )

    def _years(self, start: int, end: int) -> list[str]:
        """The years that are written there, "1993" or "'93"."""
        return _YEAR.findall(self._text, start, end)

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        """Where the day's sentence, or what is near of it, begins and ends."""
        before = bisect_right(self._breaks, start)
        after = bisect_right(self._breaks, end)  # "am 5. Oktober" has a stop within
        first = self._breaks[before - 1] if before else 0
        last = self._breaks[after] if after < len(self._breaks) else len(self._text)
        return max(first, start - _SENTENCE_REACH), min(last, end + _SENTENCE_REACH)


def _near(days: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of a text that bear on its days, in order and apart."""
    first = last = 0
    for start, end in days:
        if start - _SENTENCE_REACH > last:
            if last:
                yield first, last
            first = start - _SENTENCE_REACH
        last = end + _SENTENCE_REACH
    if last:
        yield first, last


def _starts(pattern: re.Pattern[str], text: str, near: Iterable[tuple[int, int]]) -> list[int]:
    return [match.start() for first, last in near for match in pattern.finditer(text, first, last)]


def _ends(pattern: re.Pattern[str], text: str, near: Iterable[tuple[int, int]]) -> list[int]:
    return [match.end() for first, last in near for match in pattern.finditer(text, first, last)]


def _one_within(places: Sequence[int], first: int, last: int) -> bool:
    at = bisect_left(places, first)
    return at < len(places) and places[at] < last


def _is_year(written: str, year: int) -> bool:
    return str(year).endswith(written.lstrip("'’‘"))


def is_far(meant: date, published: PartialDate) -> bool:
    """True when the day lies so far back that one to come must be thought of."""
    return published.last - meant > _SURE


def nearest_before(anchor: PartialDate, month: int, day: int) -> date | None:
    """The nearest such day not after ``anchor``, if all days it may mean agree on one."""
    first = _nearest_not_after(anchor.first, month, day)
    return first if first == _nearest_not_after(anchor.last, month, day) else None


def _nearest_not_after(anchor: date, month: int, day: int) -> date | None:
    # 29 February comes round within eight years even across a century without a leap day.
    for year in range(anchor.year, max(anchor.year - 9, 0), -1):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found <= anchor:
            return found
    return None
