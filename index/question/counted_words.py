"""The words of times that are counted from the day of asking, in the languages of questions.

"Last week", "vor zwei Tagen", "за последние три дня": how many of what, and which way.
"""

import re
from collections.abc import Iterator

from corpus.lazy_patterns import lazily
from index.question.time_cues import Hints, plain, spelt
from index.question.time_words import ALONE, SEASON

RELATIVE = {
    "day before yesterday": "day before yesterday|vorgestern|avant-hier|anteayer|antes de ayer|"
    "anteontem|l'altro ieri|eergisteren|позавчера|позавчора|przedwczoraj|předevčírem|"
    "evvelsi gün|önceki gün|前天|一昨日|おととい|그저께|أول أمس|שלשום|پریروز",
    "yesterday": "yesterday|gestern|hier|ayer|ontem|ieri|вчера|昨天|昨日|어제|gisteren|igår|"
    "i går|eilen|tegnap|учора|вчора|wczoraj|včera|χθες|χτες|dün|أمس|אתמול|دیروز|เมื่อวาน|hôm qua|"
    "kemarin|ahir",
    "this week": "this week|diese woche|dieser woche|cette semaine|esta semana|questa settimana|"
    "本周|这周|今週|이번 주|deze week|denna vecka|denne uge|denne uka|tällä viikolla|"
    "ezen a héten|săptămâna aceasta|на этой неделе|цього тижня|w tym tygodniu|tento týden|"
    "αυτή την εβδομάδα|bu hafta|هذا الأسبوع|این هفته|इस सप्ताह|इस हफ़्ते|สัปดาห์นี้|tuần này|minggu ini|"
    "aquesta setmana|der laufenden woche|на цьому тижні|esta misma semana",
    "last week": "last week|previous week|letzte woche|letzter woche|vorige woche|"
    "la semaine dernière|la semana pasada|semana passada|la settimana scorsa|上周|上週|先週|"
    "지난주|vorige week|afgelopen week|förra veckan|sidste uge|forrige uke|viime viikolla|"
    "múlt héten|săptămâna trecută|на прошлой неделе|минулого тижня|w zeszłym tygodniu|"
    "w ubiegłym tygodniu|minulý týden|την περασμένη εβδομάδα|την προηγούμενη εβδομάδα|"
    "geçen hafta|الأسبوع الماضي|בשבוע שעבר|هفته گذشته|पिछले सप्ताह|पिछले हफ़्ते|पिछले हफ्ते|สัปดาห์ที่แล้ว|"
    "tuần trước|minggu lalu|la setmana passada|letzten woche|vorigen woche|voriger woche|"
    "vergangene woche|vergangener woche|vergangenen woche|la semaine passée|прошлой неделе|"
    "минулого тиждня|на минулому тижні|минулому тижні",
    "this month": "this month|diesen monat|diesem monat|ce mois|este mes|este mês|questo mese|"
    "本月|今月|이번 달|deze maand|denna månad|denne måned|tässä kuussa|ebben a hónapban|"
    "luna aceasta|в этом месяце|цього місяця|w tym miesiącu|tento měsíc|αυτόν τον μήνα|bu ay|"
    "هذا الشهر|این ماه|इस महीने|เดือนนี้|tháng này|bulan ini|aquest mes|dieses monats|de ce mois|"
    "de este mes|этого месяца|tego miesiąca",
    "last month": "last month|previous month|letzten monat|letztem monat|vorigen monat|"
    "le mois dernier|el mes pasado|mês passado|il mese scorso|上个月|上個月|先月|지난달|"
    "vorige maand|afgelopen maand|förra månaden|sidste måned|forrige måned|viime kuussa|"
    "múlt hónapban|luna trecută|в прошлом месяце|минулого місяця|w zeszłym miesiącu|"
    "w ubiegłym miesiącu|minulý měsíc|τον περασμένο μήνα|τον προηγούμενο μήνα|geçen ay|"
    "الشهر الماضي|בחודש שעבר|ماه گذشته|पिछले महीने|เดือนที่แล้ว|tháng trước|bulan lalu|el mes passat|"
    "letzten monats|vergangenen monat|vergangenem monat|vergangenen monats|vorigem monat|"
    "vorigen monats|le mois passé|du mois dernier|прошлого месяца|минулому місяці|"
    "zeszłego miesiąca|ubiegłego miesiąca",
    "this year": "this year|dieses jahr|diesem jahr|cette année|este año|este ano|quest'anno|"
    "今年|올해|dit jaar|i år|tänä vuonna|idén|anul acesta|в этом году|цього року|w tym roku|"
    "letos|φέτος|bu yıl|هذا العام|امسال|इस साल|इस वर्ष|ปีนี้|năm nay|tahun ini|aquest any|enguany|"
    "dieses jahres|diesen jahres|laufenden jahres|этого года|нынешнего года|tego roku|"
    "цьому році|bu yılın|de cette année|de este año",
    "last year": "last year|previous year|letztes jahr|letzten jahr|voriges jahr|"
    "vergangenes jahr|l'année dernière|l'an dernier|el año pasado|ano passado|l'anno scorso|"
    "去年|昨年|작년|vorig jaar|afgelopen jaar|förra året|sidste år|i fjor|viime vuonna|tavaly|"
    "anul trecut|в прошлом году|минулого року|торік|w zeszłym roku|w ubiegłym roku|loni|"
    "minulý rok|πέρυσι|πέρσι|geçen yıl|العام الماضي|السنة الماضية|בשנה שעברה|سال گذشته|पिछले साल|"
    "पिछले वर्ष|ปีที่แล้ว|năm ngoái|tahun lalu|l'any passat|letzten jahres|vorigen jahr|vorigem jahr|"
    "vorigen jahres|vergangenen jahr|vergangenem jahr|vergangenen jahres|vorjahr|vorjahres|"
    "l'an passé|l'année passée|прошлого года|минулому році|zeszłego roku|ubiegłego roku|"
    "geçen yılın|geçen sene|año anterior",
}

