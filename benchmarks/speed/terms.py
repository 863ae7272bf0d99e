"""Passages as ready terms. Terms are numbers here."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Questions = Mapping[str, list[list[int]]]  # of each kind, all terms distinct


@dataclass(frozen=True, slots=True)
class Corpus:
    """Passage ``p`` has the terms ``terms[starts[p]:starts[p + 1]]``; ``real`` come first."""

    terms: NDArray[np.int32]
    starts: NDArray[np.int64]
    questions: Questions
    real: int

    @property
    def passages(self) -> int:
        return len(self.starts) - 1

    @property
    def vocabulary(self) -> int:
        """One more than the highest term."""
        return int(self.terms.max()) + 1 if len(self.terms) else 0

    @property
    def postings(self) -> int:
        """How many pairs of a passage and one of its terms there are."""
        return sum(
            len(np.unique((np.repeat(starts[:-1], np.diff(starts)) << 32) | terms))
            for terms, starts in self.batches()
        )

    def batches(self, size: int = 2_000) -> Iterator[tuple[NDArray[np.int32], NDArray[np.int64]]]:
        """The terms of some passages and where each of these starts, passage after passage."""
        for first in range(0, self.passages, size):
            cut = self.starts[first : first + size + 1]
            yield self.terms[cut[0] : cut[-1]], cut - cut[0]

    def lists(self) -> Iterator[list[int]]:
        """Each passage's terms."""
        for terms, starts in self.batches():
            numbers = terms.tolist()
            for start, end in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True):
                yield numbers[start:end]

    def save(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        np.save(folder / "terms.npy", self.terms)
        np.save(folder / "starts.npy", self.starts)
        (folder / "questions.json").write_text(json.dumps([self.real, self.questions]), "utf-8")

    @classmethod
    def load(cls, folder: Path) -> "Corpus":
        real, questions = json.loads((folder / "questions.json").read_text("utf-8"))
        return cls(
            np.load(folder / "terms.npy", mmap_mode="r"),
            np.load(folder / "starts.npy"),
            questions,
            real,
        )
