"""The search for the best passages, compiled by numba where that is installed.

Rare lists are added up passage by passage. What the frequent ones can add at most is known for
each window (``index.arrays.block_maxima``); only blocks that may hold a wanted passage are opened,
the most promising first, and left as soon as the lists still to come cannot help. These sums, of
32 bits and of levels, choose the passages; exact ones of 64 bits rank them
(``index.ranking.numba_exact``).
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.arrays.block_maxima import BLOCK, LEVELS, PLACE, SPAN, TO_LEVEL, WINDOW
from index.ranking.numba_exact import Asked, Lists, bare, compiled, exactly, put
from index.ranking.numpy_search import Best

_EPSILON = 2.0**-23  # of 32-bit floats, relative
_TINY = np.float32(1e-30)  # below any impact
_DENSE = 8  # all sums are cleared rather than a posting for each eight of them
_TO_WINDOW = np.uint64(WINDOW.bit_length() - 1)  # a passage's window is its number shifted by it


class Work(NamedTuple):
    """Arrays to work in, for ``N`` passages in ``W`` windows: ``sums``, zeros before and after,
    ``found`` and ``found_sums`` are of ``W * WINDOW``; ``heads``, the highest sum of each window,
    and ``bounds`` of ``W``."""

    sums: NDArray[np.float32]
    heads: NDArray[np.float32]
    bounds: NDArray[np.float32]
    found: NDArray[np.int32]
    found_sums: NDArray[np.float32]

    @classmethod
    def of(cls, windows: int) -> "Work":
        """Arrays for so many windows."""
        passages = windows * WINDOW
        return cls(
            np.zeros(passages, np.float32),
            np.zeros(windows, np.float32),
            np.zeros(windows, np.float32),
            np.zeros(passages, np.int32),
            np.zeros(passages, np.float32),
        )


class Frequent(NamedTuple):
    """Frequent lists, the one that can add most first: which of ``Lists.tops`` they are, what a
    level of each is worth, and by how much sums of levels may be wrong."""

    numbers: NDArray[np.int64]
    scales: NDArray[np.float32]
    slack: float


class Question(NamedTuple):
    """What is asked of which lists, and ``top``, a heap of the best sums so far."""

    lists: Lists
    asked: Asked
    frequent: Frequent
    top: NDArray[np.float32]
    work: Work


@compiled
def best_in_blocks(lists: Lists, asked: Asked, limit: int, work: Work) -> Best:
    """The ``limit`` best passages, best first, ties in passage order."""
    numbers = _numbers(lists, asked)
    rare = _add_rare(lists, asked, numbers, work)
    frequent = _frequent(lists, asked, numbers)
    blocks = _bound(lists, frequent, work)
    top = np.zeros(min(limit, len(work.sums)), np.float32)
    count = _choose(Question(lists, asked, frequent, top, work), blocks)
    _clear(lists, asked, numbers, rare, work)
    least = np.float32(top[0] - frequent.slack)
    kept = 0
    for at in range(count):
        if work.found_sums[at] >= least:
            work.found[kept] = work.found[at]
            kept += 1
    return exactly(lists, asked, numbers, np.sort(work.found[:kept]), limit)


@compiled
def _numbers(lists: Lists, asked: Asked) -> NDArray[np.int64]:
    """Where each list is among the frequent ones; -1 for a rare one."""
    numbers = np.full(len(asked.rows), -1)
    for i in range(len(asked.rows)):
        at = np.searchsorted(lists.rows, asked.rows[i])
        if at < len(lists.rows) and lists.rows[at] == asked.rows[i]:
            numbers[i] = at
    return numbers


@bare
def _add_rare(lists: Lists, asked: Asked, numbers: NDArray[np.int64], work: Work) -> int:
    """Add up the rare lists; returns how many postings they have."""
    sums, heads, added = work.sums, work.heads, 0
    heads[:] = 0
    for i in range(len(numbers)):
        if numbers[i] >= 0:
            continue
        start, end = lists.offsets[asked.rows[i]], lists.offsets[asked.rows[i] + 1]
        times = np.float32(asked.times[i])
        for at in range(start, end):
            passage = np.uint64(lists.postings[at])
            after = sums[passage] + times * lists.impacts[at]
            sums[passage] = after
            heads[passage >> _TO_WINDOW] = max(heads[passage >> _TO_WINDOW], after)
        added += end - start
    return added


@compiled
def _frequent(lists: Lists, asked: Asked, numbers: NDArray[np.int64]) -> Frequent:
    """The frequent lists among those asked for.

    Rounded sums are wrong by an epsilon of all bounds for each list, if that, and sums of levels
    too high by one level of each frequent list.
    """
    own, scales = np.empty(len(numbers), np.int64), np.empty(len(numbers), np.float32)
    count, slack = 0, 0.0
    for i in range(len(numbers)):
        bound = asked.times[i] * lists.bounds[asked.rows[i]]
        slack += 4 * (len(numbers) + 2) * _EPSILON * bound
        if numbers[i] < 0:
            continue
        scale, at = np.float32(bound / LEVELS), count
        while at and scales[at - 1] < scale:
            own[at], scales[at] = own[at - 1], scales[at - 1]
            at -= 1
        own[at], scales[at] = numbers[i], scale
        slack += bound / LEVELS
        count += 1
    return Frequent(own[:count], scales[:count], slack)


@compiled
def _bound(lists: Lists, frequent: Frequent, work: Work) -> NDArray[np.float32]:
    """What a passage of each window can reach, into ``bounds``; returns the same by block."""
    heads, bounds = work.heads, work.bounds
    if not len(frequent.numbers):
        bounds[:] = heads
    for i in range(len(frequent.numbers)):
        tops, scale = lists.tops[frequent.numbers[i]], frequent.scales[i]
        before = bounds if i else heads
        for window in range(len(bounds)):
            bounds[window] = before[window] + scale * np.float32(tops[window])
    blocks = np.empty(len(bounds) // BLOCK, np.float32)
    for block in range(len(blocks)):
        highest = np.float32(0)
        for window in range(block * BLOCK, block * BLOCK + BLOCK):
            highest = max(highest, bounds[window])
        blocks[block] = highest
    return blocks


@bare
def _choose(question: Question, blocks: NDArray[np.float32]) -> int:
    """Put the best passages and some others into ``found``; returns how many were put there.

    ``blocks`` are what a passage of each block can reach.
    """
    top = question.top
    for bound in blocks:
        if bound > top[0]:
            put(top, bound)
    promising = top[0]  # as many blocks as passages are wanted may reach that
    top[:] = 0
    count = 0
    for others in range(2):
        for block in range(len(blocks)):
            if blocks[block] >= _least(question) and (blocks[block] < promising) == (others == 1):
                count = _open(question, block, count)
    return count


@bare
def _least(question: Question) -> np.float32:
    """What a wanted passage reaches, so far as is known."""
    return max(np.float32(question.top[0] - question.frequent.slack), _TINY)


@bare
def _open(question: Question, block: int, count: int) -> int:
    """Add up a block, if need be, and put its best passages after the ``count`` first found."""
    if len(question.asked.allowed) and not _has_allowed(question, block):
        return count
    heads, bounds = question.work.heads, question.work.bounds
    first = np.uint64(block * BLOCK)
    highest = np.float32(np.inf)
    for window in range(first, first + np.uint64(BLOCK)):
        bounds[window] -= heads[window]
    for at in range(len(question.frequent.numbers)):
        _add_block(question, at, block)
        highest = _lower(question, at, block)
        if highest < _least(question):
            break
    if highest >= _least(question):
        for window in range(first, first + np.uint64(BLOCK)):
            if heads[window] >= _least(question):
                count = _find(question, window, count)
    for passage in range(np.uint64(block * SPAN), np.uint64(block * SPAN + SPAN)):
        question.work.sums[passage] = 0
    return count


@bare
def _has_allowed(question: Question, block: int) -> bool:
    """True when the filter lets some passage of the block pass."""
    documents = question.lists.documents
    last = min((block + 1) * SPAN, len(documents)) - 1
    for document in range(documents[block * SPAN], documents[last] + 1):
        if question.asked.allowed[document]:
            return True
    return False


@bare
def _add_block(question: Question, at: int, block: int) -> None:
    """Add what the frequent list ``at`` has in a block to the sums and heads."""
    lists, sums, heads = question.lists, question.work.sums, question.work.heads
    number, scale = question.frequent.numbers[at], question.frequent.scales[at]
    start, base = lists.starts[number], np.uint64(block * SPAN)
    for place in range(lists.places[number, block], lists.places[number, block + 1]):
        packed = lists.packed[start + place]
        passage = base + np.uint64(packed & PLACE)
        after = sums[passage] + scale * np.float32(packed >> TO_LEVEL)
        sums[passage] = after
        heads[passage >> _TO_WINDOW] = max(heads[passage >> _TO_WINDOW], after)


@bare
def _lower(question: Question, at: int, block: int) -> np.float32:
    """Take a list, now added, from the bounds of a block; returns what can be reached now."""
    heads, bounds, tops = question.work.heads, question.work.bounds, question.lists.tops
    number, scale = question.frequent.numbers[at], question.frequent.scales[at]
    highest = np.float32(0)
    for window in range(np.uint64(block * BLOCK), np.uint64(block * BLOCK + BLOCK)):
        rest = bounds[window] - scale * np.float32(tops[number, window])
        bounds[window] = rest
        highest = max(highest, heads[window] + rest)
    return highest


@bare
def _find(question: Question, window: int, count: int) -> int:
    """Put a window's passages that may be wanted after the ``count`` first found."""
    asked, work = question.asked, question.work
    first = np.uint64(window * WINDOW)
    for passage in range(first, first + np.uint64(WINDOW)):
        reached = work.sums[passage]
        if reached < _least(question):
            continue
        if len(asked.allowed) and not asked.allowed[question.lists.documents[passage]]:
            continue
        work.found[count], work.found_sums[count] = passage, reached
        count += 1
        if reached > question.top[0]:
            put(question.top, reached)
    return count


@bare
def _clear(lists: Lists, asked: Asked, numbers: NDArray[np.int64], rare: int, work: Work) -> None:
    """Set the sums that the rare lists were added to back to zero."""
    if rare * _DENSE > len(work.sums):
        work.sums[:] = 0
        return
    for i in range(len(numbers)):
        if numbers[i] < 0:
            for at in range(lists.offsets[asked.rows[i]], lists.offsets[asked.rows[i] + 1]):
                work.sums[np.uint64(lists.postings[at])] = 0
