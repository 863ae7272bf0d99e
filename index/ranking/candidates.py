"""The words of the passages that may answer, laid out for scoring all of them at once.

Sizes: ``C`` candidate passages, ``M`` distinct terms of the question, ``H`` places in the
candidates where one of these terms stands.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.arrays.forward import Words
from index.arrays.runs import distinct, ranges
from index.arrays.snapshot import Snapshot
from index.arrays.weights import K1, TITLE_WEIGHT, B
from index.question.reading import ReadQuestion
from index.ranking.kinds import OfKind, of_kind

Ints = NDArray[np.intp]
Floats = NDArray[np.float64]

REACH = 4  # passages on either side that surround one


class Matches(NamedTuple):
    """The places ``[H]`` where a term of the question stands, in text order.

    ``position`` counts the words laid out, ``form`` is the word's row, ``term`` the number of
    the question's term, and ``owner`` the number of the candidate.
    """

    position: Ints
    form: NDArray[np.int32]
    term: Ints
    owner: Ints


class Sentences(NamedTuple):
    """The candidates' sentences ``[S]`` in order, a passage's heading being its first.

    ``owner[S]`` is the number of the candidate, ``starts[S]`` the place of its first word among
    the words laid out, ``first[C]`` each candidate's first sentence, and ``of_match[H]`` the
    sentence of each match.
    """

    owner: Ints
    starts: Ints
    first: Ints
    of_match: Ints


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
    def in_time(self) -> NDArray[np.bool_]:
        """True for candidates published in the time that the question names, ``[C]``."""
        time = self.read.wishes.time
        if not time.words:
            return np.zeros(len(self.documents), np.bool_)
        return time.documents(self.snapshot)[self.documents]

    @cached_property
    def states_time(self) -> NDArray[np.bool_]:
        """True for candidates that state a date in the time that the question names, ``[C]``."""
        states = np.zeros(len(self.documents), np.bool_)
        places = np.flatnonzero(self.words_of_time)
        states[self.words.owners(places)] = True
        return states

    @cached_property
    def words_of_time(self) -> NDArray[np.bool_]:
        """True for the words that state a date in the time that the question names."""
        time = self.read.wishes.time
        if not time.words or time.without:
            return np.zeros(len(self.word_terms), np.bool_)
        return np.isin(self.word_terms, self.snapshot.time_terms.within(time.since, time.until))

    @cached_property
    def behind(self) -> Ints:
        """How far each candidate stands behind those of the time that the question names, ``[C]``.

        What lies outside stands behind all else, and what has no date, so that nobody knows, only
        behind what was published in the time or states a date in it.
        """
        unknown = ~(self.in_time | self.states_time) & self.in_time.any()
        return unknown.astype(np.intp) + self.outside_time

    @cached_property
    def outside_time(self) -> NDArray[np.bool_]:
        """True for candidates that were published at another time and state no date in it; of those
        without a date, for the ones whose best sentence states a day or a month of another time.
        """
        if not self.read.wishes.time.words:
            return np.zeros(len(self.documents), np.bool_)
        dated = self.snapshot.published_in(None, None)[self.documents]
        return (dated & ~self.in_time | ~dated & self._tells_of_another_time) & ~self.states_time

    @property
    def _tells_of_another_time(self) -> NDArray[np.bool_]:
        if self.read.wishes.time.without:
            return np.zeros(len(self.documents), np.bool_)
        states = self.sentences_with(np.isin(self.word_terms, self.snapshot.time_terms.of_days))
        own = self.in_sentence @ self.weights
        first = self.sentences.first
        most = np.maximum.reduceat(own, first)
        found: NDArray[np.bool_] = (np.maximum.reduceat(own * states, first) >= most) & (most > 0)
        return found

    @cached_property
    def units(self) -> Ints:
        """The candidates' units in the forward index."""
        return self.snapshot.units(self.passages)

    @cached_property
    def words(self) -> Words:
        return self.snapshot.forward.words(self.units)

    @cached_property
    def word_terms(self) -> NDArray[np.int32]:
        """The term's row of each of these words."""
        return self.snapshot.word_term.take(self.words.forms)

    @cached_property
    def titles(self) -> Words:
        units = self.snapshot.first_passage[self.documents] + self.documents
        return self.snapshot.forward.words(units)

    @cached_property
    def matches(self) -> Matches:
        return self.match(self.words, self.word_terms)

    @cached_property
    def sentences(self) -> Sentences:
        forward, units = self.snapshot.forward, self.units
        begin = forward.units[units]
        sizes = forward.units[units + 1] - begin
        first = np.cumsum(sizes) - sizes
        starts = forward.sentences[ranges(begin, sizes)]
        starts += np.repeat(self.words.starts - forward.sentences[begin], sizes)
        of_match = np.searchsorted(starts, self.matches.position, side="right") - 1
        return Sentences(np.repeat(np.arange(len(units)), sizes), starts, first, of_match)

    def sentences_with(self, words: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """The sentences with some of the words that are flagged, ``[S]``."""
        has = np.zeros(len(self.sentences.owner), np.bool_)
        places = np.flatnonzero(words)
        has[np.searchsorted(self.sentences.starts, places, side="right") - 1] = True
        return has

    @cached_property
    def of_kind(self) -> OfKind:
        """What the candidates have of the kind that is asked for."""
        return of_kind(self)

    @cached_property
    def in_sentence(self) -> Floats:
        """1 where a term stands in a sentence or in the title above it, ``[S, M]``."""
        covered = self.in_title[self.sentences.owner]
        covered[self.sentences.of_match, self.matches.term] = 1
        return covered

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
        return self.match(self.titles)

    @cached_property
    def norms(self) -> Floats:
        """BM25's ``K`` of each candidate, ``[C, 1]``."""
        return self._norms_of(self.words.sizes)

    def _norms_of(self, sizes: Ints | Floats) -> Floats:
        """``K`` of texts of so many words, to which the title is added as in the ranking."""
        lengths = sizes + TITLE_WEIGHT * self.titles.sizes
        average = max(self.snapshot.meta.average_length, 1.0)
        return (K1 * (1 - B + B * lengths / average))[:, None].astype(np.float64, copy=False)

    def count(self, matches: Matches, owners: int | None = None) -> Floats:
        """How many of the matches each owner has of each term, ``[C, M]``: each candidate."""
        owners, terms = owners or len(self.passages), len(self.rows)
        cells = np.bincount(matches.owner * terms + matches.term, minlength=owners * terms)
        return cells.reshape(owners, terms).astype(np.float64)

    @cached_property
    def around(self) -> tuple[Floats, Floats]:
        """Counts ``[C, M]`` and ``K`` ``[C, 1]`` of each candidate with its neighbours.

        These are up to ``REACH`` passages before and after it, of its document or of those next
        to it that have the same title: a text may have been cut into several files.
        """
        return self._summed(*self._windows)

    @cached_property
    def within(self) -> tuple[Floats, Floats]:
        """The same of neighbours in its own document alone."""
        first, last = self._windows
        begins = self.snapshot.first_passage
        return self._summed(
            np.maximum(first, begins[self.documents]),
            np.minimum(last, begins[self.documents + 1] - 1),
        )

    def _summed(self, first: Ints, last: Ints) -> tuple[Floats, Floats]:
        """Counts and ``K`` of the passages ``first`` up to ``last``, for each candidate."""
        near, totals, bounds = self._near
        begin, end = np.searchsorted(near, first), np.searchsorted(near, last) + 1
        return totals[end] - totals[begin], self._norms_of(bounds[end] - bounds[begin])

    @cached_property
    def _near(self) -> tuple[Ints, Floats, Ints]:
        """The passages of all windows, and what stands before each of them and in all: how often
        each term, ``[P + 1, M]``, and how many words, ``[P + 1]``."""
        first, last = self._windows
        near = ranges(first, last - first + 1)
        near = distinct(near)
        words = self.snapshot.forward.words(self.snapshot.units(near))
        counts = self.count(self.match(words), len(near))
        totals = np.zeros((len(near) + 1, counts.shape[1]))
        np.cumsum(counts, axis=0, out=totals[1:])
        return near, totals, np.append(words.starts, len(words.forms))

    @cached_property
    def _windows(self) -> tuple[Ints, Ints]:
        """The first and the last passage around each candidate, ``[C]``."""
        forward = self.snapshot.forward
        run = forward.runs[self.documents]
        begin, end = forward.run_passages[run], forward.run_passages[run + 1] - 1
        return np.maximum(self.passages - REACH, begin), np.minimum(self.passages + REACH, end)

    def match(self, words: Words, rows: NDArray[np.int32] | None = None) -> Matches:
        """Where terms of the question stand in words; ``rows`` are those of their terms."""
        if rows is None:
            rows = self.snapshot.word_term.take(words.forms)
        terms = self.term_numbers.take(rows)  # a third of the time that indexing takes
        position = np.flatnonzero(terms >= 0)
        own = terms[position].astype(np.intp)
        return Matches(position, words.forms[position], own, words.owners(position))

    @cached_property
    def term_numbers(self) -> NDArray[np.int16]:
        """The number of each term of the corpus in the question, -1 for all others."""
        numbers = np.full(self.snapshot.meta.terms, -1, np.int16)
        known = np.flatnonzero(self.rows >= 0)
        numbers[self.rows[known]] = known
        return numbers
