"""What a question means to a corpus: its words, its wishes, and the slips in its spelling."""

import re
from dataclasses import replace

from index.answering.served_version import Served
from index.answers import Suggestion
from index.question.conditions import read_wishes
from index.question.reading import ReadQuestion, read_question

_LONGEST = 24  # terms of a question; a longer text names times by the way
_MOST_SLIPS = 8  # words looked up, 0.1 s each; a question with more is in another language


def understood(
    text: str, served: Served
) -> tuple[ReadQuestion, ReadQuestion, tuple[Suggestion, ...]]:
    """The question as it stands, as it is meant, and the spellings between the two."""
    read = _read(text, served)
    near = [(word, served.speller.near(word)) for word in read.missing[:_MOST_SLIPS]]
    suggestions = tuple(
        Suggestion(word, found.words, applied=found.clear and not read.wishes.quotes(word))
        for word, found in near
        if found.words
    )
    for suggestion in suggestions:
        if suggestion.applied:
            alone = rf"(?<![^\W_]){re.escape(suggestion.word)}(?![^\W_])"  # not in a longer word
            text = re.sub(alone, suggestion.near[0], text)
    return read, read if text == read.text else _read(text, served), suggestions


def _read(text: str, served: Served) -> ReadQuestion:
    wishes = read_wishes(text, served.rows_by_name)
    read = read_question(wishes.words, served.analyzer, served.snapshot)
    if len(read.weights) > _LONGEST:
        wishes = replace(wishes, since=None, until=None, times=())
    missing = read.missing
    if wishes.times and served.snapshot.published_in(wishes.since, wishes.until).any():
        missing = tuple(words for words in missing if words not in wishes.times)
    dated = {term for words in wishes.times for term in served.analyzer.terms(words)}
    return replace(read, text=text, wishes=wishes, missing=missing, dated=dated)
