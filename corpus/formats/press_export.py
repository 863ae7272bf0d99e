"""Exports of press databases: what their field lines say, and which lines are no part of it.

LexisNexis, Nexis Uni, Factiva and ProQuest write an article as a text file: its head above the
body, a line for each field, and a foot below it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.dates import PartialDate, read_date
from corpus.errors import DateError
from corpus.layout import Line, ends_sentence
from corpus.model import Source, Span

# The fields that no reader of the article sees; the words before the colon, in small letters.
_FIELDS: Final = frozenset(
    (
        "abstract|accession number|author|body|byline|category|cite|city|classification|column|"
        "company|contact|copyright|correction|correction-date|country|country/region|country of "
        "publication|database|date|dateline|distribution|document type|document url|edition|"
        "first page|full text|geographic|graphic|headline|highlight|identifier / keyword|industry|"
        "issn|issue|journal-code|kicker|language|language of publication|last updated|length|links|"
        "load-date|location|notes|number of pages|organization|page|pages|people|person|"
        "place of publication|print publication date|proquest document id|pub-type|"
        "publication|publication date|publication info|publication subject|publication title|"
        "publication type|publication-type|publication year|publisher|section|series|"
        "source|source type|state|subject|ticker|title|type|url|volume"
    ).split("|")
)
# Those that hardly any other text has; three of them, or one of Factiva's, tell an export.
_TELLING: Final = re.compile(
    r"(?:BYLINE|Byline|LOAD-DATE|Load-Date|PUBLICATION-TYPE|Publication-Type|JOURNAL-CODE"
    r"|Journal Code|DATELINE|Dateline|SECTION|Section|ProQuest document ID|Publication info"
    r"|Publication title|GRAPHIC|HIGHLIGHT|Highlight|PUB-TYPE|CORRECTION-DATE):.*"
    r"|(?:LENGTH|Length): *[\d,]+ (?:words|mots|palabras|Wörter)|BODY:?|Body|End of Document"
    r"|\d+ of \d+ DOCUMENTS|Document \d+ of \d+|Classification"
)
_CERTAIN: Final = re.compile(
    r"(?:LENGTH|Length): *[\d,]+ (?:words|mots|palabras|Wörter)|\d+ of \d+ DOCUMENTS"
    r"|(?:LOAD-DATE|Load-Date):.*|ProQuest document ID:.*|Document [A-Z]{2,}\d{10,}\w*"
)
_FIELD: Final = re.compile(r"(?P<name>[A-Z][A-Za-z/ -]{2,30}?): *(?P<value>.*)")
_BODY: Final = re.compile(r"(?:BODY|Body|Full text|FULL TEXT|LEAD|TEXT):?\s*")
_RULE: Final = re.compile(
    r"\d+ of \d+ DOCUMENTS|Document \d+ of \d+|End of Document|Classification|[-_=]{10,}"
    r"|(?:Copyright|©|\(c\)).{0,160}|All Rights Reserved\.?|\d[\d,]* words"
    r"|Document [A-Z]{2,}\d{10,}\w*|.{0,60}(?:Late|Final|Early|City|National|First|Main) Edition.*"
    r"|(?:Print|Online|Web) (?:edition|version)|English|Link to (?:Image|PDF)|Load-Date:.*",
    re.IGNORECASE,
)
_LONGEST_HEAD: Final = 200  # characters of a line of the head
_WEEKDAY: Final = re.compile(
    r",?\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*$|\s+\d{1,2}:\d\d\b.*$", re.IGNORECASE
)
_TIME: Final = re.compile(r"\d{1,2}:\d\d(?: ?[AP]M)?(?: [A-Z]{2,4})?")
_CODE: Final = re.compile(r"[A-Z]{3,10}|\(c\).*|\d{1,4}|[A-Z]\d{1,3}")
_MANY: Final = re.compile(
    r"\d+ of \d+ DOCUMENTS|Document \d+ of \d+|End of Document|(?:LENGTH|Length): .*|"
    r"Document [A-Z]{2,}\d{10,}\w*"
)
_FEWEST_FIELDS: Final = 3


@dataclass(frozen=True, slots=True)
class PressExport:
    """What an export says of its article, and the lines that are never quoted.

    ``titles`` are the headlines in order. An export of several articles says nothing of the
    whole, for each has its own source.
    """

    stated: Source
    titles: tuple[Line, ...]
    unquoted: tuple[Span, ...]


def read_press_export(lines: Sequence[Line], *, day_first: bool = True) -> PressExport | None:
    """The export that these lines are; ``None`` when they are none."""
    telling = [line for line in lines if _TELLING.fullmatch(line.text)]
    if not any(_CERTAIN.fullmatch(line.text) for line in lines):
        return None
    if len(telling) < _FEWEST_FIELDS and not _is_factiva(lines):
        return None
    articles = [_Article(part, day_first) for part in _articles(lines)]
    unquoted = [span for article in articles for span in article.unquoted()]
    titles = [title for article in articles if (title := article.title)]
    stated = articles[0].stated() if len(articles) == 1 else Source()
    return PressExport(stated, tuple(titles), tuple(unquoted))


def _is_factiva(lines: Sequence[Line]) -> bool:
    """A number of words among the first lines, and the document's key below."""
    return any(re.fullmatch(r"\d[\d,]* words", line.text) for line in lines) and any(
        re.fullmatch(r"Document [A-Z]{2,}\d{10,}\w*", line.text) for line in lines
    )


