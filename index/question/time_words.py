"""The words with which questions name times, in the languages whose months are known."""

import re
from collections.abc import Iterator

from corpus.lazy_patterns import lazily
from corpus.months import MONTHS, NOT_ALONE

# How a time is meant by the words right before it. Of several languages in one table: they count
# only where a time follows.
_CUES = {
    "not": "not in|not on|not during|except in|outside|outside of|other than in|"
    "nicht in|nicht im|nicht am|pas en|no en",
    "since": "not before|not earlier than|no earlier than|since|starting in|starting|"
    "seit|ab|depuis|"
    "à partir de|à partir du|desde|dal|dall'|с",
    "until": "not after|not later than|no later than|up to|until|till|by|through|bis|jusqu'à|"
    "jusqu'au|jusqu'en|hasta|até|fino a|fino al",
    "before": "before|prior to|earlier than|ahead of|vor|avant|antes de|antes del|antes do|"
    "prima di|prima del|до",
    "after": "after|later than|following|nach|après|después de|después del|tras|depois de|após|"
    "dopo|после",
    "in": "in|on|during|throughout|all through|in the course of|of|from|"
    "im|am|vom|während|en|durante|em|nel|в",
}
_CUE_OF = {phrase: cue for cue, phrases in _CUES.items() for phrase in phrases.split("|")}
_ARTICLE = (
    r"(?:(?:the|dem|den|der|le|la|el|il|o)\s+|l')?"
    r"(?:(?:year|jahr|jahre|année|año|ano|anno)\s+)?"
)
CUE = lazily(
    rf"(?<!\w)({'|'.join(sorted(map(re.escape, _CUE_OF), key=len, reverse=True))})\s*{_ARTICLE}$",
    re.IGNORECASE,
)
# What follows a time, in Chinese, Japanese and Korean and in "from March 2024 on".
_SUFFIXES = {
    "before": " or earlier| and earlier|以前|之前|前に|前|이전|전에",
    "after": "以后|之后|之後|以後|以降|后|後|이후|후에",
    "since": " or later| and later| onwards| onward| on(?!\\w)|以来|以來|から|起|부터",
    "until": "为止|為止|まで|까지",
    "in": "期间|期間|中|に|의|에",
}
SUFFIX = lazily(
    " ?(?:" + "|".join(rf"(?P<{cue}>{phrases})" for cue, phrases in _SUFFIXES.items()) + ")"
)

LEAD = lazily(
    r"(?<!\w)(?:from|between|vom|von|zwischen|entre|du|de|del|desde|dal|da|tra|fra|с|между)\s+"
    rf"{_ARTICLE}$",
    re.IGNORECASE,
)
TO = lazily(
    r"\s*(?:[-–—~]|\b(?:to|until|till|through|bis(?: zum)?|à|au|a|al|hasta(?: el)?|até|ao|по)\b"
    r"|至|到|から|부터)\s*(?:the\s+)?",
    re.IGNORECASE,
)
AND = lazily(r"\s+(?:and|und|et|y|e|и)\s+(?:the\s+)?", re.IGNORECASE)
_ALONE = [name for name in MONTHS if name.lower() not in NOT_ALONE - {"juli", "juni", "marca"}]
_MONTH = lazily(rf"(?<!\w)(?:{'|'.join(sorted(_ALONE, key=len, reverse=True))})(?!\w|\.?\s\d)\.?")
_COUNTED = (
    r"(?!\s+(?:points|percent|per\scent|people|persons|men|women|children|soldiers|troops|dollars|"
    r"euros|pounds|metres|meters|miles|km|feet|hours|days|times|villages|homes|houses)\b)"
)
YEAR = rf"(?:1[5-9]|20)\d\d(?!\w){_COUNTED}"

