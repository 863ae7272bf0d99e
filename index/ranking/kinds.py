"""Which candidates have the kind of thing that the question asks for: a number, a time."""

import numpy as np
from numpy.typing import NDArray

from index.question.asked_kind import AskedKind, words_of
from index.ranking.candidates import Candidates

_DIGITS = (ord("0"), ord("9"))
_DAY = ord("-")  # begins the terms of days without a year, "--10-01"


def of_kind(found: Candidates) -> NDArray[np.bool_]:
    """True for candidates that have such a thing, ``[C]``; for all where no kind is asked for."""
    kind = found.read.asks
    if kind is None:
        return np.ones(len(found.passages), np.bool_)
    snapshot, words = found.snapshot, found.words
    first = snapshot.terms.first_bytes_of(found.word_terms)
    if kind is AskedKind.TIME:
        has = (first == _DAY) | np.isin(found.word_terms, snapshot.time_terms.within(None, None))
    else:
        has = (first >= _DIGITS[0]) & (first <= _DIGITS[1])
    rows = snapshot.word_rows(words_of(kind, found.read.language))
    has |= np.isin(words.forms, rows[rows >= 0])
    total = np.concatenate([[0], np.cumsum(has)])
    held: NDArray[np.bool_] = total[words.starts + words.sizes] > total[words.starts]
    return held
