"""One article of a press database's export: its head, its body, its foot, and whose it is."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.dates import PartialDate
from corpus.formats.press_lines import dated, field_of, is_count, is_detail, is_firm, is_rule
from corpus.formats.press_marks import SURE
from corpus.layout import Line, ends_sentence
from corpus.model import Source, Span

_LONGEST_HEAD: Final = 200  # characters of a line of the head
_SHORTEST_PROSE: Final = 60  # characters of a line that can be no heading or field
_NAME: Final = re.compile(
    r"(?:(?:Dr|Prof)\.? )?[^\W\d_a-z][\w.'’-]*(?: (?:(?:van|von|de|der|den|di|da|al|bin) ){0,2}"
    r"[^\W\d_a-z][\w.'’-]*){1,3}"
)
_BY: Final = re.compile(r"(?:By|BY|Von|VON|Par|PAR|Por|POR|Di)\s+(\S.{1,80})")
_FROM: Final = re.compile(r"(?:\s+(?:in|à|en|aus)\s+|,\s+)[^\W\d_a-z]\w*$")


class Article:
    """One article's lines: the head down to the body, the body, the foot."""

    def __init__(self, lines: Sequence[Line], *, day_first: bool, coded: bool) -> None:
        self._lines = lines
        self._day_first = day_first
        self._coded = coded
        self._named = {line: field_of(line.text, coded=coded) for line in lines}
        self._body = self._find_body()
        self._foot = self._find_foot()
        self._sealed = self._find_sealed()
        self._forget_labels_of_body()
        head = [line for line in lines[: self._body] if len(line.text) <= _LONGEST_HEAD]
        self._counted = next((n for n, line in enumerate(head) if is_count(line.text)), None)
        self._plain = [
            line
            for line in head
            if not (self._named[line] or is_rule(line) or is_detail(line.text))
        ]
        self._dated = self._find_dated()
        self._day_line = self._day(self._dated.text) if self._dated else None
        self._name = self._day_line[1] if self._day_line else None  # on the line of the day
        self._above, self._below = self._around_day()
        self.title = self._find_title(head)

    @property
    def is_more_than_one(self) -> bool:
        """True where what an article has once occurs twice: nothing told where it ends."""
        named = (field_of(line.text, coded=False) for line in self._lines if is_firm(line.text))
        told = Counter(field.name for field in named if field)
        told.update(field.name for field in self._named.values() if field and field.is_headline)
        counts = sum(is_count(line.text) for line in self._lines)
        return counts > 1 or any(told[name] > 1 for name in _ONCE)

    def unquoted(self) -> Iterator[Span]:
        """All of the head but the headline, and the fields, rules and foot below the body."""
        for line in self._lines[: self._body]:
            if line != self.title:
                yield self._label(line)
        in_foot = False
        for at, line in enumerate(self._lines[self._body :], start=self._body):
            in_foot = in_foot or line.text in _FEET or at in self._sealed
            is_mark = is_rule(line) if at >= self._foot else is_firm(line.text)
            if in_foot or self._named[line] or is_mark:
                yield self._label(line)

    def stated(self) -> Source:
        fields: dict[str, str] = {}
        for field in filter(None, self._named.values()):
            fields.setdefault(field.name, field.value)
        of_field = self._day(_first(fields, *_DAYS) or "")
        day = (of_field or self._day_line) if self._name else (self._day_line or of_field)
        return Source(
            title=self.title.text if self.title else _first(fields, *_TITLES),
            publisher=self._publisher() or _first(fields, *_PUBLISHERS),
            author=self._author(fields),
            url=_address(_first(fields, "url", "document url")),
            published=day[0] if day else None,
        )

    def _label(self, line: Line) -> Span:
        """The line, or its label alone where the article begins on the same line."""
        field = self._named[line]
        if field and field.is_body and field.value:
            return Span(line.start, line.end - len(field.value))
        return line.span

    def _day(self, text: str) -> tuple[PartialDate, str | None] | None:
        return dated(text.strip(), day_first=self._day_first)

    def _find_body(self) -> int:
        """Where the head ends: at the body's label, else behind the last field before prose."""
        labels = (at for at, line in enumerate(self._lines) if line.text in _BODY_LABELS)
        label = next(labels, None)
        if label is not None:
            return label + 1
        end = 0
        is_dated = False
        for at, line in enumerate(self._lines):
            field = self._named[line]
            if field and field.is_body:
                return at if field.value else at + 1
            if field or is_rule(line):
                end = at + 1
            elif len(line.text) > _LONGEST_HEAD or (end and is_prose(line.text)):
                break
            elif is_prose(line.text):
                return at
            is_dated = is_dated or self._day(line.text) is not None
        while end < len(self._lines) and self._is_of_head(self._lines[end]):
            end += 1
        return end

    def _find_foot(self) -> int:
        """Where the foot begins: behind the last sentence that stands before a mark of it."""
        foot = self._body
        for at, line in enumerate(self._lines[self._body :], start=self._body):
            field = self._named[line]
            if line.text in _FEET or is_firm(line.text):
                break
            if (field and field.is_body and field.value) or (
                not (field or is_rule(line)) and ends_sentence(line.text)
            ):
                foot = at + 1
        return foot

    def _find_sealed(self) -> range:
        """The lines between the last sentence and an address of the database: the newspaper."""
        seals = (at for at, line in enumerate(self._lines) if SURE.fullmatch(line.text))
        return range(self._foot, next(seals, 0))

    def _forget_labels_of_body(self) -> None:
        """What looks like a field between the sentences of the body is a part of it."""
        if self._coded:
            return
        for at in range(self._body, self._foot):
            line = self._lines[at]
            field = self._named[line]
            if field and not (at == self._body and field.is_body) and not is_firm(line.text):
                self._named[line] = None

    def _find_dated(self) -> Line | None:
        """The line of the day: the one that gives nothing else, failing that one with a name."""
        days = {line: day for line in self._plain if (day := self._day(line.text))}
        alone = [line for line, (_, name) in days.items() if not name]
        lines = alone or list(days)
        return lines[0] if len({days[line][0] for line in lines}) == 1 else None

    def _is_of_head(self, line: Line) -> bool:
        return is_detail(line.text) or is_rule(line) or self._day(line.text) is not None

    def _around_day(self) -> tuple[list[Line], list[Line]]:
        if self._dated is None:
            return list(self._plain), []
        at = self._plain.index(self._dated)
        return self._plain[:at], self._plain[at + 1 :]

    def _find_title(self, head: Sequence[Line]) -> Line | None:
        """The headline: above the newspaper's name, or below it and the date.

        LexisNexis names the newspaper first, then the day; Nexis Uni and Factiva the headline.
        """
        if any(field and field.name in _TITLES and field.value for field in self._named.values()):
            return None
        above, below = self._above, self._below
        if not self._dated:
            return above[0] if above else None
        if self._counted is not None:
            return _headline([line for line in above if line in head[: self._counted]])
        if self._is_below():
            return next((line for line in below if not _by(line.text)), None)
        return above[0] if len(above) > 1 or (above and not below) else None

    def _is_below(self) -> bool:
        """True when the newspaper and the day stand above the headline."""
        if self._name and not self._above:
            return True
        return len(self._above) == 1 and bool(self._below) and self._counted is None

    def _publisher(self) -> str | None:
        if not self._dated:
            return None
        if self._name and not self._above:
            return self._name
        names = [line for line in self._above if line != self.title and not _by(line.text)]
        after = [line for line in self._below if line != self.title and not _by(line.text)]
        if self._counted is not None:  # Factiva: the headline above, the name below
            return after[0].text if after else self._name
        if names:
            return names[-1].text
        return self._name or (after[0].text if after else None)

    def _author(self, fields: dict[str, str]) -> str | None:
        by = next((by for line in self._plain if (by := _by(line.text))), None)
        found = _first(fields, *_AUTHORS) or by or self._named_alone()
        if not found:
            return None
        found = re.sub(r"^(?:by|von|par|por)\s+", "", found.strip(), flags=re.IGNORECASE)
        people = [
            part.strip()
            for part in found.split(" | ")[0].split(";")
            if not re.search(r" [a-z]{5}", part)
        ]
        names = (_FROM.sub("", name) if _NAME.search(name) else name for name in people)
        return "; ".join(filter(None, (name.strip(" .;") for name in names))) or None

    def _named_alone(self) -> str | None:
        """A name in the line below the headline."""
        lines = [line for line in self._plain if self.title and line.start > self.title.start]
        first = next(iter(lines), None)
        is_name = first and first.text != self._publisher() and _NAME.fullmatch(first.text)
        return first.text if first and is_name and self._day(first.text) is None else None


