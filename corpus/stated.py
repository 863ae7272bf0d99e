"""Dates that a text states, each with the exact slice that states it."""

from dataclasses import dataclass
from enum import StrEnum

from corpus.dates import PartialDate


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
