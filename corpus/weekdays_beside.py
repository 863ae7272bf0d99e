"""The weekday that stands beside a day: it tells which years the day cannot be of."""

import re
from typing import Final

from corpus.lazy_patterns import lazily
from corpus.months import WEEKDAYS, folded, weekday_of

# Cut short, or a word of other meaning too: only right beside a day a weekday. Monday first.
_SHORT: Final = (
    "mo lun mån man seg segunda пн pon po hé pzt isn",
    "di mar tis tir ter terça вт wt út sal",
    "mi mer mié mie ons qua quarta ср śr st çar rab",
    "do jeu jue gio tor tors qui quinta чт czw čt št per kam",
    "fr ven vie vr vri fre sex sexta пт pt pá pi jum",
    "sa sam sáb sab lör lør сб sob so cmt",
    "so dim dom sön søn вс нд niedz nd ne min paz",
)
# Names of two words, and of characters that no space sets apart.
_NAMED: Final = (
    ("thứ hai|thứ 2|ב?יום (?:שני|ב['׳])|จันทร์", 0),
    ("thứ ba|thứ 3|ב?יום (?:שלישי|ג['׳])|อังคาร", 1),
    ("thứ tư|thứ 4|ב?יום (?:רביעי|ד['׳])|พุธ", 2),
    ("thứ năm|thứ 5|ב?יום (?:חמישי|ה['׳])|พฤหัสบดี", 3),
    ("thứ sáu|thứ 6|ב?יום (?:ש[י]?שי|ו['׳])|ศุกร์", 4),
    ("thứ bảy|thứ 7|ב?(?:יום )?שבת|เสาร์", 5),
    ("chủ nhật|ב?יום (?:ראשון|א['׳])|อาทิตย์", 6),
)
_SIGNS: Final = {
    sign: number
    for signs in ("月火水木金土日", "一二三四五六日", "월화수목금토일")
    for number, sign in enumerate(signs)
} | {"天": 6}
_MEANT: Final = {
    folded(name): frozenset(n for n, names in enumerate(_SHORT) if name in names.split())
    for names in _SHORT
    for name in names.split()
}

_BY_LENGTH: Final = sorted(map(re.escape, WEEKDAYS), key=lambda name: (-len(name), name))
_DAY: Final = "|".join((*_BY_LENGTH, *(name for name, _ in _NAMED)))
_CUT: Final = "|".join(sorted(_MEANT, key=lambda name: (-len(name), name)))
WEEKDAY: Final = "|".join(_BY_LENGTH)
"""The names of weekdays, as a pattern that may stand in another."""
ARTICLE: Final = "the|den|dem|der|de|le|el|il|o|den|d."
_HOUR: Final = (
    r"morning|afternoon|evening|night|abend|morgen|vormittag|nachmittag|nacht|mittag|früh|soir"
    r"|matin|après-midi|(?:por\sla\s)?(?:noche|tarde|mañana)|sera|mattina|pomeriggio|noite|manhã"
    r"|вечером|утром|ввечері|вранці|wieczorem|rano|večer|ráno|avond|ochtend|middag|kväll|aften"
    r"|günü|akşamı|sabahı"
)
_GAP: Final = r"(?:\s*[(（–—-]\s*|[.,]{0,2}\s+)"
_BEFORE: Final = lazily(
    rf"(?<![^\W_])(?:(?P<day>{_DAY})|(?P<cut>{_CUT})(?=[.,(\s]))(?:\s?(?:{_HOUR}))?{_GAP}"
    rf"(?:(?:{ARTICLE})\s+)?(?:(?:d[ií]a|ngày|tanggal|day|jour|giorno|الموافق(?:\sل)?|المصادف|روز)\s+|[הל]-?)?$"
    rf"|(?P<thai>{'|'.join(name.rpartition('|')[2] for name, _ in _NAMED)})(?:\s?ที่\s?)$"
    r"|(?:星期|周|週|礼拜|禮拜)(?P<zh>[一二三四五六日天])\s?[（(，,]?\s?$"
    r"|(?P<ja>[月火水木金土日])曜日?の?\s?[（(、]?\s?$"
    r"|(?P<ko>[월화수목금토일])요일(?:인)?\s?[(,]?\s?$",
    re.IGNORECASE,
)
_AFTER: Final = lazily(
    rf"(?:-[^\W\d_]{{1,3}})?[,\s(–—-]{{1,3}}(?:(?:an?|eine[mn]?|une?|uno|em|w|v|ve|we|в|у|во|на)\s+)?"
    rf"(?P<day>{_DAY})(?![^\W_])"
    rf"|\s?\((?P<cut>{_CUT})\.?\)"
    r"|\s?[（(，,]?\s?(?:星期|周|週|礼拜|禮拜)(?P<zh>[一二三四五六日天])"
    r"|\s?[（(]?(?P<ja>[月火水木金土日])曜|\s?[（(](?P<ja2>[月火水木金土日])[)）・]"
    r"|\s?[（(]?(?P<ko>[월화수목금토일])요일|\s?[（(](?P<ko2>[월화수목금토일])[)）]",
    re.IGNORECASE,
)
_REACH: Final = 40  # characters before a day in which its weekday stands


def weekdays_beside(text: str, start: int, end: int) -> list[frozenset[int]]:
    """What each weekday written beside the day ``text[start:end]`` may mean, Monday being 0."""
    before = _BEFORE.search(text[max(0, start - _REACH) : start])
    after = _AFTER.match(text, end)
    return [_meant(match) for match in (before, after) if match]


def _meant(match: re.Match[str]) -> frozenset[int]:
    name, word = next((name, word) for name, word in match.groupdict().items() if word)
    word = " ".join(word.split())
    if name == "cut":
        return _MEANT[folded(word)]
    if name[:2] in {"zh", "ja", "ko"}:
        return frozenset({_SIGNS[word]})
    number = weekday_of(word)
    if number is None:
        number = next(n for form, n in _NAMED if re.fullmatch(form, word, re.IGNORECASE))
    return frozenset({number})
