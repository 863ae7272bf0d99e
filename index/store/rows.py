"""Between values and the rows they are kept in."""

import hashlib
import json
import logging
import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import groupby
from json.encoder import c_make_encoder, encode_basestring_ascii  # type: ignore[attr-defined]
from operator import itemgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from corpus.dates import PartialDate
from corpus.errors import VerbatimError
from corpus.facts import Fact
from corpus.model import Origin, Source, Span, text_sha256
from corpus.stated import StatedDate, YearFrom
from index.answers import Holding
from index.cutting.passage import Passage
from index.store.database import Row, Value

if TYPE_CHECKING:
    from index.terms.analysis import Analysis
    from index.terms.vocabulary import Vocabulary

log = logging.getLogger("verbatim.index")

_PASSAGE = 9  # columns of the table ``passages``
_CHECK = 8  # bytes in front of packed arrays
_KEPT = 4_096  # values that many documents share, kept as they were read
_FIELDS = ("title", "publisher", "author", "url", "language")


SEALED = (  # the columns of a document beside its text and words
    "name", "key", "digest", "sha256", "source", "published_first", "published_last",
    "characters", "passages", "indexed_at",
)  # fmt: skip


_sealed_of = itemgetter(*SEALED)
# What ``json.dumps`` makes anew for each text: a third of the time of sealing a document.
_encoded = c_make_encoder(None, None, encode_basestring_ascii, None, ": ", ", ", False, False, True)
_decoded = json.JSONDecoder().raw_decode  # of what we have written: two thirds of the time


class SealError(VerbatimError):
    """What is stored is not what was read and indexed. A defect, and never shown."""

    def __init__(self, thing: str, reason: Fact) -> None:
        remedy = Fact("run 'verbatim index', which makes it anew from the file")
        super().__init__(thing, reason, remedy)


class StoredDocument(NamedTuple):
    """One version of a document, its text proven against its hash."""

    row: int
    name: str
    sha256: str
    text: str
    source: Source
    passages: int


def seal(*values: Value) -> bytes:
    """The first 16 bytes of the SHA-256 of values; one changed bit of any makes another."""
    return hashlib.sha256("".join(_encoded(values, 0)).encode()).digest()[:16]


def sealed(packed: bytes) -> bytes:
    """Packed arrays behind the first bytes of their SHA-256, as ``unsealed`` reads them."""
    return hashlib.sha256(packed).digest()[:_CHECK] + packed


def unsealed(stored: bytes, name: str) -> bytes:
    """The packed arrays; raises ``SealError`` if they are not what was stored."""
    packed = stored[_CHECK:]
    if hashlib.sha256(packed).digest()[:_CHECK] != stored[:_CHECK]:
        raise SealError(name, Fact("its stored words are not what was indexed"))
    return packed


def checked(*values: Value) -> tuple[Value, ...]:
    """The values of a term or a word, and a CRC-32 of them: there are millions of these rows."""
    return *values, zlib.crc32(repr(values).encode("utf-8", "surrogatepass"))


def vocabulary_from_rows(terms: Sequence[Row], words: Sequence[Row]) -> "Vocabulary":
    """What was stored, in order; raises ``SealError`` if a row of it is another or is gone."""
    from index.terms.vocabulary import Vocabulary  # noqa: PLC0415 - for a reindex alone

    for number, row in enumerate(terms):
        if (row["id"], row["term"], row["seal"]) != checked(number, row["term"]):
            raise SealError(f"term {number}", Fact("is not what was stored"))
    for number, row in enumerate(words, 1):
        values = row["word"], row["surface"], row["term"]
        if row["id"] != number or (*values, row["seal"]) != checked(*values):
            raise SealError(f"word {number}", Fact("is not what was stored"))
    return Vocabulary(
        (row["term"] for row in terms),
        {row["word"]: (row["surface"], row["term"]) for row in words},
    )


def proven(row: Row) -> Row:
    """A row of ``documents``; raises ``SealError`` if a column of it has changed."""
    if seal(*_sealed_of(row)) != row["seal"]:
        raise _changed(row)
    return row


def _changed(row: Row) -> SealError:
    return SealError(str(row["name"]), Fact("its stored source or date is not what was read"))


def proven_text(row: Row) -> str:
    """The text of a row of ``documents``; raises ``SealError`` if it has changed."""
    text: str = proven(row)["text"]
    if text_sha256(text) != row["sha256"]:
        raise SealError(row["name"], Fact("its stored text does not match its SHA-256"))
    return text


