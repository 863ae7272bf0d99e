"""The words with which questions name times, in the languages whose months are known."""

import re
from collections.abc import Iterator
from functools import cache

from corpus.lazy_patterns import lazily
from corpus.months import ENGLISH, MONTHS, NOT_ALONE, month_of
from index.question.time_cues import Hints, plain, spelt

# The digits of Arabic, Persian, Hindi and Thai, each a character for a character.
DIGITS: dict[int, str] = {
    zero + digit: str(digit) for zero in (0x660, 0x6F0, 0x966, 0xE50) for digit in range(10)
}

# Months as questions bend them and dates do not: "in March" of languages with cases.
_BENT = """
январе январем январём январю січнем styczniem січні styczniu lednu ιανουάριο januárjában
januárja januárban tammikuusta;
феврале февралем февралём февралю лютим лютому lutym únoru φεβρουάριο februárjában februárja
februárban helmikuusta;
марте мартом марту березнем березні marcu marcem březnu březnem μάρτιο márciusában márciusa
maaliskuusta;
апреле апрелем апрелю квітнем kwietniem квітні kwietniu dubnu απρίλιο áprilisában áprilisa
áprilisban huhtikuusta;
мае маем маю травнем majem травні maju květnu μάιο májusában májusa májusban toukokuusta;
июне июнем июню червнем czerwcem червні czerwcu červnu ιούνιο júniusában júniusa júniusban
kesäkuusta;
июле июлем июлю липнем lipcem липні lipcu červenci ιούλιο júliusában júliusa júliusban
heinäkuusta;
августе августом августу серпнем sierpniem серпні sierpniu srpnu αύγουστο augusztusában
augusztusa augusztusban elokuusta;
сентябре сентябрем сентябрём сентябрю вереснем wrześniem вересні wrześniu září σεπτέμβριο
szeptemberében szeptembere szeptemberben syyskuusta;
октябре октябрем октябрём октябрю жовтнем październikiem жовтні październiku říjnu οκτώβριο
októberében októbere októberben lokakuusta;
ноябре ноябрем ноябрём ноябрю листопадом listopadem листопаді listopadzie νοέμβριο
novemberében novembere novemberben marraskuusta;
декабре декабрем декабрём декабрю груднем grudniem грудні grudniu prosinci δεκέμβριο
decemberében decembere decemberben joulukuusta
""".split(";")
_BENT_MONTHS = {name: number for number, line in enumerate(_BENT, 1) for name in line.split()}
# Of these, some are other words as well.
_NEVER_ALONE = NOT_ALONE.keys() - {"juli", "juni", "marca"}
_NEVER_ALONE |= {"марту", "маю", "лютим", "lednu", "září"}
ALONE = [name for name in {*MONTHS, *_BENT_MONTHS} if name.lower() not in _NEVER_ALONE]
_HINTS_ALONE = Hints(ALONE)
_MONTH = lazily(rf"(?<!\w)(?:{'|'.join(sorted(ALONE, key=len, reverse=True))})(?!\w|\.?\s\d)\.?")
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
    "spring": "spring|frühling|frühjahr|printemps|primavera|весной|весна|весны|навесні|весни|"
    "wiosną|wiosny|baharında|ilkbaharında",
    "summer": "summer|sommer|été|verano|verão|l'estate|nell'estate|летом|лето|лета|влітку|"
    "zomer|latem|yazında",
    "autumn": "autumn|fall|herbst|automne|otoño|outono|autunno|осенью|осень|осени|восени|осінь|"
    "herfst|jesienią|jesieni|sonbaharında",
    "winter": "winter|hiver|invierno|inverno|зимой|зима|зимы|взимку|зими|zimą|kışında",
}
# As the north has them.
SEASON_MONTHS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
SEASON = "|".join(rf"(?P<{season}>{spelt(words)})" for season, words in SEASONS.items())
_THIRDS = {
    "early": "early|beginning of|start of|anfang|début|principios de|início de|inizio|"
    "начале|начала|начало|початку|початок|początku|początek|begin",
    "mid": "mid|middle of|mitte|mi(?=-)|mediados de|meados de|metà|"
    "середине|середины|середині|середини|połowie|połowy|midden",
    "late": "late|end of|ende|fin|finales de|final de|конце|конца|конец|кінці|кінця|кінець|"
    "наприкінці|końcu|końca|koniec|eind",
}
_THIRD = "|".join(rf"(?P<{third}>{words})".replace(" ", r"\s") for third, words in _THIRDS.items())
_HALF = "(?:half|hälfte|moitié|mitad|metà|metade|половин[еыу]|половині|połowie)"
_FIRST = "ersten?|première|primera|prima|primeira|первой|першій|pierwszej"
_SECOND = "zweiten?|seconde|deuxième|segunda|seconda|второй|другій|drugiej"
# Quarters and most halves in words are found as dates; these are the seasons, the beginning, middle
# and end of a year, other halves, and numbers of quarters and halves behind it or close to it.
PART = lazily(
    rf"""(?<![\w-])(?:the\s+)?(?:
        (?:q(?P<q>[1-4])|(?P<qth>[1-4])q)\s*/?\s* | h(?P<h>[12])\s*/?\s*
    | (?:{SEASON}),?\s+ | (?:{_THIRD})(?:\s+|-)
    | (?:last|final|latter)\s(?P<final>quarter|half)\s
    | (?:(?P<half1>{_FIRST})|(?P<half2>{_SECOND}))\s+(?:jahreshälfte|{_HALF})\s+
    )(?:(?:of|in|de|del|des|di|do|du|von|dell'|van)\s+)?(?:the\s+year\s+|jahres\s+)?
    (?:(?P<year>{YEAR})(?:[/-](?:20)?\d\d(?!\d))?|['’](?P<short>\d\d)(?!\w))""",
    re.VERBOSE | re.IGNORECASE,
)
# Parts of a month, which stand before it.
THIRD_OF = lazily(
    rf"""(?<!\w)(?:the\s+)?(?: (?:{_THIRD}) | (?P<half1>first|{_FIRST})\s+{_HALF}
    | (?P<half2>second|{_SECOND})\s+{_HALF} | (?P<week1>first|ersten?)\s+(?:week|woche)
    | (?P<week4>last|letzten?)\s+(?:week|woche) )(?:\s+(?:of\s+|de\s+|des\s+|del\s+|im\s+)?|-)$""",
    re.IGNORECASE | re.VERBOSE,
)
FROM_DAY = lazily(
    r"\b(?:from|between)\s+(?:the\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:to|until|till|and)\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
YEAR_FIRST = lazily(
    rf"""(?<![\w-])(?P<year>{YEAR})(?P<short>)(?: [ -]?(?:q(?P<q>[1-4])|h(?P<h>[12]))\b
    | \s(?:{SEASON})(?!\w) )""",
    re.IGNORECASE | re.VERBOSE,
)
SEASON_IN_CJK = lazily(
    r"(?<!\d)(?P<year>\d{4})\s?[年년]的?\s?"
    r"(?:(?P<spring>春|봄)|(?P<summer>夏|여름)|(?P<autumn>秋|가을)|(?P<winter>冬|겨울))[天季]?"
)
MONTH_IN_CJK = lazily(r"(?<![\d年년] )(?<![\d年년/.-])(?P<month>1[0-2]|0?[1-9])\s?[月월](?!\s?\d)")
# What a range ends with: "between March 4 and 9, 2022".
TO_DAY = lazily(
    rf"""\s*(?:[-–—]|(?:and|to|until|till|through)\b)\s*(?:the\s+)?(?P<day>\d\d?)(?:st|nd|rd|th)?
    (?:,\s*(?P<year>{YEAR}))?(?![\w/:.-]|,?\s+(?:{"|".join(ENGLISH)}))""",
    re.IGNORECASE | re.VERBOSE,
)
# Both orders are in use, so that as a date of a text this is none.
SLASHED = lazily(
    r"(?<![\w/.])(?P<one>\d{1,2})(?P<sign>[/.])(?P<two>\d{1,2})(?P=sign)(?P<year>\d{4}|\d\d)(?![\w/]|\.\d)"
)
MONTH_AND_YEAR = lazily(rf"(?<![\w/.])(?P<month>0?[1-9]|1[0-2])/(?P<year>{YEAR})(?![\w/])")
ISO_MONTH = lazily(rf"(?<![\w./-])(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])(?![\w-])")
SHORT_YEAR = lazily(r"(?<!\w)(?P<month>[A-Z][a-z]{2,8}\.?)\s+['’](?P<year>\d\d)(?!\w)")
# "The 1990s", "the '90s", "1990er Jahre", "années 90", "1990-х годах", "1990'larda".
DECADE = lazily(
    r"""(?<![\w.,-])(?:the\s+|les\s+|los\s+)? (?:
        (?P<led>anni\s|années\s|años\s|anos\s|lat(?:a|ach)\s)?['’]?(?P<year>(?:1[5-9]|20)\d0|[3-9]0)
        (?: ['’]?s | er(?:n)?(?:\s+jahren?)? | -(?:х|ті|тих|те|ые|е)(?:\s+(?:год|рок)\w*)?
          | ['’]l[ae]r(?:d[ae]|[ıi]n)? | 年代 | (?(led)\.?|(?!)) ) )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
YEAR_IN_CJK = lazily(r"(?<!\d)(?P<year>\d{4})\s?[年년](?!\s?\d)")


# A pattern of hundreds of names takes longer to compile than all else of a question. Whatever it
# finds, one of its words is in the text.
def months_in(text: str) -> Iterator[re.Match[str]]:
    """The names of months in a text that stand alone."""
    return _MONTH.finditer(text) if _HINTS_ALONE.are_in(text) else iter(())


def months_of_years(text: str) -> Iterator[re.Match[str]]:
    """Months that stand beside their years, as ``month_of_year`` reads them."""
    return _MONTH_OF_YEAR.finditer(text) if _month_names().are_in(plain(text)) else iter(())


@cache
def _month_names() -> Hints:
    return Hints(map(plain, (*_BENT_MONTHS, *MONTHS, "tháng")))


def month_of_year(match: re.Match[str]) -> tuple[int, int, int]:
    """The year, month and day of a month beside its year, the last two 0 where they are none."""
    name = match["name"] or match["name1"]
    year = int(match["year"] or match["year1"])
    if not name:
        return year, int(match["number"]), 0
    return year, month_named(name), int(match["day"] or 0)


def month_named(name: str) -> int:
    """The number of a month, bent or not."""
    return _BENT_MONTHS.get(name.lower(), 0) or month_of(name)
