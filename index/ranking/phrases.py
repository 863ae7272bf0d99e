"""The passages that a question's phrases and words left out allow, all of them.

Found by intersecting postings, so that no phrase is missed however frequent its words; whether
the text holds it to the letter is seen from the text. One limit: a word is what the analyser takes
for one, so that "Brien said" is not found in "O'Brien said".
"""

from collections import Counter
from collections.abc import Sequence
from itertools import compress, pairwise

import numpy as np
from numpy.typing import NDArray

from corpus.months import MONTHS
from index.arrays.runs import distinct
from index.arrays.snapshot import Snapshot
from index.question.conditions import parts_of
from index.question.reading import ReadQuestion
from index.ranking.candidates import Candidates, Ints
from index.ranking.hits import Hit
from index.ranking.numpy_search import Best, lists_of
from index.terms.analyzer import Analyzer, Token

_DATE = 4  # terms that a date may have beside that of its month's name
_AT_ONCE = 10_000  # passages laid out, some 10 MB of words


def strict_hits(
    read: ReadQuestion,
    snapshot: Snapshot,
    analyzer: Analyzer,
    allowed: NDArray[np.bool_] | None,
    limit: int,
    *,
    at_once: int = _AT_ONCE,
) -> Sequence[Hit]:
    """What the ranker would return if only the passages that may hold the phrases were there.

    Every passage that holds them is among these, and none that has a word left out. ``allowed``
    has one flag for each document; ``None`` allows all. ``at_once`` passages are laid out at once.
    """
    passages = np.flatnonzero(snapshot.sharing(read.terms))
    if allowed is not None:
        passages = passages[allowed[snapshot.passage_document[passages]]]
    for word in read.wishes.left_out:
        if terms := analyzer.terms(word):
            left_out = _with_all(terms, passages, snapshot)
            passages = np.setdiff1d(passages, left_out, assume_unique=True)
    for phrase in read.wishes.phrases:
        for part in parts_of(phrase):
            passages = _following(part, passages, snapshot, analyzer, at_once)
    return _scored(read.terms, passages, snapshot, limit, at_once)


def _with_all(terms: Sequence[str], passages: Ints, snapshot: Snapshot) -> Ints:
    """Those of the passages that have every one of the terms, ascending."""
    rows = snapshot.rows(list(dict.fromkeys(terms)))
    if (rows < 0).any():
        return passages[:0]
    for row in sorted(rows.tolist(), key=lambda row: len(snapshot.passages_with(row))):
        passages = np.intersect1d(passages, snapshot.passages_with(row), assume_unique=True)
    return passages


def _following(
    phrase: str, passages: Ints, snapshot: Snapshot, analyzer: Analyzer, at_once: int
) -> Ints:
    """Those of the passages where the phrase's words stand one after the other.

    Only words whose one term is sure are looked for. What else may stand between two of them is
    allowed for; where nothing is sure, every passage is left.
    """
    tokens = list(analyzer.tokens(phrase))
    sure = [at for at, token in enumerate(tokens) if _is_sure(token, phrase, analyzer)]
    terms = [tokens[at].terms[0] for at in sure]
    passages = _with_all(terms, passages, snapshot)
    if len(sure) < 2:
        return passages
    gaps = [
        1 + _DATE + sum(max(len(token.terms), 1 + _DATE) for token in tokens[left + 1 : right])
        for left, right in pairwise(sure)
    ]
    distinct = dict.fromkeys(terms, 1.0)
    read, rows = ReadQuestion(phrase, tuple(terms), (), distinct, ()), snapshot.rows([*distinct])
    return np.concatenate(
        [
            part[_in_order(Candidates(snapshot, read, part, rows), gaps)]
            for part in _parts(passages, at_once)
        ]
    )


def _is_sure(token: Token, phrase: str, analyzer: Analyzer) -> bool:
    """True for a word that has the same one term wherever it stands.

    Not numbers, which may be part of a date, nor letters, which may be part of initials; nor names
    that are stop words in small letters; nor names of months, which a date may have in full.
    """
    word = phrase[token.start : token.end]
    return (
        word[0].isalpha()
        and len(word) > 1
        and len(token.terms) == 1
        and [form.term for form in analyzer.word_forms(word.lower())] == [*token.terms]
        and not {word, word.capitalize()} & MONTHS.keys()
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
    return distinct(matches.owner[ends])


def _scored(
    terms: Sequence[str], passages: Ints, snapshot: Snapshot, limit: int, at_once: int
) -> Sequence[Hit]:
    """The best of the passages by BM25, as the ranker scores them."""
    times = Counter(terms)
    rows = snapshot.rows(list(times))
    held = list(compress(times, rows >= 0))
    if not held:
        return []
    lists = lists_of(snapshot, rows[rows >= 0].tolist(), [times[term] for term in held])
    impacts = np.concatenate([lists.impacts_on(part) for part in _parts(passages, at_once)], axis=1)
    return Best.of(passages, impacts, limit).ranked(held)


def _parts(passages: Ints, at_once: int) -> list[Ints]:
    """The passages in parts that take little memory."""
    return np.array_split(passages.astype(np.intp), 1 + len(passages) // at_once)
