"""An index version on disk: arrays that are written once, mapped read-only and never changed."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.arrays.block_maxima import Windows
from index.arrays.files import mapped
from index.arrays.forward import ForwardIndex
from index.arrays.hash_lookup import Lookup, hashes
from index.arrays.related_terms import Related
from index.arrays.runs import distinct
from index.arrays.spellings import Spellings
from index.arrays.strings import Strings
from index.arrays.time_terms import Times
from index.arrays.weights import inverse_document_frequency

# Bump when the files' layout or meaning changes: it makes every index stale.
FORMAT_VERSION = 15
UNDATED = np.iinfo(np.int32).min  # in place of a day's proleptic Gregorian ordinal
PREFIX = 4
_META = "meta.json"
FITTED = "fitted.json"
VECTORS = "vectors"
_HIGH, _LOW = 32, 0xFFFFFFFF


@dataclass(frozen=True, slots=True)
class Meta:
    """Facts of an index version: its format, its size and what its terms were made with.

    ``day_first`` is how its corpus writes dates in numbers, ``vectors`` names the model that its
    vectors of meaning are of.
    """

    format: int
    version: str
    pipeline: str
    built_at: str
    documents: int
    passages: int
    terms: int
    average_length: float
    day_first: bool = True
    vectors: str | None = None


class Snapshot:
    """The arrays of one index version.

    For ``T`` terms in order of their hash: ``term_hash[T]``, ``offsets[T + 1]`` into
    ``postings`` (passage numbers, ascending within a term) and ``impacts`` (what the term adds
    to that passage's score), and ``bounds[T]``, the highest impact of each; ``windows`` over the
    frequent ones. For ``N`` passages: ``passage_document[N]``. For ``D`` documents:
    ``first_passage[D + 1]``, ``documents[D]`` (the store's row ids), ``published_first[D]`` and
    ``published_last[D]`` (day ordinals or ``UNDATED``). For ``W`` words in order of their hash:
    ``word_hash[W]``, ``word_term[W]`` and ``word_prefix[W]``, which is equal for words that
    begin alike.

    Raises ``OSError``, ``TypeError`` or ``ValueError`` for files that are missing, cut short or of
    another format.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.meta = Meta(**json.loads((folder / _META).read_text("utf-8")))
        if self.meta.format != FORMAT_VERSION:
            raise ValueError(f"its format is {self.meta.format}, not {FORMAT_VERSION}")
        self.term_hash: NDArray[np.uint64] = self._map("term_hash")
        self.offsets: NDArray[np.int64] = self._map("offsets")
        self.postings: NDArray[np.int32] = self._map("postings")
        self.impacts: NDArray[np.float32] = self._map("impacts")
        self.bounds: NDArray[np.float32] = self._map("bounds")
        self.windows = Windows.mapped(folder)
        self.passage_document: NDArray[np.int32] = self._map("passage_document")
        self.first_passage: NDArray[np.int64] = self._map("first_passage")
        self.documents: NDArray[np.int64] = self._map("documents")
        self.published_first: NDArray[np.int32] = self._map("published_first")
        self.published_last: NDArray[np.int32] = self._map("published_last")
        self.word_hash: NDArray[np.uint64] = self._map("word_hash")
        self.word_term: NDArray[np.int32] = self._map("word_term")
        self.word_prefix: NDArray[np.uint32] = self._map("word_prefix")
        self.term_lookup = Lookup(self.term_hash)
        self.word_lookup = Lookup(self.word_hash)

    def rows(self, terms: Sequence[str]) -> NDArray[np.int64]:
        """The row of each term, -1 for one that the corpus does not have."""
        return np.array(self.term_lookup.rows(terms), np.int64)

    def frequencies(self, rows: NDArray[np.int64]) -> NDArray[np.int64]:
        """In how many passages each row's term stands; 0 for row -1."""
        found = np.maximum(rows, 0)
        if not len(self.term_hash):
            return np.zeros(len(rows), np.int64)
        return np.where(rows < 0, 0, self.offsets[found + 1] - self.offsets[found])

    def idf(self, terms: Sequence[str]) -> NDArray[np.float64]:
        """The inverse document frequency of each term, unseen ones included."""
        return inverse_document_frequency(self.frequencies(self.rows(terms)), self.meta.passages)

    def known(self, terms: Sequence[str]) -> set[str]:
        """Those of the terms that some passage has."""
        rows = self.term_lookup.rows(terms)
        return {term for term, row in zip(terms, rows, strict=True) if row >= 0}

    @cached_property
    def fitted(self) -> Mapping[str, float]:
        """The borders of an answer that were fitted to this corpus."""
        values: dict[str, float] = json.loads((self.folder / FITTED).read_text("utf-8"))
        return values

    def passages_with(self, row: int) -> NDArray[np.int32]:
        """The passages that have the term of this row, ascending."""
        return self.postings[self.offsets[row] : self.offsets[row + 1]]

    def sharing(self, terms: Sequence[str]) -> NDArray[np.bool_]:
        """One flag for each passage: it has one of the terms."""
        shared = np.zeros(self.meta.passages, np.bool_)
        for row in self.rows(terms).tolist():
            if row >= 0:
                shared[self.passages_with(row)] = True
        return shared

    def published_in(self, since: date | None, until: date | None) -> NDArray[np.bool_]:
        """One flag for each document: it may have been published in the time, ends included."""
        inside: NDArray[np.bool_] = self.published_last != UNDATED
        if since is not None:
            inside &= self.published_last >= since.toordinal()
        if until is not None:
            inside &= self.published_first <= until.toordinal()
        return inside

    def surely_published_in(self, since: date, until: date) -> NDArray[np.bool_]:
        """One flag for each document: all days on which it may have been published lie in it."""
        inside: NDArray[np.bool_] = self.published_last != UNDATED
        inside &= self.published_first >= since.toordinal()
        inside &= self.published_last <= until.toordinal()
        return inside

    def years_published(self) -> tuple[int, ...]:
        """The years in which some document may have been published, ascending."""
        dated = self.published_last != UNDATED
        days = self.published_first[dated].astype(np.int64) << _HIGH | self.published_last[dated]
        years: set[int] = set()
        for both in distinct(days).tolist():
            first, last = map(date.fromordinal, (both >> _HIGH, both & _LOW))
            years.update(range(first.year, last.year + 1))
        return tuple(sorted(years))

    def place(self, passage: int) -> tuple[int, int]:
        """The store's row id of the passage's document, and its ordinal in that document."""
        document = int(self.passage_document[passage])
        return int(self.documents[document]), passage - int(self.first_passage[document])

    def number(self, document_row: int, ordinal: int) -> int | None:
        """The number of a document's passage here; ``None`` when the document is not in it."""
        index = np.flatnonzero(self.documents == document_row)
        return int(self.first_passage[index[0]]) + ordinal if len(index) else None

    def units(self, passages: NDArray[np.intp]) -> NDArray[np.intp]:
        """The units of passages in the forward index."""
        return passages + self.passage_document[passages] + 1

    def word_rows(self, forms: Sequence[str]) -> NDArray[np.int64]:
        """The row of each form among the words, -1 for one that the corpus does not have."""
        return np.array(self.word_lookup.rows(forms), np.int64)

    def term_of_word(self, folded: str) -> str | None:
        """The term of a folded word that the corpus has, without asking the stemmer."""
        (row,) = self.word_lookup.rows([folded])
        return None if row < 0 else self.terms[int(self.word_term[row])]

    @cached_property
    def forward(self) -> ForwardIndex:
        """The passages' words in order."""
        return ForwardIndex(self.folder)

    @cached_property
    def related(self) -> Related:
        """The terms that are used alike."""
        related = Related.mapped(self.folder)
        sizes = len(related.starts) - 1, int(related.starts[-1]), len(related.cosines)
        if sizes != (self.meta.terms, len(related.terms), len(related.terms)):
            raise ValueError("its related terms do not fit together")
        return related

    @cached_property
    def vectors(self) -> NDArray[np.int8]:
        """A vector of meaning for each passage, ``[N, 256]``; ``[0, 256]`` where none were made."""
        vectors: NDArray[np.int8] = self._map(VECTORS)
        if len(vectors) not in {0, self.meta.passages}:
            raise ValueError(f"it has {len(vectors)} vectors of {self.meta.passages} passages")
        return vectors

    @cached_property
    def terms(self) -> Strings:
        """The terms, by row."""
        return Strings(self.folder, "terms")

    @cached_property
    def words(self) -> Strings:
        """The words as they stand in the corpus, in order of the hash of their folded form."""
        return Strings(self.folder, "words")

    @cached_property
    def spellings(self) -> Spellings:
        """The words that are no numbers or dates, by their letters."""
        return Spellings.mapped(self.folder)

    @cached_property
    def time_terms(self) -> Times:
        """The terms that state a time."""
        return Times.of(self.terms)

    @property
    def size(self) -> int:
        """Bytes on disk."""
        return sum(file.stat().st_size for file in self.folder.iterdir())

    def _map(self, name: str) -> NDArray:  # type: ignore[type-arg]  # each caller names its own
        return mapped(self.folder, name)


def prefixes(words: Iterable[str]) -> NDArray[np.uint32]:
    """A number for the first ``PREFIX`` letters of each word; 0 for a shorter one."""
    heads = [word[:PREFIX] for word in words]
    long = np.array([len(head) == PREFIX for head in heads], np.uint32)
    return hashes(heads).astype(np.uint32) * long


def write_meta(folder: Path, meta: Meta) -> None:
    (folder / _META).write_text(json.dumps(asdict(meta), indent=1), "utf-8")
