"""What a button remembers: everything it needs, written into its custom id of 100 characters."""

import hashlib
import string
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple, Self

from corpus.model import Span
from index.answers import Answer, Quote

CUSTOM_ID_LIMIT = 100
MAX_PASSAGES = 5
"""As many passages of one answer as a custom id can hold."""

_DIGITS = string.digits + string.ascii_lowercase + string.ascii_uppercase
_FIRST_LETTER = 10  # the digit "a"
ID_WIDTH = 11  # 62**11 > 2**64: a Discord id
_DATE_WIDTH = 4
_NO_DATE = "-" * _DATE_WIDTH
_TAG_WIDTH = 8
LIMITS_WIDTH = 2 * _DATE_WIDTH + _TAG_WIDTH


class _Widths(NamedTuple):
    """The digits of a passage's number, and of the start and length of a sentence in it."""

    number: int
    start: int
    length: int


_NARROW = _Widths(4, 3, 3)  # 62**4 is 14.8 M passages, 62**3 are 238,328 characters
_WIDE = _Widths(5, 3, 2)  # 916 M passages, 3,844 characters: as many digits
_PLACE_WIDTH = sum(_NARROW)


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

    def packed(self, widths: _Widths = _NARROW) -> str:
        """Ten characters; a sentence that is too far in or too long for them is left out."""
        start, end = self.key or Span(0, 0)
        if start >= 62**widths.start or end - start >= 62**widths.length:
            start, end = 0, 0
        parts = zip((self.number, start, end - start), widths, strict=True)
        return "".join(base62(part, width) for part, width in parts)

    def __str__(self) -> str:
        """For an option of a menu, which has room for any number."""
        return ":".join(map(str, (self.number, *(self.key or ()))))

    @classmethod
    def of_option(cls, text: str) -> Self:
        """What ``str()`` wrote."""
        number, *key = map(int, text.split(":"))
        return cls(number, Span(*key) if key else None)

    @classmethod
    def read(cls, text: str, widths: _Widths = _NARROW) -> Self:
        begin, middle = widths.number, widths.number + widths.start
        start, length = number_of(text[begin:middle]), number_of(text[middle:])
        return cls(number_of(text[:begin]), Span(start, start + length) if length else None)


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
    """The passages of one answer in order, whose they are, and which one is shown.

    Its first character is the page: a digit, or a letter where passages have wide numbers, which
    no corpus needed when the first buttons were sent.
    """

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
        wide = any(place.number >= 62**_NARROW.number for place in self.places)
        widths, page = (_WIDE, self.page + _FIRST_LETTER) if wide else (_NARROW, self.page)
        places = "".join(place.packed(widths) for place in self.places)
        head = base62(page, 1) + base62(self.asker, ID_WIDTH)
        return f"{head}{self.limits}{places}.{self.version}"

    @classmethod
    def read(cls, text: str) -> Self:
        packed, _, version = text.partition(".")
        middle = 1 + ID_WIDTH
        asker, limits = packed[1:middle], packed[middle : middle + LIMITS_WIDTH]
        rest, page = packed[middle + LIMITS_WIDTH :], number_of(packed[0])
        widths = _WIDE if page >= _FIRST_LETTER else _NARROW
        cuts = range(0, len(rest), _PLACE_WIDTH)
        places = tuple(Place.read(rest[cut : cut + _PLACE_WIDTH], widths) for cut in cuts)
        return cls(version, number_of(asker), Limits.read(limits), places, page % _FIRST_LETTER)

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
