"""Ranges of numbers, laid out one after the other."""

import numpy as np
from numpy.typing import NDArray


def ranges(starts: NDArray[np.integer], sizes: NDArray[np.integer]) -> NDArray[np.int64]:
    """The numbers from ``starts[i]`` on, ``sizes[i]`` of them, for each ``i`` in order."""
    numbers: NDArray[np.int64] = np.repeat(starts - np.cumsum(sizes) + sizes, sizes)
    numbers += np.arange(len(numbers))
    return numbers
