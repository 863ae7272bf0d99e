"""Rules of the windows: they hold the frequent lists, and bound every impact from above."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from index.arrays import block_maxima
from index.arrays.block_maxima import LEVELS, PLACE, SPAN, TO_LEVEL, WINDOW, windows_of


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 3_000), st.lists(st.floats(0, 1), min_size=1, max_size=6), st.integers(0))
def test_windows_hold_frequent_lists_and_bound_them(
    passages: int, shares: list[float], seed: int
) -> None:
    """Every posting is there, at its place; a level is never below its impact, and by less than
    one level above; a window's top is the highest of its levels, 0 where it has none."""
    chance = np.random.default_rng(seed % 2**32)
    lists = [np.flatnonzero(chance.random(passages) < share) for share in shares]
    offsets = np.concatenate(([0], np.cumsum([len(own) for own in lists])))
    postings = np.concatenate(lists).astype(np.int32)
    impacts = chance.gamma(1.0, 1.0, len(postings)).astype(np.float32) + np.float32(1e-6)
    bounds = np.array([impacts[a:b].max(initial=0) for a, b in _pairs(offsets)], np.float32)
    made = windows_of(postings, impacts, offsets, bounds, passages)
    expected = [
        row
        for row, own in enumerate(lists)
        if len(own) >= block_maxima._LEAST and len(own) * block_maxima._FREQUENT >= passages
    ]
    assert made.rows.tolist() == expected
    for number, row in enumerate(expected):
        found, levels = _unpacked(made, number)
        assert found.tolist() == lists[row].tolist()
        exact = impacts[offsets[row] : offsets[row + 1]].astype(float) / bounds[row] * LEVELS
        assert (levels >= exact * (1 - 1e-6)).all()
        assert (levels <= exact * (1 + 1e-6) + 1).all()
        tops = np.zeros(made.tops.shape[1], np.uint8)
        np.maximum.at(tops, found // WINDOW, levels.astype(np.uint8))
        assert made.tops[number].tolist() == tops.tolist()


def _pairs(offsets: np.ndarray) -> list[tuple[int, int]]:
    return list(zip(offsets[:-1].tolist(), offsets[1:].tolist(), strict=True))


def _unpacked(made: block_maxima.Windows, number: int) -> tuple[np.ndarray, np.ndarray]:
    """The passages of a frequent list, and their levels."""
    passages: list[int] = []
    for block, (start, end) in enumerate(_pairs(made.places[number])):
        packed = made.packed[made.starts[number] + start : made.starts[number] + end]
        passages += ((packed & PLACE).astype(int) + block * SPAN).tolist()
    whole = made.packed[made.starts[number] : made.starts[number + 1]]
    return np.array(passages, int), (whole >> TO_LEVEL).astype(int)
