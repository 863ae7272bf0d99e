"""The best passages of some postings lists: sums of 32 bits choose, sums of 64 bits rank.

Adding postings up is what a question costs, and ``np.add.at`` on 32-bit numbers is the fastest
way that NumPy has (1.4 ns a posting; docs/decisions/search.md). The passages that these sums leave
are then looked up in every list and their scores added up exactly. Of few passages all scores are
added up exactly at once: there, calling NumPy for each list takes longer than what it does.
"""

from collections.abc import Iterable, Sequence
from threading import Lock
from typing import NamedTuple, Protocol, Self

import numpy as np
from numpy.typing import NDArray

from index.arrays.runs import run_starts
from index.arrays.snapshot import Snapshot
from index.ranking.hits import Ranked

_EPSILON = 2.0**-23  # of 32-bit floats, relative
_TINY = float(np.finfo(np.float32).tiny)
_GROUPS = 64  # rows of the work array; the best of each column stand for the best of all
_FEW_PASSAGES, _FEW_GROUPS = 24_576, 16  # up to so many, all are scored at once
_SPARSE = 32  # passages are found through the postings while these are fewer than one in 32
_PART = 32_768  # postings whose places are made wide at a time, as NumPy wants them
_FEW = 8  # groups are searched one by one while these are fewer than one in 8


class Lists(NamedTuple):
    """The postings of a question's terms.

    List ``i`` has the passages ``postings[starts[i]:ends[i]]``, ascending, none twice, and adds
    ``times[i]`` times the ``impacts`` there, all above zero, to their scores.
    """

    postings: NDArray[np.int32]
    impacts: NDArray[np.float32]
    starts: Sequence[int]
    ends: Sequence[int]
    times: Sequence[int]

    def __len__(self) -> int:
        return len(self.starts)

    @property
    def size(self) -> int:
        """How many postings they have together."""
        return sum(self.ends) - sum(self.starts)

    def passages(self) -> list[NDArray[np.int32]]:
        """Each list's passages."""
        return [self.postings[a:b] for a, b in zip(self.starts, self.ends, strict=True)]

    def add_to(self, sums: NDArray[np.float32]) -> None:
        """Add each list's impacts to its passages' sums."""
        for start, end, times in zip(self.starts, self.ends, self.times, strict=True):
            for first in range(start, end, _PART):
                part = slice(first, min(first + _PART, end))
                impacts = self.impacts[part]
                if times > 1:
                    impacts = impacts * np.float32(times)
                np.add.at(sums, self.postings[part].astype(np.intp), impacts)

    def impacts_on(self, passages: NDArray[np.integer]) -> NDArray[np.float64]:
        """What each list adds to each of some passages, as (lists, passages); 0 for nothing."""
        passages = passages.astype(self.postings.dtype)  # another type would copy every list
        places = np.array([own.searchsorted(passages) for own in self.passages()])
        places += np.array(self.starts)[:, None]
        np.minimum(places, np.array(self.ends)[:, None] - 1, out=places)
        found: NDArray[np.float64] = self.impacts[places].astype(np.float64)
        found *= self.postings[places] == passages
        found *= np.array(self.times)[:, None]
        return found


class Best(NamedTuple):
    """The best passages, best first; ``matched[p, i]`` says that passage ``p`` has term ``i``."""

    passages: NDArray[np.integer]
    scores: NDArray[np.float64]
    matched: NDArray[np.bool_]

    @classmethod
    def of(cls, passages: NDArray[np.integer], impacts: NDArray[np.float64], limit: int) -> Self:
        """The best of ascending passages, to which the lists add ``impacts[list, passage]``."""
        scores = impacts.sum(axis=0)
        order = np.argsort(-scores, kind="stable")[:limit]
        return cls(passages[order], scores[order], impacts.T[order] > 0)

    def ranked(self, terms: Iterable[str]) -> Ranked:
        """The same as hits; ``terms`` are those of the lists, in order."""
        return Ranked(self.passages, self.scores, self.matched, tuple(terms))


class Search(Protocol):
    """A way to find the best passages of a snapshot. Any number of questions may run at once."""

    def __call__(
        self,
        rows: Sequence[int],
        times: Sequence[int],
        limit: int,
        allowed: NDArray[np.bool_] | None = None,
    ) -> Best:
        """The passages of the ``limit`` (1 or more) highest scores, ties in passage order.

        All have a term and score above zero. ``rows`` are those of distinct terms, ``times`` how
        often each counts, and ``allowed`` has one flag for each document.
        """
        ...


