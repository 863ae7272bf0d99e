"""Parts of a year that a text states: quarters, halves, and the middle of one."""

import re
from collections.abc import Iterator
from typing import Final

from corpus.dates import PartialDate
from corpus.lazy_patterns import lazily
from corpus.months import folded

_HINTS: Final = (
    *("quarter", "half", "mid", "Q", "H1", "H2", "Quartal", "Halbjahr", "Mitte"),
    *("trimestre", "semestre", "квартал", "полугоди", "середин", "kwarta", "čtvrtlet", "kvartal"),
    *(
        "pololetí",
        "półrocz",
        "піврічч",
        "季度",
        "四半期",
        "분기",
        "上半",
        "下半",
        "상반기",
        "하반기",
    ),
)
_ORDINALS: Final = {
    folded(name): number
    for number, names in enumerate(
        (
            (
                "first 1st erste ersten erstes premier primer primo primeiro первый первом первого"
                " першому перше pierwszym pierwszy prvním první eerste första første prvom 1"
            ),
            (
                "second 2nd zweite zweiten zweites deuxième segundo secondo второй втором второго"
                " другому друге drugim drugi druhém druhé tweede andra anden andre drugom 2"
            ),
            (
                "third 3rd dritte dritten drittes troisième tercer terzo terceiro третий третьем"
                " третьему третьому trzecim trzeci třetím třetí derde tredje trećem 3"
            ),
            (
                "fourth 4th vierte vierten viertes quatrième cuarto quarto четвёртый четвертом"
                " четвертому czwartym czwarty čtvrtém čtvrté vierde fjärde fjerde četvrtom 4"
            ),
        ),
        start=1,
    )
    for name in names.split()
}
_YEAR: Final = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9]|[.,][0-9])"
_BY_LENGTH: Final = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_ROMAN: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_NTH: Final = (
    rf"(?P<nth>(?-i:IV|I{{1,3}})(?=[-\s])|[1-4](?=[.º°]|er|e\b|-|\s)|{_BY_LENGTH})"
    r"(?:\.|º|°|er|e|-?м|-?му|-?й)?"
)
_QUARTER: Final = (
    r"(?P<quarter>quarter|quartal|trimestre|kwartaa?l\w{0,2}|kvartal(?:et|u)?|čtvrtletí"
    r"|кварталі?е?у?а?)"
)
_HALF: Final = (
    r"(?P<half>half|halbjahr|semestre|полугоди\w|halvår(?:et)?|półrocz\w|pololetí|півріччі?я?"
    r"|polugodišt\w|helft)"
)
_OF: Final = r"\s(?:(?:of|de|del|di|van|des\sJahres|года|року|roku)\s(?:the\syear\s)?)?"
_PERIOD: Final = lazily(
    rf"(?<!\w)(?:{_NTH}\s(?:{_QUARTER}|{_HALF}){_OF}{_YEAR}"
    r"|(?:(?P<q2>[1-4])Q|Q(?P<q>[1-4])|H(?P<h>[12]))[\s/-]{1,2}(?:of\s)?(?P<year2>(?:19|20)[0-9]{2})(?![0-9]|[.,][0-9])"
    r"|(?:mid[-–\s]|Mitte\s(?:des\sJahres\s)?|в\sсередине\s)(?P<mid>(?:19|20)[0-9]{2})(?![0-9s]|[.,][0-9]))",
    re.IGNORECASE,
)
_YEAR_FIRST: Final = lazily(
    r"(?P<year>(?:19|20)[0-9]{2}) ?[年년] ?(?:"
    r"(?:第 ?|제 ?)?(?P<nth>[1-4一二三四]) ?(?:季度|四半期|분기)"
    r"|(?P<half>上半|下半|상반|하반)[年期기])"
    r"|(?P<year2>(?:19|20)[0-9]{2})[\s/-]{1,2}(?:Q(?P<q>[1-4])|H(?P<h>[12]))(?![0-9])"
)
_SIGNS: Final = {"一": 1, "二": 2, "三": 3, "四": 4, "上半": 1, "상반": 1, "下半": 2, "하반": 2}
# Each but those ends with a year. To try the pattern before years alone makes the search fast.
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
        match = _YEAR_FIRST.match(text, any_year.start()) if any_year.start() >= end else None
        if match:
            end = match.end()
            yield match.start(), end, _of_year(match)
            continue
        match = _PERIOD.search(text, start, any_year.end() + _AFTER)
        if match is None:
            continue
        end = match.end()
        if match["mid"]:
            year = PartialDate(int(match["mid"]))
            yield match.start(), match.end(), (year, year)
            continue
        year_number = int(match["year"] or match["year2"])
        quarter = match["q"] or match["q2"]
        nth = int(quarter or match["h"] or 0) or _nth(match["nth"])
        months = 3 if quarter or match["quarter"] else 6
        if 0 < nth * months <= 12:
            yield match.start(), match.end(), _months(year_number, nth, months)


def _of_year(match: re.Match[str]) -> tuple[PartialDate, PartialDate]:
    sign = match["nth"] or match["half"] or match["q"] or match["h"]
    nth = int(sign) if sign.isdecimal() else _SIGNS[sign]
    is_half = match["half"] or match["h"]
    return _months(int(match["year"] or match["year2"]), nth, 6 if is_half else 3)


def _months(year: int, nth: int, months: int) -> tuple[PartialDate, PartialDate]:
    """The first and the last month of the nth part of a year, each part of so many months."""
    return PartialDate(year, (nth - 1) * months + 1), PartialDate(year, nth * months)


def _nth(written: str) -> int:
    if written.isdecimal():
        return int(written)
    return _ROMAN.get(written.lower()) or _ORDINALS.get(folded(written), 0)