_SEASONS = {
    "spring": "spring|frühling|frühjahr|printemps|primavera|весной|весна",
    "summer": "summer|sommer|été|verano|verão|l'estate|nell'estate|летом|лето",
    "autumn": "autumn|fall|herbst|automne|otoño|outono|autunno|осенью|осень",
    "winter": "winter|hiver|invierno|inverno|зимой|зима",
}
SEASON_MONTHS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
_SEASON = "|".join(rf"(?P<{season}>{words})" for season, words in _SEASONS.items())
_THIRDS = {
    "early": "early|beginning of|start of|anfang|début|principios de|início de|inizio",
    "mid": "mid|middle of|mitte|mi(?=-)|mediados de|meados de|metà",
    "late": "late|end of|ende|fin|finales de|final de",
}
_THIRD = "|".join(rf"(?P<{third}>{words})".replace(" ", r"\s") for third, words in _THIRDS.items())
# Quarters and halves in words are found as dates; these are the seasons, the beginning, middle and
# end of a year, and numbers of quarters and halves that stand behind it or close to it.
PART = lazily(
    rf"""(?<![\w-])(?:the\s+)?(?:
        (?:q(?P<q>[1-4])|(?P<qth>[1-4])q)\s*/?\s* | h(?P<h>[12])\s*/?\s*
    | (?:{_SEASON}),?\s+ | (?:{_THIRD})(?:\s+|-)
    | (?:last|final|latter)\s(?P<final>quarter|half)\s
    )(?:(?:of|in|de|del|des|di|do|du)\s+)?(?:the\s+year\s+|jahres\s+)?
    (?:(?P<year>{YEAR})(?:[/-](?:20)?\d\d(?!\d))?|['’](?P<short>\d\d)(?!\w))""",
    re.VERBOSE | re.IGNORECASE,
)
THIRD_OF = lazily(rf"(?<!\w)(?:the\s+)?(?:{_THIRD})(?:\s+(?:of\s+|de\s+)?|-)$", re.IGNORECASE)
FROM_DAY = lazily(
    r"\b(?:from|between)\s+(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:to|until|till|and)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
YEAR_FIRST = lazily(
    rf"(?<![\w-])(?P<year>{YEAR})(?P<short>)[ -]?(?:q(?P<q>[1-4])|h(?P<h>[12]))\b", re.IGNORECASE
)
# Both orders are in use, so that as a date of a text this is none.
SLASHED = lazily(
    r"(?<![\w/.])(?P<one>\d{1,2})(?P<sign>[/.])(?P<two>\d{1,2})(?P=sign)(?P<year>\d{4}|\d\d)(?![\w/]|\.\d)"
)
MONTH_AND_YEAR = lazily(rf"(?<![\w/.])(?P<month>0?[1-9]|1[0-2])/(?P<year>{YEAR})(?![\w/])")
ISO_MONTH = lazily(rf"(?<![\w./-])(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])(?![\w-])")
SHORT_YEAR = lazily(r"(?<!\w)(?P<month>[A-Z][a-z]{2,8}\.?)\s+['’](?P<year>\d\d)(?!\w)")
DECADE = lazily(r"(?<!\w)(?:the\s+)?(?P<year>(?:1[5-9]|20)\d0)['’]?s(?!\w)")
YEAR_IN_CJK = lazily(r"(?<!\d)(?P<year>\d{4})\s?[年년](?!\s?\d)")
RELATIVE = {
    "yesterday": "yesterday|gestern|hier|ayer|ontem|ieri|вчера|昨天|昨日|어제",
    "this week": "this week|diese woche|dieser woche|cette semaine|esta semana|questa settimana|"
    "本周|这周|今週|이번 주",
    "last week": "last week|previous week|letzte woche|letzter woche|vorige woche|"
    "la semaine dernière|la semana pasada|semana passada|la settimana scorsa|上周|上週|先週|지난주",
    "this month": "this month|diesen monat|diesem monat|ce mois|este mes|este mês|questo mese|"
    "本月|今月|이번 달",
    "last month": "last month|previous month|letzten monat|letztem monat|vorigen monat|"
    "le mois dernier|el mes pasado|mês passado|il mese scorso|上个月|上個月|先月|지난달",
    "this year": "this year|dieses jahr|diesem jahr|cette année|este año|este ano|quest'anno|"
    "今年|올해",
    "last year": "last year|previous year|letztes jahr|letzten jahr|voriges jahr|vergangenes jahr|"
    "l'année dernière|l'an dernier|el año pasado|ano passado|l'anno scorso|去年|昨年|작년",
}
_WHEN_OF = {phrase: when for when, phrases in RELATIVE.items() for phrase in phrases.split("|")}
LAST = lazily(
    rf"\b[Ll]ast\s+(?:(?P<month>{'|'.join(sorted(_ALONE, key=len, reverse=True))})|{_SEASON})"
    r"(?!\w|\.?\s\d)"
)
_PHRASES = "|".join(sorted(map(re.escape, _WHEN_OF), key=len, reverse=True))
COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT = "|".join(COUNTS)
_UNIT = "day|week|month|year"
RELATED = lazily(
    rf"(?<![a-zà-ÿ])(?:the\s+)?(?P<when>{_PHRASES})(?:['’]s)?(?![a-zà-ÿ]|\s+(?:of|in)\b)"
    rf"|\b(?:the\s+)?(?:last|past)\s+(?P<many>\d{{1,3}}|{_COUNT})\s+(?P<unit>{_UNIT})s\b"
    rf"|\b(?P<ago>\d{{1,2}}|{_COUNT}|an?)\s+(?P<ago_unit>{_UNIT})s?\s+ago\b"
    r"|\b(?:the\s+)?(?P<before>day\s+before\s+yesterday)\b",
    re.IGNORECASE,
)


def months_in(text: str) -> Iterator[re.Match[str]]:
    """The names of months in a text that stand alone."""
    return _MONTH.finditer(text) if any(map(text.__contains__, _ALONE)) else iter(())


def cue_of(words: str) -> str:
    """How a time is meant after these words."""
    return _CUE_OF[" ".join(words.lower().replace("’", "'").split())]


def when_of(words: str) -> str:
    """What ``corpus.dates.parse_when`` calls these words."""
    return _WHEN_OF[words.lower()]
