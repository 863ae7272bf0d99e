"""The forms that dates are written in, as one pattern, and what they say in numbers."""

import re
from typing import Final, NamedTuple

from corpus.day_names import (
    NAMES_A_GROUP,
    is_may_the_verb,
    is_number_of_else,
    stands_in_a_name,
)
from corpus.lazy_patterns import lazily
from corpus.months import ENGLISH, NOT_ALONE, is_open, month_of, slavic_month

_D: Final = "[0-9٠-٩۰-۹]"
_MARKS: Final = (
    "\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0980-\u0983\u09bc-\u09cd\u0bbe-\u0bcd"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
)
_LETTER: Final = rf"(?:[^\W\d_]|[{_MARKS}])"
WORD: Final = rf"(?:(?:تشرين|كانون)\s(?:الأول|الثاني)|{_LETTER}{{2,14}})"
"""What may be the name of a month."""
_DAY: Final = rf"(?:[0٠۰]?[1-9١-٩۱-۹]|[12١٢۱۲]{_D}|[3٣۳][01٠١۰۱])(?!{_D})"
_ORDINAL: Final = r"(?:st|nd|rd|th|er|ère|re|[º°ªa]|-?о?го|-?[еєй])?"
_OTHER_NAME: Final = r"(?:(?:تشرين|كانون)\s(?:الأول|الثاني)|[\u0621-\u064a]{3,10})"
_GAP: Final = r"[^\S\n]{1,3}"  # the parts of a date stand on one line ...
_WRAP: Final = r"[^\S\n]{0,3}\n?[^\S\n]{0,3}"  # ... but a wrapped line may part the year
# "On May 5, 1500 soldiers ..." counts soldiers; what goes on like this may be the year 1066.
_GOES_ON: Final = (
    "a|after|against|all|also|an|and|are|as|at|because|before|between|both|but|by|did|do|during|"
    "each|for|from|had|has|have|he|her|his|if|in|into|is|it|its|local|no|not|of|on|only|or|our|"
    "over|she|since|so|that|the|their|then|there|these|they|this|through|to|under|until|up|via|"
    "was|we|were|what|when|where|which|while|who|with|without|would|you"
)
_COUNTED: Final = rf"\s+(?!(?:{_GOES_ON})\b)[a-z]"
_UNITS: Final = (
    r"percent|per[ ]cent|miles?|metres?|meters?|km|kilomet\w+|feet|yards?|hours?|minutes?|seconds?"
    r"|days?|weeks?|months?|years?|times?|points?|people|persons?|men|women|soldiers?|troops?"
    r"|dollars?|euros?|pounds?|rubles?|cents?|kg|tons?|tonnes?|seats?|goals?|votes?|degrees?"
    r"|million|billion|thousand|hundred|dozen|prozent|pour[ ]cent|por[ ]ciento|percento|процент\w*"
)
COUNTS: Final = rf"\s?%|[^\S\n]{{1,3}}(?:{_UNITS})\b"
"""Behind a number that counts something."""
CLOCK: Final = r"\s?(?:GMT|UTC|[CEW]E?S?T|hours|hrs|h)\b"
"""Behind four digits that are an hour of the day, as in "Oct. 1, 2030 GMT"."""
_YEAR: Final = (
    rf"(?:(?!(?:1[89]|2[01])00(?:{COUNTS}))(?:1[89]|20|21)[0-9]{{2}}|1[0-7][0-9]{{2}}(?!{_COUNTED})|2[45][0-9]{{2}}(?=[^\w]|$)"
    r"|[٠-٩]{4}|[۰-۹]{4})"
    rf"(?!{_D}|\.[0-9]|,[0-9]{{3}}|{CLOCK})"
)
_OF: Final = r"(?:(?:of|del?|d[’']|من)[^\S\n]?)?"
_YEAR_WORD: Final = r"(?:(?:the\s)?year\s|عام\s|سنة\s|года?\s|roku\s|năm\s)?"
# What may not follow a day without a year: more of a number, "'19", "1500 men", "of that year".
_IL: Final = r"-c[iıuü][ ]ili?n?"  # Azerbaijani: 2020-ci il oktyabrın 5-də
_NO_YEAR: Final = (
    rf"(?!{_D}|(?:st|nd|rd|th)\b|[.,:/][0-9]|,?\s{{0,2}}['’][0-9]{{2}}|,?\s{{1,3}}1[0-7][0-9]{{2}}(?![0-9])"
    r"|\s{1,3}[0-9]{3}(?![0-9])|,?\s{1,3}[0-9]{1,3}\s(?:A\.?D|B\.?C|CE)\b"
    rf"|{COUNTS}|{NAMES_A_GROUP}"
    r"|,?\s{1,2}(?:of|in)\s(?:the\s)?year\s"
    r"|,?\s{1,2}(?:of\s)?(?:(?:last|next|that)|the\s(?:same|next|previous|following))\syear)"
)
_TO: Final = (
    r"(?:[^\S\n]?[-–—/][^\S\n]?|[^\S\n](?:to|till|until|through|and|bis(?:\szum)?|und|au|et|al?|y"
    r"|e|по|и|до|і|й|та|do|i|a|en|tot|til|till|och|og|ile|ve)[^\S\n]"
    r"(?:(?:the|dem|den|le|el|il)\s)?)"
)
_DASH: Final = r"[^\S\n]?(?:[-–—]|to|through|till)[^\S\n]?"
_CJK_DIGITS: Final = "〇零一二三四五六七八九十"
_N: Final = rf"(?:[0-9０-９]{{1,2}}|[{_CJK_DIGITS}]{{1,3}})"
ERAS: Final = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018, "民國": 1911}
"""The year before the first of each era."""

