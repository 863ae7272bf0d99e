"""Wording: how a date, a source and what became of a question are said in plain English."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from corpus.dates import PartialDate
from corpus.model import Origin, Source
from corpus.stated import StatedDate, YearFrom
from index.answers import Answer, Passage, Proof, Verdict, Why

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


def left_out_words(answer: Answer) -> str | None:
    """How many matching passages a date filter left out, where the reason does not say it."""
    count = answer.undated_left_out
    words = f"{count} matching undated {'passage was' if count == 1 else 'passages were'} left out"
    return f"{words} by the date filter." if count and words not in (answer.reason or "") else None


def not_found_words(answer: Answer) -> str | None:
    """The words that the corpus does not have, but those respelt or named by the reason."""
    respelt = {suggestion.word for suggestion in answer.suggestions if suggestion.applied}
    words = [word for word in answer.missing_words if word not in respelt]
    named = all(word in (answer.reason or "") for word in words)
    return None if named else f"Not in the corpus: {', '.join(words)}."


def spelling_words(answer: Answer) -> Iterator[str]:
    """What was searched for instead of a misspelt word."""
    for suggestion in answer.suggestions:
        if suggestion.applied and suggestion.near:
            yield f"Searched for “{suggestion.near[0]}” instead of “{suggestion.word}”."


def near_words(answer: Answer) -> Iterator[str]:
    """The near spellings of words that were not replaced."""
    for suggestion in answer.suggestions:
        if suggestion.near and not suggestion.applied:
            yield f"Did you mean {_either(suggestion.near)} instead of “{suggestion.word}”?"


def reading_words(answer: Answer) -> Iterator[str]:
    """How the question was read, as far as it asked for more than words."""
    reading = answer.reading
    for phrase in reading.phrases:
        yield f"Only passages with “{phrase}” to the letter."
    for word in reading.left_out:
        yield f"Without passages that have “{word}”."
    if reading.source:
        yield f"Passages from {reading.source} are preferred."
    since = f" on {reading.since} or later" if reading.since else ""
    until = f" on {reading.until} or earlier" if reading.until else ""
    if since or until:
        published = " and".join(filter(None, (since, until)))
        yield f"Passages published{published} are preferred, then those that state a date then."


def notes(answer: Answer) -> tuple[str, ...]:
    """What the reader must know to trust an answer: how it was read, passages left out."""
    left_out = left_out_words(answer)
    return (*reading_words(answer), *spelling_words(answer), *([left_out] if left_out else []))


def all_notes(answer: Answer) -> tuple[str, ...]:
    """`notes`, the words that were not found and the spellings near to them."""
    not_found = not_found_words(answer)
    return (*notes(answer), *([not_found] if not_found else []), *near_words(answer))


def advice(answer: Answer) -> Iterator[str]:
    """What to try when a question was not answered, each with a verb."""
    question = answer.question
    if answer.why is Why.EMPTY_CORPUS:
        yield "put documents into the corpus folder"
        return
    if answer.why is Why.UNPROVEN:
        yield "build the index anew with `verbatim index --full`"
        return
    if question.since or question.until:
        yield "widen the dates or leave them out"
    if question.sources:
        yield "ask all sources"
    if answer.why is not Why.FILTERED_OUT:
        yield "use a name, a place or a number that the documents would use"


def verdict_words(proof: Proof) -> str:
    """What became of a quote, in one sentence."""
    name = proof.document
    if name is None:
        return (
            "Not proven: its document is not held here; it was taken out, or the quote is of"
            " another folder (--corpus)."
        )
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
