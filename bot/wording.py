"""Wording: how a date, a source and what became of a question are said in plain English."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from corpus.dates import PartialDate
from corpus.model import Origin, Source
from corpus.stated import StatedDate, YearFrom
from index.answers import Answer, Proof, Verdict
from index.passages import Passage

UNDATED = "undated"
UNKNOWN_SOURCE = "source not stated"
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def date_words(date: PartialDate) -> str:
    """``1 Oct 2020``, ``Oct 2020`` or ``2020``: no more than is known."""
    parts = (str(date.day) if date.day else "", _MONTHS[date.month - 1] if date.month else "")
    return " ".join(part for part in (*parts, str(date.year)) if part)


def published_words(source: Source) -> str:
    """The publication date, marked when it was read off the document; or ``undated``."""
    if source.published is None:
        return UNDATED
    mark = " (from the document)" if source.origin("published") is Origin.DOCUMENT else ""
    return f"{date_words(source.published)}{mark}"


def publisher_words(source: Source) -> str:
    """Who answers for the words: publisher and author, else the site; or that none is stated."""
    known = [source.publisher, source.author and f"by {source.author}"]
    host = urlsplit(source.url).netloc if source.url else ""
    return ", ".join(name for name in known if name) or host or UNKNOWN_SOURCE


def stated_words(stated: StatedDate) -> str:
    """A date that the passage states, and where its year comes from when not from there."""
    if stated.date is None:
        return f"“{stated.text}” (year not stated)"
    mark = " (year from the document)" if stated.year_from is YearFrom.DOCUMENT else ""
    return f"{date_words(stated.date)}{mark}"


def stated_dates_words(passage: Passage) -> str:
    """All dates that the passage states, each once, in order; empty when there is none."""
    return ", ".join(dict.fromkeys(stated_words(stated) for stated in passage.stated_dates))


def undated_words(answer: Answer) -> str | None:
    """How many matching passages a date filter left out because they have no date."""
    count = answer.undated_left_out
    if not count:
        return None
    many = f"{count} matching passages have" if count > 1 else "1 matching passage has"
    was = "were" if count > 1 else "was"
    return f"{many} no publication date and {was} left out by the date filter."


def notes(answer: Answer) -> tuple[str, ...]:
    """What the reader must know beside the quotes: another spelling, passages left out."""
    spelling = (
        f"Searched for “{suggestion.near[0]}” instead of “{suggestion.word}”."
        for suggestion in answer.suggestions
        if suggestion.applied and suggestion.near
    )
    undated = undated_words(answer)
    return (*spelling, *([undated] if undated else []))


def near_spellings(answer: Answer) -> tuple[str, ...]:
    """One ``Did you mean …?`` for each word that has near spellings and was not replaced."""
    return tuple(
        f"Did you mean {_either(suggestion.near)} instead of “{suggestion.word}”?"
        for suggestion in answer.suggestions
        if suggestion.near and not suggestion.applied
    )


def advice(answer: Answer) -> Iterator[str]:
    """What to try when a question was not answered."""
    question = answer.question
    if answer.missing_words:
        yield "other words for what was not found"
    if question.since or question.until:
        yield "a wider range of dates, or none"
    if question.sources:
        yield "all sources"
    yield "a name, a place or a number that the documents would use"


def verdict_words(proof: Proof) -> str:
    """What became of a quote, in one sentence."""
    name = proof.document or "the document"
    return {
        Verdict.EXACT: f"Proven: {name} is unchanged and holds the quote at its place.",
        Verdict.MOVED: f"Proven, but {name} has changed since: the quote still stands in it,"
        " to the letter.",
        Verdict.GONE: f"Not proven: {name} has changed and no longer holds the quote.",
        Verdict.DOCUMENT_GONE: f"Not proven: {name} cannot be read now.",
    }[proof.verdict]


def bytes_words(count: int) -> str:
    """A size in decimal units, such as ``1.2 MB``."""
    size = float(count)
    for unit in ("bytes", "kB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} GB"


def _either(words: tuple[str, ...]) -> str:
    quoted = [f"“{word}”" for word in words]
    return " or ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1])))