DATE: Final = lazily(
    rf"""
    (?:
      # 2020-10-01, 2020/10/1, 2020. 10. 1., 01.10.2020, 1. 10. 2020, but no version, sum or IP
      (?<![0-9])(?<![0-9][./])(?<![vV])(?<!ersion[ ])(?<!elease[ ])
      (?: (?<![0-9]-) (?P<iso>(?!0000)[0-9]{{4}}(?: -(?!00)[0-9]{{2}}-(?!00)[0-9]{{2}}
            | /(?!00?/)[0-9]{{1,2}}/(?!00?(?![0-9]))[0-9]{{1,2}}
            | \.(?!00)[0-9]{{2}}\.(?!00)[0-9]{{2}}
            | \.[ ](?!00?\.)[0-9]{{1,2}}\.[ ](?!00?(?![0-9]))[0-9]{{1,2}} ))
          (?![0-9]|-[0-9]|/|\.[0-9])
        | (?P<dotted>(?!00?\.)[0-9]{{1,2}}\.(?P<space>[ ]?)(?!00?\.)[0-9]{{1,2}}\.(?P=space)
            (?!0000)[0-9]{{4}})
          (?![0-9]|\.[0-9])
        | (?P<slashed>(?!00?/)[0-9]{{1,2}}/(?!00?/)[0-9]{{1,2}}/(?!0000)[0-9]{{4}}
            | (?<![0-9]-)(?!00?-)[0-9]{{1,2}}-(?!00?-)[0-9]{{1,2}}-(?:19|20)[0-9]{{2}})
          (?![0-9]|[/-]) )
    |
      # 2020年10月1日, 令和2年10月1日, 10月1日, 2020년 10월 1일
      (?<![0-9０-９])
      (?: (?P<era>明治|大正|昭和|平成|令和|民國)? [ ]?
          (?P<cjkyear>(?:[0-9０-９]{{1,4}}|[{_CJK_DIGITS}]{{1,4}}|元)) [ ]?[年년][ ]? )?
      (?P<cjkmonth>{_N})[ ]?[月월] (?:[ ]?(?P<cjkday>{_N})[ ]?[日號号일]
          (?:[ ]?(?:から|至|到|～|〜|~|-|–|—|부터)[ ]?(?P<cjkuntil>{_N})[ ]?[日號号일])?)?
    |
      # 5.X.2020, 5 X 2020 r.
      (?<![0-9])(?<![0-9][.,:/]) (?P<rday>{_DAY}) (?:\.[ ]?|[ ])
      (?P<roman>X?I{{1,3}}|I[VX]|VI{{0,3}}|X) (?:\.[ ]?|[ ])(?P<ryear>(?:19|20)[0-9]{{2}})
      (?: (?<=\.[0-9]{{4}}) | (?<=\.[ ][0-9]{{4}}) | (?=[ ]?(?:r\.|rok|г)) ) (?![0-9]|\.[0-9])
    |
      # ngày 1 tháng 10 năm 2020
      (?<![0-9]) (?P<vday>{_DAY}) [ ]tháng[ ] (?P<vmonth>[0-9]{{1,2}})(?![0-9])
      (?: ,?[ ](?:năm[ ])? (?P<vyear>{_YEAR}) )?
    |
      # 2020. október 1., 2020 m. spalio 1 d., 2020. gada 1. oktobrī, 2020ko urriaren 1a
      (?<![0-9])(?P<first>(?:1[89]|20)[0-9]{{2}}) (?:\.|[ ]m\.|ko|[ ]оны|\.[ ]gada|{_IL})? {_GAP}
      (?: (?P<day9>{_DAY})\.{_GAP}(?P<month9>{WORD})
        | (?!gada)(?P<month0>{WORD})
          (?: {_GAP} (?P<day0>{_DAY}) (?: \.|a\b|[ ]d\.|-[^\W\d_]{{1,4}})? | (?<=nd[aə])\b ) )
    |
      # 1st of October, 2020, 5 November, and the first of 3-9 May 2019 and between 3 and 9 May
      (?<![0-9])(?<![0-9][.,:/])(?<![$€£#])
      (?P<day3>{_DAY})-(?P<month3>{WORD})-(?P<year5>(?:19|20)[0-9]{{2}})(?![0-9-])
    |
      (?<![0-9])(?<![0-9][.,:/])(?<![$€£#])
      (?: (?P<begin>{_DAY}) {_ORDINAL} \.? {_TO} )?
      (?P<day1>{_DAY}) (?:{_ORDINAL}{_GAP}|(?P<stop>\.)(?:{_GAP})?)
      {_OF} (?P<month1>{WORD}) (?:/{_OTHER_NAME})? (?![^\W_])
      (?: (?P<short1>\.)?,?{_WRAP} {_OF} {_YEAR_WORD} (?<=\W) (?P<year1>{_YEAR}) | {_NO_YEAR} )
    |
      (?<![^\W_]) (?P<month2>{WORD})
      (?:
        # October 1, 2020, Nov 5, October 1-3, 2020, and the first of October 1, 2 and 3, 2020
        \.?{_GAP} (?:the[ ](?={_D}{{1,2}}(?:st|nd|rd|th)))? (?P<day2>{_DAY}) (?:st|nd|rd|th)?
        (?: (?: {_DASH} (?P<until2>{_DAY}) (?:st|nd|rd|th)? )? ,?{_WRAP} (?<=[,\s])
            (?P<year2>{_YEAR})
          | (?= (?: [^\S\n]? (?:[-–—,&]|and|to) [^\S\n]? {_DAY} (?:st|nd|rd|th)? ){{1,6}}
                ,{_WRAP} (?P<year3>{_YEAR}) )
          | {_NO_YEAR} )
      |
        # October 2020
        \.?,?{_GAP} {_OF} {_YEAR_WORD} (?P<year4>{_YEAR})
      )
    )
    """,
    re.VERBOSE,
)
BEFORE_DAY: Final = lazily(rf"(?<![^\W_])({WORD})[.,]{{0,2}}\s{{1,4}}{_OF}{_YEAR_WORD}(?:the )?$")
"""A word before a number, which may be the month that a date begins with."""
AFTER_DAY: Final = lazily(
    rf"[-./][ ]?[0-9]|[. ][ ]?[IVX]{{1,4}}[. ]|-(?={WORD}-[0-9]{{4}})|[ ]?[年년月월]|[ ]tháng[ ]"
    rf"|\.[ ]gada[ ]|(?:{_ORDINAL}\.?{_TO}{_DAY})?"
    rf"(?:\.(?:{_GAP})?|(?:[ ]m\.|ko|[ ]оны|{_IL}|{_ORDINAL}){_GAP}){_OF}({WORD})"
)
"""What goes on behind a number that a date begins with; the word is its month."""
_ADVERB: Final = lazily(rf"{_COUNTED}")


