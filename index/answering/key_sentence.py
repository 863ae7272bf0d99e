"""The sentence of a passage to emphasise: the one that covers most of the question.

What only the sentence before it covers counts half, and a term of several sentences less. Where a
number, a time or a place is asked for, a sentence that has one is preferred; of the equal ones, the
first.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from corpus.model import Span
from index.cutting.passage import Passage
from index.question.asked_kind import AskedKind, asks_place, names_place, says, words_of
from index.question.reading import ReadQuestion
from index.terms.word_forms import fold

_OF_KIND = 0.5  # of the question's weight, for having what is asked for: docs/lab/ranking.md
_PLACED = 0.15  # the same for a place, which is told less surely
_BEFORE = 0.5  # of what only the sentence before it covers: "It was sold in May"
_WORD = re.compile(r"\w+")
_AGE = re.compile(r"(?<![\d.,])(?:[1-9]\d?|1[01]\d|120)(?![\d.,]?\d)")
_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")


def key_sentence(
    passage: Passage,
    matched: Sequence[tuple[Span, AbstractSet[str]]],
    read: ReadQuestion,
    *,
    alone: bool = False,
) -> Span | None:
    """The sentence; ``matched`` are the places in the passage with the question's terms there.

    With ``alone`` each is judged by itself, as it will be shown without the passage around it.
    """
    best, most = None, 0.0
    placed = read.asks is None and asks_place(read.text, read.language)
    found = [
        {term for place, terms in matched if start <= place.start < end for term in terms}
        for start, end in passage.sentences
    ]
    weights = read.weights if alone else _telling(found, read.weights)
    for at, sentence in enumerate(passage.sentences):
        before = found[at - 1] - found[at] if at and not alone else ()
        covered = _share(found[at], weights)
        if not covered:
            continue
        covered += _BEFORE * _share(before, weights)
        if read.asks and _has(read.asks, passage, sentence, read.language):
            covered += _OF_KIND
        text = passage.text[sentence.start : sentence.end]
        if placed and names_place(text, read.language, read.text):
            covered += _PLACED
        if covered > most:
            best, most = sentence, covered
    return best


def _telling(
    found: Sequence[AbstractSet[str]], weights: Mapping[str, float]
) -> Mapping[str, float]:
    """The weights, less for terms of several sentences, which tell these less apart."""
    counts = Counter(term for terms in found for term in terms)
    return {term: weight / max(counts[term], 1) ** 0.5 for term, weight in weights.items()}


def _share(terms: Iterable[str], weights: Mapping[str, float]) -> float:
    total = sum(weights.values())
    return sum(weights.get(term, 0.0) for term in terms) / total if total else 0.0


def _has(kind: AskedKind, passage: Passage, sentence: Span, language: str) -> bool:
    text = passage.text[sentence.start : sentence.end]
    told = says(kind, text, language)
    if told is not None:
        return told
    if kind is AskedKind.TIME:
        if any(sentence.start <= stated.start < sentence.end for stated in passage.stated_dates):
            return True
        if _YEAR.search(text):
            return True
    elif kind is AskedKind.AGE:
        if _AGE.search(text):
            return True
    elif kind is AskedKind.NUMBER and any(letter.isdigit() for letter in text):
        return True
    words = words_of(kind, language)
    return any(fold(word) in words for word in _WORD.findall(text))
