"""The articles of a press database's export, each by a name that the export itself gives it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from corpus.formats.draft import Part
from corpus.formats.press_export import articles_of, read_press_export
from corpus.formats.press_marks import KEY
from corpus.front_matter import read_front_matter
from corpus.layout import Line, split_lines
from corpus.model import Source, text_sha256

_LONGEST: Final = 60  # characters of a name
_SEVERAL: Final = 2


def press_parts(text: str, *, day_first: bool = True) -> tuple[Part, ...]:
    """The articles of an export, in order; none for an export of one, and for any other text.

    Each is a document of its own only if it reads as an export of one article itself, so that no
    article's day can stand beside another's words; a file with front matter stays whole. A name
    is the database's own key, failing that the day and the headline, and never a running number.
    """
    articles = list(articles_of(split_lines(text)))
    if len(articles) < _SEVERAL or read_front_matter(text).is_block:
        return ()
    parts: list[Part] = []
    for article in articles:
        own = text[article[0].start : article[-1].end]
        export = read_press_export(split_lines(own), day_first=day_first)
        if export is None or len(export.titles) > 1:
            return ()
        name = _key(article) or _described(export.stated, article)
        parts.append(Part(name, own))
    return tuple(_told_apart(parts))


def _key(article: Sequence[Line]) -> str | None:
    keys = (KEY.fullmatch(line.text) for line in article)
    found = (next(filter(None, match.groups())) for match in keys if match)
    return next((_plain(key) for key in found), None)


def _described(stated: Source, article: Sequence[Line]) -> str:
    told = [str(stated.published or ""), stated.title or ""]
    if all(told):
        return _plain("-".join(told))
    return text_sha256("\n".join(line.text for line in article))[:12]


def _plain(name: str) -> str:
    return re.sub(r"[^\w-]+", "-", name)[:_LONGEST].strip("-").lower()


def _told_apart(parts: Iterable[Part]) -> Iterator[Part]:
    """Without what stands there twice; articles of one name get the digest of their words."""
    once = list(dict.fromkeys(parts))
    often = Counter(part.name for part in once)
    for name, text in once:
        yield Part(name if often[name] == 1 else f"{name}-{text_sha256(text)[:8]}", text)
