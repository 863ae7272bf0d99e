"""Bylines: the line below a title that names the author, and often the day."""

import re
from collections.abc import Collection, Sequence
from contextlib import suppress
from itertools import islice, pairwise
from typing import Final, NamedTuple

from corpus.dates import PartialDate, read_date
from corpus.errors import DateError
from corpus.formats.page_labels import PUBLISHED
from corpus.layout import Block
from corpus.metadata import joined
from corpus.model import Source, Span
from corpus.months import MONTHS, WEEKDAYS, weekday_of

_NAME: Final = r"(?:(?:al|an|ar|as|ash|at|el)-)?[^\W\d_a-z](?:[^\W\d_]|[.'’\-])*"
_PARTICLE: Final = r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn)"
_FULL_NAME: Final = rf"{_NAME}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_NAME}){{0,4}}"
_AND: Final = r"(?:,\s+(?:and\s+)?|\s+(?:and|&|und|et|y|e|и)\s+)"
_NAMES: Final = rf"{_FULL_NAME}(?:{_AND}{_FULL_NAME}){{0,4}}"
_FEWEST_NAMES: Final = _NAMES.replace("{0,4}", "{0,4}?")  # "Jane Doe October 1": no third name
_BY: Final = r"(?:[Bb]y|BY|Von|Par|Por|Автор)(?::\s*|\s+)"
_ON: Final = rf"{PUBLISHED}(?:[:：]\s*|\s+)"
_WEEKDAY: Final = rf"(?i:{'|'.join(sorted(WEEKDAYS))})[.,]?\s+"
_DATE: Final = rf"(?:{_WEEKDAY})?(?:{'|'.join(sorted(MONTHS))}|[0-9]).*"

# What may stand between the bars of a byline; a line with anything else is none.
_PARTS: Final = tuple(
    re.compile(form)
    for form in (
        rf"{_BY}(?P<author>{_NAMES})",
        rf"{_BY}(?P<author>{_FEWEST_NAMES})(?:\s*[–—/,-]|\s+on)?\s+(?:{_ON})?(?P<date>{_DATE})",
        rf"{_ON}(?P<date>{_DATE}?)(?:\s*[–—,-])?\s+{_BY}(?P<author>{_NAMES})",
        rf"(?P<is_publication>{_ON})(?P<date>{_DATE})",
        rf"(?P<date>{_DATE})",
        r"(?i:(?:last )?(?:updated|modified)\b.*[0-9].*|[0-9]{1,2} min(?:ute)?s?(?: read)?)",
    )
)
_BAR: Final = re.compile(r"\s*[|•·]\s*|[.,;]?\s+(?=(?i:(?:last\s+)?(?:updated|modified))\b)")
_LONGEST: Final = 150
_HEAD_BLOCKS: Final = 5  # where a byline stands, if there is one
_HEAD_LINES: Final = 60


class _Part(NamedTuple):
    author: str | None
    published: PartialDate | None
    is_publication: bool


def read_byline(line: str, *, day_first: bool = True) -> Source | None:
    """Author and date of publication as the line gives them; ``None`` when it is no byline.

    An author without a day must be someone of two words, for "By Region" and "By Spring 2021" are
    headings; a date without an author must be said to be that of publication, and "updated" is
    not. Two dates of publication are none.
    """
    if len(line) > _LONGEST:
        return None
    parts: list[_Part] = []
    for written in _BAR.split(line.strip("*_ ")):
        part = _part(written, day_first)
        if part is None:
            return None
        parts.append(part)
    authors = [part.author for part in parts if part.author]
    dates = {part.published for part in parts if part.published}
    has_day = any(published.day for published in dates)
    named = bool(authors) and (has_day or _are_full_names(authors))
    named = named and not any(map(_is_time, authors))
    if not named and not any(part.is_publication for part in parts):
        return None
    return Source(
        author=", ".join(authors) or None, published=dates.pop() if len(dates) == 1 else None
    )


def find_bylines(
    blocks: Sequence[Block], *, known: Source | None = None, day_first: bool = True
) -> dict[Span, Source]:
    """The bylines among the first few blocks, by their spans.

    A line that only repeats the author or the day that is ``known`` is one too, and so is a day
    alone right below a line that names the author.
    """
    head = (line for block in blocks[:_HEAD_BLOCKS] for line in block.lines)
    lines = list(islice(head, _HEAD_LINES))
    found = {
        line.span: byline
        for line in lines
        if (byline := read_byline(line.text, day_first=day_first))
        or (known and (byline := _repeated(line.text, known, day_first=day_first)))
    }
    for line, below in pairwise(lines):
        above = found.get(line.span)
        if above and above.author and not above.published and below.span not in found:
            day = _part(below.text, day_first) if len(below.text) <= _LONGEST else None
            if day and day.published and day.published.day and not day.author:
                found[below.span] = Source(published=day.published)
    return found


def _repeated(line: str, known: Source, *, day_first: bool) -> Source | None:
    if known.author and line.casefold() == known.author.casefold():
        return Source(author=known.author)
    if known.published and len(line) <= _LONGEST:
        with suppress(DateError):
            if read_date(line, day_first=day_first) == known.published:
                return Source(published=known.published)
    return None


def stated_by(title: str | None, bylines: Collection[Source]) -> Source:
    """The source that a title line and bylines state.

    Bylines of two days belong to two stories, and neither speaks for the whole text.
    """
    dates = {byline.published for byline in bylines if byline.published}
    if len(dates) > 1:
        return Source(title=title)
    return Source(
        title=title,
        author=joined(dict.fromkeys(byline.author for byline in bylines if byline.author)),
        published=next(iter(dates), None),
    )


def _part(written: str, day_first: bool) -> _Part | None:
    for form in _PARTS:
        match = form.fullmatch(written)
        if match is None:
            continue
        found = match.groupdict()
        try:
            published = read_date(found["date"], day_first=day_first) if "date" in found else None
        except DateError:
            continue
        return _Part(found.get("author"), published, "is_publication" in found)
    return None


def _is_time(author: str) -> bool:
    return author in MONTHS or weekday_of(author) is not None


def _are_full_names(authors: Sequence[str]) -> bool:
    return all(len(name.split()) > 1 for author in authors for name in re.split(_AND, author))
