"""What a web page declares about itself: its head, its JSON-LD, a marked byline or time.

Nothing is read from running text, footers, links to other pages or the clock of the file. Where
the page contradicts itself, the field stays unknown.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from lxml.html import HtmlElement

from corpus.dates import PartialDate, read_date
from corpus.errors import DateError
from corpus.formats.byline import read_byline
from corpus.formats.json_ld import own_article, texts
from corpus.formats.page_outline import Outline
from corpus.metadata import is_web_address, joined, one_line
from corpus.model import Source

_OTHERS: Final = " or ".join(
    f"contains(@{attribute}, '{word}')"
    for attribute in ("class", "id")
    for word in ("related", "recommend", "comment", "sidebar", "widget", "footer", "promo")
)
# Parts of a page that speak of other pages, of readers, or of the site.
_ELSEWHERE: Final = (
    "ancestor-or-self::*[self::aside or self::nav or self::footer or self::form"
    f" or (not(self::html or self::body or self::main) and ({_OTHERS}))]"
)
_HERE: Final = f"[not({_ELSEWHERE})]"
_TOP: Final = f"//header[.//h1 or count(//article) = 1 and ancestor::article]{_HERE}"

# Names that mean the day of publication; those that say "modified" or "updated" do not.
_DATE_NAMES: Final = (
    "date dc.date dc.date.issued dcterms.date dcterms.issued publishdate publish-date publish_date "
    "pubdate publication_date datepublished parsely-pub-date sailthru.date "
    "citation_publication_date"
).split()
_CHANGED: Final = re.compile(r"updat|modif|revis|changed|corrected", re.IGNORECASE)
_LETTER: Final = re.compile(r"[^\W\d_]")
_NO_LABEL: Final = " or ".join(f"ancestor::{name}" for name in "head script style h1 time".split())
_LABEL: Final = 40  # characters before a time that may say what it is the time of
_MOST_TIMES: Final = 10  # more beside a heading are a list of events
_MOST_AUTHORS: Final = 5  # more marked names are a list of the site's writers


def read_page_metadata(page: HtmlElement, *, day_first: bool = True) -> Source:
    """The fields that the page states of itself. Where it says a thing twice, in this order:

    - title: ``og:title``, JSON-LD headline, its only ``h1``, ``title``;
    - publisher: ``og:site_name``, JSON-LD publisher, ``meta name=publisher``;
    - author: ``meta name=author``, JSON-LD author, ``itemprop`` or ``rel=author``, a byline;
    - address: ``link rel=canonical``, ``og:url``;
    - date: ``article:published_time``, ``meta name=date`` and its kin, JSON-LD ``datePublished``,
      ``itemprop=datePublished`` or a ``time`` of class ``published``, a byline, a ``time`` beside
      the article's ``h1``. The first of these that is there decides; when it contradicts itself,
      the date is unknown.
    """
    address = _address(page)
    article = own_article(page, address)
    outline = Outline(page)
    bylines = [
        byline
        for text in _marked(page, outline)
        if (byline := read_byline(text, day_first=day_first))
    ]
    headings = [one_line(h1.text_content()) for h1 in page.xpath(f"//h1{_HERE}")]
    return Source(
        title=_first(
            _meta(page, "og:title"),
            texts(article.get("headline")),
            headings if len(headings) == 1 else (),
            (title.text_content() for title in page.xpath("//head/title")),
        ),
        publisher=_first(
            _meta(page, "og:site_name"),
            texts(article.get("publisher")),
            _meta(page, "publisher", "dc.publisher"),
        ),
        author=_author(page, article, bylines, outline),
        url=address,
        published=_published(page, article, bylines, outline, day_first=day_first),
        language=_first(page.xpath("/html/@lang | /html/@xml:lang")),
    )


def _address(page: HtmlElement) -> str | None:
    canonical = page.xpath("//link[translate(@rel, 'CANOILTS', 'canoilts') = 'canonical']/@href")
    declared = (one_line(value) for value in (*canonical, *_meta(page, "og:url")))
    return next(filter(is_web_address, declared), None)


def _author(
    page: HtmlElement, article: Mapping[str, object], bylines: Sequence[Source], outline: Outline
) -> str | None:
    marked = page.xpath(
        f"//*[contains(concat(' ', @itemprop, ' '), ' author ')]{_HERE}"
        f" | //*[contains(concat(' ', @rel, ' '), ' author ')][not(self::link)]{_HERE}"
    )
    ranks: tuple[Iterable[str], ...] = (
        _meta(page, "author", "article:author", "dc.creator", "parsely-author"),
        texts(article.get("author")),
        map(_name, filter(outline.is_own, marked)),
        (byline.author or "" for byline in bylines),
    )
    for rank in ranks:
        names = [name for name in dict.fromkeys(map(one_line, rank)) if name and "://" not in name]
        if 0 < len(names) <= _MOST_AUTHORS:
            return joined(names)
    return None


def _name(element: HtmlElement) -> str:
    inner = element.xpath(".//*[contains(concat(' ', @itemprop, ' '), ' name ')]")
    shown = inner[0] if inner else element
    text = one_line(shown.get("content") or shown.text_content())
    return re.sub(r"^[Bb]y:?\s+", "", text) if len(text) <= 80 else ""


def _published(
    page: HtmlElement,
    article: Mapping[str, object],
    bylines: Sequence[Source],
    outline: Outline,
    *,
    day_first: bool,
) -> PartialDate | None:
    marked = page.xpath(f"//*[contains(concat(' ', @itemprop, ' '), ' datePublished ')]{_HERE}")
    classed = page.xpath(
        "//time[contains(concat(' ', @class, ' '), ' published ')"
        " or contains(concat(' ', @class, ' '), ' dt-published ') or @pubdate]"
        f"[not(ancestor::article) or ancestor::article[1][.//h1]]{_HERE}"
    )
    top = page.xpath(f"{_TOP}//time[@datetime]")
    top = top if len(top) <= _MOST_TIMES else []
    stated = article.get("datePublished")
    ranks: tuple[Iterable[str], ...] = (
        _meta(page, "article:published_time", "og:article:published_time"),
        _meta(page, *_DATE_NAMES),
        [stated] if isinstance(stated, str) else [],
        map(_time, filter(outline.is_own, [*marked, *classed])),
        (str(byline.published) for byline in bylines if byline.published),
        (_time(element) for element in top if not _is_change(element)),
    )
    for rank in ranks:
        dates = [when for text in rank if (when := _date(text, day_first))]
        if dates:
            finest = max(dates, key=lambda when: (bool(when.month), bool(when.day)))
            agree = all(when.overlaps(finest.first, finest.last) for when in dates)
            return finest if agree else None
    return None


def _time(element: HtmlElement) -> str:
    return str(element.get("datetime") or element.get("content") or element.text_content())


def _is_change(element: HtmlElement) -> bool:
    """True when the time is marked, or introduced by its words, as that of a later change."""
    before = element.xpath(f"preceding::text()[not({_NO_LABEL})]")
    label = next((text for text in reversed(before) if _LETTER.search(text)), "")
    line = element.getparent().text_content()
    around = (element.get("class"), element.get("itemprop"), line, label[-_LABEL:])
    return any(_CHANGED.search(text) for text in around if text)


def _date(text: str, day_first: bool) -> PartialDate | None:
    try:
        return read_date(text, day_first=day_first)
    except DateError:
        return None


def _marked(page: HtmlElement, outline: Outline) -> list[str]:
    """The lines that the page marks as bylines, with "By" in front as a reader would say them."""
    found = page.xpath(
        "//*[contains(concat(' ', @class, ' '), ' byline ')"
        f" or contains(concat(' ', @class, ' '), ' p-author ')]{_HERE}"
    )
    lines = (one_line(element.text_content()) for element in filter(outline.is_own, found))
    return [line if read_byline(line) else f"By {line}" for line in lines]


def _meta(page: HtmlElement, *names: str) -> list[str]:
    """The contents of the meta elements of these names, in the page's order."""
    return [
        one_line(meta.get("content"))
        for meta in page.xpath("//meta[@content][@name or @property]")
        if {(meta.get("property") or "").lower(), (meta.get("name") or "").lower()}.intersection(
            names
        )
        if one_line(meta.get("content"))
    ]


def _first(*ranks: Iterable[str]) -> str | None:
    texts_in_order = (one_line(text) for rank in ranks for text in rank)
    return next(filter(None, texts_in_order), None)
