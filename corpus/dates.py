"""Partial dates: a year, a month or a day, never more than is known."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Self

from corpus.errors import DateError

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


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
        match = _ISO.fullmatch(text.strip())
        try:
            if match is None:
                raise ValueError
            return cls(*(int(part) for part in match.groups() if part))
        except ValueError:
            raise DateError(
                f"date {text!r}",
                "is not a day of the calendar",
                "write 2020, 2020-10 or 2020-10-31",
            ) from None

    @classmethod
    def of(cls, day: date) -> Self:
        return cls(day.year, day.month, day.day)

    @property
    def first(self) -> date:
        """The first day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def overlaps(self, since: date | None, until: date | None) -> bool:
        """True when some day it may mean lies in ``[since, until]``; an open end is ``None``."""
        return (until is None or self.first <= until) and (since is None or since <= self.last)

    def __str__(self) -> str:
        parts = (f"{self.year:04}", f"{self.month:02}", f"{self.day:02}")
        return "-".join(parts[: 1 + bool(self.month) + bool(self.day)])
