"""The lines of press databases' exports: fields, days, and what is no part of an article."""

import re
from dataclasses import dataclass
from typing import Final

from corpus.dates import PartialDate
from corpus.formats.press_marks import CERTAIN, CLOSES, COUNT, DIVIDER, ENDS, RULE
from corpus.layout import Line
from corpus.lazy_patterns import lazily
from corpus.months import WEEKDAYS
from corpus.stated import find_dates

# The fields that no reader of the article sees; the words before the colon, in small letters.
_FIELDS: Final = frozenset(
    (
        "abstract|accession number|author|author/byline|authors|body|byline|category|cite|city|"
        "classification|"
        "column|company|contact|copyright|correction|correction-date|country|country/region|"
        "country of publication|credit|database|date|dateline|distribution|document type|"
        "document url|document number|edition|end date|first page|from|full text|geographic|"
        "gale document number|graphic|headline|highlight|identifier / keyword|industry|issn|issue|"
        "journal-code|journal code|kicker|language|language of publication|last updated|length|"
        "links|load-date|location|notes|number of pages|organization|page|pages|people|person|"
        "persistent link to this record (permalink)|place of publication|print publication date|"
        "proquest document id|pub-type|publication|publication date|publication info|"
        "publication subject|publication title|publication type|publication-type|"
        "publication year|publisher|record|record number|section|series|source|source citation|"
        "source type|start page|state|subject|subject terms|ticker|title|type|url|volume|"
        "word count|index terms|readability|article name|end page|"
        "ausgabe|autor|datum|dauerhafte adresse des dokuments|dokumentnummer|länge|nummer|quelle|"
        "ressort|rubrik|schlagwörter|seite|seiten|sprache|titel|überschrift|umfang|update|"
        "auteur|date de chargement|langue|longueur|rubrique|titre|type de publication|"
        "date-chargement|type-publication|date de publication|fecha-carga|tipo-publicación|"
        "tipo de publicación|fecha de publicación|data di pubblicazione|tipo di pubblicazione|"
        "fecha|fecha de carga|idioma|longitud|sección|título|lunghezza|lingua|sezione"
    ).split("|")
)
_FIELD: Final = re.compile(r"(?P<name>[^\W\d_a-z][^\W\d_][^:]{0,42}?): *(?P<value>.*)")
# Factiva's export by codes: what each of them is called elsewhere.
_CODES: Final = {
    "HD": "headline",
    "BY": "byline",
    "PD": "publication date",
    "SN": "publication title",
    "LP": "full text",
    "TD": "full text",
    **dict.fromkeys(
        (
            *("SE", "CR", "WC", "ET", "SC", "ED", "PG", "VOL", "LA", "CY", "CO", "IN", "NS"),
            *("RE", "PUB", "AN", "CT", "CLM", "ART", "IPC", "IPD", "RF", "RST", "DOC", "PIC"),
        ),
        "",
    ),
}
_CODED: Final = re.compile(rf"(?P<code>{'|'.join(_CODES)})(?:(?P<gap>[ \t]+)(?P<value>\S.*))?")
# Behind one space a code may be a word of the article: "IN PARIS they said".
_VALUE: Final = re.compile(r".* : .*|(?:\(c\)|©|Copyright).*|.*[^.!?\"”]", re.IGNORECASE)
_WORDS: Final = frozenset("IN CO RE NS CT ED ET ART".split())
_NEEDED_CODES: Final = frozenset({"HD", "PD", "SN", "AN"})
_BODY_NAMES: Final = frozenset({"body", "full text", "lead", "text"})

