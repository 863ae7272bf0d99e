"""The sentence of a passage to emphasise: the one that covers most of the question.

Where a number, a time or a place is asked for, a sentence that has one is preferred; of the equal
ones, the first.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from corpus.model import Span
from index.cutting.passage import Passage
from index.question.asked_kind import AskedKind, asks_place, names_place, words_of
from index.question.reading import ReadQuestion
from index.terms.word_forms import fold

_OF_KIND = 0.5  # of the question's weight, for having what is asked for: docs/lab/ranking.md
_PLACED = 0.15  # the same for a place, which is told less surely
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")


def key_sentence(
    passage: Passage, matched: Sequence[tuple[Span, AbstractSet[str]]], read: ReadQuestion
) -> Span | None:
    """The sentence; ``matched`` are the places in the passage with the question's terms there."""
    best, most = None, 0.0
    placed = read.asks is None and asks_place(read.text, read.language)
    for sentence in passage.sentences:
        terms = {
            term
            for span, found in matched
            if sentence.start <= span.start < sentence.end
            for term in found
        }
        covered = read.coverage(terms)
        if covered and read.asks and _has(read.asks, passage, sentence, read.language):
            covered += _OF_KIND
        text = passage.text[sentence.start : sentence.end]
        if covered and placed and names_place(text, read.language, read.text):
            covered += _PLACED
        if covered > most:
            best, most = sentence, covered
    return best


def _has(kind: AskedKind, passage: Passage, sentence: Span, language: str) -> bool:
    text = passage.text[sentence.start : sentence.end]
    if kind is AskedKind.TIME:
        if any(sentence.start <= stated.start < sentence.end for stated in passage.stated_dates):
            return True
        if _YEAR.search(text):
            return True
    elif any(letter.isdigit() for letter in text):
        return True
    words = words_of(kind, language)
    return any(fold(word) in words for word in _WORD.findall(text))
