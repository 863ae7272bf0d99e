"""The forward index: each passage's words in order, for all that bags of terms cannot tell.

A *form* is a word as it stands, folded but not stemmed; it has one term. Stop words have none.
"""

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from index.arrays.files import mapped
from index.arrays.runs import ranges
from index.arrays.schema import ARRAYS

_U32 = np.dtype("<u4")
FORMS = "forward_forms.i4"  # the file of a version's forms


class DocumentForms(NamedTuple):
    """The form ids of one document's title and passages, in order.

    ``forms`` holds the title's, then one sentence after the other. ``sentences[s]`` is the
    number of forms of sentence ``s``, the title being sentence 0, and ``passages[p]`` the
    number of sentences of passage ``p``. The heading of its section is a passage's first.
    """

    passages: NDArray[np.uint32]
    sentences: NDArray[np.uint32]
    forms: NDArray[np.uint32]

    @classmethod
    def of(cls, title: Sequence[int], passages: Iterable[Sequence[Sequence[int]]]) -> Self:
        """From the form ids of the title and of each passage's sentences."""
        cut = [list(passage) for passage in passages]
        sentences = [title, *chain.from_iterable(cut)]
        lengths = np.array([len(sentence) for sentence in sentences], _U32)
        forms = np.fromiter(chain.from_iterable(sentences), _U32, int(lengths.sum()))
        return cls(np.array([len(passage) for passage in cut], _U32), lengths, forms)

    def pack(self) -> bytes:
        """The bytes that ``unpack`` reads: two lengths, then the three arrays."""
        head = np.array([len(self.passages), len(self.sentences)], _U32)
        return b"".join(
            part.tobytes() for part in (head, self.passages, self.sentences, self.forms)
        )

    @classmethod
    def unpack(cls, packed: bytes) -> Self:
        numbers = np.frombuffer(packed, _U32)
        passages, sentences = int(numbers[0]), int(numbers[1])
        begin, end = 2 + passages, 2 + passages + sentences
        return cls(numbers[2:begin], numbers[begin:end], numbers[end:])


class Words(NamedTuple):
    """The words of several units ``[U]`` one after the other: form rows, and the units' bounds."""

    forms: NDArray[np.int32]
    starts: NDArray[np.intp]
    sizes: NDArray[np.intp]

    def owners(self, places: NDArray[np.intp]) -> NDArray[np.intp]:
        """The number of the unit in which each of some places is."""
        return np.searchsorted(self.starts, places, side="right") - 1


class ForwardIndex:
    """The forward index of a version, mapped.

    ``forms`` are rows of the snapshot's words. Sentence ``s`` is
    ``forms[sentences[s]:sentences[s + 1]]`` and unit ``u`` the sentences from ``units[u]`` up to
    ``units[u + 1]``. A unit is a title or a passage: passage ``p`` of document ``d`` (both
    numbered over the whole version) is unit ``p + d + 1``, and the document's title is the unit
    before that of its first passage. Neighbouring documents with the same title are a run:
    ``runs[D]`` is each document's, and ``run_passages`` the first passage of each run.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / FORMS
        self.forms: NDArray[np.int32] = (
            np.asarray(np.memmap(path, ARRAYS["forward_forms"].type, "r"))
            if path.stat().st_size
            else np.zeros(0, np.int32)
        )
        self.sentences: NDArray[np.int64] = mapped(folder, "forward_sentences")
        self.units: NDArray[np.int64] = mapped(folder, "forward_units")
        self.runs: NDArray[np.int64] = mapped(folder, "forward_runs")
        self.run_passages: NDArray[np.int64] = mapped(folder, "forward_run_passages")

    def words(self, units: NDArray[np.integer]) -> Words:
        """The words of some units."""
        begins = self.sentences[self.units[units]]
        sizes = self.sentences[self.units[units + 1]] - begins
        return Words(self.forms.take(ranges(begins, sizes)), np.cumsum(sizes) - sizes, sizes)
