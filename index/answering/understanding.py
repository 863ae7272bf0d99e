"""What a question means to a corpus: its words, its wishes, and the slips in its spelling."""

import re
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from index.answering.served_version import Served
from index.answers import Suggestion
from index.question.conditions import read_wishes
from index.question.reading import ReadQuestion, read_question
from index.question.spelling import Near

_LONGEST = 24  # terms of a question; a longer text names times by the way
_MOST_SLIPS = 8  # words looked up, 0.1 s each; a question with more is in another language


def understood(
    text: str, served: Served, held: frozenset[int] | None = None
) -> tuple[ReadQuestion, ReadQuestion, tuple[Suggestion, ...]]:
    """The question as it stands, as it is meant, and the spellings between the two.

    ``held`` are the documents that the asker may know of: words of others are no words.
    """
    read = _read(text, served, held)
    near = [(word, _near(word, served, held)) for word in read.missing[:_MOST_SLIPS]]
    suggestions = tuple(
        Suggestion(word, found.words, applied=found.clear and not read.wishes.quotes(word))
        for word, found in near
        if found.words
    )
    for suggestion in suggestions:
        if suggestion.applied:
            alone = rf"(?<![^\W_]){re.escape(suggestion.word)}(?![^\W_])"  # not in a longer word
            text = re.sub(alone, suggestion.near[0], text)
    return read, read if text == read.text else _read(text, served, held), suggestions


def _near(word: str, served: Served, held: frozenset[int] | None) -> Near:
    found = served.speller.near(word)
    words = tuple(each for each in found.words if _stands(each, served, held))
    return Near(words, clear=found.clear and words[:1] == found.words[:1])


def _stands(word: str, served: Served, held: frozenset[int] | None) -> bool:
    """Whether a word stands in a document that the asker may know of."""
    if held is None:
        return True
    snapshot = served.snapshot
    passages = np.flatnonzero(snapshot.sharing(served.analyzer.terms(word)))
    documents = snapshot.documents[np.unique(snapshot.passage_document[passages])]
    return bool(np.isin(documents, list(held)).any())


def _names(served: Served, held: frozenset[int] | None) -> Mapping[str, frozenset[int]]:
    """The documents by their source's name, as far as the asker may know of them."""
    if held is None:
        return served.rows_by_name
    return {name: rows & held for name, rows in served.rows_by_name.items() if rows & held}


def _read(text: str, served: Served, held: frozenset[int] | None) -> ReadQuestion:
    wishes = read_wishes(text, _names(served, held))
    read = read_question(wishes.words, served.analyzer, served.snapshot)
    if held is not None:
        tokens = [token for token in served.analyzer.tokens(wishes.words) if token.forms]
        words = dict.fromkeys(wishes.words[token.start : token.end] for token in tokens)
        missing = tuple(word for word in words if not _stands(word, served, held))
        read = replace(read, missing=missing)
    if len(read.weights) > _LONGEST:
        wishes = replace(wishes, since=None, until=None, times=())
    missing = read.missing
    if wishes.times and served.snapshot.published_in(wishes.since, wishes.until).any():
        missing = tuple(words for words in missing if words not in wishes.times)
    dated = {term for words in wishes.times for term in served.analyzer.terms(words)}
    return replace(read, text=text, wishes=wishes, missing=missing, dated=dated)
