"""Pages that were not written on one day: wikis, and accounts that went on for days."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from lxml.html import HtmlElement

from corpus.dates import PartialDate
from corpus.errors import DateError
from corpus.formats.elements import having
from corpus.formats.json_ld import texts
from corpus.formats.page_outline import Metas
from corpus.moments import read_moment

_WIKIS: Final = re.compile(
    r"(?:mediawiki|dokuwiki|moinmoin|twiki|foswiki|xwiki|tiddlywiki|pmwiki|confluence|tiki wiki"
    r"|bookstack|gitit|wiki\.js|wikidot|wikkawiki|jspwiki|oddmuse|ikiwiki)\b",
    re.IGNORECASE,
)
_MANY_HANDS: Final = re.compile(
    r"contributors to\b|\bfandom\b|wiki[mp][eé]dia|вікімеді|викимеди|ويكيميديا|ויקימדיה"
    r"|ウィキメディア|위키미디어|维基媒体|維基媒體",
    re.IGNORECASE,
)
_WIKI_ADDRESS: Final = re.compile(
    r"https?://(?:[^/]*\.)?(?:wik(?:ipedia|tionary|iquote|ibooks|isource|iversity|ivoyage|idata)"
    r"\.org|fandom\.com|wikia\.com|miraheze\.org)(?:[/:]|$)|https?://[^?#]*/wiki/",
    re.IGNORECASE,
)
_WIKI_SKIN: Final = re.compile(
    r"mediawiki|skin-(?:vector|monobook|timeless|minerva)[\w-]*|ns--?\d+"
)
_WIKI_PARTS: Final = frozenset({"mw-content-text", "dokuwiki__content", "bodyContent"})
_LIVE: Final = "LiveBlogPosting"
_LIVE_CLASS: Final = re.compile(
    r"(?:^|[\s_-])(?:live-?(?:blog|ticker|post|entry|entries|updates?|feed|stream)|lb24|ticker"
    r"|arena-(?:liveblog|post))(?![a-z])",
    re.IGNORECASE,
)
_SPAN_KEYS: Final = ("datePublished", "dateModified", "coverageStartTime", "coverageEndTime")


def is_wiki(
    page: HtmlElement, metas: Metas, article: Mapping[str, object], address: str | None
) -> bool:
    """True for a page of many revisions; its first one is not the day of the words it has now."""
    if any(map(_WIKIS.match, metas.named("generator"))) or _WIKI_ADDRESS.match(address or ""):
        return True
    if any(map(_MANY_HANDS.search, texts(article.get("author")))):
        return True
    body = page.find("body")
    if body is not None and any(map(_WIKI_SKIN.fullmatch, body.get("class", "").split())):
        return True
    return any(element.get("id") in _WIKI_PARTS for element in page.iter("div", "main"))


def live_span(
    page: HtmlElement, article: Mapping[str, object], *, day_first: bool
) -> list[PartialDate]:
    """The days from which to which a live account went, if it is one and says so."""
    kinds = article.get("@type")
    is_live = _LIVE in (kinds if isinstance(kinds, list) else [kinds])
    told = [*_instants(article)] if is_live else [*_marked_instants(page), *_entry_times(page)]
    days: set[PartialDate] = set()
    for text in told:
        try:
            days.add(read_moment(text, day_first=day_first).day)
        except DateError:
            continue
    return sorted(days)


def common(days: list[PartialDate]) -> PartialDate | None:
    """The day, month or year that all of them lie in."""
    first, last = days[0], days[-1]
    if first == last:
        return first
    if first.year != last.year:
        return None
    return PartialDate(first.year, first.month if first.month == last.month else 0)


def _marked_instants(page: HtmlElement) -> Iterator[str]:
    """What a live account says in microdata, of itself and of its entries."""
    for scope, kind in having(page.iter(), "itemtype"):
        if kind.rstrip("/").endswith(_LIVE):
            for element, name in having(scope.iter(), "itemprop"):
                value = element.get("content") or element.get("datetime")
                if name in _SPAN_KEYS and value:
                    yield value


def _entry_times(page: HtmlElement) -> Iterator[str]:
    """The times of entries in what the page calls a live blog by its class."""
    seen: set[HtmlElement] = set()
    for element in page.iter("div", "section", "article", "ol", "ul", "main"):
        if _LIVE_CLASS.search(f"{element.get('class', '')} {element.get('id', '')}"):
            for time, value in having(element.iter("time"), "datetime"):
                if time in seen:
                    break  # within one that was looked through
                seen.add(time)
                yield value


def _instants(article: Mapping[str, object]) -> Iterator[str]:
    entries = article.get("liveBlogUpdate")
    inner = entries if isinstance(entries, list) else [entries]
    for node in (article, *(entry for entry in inner if isinstance(entry, dict))):
        for key in _SPAN_KEYS:
            value = node.get(key)
            if isinstance(value, str):
                yield value
