"""Parts of a score that were tried and not kept; ``benchmarks.quality tried`` measures them."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from itertools import pairwise

import numpy as np

from index.candidates import Candidates, Floats
from index.ranker import K1, B, inverse_document_frequency
from index.relating import term_vectors
from index.words import fold

_WINDOW = 12  # words
_NEAR = 8  # words
_BEST = 5  # passages

Idea = Callable[[Candidates], Floats]


def _coverage(found: Candidates) -> Floats:
    held: Floats = ((found.counts + found.in_title) > 0) @ found.weights
    return held


def _document(found: Candidates) -> Floats:
    """BM25 of the whole document, its length beside the other candidates' documents."""
    first, documents = found.snapshot.first_passage, found.documents
    begin = first[documents] + documents + 1
    words = found.lay_out(begin, first[documents + 1] + documents + 1)
    counts = found.count(found.match(words))
    norms = K1 * (1 - B + B * words.sizes / max(words.sizes.mean(), 1))
    scores: Floats = counts / (counts + norms[:, None]) @ found.weights
    return scores


def _early(found: Candidates) -> Floats:
    """The question's weight, by the passage's place in its document."""
    place = found.passages - found.snapshot.first_passage[found.documents]
    return found.read.total / (1 + place.astype(np.float64))


def _idf_squared(found: Candidates) -> Floats:
    weights = np.square(found.weights) / found.weights.max(initial=1e-9)
    scores: Floats = found.counts / (found.counts + found.norms) @ weights
    return scores


def _language_model(found: Candidates) -> Floats:
    """The query likelihood with Dirichlet smoothing (Zhai and Lafferty 2001), documents counted."""
    meta = found.snapshot.meta
    mass = max(meta.average_length, 1.0)
    often = np.maximum(found.snapshot.frequencies(found.rows), 1) / (meta.passages * mass)
    lengths = found.words.sizes[:, None]
    likelihood = np.log1p(found.counts / (mass * often)) + np.log(mass / (mass + lengths))
    total: Floats = likelihood.sum(axis=1)
    return total


def _window(found: Candidates) -> Floats:
    """The most idf weight within a dozen words."""
    best = np.zeros(len(found.passages))
    owners, terms = found.matches.owner.tolist(), found.matches.term.tolist()
    ends = np.searchsorted(found.matches.position, found.matches.position + _WINDOW).tolist()
    for at, (owner, end) in enumerate(zip(owners, ends, strict=True)):
        inside = {terms[i] for i in range(at, end) if owners[i] == owner}
        best[owner] = max(best[owner], found.weights[list(inside)].sum())
    return best


def _near(found: Candidates) -> Floats:
    """Different terms near each other in any order, the nearer the better."""
    matches, scores = found.matches, np.zeros(len(found.passages))
    apart = np.diff(matches.position)
    near = (apart <= _NEAR) & (np.diff(matches.owner) == 0) & (np.diff(matches.term) != 0)
    left = np.flatnonzero(near)
    pair = matches.term[left], matches.term[left + 1]
    worth = np.minimum(found.weights[pair[0]], found.weights[pair[1]]) / apart[left]
    np.add.at(scores, matches.owner[left], worth)
    worth_most: float = found.weights.max(initial=0)
    near_by: Floats = scores / (scores + found.norms[:, 0]) * worth_most
    return near_by


def _pairs(found: Candidates, distance: int, *, turned: bool) -> Floats:
    """Terms adjacent in the question that stand so far apart, perhaps turned round."""
    matches, scores = found.matches, np.zeros(len(found.passages))
    order = found.order.tolist()
    asked = {(second, first) if turned else (first, second) for first, second in pairwise(order)}
    together = np.diff(matches.position) == distance
    left = np.flatnonzero(together & (np.diff(matches.owner) == 0))
    for at in left.tolist():
        pair = int(matches.term[at]), int(matches.term[at + 1])
        if pair in asked:
            scores[matches.owner[at]] += found.weights[list(pair)].min()
    return scores


def _in_sentences(found: Candidates) -> Floats:
    """How often each term stands in each sentence, ``[S, M]``."""
    counts = np.zeros((len(found.sentences.owner), len(found.rows)))
    np.add.at(counts, (found.sentences.of_match, found.matches.term), 1)
    return counts


