"""The interface's words in every language we have; what documents say is never translated."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from string import Formatter
from types import MappingProxyType
from typing import Self

import discord
from discord import app_commands

from corpus.dates import PartialDate

DEFAULT = "en"
_FOLDER = Path(__file__).parent / "locales"
_COMMANDS = "commands."


@dataclass(frozen=True)
class Voice:
    """One language. ``words`` maps dotted keys such as ``answer.undated`` to texts.

    A text may hold ``{placeholders}``. A key that ends in ``.one`` or ``.other`` is a plural form.
    """

    language: str
    words: Mapping[str, str]

    def __call__(self, key: str, **values: object) -> str:
        """The text for ``key`` with its placeholders filled; ``KeyError`` for an unknown key."""
        return self.words[key].format(**values)

    def count(self, key: str, number: int, **values: object) -> str:
        """The plural form for ``number``, which fills ``{number}``, its thousands kept apart."""
        form = "one" if number == 1 else "other"
        return self(f"{key}.{form}", number=self.number(number), **values)

    def number(self, number: int) -> str:
        return f"{number:,}".replace(",", self.words["number.thousands"])

    def date(self, date: PartialDate) -> str:
        """``1 October 2020``, ``October 2020`` or ``2020``: no more than is known."""
        if not date.month:
            return str(date.year)
        month = self._months[date.month - 1]
        form = "date.day" if date.day else "date.month"
        return self(form, day=self._ordinal(date.day), month=month, year=date.year)

    def listed(self, words: Iterator[str] | list[str] | tuple[str, ...]) -> str:
        """``“a”, “b”``: words quoted as this language quotes."""
        return ", ".join(self("quoted", word=word) for word in words)

    @cached_property
    def _months(self) -> list[str]:
        return self.words["date.months"].split()

    def _ordinal(self, day: int) -> str:
        return self.words["date.first"] if day == 1 else str(day)


@dataclass(frozen=True)
class Voices:
    """Every language we have, by its code."""

    by_language: Mapping[str, Voice]

    @classmethod
    def load(cls, folder: Path = _FOLDER) -> Self:
        """Read one catalogue per file, named after its language: ``de.toml``."""
        return cls(
            MappingProxyType(
                {path.stem: Voice(path.stem, _read(path)) for path in sorted(folder.glob("*.toml"))}
            )
        )

    def mentioning(self, commands: Mapping[str, int]) -> Self:
        """The same voices with each ``/name`` in code marks as a mention of the command.

        Clients show a mention under the name it has in the reader's language, to be pressed.
        """
        return replace(
            self,
            by_language=MappingProxyType(
                {
                    language: _mentioning(voice, commands)
                    for language, voice in self.by_language.items()
                }
            ),
        )

    @property
    def default(self) -> Voice:
        return self.by_language[DEFAULT]

    def find(self, *wanted: str | None) -> Voice:
        """The voice of the first wanted language we have, such as ``de`` or ``en-GB``."""
        for code in wanted:
            voice = self.by_language.get((code or "").partition("-")[0])
            if voice is not None:
                return voice
        return self.default


class CommandTranslator(app_commands.Translator):
    """Gives Discord the commands' names and descriptions, which are written in English in code."""

    def __init__(self, voices: Voices) -> None:
        self._voices = voices

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        voice = self._voices.by_language.get(locale.value.partition("-")[0])
        return None if voice is None else voice.words.get(_COMMANDS + string.message)


def _mentioning(voice: Voice, commands: Mapping[str, int]) -> Voice:
    def mention(match: re.Match[str]) -> str:
        name = match[1]
        return f"</{name}:{commands[name]}>" if name in commands else match[0]

    words = {key: re.sub(r"`/([\w-]+)`", mention, text) for key, text in voice.words.items()}
    return Voice(voice.language, MappingProxyType(words))


def placeholders(text: str) -> frozenset[str]:
    """The names in braces that a text wants filled."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)


def _read(path: Path) -> Mapping[str, str]:
    with path.open("rb") as file:
        return MappingProxyType(dict(_flat(tomllib.load(file))))


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
