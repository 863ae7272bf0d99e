"""The day on which a web page says it was published, told from all its other days."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from lxml.html import HtmlElement

from corpus.dates import PartialDate, read_date
from corpus.errors import DateError
from corpus.formats.byline import PUBLISHED
from corpus.formats.page_outline import HERE, Outline, meta_contents
from corpus.model import Source

_TOP: Final = f"//header[.//h1 or count(//article) = 1 and ancestor::article]{HERE}"

# Names that mean the day of publication; those that say "modified" or "updated" do not.
_DATE_NAMES: Final = (
    "dc.date.issued dcterms.issued publishdate publish-date publish_date pubdate publication_date "
    "datepublished parsely-pub-date sailthru.date citation_publication_date"
).split()
# These are to mean it too, but programs also write there the day on which they made the page.
_DOUBTFUL_NAMES: Final = ("date", "dc.date", "dcterms.date")
_CHANGED: Final = re.compile(r"updat|modif|revis|changed|corrected", re.IGNORECASE)
_ISSUED: Final = re.compile(rf"\s*(?=[A-ZА-Я]){PUBLISHED}:?\s*")
# What programs give for no date: the zero of Unix time, here and west of Greenwich, and of .NET.
_ZEROS: Final = frozenset(
    {PartialDate(1970, 1, 1), PartialDate(1969, 12, 31), PartialDate(1, 1, 1)}
)
_LETTER: Final = re.compile(r"[^\W\d_]")
_NO_LABEL: Final = " or ".join(f"ancestor::{name}" for name in "head script style h1 time".split())
_LABEL: Final = 40  # characters before a time that may say what it is the time of
_MOST_TIMES: Final = 10  # more beside a heading are a list of events


def date_of_publication(
    page: HtmlElement,
    article: Mapping[str, object],
    bylines: Sequence[Source],
    outline: Outline,
    *,
    day_first: bool,
) -> PartialDate | None:
    """The day that the first kind of declaration gives, ``None`` when that contradicts itself.

    The kinds and their order are told in ``page_metadata.read_page_metadata``.
    """
    stated = article.get("datePublished")
    ranks: tuple[Iterable[str], ...] = (
        meta_contents(page, "article:published_time", "og:article:published_time"),
        meta_contents(page, *_DATE_NAMES),
        [stated] if isinstance(stated, str) else [],
        map(_time, _marked(page, outline)),
        meta_contents(page, *_DOUBTFUL_NAMES),
        (str(byline.published) for byline in bylines if byline.published),
        map(_time, _beside_heading(page)),
    )
    for rank in ranks:
        dates = [when for text in rank if (when := _date(text, day_first))]
        if dates:
            finest = max(dates, key=lambda when: (bool(when.month), bool(when.day)))
            agree = all(when.overlaps(finest.first, finest.last) for when in dates)
            return finest if agree else None
    return None


def _marked(page: HtmlElement, outline: Outline) -> list[HtmlElement]:
    """The elements that are marked, or introduced by a word, as the day of publication."""
    marked = page.xpath(
        f"//*[contains(concat(' ', @itemprop, ' '), ' datePublished ')]{HERE}"
        f" | //*[@property='datePublished' or @property='schema:datePublished']{HERE}"
    )
    classed = page.xpath(
        "//*[self::time or self::abbr][contains(concat(' ', @class, ' '), ' published ')"
        " or contains(concat(' ', @class, ' '), ' dt-published ') or @pubdate]"
        f"[not(ancestor::article) or ancestor::article[1][.//h1]]{HERE}"
    )
    times = page.xpath(f"//time{HERE}")
    times = times if len(times) <= _MOST_TIMES else []
    labelled = (time for time in times if _ISSUED.fullmatch(_label(time)))
    return list(filter(outline.is_own, [*marked, *classed, *labelled]))


def _beside_heading(page: HtmlElement) -> list[HtmlElement]:
    times = page.xpath(f"{_TOP}//time[@datetime]")
    return [time for time in times if not _is_change(time)] if len(times) <= _MOST_TIMES else []


def _time(element: HtmlElement) -> str:
    names = ("datetime", "content", "title") if element.tag == "abbr" else ("datetime", "content")
    declared = next(filter(None, map(element.get, names)), None)
    return str(declared or element.text_content())


def _label(time: HtmlElement) -> str:
    """The words before a time, up to the next markup."""
    before = time.xpath(f"preceding::text()[not({_NO_LABEL})]")
    return next((str(text) for text in reversed(before) if _LETTER.search(text)), "")


def _is_change(time: HtmlElement) -> bool:
    """True when the time is marked, or introduced by its words, as that of a later change."""
    line = time.getparent().text_content()
    around = (time.get("class"), time.get("itemprop"), line, _label(time)[-_LABEL:])
    return any(_CHANGED.search(text) for text in around if text)


def _date(text: str, day_first: bool) -> PartialDate | None:
    try:
        when = read_date(text, day_first=day_first)
    except DateError:
        return None
    return None if when in _ZEROS else when