def _two_sentences(found: Candidates) -> Floats:
    """The most idf weight that two adjacent sentences cover."""
    covered = np.minimum(_in_sentences(found), 1)
    same = np.append(np.diff(found.sentences.owner) == 0, False)
    covered[same] = np.maximum(covered[same], covered[np.flatnonzero(same) + 1])
    best: Floats = np.maximum.reduceat(covered @ found.weights, found.sentences.first)
    return best


def _sentence_bm25(found: Candidates) -> Floats:
    counts = _in_sentences(found)
    scores = counts / (counts + K1) @ found.weights
    best: Floats = np.maximum.reduceat(scores, found.sentences.first)
    return best


def _terms_like(found: Candidates, wanted: Callable[[str], bool]) -> Floats:
    chosen = [number for number, term in enumerate(found.read.weights) if wanted(term)]
    held: Floats = (found.counts[:, chosen] > 0) @ found.weights[chosen]
    return held


def _numbers(found: Candidates) -> Floats:
    return _terms_like(found, lambda term: any(map(str.isdigit, term)))


def _capitals(found: Candidates) -> Floats:
    names = {fold(name) for name in re.findall(r"(?<=[a-z,] )[A-Z]\w+", found.read.text)}
    terms = dict(zip(found.read.forms, found.read.terms, strict=True))
    chosen = {term for form, term in terms.items() if form in names}
    return _terms_like(found, chosen.__contains__)


def _rarest(found: Candidates) -> Floats:
    rarest = sorted(found.read.weights, key=lambda term: -found.read.weights[term])[:2]
    return _terms_like(found, rarest.__contains__)


def _exact_title(found: Candidates) -> Floats:
    rows = found.snapshot.word_rows(list(dict.fromkeys(found.read.forms)))
    matches = found.title_matches
    same = np.isin(matches.form, rows)
    held = found.count(matches._replace(term=matches.term[same], owner=matches.owner[same])) > 0
    return held @ found.weights


def _feedback(found: Candidates) -> Floats:
    """How much a passage is like the best five by BM25, as in pseudo-relevance feedback."""
    kinds, kind = np.unique(found.word_terms, return_inverse=True)
    owners = np.repeat(np.arange(len(found.passages)), found.words.sizes)
    counts = np.zeros((len(found.passages), len(kinds)))
    np.add.at(counts, (owners, kind), 1)
    frequencies = found.snapshot.frequencies(kinds.astype(np.int64))
    rarity = inverse_document_frequency(frequencies, found.snapshot.meta.passages)
    vectors = np.log1p(counts) * rarity * ~np.isin(kinds, found.rows)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True).clip(1e-9)
    likeness: Floats = vectors @ vectors[:_BEST].mean(axis=0)
    return likeness * found.read.total


def _used_alike(found: Candidates) -> Floats:
    """The cosine of question and passage in the space that related terms come from."""
    rows, vectors = _vectors(found.snapshot)
    if not len(rows):
        return np.zeros(len(found.passages))
    place = np.full(found.snapshot.meta.terms + 1, len(rows))
    place[rows] = np.arange(len(rows))
    vectors = np.vstack([vectors, np.zeros_like(vectors[:1])])[place]
    frequencies = found.snapshot.frequencies(found.word_terms.astype(np.int64))
    rarity = inverse_document_frequency(frequencies, found.snapshot.meta.passages)
    summed = np.zeros((len(found.passages), vectors.shape[1]))
    owners = np.repeat(np.arange(len(found.passages)), found.words.sizes)
    np.add.at(summed, owners, vectors[found.word_terms] * rarity[:, None])
    asked = found.weights @ vectors[found.rows]
    lengths = np.linalg.norm(summed, axis=1) * np.linalg.norm(asked)
    cosines: Floats = summed @ asked / lengths.clip(1e-9)
    return cosines * found.read.total


_vectors = lru_cache(maxsize=1)(term_vectors)

IDEAS: Mapping[str, Idea] = {
    "coverage": _coverage,
    "BM25 of the whole document": _document,
    "first passages of a document": _early,
    "idf squared": _idf_squared,
    "language model": _language_model,
    "best window of 12 words": _window,
    "terms near each other": _near,
    "pairs turned round": lambda found: _pairs(found, 1, turned=True),
    "pairs with a word between": lambda found: _pairs(found, 2, turned=False),
    "two adjacent sentences": _two_sentences,
    "BM25 of the best sentence": _sentence_bm25,
    "numbers": _numbers,
    "capitals": _capitals,
    "the two rarest terms": _rarest,
    "exact words of the title": _exact_title,
    "likeness to the best five": _feedback,
    "question and passage used alike": _used_alike,
}
