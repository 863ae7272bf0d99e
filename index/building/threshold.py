"""Fitting the thresholds of an answer to a corpus, with questions made of the corpus itself.

A question is made of every other term of a passage's longest sentence, and then asked of all
other documents, as if its own were not held. What their best passage reaches is what a question
reaches here by accident. A report of the same event is no accident: where the best passage has most
of the sentence's other terms too, the question is left out. It is still an upper estimate, for a
corpus repeats itself: each threshold goes halfway from the one that suits most corpora to the one
that so many such questions stay under.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from itertools import islice, product
from pathlib import Path

import numpy as np

from index.answering.evidence import ENOUGH, NEAR, closeness, sufficiency
from index.arrays.snapshot import FITTED, Snapshot
from index.arrays.weights import inverse_document_frequency
from index.question.asked_words import AskedWord, Kind
from index.question.reading import ReadQuestion, smallness, weighed
from index.ranking.bm25 import EmbeddedRanker
from index.ranking.hits import Filter
from index.ranking.second_stage import DEPTH, Rescorer
from index.terms.word_forms import NO_WORD, asked_for, fold

_QUESTIONS = 200  # about a second of work, whatever the corpus's size
_FEWEST = 25
_TERMS = 8
_RANKED = 300  # deep enough to leave a long document
_SAME_EVENT = 0.5  # of the sentence's terms that were not asked for
_STAY_UNDER = 0.9  # so many accidents are no answer
_STAY_FAR = 0.5  # and so many do not come close
_LOWEST, _HIGHEST = 0.38, 0.6
_FARTHEST, _NEAREST = -0.1, 0.15


def fit(folder: Path) -> None:
    """Fit the snapshot in ``folder`` and keep the outcome beside its arrays."""
    (folder / FITTED).write_text(json.dumps(_fitted(Snapshot(folder))), "utf-8")


def _fitted(snapshot: Snapshot) -> dict[str, float]:
    reached = list(_reached_elsewhere(snapshot))
    if len(reached) < _FEWEST:
        return {"enough": ENOUGH, "near": NEAR}
    enough = float(np.quantile([each for each, _ in reached], _STAY_UNDER))
    near = float(np.quantile([each for _, each in reached], _STAY_FAR))
    return {
        "enough": round(min(max((ENOUGH + enough) / 2, _LOWEST), _HIGHEST), 3),
        "near": round(min(max((NEAR + near) / 2, _FARTHEST), _NEAREST), 3),
    }


def _reached_elsewhere(snapshot: Snapshot) -> Iterator[tuple[float, float]]:
    """How sufficient, and how close, what questions find by accident is.

    Of a small corpus, two are made of each sentence.
    """
    passages = snapshot.meta.passages
    step = max(1, passages // _QUESTIONS)
    halves = (0, 1) if 2 * passages <= _QUESTIONS else (0,)
    if passages * len(halves) < _FEWEST:
        return
    ranker, rescorer = EmbeddedRanker(snapshot), Rescorer(snapshot)
    for passage, half in product(range(step // 2, passages, step), halves):
        document = int(snapshot.passage_document[passage])
        asked, others = _halves(snapshot, passage + document + 1, half)
        read = _question(snapshot, asked, document)
        if len(read.weights) < 2:
            continue
        ranked = ranker.rank_now(read.terms, Filter(), _RANKED)
        elsewhere = (h for h in ranked if snapshot.passage_document[h.passage] != document)
        hits = rescorer.rescored(read, list(islice(elsewhere, DEPTH)))
        if not hits or not _holds_most(snapshot, hits[0].passage, others):
            yield sufficiency(read, hits), closeness(read, hits)


def _holds_most(snapshot: Snapshot, passage: int, rows: Collection[int]) -> bool:
    """True when a passage has most of these terms, by their weight."""
    if not rows:
        return False
    weights = snapshot.idf([snapshot.terms[row] for row in rows])
    has = [_has(snapshot, passage, row) for row in rows]
    return bool(weights[has].sum() > _SAME_EVENT * weights.sum())


def _has(snapshot: Snapshot, passage: int, row: int) -> bool:
    postings = snapshot.passages_with(row)
    place = int(postings.searchsorted(np.array(passage, postings.dtype)))
    return place < len(postings) and int(postings[place]) == passage


def _halves(snapshot: Snapshot, unit: int, half: int) -> tuple[dict[int, int], list[int]]:
    """Every other term of a unit's longest sentence with its form, and the terms between them."""
    of_row = {int(snapshot.word_term[form]): form for form in _longest_sentence(snapshot, unit)}
    rows = list(of_row)
    terms = [snapshot.terms[row] for row in rows]
    every = [rows[at] for at in asked_for(terms, terms)][: 2 * _TERMS]
    return {row: of_row[row] for row in every[half::2]}, every[1 - half :: 2]


def _question(snapshot: Snapshot, asked: Mapping[int, int], document: int) -> ReadQuestion:
    """A question for these terms, weighed as if the document were not there."""
    first, last = snapshot.first_passage[document : document + 2]
    others = [_outside(snapshot, row, int(first), int(last)) for row in asked]
    counts = np.array(others, np.int64)
    weights = inverse_document_frequency(counts, snapshot.meta.passages).tolist()
    terms = [snapshot.terms[row] for row in asked]
    spelt = [snapshot.words[form] for form in asked.values()]
    words = tuple(map(_word, terms, spelt))
    unseen = {term for term, count in zip(terms, others, strict=True) if not count}
    weights_of, text = dict(zip(terms, weights, strict=True)), " ".join(terms)
    return ReadQuestion(
        text=text,
        terms=tuple(terms),
        forms=tuple(map(fold, spelt)),
        weights=weighed(weights_of, unseen, words, smallness(snapshot.meta.passages), text),
        missing=(),
        unknown=unseen,
        words=words,
    )


def _word(term: str, spelling: str) -> AskedWord:
    if spelling[0] == NO_WORD or spelling[0].isdigit():
        return AskedWord(term, (term,), Kind.NUMBER)
    return AskedWord(term, (term,), Kind.OTHER if spelling[0].islower() else Kind.NAME)


def _longest_sentence(snapshot: Snapshot, unit: int) -> list[int]:
    """The distinct form rows of the longest sentence of a unit of the forward index."""
    forward = snapshot.forward
    bounds = forward.sentences[forward.units[unit] : forward.units[unit + 1] + 1]
    if len(bounds) < 2:
        return []
    longest = int(np.argmax(np.diff(bounds)))
    forms: list[int] = forward.forms[bounds[longest] : bounds[longest + 1]].tolist()
    return list(dict.fromkeys(forms))


def _outside(snapshot: Snapshot, row: int, first: int, last: int) -> int:
    """In how many passages a term stands outside the passages ``first`` up to ``last``."""
    postings = snapshot.passages_with(row)
    start, end = postings.searchsorted(np.array([first, last], postings.dtype)).tolist()
    return len(postings) - int(end - start)
