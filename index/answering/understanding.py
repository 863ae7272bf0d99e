"""What a question means to a corpus: its words, its wishes, and the slips in its spelling."""

import re
from dataclasses import replace
from datetime import date

from index.answering.served_version import Served
from index.answers import Suggestion
from index.question.conditions import read_wishes
from index.question.reading import ReadQuestion, read_question
from index.question.times import NO_TIME

_LONGEST = 24  # terms of a question; a longer text names times by the way
_MOST_SLIPS = 8  # words looked up, 0.1 s each; a question with more is in another language


def understood(
    text: str, served: Served, today: date | None = None
) -> tuple[ReadQuestion, ReadQuestion, tuple[Suggestion, ...]]:
    """The question as it stands, as it is meant, and the spellings between the two.

    ``today`` is the day of asking, from which "last week" is counted.
    """
    read = _read(text, served, today)
    # In a text pasted whole the rest finds what is meant, and a name is respelt too easily.
    slips = () if read.wishes.is_pasted else read.missing[:_MOST_SLIPS]
    near = [(word, served.speller.near(word)) for word in slips]
    suggestions = tuple(
        Suggestion(word, found.words, applied=found.clear and not read.wishes.quotes(word))
        for word, found in near
        if found.words
    )
    for suggestion in suggestions:
        if suggestion.applied:
            alone = rf"(?<![^\W_]){re.escape(suggestion.word)}(?![^\W_])"  # not in a longer word
            text = re.sub(alone, suggestion.near[0], text)
    return read, read if text == read.text else _read(text, served, today), suggestions


def _read(text: str, served: Served, today: date | None) -> ReadQuestion:
    wishes = read_wishes(text, served.setting(today))
    read = read_question(wishes.words, served.analyzer, served.snapshot)
    if wishes.time.words and len(read.weights) > _LONGEST:
        wishes = replace(wishes, time=NO_TIME)
    inside = wishes.time.documents(served.snapshot)
    if not wishes.time.words or not (inside.any() or wishes.time.asked_on):
        return replace(read, text=text, wishes=wishes)
    if not inside.all() and served.analyzer.terms(wishes.timeless):
        read = read_question(wishes.timeless, served.analyzer, served.snapshot)
    words = wishes.time.words
    return replace(
        read,
        text=text,
        wishes=wishes,
        missing=tuple(word for word in read.missing if word not in words),
        dated={term for each in words for term in served.analyzer.terms(each)},
    )
