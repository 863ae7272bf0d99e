"""What a button remembers: everything it needs, written into its custom id of 100 characters."""

import hashlib
import string
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Self

from corpus.model import Span
from index.answers import Answer, Quote

CUSTOM_ID_LIMIT = 100
MAX_PASSAGES = 5
"""As many passages of one answer as a custom id can hold."""

_DIGITS = string.digits + string.ascii_lowercase + string.ascii_uppercase
ID_WIDTH = 11  # 62**11 > 2**64: a Discord id
_NUMBER_WIDTH = 4  # 62**4 > 10**7: a passage's number
_SPAN_WIDTH = 3  # 62**3 = 238,328 characters of a passage
_DATE_WIDTH = 4
_PLACE_WIDTH = _NUMBER_WIDTH + 2 * _SPAN_WIDTH
_NO_DATE = "-" * _DATE_WIDTH
_TAG_WIDTH = 8
LIMITS_WIDTH = 2 * _DATE_WIDTH + _TAG_WIDTH


def base62(number: int, width: int) -> str:
    """``number`` in base 62, padded to ``width``; ``ValueError`` when it does not fit."""
    digits = ""
    while number:
        number, digit = divmod(number, 62)
        digits = _DIGITS[digit] + digits
    if len(digits) > width:
        raise ValueError(f"{digits} is longer than {width} digits")
    return digits.rjust(width, "0")


def number_of(digits: str) -> int:
    """The number that ``base62`` wrote."""
    number = 0
    for digit in digits:
        number = number * 62 + _DIGITS.index(digit)
    return number


@lru_cache(maxsize=65_536)  # a source is found by comparing the tags of all that are held
def tag(name: str) -> str:
    """Eight characters that stand for a source's name, whatever its length and letter case."""
    folded = name.casefold().encode("utf-8", "surrogatepass")
    digest = hashlib.blake2b(folded, digest_size=5).digest()
    return base62(int.from_bytes(digest, "big"), _TAG_WIDTH)


@dataclass(frozen=True, slots=True)
class Place:
    """A passage by its number in its index version, and the sentence to emphasise."""

    number: int
    key: Span | None = None

    @classmethod
    def of(cls, quote: Quote) -> Self:
        return cls(quote.number, quote.key_sentence)

    def __str__(self) -> str:
        start, end = self.key or Span(0, 0)
        if end >= 62**_SPAN_WIDTH:
            start, end = 0, 0
        head = base62(self.number, _NUMBER_WIDTH)
        return head + base62(start, _SPAN_WIDTH) + base62(end - start, _SPAN_WIDTH)

    @classmethod
    def read(cls, text: str) -> Self:
        head, start, length = text[:4], number_of(text[4:7]), number_of(text[7:])
        return cls(number_of(head), Span(start, start + length) if length else None)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a question was restricted to: days of publication, and a source by its tag."""

    since: date | None = None
    until: date | None = None
    source: str = ""

    def __str__(self) -> str:
        return f"{_day(self.since)}{_day(self.until)}{self.source or '-' * _TAG_WIDTH}"

    @classmethod
    def read(cls, text: str) -> Self:
        since, until, source = (
            text[:_DATE_WIDTH],
            text[_DATE_WIDTH : 2 * _DATE_WIDTH],
            text[2 * _DATE_WIDTH :],
        )
        return cls(_date(since), _date(until), "" if source.startswith("-") else source)


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Trail:
    """The passages of one answer in order, whose they are, and which one is shown."""

    version: str
    asker: int
    limits: Limits
    places: tuple[Place, ...]
    page: int = 0

    @classmethod
    def of(cls, answer: Answer, asker: int, limits: Limits) -> Self:
        places = tuple(Place.of(quote) for quote in answer.shown[:MAX_PASSAGES])
        return cls(answer.index_version, asker, limits, places)

    def at(self, page: int) -> Self:
        return replace(self, page=min(max(page, 0), len(self.places) - 1))

    def __str__(self) -> str:
        places = "".join(map(str, self.places))
        return f"{self.page}{base62(self.asker, ID_WIDTH)}{self.limits}{places}.{self.version}"

    @classmethod
    def read(cls, text: str) -> Self:
        packed, _, version = text.partition(".")
        middle = 1 + ID_WIDTH
        asker, limits = packed[1:middle], packed[middle : middle + LIMITS_WIDTH]
        rest = packed[middle + LIMITS_WIDTH :]
        cuts = range(0, len(rest), _PLACE_WIDTH)
        places = tuple(Place.read(rest[cut : cut + _PLACE_WIDTH]) for cut in cuts)
        return cls(version, number_of(asker), Limits.read(limits), places, int(packed[0]))

    @classmethod
    def found_in(cls, text: str) -> Self | None:
        """The trail that a button remembers; ``None`` where another release wrote it."""
        try:
            trail = cls.read(text)
        except (ValueError, IndexError, OverflowError):
            return None
        return trail if _well_formed(trail) else None


def _well_formed(trail: Trail) -> bool:
    return bool(trail.version) and trail.page < len(trail.places)


def _day(day: date | None) -> str:
    return _NO_DATE if day is None else base62(day.toordinal(), _DATE_WIDTH)


def _date(text: str) -> date | None:
    return None if text == _NO_DATE else date.fromordinal(number_of(text))