def name_key(name: str) -> str:
    """Eight hexadecimal digits that stand for a document's name."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def source_to_json(source: Source) -> str:
    values = {name: getattr(source, name) for name in _FIELDS}
    values["published"] = str(source.published) if source.published else None
    return json.dumps({**values, "origins": dict(source.origins)}, ensure_ascii=False)


def source_from_json(text: str) -> Source:
    values, _ = _decoded(text)
    if published := values["published"]:
        values["published"] = _date(published)
    values["origins"] = _origins(*values["origins"].items())
    return Source(**values)


@lru_cache(_KEPT)
def _date(text: str) -> PartialDate:
    return PartialDate.parse(text)


@lru_cache(_KEPT)
def _origins(*told: tuple[str, str]) -> Mapping[str, Origin]:
    return MappingProxyType({name: Origin(origin) for name, origin in told})


@lru_cache(_KEPT)
def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def document_values(
    row: int, analysis: "Analysis", pipeline: str, indexed_at: str
) -> tuple[Value, ...]:
    """A row of the table ``documents``."""
    document, published = analysis.document, analysis.document.source.published
    facts: dict[str, Value] = {
        "name": document.id,
        "key": name_key(document.id),
        "digest": analysis.digest,
        "sha256": document.sha256,
        "source": source_to_json(document.source),
        "published_first": published.first.toordinal() if published else None,
        "published_last": published.last.toordinal() if published else None,
        "characters": len(document.text),
        "passages": len(analysis.passages),
        "indexed_at": indexed_at,
    }
    return (
        row,
        pipeline,
        document.text,
        sealed(analysis.postings.pack()),
        sealed(analysis.forms.pack()),
        *(facts[column] for column in SEALED),
        seal(*(facts[column] for column in SEALED)),
    )


def passage_values(document_row: int, ordinal: int, passage: Passage) -> tuple[Value, ...]:
    """A row of the table ``passages``; the text itself stays in its document.

    Its seal is over the words and over all that is shown beside them.
    """
    dates = [
        [
            *(d.start, d.end, d.month, d.day, d.date and str(d.date), d.year_from),
            d.span and [*map(str, d.span)],
        ]
        for d in passage.stated_dates
    ]
    shown = (passage.section, passage.page, json.dumps(dates), json.dumps(passage.sentences))
    place = (ordinal, passage.start, passage.end)
    return (document_row, *place, seal(passage.sha256, passage.text, *place, *shown), *shown)


def passage_of_words(row: Row, name: str, sha256: str, words: str) -> Passage:
    """The passage of which these are the words; raises ``SealError`` if they are not."""
    check_words(row, name, sha256, words)
    _, _, start, end, _, section, page, stated, cut = row[:_PASSAGE]
    dates = tuple(
        StatedDate(
            first,
            last,
            words[first:last],
            month,
            day,
            PartialDate.parse(date) if date else None,
            YearFrom(year_from) if year_from else None,
            (PartialDate.parse(span[0]), PartialDate.parse(span[1])) if span else None,
        )
        for first, last, month, day, date, year_from, span in _decoded(stated)[0]
    )
    sentences = tuple(Span(*span) for span in _decoded(cut)[0])
    return Passage(name, sha256, start, end, words, section, page, dates, sentences)


def check_words(row: Row, name: str, sha256: str, words: str) -> None:
    """Raises ``SealError`` if these are not the words of the passage, or another fact changed."""
    _, *place, kept, section, page, stated, cut = row[:_PASSAGE]
    if seal(sha256, words, *place, section, page, stated, cut) != kept:
        _, start, end = place
        raise SealError(f"{name} [{start}:{end}]", Fact("is not the passage that was indexed"))


def whole(rows: list[Row], expected: int, name: str) -> list[Row]:
    """The rows; raises ``SealError`` if they are not as many as they were."""
    if len(rows) != expected:
        raise SealError(name, Fact("passages of it are gone"))
    return rows


def holding_from_row(row: Row) -> Holding:
    """The document of a row of its id, what is ``SEALED`` and its seal; raises ``SealError``.

    By place, as there may be a million, and finding a column by its name takes longer.
    """
    _, *sealed_values, kept = row
    if seal(*sealed_values) != kept:
        raise _changed(row)
    name, _, _, sha256, source, _, _, characters, passages, indexed_at = sealed_values
    at = _moment(indexed_at)
    return Holding(name, source_from_json(source), sha256, characters, passages, at)


def damaged_among(documents: Iterable[Row], passages: Iterable[Row]) -> set[int]:
    """The ids of those documents of which a column, the text, the words or a passage has changed.

    The passages are theirs, in order.
    """
    of_document = groupby(passages, lambda row: row["document"])
    held = {document: list(rows) for document, rows in of_document}
    found = set()
    for row in documents:
        try:
            text = proven_text(row)
            unsealed(row["postings"], row["name"])
            unsealed(row["forms"], row["name"])
            own = whole(held.get(row["id"], []), row["passages"], row["name"])
            for each in own:
                words = text[each["start"] : each["end"]]
                check_words(each, row["name"], row["sha256"], words)
        except SealError as error:
            log.warning("%s; it is read anew", error)
            found.add(row["id"])
    return found
