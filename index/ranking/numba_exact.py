"""The exact scores of a few passages, compiled by numba where that is installed."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

import numba
import numpy as np
from numpy.typing import NDArray

from index.arrays.block_maxima import PLACE, SPAN, WINDOW
from index.ranking.numpy_search import Best

_STEP = 16  # postings in a line of the cache

_Function = TypeVar("_Function", bound=Callable[..., object])


def compiled(function: _Function) -> _Function:
    """Compile a function, kept on disk, that lets go of Python's lock.

    No sum is a negative zero or not a number; adding is never reordered.
    """
    return _compiled(function, counting=True)


def bare(function: _Function) -> _Function:
    """``compiled`` for one that makes no array and is called in loops.

    It counts no references: two atomic operations for each array that a call is given take
    longer than what most of these functions do.
    """
    return _compiled(function, counting=False)


def _compiled(function: _Function, *, counting: bool) -> _Function:
    made: _Function = numba.njit(  # type: ignore[call-overload]  # its stubs know no _nrt
        function,
        cache=True,
        nogil=True,
        error_model="numpy",
        fastmath={"nnan", "nsz"},
        _nrt=counting,
    )
    return made


class Lists(NamedTuple):
    """The lists of a snapshot, the arrays of its ``Windows``, and each passage's document."""

    postings: NDArray[np.uint32]
    impacts: NDArray[np.float32]
    offsets: NDArray[np.int64]
    bounds: NDArray[np.float32]
    documents: NDArray[np.int32]
    rows: NDArray[np.int64]
    tops: NDArray[np.uint8]
    places: NDArray[np.int32]
    starts: NDArray[np.int64]
    packed: NDArray[np.uint16]


class Asked(NamedTuple):
    """The rows of a question's terms, how often each is asked, and a flag for each document that
    may answer, or no flags when all may."""

    rows: NDArray[np.int64]
    times: NDArray[np.float64]
    allowed: NDArray[np.bool_]


@bare
def put(top: NDArray[np.floating], value: float) -> None:
    """Put a value in place of the lowest of a heap, whose lowest is the first."""
    at = 0
    while 2 * at + 1 < len(top):
        child = 2 * at + 1
        if child + 1 < len(top) and top[child + 1] < top[child]:
            child += 1
        if top[child] >= value:
            break
        top[at] = top[child]
        at = child
    top[at] = value


@compiled
def exactly(
    lists: Lists,
    asked: Asked,
    numbers: NDArray[np.int64],
    passages: NDArray[np.int32],
    limit: int,
) -> Best:
    """The ``limit`` best of ascending passages, best first.

    ``numbers`` tell where a list is among the frequent ones; -1 where it is not.
    """
    scores = np.zeros(len(passages))
    matched = np.zeros((len(passages), len(numbers)), np.bool_)
    for i in range(len(numbers)):
        row = asked.rows[i]
        for at in range(len(passages)):
            if numbers[i] < 0:
                place = _place(
                    lists.postings, lists.offsets[row], lists.offsets[row + 1], passages[at]
                )
            else:
                place = _place_in_block(lists, numbers[i], lists.offsets[row], passages[at])
            if place >= 0:
                scores[at] += asked.times[i] * np.float64(lists.impacts[place])
                matched[at, i] = True
    first = np.argsort(-scores, kind="mergesort")[:limit]
    return Best(passages[first], scores[first], matched[first])


@bare
def _place_in_block(lists: Lists, number: int, start: int, passage: int) -> int:
    """Where a passage is in a frequent list that begins at ``start``; -1 if it is not there."""
    if not lists.tops[number, passage // WINDOW]:
        return -1
    block, wanted = passage // SPAN, np.uint16(passage % SPAN)
    own = lists.starts[number]
    for at in range(lists.places[number, block], lists.places[number, block + 1]):
        if lists.packed[own + at] & PLACE == wanted:
            return int(start + at)
    return -1


@bare
def _place(postings: NDArray[np.uint32], start: int, end: int, passage: int) -> int:
    """Where a passage is in the list ``postings[start:end]``; -1 if it is not there.

    From where it would be among evenly spread passages, in growing steps: a binary search of
    the whole list would wait for memory at every step.
    """
    last = int(postings[end - 1])
    if passage > last:
        return -1
    low = high = start + passage * (end - start - 1) // max(last, 1)
    step = _STEP
    if postings[low] < passage:
        while high < end and postings[high] < passage:
            low, high, step = high + 1, high + step, 2 * step
        high = min(high, end)
    else:
        while low > start and postings[low] >= passage:
            high, low, step = low, low - step, 2 * step
        low = max(low, start)
        high += 1
    while low < high:
        middle = (low + high) >> 1
        if postings[middle] < passage:
            low = middle + 1
        else:
            high = middle
    return int(low) if low < end and postings[low] == passage else -1
