"""Metadata from three places: read as values, checked, and merged by precedence."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType

from corpus.dates import PartialDate
from corpus.errors import DateError
from corpus.model import Origin, Source
from corpus.moments import read_moment

FIELDS = ("title", "publisher", "author", "url", "published", "language")


@dataclass(frozen=True, slots=True)
class BadValue:
    """A metadata value that cannot be used, and why; ``str()`` joins the two."""

    key: str
    reason: str

    def __str__(self) -> str:
        return f"{self.key} {self.reason}"


def merge(*layers: tuple[Origin, Source]) -> Source:
    """One source from several, field by field; the first layer that knows a field gives it."""
    values: dict[str, object] = {}
    origins: dict[str, Origin] = {}
    for origin, source in layers:
        for name in FIELDS:
            value = getattr(source, name)
            if value is not None and name not in values:
                values[name] = value
                origins[name] = origin
    return Source(**values, origins=MappingProxyType(origins))  # type: ignore[arg-type]


def read_source(
    raw: Mapping[str, object], *, day_first: bool = True
) -> tuple[Source, tuple[BadValue, ...]]:
    """A source from the keys in ``FIELDS``, and the values among them that cannot be used.

    Empty values are unknown ones. Keys outside ``FIELDS`` are not looked at.
    """
    values: dict[str, str | PartialDate] = {}
    bad: list[BadValue] = []
    for name in FIELDS:
        value = raw.get(name)
        if value is None or value == "":
            continue
        try:
            values[name] = _value(name, value, day_first)
        except ValueError as error:
            bad.append(BadValue(name, str(error)))
    return Source(**values), tuple(bad)  # type: ignore[arg-type]


def is_web_address(text: str) -> bool:
    """True for an http or https address with a host and no white space."""
    scheme, separator, rest = text.partition("://")
    host = rest.partition("/")[0]
    return scheme.lower() in {"http", "https"} and bool(separator and host) and not _has_space(text)


def is_unicode(text: str) -> bool:
    """False for a text with a lone surrogate, half a character, as escapes can write one."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def one_line(text: str) -> str:
    """The text with every run of white space made one space."""
    return " ".join(text.split())


def joined(names: Iterable[str]) -> str | None:
    """Several names as one value, or ``None`` when there are none."""
    return ", ".join(filter(None, map(one_line, names))) or None


def _value(name: str, value: object, day_first: bool) -> str | PartialDate:
    if name == "published":
        return _published(value, day_first)
    if not isinstance(value, str):
        raise ValueError(f"is {_kind(value)}, not a text; put it in quotation marks")  # noqa: TRY004
    text = one_line(value)
    if not text:
        raise ValueError("is blank; leave it out when it is unknown")
    if not is_unicode(text):
        raise ValueError(f"{text!a} holds half a character; write it as UTF-8")
    if name == "url" and not is_web_address(text):
        raise ValueError(f"{text!r} is not a web address; begin it with https:// or http://")
    return text


def _published(value: object, day_first: bool) -> PartialDate:
    if isinstance(value, datetime):
        return PartialDate.of(value.date())
    if isinstance(value, date):
        return PartialDate.of(value)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise ValueError(f"is {_kind(value)}, not a date; write it as 2020-10-31")  # noqa: TRY004
    try:
        return read_moment(value, day_first=day_first).day
    except DateError as error:
        raise ValueError(f"{value!r} {error.reason}; {error.remedy}") from None


def _kind(value: object) -> str:
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list"}
    return names.get(type(value), "a table" if isinstance(value, Mapping) else "a date")


def _has_space(text: str) -> bool:
    return any(character.isspace() for character in text)
