"""Saving arrays, so that a disk that is full is told as what it is."""

import errno
import os
from pathlib import Path

import numpy as np
from numpy.typing import NDArray


def save_array(folder: Path, name: str, values: NDArray[np.generic]) -> None:
    """Write ``{name}.npy``; raises ``OSError`` that names the file and says a disk is full."""
    path = folder / f"{name}.npy"
    try:
        np.save(path, values)
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
    # as a plain array: NumPy's own class for maps is slow to index
    array: NDArray[np.generic] = np.asarray(np.load(folder / f"{name}.npy", mmap_mode="r"))
    return array
