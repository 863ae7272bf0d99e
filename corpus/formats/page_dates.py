"""What a web page says of its days: of publication, of changes, and what stands at its heading."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from lxml.html import HtmlElement

from corpus.dates import PartialDate
from corpus.errors import DateError
from corpus.formats.elements import having, holds, listing, texts_before
from corpus.formats.json_ld import values_of
from corpus.formats.page_clock import clocks_of
from corpus.formats.page_day import Declared
from corpus.formats.page_labels import (
    CHANGED,
    PUBLISHED,
    is_called_change,
    is_called_otherwise,
    without_label,
)
from corpus.formats.page_outline import Metas, Outline, shown_words
from corpus.metadata import one_line
from corpus.model import Source
from corpus.moments import Moment, read_moment
from corpus.stated import find_dates

# Names that mean the day of publication; those that say "modified" or "updated" do not.
_DATE_NAMES: Final = (
    "dc.date.issued dcterms.issued publishdate publish-date publish_date pubdate "
    "publication_date pub_date publicationdate datepublished parsely-pub-date sailthru.date "
    "originalpublicationdate citation_publication_date cxenseparse:recs:publishtime "
    "cxenseparse:publishtime shareaholic:article_published_time bepress_citation_date "
    "sw-pubdate article.published article:published rnews:datepublished og:pubdate published_at "
    "article:pubdate vr:published_time article_date_original dcsext.articlefirstpublished "
    "citation_date citation_online_date date_published first-published "
).split()
# These are to mean it too, but programs also write there the day on which they made the page.
_DOUBTFUL_NAMES: Final = (
    "date dc.date dcterms.date dc:date created dcterms.created dc.date.created og:release_date "
    "release_date ptime date_created"
).split()
_CHANGE_NAMES: Final = (
    "article:modified_time og:article:modified_time og:updated_time last-modified datemodified "
    "dcterms.modified dc.date.modified shareaholic:article_modified_time modified"
).split()
_ISSUED: Final = re.compile(rf"\s*(?=[A-ZА-Я]){PUBLISHED}:?\s*")
# What programs give for no date: the zero of Unix time, here and west of Greenwich, and of .NET.
_ZEROS: Final = frozenset(
    {PartialDate(1970, 1, 1), PartialDate(1969, 12, 31), PartialDate(1, 1, 1)}
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_NO_LABEL: Final = frozenset("head script style h1 time".split())
_LABEL: Final = 40  # characters before a time that may say what it is the time of
_MOST_TIMES: Final = 10  # more beside a heading are a list of events
_IS_DAY: Final = frozenset({"datePublished", "schema:datePublished"})
_IS_DAY_BY_CLASS: Final = frozenset({"published", "dt-published"})
_DATED_CLASS: Final = re.compile(
    r"(?<![a-z])(?:date|datum|fecha|data|published|pubdate|publish|posted|timestamp|time|byline|meta"
    r"|infoline|dateline|created|zeit|stand|(?:entry|post|article|news)[-_]?(?:date|meta|info))"
    r"(?![a-z])|[a-z]Date(?![a-z])|date(?:published|line)",
    re.IGNORECASE,
)
_LONGEST_LINE: Final = 90  # characters of a line that gives a day, and who wrote
_PATH_DAY: Final = re.compile(
    r"(?<=[/_-])((?:19|20)[0-9]{2})(?:[/-]([01]?[0-9])[/-]([0-3]?[0-9])|([01][0-9])([0-3][0-9]))"
    r"(?=[/_.-]|$)"
)


def declared_days(
    page: HtmlElement,
    metas: Metas,
    article: Mapping[str, object],
    outline: Outline,
    *,
    bylines: Sequence[Source],
    address: str | None,
    language: str | None,
    day_first: bool,
) -> Declared:
    """All of them, by what they mean; see ``page_metadata.read_page_metadata``."""

    def read(texts: Iterable[object]) -> list[Moment]:
        return [moment for text in texts if (moment := _moment(text, day_first))]

    head = _Head(outline, day_first=day_first)
    return Declared(
        firm=(
            read(metas.named("article:published_time", "og:article:published_time")),
            read(metas.named(*_DATE_NAMES)),
            read(values_of(article.get("datePublished"))),
            [moment for element in _marked(page, outline) for moment in _days(element, day_first)],
        ),
        weak=(
            *(Moment(byline.published) for byline in bylines if byline.published),
            *head.shown,
        ),
        doubtful=read(metas.named(*_DOUBTFUL_NAMES)),
        changes=(
            *read(metas.named(*_CHANGE_NAMES)),
            *read(values_of(article.get("dateModified"))),
            *head.changes,
        ),
        address=_address_day(address),
        clocks=clocks_of(address, language),
    )


class _Head:
    """The days that are shown beside the heading, in time elements and in short lines."""

    def __init__(self, outline: Outline, *, day_first: bool) -> None:
        elements = outline.beside_heading()
        self.shown: list[Moment] = []
        self.changes: list[Moment] = []
        times = [element for element in elements if element.tag == "time"]
        if len(times) > _MOST_TIMES:
            return
        for element in elements:
            read = _days if element.tag == "time" else _line
            days = read(element, day_first)
            before = _before(element, day_first) if days else ""
            if days and _is_change(element, before):
                self.changes.extend(days)
            elif days and not is_called_otherwise(before, *_names(element)):
                self.shown.extend(days)


def _line(element: HtmlElement, day_first: bool) -> list[Moment]:
    """The one day in a short line that is marked as one of a date, or is nothing but one."""
    if element.tag in {"h1", "a"} or element.xpath("boolean(.//time | .//h1)"):
        return []
    words = shown_words(element)
    if not words or len(words) > _LONGEST_LINE:
        return []
    is_marked = _DATED_CLASS.search(f"{element.get('class', '')} {element.get('id', '')}")
    days = _stated(words, day_first)
    if len(days) != 1:
        return []
    return days if is_marked or _is_only_a_date(words, day_first) else []


def _is_only_a_date(words: str, day_first: bool) -> bool:
    return _moment(without_label(words), day_first) is not None


def _stated(words: str, day_first: bool) -> list[Moment]:
    found = {stated.date for stated in find_dates(words, day_first=day_first) if stated.date}
    return [Moment(day) for day in found if day.day]


def _marked(page: HtmlElement, outline: Outline) -> list[HtmlElement]:
    """The elements that are marked, or introduced by a word, as the day of publication."""
    marked = listing(page.iter(), "itemprop", {"datePublished"})
    marked += (element for element, name in having(page.iter(), "property") if name in _IS_DAY)
    times = list(page.iter("time", "abbr"))
    classed = listing(times, "class", _IS_DAY_BY_CLASS)
    classed += (element for element, _ in having(times, "pubdate"))
    times = [time for time in page.iter("time") if outline.is_here(time)]
    times = times if len(times) <= _MOST_TIMES else []
    labelled = (
        time
        for time in times
        if _ISSUED.fullmatch(_label(time)) and not CHANGED.search(time.get("class", ""))
    )
    found = dict.fromkeys([*marked, *filter(_is_in_story, classed), *labelled])
    return list(filter(outline.is_own, found))


def _is_in_story(element: HtmlElement) -> bool:
    """True unless the article around it has no heading, as entries of a list have none."""
    article = next(element.iterancestors("article"), None)
    return article is None or holds(article, "h1", "h2")


def _days(element: HtmlElement, day_first: bool) -> list[Moment]:
    """The day that an element's attribute gives, and the one that its words give, if another."""
    names = ("datetime", "content", "title") if element.tag == "abbr" else ("datetime", "content")
    declared = next(filter(None, map(element.get, names)), None)
    words = shown_words(element)
    given = _moment(declared, day_first) if declared else None
    shown = _stated(words, day_first) if len(words) <= _LONGEST_LINE else []
    if given is None:
        read = _moment(words, day_first)
        return [read] if read else shown[:1] if len(shown) == 1 else []
    return [given, *(shown if len(shown) == 1 else ())]


