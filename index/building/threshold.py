"""Fitting the threshold of an answer to a corpus, with questions made of the corpus itself.

A question is made of every other term of a passage's longest sentence, and then asked of all
other documents, as if its own were not held. What their best passage reaches is what a question
reaches here by accident. It is an upper estimate, for a corpus repeats itself: the threshold
goes half the way from the one that suits most corpora to the one that so many such questions
stay under.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import numpy as np

from index.answering.evidence import ENOUGH, sufficiency
from index.arrays.files import sync
from index.arrays.snapshot import FITTED, Snapshot
from index.arrays.weights import inverse_document_frequency
from index.question.reading import ReadQuestion
from index.ranking.bm25 import EmbeddedRanker
from index.ranking.hits import Filter
from index.ranking.second_stage import DEPTH, Rescorer
from index.terms.word_forms import asked_for, fold

_QUESTIONS = 200  # about a second of work, whatever the corpus's size
_FEWEST = 20
_TERMS = 8
_RANKED = 300  # deep enough to leave a long document
_STAY_UNDER = 0.9
_LOWEST, _HIGHEST = 0.5, 0.75


def fit(folder: Path) -> None:
    """Fit the snapshot in ``folder`` and keep the outcome beside its arrays."""
    path = folder / FITTED
    path.write_text(json.dumps({"enough": round(_fitted(Snapshot(folder)), 3)}), "utf-8")
    sync(path)


def _fitted(snapshot: Snapshot) -> float:
    reached = list(_reached_elsewhere(snapshot))
    if len(reached) < _FEWEST:
        return ENOUGH
    here = float(np.quantile(reached, _STAY_UNDER))
    return min(max((ENOUGH + here) / 2, _LOWEST), _HIGHEST)


def _reached_elsewhere(snapshot: Snapshot) -> Iterator[float]:
    ranker, rescorer = EmbeddedRanker(snapshot), Rescorer(snapshot)
    passages = snapshot.meta.passages
    step = max(1, passages // _QUESTIONS)
    for passage in range(step // 2, passages, step):
        document = int(snapshot.passage_document[passage])
        read = _question(snapshot, passage, document)
        if len(read.weights) < 2:
            continue
        ranked = ranker.rank_now(read.terms, Filter(), _RANKED)
        elsewhere = (h for h in ranked if snapshot.passage_document[h.passage] != document)
        hits = rescorer.rescored(read, list(islice(elsewhere, DEPTH)))
        yield sufficiency(read, hits)


def _question(snapshot: Snapshot, passage: int, document: int) -> ReadQuestion:
    """Terms of the passage, weighed as if its document were not there."""
    forms = dict.fromkeys(_longest_sentence(snapshot, passage + document + 1))
    of_row = {int(snapshot.word_term[form]): form for form in forms}
    rows, every = list(of_row), [snapshot.terms[row] for row in of_row]
    asked = {rows[at]: of_row[rows[at]] for at in asked_for(every, every)[: 2 * _TERMS : 2]}
    first, last = snapshot.first_passage[document : document + 2]
    others = {row: _outside(snapshot, row, int(first), int(last)) for row in asked}
    weights = inverse_document_frequency(
        np.array(list(others.values()), np.int64), snapshot.meta.passages
    )
    terms = tuple(snapshot.terms[row] for row in asked)
    read = ReadQuestion(
        text=" ".join(terms),
        terms=terms,
        forms=tuple(fold(snapshot.words[form]) for form in asked.values()),
        weights=dict(zip(terms, weights.tolist(), strict=True)),
        missing=(),
    )
    unseen = [term for term, count in zip(terms, others.values(), strict=True) if not count]
    return replace(read, unknown=frozenset(unseen))


def _longest_sentence(snapshot: Snapshot, unit: int) -> list[int]:
    """The form rows of the longest sentence of a unit of the forward index."""
    forward = snapshot.forward
    bounds = forward.sentences[forward.units[unit] : forward.units[unit + 1] + 1]
    if len(bounds) < 2:
        return []
    longest = int(np.argmax(np.diff(bounds)))
    forms: list[int] = forward.forms[bounds[longest] : bounds[longest + 1]].tolist()
    return forms


def _outside(snapshot: Snapshot, row: int, first: int, last: int) -> int:
    """In how many passages a term stands outside the passages ``first`` up to ``last``."""
    postings = snapshot.passages_with(row)
    start, end = postings.searchsorted(np.array([first, last], postings.dtype)).tolist()
    return len(postings) - int(end - start)
