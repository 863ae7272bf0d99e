"""The search for the best passages, compiled by numba where that is installed.

MaxScore (Turtle and Flood, "Query evaluation: strategies and optimizations", 1995) over whole
lists. Lists are added up from the highest bound on, a bound being the most that a list can add.
Once the bounds of those left sum to less than the last wanted score, a passage found in them
alone cannot be wanted: they are only looked up for the passages that still can. Sums of 32 bits
choose the passages, sums of 64 bits rank them, so the result is exact.
"""

from typing import NamedTuple

import numba
import numpy as np
from numpy.typing import NDArray

_EPSILON = 2.0**-23  # of 32-bit floats, relative
_TINY = 1e-38
_LOOKUP = 48  # a look-up costs as much as adding that many postings
_WORTH_A_CHECK = 20_000  # postings left, above which it may pay to pass over them
_DENSE = 8  # all passages are visited rather than a posting for each eight of them
_LONG = 1_000  # postings of a list that is not just added up
_BLOCK = 128
_STEP = 16  # postings in a line of the cache

_compiled = numba.njit(cache=True, nogil=True)


class CompiledLists(NamedTuple):
    """The lists of ``index.scoring.Lists``."""

    postings: NDArray[np.int32]
    impacts: NDArray[np.float32]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    times: NDArray[np.float64]
    bounds: NDArray[np.float64]


@_compiled
def best(
    lists: CompiledLists, limit: int, sums: NDArray[np.float32]
) -> tuple[NDArray[np.int32], NDArray[np.float64], NDArray[np.float64]]:
    """The best passages, their scores, and what each list added to each of them.

    ``sums`` holds a zero for each passage, and does so again afterwards.
    """
    order = np.argsort(-lists.bounds * lists.times)
    margin = (len(order) + 2) * _EPSILON  # the most that the order of adding changes a sum
    passages = _candidates(lists, order, limit, margin, sums)
    added = np.zeros((len(order), len(passages)))
    scores = np.zeros(len(passages))
    for i in range(len(order)):
        for at in range(len(passages)):
            added[i, at] = lists.times[i] * _impact(lists, i, passages[at])
            scores[at] += added[i, at]
    first = np.argsort(-scores, kind="mergesort")[:limit]
    return passages[first], scores[first], added[:, first]


