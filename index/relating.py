"""Which terms are used alike in a corpus, learned from nothing but the corpus.

Terms are related that stand in passages of the same kind, whether or not in the same ones: latent
semantic analysis of the passages' BM25 impacts (Deerwester et al., "Indexing by latent semantic
analysis", 1990), by a randomized decomposition (Halko, Martinsson and Tropp, "Finding structure
with randomness", 2011). It only helps to order what a question's own terms have found; nothing
here depends on a language. Measured in docs/ranking.md.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from index.related import Related
from index.snapshot import Snapshot

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
_PART = 1 << 15  # values worked on at a time
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
        product = np.empty((len(self.starts) - 1, dense.shape[1]), np.float32)
        for first, last in self._parts():
            begin, end = self.starts[first], self.starts[last]
            found = dense[self.columns[begin:end]]
            found *= self.values[begin:end, None]
            np.add.reduceat(found, self.starts[first:last] - begin, out=product[first:last])
        return product

    def _parts(self) -> Iterator[tuple[int, int]]:
        """Rows from and to, of some ``_PART`` values together."""
        last = len(self.starts) - 1
        bounds = np.searchsorted(self.starts, np.arange(0, self.starts[-1], _PART))
        return pairwise(np.unique(np.append(bounds, last)).tolist())


def relate(folder: Path) -> None:
    """Find the related terms of the snapshot in ``folder`` and keep them beside its arrays."""
    related_terms(Snapshot(folder)).save(folder)


def related_terms(snapshot: Snapshot) -> Related:
    """For each term of a snapshot those that are used most like it."""
    rows, vectors = directions(snapshot)
    if not len(rows):
        starts = np.zeros(snapshot.meta.terms + 1, np.int64)
        return Related(starts, np.empty(0, np.int32), np.empty(0, np.float32))
    blocks = [_near(vectors, first) for first in range(0, len(rows), _BLOCK)]
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
    rows, own = np.unique(terms, return_inverse=True)
    _, places = np.unique(passages, return_inverse=True)
    impacts /= np.sqrt(np.bincount(places, np.square(impacts)))[places]
    by_passage = np.argsort(places, kind="stable")
    by_term = _Sparse.of(own, places, impacts)
    turned = _Sparse.of(places[by_passage], own[by_passage], impacts[by_passage])
    return rows, _decomposed(by_term, turned)


def _sample(snapshot: Snapshot) -> tuple[Ints, Ints, Floats]:
    """Postings of some passages and of terms that several of them have: rows, passages, impacts."""
    step = max(1, -(-snapshot.meta.passages // _PASSAGES))
    parts = [
        np.flatnonzero(snapshot.postings[first : first + _PART] % step == 0) + first
        for first in range(0, len(snapshot.postings), _PART)
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
        spanned = by_passage.times(by_term.times(np.linalg.qr(spanned).Q))
    vectors = by_term.times(np.linalg.qr(spanned).Q)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True).clip(np.finfo(np.float32).tiny)
    return vectors


def _near(vectors: Floats, first: int) -> tuple[Ints, Ints, Floats]:
    """Pairs of related terms and their cosines, for a block of terms; each one's best first."""
    cosines = vectors[first : first + _BLOCK] @ vectors.T
    np.fill_diagonal(cosines[:, first:], 0)
    asked, others = np.nonzero(cosines >= _RELATED)
    found = cosines[asked, others]
    order = np.lexsort((others, -found, asked))
    asked, others, found = asked[order], others[order], found[order]
    best = np.arange(len(asked)) - np.searchsorted(asked, asked) < _MOST
    return asked[best] + first, others[best], found[best].clip(max=1.0)
