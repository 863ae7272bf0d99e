"""The second stage: the best passages by BM25, scored anew by what bags of terms cannot tell.

A score is BM25 plus a weighted sum of parts, each in the unit of BM25 without its constant
factor ``k1 + 1``. What each part is worth stands in docs/ranking.md.
"""

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache

import numpy as np

from index.arrays.runs import ranges, run_starts
from index.arrays.snapshot import PREFIX, Snapshot, prefixes
from index.arrays.weights import K1, inverse_document_frequency
from index.question.reading import ReadQuestion
from index.ranking.candidates import Candidates, Floats, Ints
from index.ranking.hits import Hit
from index.ranking.time_terms import Times
from index.terms.analysis import TITLE_WEIGHT
from index.terms.word_forms import fold

DEPTH = 75  # passages scored anew
_DEEPEST = 400  # and this many with those below them, where they are wanted

# What each part weighs; 0 turns it off. Chosen on the even questions: docs/ranking.md.
WEIGHTS = {
    "sentence": 0.3,
    "title": 0.2,
    "title share": 0.4,
    "pairs": 0.3,
    "runs": 0.2,
    "exact words": 0.3,
    "like words": 1.0,
    "related words": 1.0,
    "surroundings": 0.6,
    "neighbours": 0.4,
    "surrounding words": 0.1,
    "asked source": 0.15,
    "asked time": 0.3,
}

_STATED = 0.7  # of what a passage published in the asked time gets, for one that states it

_SHARED = 0.6  # of the longer word must be shared by two words that begin alike
_ENDING = 2  # letters that the shorter may have of its own

_DIGITS = 9  # beyond these, equal passages may differ by the order of additions
_CACHED_WORDS = 1 << 16


class Rescorer:
    """Scores the best hits of one version anew. Holds no state of a question."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        self._alike = lru_cache(maxsize=_CACHED_WORDS)(self._likeness)
        self._idf = lru_cache(maxsize=_CACHED_WORDS)(self._rarity)

    def rescored(self, read: ReadQuestion, hits: Sequence[Hit], limit: int = 0) -> list[Hit]:
        """The best ``limit`` of the hits (0: all), the first ``DEPTH`` in their new order.

        Equal scores stand in passage order. Where more are wanted, those up to ``limit``
        (``_DEEPEST`` at most) follow in their own new order: what comes first does not depend on
        how many are wanted.
        """
        wanted = limit or len(hits)
        best, further = hits[:DEPTH], hits[DEPTH : max(DEPTH, min(limit, _DEEPEST))]
        ordered = [*self._ordered(read, best, wanted), *self._ordered(read, further, wanted)]
        return [*ordered, *hits[len(best) + len(further) : wanted]]

    def _ordered(self, read: ReadQuestion, hits: Sequence[Hit], wanted: int) -> list[Hit]:
        if not hits:
            return []
        passages = np.array([hit.passage for hit in hits])
        rows = self._snapshot.rows(list(read.weights))
        found = Candidates(self._snapshot, read, passages, rows)
        parts = {"bm25": np.array([hit.score for hit in hits])} | self.parts(found)
        scores = sum(parts.values(), np.zeros(len(hits)))
        names = list(parts)
        in_time = found.in_time.tolist()
        order = np.lexsort((passages, -np.round(scores, _DIGITS)))[:wanted]
        table = np.stack(list(parts.values()), axis=1)[order].tolist()
        return [
            Hit(
                hits[i].passage,
                score,
                hits[i].matched,
                dict(zip(names, values, strict=True)),
                in_time=in_time[i],
            )
            for i, score, values in zip(order.tolist(), scores[order].tolist(), table, strict=True)
        ]

    def parts(self, found: Candidates) -> dict[str, Floats]:
        """Each part's share of the candidates' scores."""
        score: dict[str, Callable[[Candidates], Floats]] = {
            "sentence": _sentence,
            "title": _title,
            "title share": _title_share,
            "pairs": _pairs,
            "runs": _runs,
            "exact words": _exact,
            "like words": self._prefixes,
            "related words": _related,
            "surroundings": _surroundings,
            "neighbours": _neighbours,
            "surrounding words": _surrounding_words,
            "asked source": _asked_source,
            "asked time": self._asked_time,
        }
        return {
            name: (K1 + 1) * weight * score[name](found)
            for name, weight in WEIGHTS.items()
            if weight
        }

    def _prefixes(self, found: Candidates) -> Floats:
        """For terms that a passage lacks, its word that begins most like the question's."""
        words, lacking = found.words, (found.counts + found.in_title) == 0
        heads = self._snapshot.word_prefix.take(words.forms)
        best = np.zeros(lacking.shape)
        asked = dict(zip(found.read.forms, found.order.tolist(), strict=True))
        for (form, term), head in zip(asked.items(), prefixes(asked).tolist(), strict=True):
            places = np.flatnonzero(heads == head) if head else ()
            if not len(places):
                continue
            owners = np.searchsorted(words.starts, places, side="right") - 1
            wanted = lacking[owners, term]
            for owner, row in zip(
                owners[wanted].tolist(), words.forms[places[wanted]].tolist(), strict=True
            ):
                if likeness := self._alike(form, row):
                    worth = likeness * min(found.weights[term], self._idf(row))
                    best[owner, term] = max(best[owner, term], worth)
        scores: Floats = best.sum(axis=1) / (1 + found.norms[:, 0])
        return scores

    def _asked_time(self, found: Candidates) -> Floats:
        """The weight of the question, for passages published in the time that it names.

        Or a share of it, for those that state a date in that time.
        """
        wishes, preferred = found.read.wishes, found.in_time.astype(np.float64)
        if not wishes.times:
            return preferred
        stating = np.isin(found.word_terms, self._times.within(wishes.since, wishes.until))
        owners = np.searchsorted(found.words.starts, np.flatnonzero(stating), side="right") - 1
        preferred[owners] = np.maximum(preferred[owners], _STATED)
        return preferred * found.read.total

    @cached_property
    def _times(self) -> Times:
        return Times.of(self._snapshot)

    def _likeness(self, form: str, row: int) -> float:
        return alike(form, fold(self._snapshot.words[row]))

    def _rarity(self, row: int) -> float:
        term = int(self._snapshot.word_term[row])
        frequency = self._snapshot.frequencies(np.array([term]))
        return float(inverse_document_frequency(frequency, self._snapshot.meta.passages)[0])


