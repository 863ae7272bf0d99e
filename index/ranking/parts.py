"""The parts of a score: what tells passages apart that bags of terms cannot.

A score is BM25 plus the weighted sum of these parts, each in the unit of BM25 without its constant
factor ``k1 + 1``. What each part is worth stands in docs/lab/ranking.md. To add one, write its
function and one row in ``PARTS``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from index.arrays.runs import ranges, run_starts
from index.arrays.snapshot import PREFIX, prefixes
from index.arrays.weights import TITLE_WEIGHT, inverse_document_frequency
from index.question.asked_words import Kind
from index.ranking.candidates import Candidates, Floats, Ints
from index.ranking.meaning import meaning
from index.terms.word_forms import fold

_SHARED = 0.6  # of the longer word must be shared by two words that begin alike
_ENDING = 2  # letters that the shorter may have of its own
MEANING = 0.3  # 0 switches the vectors off
_ALONE = 4.0  # times a kind is worth where one thing alone is asked about
_OWN_WORDS = 10.0  # times a source named by the way, for one whose words are asked for
_STATED = 0.7  # of what a passage published in the asked time gets, for one that states it


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a score: ``score`` gives ``[C]`` numbers for ``C`` candidates.

    A part of weight 0 is off. One that is no evidence orders passages and does not tell whether the
    best of them answers.
    """

    name: str
    weight: float
    score: Callable[[Candidates], Floats]
    is_evidence: bool = True


def _sentence(found: Candidates) -> Floats:
    """The most idf weight that one sentence covers together with the title."""
    best: Floats = np.maximum.reduceat(found.in_sentence @ found.weights, found.sentences.first)
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
    left, right = _following(found)
    terms = found.matches.term
    seen = terms[left] * len(found.rows) + terms[right]
    kind = np.minimum(np.searchsorted(kinds, seen), len(kinds) - 1)
    known = kinds[kind] == seen
    cells = found.matches.owner[left[known]] * len(kinds) + kind[known]
    flat = np.bincount(cells, minlength=len(found.passages) * len(kinds))
    counts = flat.reshape(len(found.passages), len(kinds))
    return counts / (counts + found.norms) @ worth


def _following(found: Candidates) -> tuple[Ints, Ints]:
    """Pairs of matches that stand next to each other."""
    position, owner = found.matches.position, found.matches.owner
    left = np.flatnonzero((np.diff(position) == 1) & (owner[1:] == owner[:-1]))
    return left, left + 1


def _exact(found: Candidates) -> Floats:
    """BM25 of the words that match as they stand, before stemming."""
    rows = np.sort(found.snapshot.word_rows(list(dict.fromkeys(found.read.forms))))
    places = np.minimum(np.searchsorted(rows, found.matches.form), len(rows) - 1)
    same = rows[places] == found.matches.form
    matches = found.matches
    counts = found.count(matches._replace(term=matches.term[same], owner=matches.owner[same]))
    return counts / (counts + found.norms) @ found.weights


def _names(found: Candidates) -> Floats:
    """The idf weight of the names of the question in the passage or its title."""
    read = found.read
    terms = {term for word in read.words if word.kind is Kind.NAME for term in word.terms}
    if not terms:
        return np.zeros(len(found.passages))
    named = np.fromiter((term in terms for term in read.weights), np.bool_, len(read.weights))
    has = ((found.counts + found.in_title) > 0).astype(np.float64)
    return has @ np.where(named, found.weights, 0.0)


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
    owners = words.owners(places)
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
    """The weight of the question, for passages of the source that it names.

    More where that source's own words are asked for.
    """
    rows = list(found.read.wishes.rows)
    if not rows:
        return np.zeros(len(found.documents))
    asked = np.isin(found.snapshot.documents[found.documents], rows)
    worth = _OWN_WORDS if found.read.wishes.asks_source else 1.0
    return asked.astype(np.float64) * found.read.total * worth


def _asked_kind(found: Candidates) -> Floats:
    """The weight of the question, for passages that have a thing of the kind it asks for.

    More where one thing alone is asked about, which then tells nothing but that.
    """
    if found.read.asks is None:
        return np.zeros(len(found.documents))
    worth = 1.0 if found.read.asks_more else _ALONE
    return found.of_kind.has.astype(np.float64) * found.read.total * worth


