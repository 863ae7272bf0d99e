"""The words of the passages that may answer, laid out for scoring all of them at once.

Sizes: ``C`` candidate passages, ``M`` distinct terms of the question, ``H`` places in the
candidates where one of these terms stands.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.analysis import TITLE_WEIGHT
from index.questions import ReadQuestion
from index.ranker import K1, B
from index.snapshot import Snapshot

Ints = NDArray[np.intp]
Floats = NDArray[np.float64]


class Matches(NamedTuple):
    """The places ``[H]`` where a term of the question stands, in text order.

    ``position`` counts the words laid out, ``form`` is the word's row, ``term`` the number of
    the question's term, and ``owner`` the number of the candidate.
    """

    position: Ints
    form: NDArray[np.int32]
    term: Ints
    owner: Ints


class Words(NamedTuple):
    """Words of several units one after the other: form rows, and the units' bounds."""

    forms: NDArray[np.int32]
    starts: Ints
    sizes: Ints


@dataclass(frozen=True)
class Candidates:
    """Candidate passages ``[C]`` of one question. ``rows[M]`` are the terms' rows, -1 unseen."""

    snapshot: Snapshot
    read: ReadQuestion
    passages: Ints
    rows: NDArray[np.int64]

    @cached_property
    def weights(self) -> Floats:
        """The inverse document frequency of each term, ``[M]``."""
        return np.fromiter(self.read.weights.values(), np.float64, len(self.read.weights))

    @cached_property
    def order(self) -> Ints:
        """The question's terms in order, repeats included, as numbers."""
        number = {term: index for index, term in enumerate(self.read.weights)}
        return np.array([number[term] for term in self.read.terms], np.intp)

    @cached_property
    def documents(self) -> Ints:
        return self.snapshot.passage_document[self.passages].astype(np.intp)

    @cached_property
    def units(self) -> Ints:
        """The candidates' units in the forward index."""
        return self.passages + self.documents + 1

    @cached_property
    def words(self) -> Words:
        return self._lay_out(self.units, self.units + 1)

    @cached_property
    def titles(self) -> Words:
        units = self.snapshot.first_passage[self.documents] + self.documents
        return self._lay_out(units, units + 1)

    @cached_property
    def matches(self) -> Matches:
        return self._match(self.words)

    @cached_property
    def counts(self) -> Floats:
        """How often each term stands in each candidate, ``[C, M]``."""
        return self.count(self.matches)

    @cached_property
    def in_title(self) -> Floats:
        """1 where a term stands in the title of the candidate's document, ``[C, M]``."""
        return np.minimum(self.count(self.title_matches), 1.0)

    @cached_property
    def title_matches(self) -> Matches:
        return self._match(self.titles)

    @cached_property
    def norms(self) -> Floats:
        """BM25's ``K`` of each candidate, ``[C, 1]``."""
        return self._norms_of(self.words.sizes)

    def _norms_of(self, sizes: Ints) -> Floats:
        """``K`` of texts of so many words, to which the title is added as in the ranking."""
        lengths = sizes + TITLE_WEIGHT * self.titles.sizes
        average = max(self.snapshot.meta.average_length, 1.0)
        return (K1 * (1 - B + B * lengths / average))[:, None].astype(np.float64, copy=False)

    def count(self, matches: Matches) -> Floats:
        """How many of the matches each candidate has of each term, ``[C, M]``."""
        terms = len(self.rows)
        cells = np.bincount(
            matches.owner * terms + matches.term, minlength=len(self.passages) * terms
        )
        return cells.reshape(len(self.passages), terms).astype(np.float64)

    def around(self, reach: int) -> tuple[Floats, Floats]:
        """Counts ``[C, M]`` and ``K`` ``[C, 1]`` of each candidate with its neighbours.

        These are up to ``reach`` passages before and after it in its document.
        """
        snapshot, documents = self.snapshot, self.documents
        first = np.maximum(self.passages - reach, snapshot.first_passage[documents])
        last = np.minimum(self.passages + reach, snapshot.first_passage[documents + 1] - 1)
        words = self._lay_out(first + documents + 1, last + documents + 2)
        return self.count(self._match(words)), self._norms_of(words.sizes)

    def _lay_out(self, first: Ints, last: Ints) -> Words:
        """The words of units ``first`` up to ``last``, for each candidate."""
        forward = self.snapshot.forward
        begins = forward.sentences[forward.units[first]]
        sizes = forward.sentences[forward.units[last]] - begins
        starts = np.cumsum(sizes) - sizes
        places = np.repeat(begins - starts, sizes)
        places += np.arange(len(places))
        return Words(forward.forms[places], starts, sizes)

    def _match(self, words: Words) -> Matches:
        terms = self.term_numbers[self.snapshot.word_term[words.forms]]
        position = np.flatnonzero(terms >= 0)
        owner = np.searchsorted(words.starts, position, side="right") - 1
        return Matches(position, words.forms[position], terms[position].astype(np.intp), owner)

    @cached_property
    def term_numbers(self) -> NDArray[np.int16]:
        """The number of each term of the corpus in the question, -1 for all others."""
        numbers = np.full(self.snapshot.meta.terms, -1, np.int16)
        known = np.flatnonzero(self.rows >= 0)
        numbers[self.rows[known]] = known
        return numbers