COVER: Final = re.compile(
    r"Page \d+ of \d+|User Name:.*|Date and Time:.*|Job Number:.*|Documents? \(\d+\)"
    r"|\d+\. \S.*|Client/Matter:.*|Search Terms:.*|Search Type:.*|Narrowed by:?.*|Content Type.*"
)
IS_COVER: Final = re.compile(r"Job Number: *\d+")
_TIME: Final = re.compile(r"\d{1,2}:\d\d(?: ?[AP]M)?(?: [A-Z]{2,4})?")
_CODE: Final = re.compile(r"[A-Z]{3,10}|\(c\).*|\d{1,4}|[A-Z]\d{1,3}")
_WEEKDAY: Final = rf"(?P<weekday>{'|'.join(map(re.escape, sorted(WEEKDAYS)))})"
# What may stand beside a day on its line: a weekday and a time; the newspaper; a page, an issue.
_BEFORE_DAY: Final = lazily(
    rf"(?:(?P<name>\S.{{1,80}}?)(?:,| vom| du| del|(?P<city>(?<=\)) -))\s+)?"
    rf"(?:{_WEEKDAY}[.,]{{0,2}}\s*)?",
    re.IGNORECASE,
)
_AFTER_DAY: Final = lazily(
    rf"\s*,?\s*{_WEEKDAY}?(?:\s+\d{{1,2}}:\d\d.*)?"
    r"|\s+[-–·]\s+[^\W\d_][\w .,'’-]{2,60}"
    r"|(?:\s+\d[\d .]{0,6} (?:mots|words|Wörter|palabras))?"
    r", (?P<place>(?:Nr|No|n°|p|S|pp?|Seite|Page|Pg|Pág)\b.{0,60})|\s*\|\s*(?P<name>\S.{1,80})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Field:
    """A line's field; its value is the last part of the line."""

    name: str
    value: str

    @property
    def is_headline(self) -> bool:
        """True for the label of the headline."""
        return self.name == "headline"

    @property
    def is_body(self) -> bool:
        """True for the label that the article itself follows."""
        return self.name in _BODY_NAMES


def is_coded(lines: tuple[str, ...]) -> bool:
    """True for Factiva's export by codes."""
    codes = {match["code"] for line in lines if (match := _CODED.fullmatch(line))}
    return codes >= _NEEDED_CODES


def field_of(text: str, *, coded: bool) -> Field | None:
    """The field that a line begins with a label for; ``coded`` in Factiva's export by codes."""
    if coded:
        match = _CODED.fullmatch(text)
        return (
            Field(_CODES[match["code"]], match["value"] or "")
            if match and _is_code(match)
            else None
        )
    match = _FIELD.fullmatch(text)
    if match is None or match["name"].lower() not in _FIELDS:
        return None
    return Field(match["name"].lower(), match["value"].strip())


def _is_code(match: re.Match[str]) -> bool:
    code, gap, value = match.groups()
    if not value or gap != " " or _CODES[code]:
        return True
    return _VALUE.fullmatch(value) is not None and (code not in _WORDS or " : " in value)


def is_rule(line: Line) -> bool:
    """True for a line that parts articles, or says what no article does."""
    return RULE.fullmatch(line.text) is not None


def is_firm(text: str) -> bool:
    """True for a line that no article's own text has, wherever it stands."""
    marks = (CERTAIN, ENDS, CLOSES, DIVIDER, COUNT)
    return any(mark.fullmatch(text) for mark in marks)


def is_count(text: str) -> bool:
    """True for a number of words, as a line of its own."""
    return COUNT.fullmatch(text) is not None


def is_detail(text: str) -> bool:
    """A time, a page or the newspaper's code, as Factiva writes them in lines of their own."""
    return _TIME.fullmatch(text) is not None or _CODE.fullmatch(text) is not None


def dated(text: str, *, day_first: bool) -> tuple[PartialDate, str | None] | None:
    """The day of a line that gives one, and the newspaper where the line names it too."""
    if len(text) > 160:
        return None
    days = [each for each in find_dates(text, day_first=day_first) if each.date]
    if len(days) != 1 or days[0].date is None:
        return None
    before = _BEFORE_DAY.fullmatch(text[: days[0].start])
    after = _AFTER_DAY.fullmatch(text[days[0].end :])
    if before is None or after is None:
        return None
    is_newspaper = before["weekday"] or after["weekday"] or after["place"] or before["city"]
    if before["name"] and not is_newspaper:
        return None  # a headline may end in a day too: "Remembering the flood, March 11, 2011"
    return days[0].date, after["name"] or before["name"]