def _sentence(found: Candidates) -> Floats:
    """The most idf weight that one sentence covers together with the title."""
    sentences = found.sentences
    covered = found.in_title[sentences.owner]
    covered[sentences.of_match, found.matches.term] = 1
    best: Floats = np.maximum.reduceat(covered @ found.weights, sentences.first)
    return best


def _title(found: Candidates) -> Floats:
    """The idf weight of the terms in the title."""
    return found.in_title @ found.weights


def _title_share(found: Candidates) -> Floats:
    """The same, by how much of the title the question makes up."""
    matched = np.bincount(found.title_matches.owner, minlength=len(found.passages))
    return found.in_title @ found.weights * matched / np.maximum(found.titles.sizes, 1)


def _pairs(found: Candidates) -> Floats:
    """Terms adjacent in the question (stop words aside) and in the passage, in that order."""
    firsts, seconds = found.order[:-1], found.order[1:]
    if not len(firsts):
        return np.zeros(len(found.passages))
    kinds = firsts * len(found.rows) + seconds
    order = np.argsort(kinds)  # the first of equal ones gets all counts
    kinds, worth = kinds[order], np.minimum(found.weights[firsts], found.weights[seconds])[order]
    left, right = _following(found, 1)
    terms = found.matches.term
    seen = terms[left] * len(found.rows) + terms[right]
    kind = np.minimum(np.searchsorted(kinds, seen), len(kinds) - 1)
    known = kinds[kind] == seen
    cells = found.matches.owner[left[known]] * len(kinds) + kind[known]
    flat = np.bincount(cells, minlength=len(found.passages) * len(kinds))
    counts = flat.reshape(len(found.passages), len(kinds))
    return counts / (counts + found.norms) @ worth


