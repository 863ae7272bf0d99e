"""Metadata from three places: read as values, checked, and merged by precedence."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Final
from urllib.parse import urlsplit

from corpus.dates import PartialDate
from corpus.errors import DateError
from corpus.facts import Fact
from corpus.model import Origin, Source
from corpus.moments import read_moment

FIELDS = ("title", "publisher", "author", "url", "published", "language")
_KINDS = {
    bool: Fact("true or false"),
    int: Fact("a number"),
    float: Fact("a number"),
    list: Fact("a list"),
}
_UNFILLED: Final = re.compile(r"\{\{.*\}\}|<%.*%>|[$#]\{.*\}|\{[%$].*\}|%[A-Z_]+%")


@dataclass(frozen=True, slots=True)
class BadValue:
    """A metadata value that cannot be used, and why."""

    key: str
    reason: str

    @property
    def fact(self) -> Fact:
        """The key and the reason in one."""
        return Fact("{key} {reason}", key=self.key, reason=self.reason)


class _UnusableError(ValueError):
    """A value that cannot be used, and why."""

    def __init__(self, reason: Fact) -> None:
        super().__init__(reason)
        self.reason = reason


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
        except _UnusableError as error:
            bad.append(BadValue(name, error.reason))
    return Source(**values), tuple(bad)  # type: ignore[arg-type]


def is_web_address(text: str) -> bool:
    """True for an http or https address with a host and no white space."""
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:  # such as a bracket in the host that is never closed
        return False
    return parts.scheme in {"http", "https"} and bool(host) and not _has_space(text)


def is_unicode(text: str) -> bool:
    """False for a text with a lone surrogate, half a character, as escapes can write one."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


def one_line(text: str) -> str:
    """The text with every run of white space made one space."""
    return " ".join(text.split())


def is_unfilled(text: str) -> bool:
    """True for what a template was to fill in and did not: "{{ site.name }}"."""
    return _UNFILLED.fullmatch(text.strip()) is not None


def joined(names: Iterable[str]) -> str | None:
    """Several names as one value, or ``None`` when there are none."""
    return ", ".join(filter(None, map(one_line, names))) or None


def _value(name: str, value: object, day_first: bool) -> str | PartialDate:
    if name == "published":
        return _published(value, day_first)
    if not isinstance(value, str):
        raise _UnusableError(
            Fact("is {kind}, not a text; put it in quotation marks", kind=_kind(value))
        )
    text = one_line(value)
    if not text:
        raise _UnusableError(Fact("is blank; leave it out when it is unknown"))
    if not is_unicode(text):
        raise _UnusableError(
            Fact("{text} holds half a character; write it as UTF-8", text=ascii(text))
        )
    if name == "url" and not is_web_address(text):
        not_one = "{text} is not a web address; begin it with https:// or http://"
        raise _UnusableError(Fact(not_one, text=repr(text)))
    return text


def _published(value: object, day_first: bool) -> PartialDate:
    if isinstance(value, datetime):
        return PartialDate.of(value.date())
    if isinstance(value, date):
        return PartialDate.of(value)
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        raise _UnusableError(
            Fact("is {kind}, not a date; write it as 2020-10-31", kind=_kind(value))
        )
    try:
        return read_moment(value, day_first=day_first).day
    except DateError as error:
        fault = Fact(
            "{value} {reason}; {remedy}",
            value=repr(value),
            reason=error.reason,
            remedy=error.remedy,
        )
        raise _UnusableError(fault) from None


def _kind(value: object) -> Fact:
    if isinstance(value, Mapping):
        return Fact("a table")
    return _KINDS.get(type(value), Fact("a date"))


def _has_space(text: str) -> bool:
    return any(character.isspace() for character in text)
