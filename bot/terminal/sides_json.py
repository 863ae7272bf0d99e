"""Sides and statements as JSON objects; the key names and types are a contract (README)."""

from bot.terminal.json_output import Json, head_json, quote_json
from corpus.model import Span
from index.findings.sides import Said, Sides, Statements


def sides_json(sides: Sides) -> Json:
    """What `verbatim ask --sides --json` prints."""
    return {
        **head_json(sides.answer),
        "denies": [_said_json(said) for said in sides.denies],
        "confirms": [_said_json(said) for said in sides.confirms],
        "others": [_said_json(said) for said in sides.others],
        "left_out": sides.left_out,
    }


def statements_json(found: Statements) -> Json:
    """What `verbatim show DOCUMENT --statements --json` prints; all offsets are the document's."""
    return {
        "document": found.document,
        "statements": [
            {
                "start": each.span.start,
                "end": each.span.end,
                "speaker": _span_json(found.text, each.speaker),
                "cue": _span_json(found.text, each.cue),
                "kind": each.kind.value if each.kind else None,
            }
            for each in found.statements
        ],
    }


def _said_json(said: Said) -> dict[str, Json]:
    when, passage = said.when, said.quote.passage
    known = when.date is not None and when.date_from is not None
    return {
        **quote_json(said.quote),
        "date": str(when.date) if known else None,
        "date_from": when.date_from.value if known and when.date_from else None,
        "end": str(when.end) if known and when.end else None,
        "sentence": said.words,
        "speaker": said.who,
        "cue": _span_json(passage.text, said.cue, passage.start),
    }


def _span_json(text: str, span: Span | None, start: int = 0) -> Json:
    """A slice of a text that begins at ``start`` of its document."""
    if span is None:
        return None
    return {
        "text": text[slice(*span)],
        "start": start + span.start,
        "end": start + span.end,
    }