_WHEN_OF = {
    plain(phrase): when for when, phrases in RELATIVE.items() for phrase in phrases.split("|")
}
# How many of them, from one to ten.
_COUNTS = """
one a an ein eine einen einem einer un une una uno um uma один одну одна jeden jedną bir een
two zwei deux dos due dois duas два две двух дві двох dwa dwie dwóch iki twee
three drei trois tres tre três три трех трёх трьох trzy trzech üç drie
four vier quatre cuatro quattro quatro четыре четырех четырёх чотири чотирьох cztery czterech dört
five fünf cinq cinco cinque пять пяти п'ять п'яти pięć pięciu beş vijf
six sechs seis sei шесть шести шість шести sześć sześciu altı zes
seven sieben sept siete sette sete семь семи сім семи siedem siedmiu yedi zeven
eight acht huit ocho otto oito восемь восьми вісім восьми osiem ośmiu sekiz
nine neun neuf nueve nove девять девяти дев'ять дев'яти dziewięć dziewięciu dokuz negen
ten zehn dix diez dieci dez десять десяти dziesięć dziesięciu on tien
"""
_NUMBER_OF = {
    plain(word): number
    for number, line in enumerate(_COUNTS.strip().splitlines(), 1)
    for word in line.split()
}
_SIGNS = dict(zip("一二三四五六七八九十", range(1, 11), strict=True)) | {"两": 2, "兩": 2}
_UNITS = {
    "hour": "hour|hours|stunden|heures|horas|ore|час|часа|часов|години|годин|godziny|godzin|"
    "saat|uur",
    "day": "day|days|tag|tage|tagen|jour|jours|día|días|dia|dias|giorno|giorni|день|дня|дней|"
    "дні|днів|dzień|dni|gün|dag|dagen",
    "week": "week|weeks|woche|wochen|semaine|semaines|semana|semanas|settimana|settimane|неделю|"
    "недели|недель|тиждень|тижні|тижнів|tydzień|tygodnie|tygodni|hafta|weken",
    "month": "month|months|monat|monate|monaten|monats|mois|mes|meses|mês|mese|mesi|месяц|"
    "месяца|месяцев|місяць|місяці|місяців|miesiąc|miesiące|miesięcy|ay|maand|maanden",
    "year": "year|years|jahr|jahre|jahren|an|ans|année|années|año|años|ano|anos|anno|anni|год|"
    "года|лет|рік|роки|років|rok|lata|lat|yıl|sene|jaar",
}
_UNIT_OF = {plain(word): unit for unit, words in _UNITS.items() for word in words.split("|")}
_UNIT_OF |= dict.fromkeys("天日일", "day") | {"小时": "hour", "小時": "hour", "時間": "hour"}
_UNIT_OF |= {
    "周": "week",
    "週": "week",
    "星期": "week",
    "週間": "week",
    "주": "week",
    "주일": "week",
}
_UNIT_OF |= {"月": "month", "달": "month", "개월": "month", "年": "year", "년": "year"}
DAYS_IN = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30, "year": 365}

