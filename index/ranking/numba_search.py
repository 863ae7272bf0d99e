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
from index.ranking.numba_exact import Asked, Lists
from index.ranking.numba_sums import Room, best
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
        self.lists = Lists(
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
        self._free: SimpleQueue[Room | None] = SimpleQueue()  # a semaphore's turns are Python
        for _ in range(os.cpu_count() or 1):
            self._free.put(None)

    def __call__(
        self,
        rows: Sequence[int],
        times: Sequence[int],
        limit: int,
        allowed: NDArray[np.bool_] | None = None,
    ) -> Best:
        asked = self.asked(rows, times, allowed)
        room, kept = self._free.get(), None
        try:
            room = room or Room.of(self.lists.tops.shape[1])
            found = best(self.lists, asked, limit, room)
            kept = room  # not after an error, when it may hold leftovers
        finally:
            self._free.put(kept)
        return Best(*found)

    @staticmethod
    def asked(
        rows: Sequence[int], times: Sequence[int], allowed: NDArray[np.bool_] | None
    ) -> Asked:
        """What is asked as arrays."""
        all_allowed = _ALL if allowed is None else allowed
        return Asked(np.array(rows, np.int64), np.array(times, np.float64), all_allowed)


if __name__ == "__main__":
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    CompiledSearch(Snapshot(Path(sys.argv[1])))([0], [1], 1)
