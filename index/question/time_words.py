"""The words with which questions name times, in the languages whose months are known."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from corpus.lazy_patterns import lazily
from corpus.months import ENGLISH, MONTHS, NOT_ALONE, month_of

# The digits of Arabic, Persian, Hindi and Thai, each a character for a character.
DIGITS: dict[int, str] = {
    zero + digit: str(digit) for zero in (0x660, 0x6F0, 0x966, 0xE50) for digit in range(10)
}

_LIKE_OTHERS = str.maketrans({"ı": "i", "\u0307": None, "’": "'"})


def _plain(words: str) -> str:
    """The words as tables have them: a pattern that minds no case takes ı for i and ſ for s."""
    return " ".join(words.casefold().translate(_LIKE_OTHERS).split())


# How a time is meant by the words right before it. Of several languages in one table: they count
# only where a time follows.
_CUES = {
    "not": "not in|not on|not during|except in|outside|outside of|other than in|"
    "nicht in|nicht im|nicht am|pas en|no en",
    "since": "not before|not earlier than|no earlier than|since|starting in|starting|seit|ab|"
    "depuis|à partir de|à partir du|desde|da|dal|dall'|с|со|начиная с|sinds|vanaf|sedan|"
    "från och med|siden|fra og med|începând cu|з|із|від|починаючи з|od|από|منذ|מאז|از|ตั้งแต่|từ|"
    "kể từ|sejak|mulai|des de|des del|a partir de",
    "until": "not after|not later than|no later than|up to|until|till|by|through|bis|jusqu'à|"
    "jusqu'au|jusqu'en|hasta|até|fino a|fino al|tot|tot en met|t/m|fram till|till och med|indtil|"
    "inntil|fram til|până în|până la|do|aż do|až do|μέχρι|έως|حتى|עד|تا|จนถึง|đến|cho đến|hingga|"
    "sampai|fins a|fins al",
    "before": "before|prior to|earlier than|ahead of|vor|avant|antes de|antes del|antes do|"
    "prima di|prima del|до|перед|voor|vóór|före|innan|før|inden|ennen|înainte de|înaintea|przed|"
    "před|πριν|πριν από|قبل|לפני|قبل از|پیش از|ก่อน|trước|sebelum|abans de|abans del",
    "after": "after|later than|following|nach|après|después de|después del|tras|depois de|após|"
    "dopo|после|після|na|efter|etter|după|po|μετά|μετά από|ύστερα από|بعد|אחרי|לאחר|پس از|بعد از|"
    "หลัง|หลังจาก|sau|setelah|sesudah|després de|després del",
    "in": "in|on|during|throughout|all through|in the course of|of|from|im|am|vom|während|en|"
    "durante|em|nel|в|во|у|op|tijdens|i|år|vuonna|în|pe|w|we|v|ve|το|τον|την|στις|στον|στη|κατά|"
    "في|בשנת|ב-|در|ใน|vào|trong|pada|el|l'|năm|ปี|سال",
}
_CUE_OF = {_plain(phrase): cue for cue, phrases in _CUES.items() for phrase in phrases.split("|")}
_ARTICLE = (
    r"(?:(?:the|dem|den|der|le|la|el|il|o|τον|την|το|τις)\s+|l')?"
    r"(?:(?:year|jahr|jahre|année|año|ano|anno|jaar|år|anul|році|году|roku|roce|έτος|عام|سنة|שנת|"
    r"سال|năm|ngày|tháng|tahun|any|เดือน|ปี|วันที่)\s*)?"
)
_LONGEST_FIRST = sorted(map(re.escape, _CUE_OF), key=len, reverse=True)
_THAI = [cue for cue in _LONGEST_FIRST if re.match("[ก-๛]", cue)]  # which parts no words
CUE = lazily(
    rf"((?<![\w'’])(?:{'|'.join(_LONGEST_FIRST)})|{'|'.join(_THAI)})(?:\s+|(?<=[-'’ก-๛])){_ARTICLE}$",
    re.IGNORECASE,
)
# Words that lead to a time in one language and mean something else in another: what must follow.
_SLAVIC = (
    r"(?:\d{1,2}\.?\s+)?(?:stycz|lut|mar[cz]|kwie|maj|czerw|lip|sierp|wrze|paźd|listopad|grud|led|"
    r"únor|břez|dub|květ|červ|srp|září|říj|prosin|\d{4}\s+ro[kc])"
)
_ONLY_BEFORE = {
    "do": _SLAVIC,
    "po": _SLAVIC,
    "na": r"(?:\d{1,2}\s+)?(?:januari|februari|maart|april|mei|jun|jul|aug|sept|okt|nov|dec|\d{4})",
    "da": r"(?:genn|febb|marz|apr|magg|giug|lugl|agos|sett|ott|nov|dic)",
    "sedan": r"(?:den\s+)?(?:\d{1,2}\s+)?(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)",
    "sau": r"(?:ngày|tháng|năm|\d{1,2}\s+tháng)",
}
# What follows a time, in Chinese, Japanese and Korean and in "from March 2024 on".
_SUFFIXES = {
    "before": " or earlier| and earlier|以前|之前|前に|前|이전|전에| से पहले| के पहले| előtt"
    "|['’][dt][ae]n önce",
    "after": "以后|之后|之後|以後|以降|后|後|이후|후에| के बाद| jälkeen| után|['’][dt][ae]n sonra",
    "since": " or later| and later| onwards| onward| on(?!\\w)|以来|以來|から|起|부터| से(?! पहले)"
    "| lähtien| alkaen| óta|['’][dt][ae]n (?:beri|bu yana|itibaren)",
    "until": "为止|為止|まで|까지| तक| asti| saakka|['’]y?[ea] kadar",
    "in": "期间|期間|中|に|의|에| में| को| के दौरान|-(?:ban|ben|án|én)(?!\\w)|['’][dt][ae](?!\\w)",
}
SUFFIX = lazily(
    " ?(?:" + "|".join(rf"(?P<{cue}>{phrases})" for cue, phrases in _SUFFIXES.items()) + ")"
)

LEAD = lazily(
    r"(?<!\w)(?:from|between|vom|von|zwischen|entre|du|de|del|desde|dal|da|tra|fra|с|между|van|"
    r"tussen|från|mellan|mellem|mellom|od|między|mezi|від|з|між|από|μεταξύ|de la|din|من|بين|از|بین|"
    r"בין|từ|giữa|dari|antara)\s+"
    rf"{_ARTICLE}$",
    re.IGNORECASE,
)
TO = lazily(
    r"\s*(?:[-–—~]|\b(?:to|until|till|through|bis(?: zum)?|à|au|a|al|hasta(?: el)?|até|ao|по|tot|"
    r"till?|do|до|până în|(?:έως|μέχρι)(?: τον| τις)?|đến|hingga|sampai|إلى|حتى|تا|עד)\b"
    r"|至|到|から|부터)\s*(?:the\s+)?",
    re.IGNORECASE,
)
AND = lazily(r"\s+(?:and|und|et|y|e|и)\s+(?:the\s+)?", re.IGNORECASE)
# Months as questions bend them and dates do not ("in March" of languages with cases), with a year.
_BENT = (
    "январе січні styczniu lednu ιανουάριο januárjában januárja januárban tammikuusta",
    "феврале лютому lutym únoru φεβρουάριο februárjában februárja februárban helmikuusta",
    "марте березні marcu marcem březnu březnem μάρτιο márciusában márciusa maaliskuusta",
    "апреле квітні kwietniu dubnu απρίλιο áprilisában áprilisa áprilisban huhtikuusta",
    "мае травні maju květnu μάιο májusában májusa májusban toukokuusta",
    "июне червні czerwcu červnu ιούνιο júniusában júniusa júniusban kesäkuusta",
    "июле липні lipcu červenci ιούλιο júliusában júliusa júliusban heinäkuusta",
    "августе серпні sierpniu srpnu αύγουστο augusztusában augusztusa augusztusban elokuusta",
    "сентябре вересні wrześniu září σεπτέμβριο szeptemberében szeptembere szeptemberben syyskuusta",
    "октябре жовтні październiku říjnu οκτώβριο októberében októbere októberben lokakuusta",
    "ноябре листопаді listopadzie νοέμβριο novemberében novembere novemberben marraskuusta",
    "декабре грудні grudniu prosinci δεκέμβριο decemberében decembere decemberben joulukuusta",
)
_BENT_MONTHS = {name: number for number, line in enumerate(_BENT, 1) for name in line.split()}
_ALONE = [name for name in MONTHS if name.lower() not in NOT_ALONE.keys() - {"marca"}]
_MONTH = lazily(rf"(?<!\w)(?:{'|'.join(sorted(_ALONE, key=len, reverse=True))})(?!\w|\.?\s\d)\.?")
_COUNTED = (
    r"(?!\s+(?:points|percent|per\scent|people|persons|men|women|children|soldiers|troops|dollars|"
    r"euros|pounds|metres|meters|miles|km|feet|hours|days|times|villages|homes|houses)\b)"
)
YEAR = rf"(?:1[5-9]|20)\d\d(?!\w){_COUNTED}"

_MONTH_NAMES = "|".join(
    name.replace(" ", r"\s") for name in sorted({*_BENT_MONTHS, *MONTHS}, key=len, reverse=True)
)
_NOT_ENGLISH = rf"(?!(?:{'|'.join(ENGLISH)})\b)"  # "the 1971 May Day"
# A month with its year: its name bent, its number, the year before it or with an ending hung on:
# tháng 3 năm 2020, 2020 márciusában, Mart 2020'de.
_MONTH_OF_YEAR = lazily(
    rf"""(?:(?<!\w)|(?<=[ก-๛])) (?:
        (?: (?:(?P<day>\d\d?)\.?\s+)? (?P<name>{_MONTH_NAMES}) | tháng\s(?P<number>\d\d?) )
        \.?,?\s+ (?:του\s+|de\s+|năm\s+|ปี\s*)? (?P<year>{YEAR})
        | (?P<year1>{YEAR}) \.?\s+ {_NOT_ENGLISH} (?P<name1>{_MONTH_NAMES}) (?!\w) )""",
    re.IGNORECASE | re.VERBOSE,
)

SEASONS = {
    "spring": "spring|frühling|frühjahr|printemps|primavera|весной|весна",
    "summer": "summer|sommer|été|verano|verão|l'estate|nell'estate|летом|лето",
    "autumn": "autumn|fall|herbst|automne|otoño|outono|autunno|осенью|осень",
    "winter": "winter|hiver|invierno|inverno|зимой|зима",
}
# As the north has them.
SEASON_MONTHS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
SEASON = "|".join(rf"(?P<{season}>{words})" for season, words in SEASONS.items())
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
    | (?:{SEASON}),?\s+ | (?:{_THIRD})(?:\s+|-)
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
    "yesterday": "yesterday|gestern|hier|ayer|ontem|ieri|вчера|昨天|昨日|어제|gisteren|igår|i går|"
    "eilen|tegnap|учора|вчора|wczoraj|včera|χθες|χτες|dün|أمس|אתמול|دیروز|เมื่อวาน|"
    "hôm qua|kemarin|ahir",
    "this week": "this week|diese woche|dieser woche|cette semaine|esta semana|questa settimana|"
    "本周|这周|今週|이번 주|deze week|denna vecka|denne uge|denne uka|tällä viikolla|"
    "ezen a héten|săptămâna aceasta|на этой неделе|цього тижня|w tym tygodniu|"
    "tento týden|αυτή την εβδομάδα|bu hafta|هذا الأسبوع|این هفته|इस सप्ताह|"
    "इस हफ़्ते|สัปดาห์นี้|tuần này|minggu ini|aquesta setmana",
    "last week": "last week|previous week|letzte woche|letzter woche|vorige woche|"
    "la semaine dernière|la semana pasada|semana passada|la settimana scorsa|上周|上週|"
    "先週|지난주|vorige week|afgelopen week|förra veckan|sidste uge|forrige uke|"
    "viime viikolla|múlt héten|săptămâna trecută|на прошлой неделе|минулого тижня|"
    "w zeszłym tygodniu|w ubiegłym tygodniu|minulý týden|την περασμένη εβδομάδα|"
    "την προηγούμενη εβδομάδα|geçen hafta|الأسبوع الماضي|בשבוע שעבר|هفته گذشته|"
    "पिछले सप्ताह|पिछले हफ़्ते|पिछले हफ्ते|สัปดาห์ที่แล้ว|tuần trước|minggu lalu|"
    "la setmana passada",
    "this month": "this month|diesen monat|diesem monat|ce mois|este mes|este mês|questo mese|本月|"
    "今月|이번 달|deze maand|denna månad|denne måned|tässä kuussa|ebben a hónapban|"
    "luna aceasta|в этом месяце|цього місяця|w tym miesiącu|tento měsíc|"
    "αυτόν τον μήνα|bu ay|هذا الشهر|این ماه|इस महीने|เดือนนี้|tháng này|"
    "bulan ini|aquest mes",
    "last month": "last month|previous month|letzten monat|letztem monat|vorigen monat|"
    "le mois dernier|el mes pasado|mês passado|il mese scorso|上个月|上個月|先月|지난달|"
    "vorige maand|afgelopen maand|förra månaden|sidste måned|forrige måned|"
    "viime kuussa|múlt hónapban|luna trecută|в прошлом месяце|минулого місяця|"
    "w zeszłym miesiącu|w ubiegłym miesiącu|minulý měsíc|τον περασμένο μήνα|"
    "τον προηγούμενο μήνα|geçen ay|الشهر الماضي|בחודש שעבר|ماه گذشته|पिछले महीने|"
    "เดือนที่แล้ว|tháng trước|bulan lalu|el mes passat",
    "this year": "this year|dieses jahr|diesem jahr|cette année|este año|este ano|quest'anno|今年|"
    "올해|dit jaar|i år|tänä vuonna|idén|anul acesta|в этом году|цього року|"
    "w tym roku|letos|φέτος|bu yıl|هذا العام|امسال|इस साल|इस वर्ष|ปีนี้|"
    "năm nay|tahun ini|aquest any|enguany",
    "last year": "last year|previous year|letztes jahr|letzten jahr|voriges jahr|"
    "vergangenes jahr|l'année dernière|l'an dernier|el año pasado|ano passado|"
    "l'anno scorso|去年|昨年|작년|vorig jaar|afgelopen jaar|förra året|sidste år|i fjor|"
    "viime vuonna|tavaly|anul trecut|в прошлом году|минулого року|торік|"
    "w zeszłym roku|w ubiegłym roku|loni|minulý rok|πέρυσι|πέρσι|geçen yıl|"
    "العام الماضي|السنة الماضية|בשנה שעברה|سال گذشته|पिछले साल|पिछले वर्ष|ปีที่แล้ว|"
    "năm ngoái|tahun lalu|l'any passat",
}
_WHEN_OF = {
    _plain(phrase): when for when, phrases in RELATIVE.items() for phrase in phrases.split("|")
}
_LAST = lazily(
    rf"\b[Ll]ast\s+(?:(?P<month>{'|'.join(sorted(_ALONE, key=len, reverse=True))})|{SEASON})"
    r"(?!\w|\.?\s\d)"
)
_PHRASES = "|".join(sorted(map(re.escape, _WHEN_OF), key=len, reverse=True))
COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT = "|".join(COUNTS)
_UNIT = "day|week|month|year"
_AWAY = ("last", "past", "ago", "before")
_RELATED = lazily(
    rf"(?<![a-zà-ÿ])(?:the\s+)?(?P<when>{_PHRASES})(?:['’]s)?(?![a-zà-ÿ]|\s+(?:of|in)\b)"
    rf"|\b(?:the\s+)?(?:last|past)\s+(?P<many>\d{{1,3}}|{_COUNT})\s+(?P<unit>{_UNIT})s\b"
    rf"|\b(?P<ago>\d{{1,2}}|{_COUNT}|an?)\s+(?P<ago_unit>{_UNIT})s?\s+ago\b"
    r"|\b(?:the\s+)?(?P<before>day\s+before\s+yesterday)\b",
    re.IGNORECASE,
)


# A pattern of hundreds of names takes longer to compile than all else of a question. Whatever it
# finds, one of its words is in the text.
def months_in(text: str) -> Iterator[re.Match[str]]:
    """The names of months in a text that stand alone."""
    return _MONTH.finditer(text) if any(map(text.__contains__, _ALONE)) else iter(())


def months_of_years(text: str) -> Iterator[re.Match[str]]:
    """Months that stand beside their years, as ``month_of_year`` reads them."""
    return _MONTH_OF_YEAR.finditer(text) if _has(text, _month_names()) else iter(())


def related_in(text: str) -> Iterator[re.Match[str]]:
    """Times that are told by how far they are from the day of asking."""
    return _RELATED.finditer(text) if _has(text, (*_WHEN_OF, *_AWAY)) else iter(())


def last_in(text: str) -> Iterator[re.Match[str]]:
    """The last month or season of a name."""
    return _LAST.finditer(text) if "ast" in text else iter(())


def _has(text: str, words: Iterable[str]) -> bool:
    return any(map(_plain(text).__contains__, words))


@cache
def _month_names() -> frozenset[str]:
    return frozenset(map(_plain, (*_BENT_MONTHS, *MONTHS, "tháng")))


def month_of_year(match: re.Match[str]) -> tuple[int, int, int]:
    """The year, month and day of a month beside its year, the last two 0 where they are none."""
    name = match["name"] or match["name1"]
    year = int(match["year"] or match["year1"])
    if not name:
        return year, int(match["number"]), 0
    return year, _BENT_MONTHS.get(name.lower(), 0) or month_of(name), int(match["day"] or 0)


def leads(words: str, following: str) -> bool:
    """False where the words lead to a time in another language than that of what follows."""
    needed = _ONLY_BEFORE.get(words.lower())
    return needed is None or bool(re.match(rf"\s*{needed}", following, re.IGNORECASE))


def cue_of(words: str) -> str:
    """How a time is meant after these words."""
    return _CUE_OF[_plain(words)]


def when_of(words: str) -> str:
    """What ``corpus.dates.parse_when`` calls these words."""
    return _WHEN_OF[_plain(words)]
