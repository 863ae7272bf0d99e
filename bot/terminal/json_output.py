"""Answers and lists as JSON objects; the key names and types are a contract (README)."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from bot.wording.reason import reason
from corpus.model import Source
from index.answers import AlsoIn, Answer, Catalogue, Holding, Omissions, Passage, Quote, Unreadable
from index.findings.timelines import Line, Timeline
from index.reports import ReindexReport, Status

Json: TypeAlias = "Mapping[str, Json] | list[Json] | str | int | float | bool | None"


def answer_json(answer: Answer) -> Json:
    """What `verbatim ask --json` prints."""
    return {
        **head_json(answer),
        "passages": [quote_json(quote) for quote in answer.quotes],
        "closest": [{**quote_json(quote), "lacks": list(quote.lacks)} for quote in answer.closest],
    }


def timeline_json(timeline: Timeline) -> Json:
    """What `verbatim ask --timeline --json` prints."""
    return {
        **head_json(timeline.answer),
        "timeline": [_line_json(line) for line in timeline.dated],
        "undated": [_line_json(line) for line in timeline.undated],
        "left_out": timeline.left_out,
    }


def head_json(answer: Answer) -> dict[str, Json]:
    """What every kind of answer begins with."""
    question = answer.question
    return {
        "question": question.text,
        "answered": answer.answered,
        "outcome": answer.outcome.value,
        "reason": reason(answer),
        "missing_terms": list(answer.missing_words),
        "index_version": answer.index_version,
        "elapsed_ms": float(answer.elapsed_ms),
        "filters": {
            "sources": list(question.sources),
            "since": question.since.isoformat() if question.since else None,
            "until": question.until.isoformat() if question.until else None,
            **({"who": question.who} if question.who else {}),
        },
    }


def catalogue_json(catalogue: Catalogue) -> Json:
    """What `verbatim sources --json` prints."""
    return {
        "sources": [_holding_json(holding) for holding in catalogue.holdings],
        "unreadable": _unreadable_json(catalogue.unreadable),
    }


def report_json(report: ReindexReport) -> Json:
    """What `verbatim index --json` prints."""
    return {
        "index_version": report.index_version,
        "added": list(report.added),
        "changed": list(report.changed),
        "removed": list(report.removed),
        "unreadable": _unreadable_json(report.unreadable),
        "warnings": _unreadable_json(report.warnings),
        "documents": report.documents,
        "passages": report.passages,
        "seconds": float(report.seconds),
    }


def omissions_json(found: Omissions) -> Json:
    """What `verbatim show DOCUMENT --left-out --json` prints."""
    return {
        "document": found.document,
        "left_out": [{"text": one.text, "reason": one.reason} for one in found.left_out],
        "not_quoted": [
            {"start": span.start, "end": span.end, "text": found.text[span.start : span.end]}
            for span in found.unquoted
        ],
    }


def status_json(status: Status) -> Json:
    """What `verbatim status --json` prints."""
    return {
        "index_version": status.index_version,
        "built_at": status.built_at.isoformat(),
        "documents": status.documents,
        "passages": status.passages,
        "terms": status.terms,
        "unreadable": status.unreadable,
        "index_bytes": status.index_bytes,
        "language": status.language,
        "mostly": status.mostly,
        "stale": status.stale,
    }


def quote_json(quote: Quote) -> dict[str, Json]:
    """A passage with all that stands beside it."""
    passage = quote.passage
    return {
        "quote_id": quote.quote_id,
        "text": passage.text,
        "document": passage.document,
        "sha256": passage.sha256,
        "start": passage.start,
        "end": passage.end,
        **_source_json(quote.source),
        "section": passage.section,
        "page": passage.page,
        "speaker": quote.speaker,
        "stated_dates": _stated_json(passage),
        "score": float(quote.score),
        "coverage": float(quote.coverage),
        "matched_terms": list(quote.matched_terms),
        "also_in": [_also_in_json(other) for other in quote.also_in],
    }


def _line_json(line: Line) -> dict[str, Json]:
    """A passage with its date; a day without a year has nothing but its words."""
    said, first = line.when, line.quote.first_in
    common: dict[str, Json] = {
        **quote_json(line.quote),
        "sentence": line.words,
        "date_text": said.text,
        "first_in": _also_in_json(first) if first else None,
    }
    if said.date is None or said.date_from is None:
        return common
    return common | {
        "date": str(said.date),
        "date_from": said.date_from.value,
        "end": str(said.end) if said.end else None,
    }


def _source_json(source: Source) -> dict[str, Json]:
    origin = source.origin("published") if source.published else None
    known = {None: None, True: "given", False: "document"}[origin.given if origin else None]
    return {
        "title": source.title,
        "publisher": source.publisher,
        "author": source.author,
        "url": source.url,
        "published": _published(source),
        "published_from": known,
    }


def _stated_json(passage: Passage) -> Json:
    """The dates whose year is known; a day without its year stays in the text alone."""
    return [
        {"text": stated.text, "date": str(stated.date), "year_from": stated.year_from.value}
        for stated in passage.stated_dates
        if stated.date is not None and stated.year_from is not None
    ]


def _also_in_json(other: AlsoIn) -> Json:
    source = other.source
    return {
        "document": other.document,
        "title": source.title,
        "publisher": source.publisher,
        "published": _published(source),
    }


def _holding_json(holding: Holding) -> Json:
    return {
        "document": holding.document,
        **_source_json(holding.source),
        "passages": holding.passages,
        "characters": holding.characters,
        "sha256": holding.sha256,
        "indexed_at": holding.indexed_at.isoformat(),
    }


def _unreadable_json(files: Iterable[Unreadable]) -> list[Json]:
    return [{"file": each.file, "reason": each.reason} for each in files]


def _published(source: Source) -> str | None:
    return str(source.published) if source.published else None
