"""Full names: where a document has "First Last", "Last" stands for both from there on.

News gives the full name once and the surname from then on, so that the one passage with the full
name would beat all those that say what its bearer did. The name that stands for all is the one
that the documents use alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from index.arrays.runs import distinct
from index.arrays.weights import K1, TITLE_WEIGHT
from index.ranking.candidates import Candidates, Floats, Ints

_APART = 2  # words between two names of one person: a middle name, an initial


def stands_for(found: Candidates) -> NDArray[np.bool_]:
    """Where a candidate has a name that stands there for another of the question's, ``[C, M]``."""
    held = np.zeros((len(found.passages), len(found.rows)), np.bool_)
    number = {term: at for at, term in enumerate(found.read.weights)}
    for name in found.read.full_names:
        terms = [number[term] for term in name if term in number and found.rows[number[term]] >= 0]
        if len(terms) > 1:
            for term, passages in _standing(found, terms):
                held[passages, term] = True
    return held


def without_given(
    found: Candidates, given: NDArray[np.bool_], bm25: Floats
) -> tuple[Candidates, Floats]:
    """The candidates without the names that another stands for, and what BM25 gives without them.

    ``given`` are the terms ``[M]``. Otherwise the passage that has the full name gets more than
    those that follow.
    """
    counts = found.counts[:, given] + found.in_title[:, given] * TITLE_WEIGHT
    taken = (K1 + 1) * (counts / (counts + found.norms)) @ found.weights[given]
    weights = np.where(given, 0.0, found.weights)
    read = replace(found.read, weights=dict(zip(found.read.weights, weights.tolist(), strict=True)))
    return replace(found, read=read), bm25 - taken


def _standing(found: Candidates, terms: Sequence[int]) -> Iterator[tuple[int, NDArray[np.bool_]]]:
    """For the names that another stands for, the candidates in which it does."""
    documents = distinct(found.documents)
    within = {term: _passages(found, term, documents) for term in terms}
    alone = {
        term: sum(not any(p in within[other] for other in terms if other != term) for p in found_)
        for term, found_ in within.items()
    }
    surname = max(reversed(terms), key=alone.__getitem__)
    if not alone[surname]:
        return
    for term in terms:
        if term != surname:
            since = _introduced(found, surname, term, sorted(within[surname] & within[term]))
            first = np.array([since.get(document, np.inf) for document in found.documents.tolist()])
            has = found.counts[:, surname] + found.in_title[:, surname] > 0
            yield term, has & (found.passages >= first)


def _passages(found: Candidates, term: int, documents: Ints) -> set[int]:
    """The passages of these documents that have a term."""
    passages = found.snapshot.passages_with(int(found.rows[term]))
    among = np.zeros(len(found.snapshot.documents), np.bool_)
    among[documents] = True
    return set(passages[among[found.snapshot.passage_document[passages]]].tolist())


def _introduced(found: Candidates, one: int, other: int, passages: list[int]) -> dict[int, int]:
    """The first passage of each document that has the two names beside each other."""
    if not passages:
        return {}
    numbers = np.array(passages, np.intp)
    documents = found.snapshot.passage_document[numbers].astype(np.intp)
    matches = found.match(found.snapshot.forward.words(found.snapshot.units(numbers)))
    ours = np.flatnonzero((matches.term == one) | (matches.term == other))
    term, position, owner = matches.term[ours], matches.position[ours], matches.owner[ours]
    beside = (
        (term[1:] != term[:-1])
        & (owner[1:] == owner[:-1])
        & (position[1:] - position[:-1] <= _APART + 1)
    )
    since: dict[int, int] = {}
    for at in owner[1:][beside].tolist():
        since.setdefault(int(documents[at]), passages[at])
    return since
