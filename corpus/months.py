"""What is taken for the name of a month or a weekday, and what only looks like one."""

from typing import Final

from corpus.lazy_patterns import lazily
from corpus.month_names import DAY_NAMES, MONTH_NAMES, SHORT_MONTHS

# Small letters make these an English word, capitals a planet: only the other case is a month.
_CAPITALS_ONLY = frozenset({"may", "march", "mar"})
_SMALL_ONLY = frozenset({"mars"})

# German writes an ordinal with a full stop ("5. Oktober"); English never does, and only a name
# that English lacks tells the two apart.
ENGLISH: Final = frozenset(
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)

_POLISH: Final = frozenset("ąęłńśźż")
NOT_ALONE: Final = {
    "marca": _POLISH,
    "luty": _POLISH,
    "maja": _POLISH | frozenset("čćđš"),
    "marta": frozenset("čćđšžāēīūļņ"),
    "augusta": frozenset("ľšťčžýíôāēīūļņ"),
    "mart": frozenset("ışğəİ"),
}
"""Names of months that are other words or people too: without a day and a year only a date among
these letters.
"""

_CROATIAN_OR_POLISH: Final = frozenset({"listopad", "listopada"})  # October and November


def _spellings(name: str) -> tuple[str, ...]:
    if name in _SMALL_ONLY:
        return (name,)
    if name in _CAPITALS_ONLY:
        return (name.capitalize(), name.upper())
    return tuple(dict.fromkeys((name, name.capitalize(), name.upper())))


def _table(names: tuple[str, ...]) -> dict[str, int]:
    return {
        spelling: number
        for number, line in enumerate(names, start=1)
        for name in line.split()
        for spelling in _spellings(name.replace("_", " "))
    }


MONTHS = _table(MONTH_NAMES)
"""Month number by name, in every spelling that is taken for a month."""

_SHORT: Final = _table(SHORT_MONTHS)
_DECLINED: Final = lazily(
    r"(yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr)"
    r"(?:[ıiuüaə]|[ıiuü]n|d[aə]n?|ad[aə]k|əd[aə]k|[ıiuü]nd[aə]n?|[ıiuü]n[aə])"
)
_BEFORE_MONTH: Final = frozenset("בלמה")  # "in", "to", "from" and "the" in Hebrew, joined to it

WEEKDAYS: Final = frozenset(name for names in DAY_NAMES for name in names.split())
"""The names of weekdays, in small letters."""


def folded(word: str) -> str:
    """The word as one that differs in case alone is too, with the Turkish i's among them.

    ``re.IGNORECASE`` takes "I", "i", "İ" and "ı" for one letter; ``casefold`` does not.
    """
    return word.casefold().replace("i\u0307", "i").replace("ı", "i")


_DAYS: Final = {
    folded(name): number for number, names in enumerate(DAY_NAMES) for name in names.split()
}


def weekday_of(word: str) -> int | None:
    """The number of the weekday of that name, as ``date.weekday`` counts, in any case."""
    return _DAYS.get(folded(word))


def month_of(word: str, *, shortened: bool = False) -> int:
    """The number of the month of that name, or 0; ``shortened`` names only where asked for."""
    name = " ".join(word.split())
    found = MONTHS.get(name, 0)
    if not found and shortened:
        found = _SHORT.get(name, 0)
    if not found and name[:1] in _BEFORE_MONTH:
        found = MONTHS.get(name[1:], 0)
    return found or _turkic(name)


def _turkic(name: str) -> int:
    """The month of a name that Azerbaijani or Uzbek declines: oktyabrın, sentyabrda."""
    match = _DECLINED.fullmatch(folded(name))
    return MONTHS.get(match[1], 0) if match else 0


def is_open(word: str) -> bool:
    """True for a name that is one month in Croatian and another in Polish and Czech."""
    return word.casefold() in _CROATIAN_OR_POLISH


def slavic_month(word: str, text: str) -> int:
    """The month of an open name by the letters of the text around it; 0 when nothing tells."""
    letters = set(text)
    if letters & set("ąęłńśźżĄĘŁŃŚŹŻěřůťďňĚŘŮŤĎŇ"):
        return 11 if is_open(word) else 0
    return 10 if is_open(word) and letters & set("čćđšžČĆĐŠŽ") else 0
