"""The interface's words in every language we have; what documents say is never translated.

Plural forms, numbers and lists are the CLDR's, by Babel. It is imported where it is first needed:
0.06 s, which neither JSON nor a help text has to wait for. Nearly every answer has dates; those are
the CLDR's as well, copied into the catalogues (and compared with it by a test).
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Self

from bot.wording.face import TERMINAL, Face, cells
from bot.wording.names import isolated, plain
from corpus.dates import PartialDate
from corpus.facts import Fact, filled

if TYPE_CHECKING:
    from babel import Locale

DEFAULT = "en"
COMMANDS = "commands."
FACTS = "facts."
"""Before the English of a fact, which is what its translation is found by."""
PAGES = "pages."
"""Before the English of what a command's help says."""
LOCALE = "locale.tag"
_COUNTRY = 2  # letters of a country's code
_DAYS_KEPT = 4_096  # eleven years of them, in half a megabyte
_WORD = 16  # letters of a word that is not cut in two
_FOLDER = Path(__file__).parent / "locales"
_NAMED = re.compile(r"`/([\w-]+)((?: [\w-]+)*)`")

SayCommand = Callable[[str, Sequence[str]], str | None]
"""How a command is said by its name and options; ``None`` leaves it as it stands."""


@dataclass(frozen=True)
class Voice:
    """One language in one face. ``words`` maps dotted keys such as ``answer.undated`` to texts.

    A text may hold ``{placeholders}``. A key that ends in a plural category of the CLDR (``one``,
    ``few``, ``many``, ``other`` ...) is the form for the numbers of that category.
    """

    language: str
    words: Mapping[str, str]
    face: Face = TERMINAL

    def __call__(self, key: str, **values: object) -> str:
        """The text for ``key`` with its placeholders filled; ``KeyError`` for an unknown key."""
        return self.words[key].format(**values)

    def count(self, key: str, number: int, **values: object) -> str:
        """The plural form for ``number``, which fills ``{number}``, its thousands kept apart.

        A catalogue may leave out a category whose form is that of ``other``.
        """
        form = f"{key}.{self._locale.plural_form(number)}"
        form = form if form in self.words else f"{key}.other"
        said = self.number(number)
        return self(form, number=said, **values).replace(f"{said} ", said + self.face.glue)

    def fact(self, text: str) -> str:
        """What the corpus or the index tells; a text that is none of ours is left as it is."""
        if not isinstance(text, Fact):
            return text
        template = self.words.get(f"{FACTS}{text.template}", text.template)
        values = {
            name: value if isinstance(value, int) else self.fact(value)
            for name, value in text.values.items()
        }
        return filled(template, values, self.number)

    def number(self, number: int) -> str:
        from babel.numbers import format_decimal  # noqa: PLC0415 - see above

        return format_decimal(number, locale=self._locale)

    def decimal(self, number: float, digits: int = 1) -> str:
        """A number with so many digits behind the point, or what this language has for one."""
        from babel.numbers import format_decimal  # noqa: PLC0415 - see above

        return format_decimal(number, format=f"#,##0.{'0' * digits}", locale=self._locale)

    def share(self, number: float) -> str:
        """``75%``, or as this language writes it."""
        from babel.numbers import format_percent  # noqa: PLC0415 - see above

        return format_percent(number, locale=self._locale)

    def date(self, date: PartialDate) -> str:
        """``1 October 2020``, ``October 2020`` or ``2020``: no more than is known."""
        return self._dates(date)

    @cached_property
    def _dates(self) -> Callable[[PartialDate], str]:
        return lru_cache(_DAYS_KEPT)(self._date)  # a list of sources names few days often

    def _date(self, date: PartialDate) -> str:
        if not date.month:
            return str(date.year)
        months = self.words["locale.months"]
        if not date.day:
            months = self.words.get("locale.months_alone", months)
        first = "locale.first_day" in self.words and date.day == 1
        form = "first_day" if first else "day" if date.day else "month"
        month = months.split()[date.month - 1]
        return self.glued(self(f"locale.{form}", day=date.day, month=month, year=date.year))

    def listed(self, words: Iterable[str]) -> str:
        """``“a”, “b”``: words quoted as this language quotes."""
        return ", ".join(self.quoted(word) for word in words)

    def either(self, words: Iterable[str]) -> str:
        """``“a”, “b” or “c”``: words to choose from."""
        from babel.lists import format_list  # noqa: PLC0415 - see above

        return format_list([self.quoted(word) for word in words], "or", self._locale)

    def tongue(self, name: str) -> str:
        """``English`` for ``en``, ``en_US`` or ``english``: what this language calls a language.

        A name that the CLDR does not have is left as it is.
        """
        from babel.core import get_global  # noqa: PLC0415 - see above

        code, *variants = re.split(r"[-_]", name.strip().casefold())
        code = _codes().get(name.strip().casefold(), code)
        said = self._locale.languages.get(get_global("language_aliases").get(code, code))
        if said is None:
            return name
        country = next((each.upper() for each in variants if len(each) == _COUNTRY), "")
        where = self._locale.territories.get(country)
        return f"{said} ({where})" if where else said

    def quoted(self, word: str) -> str:
        """A word of a person or a document, to the letter, as this language quotes."""
        return self("quoted", word=self.literal(word))

    def literal(self, text: str) -> str:
        """Text that is not ours, to be read to the letter in this face."""
        return self.face.literal(text)

    def clipped(self, text: str, limit: int) -> str:
        """Metadata on one line, cut visibly where there is no room; never used on a passage.

        It is cut between words, if they are no longer than most.
        """
        if not self.face.clips:
            return text
        whole = line = plain(text)
        if cells(whole) > limit:
            line = whole[:limit]
            while cells(line) >= limit:
                line = line[:-1]
            before, _, begun = line.rpartition(" ")
            if before and len(begun) < _WORD and not whole[len(line)].isspace():
                line = before
            line = line.rstrip() + self("ellipsis")
        return isolated(line)

    def apart(self, *parts: str) -> str:
        """Parts of a line of ours with a dot between them, which never begins a line."""
        return f"{self.face.glue}· ".join(parts)

    def glued(self, text: str) -> str:
        """Words of ours that stay in one line, where this face has lines."""
        return text.replace(" ", self.face.glue)

    @cached_property
    def _locale(self) -> "Locale":
        from babel import Locale  # noqa: PLC0415 - see above

        return Locale.parse(self.words.get(LOCALE, self.language))


