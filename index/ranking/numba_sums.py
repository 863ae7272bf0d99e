"""The search of as many passages as fit near a processor: all postings asked for are added up.

In the order of the definition and in 64 bits, so that the sums are the scores. The highest of each
window of sums tells which windows hold wanted passages, and a second pass over the postings tells
which terms these have and clears the sums.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.arrays.block_maxima import WINDOW
from index.ranking.numba_exact import Asked, bare, compiled
from index.ranking.numpy_search import Best

SMALL = 1 << 17  # passages, whose sums take a megabyte (docs/decisions/search.md)
_NOTHING = 1e-30  # below any impact
_STEPS = 1_024  # from nothing to the highest sum
_TO_WINDOW = np.uint64(WINDOW.bit_length() - 1)


class Sums(NamedTuple):
    """Arrays to work in, for ``W`` windows: ``sums``, of ``W * WINDOW``, zeros before and after,
    ``heads``, the highest sum of each window, and ``found``, of ``W * WINDOW``."""

    sums: NDArray[np.float64]
    heads: NDArray[np.float64]
    found: NDArray[np.int32]

    @classmethod
    def of(cls, windows: int) -> "Sums":
        """Arrays for so many windows."""
        passages = windows * WINDOW
        return cls(np.zeros(passages), np.zeros(windows), np.zeros(passages, np.int32))


class Postings(NamedTuple):
    """What adding up needs of ``Lists``: each array that is handed over costs a question time."""

    postings: NDArray[np.uint32]
    impacts: NDArray[np.float32]
    offsets: NDArray[np.int64]
    documents: NDArray[np.int32]


@compiled
def best_added_up(lists: Postings, asked: Asked, limit: int, work: Sums) -> Best:
    """The ``limit`` best passages, best first, ties in passage order."""
    _add(lists, asked, work)
    if len(asked.allowed):
        _only_allowed(lists, asked, work)
    count = _choose(work, limit, np.zeros(_STEPS, np.int32))
    scores = np.empty(count)
    for at in range(count):
        scores[at] = work.sums[work.found[at]]
    first = np.argsort(-scores, kind="mergesort")[:limit]
    passages, best = np.empty(len(first), np.int32), np.empty(len(first))
    for at in range(len(first)):
        passages[at], best[at] = work.found[first[at]], scores[first[at]]
    matched = np.zeros((len(first), len(asked.rows)), np.bool_)
    _match(lists, asked, passages, matched, work.sums)
    return Best(passages, best, matched)


@bare
def _add(lists: Postings, asked: Asked, work: Sums) -> None:
    """Add up all lists, and keep the highest sum of each window."""
    sums, heads = work.sums, work.heads
    heads[:] = 0
    for i in range(len(asked.rows)):
        times = asked.times[i]
        for at in range(lists.offsets[asked.rows[i]], lists.offsets[asked.rows[i] + 1]):
            passage = np.uint64(lists.postings[at])
            after = sums[passage] + times * np.float64(lists.impacts[at])
            sums[passage] = after
            heads[passage >> _TO_WINDOW] = max(heads[passage >> _TO_WINDOW], after)


@bare
def _only_allowed(lists: Postings, asked: Asked, work: Sums) -> None:
    """Leave the highest sum of each window to the passages that the filter lets pass, and set the
    others' sums to zero."""
    for window in range(len(work.heads)):
        if work.heads[window] == 0:
            continue
        work.heads[window] = 0
        for passage in range(window * WINDOW, min((window + 1) * WINDOW, len(lists.documents))):
            if asked.allowed[lists.documents[passage]]:
                work.heads[window] = max(work.heads[window], work.sums[passage])
            else:
                work.sums[passage] = 0


@bare
def _choose(work: Sums, limit: int, counts: NDArray[np.int32]) -> int:
    """Put the best ``limit`` passages and few others, ascending, into ``found``; returns how many.

    As many windows as passages are wanted reach some step of the highest sum, of ``counts``, zeros:
    a heap in place of this counting took a fifth longer.
    """
    highest = _NOTHING
    for head in work.heads:
        highest = max(highest, head)
    to_step = (_STEPS - 1) / highest
    for head in work.heads:
        counts[int(head * to_step)] += 1
    step, reaching = _STEPS - 1, np.int64(counts[_STEPS - 1])
    while reaching < limit and step > 0:
        step -= 1
        reaching += counts[step]
    count = 0
    for window in range(len(work.heads)):
        if work.heads[window] < _NOTHING or int(work.heads[window] * to_step) < step:
            continue
        for passage in range(window * WINDOW, window * WINDOW + WINDOW):
            reached = work.sums[passage]
            if reached >= _NOTHING and int(reached * to_step) >= step:
                work.found[count] = passage
                count += 1
    return count


@bare
def _match(
    lists: Postings,
    asked: Asked,
    passages: NDArray[np.int32],
    matched: NDArray[np.bool_],
    sums: NDArray[np.float64],
) -> None:
    """Tell which lists have which passages, and set all sums to zero: until then a passage's is
    its place, negative and from -1 on."""
    for at in range(len(passages)):
        sums[passages[at]] = -1.0 - at
    for i in range(len(asked.rows)):
        for at in range(lists.offsets[asked.rows[i]], lists.offsets[asked.rows[i] + 1]):
            passage = np.uint64(lists.postings[at])
            place = sums[passage]
            if place < 0:
                matched[np.uint64(-1.0 - place), i] = True
            else:
                sums[passage] = 0
    for passage in passages:
        sums[passage] = 0