_ROMAN: Final = " I II III IV V VI VII VIII IX X XI XII".split(" ")


class Numbers(NamedTuple):
    """What a date says: 0 where it does not; ``until`` is the last day of a span in its month."""

    year: int
    month: int
    day: int
    until: int = 0


def numbers_of(match: re.Match[str], *, day_first: bool) -> Numbers | None:
    """The numbers of a match of ``DATE``, or ``None`` when it is no date after all."""
    if match["iso"] or match["dotted"] or match["slashed"]:
        return _numeric(match, day_first)
    if match["cjkmonth"]:
        return _cjk(match)
    if match["roman"]:
        return Numbers(int(match["ryear"]), _ROMAN.index(match["roman"]), int(match["rday"]))
    if match["vmonth"]:
        return Numbers(int(match["vyear"] or 0), int(match["vmonth"]), int(match["vday"]))
    if match["first"]:
        name, day = match["month0"] or match["month9"], match["day0"] or match["day9"]
        month = 0 if name.casefold() in ENGLISH else month_of(name, shortened=True)
        return Numbers(int(match["first"]), month, int(day or 0)) if month else None
    return _named(match)


def _numeric(match: re.Match[str], day_first: bool) -> Numbers | None:
    """By the corpus's order; with slashes, which mean both, only where the other is none."""
    if match["iso"]:
        return Numbers(*(int(part) for part in re.split(r"[-/.]\s?", match["iso"])))
    first, second, year = map(int, re.split(r"[./-]\s?", match["dotted"] or match["slashed"]))
    if match["slashed"] and day_first and first <= 12 and first != second:
        return None
    return Numbers(year, second, first) if day_first else Numbers(year, first, second)


