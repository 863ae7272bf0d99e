"""The terms of a corpus that state a time: "2020", "2020-10" and "2020-10-01"."""

from datetime import date
from functools import cached_property
from typing import Self

import numpy as np
from numpy.typing import NDArray

from corpus.dates import PartialDate
from corpus.errors import DateError
from index.arrays.strings import Strings

_SIZES = (4, 7, 10)  # letters of such a term
_MILLENNIA = (ord("1"), ord("2"))  # what they begin with: 0850 is rather a number

_MONTH = 31  # days


class Times:
    """For ``K`` such terms: ``rows[K]``, ascending, and the days ``first[K]`` to ``last[K]``."""

    def __init__(self, rows: NDArray[np.intp], dates: list[PartialDate]) -> None:
        self._rows = rows
        self._first = np.array([each.first.toordinal() for each in dates], np.int64)
        self._last = np.array([each.last.toordinal() for each in dates], np.int64)

    @classmethod
    def of(cls, terms: Strings) -> Self:
        """Found among the terms of a version; some milliseconds for a million."""
        sizes, first = terms.sizes(), terms.first_bytes()
        dates: dict[int, PartialDate] = {}
        for row in np.flatnonzero(np.isin(sizes, _SIZES) & np.isin(first, _MILLENNIA)).tolist():
            try:
                dates[row] = PartialDate.parse(terms[row])
            except DateError:
                continue
        return cls(np.array(list(dates), np.intp), list(dates.values()))

    @cached_property
    def of_our_days(self) -> NDArray[np.intp]:
        """The rows of those that are no number: days, months, and the years 1900 to 2099.

        2000 is rather a number.
        """
        is_year = self._last - self._first > _MONTH
        year = np.array([date.fromordinal(int(day)).year for day in self._first], np.int64)
        found: NDArray[np.intp] = self._rows[
            ~is_year | (np.isin(year // 100, (19, 20)) & (year != 2000))
        ]
        return found

    @cached_property
    def of_days(self) -> NDArray[np.intp]:
        """The rows of days and months."""
        found: NDArray[np.intp] = self._rows[self._last - self._first <= _MONTH]
        return found

    def within(self, since: date | None, until: date | None) -> NDArray[np.intp]:
        """The rows of the terms all of whose days lie in the time; an open end is ``None``."""
        inside = np.ones(len(self._rows), np.bool_)
        if since is not None:
            inside &= self._first >= since.toordinal()
        if until is not None:
            inside &= self._last <= until.toordinal()
        return self._rows[inside]
