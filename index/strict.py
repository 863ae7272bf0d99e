"""The passages that a question's phrases and words left out allow, all of them.

Found by intersecting postings, so that no phrase is missed however frequent its words; whether
the text holds it to the letter is seen from the text.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import compress, pairwise

import numpy as np
from numpy.typing import NDArray

from index.analyzer import Analyzer, Token
from index.candidates import Candidates, Ints
from index.questions import ReadQuestion
from index.ranker import Hit
from index.snapshot import Snapshot

_DATE = 4  # terms that a date may have beside that of its month's name


def strict_hits(
    read: ReadQuestion,
    snapshot: Snapshot,
    analyzer: Analyzer,
    allowed: NDArray[np.bool_] | None,
    limit: int,
) -> list[Hit]:
    """What the ranker would return if only the passages that may hold the phrases were there.

    Every passage that holds them is among these, and none that has a word left out. ``allowed``
    has one flag for each document; ``None`` allows all.
    """
    passages = _sharing(read.terms, snapshot)
    for phrase in read.wishes.phrases:
        passages = _following(phrase, passages, snapshot, analyzer)
    banned = [term for word in read.wishes.left_out for term in analyzer.terms(word)]
    if banned:
        passages = passages[snapshot.lacking(banned, passages.tolist())]
    if allowed is not None:
        passages = passages[allowed[snapshot.passage_document[passages]]]
    return _scored(read.terms, passages, snapshot, limit)


def _sharing(terms: Sequence[str], snapshot: Snapshot) -> Ints:
    """The passages that have one of the terms, ascending."""
    shared = np.zeros(snapshot.meta.passages, np.bool_)
    for row in snapshot.rows(terms).tolist():
        if row >= 0:
            shared[_postings(snapshot, row)] = True
    return np.flatnonzero(shared)


def _following(phrase: str, passages: Ints, snapshot: Snapshot, analyzer: Analyzer) -> Ints:
    """Those of the passages where the phrase's words stand one after the other.

    Only words whose one term is sure are looked for: not numbers, which may be part of a date,
    nor names that are stop words in small letters. What else may stand between two of them is
    allowed for; where nothing is sure, every passage is left.
    """
    words = [token for token in analyzer.tokens(phrase) if _is_sure(token, phrase, analyzer)]
    terms = [token.terms[0] for token in words]
    distinct = list(dict.fromkeys(terms))
    rows = snapshot.rows(distinct)
    if (rows < 0).any():
        return passages[:0]
    for row in sorted(rows.tolist(), key=lambda row: len(_postings(snapshot, row))):
        passages = np.intersect1d(passages, _postings(snapshot, row), assume_unique=True)
    if len(words) < 2:
        return passages
    gaps = [
        1 + len(analyzer.words(phrase, left.end, right.start)) + _DATE
        for left, right in pairwise(words)
    ]
    read = ReadQuestion(phrase, tuple(terms), (), dict.fromkeys(distinct, 1.0), ())
    found = Candidates(snapshot, read, passages.astype(np.intp), rows)
    return passages[_in_order(found, gaps)]


def _is_sure(token: Token, phrase: str, analyzer: Analyzer) -> bool:
    """True for a word that has the same one term wherever it stands."""
    word = phrase[token.start : token.end]
    return (
        word[0].isalpha()
        and len(token.terms) == 1
        and analyzer.word_terms(word.lower()) == token.terms
    )


def _in_order(found: Candidates, gaps: Sequence[int]) -> Ints:
    """The numbers of the candidates where the terms follow each other, so far apart at most."""
    matches, order = found.matches, found.order.tolist()
    ends = np.flatnonzero(matches.term == order[0])
    for term, gap in zip(order[1:], gaps, strict=True):
        here = np.flatnonzero(matches.term == term)
        before = ends[np.maximum(np.searchsorted(ends, here) - 1, 0)] if len(ends) else here
        distance = matches.position[here] - matches.position[before]
        near = (distance > 0) & (distance <= gap)
        ends = here[near & (matches.owner[here] == matches.owner[before])]
    return np.unique(matches.owner[ends])


def _scored(terms: Sequence[str], passages: Ints, snapshot: Snapshot, limit: int) -> list[Hit]:
    """The best of the passages by BM25, as the ranker scores them."""
    asked = Counter(terms)
    rows = snapshot.rows(list(asked))
    held = list(compress(asked, rows >= 0))
    impacts = np.zeros((len(held), len(passages)))
    for number, row in enumerate(rows[rows >= 0].tolist()):
        postings = _postings(snapshot, row)
        places = np.minimum(np.searchsorted(postings, passages), len(postings) - 1)
        same = postings[places] == passages
        values = snapshot.impacts[snapshot.offsets[row] + places].astype(np.float64)
        impacts[number] = values * same * asked[held[number]]
    scores = impacts.sum(axis=0)
    best = np.argsort(-scores, kind="stable")[:limit]
    matched = (impacts[:, best] > 0).T.tolist()
    return [
        Hit(passage, score, tuple(compress(held, present)))
        for passage, score, present in zip(
            passages[best].tolist(), scores[best].tolist(), matched, strict=True
        )
    ]


def _postings(snapshot: Snapshot, row: int) -> NDArray[np.int32]:
    return snapshot.postings[snapshot.offsets[row] : snapshot.offsets[row + 1]]
