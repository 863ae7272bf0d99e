"""What a web page declares about itself: its head, its JSON-LD, a marked byline or time.

Nothing is read from running text, footers, links to other pages or the clock of the file. Where
the page contradicts itself, the field stays unknown.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Final

from lxml.html import HtmlElement

from corpus.dates import PartialDate
from corpus.formats import page_heading
from corpus.formats.byline import read_byline
from corpus.formats.elements import listing
from corpus.formats.json_ld import own_article, own_page, texts
from corpus.formats.page_author import page_author, parted, site_names
from corpus.formats.page_dates import declared_days
from corpus.formats.page_day import Declared, day_of_publication
from corpus.formats.page_heading import main_heading, page_title
from corpus.formats.page_kinds import common, is_wiki, live_span
from corpus.formats.page_outline import Metas, Outline, shown_words
from corpus.metadata import is_web_address, one_line
from corpus.model import Source

# What browsers and SingleFile write on top of a page that they save.
_SAVED_FROM: Final = re.compile(
    r"\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)"
)


def read_page_metadata(page: HtmlElement, *, day_first: bool = True) -> Source:
    """The fields that the page states of itself. Where it says a thing twice, in this order:

    - title: ``og:title``, JSON-LD headline, its own heading, ``title``, none that is the site's;
    - publisher: ``og:site_name``, JSON-LD publisher, ``meta name=publisher``;
    - author: the people in ``meta name=author``, JSON-LD author, ``itemprop`` or ``rel=author``,
      a byline, unless two of these name wholly other people;
    - address: ``link rel=canonical``, ``og:url``, what the browser that saved the page noted;
    - date: ``article:published_time``, ``meta name=pubdate`` and its kin, JSON-LD
      ``datePublished``, and what is marked ``datePublished`` or ``published`` must agree, and then
      the day is that of the page's own clock; failing these a day that stands at its heading.
      ``meta name=date`` counts only where the page shows the same day. A wiki has none, and a
      live account of several days no more than what they have in common.
    Where the page contradicts itself the value is unknown.
    """
    metas = Metas(page)
    address = _address(page, metas)
    article = own_article(page, address)
    name = page_title(page)
    named = [
        *metas.named("og:title"),
        *texts(article.get("headline")),
        *([name] if name else []),
    ]
    publishers = (
        metas.named("og:site_name"),
        texts(article.get("publisher")),
        metas.named("publisher", "dc.publisher"),
    )
    publisher = _first(*publishers)
    heading = main_heading(page, named=named, site=publisher)
    outline = Outline(page, heading)
    bylines = [
        byline
        for text in _marked(page, outline)
        if (byline := read_byline(text, day_first=day_first))
    ]
    language = _first(page.xpath("/html/@lang | /html/@xml:lang"))
    days = declared_days(
        page,
        metas,
        article or own_page(page, address),
        outline,
        bylines=bylines,
        address=address,
        language=language,
        day_first=day_first,
    )
    of_many = is_wiki(page, metas, article, address)
    return Source(
        title=page_heading.title(
            declared=[]
            if of_many  # its headline is a description
            else [*metas.named("og:title"), *texts(article.get("headline"))],
            heading=None if heading is None else shown_words(heading),
            name=name,
            site=publisher,
        ),
        publisher=publisher,
        author=page_author(
            page, metas, article, bylines, outline, sites=site_names(address, *chain(*publishers))
        ),
        url=address,
        published=None if of_many else _published(page, article, days, day_first=day_first),
        language=language,
    )


def _published(
    page: HtmlElement, article: Mapping[str, object], days: Declared, *, day_first: bool
) -> PartialDate | None:
    span = live_span(page, article, day_first=day_first)
    return common(span) if len(span) > 1 else day_of_publication(days)


def _address(page: HtmlElement, metas: Metas) -> str | None:
    canonical = page.xpath("//link[translate(@rel, 'CANOILTS', 'canoilts') = 'canonical']/@href")
    comments = page.xpath("preceding-sibling::comment() | comment()")
    saved = [match[1] for each in comments if (match := _SAVED_FROM.match(each.text or ""))]
    declared = map(one_line, (*canonical, *metas.named("og:url"), *saved))
    return next(filter(is_web_address, declared), None)


def _marked(page: HtmlElement, outline: Outline) -> list[str]:
    """The lines that the page marks as bylines, with "By" in front as a reader would say them."""
    found = listing(page.iter(), "class", {"byline", "p-author"})
    lines = (parted(element) for element in filter(outline.is_own, found))
    return [line if read_byline(line) else f"By {line}" for line in lines]


def _first(*ranks: Iterable[str]) -> str | None:
    texts_in_order = (one_line(text) for rank in ranks for text in rank)
    return next(filter(None, texts_in_order), None)