def _named(match: re.Match[str]) -> Numbers | None:
    year = int(match["year1"] or match["year2"] or match["year3"] or match["year4"] or 0)
    year = year or int(match["year5"] or 0)
    name = match["month1"] or match["month2"] or match["month3"]
    day = int(match["day1"] or match["day2"] or match["day3"] or 0)
    is_whole = bool(year and day)
    month = month_of(name, shortened=is_whole)
    if not month and is_open(name):
        month = slavic_month(name, match.string[max(0, match.start() - 500) : match.end() + 500])
    lower = name.casefold()
    if not month or (not is_whole and not _is_surely_a_month(match, lower)):
        return None
    if match["day1"] and _is_number_of_else(match, lower, has_year=bool(year)):
        return None
    if match["month2"] and not year and not _may_stand_alone(match, lower):
        return None
    if year > 2400:
        if not "\u0e00" <= name[0] <= "\u0e7f":
            return None
        year -= 543  # Thailand counts from the Buddha's death
    begin, until = int(match["begin"] or 0), int(match["until2"] or 0)
    if begin:
        is_one = begin < day and _is_span(match)
        return Numbers(year, month, begin, until=day) if is_one else None
    return Numbers(year, month, day, until=until if until > day else 0)


# German and others write "27. September"; English never does.
_NOT_ENGLISH: Final = lazily(
    r"(?<![^\W_])(?:am|vom|zum|den|dem|der|des|ab|seit|bis|und|im|für|nach|vor|gegen|[^\W\d_]*tag)"
    r",?\s$",
    re.IGNORECASE,
)