def _label(time: HtmlElement) -> str:
    """The words before a time, up to the next markup."""
    before = texts_before(time, passing=_NO_LABEL)
    return next((text for text in before if _LETTER.search(text)), "")


def _is_change(element: HtmlElement, before: str) -> bool:
    """True when it is marked, or introduced by its words, as the day of a later change."""
    line = one_line(element.getparent().text_content()) if element.getparent() is not None else ""
    around = [element.get("itemprop", ""), shown_words(element), _label(element)[-_LABEL:]]
    if len(line) <= _LONGEST_LINE:
        around.append(line)
    return is_called_change(before, element.get("class", ""), *around)


def _names(element: HtmlElement) -> tuple[str, str]:
    return element.get("class", ""), element.get("id", "")


def _before(element: HtmlElement, day_first: bool) -> str:
    """The words before the day: of the element's own, failing that of the line around it."""
    own = shown_words(element)
    first = next((stated.start for stated in find_dates(own, day_first=day_first)), 0)
    before = own[:first]
    if not before and element.getparent() is not None:
        line = shown_words(element.getparent())
        before = line[: line.find(own)] if len(line) <= _LONGEST_LINE else ""
    return before


def _address_day(address: str | None) -> Moment | None:
    match = _PATH_DAY.search(address or "")
    if match is None:
        return None
    try:
        return Moment(PartialDate.of_parts(*map(int, filter(None, match.groups()))))
    except ValueError:
        return None


def _moment(text: object, day_first: bool) -> Moment | None:
    if not isinstance(text, str):
        return None
    try:
        moment = read_moment(text, day_first=day_first)
    except DateError:
        return None
    return None if moment.day in _ZEROS else moment