def _articles(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The articles of an export, each with its head and its foot."""
    start = 0
    has_body = False
    for at, line in enumerate(lines):
        opens = re.fullmatch(r"\d+ of \d+ DOCUMENTS|Document \d+ of \d+", line.text)
        closes = re.fullmatch(r"End of Document|Document [A-Z]{2,}\d{10,}\w*", line.text)
        if opens and has_body:
            yield lines[start:at]
            start, has_body = at, False
        elif closes and has_body:
            yield lines[start : at + 1]
            start, has_body = at + 1, False
        has_body = has_body or ends_sentence(line.text)
    if has_body or not start:
        yield lines[start:]


class _Article:
    """One article's lines: the head down to the body, the body, the foot."""

    def __init__(self, lines: Sequence[Line], day_first: bool) -> None:
        self._lines = lines
        self._day_first = day_first
        self._head_end = self._find_body()
        self._head = [line for line in lines[: self._head_end] if len(line.text) <= _LONGEST_HEAD]
        self._plain = [
            line
            for line in self._head
            if not _field(line) and not _RULE.fullmatch(line.text) and not _is_detail(line.text)
        ]
        self._dated = next((line for line in self._plain if self._date(line.text)), None)
        self.title = self._find_title()

    def unquoted(self) -> Iterator[Span]:
        for line in self._lines[: self._head_end]:
            if line != self.title:
                yield line.span
        in_foot = False
        for line in self._lines[self._head_end :]:
            in_foot = in_foot or (line.text == "Classification")
            if in_foot or _field(line) or _RULE.fullmatch(line.text):
                yield line.span

    def stated(self) -> Source:
        fields = dict(reversed([pair for line in self._lines if (pair := _field(line))]))
        date = self._dated.text if self._dated else _first(fields, "publication date", "date")
        return Source(
            title=self.title.text if self.title else _first(fields, "headline", "title"),
            publisher=self._publisher()
            or _first(fields, "publication title", "publication", "publisher"),
            author=self._author(fields),
            url=_address(_first(fields, "url", "document url")),
            published=self._date(date) if date else None,
        )

    def _find_body(self) -> int:
        """Where the head ends: at the body's label, else behind the last field before prose."""
        end = 0
        for at, line in enumerate(self._lines):
            if _BODY.fullmatch(line.text):
                return at + 1
            is_head = _field(line) or _RULE.fullmatch(line.text)
            if is_head:
                end = at + 1
            elif len(line.text) > _LONGEST_HEAD or (end and _is_prose(line.text)):
                break
        while end < len(self._lines) and _is_detail_of(self._lines[end], self._day_first):
            end += 1
        return end

    def _find_title(self) -> Line | None:
        """The headline: above the newspaper's name, or below it and the date.

        LexisNexis names the newspaper first, then the day; Nexis Uni and Factiva the headline.
        """
        named = next((line for line in self._head if _name_of(line) in {"headline", "title"}), None)
        if named:
            return None
        if not self._dated:
            return self._plain[0] if self._plain else None
        at = self._plain.index(self._dated)
        above, below = self._plain[:at], self._plain[at + 1 :]
        if len(above) == 1 and below:
            return next((line for line in below if not _by(line.text)), None)
        return above[0] if len(above) > 1 or (above and not below) else None

    def _publisher(self) -> str | None:
        if not self._dated:
            return None
        at = self._plain.index(self._dated)
        above, below = self._plain[:at], self._plain[at + 1 :]
        names = [line for line in above if line != self.title and not _by(line.text)]
        if names:
            return names[-1].text
        after = [line for line in below if line != self.title and not _by(line.text)]
        return after[0].text if after else None

    def _author(self, fields: dict[str, str]) -> str | None:
        named = _first(fields, "byline", "author")
        by = next((_by(line.text) for line in self._plain if _by(line.text)), None)
        found = named or by
        if not found:
            return None
        name = re.sub(r"^(?:by|von|par|por)\s+", "", found.strip(), flags=re.IGNORECASE)
        return name.strip(" .;") or None

    def _date(self, text: str) -> PartialDate | None:
        try:
            found = read_date(_WEEKDAY.sub("", text.strip()), day_first=self._day_first)
        except DateError:
            return None
        return found if found.day or re.search(r"[^\W\d]", text) else None


def _field(line: Line) -> tuple[str, str] | None:
    match = _FIELD.fullmatch(line.text)
    if match is None or match["name"].lower() not in _FIELDS:
        return None
    return match["name"].lower(), match["value"].strip()


def _name_of(line: Line) -> str | None:
    pair = _field(line)
    return pair[0] if pair else None


def _by(text: str) -> str | None:
    match = re.fullmatch(r"(?:By|BY|Von|Par|Por)\s+(\S.{1,80})", text)
    return match[1] if match else None


def _is_prose(text: str) -> bool:
    return len(text) > 60 and ends_sentence(text)


def _is_detail(text: str) -> bool:
    """A time, a page or the newspaper's code, as Factiva writes them in lines of their own."""
    return _TIME.fullmatch(text) is not None or _CODE.fullmatch(text) is not None


def _is_detail_of(line: Line, day_first: bool) -> bool:
    if _is_detail(line.text) or _RULE.fullmatch(line.text):
        return True
    try:
        read_date(_WEEKDAY.sub("", line.text), day_first=day_first)
    except DateError:
        return False
    return True


def _first(fields: dict[str, str], *names: str) -> str | None:
    return next((fields[name] for name in names if fields.get(name)), None)


def _address(text: str | None) -> str | None:
    return text if text and re.fullmatch(r"https?://[^\s/]+\S*", text) else None
