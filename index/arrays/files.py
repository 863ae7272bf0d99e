"""Saving arrays, so that a full disk is reported as such."""

import errno
import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import ClassVar, Self

import numpy as np
from numpy.lib.format import open_memmap
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


def created_array(folder: Path, name: str, shape: tuple[int, ...]) -> NDArray:  # type: ignore[type-arg]  # each caller names its own
    """``{name}.npy`` of zeros, mapped to be filled; an array in memory where it is empty.

    Raises ``OSError`` for a full disk at once, and not when it is filled.
    """
    path, kind = folder / f"{name}.npy", ARRAYS[name].type
    if not all(shape):  # an empty file cannot be mapped
        empty = np.empty(shape, kind)
        save_array(folder, name, empty)
        return empty
    array = open_memmap(path, mode="w+", dtype=kind, shape=shape)
    if hasattr(os, "posix_fallocate"):  # writing to a hole on a full disk would be a SIGBUS
        with path.open("r+b") as file:
            os.posix_fallocate(file.fileno(), 0, path.stat().st_size)
    return array


def sync(path: Path) -> None:
    """Push a file to the disk, or the list of a folder's files."""
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


@dataclass(frozen=True, slots=True)
class Arrays:
    """Arrays that belong together: field ``name`` is kept in ``{prefix}_{name}.npy``."""

    prefix: ClassVar[str]

    def save(self, folder: Path) -> None:
        """Raises ``OSError`` as ``save_array``."""
        for field in fields(self):
            save_array(folder, f"{self.prefix}_{field.name}", getattr(self, field.name))

    @classmethod
    def mapped(cls, folder: Path) -> Self:
        """Raises ``ValueError`` as ``mapped``."""
        return cls(*(mapped(folder, f"{cls.prefix}_{field.name}") for field in fields(cls)))
