"""Ideas for the ranking that were not kept, each beside all that was."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import numpy as np

from benchmarks.quality_parts import measured_halves
from benchmarks.quality_rules import RULES, reworded
from index import rescoring
from index.candidates import Candidates, Floats, Ints
from index.collection import Collection, indexed
from index.questions import ReadQuestion
from index.ranker import K1, B
from index.rescoring import Rescorer
from index.served import Served
from index.words import fold

_WEIGHTS = (0.1, 0.3, 1.0)
_DEPTHS = (50, 100, 400)
_WINDOW = 12  # words
_NEAR = 8  # words

Idea = Callable[[Candidates], Floats]


async def tried(collections: Sequence[Collection], data: Path, every: int) -> None:
    """Print a table: what each idea adds to the nDCG@10 of both halves of each collection.

    Of the weights tried for a part, the one that is best on all even halves together is shown.
    """
    heads = [f"{each.name} {half}" for each in collections for half in ("even", "odd")]
    print("nDCG@10 of questions by their place in the file; what each idea adds to it\n")
    print("| idea | weight |", " | ".join(heads), "|")
    print("|---|---|" + "---|" * len(heads))
    chosen: list[float] = []
    gains: dict[tuple[str, float], list[float]] = {}
    for collection in collections:
        async with indexed(collection.texts, data / collection.name) as (served, _):
            base = await _halves(collection, served, every)
            chosen += base
            for name, weight, trial in _trials():
                with trial:
                    found = await _halves(collection, served, every)
                gains.setdefault((name, weight), []).extend(np.subtract(found, base).tolist())
    print("| all that was kept | |", " | ".join(f"{value:.3f}" for value in chosen), "|")
    for name in dict.fromkeys(name for name, _ in gains):
        weights = {weight: values for (other, weight), values in gains.items() if other == name}
        best = max(weights, key=lambda weight: sum(weights[weight][::2]))
        _row(name, f"{best:g}" if best else "", weights[best])
    for name, rule in RULES.items():
        changes: list[float] = []
        for number, collection in enumerate(collections):
            other = reworded(collection, rule)
            async with indexed(other.texts, data / f"{collection.name} {name}") as (served, _):
                found = await _halves(other, served, every)
            changes += np.subtract(found, chosen[2 * number : 2 * number + 2]).tolist()
        _row(name, "", changes)


def _row(name: str, weight: str, gains: Sequence[float]) -> None:
    print(f"| {name} | {weight} |", " | ".join(f"{gain:+.3f}" for gain in gains), "|", flush=True)


async def _halves(collection: Collection, served: Served, every: int) -> list[float]:
    halves = await measured_halves(collection, served, every)
    return [float(quality.values["nDCG@10"].mean()) for quality in halves]


def _trials() -> Iterator[tuple[str, float, AbstractContextManager[object]]]:
    """Each idea, its weight, and a context in which it is in force."""
    for depth in _DEPTHS:
        yield f"second stage to depth {depth}", 0.0, patch.object(rescoring, "DEPTH", depth)
    for name, idea in _IDEAS.items():
        for weight in _WEIGHTS:
            yield name, weight, _added(idea, weight)


@contextmanager
def _added(idea: Idea, weight: float) -> Iterator[None]:
    """Let the second stage have one more part."""
    kept = Rescorer.parts

    def parts(self: Rescorer, read: ReadQuestion, passages: Ints) -> dict[str, Floats]:
        snapshot = self._snapshot
        found = Candidates(snapshot, read, passages, snapshot.rows(list(read.weights)))
        return kept(self, read, passages) | {"tried": (K1 + 1) * weight * idea(found)}

    with patch.object(Rescorer, "parts", parts):
        yield


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


_IDEAS: Mapping[str, Idea] = {
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
}
