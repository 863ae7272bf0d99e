"""Between values and the rows they are kept in."""

import hashlib
import json
from datetime import datetime
from types import MappingProxyType

from corpus.dates import PartialDate
from corpus.errors import VerbatimError
from corpus.model import Origin, Source, Span
from corpus.stated import StatedDate, YearFrom
from index.answers import Holding
from index.cutting.passages import Passage
from index.store.database import Row, Value
from index.terms.analysis import Analysis

_FIELDS = ("title", "publisher", "author", "url", "language")


class SealError(VerbatimError):
    """A stored text is not the one that was read and indexed. A defect, and never shown."""

    def __init__(self, thing: str, reason: str) -> None:
        super().__init__(thing, reason, "run 'verbatim index --full'")


def seal(text: str) -> bytes:
    """The first 16 bytes of the SHA-256 of a passage's text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]


def name_key(name: str) -> str:
    """Eight hexadecimal digits that stand for a document's name."""
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def source_to_json(source: Source) -> str:
    values = {name: getattr(source, name) for name in _FIELDS}
    values["published"] = str(source.published) if source.published else None
    return json.dumps({**values, "origins": dict(source.origins)}, ensure_ascii=False)


def source_from_json(text: str) -> Source:
    values = json.loads(text)
    published = values.pop("published")
    origins = {name: Origin(origin) for name, origin in values.pop("origins").items()}
    return Source(
        **values,
        published=PartialDate.parse(published) if published else None,
        origins=MappingProxyType(origins),
    )


def document_values(
    row: int, analysis: Analysis, pipeline: str, indexed_at: str
) -> tuple[Value, ...]:
    """A row of the table ``documents``."""
    document, published = analysis.document, analysis.document.source.published
    return (
        row,
        document.id,
        name_key(document.id),
        analysis.digest,
        pipeline,
        document.sha256,
        document.text,
        source_to_json(document.source),
        published.first.toordinal() if published else None,
        published.last.toordinal() if published else None,
        len(document.text),
        len(analysis.passages),
        analysis.postings.pack(),
        analysis.forms.pack(),
        indexed_at,
    )


def passage_values(document_row: int, ordinal: int, passage: Passage) -> tuple[Value, ...]:
    """A row of the table ``passages``; the text itself stays in its document."""
    dates = [
        [
            *(d.start, d.end, d.month, d.day, d.date and str(d.date), d.year_from),
            d.span and [*map(str, d.span)],
        ]
        for d in passage.stated_dates
    ]
    return (
        document_row,
        ordinal,
        passage.start,
        passage.end,
        seal(passage.text),
        passage.section,
        passage.page,
        json.dumps(dates),
        json.dumps(passage.sentences),
    )


def passage_from_row(row: Row, name: str, sha256: str, text: str) -> Passage:
    """The passage as a slice of its document's ``text``; raises ``SealError`` if it is not one."""
    start, end = row["start"], row["end"]
    words = text[start:end]
    if seal(words) != row["seal"]:
        raise SealError(f"{name} [{start}:{end}]", "is not the passage that was indexed")
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
        for first, last, month, day, date, year_from, span in json.loads(row["stated_dates"])
    )
    sentences = tuple(Span(*span) for span in json.loads(row["sentences"]))
    return Passage(name, sha256, start, end, words, row["section"], row["page"], dates, sentences)


def holding_from_row(row: Row) -> Holding:
    return Holding(
        document=row["name"],
        source=source_from_json(row["source"]),
        sha256=row["sha256"],
        characters=row["characters"],
        passages=row["passages"],
        indexed_at=datetime.fromisoformat(row["indexed_at"]),
    )
