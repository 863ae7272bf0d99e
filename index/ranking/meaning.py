"""Meaning beyond the words: how near the vectors of a passage and of the question are.

It orders passages that the words have found, and not against what the words say. To a vector
Armenia is near Azerbaijan, "confirmed" near "denied" and 200 near 300; so a passage that lacks a
name, a number or a word which another has gets no more of it than that other: see ``above``.
"""

import numpy as np
from numpy.typing import NDArray

from index.question.asked_words import Kind
from index.ranking.candidates import Candidates, Floats
from index.terms.word_vectors import vectors_version, word_vectors

_EXACT = (Kind.NAME, Kind.NUMBER)
_DIGITS = 9  # beyond these, equal sums may differ by the order of additions


def meaning(found: Candidates) -> Floats:
    """The question's weight times the cosine, ``[C]``.

    Zeros where the version has no vectors, or those of another model than the one installed: as
    after an upgrade, until the next index.
    """
    vectors = found.snapshot.vectors
    same = len(vectors) and found.snapshot.meta.vectors == vectors_version()
    model = word_vectors() if same else None
    if model is None:
        return np.zeros(len(found.passages))
    asked = model.of([found.read.text])[0]
    read = found.read
    exact = {term for word in read.words if word.kind in _EXACT for term in word.terms}
    is_exact = np.fromiter((term in exact for term in read.weights), np.bool_, len(read.weights))
    over = above((found.counts + found.in_title) > 0, is_exact, found.weights)
    return at_most_as(_cosines(vectors[found.passages], asked), over) * read.total


def _cosines(vectors: NDArray[np.int8], asked: NDArray[np.int8]) -> Floats:
    """0 to 1; by whole numbers, so that equal texts are equally near on every machine."""
    theirs, ours = vectors.astype(np.int32), asked.astype(np.int32)
    lengths = np.sqrt((theirs * theirs).sum(axis=1) * float(ours @ ours))
    near: Floats = np.maximum(theirs @ ours, 0) / np.maximum(lengths, 1.0)
    return near


def at_most_as(cosines: Floats, over: NDArray[np.bool_]) -> Floats:
    """The cosines ``[C]``, none greater than that of a candidate which is over it, ``[C, C]``.

    What is over one that is over a third is over the third too: so none that is over another is
    left with less.
    """
    least: Floats = np.where(over, cosines, np.inf).min(axis=1, initial=np.inf)
    return np.minimum(cosines, least)


def above(
    holds: NDArray[np.bool_], is_exact: NDArray[np.bool_], weights: Floats
) -> NDArray[np.bool_]:
    """Where the second candidate holds what the first does, and more, ``[C, C]``.

    ``holds[C, M]`` tells which terms each holds, ``is_exact[M]`` flags names and numbers. Either
    the second holds the first's names and numbers, others too, and terms of no less ``weights[M]``;
    or both hold the same ones, and the second holds the first's terms, and others too.
    """
    names, terms = _holds_all_of(holds[:, is_exact]), _holds_all_of(holds)
    same_names = names & names.T
    covered = np.round(holds @ weights, _DIGITS)
    no_less = covered >= covered[:, None]
    over: NDArray[np.bool_] = (names & ~names.T & no_less) | (same_names & terms & ~terms.T)
    return over


def _holds_all_of(holds: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Where the second candidate has all terms that the first has, ``[C, C]``, of ``[C, M]``."""
    all_of = np.ones((len(holds), len(holds)), np.bool_)
    for eight in np.packbits(holds, axis=1).T:  # bits of eight terms at once
        all_of &= eight[:, None] & ~eight == 0
    return all_of
