"""Which terms are used alike in a corpus, learned from nothing but the corpus.

Terms are related that stand in passages of the same kind, whether or not in the same ones: latent
semantic analysis of the passages' BM25 impacts (Deerwester et al., "Indexing by latent semantic
analysis", 1990), by a randomized range finder (Halko, Martinsson and Tropp, "Finding structure
with randomness", 2011). Measured in docs/lab/ranking.md, on English. Where a script has no small
letters nothing is related, because names cannot be recognised there.
"""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from corpus.months import MONTHS
from index.arrays.related_terms import Related
from index.arrays.runs import run_starts
from index.arrays.snapshot import Snapshot

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_LEAST = 3  # different ones of these passages must have a term, to tell how it is used
_ROUNDS = 3  # power iterations; with fewer more is left to the random vectors
_SEED = 20_201_001
_TOLERANCE = 1e-12  # of the largest eigenvalue; dimensions below it are none


@dataclass(frozen=True, slots=True)
class Limits:
    """What is looked at of a corpus, what is taken for related, and how much is done at a time."""

    passages: int = 32_768
    """At the most, at least half of them where there are as many; evenly spaced."""
    terms: int = 16_384
    """The most frequent ones."""
    dimensions: int = 128
    related: float = 0.4
    """The cosine from which two terms are related."""
    most: int = 16
    """Terms related to one."""
    values_at_once: int = 1 << 12
    """Multiplied, so that they stay in the cache."""
    postings_at_once: int = 1 << 20
    """Looked through to find those of the passages."""
    terms_at_once: int = 512
    """Compared with all others."""


_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class _Rows:
    """A sparse matrix of ``R`` compressed rows (CSR), none of them empty.

    Row ``i`` has ``values[starts[i]:starts[i + 1]]`` in the columns ``columns`` there.
    """

    starts: Ints
    columns: Ints
    values: Floats

    @classmethod
    def of(cls, rows: Ints, columns: Ints, values: Floats) -> Self:
        """From values in order of their rows, which are numbered without gaps."""
        return cls(np.append(run_starts(rows), len(rows)), columns, values)

    def times(self, dense: Floats, at_once: int) -> Floats:
        """The product with ``dense[columns, D]``, as ``[R, D]``, so many values at a time."""
        product = np.zeros((len(self.starts) - 1, dense.shape[1]), np.float32)
        for row, (start, end) in enumerate(pairwise(self.starts.tolist())):
            for first in range(start, end, at_once):
                part = slice(first, min(first + at_once, end))
                product[row] += self.values[part] @ dense[self.columns[part]]
        return product


def relate(folder: Path, limits: Limits = _LIMITS) -> None:
    """Find the related terms of the snapshot in ``folder`` and keep them beside its arrays."""
    related_terms(Snapshot(folder), limits).save(folder)


def related_terms(snapshot: Snapshot, limits: Limits = _LIMITS) -> Related:
    """For each term of a snapshot those that are used most like it."""
    rows, vectors = term_vectors(snapshot, limits)
    if not len(rows):
        starts = np.zeros(snapshot.meta.terms + 1, np.int64)
        return Related(starts, np.empty(0, np.int32), np.empty(0, np.float32))
    names = _names(snapshot, rows)
    blocks = [
        _neighbours(vectors, names, first, limits)
        for first in range(0, len(rows), limits.terms_at_once)
    ]
    asked, others, cosines = (np.concatenate(parts) for parts in zip(*blocks, strict=True))
    starts = np.searchsorted(rows[asked], np.arange(snapshot.meta.terms + 1))
    return Related(starts, rows[others].astype(np.int32), cosines)


def term_vectors(snapshot: Snapshot, limits: Limits = _LIMITS) -> tuple[Ints, Floats]:
    """The rows of terms, ascending, and a vector of length 1 for each: ``[terms, dimensions]``.

    Those of terms that are used alike point the same way.
    """
    terms, passages, impacts = _sample(snapshot, limits)
    if not len(terms):
        return terms, np.empty((0, limits.dimensions), np.float32)
    rows, terms = np.unique(terms, return_inverse=True)
    _, passages = np.unique(passages, return_inverse=True)
    impacts /= np.sqrt(np.bincount(passages, np.square(impacts)))[passages]
    order = np.argsort(passages, kind="stable")
    return rows, _projected(
        _Rows.of(terms, passages, impacts),
        _Rows.of(passages[order], terms[order], impacts[order]),
        snapshot.term_hash[rows],
        limits,
    )


