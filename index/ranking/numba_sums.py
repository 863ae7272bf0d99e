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
_STEPS = 512  # from nothing to the highest sum
_FEW = 64  # passages at the last step beside those wanted, which are sorted by hand
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


class Steps(NamedTuple):
    """How many passages are at each step up to the highest sum, ``each`` steps for a sum of 1.

    ``seen`` are those in ``Sums.found``; wanted are those at the ``least`` step or above.
    """

    counts: NDArray[np.int32]
    each: float
    least: int
    seen: int


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
    counts = np.zeros(_STEPS, np.int32)
    each, seen = _choose(work, limit, counts)
    least, count = _last(counts, limit)
    found, scores = np.empty(count, np.int32), np.empty(count)
    _lay_out(work, Steps(counts, each, least, seen), found, scores)
    if count <= limit + _FEW:
        _sort(found, scores)
    else:  # many in one step
        order = np.argsort(-scores, kind="mergesort")
        found, scores = found[order], scores[order]
    passages = found[:limit].copy()
    matched = np.zeros((len(passages), len(asked.rows)), np.bool_)
    _match(lists, asked, passages, matched, work.sums)
    return Best(passages, scores[:limit].copy(), matched)


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
def _choose(work: Sums, limit: int, counts: NDArray[np.int32]) -> tuple[float, int]:
    """Put the best ``limit`` passages and others, ascending, into ``found``.

    Returns how many steps a sum of 1 is, and how many passages there are; ``counts``, zeros before
    and of the ``_STEPS`` up to the highest sum, then has how many are at each. As many windows as
    passages are wanted reach some step: a heap in place of this counting took a fifth longer.
    """
    highest = _NOTHING
    for head in work.heads:
        highest = max(highest, head)
    to_step = (_STEPS - 1) / highest
    step = 0
    if len(work.heads) > limit:
        for head in work.heads:
            counts[int(head * to_step)] += 1
        step, _ = _last(counts, limit)
        counts[:] = 0
    least = max(_NOTHING, (step - 1e-6) / to_step)  # comparing is faster than finding the step
    seen = 0
    for window in range(len(work.heads)):
        if work.heads[window] >= least:
            for passage in range(window * WINDOW, window * WINDOW + WINDOW):
                if work.sums[passage] >= least:
                    counts[int(work.sums[passage] * to_step)] += 1
                    work.found[seen] = passage
                    seen += 1
    return to_step, seen


@bare
def _last(counts: NDArray[np.int32], limit: int) -> tuple[int, int]:
    """The highest step that ``limit`` reach, and how many do; the lowest where there are fewer."""
    step, reaching = _STEPS - 1, np.int64(counts[_STEPS - 1])
    while reaching < limit and step > 0:
        step -= 1
        reaching += counts[step]
    return step, int(reaching)


@bare
def _lay_out(
    work: Sums, steps: Steps, found: NDArray[np.int32], scores: NDArray[np.float64]
) -> None:
    """The passages that reach the least step, the highest step first, each in passage order."""
    counts, place = steps.counts, 0
    for step in range(_STEPS - 1, steps.least - 1, -1):
        counts[step], place = place, place + counts[step]
    for at in range(steps.seen):
        passage = work.found[at]
        score = work.sums[passage]
        step = int(score * steps.each)
        if step >= steps.least:
            found[counts[step]] = passage
            scores[counts[step]] = score
            counts[step] += 1


@bare
def _sort(found: NDArray[np.int32], scores: NDArray[np.float64]) -> None:
    """Sort by score, the highest first, what is nearly so; ties stay in their order."""
    for end in range(1, len(found)):
        passage, score, at = found[end], scores[end], end
        while at > 0 and scores[at - 1] < score:
            found[at], scores[at] = found[at - 1], scores[at - 1]
            at -= 1
        found[at], scores[at] = passage, score


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