class _Read(Mapping[str, Voice]):
    """Voices by their code, each read when it is first asked for: a command speaks one language."""

    def __init__(self, codes: Sequence[str], read: Callable[[str], Voice]) -> None:
        self._codes = codes
        self._read = cache(read)

    def __getitem__(self, code: str) -> Voice:
        if code not in self._codes:
            raise KeyError(code)
        return self._read(code)

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)


@dataclass(frozen=True)
class Voices:
    """Every language we have, by its code."""

    by_language: Mapping[str, Voice]

    @classmethod
    def load(cls, face: Face = TERMINAL, folder: Path = _FOLDER) -> Self:
        """One catalogue per file, named after its language: ``de.toml``."""
        paths = {path.stem: path for path in sorted(folder.glob("*.toml"))}
        return cls(_Read(tuple(paths), lambda code: Voice(code, _catalogue(paths[code]), face)))

    def naming(self, say: SayCommand) -> Self:
        """The same voices with each ``/name`` in code marks said as this face has the command."""
        known = self.by_language
        return replace(
            self, by_language=_Read(tuple(known), lambda code: _naming(known[code], say))
        )

    def rehearse(self) -> None:
        """Read the default language, and load Babel, before somebody waits for it.

        Each further language takes 2 MB, and some 10 ms when it is first spoken.
        """
        self.default.count("count.documents", 2)
        self.default.date(PartialDate(2020, 10, 1))
        self.default.either(("a", "b"))

    @property
    def default(self) -> Voice:
        return self.by_language[DEFAULT]

    def find(self, *wanted: str | None) -> Voice:
        """The voice of the first wanted language we have: ``de``, ``en-GB``, ``fr_FR.UTF-8``."""
        for code in wanted:
            voice = self.by_language.get(language_of(code or ""))
            if voice is not None:
                return voice
        return self.default


def language_of(code: str) -> str:
    """``de`` of ``de-AT``, ``de_AT`` or ``de_AT.UTF-8``."""
    return re.split(r"[-_.@]", code, maxsplit=1)[0].lower()


def _naming(voice: Voice, say: SayCommand) -> Voice:
    def named(match: re.Match[str]) -> str:
        return say(match[1], match[2].split()) or match[0]

    words = {key: _NAMED.sub(named, text) for key, text in voice.words.items()}
    return replace(voice, words=MappingProxyType(words))


@cache
def _codes() -> Mapping[str, str]:
    """The codes of languages by their English names."""
    from babel import Locale  # noqa: PLC0415 - see above

    return {name.casefold(): code for code, name in Locale("en").languages.items()}


@cache
def _catalogue(path: Path) -> Mapping[str, str]:
    with path.open("rb") as file:
        return MappingProxyType(dict(_flat(tomllib.load(file))))


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)