def _kind_sentence(found: Candidates) -> Floats:
    """The most idf weight that one sentence covers which has a thing of the kind itself."""
    return found.of_kind.covered


def _like(found: Candidates) -> Floats:
    """For terms that a passage lacks, its word that begins most like the question's."""
    snapshot, words = found.snapshot, found.words
    lacking = (found.counts + found.in_title) == 0
    heads = snapshot.word_prefix.take(words.forms)
    asked = dict(zip(found.read.forms, found.order.tolist(), strict=True))
    begin = prefixes(asked)
    may_be = np.zeros(1 << 16, np.bool_)  # by the last bits, a tenth of the time of ``np.isin``
    may_be[begin[begin > 0] % len(may_be)] = True
    places = np.flatnonzero(may_be.take(heads % len(may_be)))
    places = places[np.argsort(words.forms[places], kind="stable")]
    rows, owners = words.forms[places], words.owners(places)
    first = run_starts(rows)
    terms = snapshot.word_term[rows[first]].astype(np.int64)
    rarity = inverse_document_frequency(snapshot.frequencies(terms), snapshot.meta.passages)
    forms: dict[int, list[tuple[str, int]]] = {}
    for (form, term), head in zip(asked.items(), begin.tolist(), strict=True):
        forms.setdefault(head, []).append((form, term))
    best = np.zeros(lacking.shape)
    spans = pairwise([*first.tolist(), len(rows)])
    each = zip(spans, heads[places[first]].tolist(), terms.tolist(), rarity.tolist(), strict=True)
    for (start, end), head, own, rare in each:
        word = ""
        for form, term in forms.get(head, ()):
            if own == found.rows[term]:  # what has it does not lack it
                continue
            word = word or fold(snapshot.words[int(rows[start])])
            if likeness := alike(form, word):
                worth = likeness * min(float(found.weights[term]), rare)
                best[owners[start:end], term] = np.maximum(best[owners[start:end], term], worth)
    scores: Floats = (best * lacking).sum(axis=1) / (1 + found.norms[:, 0])
    return scores


def alike(asked: str, word: str) -> float:
    """The share of the longer word that both begin with; 0 when they are not alike enough."""
    shorter, longer = sorted((len(asked), len(word)))
    shared = next((n for n, (a, b) in enumerate(zip(asked, word, strict=False)) if a != b), shorter)
    enough = shared >= max(PREFIX, _SHARED * longer, shorter - _ENDING)
    return shared / longer if enough else 0.0


def asked_time(stated: float = _STATED) -> Callable[[Candidates], Floats]:
    """The weight of the question, for passages published in the time that it names.

    Or the share ``stated`` of it, for those that state a date in that time.
    """

    def score(found: Candidates) -> Floats:
        preferred: Floats = np.maximum(found.in_time, found.states_time * stated)
        return preferred * found.read.total

    return score


def _time_sentence(found: Candidates) -> Floats:
    """The most idf weight that one sentence covers which states a date in the asked time."""
    words = found.words_of_time
    if not words.any():
        return np.zeros(len(found.passages))
    states = found.sentences_with(words)
    own = found.in_sentence @ found.weights
    covered: Floats = np.maximum.reduceat(own * states, found.sentences.first)
    return covered


PARTS = (
    Part("sentence", 0.3, _sentence),
    Part("title", 0.2, _title),
    Part("title share", 0.4, _title_share),
    Part("pairs", 0.3, _pairs),
    Part("exact words", 0.3, _exact),
    Part("names", 0.2, _names, is_evidence=False),
    Part("like words", 1.0, _like),
    Part("related words", 1.0, _related, is_evidence=False),
    Part("surroundings", 0.6, _surroundings),
    Part("neighbours", 0.4, _neighbours, is_evidence=False),
    Part("surrounding words", 0.1, _surrounding_words),
    Part("asked source", 0.15, _asked_source, is_evidence=False),
    Part("asked kind", 0.25, _asked_kind, is_evidence=False),
    Part("kind sentence", 0.3, _kind_sentence, is_evidence=False),
    Part("asked time", 0.3, asked_time(), is_evidence=False),
    Part("time sentence", 0.3, _time_sentence, is_evidence=False),
    Part("meaning", MEANING, meaning, is_evidence=False),
)
SPEAKER = "speaker"  # the part that is added once the texts of the best are read
NO_EVIDENCE = (*(part.name for part in PARTS if not part.is_evidence), SPEAKER)
