"""Whether a sentence is about a claim at all, and a document about a question."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet

from index.question.asked_words import Kind
from index.question.reading import ReadQuestion
from index.ranking.hits import Hit

_ENOUGH = 0.45  # docs/lab/statements.md
_HALF = 0.5
_FEW = 25  # hits that are no more than a reader looks through
_BEST = 5  # hits that an answer would show
_PARTIES = 2  # names of the claim that are enough
_TELLING = 1.5  # times the weight of the next name
_CAPITALS = re.compile(r"(?<![\w’'-])[^\W\d_a-z][\w’'-]*(?:\s+[^\W\d_a-z][\w’'-]*)*")

_WORD = re.compile(r"\w+")


def bears(terms: AbstractSet[str], around: AbstractSet[str], read: ReadQuestion) -> bool:
    """True when enough of the claim is there, and the names that tell it from other claims.

    ``terms`` are the claim's terms in the sentence, in what its cue points back to and in the
    title; ``around`` those of the passage too. Enough are two of its names, or a part of its terms
    that is counted half by their weight and half by their number: where all passages are about the
    same few names, these weigh next to nothing, and elsewhere two common words make no claim. A
    claim with names is about one of them at least.
    """
    names = _names(read)
    if names and all(name.isdisjoint(around) for name in names):
        return False
    if (
        _part(terms, read) < _ENOUGH
        and sum(not name.isdisjoint(terms) for name in names) < _PARTIES
    ):
        return False
    return not any(name.isdisjoint(around) for name in _telling(names, read))


def of_documents_on(
    hits: Sequence[Hit], read: ReadQuestion, document_of: Callable[[int], int]
) -> list[Hit]:
    """Of many hits, those in documents that are on the question; ``document_of`` tells them.

    That are the documents of the best hits, and those of which the hits have half of the question,
    and a name of it if it has any. In the order of time a stray line comes first: "1989: the arms
    ban" on "What happened to the hunting ban?".
    """
    if len(hits) <= _FEW:
        return list(hits)
    of_document: dict[int, set[str]] = defaultdict(set)
    for hit in hits:
        of_document[document_of(hit.passage)].update(hit.matched)
    names = _names(read)
    on = {document_of(hit.passage) for hit in hits[:_BEST]} | {
        document
        for document, terms in of_document.items()
        if _part(terms, read) >= _HALF
        and (not names or any(not name.isdisjoint(terms) for name in names))
    }
    return [hit for hit in hits if document_of(hit.passage) in on]


def _part(terms: AbstractSet[str], read: ReadQuestion) -> float:
    """How much of a question terms are, by weight and by number: 0 to 1."""
    if not read.weights:
        return 0.0
    share = len(terms & read.weights.keys()) / len(read.weights)
    return (read.weighing(terms).coverage(terms) + share) / 2


def _names(read: ReadQuestion) -> list[frozenset[str]]:
    """The terms of each name, words with capitals side by side being one: "Downing Street"."""
    terms = {word.text: word.terms for word in read.words}
    named = {word.text for word in read.words if word.kind is Kind.NAME}
    runs = (_WORD.findall(match[0]) for match in _CAPITALS.finditer(read.text))
    return [
        frozenset(term for word in run for term in terms.get(word, ()))
        for run in runs
        if not named.isdisjoint(run)
    ]


def _telling(names: Sequence[frozenset[str]], read: ReadQuestion) -> list[frozenset[str]]:
    """The names of several words, and one that far fewer passages have than the next.

    That is "Libya" in "Were Syrians in Libya?".
    """
    telling = [name for name in names if len(name) > 1]
    ranked = sorted(names, key=lambda name: _weight(name, read))
    if ranked and (
        len(ranked) == 1 or _weight(ranked[-1], read) >= _TELLING * _weight(ranked[-2], read)
    ):
        telling.append(ranked[-1])
    return telling


def _weight(name: frozenset[str], read: ReadQuestion) -> float:
    return max((read.weights.get(term, 0.0) for term in name), default=0.0)
