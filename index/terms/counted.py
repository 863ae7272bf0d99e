"""Postings of one document: which terms each of its passages has, and how often."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

_HEADER = np.dtype("<u4")
_HIGH = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


@dataclass(frozen=True, slots=True)
class DocumentPostings:
    """Term counts of the passages of one document, in passage order.

    ``lengths[p]`` is the BM25 length of passage ``p`` in terms and ``sizes[p]`` its number of
    distinct terms; ``terms`` and ``counts`` hold the passages' (term id, count) pairs one
    passage after the other, so both have ``sizes.sum()`` entries.
    """

    lengths: NDArray[np.uint32]
    sizes: NDArray[np.uint32]
    terms: NDArray[np.uint32]
    counts: NDArray[np.uint32]

    @classmethod
    def of_ids(cls, ids: NDArray[np.integer], lengths: NDArray[np.integer]) -> Self:
        """Count term ids: ``lengths[p]`` of them in passage ``p``, one passage after the other.

        A passage's terms come in order of their ids.
        """
        passages = np.repeat(np.arange(len(lengths), dtype=np.uint64), lengths)
        pairs, counts = np.unique((passages << _HIGH) | ids.astype(np.uint64), return_counts=True)
        sizes = np.bincount((pairs >> _HIGH).astype(np.int64), minlength=len(lengths))
        return cls(*(part.astype(_HEADER) for part in (lengths, sizes, pairs & _LOW, counts)))

    def pack(self) -> bytes:
        """The bytes that ``unpack`` reads: the number of passages, then the four arrays."""
        head = np.array([len(self.sizes)], _HEADER)
        parts = (head, self.lengths, self.sizes, self.terms, self.counts)
        return b"".join(part.tobytes() for part in parts)

    @classmethod
    def unpack(cls, packed: bytes) -> Self:
        numbers = np.frombuffer(packed, _HEADER)
        passages = int(numbers[0])
        begin = 1 + 2 * passages  # slices: to split takes longer than all else for a small text
        middle = (begin + len(numbers)) // 2
        sizes = numbers[1 + passages : begin]
        return cls(numbers[1 : 1 + passages], sizes, numbers[begin:middle], numbers[middle:])
