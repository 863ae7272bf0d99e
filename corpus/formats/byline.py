"""Bylines: the line below a title that names the author, and often the day."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from corpus.dates import PartialDate, read_date
from corpus.errors import DateError
from corpus.layout import Block
from corpus.model import Source, Span

_NAME: Final = r"[^\W\d_a-z][\w.'’\-]*"
_PARTICLE: Final = r"(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|el|al|bin|ibn)"
_FULL_NAME: Final = rf"{_NAME}(?:\s+(?:{_PARTICLE}\s+)?{_NAME}){{0,4}}"
_NAMES: Final = rf"{_FULL_NAME}(?:(?:,|,?\s+(?:and|&|und|et|y|e|и))\s+{_FULL_NAME}){{0,4}}"
_BY: Final = r"(?:[Bb]y|BY|Von|Par|Por|Автор:?)"
_PUBLISHED: Final = r"(?:[Pp]ublished|PUBLISHED|[Pp]osted)(?:\s+on)?:?"
_BYLINES: Final = tuple(
    re.compile(form)
    for form in (
        rf"{_BY}\s+(?P<author>{_NAMES}?)\s*(?:\||•|·|—|–|-|/|,|\bon\b)\s*(?:{_PUBLISHED}\s+)?(?P<date>\S.*)",
        rf"{_PUBLISHED}\s+(?P<date>.*?\d.*?)(?:\s*[|•·—–,-])?\s+[Bb]y\s+(?P<author>{_NAMES})",
        rf"{_PUBLISHED}\s+(?P<date>.*\d.*)",
        rf"{_BY}\s+(?P<author>{_NAMES})",
    )
)
_LONGEST: Final = 150
_HEAD_BLOCKS: Final = 5  # where a byline stands, if there is one


def read_byline(line: str, *, day_first: bool = True) -> Source | None:
    """Author and date of publication as the line gives them; ``None`` when it is no byline.

    A byline without a date must name someone by two words, for "By Region" is a heading. "Updated"
    is not a publication.
    """
    if len(line) > _LONGEST:
        return None
    for form in _BYLINES:
        match = form.fullmatch(line.strip("*_ "))
        if match is None:
            continue
        author = match.groupdict().get("author")
        written = match.groupdict().get("date")
        if written:
            published = _date(written, day_first)
            if published:
                return Source(author=author, published=published)
        elif author and len(author.split()) > 1 and not _holds_short_name(author):
            return Source(author=author)
    return None


def _date(written: str, day_first: bool) -> PartialDate | None:
    try:
        return read_date(written, day_first=day_first)
    except DateError:
        return None


def _holds_short_name(author: str) -> bool:
    return any(len(name.split()) < 2 for name in re.split(r",|\s(?:and|&|und|et|y|e|и)\s", author))


def find_bylines(blocks: Sequence[Block], *, day_first: bool = True) -> dict[Span, Source]:
    """The bylines among the first few blocks, by their spans."""
    return {
        line.span: byline
        for block in blocks[:_HEAD_BLOCKS]
        for line in block.lines
        if (byline := read_byline(line.text, day_first=day_first))
    }


def stated_by(title: str | None, bylines: Collection[Source]) -> Source:
    """The source that a title line and bylines state, the first one that tells each field."""
    return Source(
        title=title,
        author=next((byline.author for byline in bylines if byline.author), None),
        published=next((byline.published for byline in bylines if byline.published), None),
    )
