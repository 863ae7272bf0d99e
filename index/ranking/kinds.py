"""Which candidates have the kind of thing that the question asks for: a number, an age, a time."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.question.asked_kind import AskedKind, words_of

if TYPE_CHECKING:  # which keep what is found here
    from index.ranking.candidates import Candidates, Floats

_DIGITS = (ord("0"), ord("9"))
_DAY = ord("-")  # begins the terms of days without a year, "--10-01"
_AGES = tuple(map(str, range(1, 121)))  # years that somebody may have lived


class OfKind(NamedTuple):
    """For each candidate ``[C]``, whether it ``has`` such a thing; all have if none is asked for.

    ``covered`` is the most idf weight that one sentence covers, together with the title, that has
    such a thing itself, what only the sentence before it covers counting half ("Most of them were
    ..."); ``beyond`` is what the sentence that covers most covers beyond that.
    """

    has: NDArray[np.bool_]
    covered: NDArray[np.float64]
    beyond: NDArray[np.float64]


def of_kind(found: "Candidates") -> OfKind:
    """What the candidates have of the kind that is asked for."""
    size = len(found.passages)
    if found.read.asks is None:
        return OfKind(np.ones(size, np.bool_), np.zeros(size), np.zeros(size))
    sentences = found.sentences
    has = found.sentences_with(_words_of_kind(found, found.read.asks))
    own = found.in_sentence @ found.weights
    most = np.maximum.reduceat(own, sentences.first)
    covered = np.maximum.reduceat(_with_half_before(found, own) * has, sentences.first)
    beyond = np.maximum(most - covered, 0.0)
    return OfKind(np.logical_or.reduceat(has, sentences.first), covered, beyond)


def untold_events(found: "Candidates") -> NDArray[np.bool_]:
    """Which of the question's ``E`` words for what happens a candidate leaves untold, ``[C, E]``.

    It tells of one where it, or its title, has a word for the same.
    """
    asked = [word for word in found.read.words if word.events]
    untold = np.ones((len(found.passages), len(asked)), np.bool_)
    for at, word in enumerate(asked):
        rows = found.snapshot.word_rows(word.events)
        tells = np.zeros(len(found.snapshot.word_term), np.bool_)
        tells[rows[rows >= 0]] = True
        for words in (found.words, found.titles):
            places = np.flatnonzero(tells.take(words.forms))
            untold[words.owners(places), at] = False
    return untold


def _with_half_before(found: "Candidates", own: "Floats") -> "Floats":
    before = np.roll(found.in_sentence, 1, axis=0)
    before[found.sentences.first] = 0
    together: NDArray[np.float64] = np.maximum(found.in_sentence, before) @ found.weights
    return (own + together) / 2


def _words_of_kind(found: "Candidates", kind: AskedKind) -> NDArray[np.bool_]:
    """True for the candidates' words that are of the kind; a sum of money is a number."""
    kind = AskedKind.NUMBER if kind is AskedKind.MONEY else kind
    snapshot, words = found.snapshot, found.words
    rows = snapshot.word_rows(words_of(kind, found.read.language))
    of_words: NDArray[np.bool_] = np.isin(words.forms, rows[rows >= 0])
    return of_words | _without_words(found, kind)


def _without_words(found: "Candidates", kind: AskedKind) -> NDArray[np.bool_]:
    """The same of numbers and dates in digits."""
    snapshot = found.snapshot
    if kind is AskedKind.DISTANCE:  # its unit tells
        return np.zeros(len(found.word_terms), np.bool_)
    if kind is AskedKind.AGE:
        return np.isin(found.word_terms, snapshot.rows(_AGES))
    first = snapshot.terms.first_bytes_of(found.word_terms)
    if kind is AskedKind.TIME:
        times = np.isin(found.word_terms, snapshot.time_terms.within(None, None))
        is_time: NDArray[np.bool_] = (first == _DAY) | times
        return is_time
    is_number: NDArray[np.bool_] = (first >= _DIGITS[0]) & (first <= _DIGITS[1])
    return is_number & ~np.isin(found.word_terms, snapshot.time_terms.of_our_days)
