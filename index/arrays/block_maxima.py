"""How high the frequent terms' impacts reach, window by window of the passages.

A window is ``WINDOW`` passages in a row, a block is ``BLOCK`` windows. For each of ``F`` frequent
terms a list is kept once more, in two bytes a posting, with the highest of each window, so that
blocks that cannot hold a wanted passage are passed over (after Ding and Suel, "Faster top-k
document retrieval using block-max indexes", 2011). Impacts are levels here: of 255 equal steps
up to the term's highest impact, the one that they do not exceed.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.arrays.files import Arrays

WINDOW = 16  # sums of so many passages fill a line of the cache
BLOCK = 16  # windows: 256 passages, so that a byte tells a passage's place
SPAN = WINDOW * BLOCK
LEVELS = 255
PLACE = np.uint16(0xFF)  # the bits of a packed posting that tell its place in the block
TO_LEVEL = np.uint16(8)  # how far the other ones are to be moved, to be a level
_FREQUENT = 20  # a term is frequent when one passage in so many has it (docs/decisions/search.md)
_LEAST = 1_000  # and so many passages have it


@dataclass(frozen=True, slots=True)
class Windows(Arrays):
    """The frequent terms' lists, by block.

    For ``F`` terms and ``B`` blocks: ``rows[F]``, ascending, are the terms' rows in the snapshot;
    ``tops[F, B * BLOCK]`` each window's highest level, 0 where no passage has the term; block
    ``b`` of term ``f`` has the postings ``packed[starts[f] + places[f, b]:starts[f] +
    places[f, b + 1]]``, each ``level * 256 + place within the block``.
    """

    prefix = "windows"
    rows: NDArray[np.int64]
    tops: NDArray[np.uint8]
    places: NDArray[np.int32]
    starts: NDArray[np.int64]
    packed: NDArray[np.uint16]


def blocks(passages: int) -> int:
    """How many blocks so many passages fill."""
    return -(-passages // SPAN)


def windows_of(
    postings: NDArray[np.int32],
    impacts: NDArray[np.float32],
    offsets: NDArray[np.int64],
    bounds: NDArray[np.float32],
    passages: int,
) -> Windows:
    """The windows over the lists of a snapshot, whose arrays these are."""
    sizes = np.diff(offsets)
    rows = np.flatnonzero((sizes >= _LEAST) & (sizes * _FREQUENT >= passages))
    edges = np.arange(blocks(passages) + 1) * SPAN
    tops = np.zeros((len(rows), blocks(passages) * BLOCK), np.uint8)
    places = np.zeros((len(rows), len(edges)), np.int32)
    starts = np.concatenate(([0], np.cumsum(sizes[rows])))
    packed = np.empty(int(starts[-1]), np.uint16)
    for number, row in enumerate(rows.tolist()):
        own = slice(offsets[row], offsets[row + 1])
        numbers, levels = postings[own], _levels(impacts[own], float(bounds[row]))
        np.maximum.at(tops[number], numbers // WINDOW, levels.astype(np.uint8))
        places[number] = np.searchsorted(numbers, edges)
        packed[starts[number] : starts[number + 1]] = levels << TO_LEVEL | (numbers % SPAN).astype(
            np.uint16
        )
    return Windows(rows, tops, places, starts, packed)


def _levels(impacts: NDArray[np.float32], highest: float) -> NDArray[np.uint16]:
    """The level of each impact: 1 to ``LEVELS``, rounded up."""
    levels: NDArray[np.uint16] = np.ceil(impacts / highest * LEVELS).astype(np.uint16)
    return levels.clip(1, LEVELS)
