"""Which candidates have the kind of thing that the question asks for: a number, a time."""

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.question.asked_kind import AskedKind, words_of

if TYPE_CHECKING:  # which keep what is found here
    from index.ranking.candidates import Candidates, Floats

_DIGITS = (ord("0"), ord("9"))
_DAY = ord("-")  # begins the terms of days without a year, "--10-01"


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


def _with_half_before(found: "Candidates", own: "Floats") -> "Floats":
    before = np.roll(found.in_sentence, 1, axis=0)
    before[found.sentences.first] = 0
    together: NDArray[np.float64] = np.maximum(found.in_sentence, before) @ found.weights
    return (own + together) / 2


def _words_of_kind(found: "Candidates", kind: AskedKind) -> NDArray[np.bool_]:
    """True for the candidates' words that are of the kind."""
    snapshot, words = found.snapshot, found.words
    first = snapshot.terms.first_bytes_of(found.word_terms)
    if kind is AskedKind.TIME:
        is_kind = (first == _DAY) | np.isin(
            found.word_terms, snapshot.time_terms.within(None, None)
        )
    else:
        is_kind = (first >= _DIGITS[0]) & (first <= _DIGITS[1])
        is_kind &= ~np.isin(found.word_terms, snapshot.time_terms.of_our_days)
    rows = snapshot.word_rows(words_of(kind, found.read.language))
    of_words: NDArray[np.bool_] = is_kind | np.isin(words.forms, rows[rows >= 0])
    return of_words
