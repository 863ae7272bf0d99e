"""``Search`` by compiled code. Importing it takes numba and a second.

``python -m index.ranking.numba_search SNAPSHOT`` compiles it for the processes that come later.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Semaphore

import numpy as np
from numpy.typing import NDArray

from index.arrays.block_maxima import WINDOW
from index.arrays.snapshot import Snapshot
from index.ranking.numba_blocks import Work, best
from index.ranking.numba_exact import Asked, Lists
from index.ranking.numpy_search import Best

_NICENESS = 5  # questions come before compiling
_ALL = np.empty(0, np.bool_)


class CompiledSearch:
    """See ``index.ranking.numpy_search.Search``.

    One question at a time for each processor: more of them would only take turns, and each needs
    work arrays of its own.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        windows = snapshot.windows
        self._lists = Lists(
            snapshot.postings.view(np.uint32),
            snapshot.impacts,
            snapshot.offsets,
            snapshot.bounds,
            snapshot.passage_document,
            windows.rows,
            windows.tops,
            windows.places,
            windows.starts,
            windows.packed,
        )
        self._turns = Semaphore(os.cpu_count() or 1)
        self._free: list[Work] = []

    def __call__(
        self,
        rows: Sequence[int],
        times: Sequence[int],
        limit: int,
        allowed: NDArray[np.bool_] | None = None,
    ) -> Best:
        asked = Asked(
            np.array(rows, np.int64),
            np.array(times, np.float64),
            _ALL if allowed is None else allowed,
        )
        with self._turns:
            try:  # taking and giving back are atomic
                work = self._free.pop()
            except IndexError:
                work = _work(self._lists.tops.shape[1])
            found = best(self._lists, asked, limit, work)
            self._free.append(work)  # not after an error, when it may hold leftovers
        return Best(*found)


def _work(windows: int) -> Work:
    """Work arrays, which take memory only where they are used."""
    return Work(
        np.zeros(windows * WINDOW, np.float32),
        np.zeros(windows, np.float32),
        np.zeros(windows, np.float32),
        np.zeros(windows * WINDOW, np.int32),
        np.zeros(windows * WINDOW, np.float32),
    )


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    CompiledSearch(Snapshot(Path(sys.argv[1])))([0], [1], 1)
