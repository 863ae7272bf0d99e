"""``sources.toml``: metadata that a person gives for raw files, keyed by relative path."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from corpus.facts import Fact
from corpus.model import Origin, Source

SOURCES_FILE: Final = "sources.toml"
_ORDERS: Final = {"day.month.year": True, "month.day.year": False}


@dataclass(frozen=True, slots=True)
class SourcesFile:
    """What is given for each document, and what in the file could not be used.

    ``day_first`` is how dotted numeric dates are read in the whole folder.
    """

    entries: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))
    day_first: bool = True
    problems: tuple[str, ...] = ()

    def given(self, name: str, part_of: str | None = None) -> Source:
        """What is given for a document; what is given for its file counts for all in it."""
        own = self.entries.get(name, Source())
        if part_of is None:
            return own
        from corpus.metadata import merge  # noqa: PLC0415 - as below

        of_file = self.entries.get(part_of, Source())
        return merge((Origin.SOURCES_FILE, own), (Origin.SOURCES_FILE, of_file))

    def unknown_files(self, known: Collection[str]) -> tuple[str, ...]:
        """A reason for each entry whose file is not among the ``known`` names."""
        return tuple(
            Fact(
                '["{name}"]: there is no such file in the corpus; fix the path or remove the entry',
                name=name,
            )
            for name in self.entries
            if name not in known
        )


def read_sources_file(raw: bytes) -> SourcesFile:
    """Never raises: what cannot be used is listed in ``problems`` and the rest is kept."""
    import tomllib  # noqa: PLC0415 - a start that answers reads no metadata

    try:
        table = tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return SourcesFile(
            problems=(Fact("is not UTF-8 text (byte {at}); save it as UTF-8", at=error.start),)
        )
    except tomllib.TOMLDecodeError as error:
        return SourcesFile(
            problems=(Fact("is not valid TOML: {fault}; none of it is used", fault=str(error)),)
        )
    except RecursionError:
        return SourcesFile(problems=(Fact("is nested too deep; none of it is used"),))
    problems: list[str] = []
    day_first = _day_first(table.pop("dotted_dates", "day.month.year"), problems)
    entries: dict[str, Source] = {}
    for name, entry in table.items():
        if isinstance(entry, dict):
            entries[name] = _entry(name, entry, day_first, problems)
        else:
            unknown = '{key}: is not a known key; files are given as ["path/to/file.txt"]'
            problems.append(Fact(unknown, key=name))
    return SourcesFile(MappingProxyType(entries), day_first, tuple(problems))


def _day_first(value: object, problems: list[str]) -> bool:
    if isinstance(value, str) and value in _ORDERS:
        return _ORDERS[value]
    first, second = map(repr, _ORDERS)
    problems.append(
        Fact(
            "dotted_dates: {value} is unknown; write {first} or {second}",
            value=repr(value),
            first=first,
            second=second,
        )
    )
    return True


def _entry(name: str, entry: dict[str, object], day_first: bool, problems: list[str]) -> Source:
    from corpus.metadata import FIELDS, read_source  # noqa: PLC0415 - as above

    source, bad = read_source(entry, day_first=day_first)
    problems += (Fact('["{name}"]: {fault}', name=name, fault=value.fact) for value in bad)
    problems += (
        Fact(
            '["{name}"]: {key} is not a known key; known are {known}',
            name=name,
            key=key,
            known=", ".join(FIELDS),
        )
        for key in entry
        if key not in FIELDS
    )
    return source
