"""What a term weighs: BM25's parameters, its inverse document frequency and its term part."""

import numpy as np
from numpy.typing import NDArray

# Near best on news, and what every ranker here uses (docs/lab/ranking.md).
K1 = 1.2
B = 0.75
TITLE_WEIGHT = 2  # how often the title's terms count in each passage (docs/lab/ranking.md)


def inverse_document_frequency(containing: NDArray[np.int64], passages: int) -> NDArray[np.float64]:
    """``ln(1 + (N - n + 0.5) / (n + 0.5))``, as in Lucene's BM25Similarity: never negative."""
    idf: NDArray[np.float64] = np.log1p((passages - containing + 0.5) / (containing + 0.5))
    return idf


def term_weight(
    counts: NDArray[np.float64], lengths: NDArray[np.float64], average_length: float
) -> NDArray[np.float64]:
    """BM25's term frequency part as rank-bm25 writes it: ``tf (k1 + 1) / (tf + K)`` with
    ``K = k1 (1 - b + b length / average_length)`` (Robertson and Zaragoza 2009)."""
    norm = K1 * (1 - B + B * lengths / average_length)
    return counts * (K1 + 1) / (counts + norm)
