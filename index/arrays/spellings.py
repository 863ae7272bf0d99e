"""Words by what they begin with, how long they are and which letters they have.

Words that differ from a given one by few letters are in a small part of them, which is found
without looking at any word.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Self

import numpy as np
from numpy.typing import NDArray

from index.arrays.files import Arrays
from index.arrays.runs import ranges

BEYOND_ASCII = 0x80  # stands for all first bytes from here on
_SMALL = 0x20  # the bit that parts "a" from "A"
_LONGEST = 0xFF
_CLASSES = 32  # of letters; a to z have one each
_ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Spellings(Arrays):
    """For ``S`` words, in order of ``heads``.

    ``rows[S]`` are their rows, ``heads[S]`` have what a word begins with in the upper byte (see
    ``beginning``) and how many letters it has, folded, in the lower one, and ``letters[S]`` are
    its letters (see ``letters_of``).
    """

    prefix = "spelling"
    rows: NDArray[np.int32]
    heads: NDArray[np.uint16]
    letters: NDArray[np.uint64]

    @classmethod
    def of(cls, rows: Sequence[int], first: Sequence[int], folded: Sequence[str]) -> Self:
        """Of words in these rows, by the first byte and the folded letters of each."""
        heads = np.array(
            [
                beginning(byte) << 8 | min(len(word), _LONGEST)
                for byte, word in zip(first, folded, strict=True)
            ],
            np.uint16,
        )
        order = np.argsort(heads, kind="stable")
        letters = np.array([letters_of(word) for word in folded], np.uint64)
        return cls(np.array(rows, np.int32)[order], heads[order], letters[order])

    def near(self, folded: str, begin: Iterable[int], share: float) -> NDArray[np.int32]:
        """The rows, ascending, of words that begin so and may be near a folded one.

        Near is what has at most ``1 - share`` of the letters of the longer of the two put in, left
        out, changed or swapped with the next. Each such slip takes at most one letter from a
        word's and adds at most one.
        """
        size = min(len(folded), _LONGEST)
        least, most = ceil(size * share - _ROUNDING), min(floor(size / share + _ROUNDING), _LONGEST)
        kept = np.array([*begin], np.uint16) << 8
        starts = self.heads.searchsorted(kept | np.uint16(least))
        ends = self.heads.searchsorted(kept | np.uint16(most), side="right")
        places = ranges(starts, ends - starts)
        own, theirs = np.uint64(letters_of(folded)), self.letters[places]
        slips = np.maximum(np.bitwise_count(own & ~theirs), np.bitwise_count(theirs & ~own))
        longer = np.maximum(self.heads[places] & _LONGEST, len(folded))
        return np.sort(self.rows[places[slips <= (1 - share) * longer + _ROUNDING]])


def beginning(byte: int) -> int:
    """What stands for a word's first byte: small for capital, one for all beyond ASCII."""
    return BEYOND_ASCII if byte >= BEYOND_ASCII else byte | _SMALL


def letters_of(folded: str) -> int:
    """Two bits for each class of letters: the lower one for one of them, the upper for two."""
    bits = 0
    for letter in folded:
        one = 1 << ord(letter) % _CLASSES
        bits |= one << _CLASSES if bits & one else one
    return bits
