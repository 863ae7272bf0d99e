"""Building an index version from stored postings, whose own arrays are never held in memory."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus.model import Source
from index.arrays.block_maxima import windows_of
from index.arrays.files import created_array, save_array
from index.arrays.hash_lookup import hashes
from index.arrays.snapshot import FORMAT_VERSION, UNDATED, Meta, prefixes, write_meta
from index.arrays.spellings import Spellings
from index.arrays.strings import Strings
from index.arrays.weights import inverse_document_frequency, term_weight
from index.question.named_source import names_of
from index.terms.counted import DocumentPostings
from index.terms.word_forms import NO_WORD, fold_lines
from index.terms.word_vectors import vectors_version


class SnapshotBuilder:
    """Two passes over the documents in order: ``count`` each batch, ``lay_out``, ``fill`` each.

    Memory holds one batch, a few numbers for each passage and term, and at the end the windows
    (two bytes for each posting of a frequent term). ``terms`` are all the
    store's terms by id; those that no passage has are left out of the version.
    """

    def __init__(self, folder: Path, terms: Sequence[str]) -> None:
        self._folder = folder
        self._terms = terms
        self._frequency = np.zeros(len(terms), np.int64)
        self._sizes: list[int] = []
        self._length_sum = 0
        self._filled = 0
        folder.mkdir(parents=True)

    def count(self, batch: Sequence[DocumentPostings]) -> None:
        """First pass: how many passages have each term, how long they are together."""
        for postings in batch:
            self._sizes.append(len(postings.sizes))
            self._length_sum += int(postings.lengths.sum(dtype=np.int64))
        present = np.concatenate([postings.terms for postings in batch])
        self._frequency += np.bincount(present, minlength=len(self._terms))

    def lay_out(self) -> None:
        """Between the passes: give every term its place, in order of its hash."""
        live = np.flatnonzero(self._frequency)
        keys = hashes(self._terms[i] for i in live.tolist())
        order = np.argsort(keys)
        rows = live[order]
        self._row = np.full(len(self._terms), -1, np.int32)
        self._row[rows] = np.arange(len(rows), dtype=np.int32)
        self._live_terms = len(rows)
        self._passages = sum(self._sizes)
        self._average = self._length_sum / self._passages if self._passages else 1.0
        offsets = np.concatenate(([0], np.cumsum(self._frequency[rows])))
        self._idf = inverse_document_frequency(self._frequency[rows], self._passages)
        self._offsets = offsets
        self._cursor = offsets[:-1].copy()
        self._bounds = np.zeros(len(rows), np.float32)
        save_array(self._folder, "term_hash", keys[order])
        save_array(self._folder, "offsets", offsets)
        Strings.save(self._folder, "terms", (self._terms[i] for i in rows.tolist()))
        size = (int(offsets[-1]),)
        self._postings: NDArray[np.int32] = created_array(self._folder, "postings", size)
        self._impacts: NDArray[np.float32] = created_array(self._folder, "impacts", size)

    def fill(self, batch: Sequence[DocumentPostings]) -> None:
        """Second pass: put the batch's postings in their places, the same batches in order."""
        lengths = np.concatenate([postings.lengths for postings in batch])
        sizes = np.concatenate([postings.sizes for postings in batch])
        rows = self._row[np.concatenate([postings.terms for postings in batch])]
        counts = np.concatenate([postings.counts for postings in batch]).astype(np.float64)
        numbers = np.repeat(np.arange(len(sizes), dtype=np.int32) + self._filled, sizes)
        weights = term_weight(counts, np.repeat(lengths, sizes).astype(float), self._average)
        order = np.argsort(rows, kind="stable")
        rows = rows[order]
        found, starts, copies = np.unique(rows, return_index=True, return_counts=True)
        within = np.arange(len(rows)) - np.repeat(starts, copies)
        places = self._cursor[rows] + within
        impacts = (self._idf[rows] * weights[order]).astype("<f4")
        self._postings[places] = numbers[order]
        self._impacts[places] = impacts
        self._bounds[found] = np.maximum(self._bounds[found], np.maximum.reduceat(impacts, starts))
        self._cursor[found] += copies
        self._filled += len(sizes)

    def write_documents(
        self,
        rows: Sequence[int],
        published: Sequence[tuple[int, int] | None],
        sources: Iterable[tuple[int, Source]] = (),
    ) -> None:
        """The documents' row ids, the first and last day ordinal each may be published on, and
        their sources."""
        names_of(sources).save(self._folder)
        first = np.concatenate(([0], np.cumsum(np.array(self._sizes, np.int64))))
        days = np.array([span or (UNDATED, UNDATED) for span in published], np.int32)
        days = days.reshape(len(rows), 2)
        numbers = np.arange(len(rows), dtype=np.int32)
        save_array(self._folder, "documents", rows)
        save_array(self._folder, "first_passage", first)
        save_array(self._folder, "passage_document", np.repeat(numbers, self._sizes))
        save_array(self._folder, "published_first", days[:, 0])
        save_array(self._folder, "published_last", days[:, 1])

    def write_words(self, words: Mapping[str, tuple[str, int]]) -> NDArray[np.int32]:
        """The words by their form: as they stand in the corpus, and their term's id.

        Returns the row of each in this version, -1 for one whose term no passage has.
        """
        rows = self._row[[term for _, term in words.values()]] if words else self._row[:0]
        live = np.flatnonzero(rows >= 0)
        folded, surfaces = list(words), [surface for surface, _ in words.values()]
        keys = hashes(folded[i] for i in live.tolist())
        order = np.argsort(keys)
        save_array(self._folder, "word_hash", keys[order])
        save_array(self._folder, "word_term", rows[live[order]])
        save_array(self._folder, "word_prefix", prefixes(folded[i] for i in live[order].tolist()))
        written = [surfaces[i] for i in live[order].tolist()]
        Strings.save(self._folder, "words", written)
        _spellings(written).save(self._folder)
        placed = np.full(len(words), -1, np.int32)
        placed[live[order]] = np.arange(len(live), dtype=np.int32)
        return placed

    def finish(self, version: str, pipeline: str, built_at: str, *, day_first: bool = True) -> Meta:
        """Write the last file."""
        save_array(self._folder, "bounds", self._bounds)
        windows_of(self._postings, self._impacts, self._offsets, self._bounds, self._passages).save(
            self._folder
        )
        for array in (self._postings, self._impacts):
            if isinstance(array, np.memmap):
                array.flush()
        meta = Meta(
            format=FORMAT_VERSION,
            version=version,
            pipeline=pipeline,
            built_at=built_at,
            documents=len(self._sizes),
            passages=self._passages,
            terms=self._live_terms,
            average_length=self._average,
            day_first=day_first,
            vectors=vectors_version(),
        )
        write_meta(self._folder, meta)
        return meta


def _spellings(words: Sequence[str]) -> Spellings:
    """The words by their letters, but for numbers and dates."""
    rows = [row for row, word in enumerate(words) if not word.startswith(NO_WORD)]
    folded = fold_lines("".join(f"{words[row]}\n" for row in rows))
    return Spellings.of(rows, [words[row].encode()[0] for row in rows], folded)