_BODY_LABELS: Final = frozenset({"Body", "BODY", "FULL TEXT", "Full text", "Full Text"})
_FEET: Final = frozenset({"Classification", "DETAILS"})
_TITLES: Final = ("headline", "title", "article name", "titre", "titel", "überschrift", "título")
_PUBLISHERS: Final = ("publication title", "publication", "from", "publisher")
_AUTHORS: Final = ("byline", "author", "author/byline", "authors", "autor", "auteur")
_ONCE: Final = (
    "length",
    "load-date",
    "länge",
    "dokumentnummer",
    "proquest document id",
    "headline",
)
_DAYS: Final = ("publication date", "date", "datum", "fecha")


def _headline(above: Sequence[Line]) -> Line | None:
    """Of the lines above Factiva's number of words: a section, the headline, who wrote it."""
    lines = [line for line in above if not _by(line.text)]
    if len(lines) > 1 and _NAME.fullmatch(lines[-1].text) and len(lines[-2].text.split()) > 1:
        lines = lines[:-1]
    if len(lines) > 1 and len(lines[0].text.split()) < 3 <= len(lines[1].text.split()):
        lines = lines[1:]
    return lines[0] if len(lines) == 1 else None


def _by(text: str) -> str | None:
    match = _BY.fullmatch(text)
    return match[1] if match else None


def is_prose(text: str) -> bool:
    """True for a line that can be no heading and no field."""
    return len(text) > _SHORTEST_PROSE and ends_sentence(text)


def _first(fields: dict[str, str], *names: str) -> str | None:
    return next((fields[name] for name in names if fields.get(name)), None)


def _address(text: str | None) -> str | None:
    return text if text and re.fullmatch(r"https?://[^\s/]+\S*", text) else None