_LATELY = (
    "last|past|previous|letzten|vergangenen|vorigen|derniers|dernières|últimos|últimas|pasados|"
    "ultimi|ultime|últimos|последние|последних|прошедшие|прошлые|останні|останніх|минулі|ostatnie|"
    "ostatnich|son|afgelopen|laatste"
)
# Alone, of the time up to now: "the last week" may be the calendar's.
_PAST = (
    "past|último|última|ultimo|ultima|последний|последнюю|последнего|останній|останню|останнього|"
    "ostatni|ostatniego|ostatnim"
)
_AGO = "ago|назад|тому назад|тому|temu|önce|evvel|fa|geleden|sedan|siden"
_BACK = "vor|il y a|hace|há|قبل"
_SINCE = "seit|depuis|desde hace|sinds|вже"
_WORD = spelt("|".join(_NUMBER_OF))
_FEW, _MANY = rf"\d{{1,2}}|{_WORD}", rf"\d{{1,3}}|{_WORD}"
_UNIT = spelt("|".join(word for words in _UNITS.values() for word in words.split("|")))
_EACH_SIGN = "".join(_SIGNS)
_COUNTER = r"(?:个|個|か|ヶ|カ|개)?"
_SPANS = "天|日|周|週間?|星期|小时|小時|時間|年|(?<=[个個かヶカ])月"
_COUNTED = lazily(
    rf"""(?<![^\W_])(?:
      (?:the\s+)?(?:{spelt(_LATELY)})\s+(?P<lately>{_MANY})\s+(?P<lately_unit>{_UNIT})
    | (?P<lately2>{_MANY})\s+(?:derniers|dernières|últimos|últimas)\s+(?P<lately2_unit>{_UNIT})
    | (?:the\s+)?(?:{spelt(_PAST)})\s+(?P<past_unit>{_UNIT})
    | (?:{spelt(_BACK)})\s+(?P<back>{_FEW})\s+(?P<back_unit>{_UNIT})
    | (?:{spelt(_SINCE)})\s+(?P<since>{_MANY})\s+(?P<since_unit>{_UNIT})
    | (?P<ago>{_FEW})\s+(?P<ago_unit>{_UNIT})\s+(?:{spelt(_AGO)})
    )(?![^\W_])""",
    re.IGNORECASE | re.VERBOSE,
)
_COUNTED_IN_CJK = lazily(
    rf"""(?:过去|過去|最近|지난)\s?(?P<lately>\d{{1,3}}|[{_EACH_SIGN}])\s?{_COUNTER}
      (?P<lately_unit>{_SPANS}|일|주일?|개월|달|년)
    | (?<![\d年月第])(?P<ago>\d{{1,2}}|[{_EACH_SIGN}])\s?{_COUNTER}
      (?P<ago_unit>{_SPANS}|일|주일?|개월|달|년)[間间]?\s?(?:之|以)?(?:前|전)""",
    re.VERBOSE,
)
_WEEKEND = lazily(
    r"(?<!\w)(?:(?:over|on|at|during)\s+(?:the|this|last)\s+weekend|(?:last|this|the\s+past)\s+weekend"
    r"|(?:am|letztes|vergangenes|dieses)\s+wochenende|(?:ce|le)\s+week-?end(?:\s+dernier)?"
    r"|(?:el|este)\s+fin\s+de\s+semana(?:\s+pasado)?|на\s+(?:прошлых\s+)?выходных"
    r"|на\s+(?:минулих\s+)?вихідних|w\s+weekend|hafta\s+sonu)(?!\w)",
    re.IGNORECASE,
)
_LAST = lazily(
    rf"\b[Ll]ast\s+(?:(?P<month>{'|'.join(sorted(ALONE, key=len, reverse=True))})|{SEASON})"
    r"(?!\w|\.?\s\d)"
)
_RELATED = lazily(
    rf"(?<![a-zà-ÿа-яёіїєґ-])(?:the\s+)?(?P<when>{spelt('|'.join(RELATIVE.values()))})(?:['’]s)?"
    r"(?![a-zà-ÿа-яёіїєґ-]|\s+(?:of|in)\b(?!\s+(?-i:[A-Z])))",
    re.IGNORECASE,
)
_HINTS = frozenset(
    plain(phrase).split()[0] for phrase in f"{_LATELY}|{_PAST}|{_AGO}|{_BACK}|{_SINCE}".split("|")
)
_HINTS_IN_CJK = ("过去", "過去", "最近", "지난", "前", "전")
_NAMED = Hints(_WHEN_OF)
_WEEKENDS = ("weekend", "week-end", "wochenende", "fin de semana", "выходных", "вихідних", "sonu")


