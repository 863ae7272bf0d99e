"""The articles of a press database's export, each by a name that the export itself gives it."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from corpus.formats.draft import Part
from corpus.formats.press_export import articles_of, read_press_export
from corpus.front_matter import read_front_matter
from corpus.layout import Line, split_blocks
from corpus.model import Source

# What a database calls an article for good; the part in brackets.
_KEYS: Final = re.compile(
    r"(?:AN\s+)?(?:Document|Dokument|Documento) ([A-Z]{2,}\d{10,}\w*)|ProQuest document ID: *(\d+)"
    r"|Dokumentnummer: *(\S+)|Gale Document Number: *(\S+)|Accession Number: *(\S+)"
    r"|news·(\d{8}·.*)|Record: *([0-9A-F]{6,})"
)
_LONGEST: Final = 60  # characters of a name
_SEVERAL: Final = 2


def press_parts(text: str) -> tuple[Part, ...]:
    """The articles of an export, in order; none for an export of one, and for any other text.

    Each is a document of its own only if it reads as an export of one article itself, so that no
    article's day can stand beside another's words; a file with front matter stays whole. A name
    is the database's own key, failing that the day and the headline, and never a running number.
    """
    articles = list(articles_of(_lines(text)))
    if len(articles) < _SEVERAL or read_front_matter(text).is_block:
        return ()
    parts: list[Part] = []
    for article in articles:
        export = read_press_export(_lines(text[article[0].start : article[-1].end]))
        if export is None or len(export.titles) > 1:
            return ()
        name = _key(article) or _described(export.stated, article)
        parts.append(Part(name, text[article[0].start : article[-1].end]))
    return tuple(_told_apart(parts))


def _lines(text: str) -> list[Line]:
    return [line for block in split_blocks(text) for line in block.lines]


def _key(article: Sequence[Line]) -> str | None:
    keys = (_KEYS.fullmatch(line.text) for line in article)
    found = (next(filter(None, match.groups())) for match in keys if match)
    return next((_plain(key) for key in found), None)


def _described(stated: Source, article: Sequence[Line]) -> str:
    told = [str(stated.published or ""), stated.title or ""]
    if all(told):
        return _plain("-".join(told))
    words = "\n".join(line.text for line in article)
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _plain(name: str) -> str:
    return re.sub(r"[^\w-]+", "-", name)[:_LONGEST].strip("-").lower()


def _told_apart(parts: Iterable[Part]) -> Iterator[Part]:
    """Without what stands there twice; articles of one name get the digest of their words."""
    once = list(dict.fromkeys(parts))
    often = Counter(part.name for part in once)
    for name, text in once:
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        yield Part(name if often[name] == 1 else f"{name}-{digest}", text)
