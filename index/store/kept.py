"""What the records tell of what they keep."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Votes:
    """How many people found a quote useful, and how many did not."""

    useful: int
    useless: int


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that found nothing, as it was last written, and how many times it was asked."""

    question: str
    times: int


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One attempt at something that only some may do. ``at`` is in UTC."""

    at: datetime
    person: str
    action: str
    outcome: str
    detail: str


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How many rows of a person were deleted, and in how many the person was struck out."""

    votes: int
    questions: int
    audited: int = 0
    watches: int = 0
