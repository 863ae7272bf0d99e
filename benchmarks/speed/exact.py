"""Exact BM25 by its definition, to see which engines give the best passages and which near ones."""

import random
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.speed.peers.engine import Engine
from benchmarks.speed.terms import Corpus
from index.arrays.weights import inverse_document_frequency, term_weight

_OF_EACH_KIND = 5
_CLOSE = 1e-5  # engines add 32-bit numbers up


def save(corpus: Corpus, folder: Path) -> None:
    """Write the exact scores of all passages for some questions, ``[questions, N]``."""
    lengths = np.diff(corpus.starts).astype(np.float64)
    scores = [_scores(corpus, terms, lengths) for terms in _asked(corpus)]
    np.save(folder / "exact.npy", np.array(scores, np.float32))


def share(engine: Engine, corpus: Corpus, folder: Path, limit: int) -> float:
    """How many of the passages that an engine gives are among the exact best, of all wanted."""
    right = wanted = 0
    for terms, scores in zip(_asked(corpus), np.load(folder / "exact.npy", "r"), strict=True):
        own = min(limit, int(np.count_nonzero(scores)))
        least = np.sort(scores)[-own] * (1 - _CLOSE)
        given = np.unique(engine.ask(terms, limit)[:own])
        right += int(np.count_nonzero(scores[given] >= least))
        wanted += own
    return right / wanted


def _asked(corpus: Corpus) -> list[list[int]]:
    chance = random.Random(4)
    kinds = corpus.questions.values()
    return [terms for kind in kinds for terms in chance.sample(kind, min(_OF_EACH_KIND, len(kind)))]


def _scores(corpus: Corpus, terms: list[int], lengths: NDArray[np.float64]) -> NDArray[np.float64]:
    places = np.flatnonzero(np.isin(corpus.terms, terms, kind="table"))
    passages = np.searchsorted(corpus.starts, places, side="right") - 1
    scores = np.zeros(len(lengths))
    for term in terms:
        counts = np.bincount(passages[corpus.terms[places] == term], minlength=len(lengths))
        containing = np.array([np.count_nonzero(counts)])
        (idf,) = inverse_document_frequency(containing, len(lengths))
        scores += idf * term_weight(counts.astype(np.float64), lengths, float(lengths.mean()))
    return scores