# To compile any of these takes longer than all else of a question. Whatever one finds, some of
# its words are in the text.
def counted_in(text: str) -> Iterator[tuple[re.Match[str], str, int, str]]:
    """Each time that is so many units away, and which way: "ago", or "lately", up to now."""
    if not _HINTS.isdisjoint(plain(text).split()):
        yield from map(_counted, _COUNTED.finditer(text))
    if any(map(text.__contains__, _HINTS_IN_CJK)):
        yield from map(_counted, _COUNTED_IN_CJK.finditer(text))


def _counted(match: re.Match[str]) -> tuple[re.Match[str], str, int, str]:
    groups = {name: written for name, written in match.groupdict().items() if written}
    unit = next(name for name in groups if name.endswith("_unit"))
    way = unit.removesuffix("_unit")
    written = plain(groups.get(way, "1"))
    many = int(written) if written.isdigit() else _SIGNS.get(written) or _NUMBER_OF[written]
    return match, "ago" if way in {"ago", "back"} else "lately", many, _UNIT_OF[plain(groups[unit])]


def related_in(text: str) -> Iterator[re.Match[str]]:
    """Times that have a name of their own: "yesterday", "last week"."""
    return _RELATED.finditer(text) if _NAMED.are_in(plain(text)) else iter(())


def weekends_in(text: str) -> Iterator[re.Match[str]]:
    """The weekend, where no other than the last one is meant."""
    hinted = any(map(text.lower().__contains__, _WEEKENDS))
    return _WEEKEND.finditer(text) if hinted else iter(())


def last_in(text: str) -> Iterator[re.Match[str]]:
    """The last month or season of a name."""
    return _LAST.finditer(text) if "ast" in text else iter(())


def when_of(words: str) -> str:
    """What ``corpus.dates.parse_when`` calls these words."""
    return _WHEN_OF[plain(words)]
