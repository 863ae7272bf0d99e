"""Parts of a year that a text states: quarters, halves, and the middle of one."""

import re
from collections.abc import Iterator
from typing import Final

from corpus.dates import PartialDate
from corpus.lazy_patterns import lazily
from corpus.months import folded

_HINTS: Final = (
    *("quarter", "half", "mid", "Q", "H1", "H2", "Quartal", "Halbjahr", "Mitte"),
    *("trimestre", "semestre", "квартал", "полугоди", "середин"),
)
_ORDINALS: Final = {
    folded(name): number
    for number, names in enumerate(
        (
            "first 1st erste ersten erstes premier primer primo primeiro первый первом первого",
            "second 2nd zweite zweiten zweites deuxième segundo secondo второй втором второго",
            "third 3rd dritte dritten drittes troisième tercer terzo terceiro третий третьем",
            "fourth 4th vierte vierten viertes quatrième cuarto quarto четвёртый четвертом",
        ),
        start=1,
    )
    for name in names.split()
}
_YEAR: Final = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9]|[.,][0-9])"
_NTH: Final = rf"(?P<nth>[1-4](?=[.º°]|er|e\b)|{'|'.join(_ORDINALS)})(?:\.|º|°|er|e)?"
_QUARTER: Final = r"(?P<quarter>quarter|quartal|trimestre|квартале?а?)"
_HALF: Final = r"(?P<half>half|halbjahr|semestre|полугоди\w)"
_OF: Final = r"\s(?:(?:of|de|del|di|des\sJahres|года)\s(?:the\syear\s)?)?"
_PERIOD: Final = lazily(
    rf"(?<!\w)(?:{_NTH}\s(?:{_QUARTER}|{_HALF}){_OF}{_YEAR}"
    r"|(?:Q(?P<q>[1-4])|H(?P<h>[12]))[\s/-]{1,2}(?:of\s)?(?P<year2>(?:19|20)[0-9]{2})(?![0-9]|[.,][0-9])"
    r"|(?:mid[-–\s]|Mitte\s(?:des\sJahres\s)?|в\sсередине\s)(?P<mid>(?:19|20)[0-9]{2})(?![0-9s]|[.,][0-9]))",
    re.IGNORECASE,
)
# Each ends with a year. Trying the pattern before years alone is what makes the search fast.
_ANY_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_REACH: Final = 40  # characters before a year that all else fits in
_AFTER: Final = 2  # characters behind it that tell whether it is one


def find_periods(
    text: str,
) -> Iterator[tuple[int, int, tuple[PartialDate, PartialDate]]]:
    """Where each stands, and its first and last month; the middle of a year is all of it."""
    if not any(map(text.__contains__, _HINTS)):
        return
    end = 0
    for any_year in _ANY_YEAR.finditer(text):
        start = max(end, any_year.start() - _REACH)
        match = _PERIOD.search(text, start, any_year.end() + _AFTER)
        if match is None:
            continue
        end = match.end()
        if match["mid"]:
            year = PartialDate(int(match["mid"]))
            yield match.start(), match.end(), (year, year)
            continue
        year_number = int(match["year"] or match["year2"])
        nth = int(match["q"] or match["h"] or 0) or _nth(match["nth"])
        months = 3 if match["q"] or match["quarter"] else 6
        if 0 < nth * months <= 12:
            first = PartialDate(year_number, (nth - 1) * months + 1)
            yield match.start(), match.end(), (first, PartialDate(year_number, nth * months))


def _nth(written: str) -> int:
    return int(written) if written.isdecimal() else _ORDINALS.get(folded(written), 0)
