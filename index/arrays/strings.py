"""Many strings in two mapped arrays."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.arrays.files import mapped, save_array
from index.arrays.runs import ranges


class Strings:
    """Strings in one mapped file: ``{name}_starts.npy`` cuts ``{name}_text.npy`` (UTF-8)."""

    def __init__(self, folder: Path, name: str) -> None:
        self._text: NDArray[np.uint8] = mapped(folder, f"{name}_text")
        self._starts: NDArray[np.int64] = mapped(folder, f"{name}_starts")

    def __len__(self) -> int:
        return len(self._starts) - 1

    def __getitem__(self, index: int) -> str:
        start, end = self._starts[index : index + 2]
        return self._text[start:end].tobytes().decode("utf-8")

    def lines(self, rows: NDArray[np.integer]) -> str:
        """The strings of some rows, each ended by a line feed, which none of them may hold."""
        sizes = self._starts[rows + 1] - self._starts[rows] + 1
        places = ranges(self._starts[rows], sizes)
        ends = np.cumsum(sizes) - 1
        places[ends] = 0
        text = self._text[places]
        text[ends] = ord("\n")
        return text.tobytes().decode("utf-8")

    def sizes(self) -> NDArray[np.int64]:
        """The bytes of each string."""
        return np.diff(self._starts)

    def first_bytes(self) -> NDArray[np.uint8]:
        """The first byte of each string, none of which may be empty."""
        return self._text[self._starts[:-1]]

    def first_bytes_of(self, rows: NDArray[np.int32]) -> NDArray[np.uint8]:
        """The first byte of the string of each row."""
        return self._text[self._starts[rows]]

    @staticmethod
    def save(folder: Path, name: str, strings: Iterable[str]) -> None:
        encoded = [string.encode("utf-8") for string in strings]
        starts = np.cumsum([0, *map(len, encoded)], dtype=np.int64)
        save_array(folder, f"{name}_starts", starts)
        save_array(folder, f"{name}_text", np.frombuffer(b"".join(encoded), np.uint8))
