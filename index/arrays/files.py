"""Saving arrays, so that a full disk is reported as such."""

import errno
import os
from pathlib import Path

import numpy as np
from numpy.typing import ArrayLike, NDArray

from index.arrays.schema import ARRAYS


def save_array(folder: Path, name: str, values: ArrayLike) -> None:
    """Write ``{name}.npy`` as the schema has it.

    Raises ``OSError`` that names the file and says a disk is full.
    """
    path = folder / f"{name}.npy"
    try:
        np.save(path, np.asarray(values, dtype=ARRAYS[name].type))
    except OSError as error:
        if error.errno is None:  # NumPy's own error for a write that came out short
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path)) from error
        raise


def sync(path: Path) -> None:
    """Push a file or folder to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def mapped(folder: Path, name: str) -> NDArray:  # type: ignore[type-arg]  # each caller names its own
    """The array ``{name}.npy``; raises ``ValueError`` for one that the schema does not have so."""
    # as a plain array: NumPy's own class for maps is slow to index
    array: NDArray[np.generic] = np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r"))
    kind = ARRAYS[name]
    if (array.dtype, array.ndim) != kind:
        raise ValueError(f"{name} holds {array.ndim} dimensions of {array.dtype}, not {kind}")
    return array