class NumPySearch:
    """See ``Search``; this one needs NumPy alone.

    One question at a time: NumPy keeps Python's lock for nearly all of it, and questions that
    take it from each other midway are slower by half and need a work array each.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._lock = Lock()
        self._zeros: NDArray[np.float32] | None = None

    def __call__(
        self,
        rows: Sequence[int],
        times: Sequence[int],
        limit: int,
        allowed: NDArray[np.bool_] | None = None,
    ) -> Best:
        if not rows:
            return Best(np.empty(0, np.int64), np.empty(0), np.empty((0, 0), np.bool_))
        lists = lists_of(self._snapshot, rows, times)
        passing = None if allowed is None else allowed[self._snapshot.passage_document]
        if self._snapshot.meta.passages <= _FEW_PASSAGES:
            return _best_of_few(lists, limit, self._snapshot.meta.passages, passing)
        with self._lock:
            passages = self._candidates(lists, limit, passing)
            return Best.of(passages, lists.impacts_on(passages), limit)

    def _candidates(
        self, lists: Lists, limit: int, allowed: NDArray[np.bool_] | None
    ) -> NDArray[np.integer]:
        zeros, self._zeros = self._zeros, None  # after an error it may hold leftovers
        if zeros is None:
            columns = -(-self._snapshot.meta.passages // _GROUPS)
            zeros = np.zeros((_GROUPS, columns), np.float32)
        found = _candidates(lists, limit, zeros, allowed)
        self._zeros = zeros
        return found


def lists_of(snapshot: Snapshot, rows: Sequence[int], times: Sequence[int]) -> Lists:
    """The postings of some terms."""
    starts, ends = snapshot.offsets[rows], snapshot.offsets[np.array(rows, np.int64) + 1]
    return Lists(snapshot.postings, snapshot.impacts, starts.tolist(), ends.tolist(), times)


def _best_of_few(lists: Lists, limit: int, count: int, allowed: NDArray[np.bool_] | None) -> Best:
    """The best of ``count`` passages: all lists are laid end to end and added up in 64 bits."""
    spans = list(map(slice, lists.starts, lists.ends))
    passages = np.concatenate([lists.postings[span] for span in spans], dtype=np.intp)
    impacts = np.concatenate([lists.impacts[span] for span in spans], dtype=np.float64)
    sizes = np.subtract(lists.ends, lists.starts, dtype=np.int64)
    if max(lists.times) > 1:
        impacts *= np.repeat(lists.times, sizes)
    room = -(-count // _FEW_GROUPS) * _FEW_GROUPS
    scores = np.bincount(passages, impacts, room).view(np.float64)
    if allowed is not None:
        scores[:count] *= allowed
    least = _reached(scores.reshape(_FEW_GROUPS, -1).max(axis=0), limit, 0)
    found = np.flatnonzero(scores >= least)
    reached = scores[found]
    order = np.argsort(-reached, kind="stable")[:limit]
    best = found[order]
    places = np.zeros(room, np.int32)
    places[best] = np.arange(1, len(best) + 1)
    marks = places.take(passages)
    seen = np.flatnonzero(marks)
    matched = np.zeros((len(best), len(lists)), np.bool_)
    matched[marks.take(seen) - 1, sizes.cumsum().searchsorted(seen, side="right")] = True
    return Best(best, reached[order], matched)


def _candidates(
    lists: Lists, limit: int, zeros: NDArray[np.float32], allowed: NDArray[np.bool_] | None
) -> NDArray[np.integer]:
    """Ascending passages, the ``limit`` best among them and few others; leaves zeros behind."""
    sums = zeros.reshape(-1)
    lists.add_to(sums)
    if allowed is not None:
        sums[: len(allowed)] *= allowed
    margin = (len(lists) + 2) * _EPSILON  # the most that the order of adding can change a sum
    if lists.size * _SPARSE < len(sums):
        found = _best_seen(lists, sums, limit, margin)
        for passages in lists.passages():
            sums[passages] = 0
    else:
        found = _best_of_all(zeros, limit, margin)
        sums.fill(0)
    return found


def _best_seen(
    lists: Lists, sums: NDArray[np.float32], limit: int, margin: float
) -> NDArray[np.integer]:
    """The best among the passages of the lists."""
    passages = np.sort(np.concatenate(lists.passages()))
    passages = passages[run_starts(passages)]
    own = sums[passages]
    return passages[own >= _reached(own, limit, margin)]


def _best_of_all(groups: NDArray[np.float32], limit: int, margin: float) -> NDArray[np.integer]:
    """The best of all passages, those of one column of ``groups`` being a group.

    As many groups as are wanted reach what the last of the best groups reaches, and so do as
    many passages.
    """
    tops = groups.max(axis=0)
    least = _reached(tops, limit, margin)
    high = np.flatnonzero(tops >= least)
    if len(high) * _FEW > len(tops):
        return np.flatnonzero(groups.reshape(-1) >= least)
    row, column = np.nonzero(groups[:, high] >= least)
    return row * len(tops) + high[column]


def _reached(sums: NDArray[np.float32], limit: int, margin: float) -> float:
    """What ``limit`` of the sums reach, at least; above zero."""
    if len(sums) <= limit:
        return _TINY
    last = np.partition(sums, len(sums) - limit)[-limit]
    return max(float(last) * (1 - margin), _TINY)