def _is_number_of_else(match: re.Match[str], name: str, *, has_year: bool) -> bool:
    """True in "chapter 5. May was cold" and "Rue du 4 Septembre"."""
    text, start = match.string, match.start()
    if has_year or is_number_of_else(text, start):
        return is_number_of_else(text, start)
    if stands_in_a_name(text, start) or is_may_the_verb(text, name, match.end()):
        return True
    is_english = bool(match["stop"]) and name in ENGLISH and not match["month1"].islower()
    return is_english and not _NOT_ENGLISH.search(text, max(0, start - 20), start)


def _may_stand_alone(match: re.Match[str], name: str) -> bool:
    """Without a year only English puts the month first, and "We march 5 abreast" names none."""
    if name not in ENGLISH:
        return False
    is_verb = name in {"may", "march", "mar"}
    return not (is_verb and _ADVERB.match(match.string, match.end()))


def _is_surely_a_month(match: re.Match[str], name: str) -> bool:
    """False for a name that is another word too, where neither its form nor the letters around
    tell: "marca" is March in Polish and a brand in Spanish.
    """
    letters = NOT_ALONE.get(name)
    if letters is None or match["stop"]:
        return True
    around = match.string[max(0, match.start() - 500) : match.end() + 500]
    return not letters or not letters.isdisjoint(around)


_BEFORE_SPAN: Final = lazily(
    r"\b(?:between|from|zwischen|vom|von|entre|du|del?|dal|tra|с|между"
    r"|з|зі|із|між|від|od|van|tussen|fra"
    r"|från|mellan|mellem)(?:\s(?:the|le|el|il|dem))?\s$",
    re.IGNORECASE,
)
_DASHED: Final = lazily(rf"{_D}{{1,2}}{_ORDINAL}\.?\s?(?:[-–—]|to\b|till\b|bis\b|ile\b)")


def _is_span(match: re.Match[str]) -> bool:
    """A dash makes one; "3 and 9 May" only behind "between", else it is two days."""
    return bool(_DASHED.match(match.string, match.start())) or is_between(
        match.string, match.start()
    )


def is_between(text: str, start: int) -> bool:
    """True behind a word that begins a span, "between" or "from"."""
    return _BEFORE_SPAN.search(text[max(0, start - 20) : start]) is not None


def _cjk(match: re.Match[str]) -> Numbers | None:
    month, day = _cjk_number(match["cjkmonth"]), _cjk_number(match["cjkday"] or "")
    written = match["cjkyear"] or ""
    year = 1 if written == "元" else _cjk_number(written)
    if match["era"]:
        year += ERAS[match["era"]]
    if not 1 <= month <= 12 or (written and year < 1000) or not (written or day):
        return None
    until = _cjk_number(match["cjkuntil"] or "")
    return Numbers(year, month, day, until=until if until > day else 0)


def _cjk_number(written: str) -> int:
    """Of digits of any kind: "10", "１０", "十月" and "二〇二〇年"."""
    if not written or written[0] not in _CJK_DIGITS:
        return int(written) if written.isdecimal() else 0
    if "十" not in written:
        return int("".join(str(max(0, _CJK_DIGITS.index(sign) - 1)) for sign in written))
    tens, _, ones = written.partition("十")
    values = [
        _CJK_DIGITS.index(part) - 1 if part in _CJK_DIGITS[2:11] else -1 for part in (tens, ones)
    ]
    return (values[0] if tens else 1) * 10 + (values[1] if ones else 0)