@_compiled
def _candidates(
    lists: CompiledLists,
    order: NDArray[np.int64],
    limit: int,
    margin: float,
    sums: NDArray[np.float32],
) -> NDArray[np.int32]:
    """Ascending passages, the ``limit`` best among them and few others."""
    left = np.append(np.cumsum((lists.bounds * lists.times)[order][::-1])[::-1], 0.0)
    sizes = (lists.ends - lists.starts)[order]
    top, many, added, threshold = np.empty(limit, np.int32), 0, 0, 0.0
    found = np.empty(0, np.int32)
    while added < len(order):
        i, rest = order[added], order[added:]
        waiting = sizes[added:].sum()
        if many == limit and sizes[added] > _LONG and waiting > _WORTH_A_CHECK:
            threshold = max(threshold, _completed(lists, rest, sums, top) * (1 - margin))
            own = sizes[left[:-1] >= threshold].sum()
            if left[added] < threshold and min(own, len(sums) // _DENSE) < waiting:
                most = waiting // (_LOOKUP * len(rest))
                least = threshold * (1 - margin) - left[added]
                found = _reaching(lists, order[left[:-1] >= threshold], sums, least, most)
                if len(found) <= most:
                    break
        many = _add(lists, i, sums, top, many)
        added += 1
    if added == len(order):
        threshold = _last(sums, top) * (1 - 2 * margin) if many == limit else 0.0
        found = _reaching(lists, order[left[:-1] >= threshold], sums, threshold, len(sums))
    for place in range(added, len(order)):
        least = threshold * (1 - margin) - left[place + 1]
        found = found[: _look_up(lists, order[place], sums, least, found)]
    _clear(lists, order[:added], sums)
    return np.sort(found)


@_compiled
def _add(
    lists: CompiledLists, i: int, sums: NDArray[np.float32], top: NDArray[np.int32], many: int
) -> int:
    """Add up a list, keeping the best ``many`` in ``top``; returns how many they are then."""
    times = np.float32(lists.times[i])
    least = _last(sums, top) if many == len(top) else 0.0
    for at in range(lists.starts[i], lists.ends[i]):
        passage = lists.postings[at]
        after = sums[passage] + times * lists.impacts[at]
        sums[passage] = after
        if after > least:
            many = _keep(passage, sums, top, many)
            if many == len(top):
                least = _last(sums, top)
    return many


@_compiled
def _keep(passage: int, sums: NDArray[np.float32], top: NDArray[np.int32], many: int) -> int:
    """Put a passage among the best ``many`` in ``top``; returns how many they are then."""
    lowest = 0
    for at in range(many):
        if top[at] == passage:
            return many
        if sums[top[at]] < sums[top[lowest]]:
            lowest = at
    if many < len(top):
        top[many] = passage
        return many + 1
    top[lowest] = passage
    return many


@_compiled
def _last(sums: NDArray[np.float32], top: NDArray[np.int32]) -> float:
    """The lowest sum of the passages in ``top``."""
    lowest = sums[top[0]]
    for passage in top:
        lowest = min(lowest, sums[passage])
    return float(lowest)


@_compiled
def _completed(
    lists: CompiledLists,
    rest: NDArray[np.int64],
    sums: NDArray[np.float32],
    top: NDArray[np.int32],
) -> float:
    """The lowest score of the passages in ``top``, what the ``rest`` adds to them included."""
    lowest = np.inf
    for passage in top:
        score = float(sums[passage])
        for i in rest:
            score += lists.times[i] * _impact(lists, i, passage)
        lowest = min(lowest, score)
    return lowest


@_compiled
def _look_up(
    lists: CompiledLists,
    i: int,
    sums: NDArray[np.float32],
    least: float,
    passages: NDArray[np.int32],
) -> int:
    """Add a list to a few sums; returns how many reach ``least``, which are put first."""
    count = 0
    for passage in passages:
        sums[passage] += lists.times[i] * _impact(lists, i, passage)
        if sums[passage] >= least:
            passages[count] = passage
            count += 1
    return count


@_compiled
def _impact(lists: CompiledLists, i: int, passage: int) -> float:
    """What a list adds to a passage."""
    low, high = _around(lists, i, passage)
    while low < high:
        middle = (low + high) >> 1
        if lists.postings[middle] < passage:
            low = middle + 1
        else:
            high = middle
    found = low < lists.ends[i] and lists.postings[low] == passage
    return float(lists.impacts[low]) if found else 0.0


@_compiled
def _around(lists: CompiledLists, i: int, passage: int) -> tuple[int, int]:
    """Between which places of a list a passage is, if it is there.

    From where it would be among evenly spread passages, in growing steps: a binary search of
    the whole list would wait for memory at every step.
    """
    start, end = lists.starts[i], lists.ends[i]
    last = lists.postings[end - 1]
    if passage > last:
        return end, end
    guess = start + passage * (end - start - 1) // max(last, 1)
    low = high = guess
    step = _STEP
    if lists.postings[guess] < passage:
        while high < end and lists.postings[high] < passage:
            low, high, step = high + 1, high + step, 2 * step
        return low, min(high, end)
    while low > start and lists.postings[low] >= passage:
        high, low, step = low, low - step, 2 * step
    return max(low, start), high


@_compiled
def _is_dense(lists: CompiledLists, own: NDArray[np.int64], sums: NDArray[np.float32]) -> bool:
    """True when it is faster to visit all passages than those of some lists."""
    return bool((lists.ends - lists.starts)[own].sum() * _DENSE > len(sums))


@_compiled
def _reaching(
    lists: CompiledLists,
    own: NDArray[np.int64],
    sums: NDArray[np.float32],
    least: float,
    most: int,
) -> NDArray[np.int32]:
    """The passages of some lists whose sums reach ``least``, or any ``most + 1`` of them.

    A passage in none of these lists cannot reach it, as the others' bounds sum to less.
    """
    least32 = np.float32(max(least, _TINY))
    if _is_dense(lists, own, sums):
        return _search(sums, least32, most)
    found = np.empty(min(len(sums), most + 1), np.int32)
    count = 0
    for i in own:
        for passage in lists.postings[lists.starts[i] : lists.ends[i]]:
            if sums[passage] >= least32:
                sums[passage] *= -1  # so that it is not found again
                found[count] = passage
                count += 1
                if count > most:
                    break
        if count > most:
            break
    for passage in found[:count]:
        sums[passage] *= -1
    return found[:count]


@_compiled
def _search(sums: NDArray[np.float32], least: np.float32, most: int) -> NDArray[np.int32]:
    """The passages whose sums reach ``least``, or the first ``most + 1`` of them."""
    found = np.empty(min(len(sums), most + 1), np.int32)
    count = 0
    for start in range(0, len(sums), _BLOCK):
        block = sums[start : start + _BLOCK]
        here = 0
        for at in range(len(block)):  # without a branch, so that it is compiled to vectors
            here += block[at] >= least
        if not here:
            continue
        for at in range(len(block)):
            if block[at] >= least and count <= most:
                found[count] = start + at
                count += 1
        if count > most:
            break
    return found[:count]


@_compiled
def _clear(lists: CompiledLists, added: NDArray[np.int64], sums: NDArray[np.float32]) -> None:
    """Set the sums of these lists' passages back to zero."""
    if _is_dense(lists, added, sums):
        sums[:] = 0
        return
    for i in added:
        for passage in lists.postings[lists.starts[i] : lists.ends[i]]:
            sums[passage] = 0
