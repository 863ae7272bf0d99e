"""Which terms are used alike in a corpus, learned from nothing but the corpus.

Terms are related that stand in passages of the same kind, whether or not in the same ones: latent
semantic analysis of the passages' BM25 impacts (Deerwester et al., "Indexing by latent semantic
analysis", 1990), by a randomized decomposition (Halko, Martinsson and Tropp, "Finding structure
with randomness", 2011). It only helps to order what a question's own terms have found; nothing
here depends on a language. Measured in docs/ranking.md.
"""

from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from index.related import Related
from index.snapshot import Snapshot
from index.words import NO_WORD

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_PASSAGES = 32_768  # looked at, evenly over the corpus: some seconds, whatever its size
_TERMS = 16_384  # the most frequent ones
_LEAST = 3  # of these passages must have a term, to tell how it is used
_DIMENSIONS = 128
_ROUNDS = 1  # of the decomposition's power iteration
_RELATED = 0.4  # the cosine from which two terms are related
_MOST = 16  # terms related to one
_SEED = 20_201_001
_PART = 1 << 12  # values multiplied at a time, so that they stay in the cache
_CHUNK = 1 << 20  # postings looked at at a time
_NOTHING = 1e-12  # of the most that a dimension tells
_BLOCK = 512  # terms compared with all others at a time


@dataclass(frozen=True, slots=True)
class _Sparse:
    """A matrix of ``R`` rows, none of them empty.

    Row ``i`` has ``values[starts[i]:starts[i + 1]]`` in the columns ``columns`` there.
    """

    starts: Ints
    columns: Ints
    values: Floats

    @classmethod
    def of(cls, rows: Ints, columns: Ints, values: Floats) -> Self:
        """From values in order of their rows, which are numbered without gaps."""
        return cls(np.append(np.flatnonzero(np.diff(rows, prepend=-1)), len(rows)), columns, values)

    def times(self, dense: Floats) -> Floats:
        """The product with ``dense[columns, D]``, as ``[R, D]``."""
        product = np.zeros((len(self.starts) - 1, dense.shape[1]), np.float32)
        for row, (start, end) in enumerate(pairwise(self.starts.tolist())):
            for first in range(start, end, _PART):
                part = slice(first, min(first + _PART, end))
                product[row] += self.values[part] @ dense[self.columns[part]]
        return product


def relate(folder: Path) -> None:
    """Find the related terms of the snapshot in ``folder`` and keep them beside its arrays."""
    related_terms(Snapshot(folder)).save(folder)


def related_terms(snapshot: Snapshot) -> Related:
    """For each term of a snapshot those that are used most like it."""
    rows, vectors = directions(snapshot)
    if not len(rows):
        starts = np.zeros(snapshot.meta.terms + 1, np.int64)
        return Related(starts, np.empty(0, np.int32), np.empty(0, np.float32))
    names = _names(snapshot, rows)
    blocks = [_near(vectors, names, first) for first in range(0, len(rows), _BLOCK)]
    asked, others, cosines = (np.concatenate(parts) for parts in zip(*blocks, strict=True))
    starts = np.searchsorted(rows[asked], np.arange(snapshot.meta.terms + 1))
    return Related(starts, rows[others].astype(np.int32), cosines)


def directions(snapshot: Snapshot) -> tuple[Ints, Floats]:
    """The rows of terms, ascending, and a direction of length 1 for each: ``[terms, dimensions]``.

    Those of terms that are used alike point the same way.
    """
    terms, passages, impacts = _sample(snapshot)
    if not len(terms):
        return terms, np.empty((0, _DIMENSIONS), np.float32)
    rows, terms = np.unique(terms, return_inverse=True)
    _, passages = np.unique(passages, return_inverse=True)
    impacts /= np.sqrt(np.bincount(passages, np.square(impacts)))[passages]
    order = np.argsort(passages, kind="stable")
    return rows, _decomposed(
        _Sparse.of(terms, passages, impacts),
        _Sparse.of(passages[order], terms[order], impacts[order]),
    )