def _runs(found: Candidates) -> Floats:
    """Three terms that follow each other in the question and in the passage."""
    order, size = found.order, len(found.rows)
    scores = np.zeros(len(found.passages))
    left, right = _following(found, 2)
    if len(order) < 3 or not len(left):
        return scores
    asked = (order[:-2] * size + order[1:-1]) * size + order[2:]
    weights = found.weights
    worth = np.minimum(np.minimum(weights[order[:-2]], weights[order[1:-1]]), weights[order[2:]])
    terms = found.matches.term
    seen = (terms[left] * size + terms[left + 1]) * size + terms[right]
    for run, value in dict(zip(asked.tolist(), worth.tolist(), strict=True)).items():
        scores[found.matches.owner[left[seen == run]]] += value
    return scores


def _following(found: Candidates, distance: int) -> tuple[Ints, Ints]:
    """Pairs of matches that stand exactly so far apart, with only matches between them."""
    position, owner = found.matches.position, found.matches.owner
    together = position[distance:] - position[:-distance] == distance
    together &= owner[distance:] == owner[:-distance]
    left = np.flatnonzero(together)
    return left, left + distance


def _exact(found: Candidates) -> Floats:
    """BM25 of the words that match as they stand, before stemming."""
    rows = np.sort(found.snapshot.word_rows(list(dict.fromkeys(found.read.forms))))
    places = np.minimum(np.searchsorted(rows, found.matches.form), len(rows) - 1)
    same = rows[places] == found.matches.form
    matches = found.matches
    counts = found.count(matches._replace(term=matches.term[same], owner=matches.owner[same]))
    return counts / (counts + found.norms) @ found.weights


def _related(found: Candidates) -> Floats:
    """For terms that a passage lacks, its word that the corpus uses most like the question's."""
    snapshot, words, size = found.snapshot, found.words, len(found.rows)
    asked, others, cosines = snapshot.related.to(found.rows)
    frequencies = snapshot.frequencies(others.astype(np.int64))
    rarity = inverse_document_frequency(frequencies, snapshot.meta.passages)
    worth = cosines * np.minimum(found.weights[asked], rarity)
    first = run_starts(others)
    pairs = np.append(first[1:], len(others)) - first
    numbers = np.full(snapshot.meta.terms, -1, np.int32)
    numbers[others[first]] = np.arange(len(first))
    seen = numbers.take(found.word_terms)
    places = np.flatnonzero(seen >= 0)
    seen = seen[places]
    owners = np.searchsorted(words.starts, places, side="right") - 1
    copies = pairs[seen]
    pair = ranges(first[seen], copies)
    best = np.zeros((len(found.passages), size))
    np.maximum.at(best.reshape(-1), np.repeat(owners, copies) * size + asked[pair], worth[pair])
    lacking = (found.counts + found.in_title) == 0
    scores: Floats = (best * lacking).sum(axis=1) / (1 + found.norms[:, 0])
    return scores


def _surroundings(found: Candidates) -> Floats:
    """BM25 of the passage with its surroundings and the title."""
    return _bm25(found, *found.around)


def _neighbours(found: Candidates) -> Floats:
    """The same with its neighbours in its own document."""
    return _bm25(found, *found.within)


def _bm25(found: Candidates, counts: Floats, norms: Floats) -> Floats:
    counts = counts + found.in_title * TITLE_WEIGHT
    return counts / (counts + norms) @ found.weights


def _surrounding_words(found: Candidates) -> Floats:
    """The idf weight of the terms in the passage, its neighbours and the title."""
    counts, _ = found.around
    return ((counts + found.in_title) > 0) @ found.weights


def _asked_source(found: Candidates) -> Floats:
    """The weight of the question, for passages of the source that it names."""
    rows = list(found.read.wishes.rows)
    if not rows:
        return np.zeros(len(found.documents))
    asked = np.isin(found.snapshot.documents[found.documents], rows)
    return asked.astype(np.float64) * found.read.total


def alike(asked: str, word: str) -> float:
    """The share of the longer word that both begin with; 0 when they are not alike enough."""
    shorter, longer = sorted((len(asked), len(word)))
    shared = next((n for n, (a, b) in enumerate(zip(asked, word, strict=False)) if a != b), shorter)
    enough = shared >= max(PREFIX, _SHARED * longer, shorter - _ENDING)
    return shared / longer if enough else 0.0
