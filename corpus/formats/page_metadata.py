"""What a web page declares about itself: its head, its JSON-LD, a marked byline or time.

Nothing is read from running text, footers, links to other pages or the clock of the file. Where
the page contradicts itself, the field stays unknown.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from lxml.html import HtmlElement

from corpus.formats.byline import read_byline
from corpus.formats.json_ld import own_article, own_page, texts
from corpus.formats.page_dates import declared_days
from corpus.formats.page_day import day_of_publication
from corpus.formats.page_heading import main_heading, page_title
from corpus.formats.page_outline import HERE, Outline, meta_contents, shown_words
from corpus.metadata import is_web_address, joined, one_line
from corpus.model import Source

_BY: Final = re.compile(r"^(?:[Bb]y|BY):?\s+")
# What browsers and SingleFile write on top of a page that they save.
_SAVED_FROM: Final = re.compile(
    r"\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(\S+)"
)
_MOST_AUTHORS: Final = 5  # more marked names are a list of the site's writers


def read_page_metadata(page: HtmlElement, *, day_first: bool = True) -> Source:
    """The fields that the page states of itself. Where it says a thing twice, in this order:

    - title: ``og:title``, JSON-LD headline, its only ``h1``, ``title``;
    - publisher: ``og:site_name``, JSON-LD publisher, ``meta name=publisher``;
    - author: ``meta name=author``, JSON-LD author, ``itemprop`` or ``rel=author``, a byline;
    - address: ``link rel=canonical``, ``og:url``, what the browser that saved the page noted;
    - date: ``article:published_time``, ``meta name=pubdate`` and its kin, JSON-LD
      ``datePublished``, ``itemprop=datePublished`` or a ``time`` of class ``published`` or behind
      that word, ``meta name=date``, a byline, a ``time`` beside the article's ``h1``. The first of
      these that is there decides; when it contradicts itself, the date is unknown.
    """
    address = _address(page)
    article = own_article(page, address)
    name = page_title(page)
    named = [
        *meta_contents(page, "og:title"),
        *texts(article.get("headline")),
        *([name] if name else []),
    ]
    heading = main_heading(page, named=named)
    outline = Outline(page, heading)
    bylines = [
        byline
        for text in _marked(page, outline)
        if (byline := read_byline(text, day_first=day_first))
    ]
    pages = [article] if article else [own_page(page, address)]
    days = declared_days(page, pages, bylines, outline, address, day_first=day_first)
    return Source(
        title=_first(
            meta_contents(page, "og:title"),
            texts(article.get("headline")),
            [shown_words(heading)] if heading is not None else (),
            [name] if name else (),
        ),
        publisher=_first(
            meta_contents(page, "og:site_name"),
            texts(article.get("publisher")),
            meta_contents(page, "publisher", "dc.publisher"),
        ),
        author=_author(page, article, bylines, outline),
        url=address,
        published=day_of_publication(days),
        language=_first(page.xpath("/html/@lang | /html/@xml:lang")),
    )


def _address(page: HtmlElement) -> str | None:
    canonical = page.xpath("//link[translate(@rel, 'CANOILTS', 'canoilts') = 'canonical']/@href")
    comments = page.xpath("preceding-sibling::comment() | comment()")
    saved = [match[1] for each in comments if (match := _SAVED_FROM.match(each.text or ""))]
    declared = map(one_line, (*canonical, *meta_contents(page, "og:url"), *saved))
    return next(filter(is_web_address, declared), None)


def _author(
    page: HtmlElement, article: Mapping[str, object], bylines: Sequence[Source], outline: Outline
) -> str | None:
    marked = page.xpath(
        f"//*[contains(concat(' ', @itemprop, ' '), ' author ')]{HERE}"
        f" | //*[contains(concat(' ', @rel, ' '), ' author ')][not(self::link)]{HERE}"
    )
    ranks: tuple[Iterable[str], ...] = (
        meta_contents(page, "author", "article:author", "dc.creator", "parsely-author"),
        texts(article.get("author")),
        map(_name, filter(outline.is_own, marked)),
        (byline.author or "" for byline in bylines),
    )
    for rank in ranks:
        written = dict.fromkeys(_BY.sub("", one_line(name)) for name in rank)
        names = [name for name in written if name and "://" not in name]
        if 0 < len(names) <= _MOST_AUTHORS:
            return joined(names)
    return None


def _name(element: HtmlElement) -> str:
    inner = element.xpath(".//*[contains(concat(' ', @itemprop, ' '), ' name ')]")
    shown = inner[0] if inner else element
    text = one_line(shown.get("content") or _parted(shown))
    return text if len(text) <= 80 else ""


def _parted(element: HtmlElement) -> str:
    """Its words, apart where one inner element meets the next, as bylines are laid out."""
    return re.sub(r"\s+(?=[,.;])", "", one_line(" ".join(element.xpath(".//text()"))))


def _marked(page: HtmlElement, outline: Outline) -> list[str]:
    """The lines that the page marks as bylines, with "By" in front as a reader would say them."""
    found = page.xpath(
        "//*[contains(concat(' ', @class, ' '), ' byline ')"
        f" or contains(concat(' ', @class, ' '), ' p-author ')]{HERE}"
    )
    lines = (_parted(element) for element in filter(outline.is_own, found))
    return [line if read_byline(line) else f"By {line}" for line in lines]


def _first(*ranks: Iterable[str]) -> str | None:
    texts_in_order = (one_line(text) for rank in ranks for text in rank)
    return next(filter(None, texts_in_order), None)
