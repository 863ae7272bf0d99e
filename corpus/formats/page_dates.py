"""What a web page says of its days: of publication, of changes, and what is in its address."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from lxml.html import HtmlElement

from corpus.dates import PartialDate
from corpus.formats.elements import having, holds, listing
from corpus.formats.json_ld import values_of
from corpus.formats.page_clock import clocks_of
from corpus.formats.page_day import Declared
from corpus.formats.page_head_days import MOST_TIMES, HeadDays, days_of, label_before, read_day
from corpus.formats.page_labels import CHANGED, PUBLISHED
from corpus.formats.page_outline import Metas, Outline
from corpus.model import Source
from corpus.moments import Moment

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
_IS_DAY: Final = frozenset(
    "datePublished schema:datePublished dc:issued dcterms:issued dct:issued".split()
)
_IS_DAY_BY_CLASS: Final = frozenset({"published", "dt-published"})
_PATH_DAY: Final = re.compile(
    r"(?<=[/_-])((?:19|20)[0-9]{2})(?:[/-]([01]?[0-9])[/-]([0-3]?[0-9])|([01][0-9])([0-3][0-9]))"
    r"(?=[/_.-]|$)"
)
_PATH_MONTH: Final = re.compile(r"(?<=/)((?:19|20)[0-9]{2})/(0[1-9]|1[0-2])/(?=\D|[0-9]{3})")


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
        return [moment for text in texts if (moment := read_day(text, day_first=day_first))]

    head = HeadDays(outline, day_first=day_first)
    return Declared(
        firm=(
            read(metas.named("article:published_time", "og:article:published_time")),
            read(metas.named(*_DATE_NAMES)),
            read(values_of(article.get("datePublished"))),
            [
                moment
                for element in _marked(page, outline)
                for moment in days_of(element, day_first=day_first)
            ],
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


def _marked(page: HtmlElement, outline: Outline) -> list[HtmlElement]:
    """The elements that are marked, or introduced by a word, as the day of publication."""
    marked = listing(page.iter(), "itemprop", {"datePublished"})
    marked += listing(page.iter(), "property", _IS_DAY)
    times = list(page.iter("time", "abbr"))
    classed = listing(times, "class", _IS_DAY_BY_CLASS)
    classed += (element for element, _ in having(times, "pubdate"))
    times = [time for time in page.iter("time") if outline.is_here(time)]
    times = times if len(times) <= MOST_TIMES else []
    labelled = (
        time
        for time in times
        if _ISSUED.fullmatch(label_before(time)) and not CHANGED.search(time.get("class", ""))
    )
    found = dict.fromkeys([*marked, *filter(_is_in_story, classed), *labelled])
    return list(filter(outline.is_own, found))


def _is_in_story(element: HtmlElement) -> bool:
    """True unless the article around it has no heading, as entries of a list have none."""
    article = next(element.iterancestors("article"), None)
    return article is None or holds(article, "h1", "h2")


def _address_day(address: str | None) -> Moment | None:
    """The day, or the month alone, in the path of the address."""
    match = _PATH_DAY.search(address or "") or _PATH_MONTH.search(address or "")
    if match is None:
        return None
    try:
        return Moment(PartialDate.of_parts(*map(int, filter(None, match.groups()))))
    except ValueError:
        return None
