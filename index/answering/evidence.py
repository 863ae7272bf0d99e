"""Evidence: is this enough to answer, and which hits are the same quote?"""

from collections.abc import Sequence

from index.arrays.weights import K1
from index.question.reading import ReadQuestion
from index.ranking.hits import Hit
from index.ranking.parts import NO_EVIDENCE

# All measured: docs/decisions/ranking.md, "Not answering".
ENOUGH = 0.6  # the sufficiency from which a passage may answer, in most corpora
NEAR = 0.25  # that from which it is shown as one that comes close
_COMPANION_SHARE = 0.6  # of the best passage's, that a further one must reach
_WEIGHTS = {"strength": 0.4, "coverage": 0.4, "lead": 0.4, "unseen": -0.2}
_LED = 10  # the lead is over this rank


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
    score = hit.score - sum(hit.parts.get(part, 0.0) for part in NO_EVIDENCE)
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
