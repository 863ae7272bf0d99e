"""Which passages may be the same quote: told by their words in order, before a text is read."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.arrays.snapshot import Snapshot

_BITS = 1024  # words that share one look the same: more is compared, nothing is lost
_SHARED = 3  # one in so many words of the shorter one, where nine in ten are the same in the end


def may_be_same(passages: Sequence[int], snapshot: Snapshot) -> NDArray[np.bool_]:
    """For ``C`` passages, ``[C, C]``: false for two that cannot be the same quote.

    Those share too few words. A passage may still have words of its own: those of the heading above
    it, and of a date, which is several terms, the year that it does not state.
    """
    words = snapshot.forward.words(snapshot.units(np.array(passages, np.intp)))
    has = np.zeros((len(passages), _BITS), np.bool_)
    has[np.repeat(np.arange(len(passages)), words.sizes), words.forms % _BITS] = True
    bits = np.packbits(has, axis=1).view(np.uint64)
    shared = np.bitwise_count(bits[:, None] & bits).sum(axis=2)
    fewer = np.minimum.outer(shared.diagonal(), shared.diagonal())
    same: NDArray[np.bool_] = shared * _SHARED >= fewer
    return same