def _sample(snapshot: Snapshot) -> tuple[Ints, Ints, Floats]:
    """Postings of some passages and of terms that several of them have: rows, passages, impacts."""
    step = max(1, -(-snapshot.meta.passages // _PASSAGES))
    parts = [
        np.flatnonzero(snapshot.postings[first : first + _CHUNK] % step == 0) + first
        for first in range(0, len(snapshot.postings), _CHUNK)
    ]
    places = np.concatenate([np.empty(0, np.int64), *parts])
    terms = np.searchsorted(snapshot.offsets, places, side="right") - 1
    often = np.bincount(terms, minlength=snapshot.meta.terms)
    kept = np.zeros(len(often), np.bool_)
    kept[np.argsort(-often, kind="stable")[:_TERMS]] = True
    wanted = (kept & (often >= _LEAST))[terms]
    places, terms = places[wanted], terms[wanted]
    return terms, snapshot.postings[places].astype(np.int64), snapshot.impacts[places]


def _decomposed(by_term: _Sparse, by_passage: _Sparse) -> Floats:
    """The rows of a matrix and its transpose in the few dimensions that tell most of it."""
    terms, passages = len(by_term.starts) - 1, len(by_passage.starts) - 1
    size = terms, min(_DIMENSIONS, terms, passages)
    spanned = by_passage.times(np.random.default_rng(_SEED).standard_normal(size, np.float32))
    for _ in range(_ROUNDS):
        spanned = by_passage.times(by_term.times(_orthonormal(spanned)))
    vectors = by_term.times(_orthonormal(spanned))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True).clip(np.finfo(np.float32).tiny)
    return vectors


def _orthonormal(spanned: Floats) -> Floats:
    """Orthogonal columns of length 1 that span the same, by way of ``spanned.T @ spanned``.

    A QR decomposition takes ten times as long on columns of this length.
    """
    parts = np.array_split(spanned, len(spanned) // _PART + 1)
    exact = (part.astype(np.float64) for part in parts)
    told, axes = np.linalg.eigh(sum(part.T @ part for part in exact))
    kept = told > _NOTHING * told[-1]
    turn = axes[:, kept] / np.sqrt(told[kept])
    return np.concatenate([(part @ turn).astype(np.float32) for part in parts])


def _names(snapshot: Snapshot, rows: Ints) -> NDArray[np.bool_]:
    """Which terms are names, numbers or dates: each of their words has a capital first, or a digit.

    Armenia and Azerbaijan are used alike, 2019 and 2020 too, but one never stands for the other.
    """
    place = np.full(snapshot.meta.terms, -1)
    place[rows] = np.arange(len(rows))
    terms, names = place[snapshot.word_term], np.ones(len(rows), np.bool_)
    for word in np.flatnonzero(terms >= 0).tolist():
        spelling = snapshot.words[word]
        month = spelling[0] == NO_WORD and spelling.isascii()  # others are parts of unspaced text
        names[terms[word]] &= spelling[0].isupper() or month or any(map(str.isdigit, spelling))
    return names


def _near(vectors: Floats, names: NDArray[np.bool_], first: int) -> tuple[Ints, Ints, Floats]:
    """Pairs of related terms and their cosines, for a block of terms; each one's best first."""
    cosines = vectors[first : first + _BLOCK] @ vectors.T
    np.fill_diagonal(cosines[:, first:], 0)
    asked, others = np.nonzero(cosines >= _RELATED)
    apart = ~(names[asked + first] & names[others])
    asked, others = asked[apart], others[apart]
    found = cosines[asked, others]
    order = np.lexsort((others, -found, asked))
    asked, others, found = asked[order], others[order], found[order]
    best = np.arange(len(asked)) - np.searchsorted(asked, asked) < _MOST
    return asked[best] + first, others[best], found[best].clip(max=1.0)
