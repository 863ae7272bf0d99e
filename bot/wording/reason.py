"""The ``reason`` of `verbatim ask --json`: English to the letter, for programs that read it.

It is a contract, so it has words of its own: a better wording in a language must not change it.
"""

from collections.abc import Iterator

from index.answers import Answer, Reading, Why

_WHY = {
    Why.EMPTY_CORPUS: "The corpus holds no passages.",
    Why.NO_WORDS: "The question has no words to look for.",
    Why.NO_MATCH: "No passage has a word of the question{missing}.",
    Why.NOT_EXACT: "No passage has the words in quotation marks and none of those left out.",
    Why.NOT_ENOUGH: "No passage covers enough of the question{missing}.",
    Why.UNPROVEN: "Passages match, but none could be proven against its document.",
    Why.FILTERED_OUT: "Passages match, but none within the given sources and dates{left_out}.",
}


def reason(answer: Answer) -> str | None:
    """Why there is no answer or, beside an answer, what its reader must know."""
    said = [
        *_refusal(answer),
        *_closest(answer),
        *_reading(answer.reading),
        *_spelling(answer),
        *_left_out(answer),
    ]
    return " ".join(said) or None


def _refusal(answer: Answer) -> Iterator[str]:
    if answer.why is not None:
        words, undated = ", ".join(answer.missing_words), _undated(answer.undated_left_out)
        yield _WHY[answer.why].format(
            missing=f" (not in the corpus: {words})" if words else "",
            left_out=f"; {undated}" if undated else "",
        )


def _closest(answer: Answer) -> Iterator[str]:
    if answer.none_has:
        yield f"None of the closest has: {', '.join(answer.none_has)}."


def _reading(reading: Reading) -> Iterator[str]:
    for phrase in reading.phrases:
        yield f"Only passages with “{phrase}” to the letter."
    for phrase in reading.not_quoted:
        yield f"No passage shown has “{phrase}” to the letter."
    for word in reading.left_out:
        yield f"Without passages that have “{word}”."
    if reading.source:
        yield f"Passages from {reading.source} are preferred."
    since = f" on {reading.since} or later" if reading.since else ""
    until = f" on {reading.until} or earlier" if reading.until else ""
    if since or until:
        published = " and".join(filter(None, (since, until)))
        if reading.without_time:
            yield f"Passages published{published} come last."
        else:
            yield f"Passages published{published} are preferred, then those that state a date then."
    if reading.asked_on:
        yield f"Times such as “last week” are counted from {reading.asked_on}, the day of asking."


def _spelling(answer: Answer) -> Iterator[str]:
    for suggestion in answer.suggestions:
        if suggestion.applied and suggestion.near:
            yield f"Searched for “{suggestion.near[0]}” instead of “{suggestion.word}”."


def _left_out(answer: Answer) -> Iterator[str]:
    """Passages that a date filter left out, where the refusal does not say it."""
    if answer.undated_left_out and answer.why is not Why.FILTERED_OUT:
        yield f"{_undated(answer.undated_left_out)} by the date filter."


def _undated(count: int) -> str:
    many = "passage was" if count == 1 else "passages were"
    return f"{count} matching undated {many} left out" if count else ""
