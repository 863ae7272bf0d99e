"""The search where few postings are asked for, or of few passages: all of them are added up.

In the order of the definition and in 64 bits, so that the sums are the scores. The highest of each
window of sums tells which windows hold wanted passages, and a second pass over the postings tells
which terms these have and clears the sums.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.arrays.block_maxima import WINDOW
from index.ranking.numba_blocks import Work, best_in_blocks
from index.ranking.numba_exact import Asked, Chosen, Lists, bare, compiled, put

_SMALL = 1 << 14  # passages, whose sums stay in a processor's own cache
_SPARSE = 2  # postings are few while there is at most one for so many passages
_NOTHING = 1e-30  # below any impact
_TO_WINDOW = np.uint64(WINDOW.bit_length() - 1)


class Sums(NamedTuple):
    """Arrays to work in, for ``W`` windows: ``sums``, of ``W * WINDOW``, zeros before and after,
    ``heads``, the highest sum of each window, and ``found``, of ``W * WINDOW``."""

    sums: NDArray[np.float64]
    heads: NDArray[np.float64]
    found: NDArray[np.int32]


class Room(NamedTuple):
    """Arrays to work in, for one question at a time. They take memory only where they are used."""

    sums: Sums
    work: Work

    @classmethod
    def of(cls, windows: int) -> "Room":
        """Room for so many windows."""
        found = np.zeros(windows * WINDOW, np.int32)
        sums = Sums(np.zeros(windows * WINDOW), np.zeros(windows), found)
        work = Work(
            np.zeros(windows * WINDOW, np.float32),
            np.zeros(windows, np.float32),
            np.zeros(windows, np.float32),
            found,
            np.zeros(windows * WINDOW, np.float32),
        )
        return cls(sums, work)


@compiled
def best(lists: Lists, asked: Asked, limit: int, room: Room) -> Chosen:
    """The ``limit`` best passages, best first, ties in passage order."""
    if are_few(lists, asked):
        return best_added_up(lists, asked, limit, room.sums)
    return best_in_blocks(lists, asked, limit, room.work)


@compiled
def are_few(lists: Lists, asked: Asked) -> bool:
    """True where adding all postings up is faster than passing over blocks of them."""
    passages, postings = len(lists.documents), 0
    for row in asked.rows:
        postings += lists.offsets[row + 1] - lists.offsets[row]
    return passages <= _SMALL or postings * _SPARSE <= passages


@compiled
def best_added_up(lists: Lists, asked: Asked, limit: int, work: Sums) -> Chosen:
    """The ``limit`` best passages, best first, ties in passage order."""
    _add(lists, asked, work)
    if len(asked.allowed):
        _only_allowed(lists, asked, work)
    top = np.zeros(min(limit, len(work.sums)))
    count = _choose(work, top)
    scores = np.empty(count)
    for at in range(count):
        scores[at] = work.sums[work.found[at]]
    first = np.argsort(-scores, kind="mergesort")[:limit]
    passages, best = np.empty(len(first), np.int32), np.empty(len(first))
    for at in range(len(first)):
        passages[at], best[at] = work.found[first[at]], scores[first[at]]
    matched = np.zeros((len(first), len(asked.rows)), np.bool_)
    _match(lists, asked, passages, matched, work.sums)
    return Chosen(passages, best, matched)


@bare
def _add(lists: Lists, asked: Asked, work: Sums) -> None:
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
def _only_allowed(lists: Lists, asked: Asked, work: Sums) -> None:
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
def _choose(work: Sums, top: NDArray[np.float64]) -> int:
    """Put the best passages, ascending, and all that equal their last into ``found``; returns
    how many. ``top`` is room for a heap of as many as are wanted, zeros."""
    for head in work.heads:
        if head > top[0]:
            put(top, head)
    least = max(top[0], _NOTHING)  # as many windows as passages are wanted reach that
    top[:] = 0
    seen = 0
    for window in range(len(work.heads)):
        if work.heads[window] < least:
            continue
        for passage in range(window * WINDOW, window * WINDOW + WINDOW):
            reached = work.sums[passage]
            if reached >= least:
                work.found[seen] = passage
                seen += 1
                if reached > top[0]:
                    put(top, reached)
    least, kept = max(top[0], _NOTHING), 0
    for at in range(seen):
        if work.sums[work.found[at]] >= least:
            work.found[kept] = work.found[at]
            kept += 1
    return kept


@bare
def _match(
    lists: Lists,
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
