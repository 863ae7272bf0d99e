"""``Search`` by compiled code. Importing it takes numba and a second.

``python -m index.ranking.numba_search SNAPSHOT`` compiles it for the processes that come later.
"""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from queue import SimpleQueue

import numpy as np
from numpy.typing import NDArray

from index.arrays.snapshot import Snapshot
from index.ranking.numba_blocks import Work, best_in_blocks
from index.ranking.numba_exact import Asked, Lists
from index.ranking.numba_sums import SMALL, Postings, Sums, best_added_up
from index.ranking.numpy_search import Best

_NICENESS = 5  # questions come before compiling
_ALL = np.empty(0, np.bool_)


class CompiledSearch:
    """See ``index.ranking.numpy_search.Search``. Up to ``small`` passages are added up, more are
    searched by block.

    One question at a time for each processor: more of them would only take turns, and each needs
    work arrays of its own, which take memory only where they are used.
    """

    def __init__(self, snapshot: Snapshot, *, small: int = SMALL) -> None:
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
        parts = self._lists.postings, self._lists.impacts, self._lists.offsets
        self._postings = Postings(*parts, self._lists.documents)
        self._windows = self._lists.tops.shape[1]
        self._is_small = snapshot.meta.passages <= small
        self._free: SimpleQueue[Sums | Work | None] = SimpleQueue()  # a semaphore is in Python
        for _ in range(os.cpu_count() or 1):
            self._free.put(None)

    def __call__(
        self,
        rows: Sequence[int],
        times: Sequence[int],
        limit: int,
        allowed: NDArray[np.bool_] | None = None,
    ) -> Best:
        asked = _asked(rows, times, allowed)
        room, kept = self._free.get(), None
        try:
            if self._is_small:
                room = room if isinstance(room, Sums) else Sums.of(self._windows)
                found = best_added_up(self._postings, asked, limit, room)
            else:
                room = room if isinstance(room, Work) else Work.of(self._windows)
                found = best_in_blocks(self._lists, asked, limit, room)
            kept = room  # not after an error, when it may hold leftovers
        finally:
            self._free.put(kept)
        return found

    def compile(self) -> None:
        """Compile what any snapshot needs, or load it from disk, for a snapshot that has a term."""
        asked = _asked([0], [1], None)
        best_added_up(self._postings, asked, 1, Sums.of(self._windows))
        best_in_blocks(self._lists, asked, 1, Work.of(self._windows))


def _asked(rows: Sequence[int], times: Sequence[int], allowed: NDArray[np.bool_] | None) -> Asked:
    """What is asked, as arrays."""
    documents = _ALL if allowed is None else allowed
    return Asked(np.array(rows, np.int64), np.array(times, np.float64), documents)


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    CompiledSearch(Snapshot(Path(sys.argv[1]))).compile()
