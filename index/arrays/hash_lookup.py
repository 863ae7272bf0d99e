"""Where texts are in a sorted array of their hashes."""

import hashlib
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

_REMEMBERED = 20_000  # texts whose rows are kept, some 3 MB
_NOT_YET = -2


def hashes(texts: Iterable[str]) -> NDArray[np.uint64]:
    """64-bit BLAKE2b of each text. Among a million terms two meet with probability 3e-8."""
    digests = b"".join(
        hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        for text in texts
    )
    return np.frombuffer(digests, np.dtype("<u8"))


class Lookup:
    """Finds texts by their ascending ``hashes``, and remembers where those asked for are.

    When more than ``remembered`` texts are, they are forgotten.
    """

    def __init__(self, hashes: NDArray[np.uint64], *, remembered: int = _REMEMBERED) -> None:
        self._hashes = hashes
        self._remembered = remembered
        self._known: dict[str, int] = {}

    def rows(self, texts: Sequence[str]) -> list[int]:
        """The row of each text, -1 for one that is not there."""
        known = self._known
        rows = [known.get(text, _NOT_YET) for text in texts]
        if _NOT_YET not in rows:
            return rows
        found = self._find(texts)
        if len(known) >= self._remembered:
            self._known = known = {}
        known.update(zip(texts, found, strict=True))
        return found

    def _find(self, texts: Sequence[str]) -> list[int]:
        if not len(self._hashes):
            return [-1] * len(texts)
        if len(texts) == 1:  # a third of the time
            (wanted_one,) = hashes(texts)
            row = min(int(self._hashes.searchsorted(wanted_one)), len(self._hashes) - 1)
            return [row if self._hashes[row] == wanted_one else -1]
        wanted = hashes(texts)
        rows = np.minimum(np.searchsorted(self._hashes, wanted), len(self._hashes) - 1)
        found: list[int] = np.where(self._hashes[rows] == wanted, rows, -1).tolist()
        return found
