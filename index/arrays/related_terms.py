"""The terms related to those of a question, as ``building.related_terms`` has learned them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.arrays.files import Arrays
from index.arrays.runs import ranges


@dataclass(frozen=True, slots=True)
class Related(Arrays):
    """For ``T`` terms the others that are used like them.

    Term ``t`` is related to the terms ``terms[starts[t]:starts[t + 1]]``, the nearest first, by
    the ``cosines`` there.
    """

    prefix = "related"
    starts: NDArray[np.int64]
    terms: NDArray[np.int32]
    cosines: NDArray[np.float32]

    def to(
        self, rows: NDArray[np.int64]
    ) -> tuple[NDArray[np.intp], NDArray[np.int32], NDArray[np.float32]]:
        """What is related to some rows (-1 for an unseen term), pair by pair.

        For each pair the place of the row among ``rows``, the other term and their cosine, in
        order of the other terms.
        """
        known = np.flatnonzero(rows >= 0)
        begins = self.starts.take(rows[known])
        sizes = self.starts.take(rows[known] + 1) - begins
        places = ranges(begins, sizes)
        others = self.terms.take(places)
        order = np.argsort(others, kind="stable")
        return known.repeat(sizes)[order], others[order], self.cosines.take(places[order])
