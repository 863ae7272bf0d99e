"""Exports of press databases: what their field lines say, and which lines are no part of it.

Such a file holds one article or many, each with its head above the body and a foot below it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from corpus.formats.press_article import Article, is_prose
from corpus.formats.press_lines import COVER, IS_COVER, field_of, is_coded, is_count, is_rule
from corpus.formats.press_marks import CERTAIN, CLOSES, ENDS, OPENS, SURE, TELLING
from corpus.layout import Line
from corpus.model import Source, Span

_FEWEST_TELLING: Final = 3


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
    parts = list(articles_of(lines))
    if not parts:
        return None
    coded = is_coded(tuple(line.text for line in lines))
    held = {line for part in parts for line in part}
    articles = [Article(part, day_first=day_first, coded=coded) for part in parts]
    unquoted = [line.span for line in lines if line not in held]
    unquoted += (span for article in articles for span in article.unquoted())
    titles = [title for article in articles if (title := article.title)]
    is_one = len(articles) == 1 and not articles[0].is_more_than_one
    stated = articles[0].stated() if is_one else Source()
    return PressExport(stated, tuple(titles), tuple(unquoted))


def articles_of(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines of each article of an export; none when the lines are no export."""
    if is_coded(tuple(line.text for line in lines)) or _is_export(lines):
        yield from filter(None, map(_without_cover, _articles(lines)))


def _is_export(lines: Sequence[Line]) -> bool:
    certain = sum(CERTAIN.fullmatch(line.text) is not None for line in lines)
    telling = sum(TELLING.fullmatch(line.text) is not None for line in lines)
    counted = any(is_count(line.text) for line in lines)
    sure = any(SURE.fullmatch(line.text) for line in lines)
    return sure or (certain > 0 and (telling + certain > _FEWEST_TELLING or counted))


def _without_cover(lines: Sequence[Line]) -> Sequence[Line]:
    """An article less the list of contents that stands above the first one."""
    cover = next((n for n, line in enumerate(lines[:10]) if IS_COVER.fullmatch(line.text)), None)
    if cover is None:
        return lines
    last = cover
    for at, line in enumerate(lines[cover:], start=cover):
        if COVER.fullmatch(line.text):
            last = at
        elif is_prose(line.text):
            break
    return lines[last + 1 :]


def _articles(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The articles of an export, each with its head and its foot."""
    start = 0
    has_body = is_open = False
    for at, line in enumerate(lines):
        if at < start:
            continue
        if OPENS.fullmatch(line.text):
            if has_body or is_open:
                yield lines[start:at]
            start, has_body, is_open = at, False, True
        elif ENDS.fullmatch(line.text) or (has_body and CLOSES.fullmatch(line.text)):
            end = _foot_end(lines, at + 1)
            yield lines[start:end]
            start, has_body, is_open = end, False, False
        has_body = has_body or is_prose(line.text)
    if has_body or not start:
        yield lines[start:]


def _foot_end(lines: Sequence[Line], at: int) -> int:
    """Where the last field or rule stands right behind the line that closes an article."""
    while at < len(lines) and not OPENS.fullmatch(lines[at].text):
        field = field_of(lines[at].text, coded=False)
        is_head = field is not None and field.name in {"title", "headline", "record", "author"}
        if is_head or not (field or is_rule(lines[at])):
            break
        at += 1
    return at