def _sample(snapshot: Snapshot, limits: Limits) -> tuple[Ints, Ints, Floats]:
    """Postings of some passages and of terms that several of them have: rows, passages, impacts.

    Passages of the same terms count once, so that a text that is held often tells no more.
    """
    step = max(1, -(-snapshot.meta.passages // limits.passages))
    chunk = limits.postings_at_once
    parts = [
        np.flatnonzero(snapshot.postings[first : first + chunk] % step == 0) + first
        for first in range(0, len(snapshot.postings), chunk)
    ]
    places = np.concatenate([np.empty(0, np.int64), *parts])
    terms = np.searchsorted(snapshot.offsets, places, side="right") - 1
    passages = snapshot.postings[places].astype(np.int64)
    prints = np.zeros(snapshot.meta.passages, np.uint64)
    np.add.at(prints, passages, snapshot.term_hash[terms])
    first_of_its_terms = np.zeros(len(prints), np.bool_)
    first_of_its_terms[np.unique(prints, return_index=True)[1]] = True
    different = first_of_its_terms[passages]
    often = np.bincount(terms[different], minlength=snapshot.meta.terms)
    kept = np.zeros(len(often), np.bool_)
    kept[np.argsort(-often, kind="stable")[: limits.terms]] = True
    wanted = different & (kept & (often >= _LEAST))[terms]
    return terms[wanted], passages[wanted], snapshot.impacts[places[wanted]]


def _projected(
    by_term: _Rows, by_passage: _Rows, hashes: NDArray[np.uint64], limits: Limits
) -> Floats:
    """The terms' rows in the dimensions that tell most of them, each of length 1.

    ``by_passage`` is the same matrix transposed.
    """
    dimensions = min(limits.dimensions, len(hashes), len(by_passage.starts) - 1)
    at_once = limits.values_at_once
    spanned = by_passage.times(_random(hashes, dimensions), at_once)
    for _ in range(_ROUNDS):
        by_terms = by_term.times(_orthonormal(spanned, at_once), at_once)
        spanned = by_passage.times(by_terms, at_once)
    vectors = by_term.times(_orthonormal(spanned, at_once), at_once)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True).clip(np.finfo(np.float32).tiny)
    return vectors


def _random(hashes: NDArray[np.uint64], dimensions: int) -> Floats:
    """1 or -1 for each term and dimension, by its hash: a new term alters no other."""
    factors = np.random.default_rng(_SEED).integers(1 << 63, size=dimensions, dtype=np.uint64)
    highest_bits = hashes[:, None] * (2 * factors + 1) >> np.uint64(63)
    return np.where(highest_bits, np.float32(1), np.float32(-1))


def _orthonormal(spanned: Floats, at_once: int) -> Floats:
    """Orthogonal columns of length 1 that span the same, by way of ``spanned.T @ spanned``.

    A QR decomposition takes ten times as long on columns of this length.
    """
    parts = np.array_split(spanned, len(spanned) // at_once + 1)
    exact = (part.astype(np.float64) for part in parts)
    eigenvalues, axes = np.linalg.eigh(sum(part.T @ part for part in exact))
    kept = eigenvalues > _TOLERANCE * eigenvalues.max(initial=0.0)  # none where all cancel out
    turn = axes[:, kept] / np.sqrt(eigenvalues[kept])
    return np.concatenate([(part @ turn).astype(np.float32) for part in parts])


def _names(snapshot: Snapshot, rows: Ints) -> NDArray[np.bool_]:
    """Which terms may be names, numbers or dates: none of their words is a common one.

    Armenia and Azerbaijan are used alike, 2019 and 2020 too, but one never stands for the other.
    A common word begins with a small letter, has no digit and is no month.
    """
    place = np.full(snapshot.meta.terms, -1)
    place[rows] = np.arange(len(rows))
    terms, names = place[snapshot.word_term], np.ones(len(rows), np.bool_)
    for word in np.flatnonzero(terms >= 0).tolist():
        spelling = snapshot.words[word]
        digits = any(map(str.isdigit, spelling))
        names[terms[word]] &= not spelling[0].islower() or digits or spelling in MONTHS
    return names


def _neighbours(
    vectors: Floats, names: NDArray[np.bool_], first: int, limits: Limits
) -> tuple[Ints, Ints, Floats]:
    """Pairs of related terms and their cosines, for a block of terms; each one's best first."""
    block = slice(first, first + limits.terms_at_once)
    cosines = vectors[block] @ vectors.T
    np.fill_diagonal(cosines[:, first:], 0)
    cosines[np.ix_(names[block], names)] = 0
    most = min(limits.most, cosines.shape[1])
    nearest = np.sort(np.argpartition(-cosines, most - 1, axis=1)[:, :most], axis=1)
    found = np.take_along_axis(cosines, nearest, axis=1)
    order = np.argsort(-found, axis=1, kind="stable")
    nearest = np.take_along_axis(nearest, order, axis=1)
    found = np.take_along_axis(found, order, axis=1)
    asked, place = np.nonzero(found >= limits.related)
    return asked + first, nearest[asked, place], found[asked, place].clip(max=1.0)
