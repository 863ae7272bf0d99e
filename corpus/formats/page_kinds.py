"""Pages that were not written on one day: wikis, and accounts that went on for days."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from corpus.dates import PartialDate
from corpus.errors import DateError
from corpus.formats.json_ld import texts
from corpus.formats.page_outline import Metas
from corpus.moments import read_moment

_WIKIS: Final = re.compile(
    r"(?:mediawiki|dokuwiki|moinmoin|twiki|foswiki|xwiki|tiddlywiki|pmwiki|confluence)\b",
    re.IGNORECASE,
)
_MANY_HANDS: Final = re.compile(r"contributors to\b", re.IGNORECASE)
_LIVE: Final = "LiveBlogPosting"
_SPAN_KEYS: Final = ("datePublished", "dateModified", "coverageStartTime", "coverageEndTime")


def is_wiki(metas: Metas, article: Mapping[str, object]) -> bool:
    """True for a page of many revisions; its first one is not the day of the words it has now."""
    if any(map(_WIKIS.match, metas.named("generator"))):
        return True
    return any(map(_MANY_HANDS.match, texts(article.get("author"))))


def live_span(article: Mapping[str, object], *, day_first: bool) -> list[PartialDate]:
    """The days from which to which a live account went, if it is one and says so."""
    kinds = article.get("@type")
    if _LIVE not in (kinds if isinstance(kinds, list) else [kinds]):
        return []
    days: set[PartialDate] = set()
    for text in _instants(article):
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


def _instants(article: Mapping[str, object]) -> Iterator[str]:
    entries = article.get("liveBlogUpdate")
    inner = entries if isinstance(entries, list) else [entries]
    for node in (article, *(entry for entry in inner if isinstance(entry, dict))):
        for key in _SPAN_KEYS:
            value = node.get(key)
            if isinstance(value, str):
                yield value
