"""Evidence: is this enough to answer, and which hits are the same quote?"""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import Indel, Levenshtein

from index.questions import ReadQuestion
from index.ranker import K1, Hit
from index.words import fold

# All measured: docs/ranking.md, "Not answering".
ENOUGH = 0.6  # the sufficiency from which a passage may answer, in most corpora
_COMPANION_SHARE = 0.6  # of the best passage's, that a further one must reach
_WEIGHTS = {"strength": 0.4, "coverage": 0.4, "lead": 0.4, "unseen": -0.2}
_NO_EVIDENCE = ("related words", "neighbours", "asked source", "asked time")  # parts of a score
_LED = 10  # the lead is over this rank

_SAME_QUOTE = 0.9
_SAME_WORD = 0.8
_WORDS = re.compile(r"\w+(?:['’]\w+)*")
_folded = lru_cache(maxsize=1 << 16)(fold)
# A quote that differs in one of these says something else.
_GUARDED = frozenset(
    """
    no not never none nor neither without hardly barely only almost
    deny denies denied denying denial reject rejects rejected refuse refuses refused
    false falsely untrue wrong alleged allegedly claim claims claimed unconfirmed reportedly
    may might could would should more less fewer over under least most
    hundred hundreds thousand thousands million millions billion billions
    """.split()
)


class Caution(StrEnum):
    """How much evidence an operator wants before a question is answered."""

    CAUTIOUS = "cautious"
    BALANCED = "balanced"
    GENEROUS = "generous"

    @property
    def margin(self) -> float:
        """What is added to the threshold that was fitted to the corpus."""
        return {"cautious": 0.1, "balanced": 0.0, "generous": -0.1}[self]


def sufficiency(read: ReadQuestion, hits: Sequence[Hit]) -> float:
    """How far the best of the hits may answer: near 0 by accident, 1 when it covers the question.

    A weighted sum of shares of the question's idf weight: its score's, its terms', what its score
    leads by over the tenth best, and that of the words that the corpus has never seen.
    """
    if not hits:
        return 0.0
    read = asked_of(read, hits[0])
    shares = {
        "strength": _strength(read, hits[0]),
        "coverage": read.coverage(hits[0].matched),
        "lead": _lead(read, hits),
        "unseen": read.unseen,
    }
    return sum(_WEIGHTS[name] * share for name, share in shares.items())


def _lead(read: ReadQuestion, hits: Sequence[Hit]) -> float:
    """What the best leads by; where there is no tenth, which tells nothing, half its strength."""
    strength = _strength(read, hits[0])
    return strength / 2 if len(hits) < _LED else strength - _strength(read, hits[_LED - 1])


def asked_of(read: ReadQuestion, hit: Hit) -> ReadQuestion:
    """What a passage has to answer: no time, when it was published in the one that is named."""
    return read.dateless if hit.in_time else read


def _strength(read: ReadQuestion, hit: Hit) -> float:
    """The score as a share of the question's weight, without BM25's constant factor.

    What only orders passages, words that it has instead of those asked for too, is no evidence.
    """
    score = hit.score - sum(hit.parts.get(part, 0.0) for part in _NO_EVIDENCE)
    return score / (K1 + 1) / read.total if read.total else 0.0


def enough(read: ReadQuestion, hits: Sequence[Hit], threshold: float = ENOUGH) -> bool:
    """True when the first of the hits, the best, may answer the question."""
    return bool(hits) and sufficiency(read, hits) >= threshold


def companions(
    read: ReadQuestion, hits: Sequence[Hit], share: float = _COMPANION_SHARE
) -> list[Hit]:
    """The best hit and those worth showing after it: they cover such a share of what it covers."""
    read = asked_of(read, hits[0]) if hits else read
    least = share * max((_covered(read, hit) for hit in hits), default=0.0)
    return [hit for hit in hits if _covered(read, hit) >= least]


def _covered(read: ReadQuestion, hit: Hit) -> float:
    """The mean of two shares of the question's idf weight: the score's and the found terms'."""
    return (_strength(read, hit) + read.coverage(hit.matched)) / 2


def same_quote(one: str, other: str) -> bool:
    """True when two texts are the same quote but for spelling and small words.

    They must agree in nine of ten words, and nothing that changes what is said may differ: no
    number, negation, denial, hedge or quantity, no name, and no word replaced by another.
    """
    (first, folded), (second, others) = _words(one), _words(other)
    if folded == others:
        return bool(first)
    if 2 * min(len(first), len(second)) / (len(first) + len(second)) < _SAME_QUOTE:
        return False  # more they cannot agree
    if Indel.normalized_similarity(folded, others, score_cutoff=_SAME_QUOTE) == 0:
        return False
    for edit in Levenshtein.opcodes(folded, others):
        if edit.tag == "equal":
            continue
        left = first[edit.src_start : edit.src_end]
        right = second[edit.dest_start : edit.dest_end]
        if edit.tag == "replace" and not _same_words(left, right):
            return False
        if edit.tag != "replace" and any(map(_weighty, left + right)):
            return False
    return True


@lru_cache(maxsize=512)
def _words(text: str) -> tuple[list[str], list[str]]:
    """The words of a text, and the same folded; each of a question's passages is met often."""
    words = _WORDS.findall(text)
    return words, [_folded(word) for word in words]


def _same_words(left: Sequence[str], right: Sequence[str]) -> bool:
    """True for other spellings of the same words ("organization", "organisation")."""
    return all(
        not _weighty(one)
        and not _weighty(other)
        and Levenshtein.normalized_similarity(one, other) >= _SAME_WORD
        for one, other in zip(left, right, strict=True)
    )


def _weighty(word: str) -> bool:
    folded = _folded(word)
    return (
        folded in _GUARDED
        or folded.endswith("n't")
        or word[0].isupper()
        or any(letter.isdigit() for letter in word)
    )


def spread(documents: Sequence[int], at_most: int, among: int) -> list[int]:
    """Which of the ranked items to keep so that among the first ``among`` at most ``at_most``
    are of one document; ``documents[i]`` is item ``i``'s. Returns their indices, best first.

    Items over the measure move behind the first ``among``; when there are not that many
    others, they are left out.
    """
    first: list[int] = []
    rest: list[int] = []
    for index, document in enumerate(documents):
        taken = sum(documents[kept] == document for kept in first)
        (first if len(first) < among and taken < at_most else rest).append(index)
    return first + rest if len(first) == among else first
