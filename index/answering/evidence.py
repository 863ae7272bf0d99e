"""Evidence: is this enough to answer, and which hits are the same quote?"""

from collections.abc import Mapping, Sequence

from index.answers import Against, Evidence
from index.arrays.weights import K1
from index.question.asked_words import Kind
from index.question.reading import ReadQuestion
from index.ranking.hits import Hit
from index.ranking.parts import NO_EVIDENCE

# All measured: docs/lab/ranking.md, "Not answering".
ENOUGH = 0.44  # the sufficiency from which a passage may answer, in most corpora
# What is added to it where words are cut short, or are syllables or pieces, so that a question
# finds more of itself by accident, or less.
MARGINS = {
    "hindi": 0.2, "thai": 0.15, "vietnamese": 0.22,
    "chinese": -0.1, "japanese": -0.1, "korean": -0.1,
}  # fmt: skip
NEAR = 0.0  # that from which it is shown as one that comes close
_COMPANION_SHARE = 0.6  # of the best passage's, that a further one must reach
_WEIGHTS = {
    "strength": 0.4,
    "coverage": 0.2,
    "lead": 0.4,
    "unseen": -0.3,
    "names": -0.6,
    "numbers": -0.3,
    "event": -0.2,
    "kind": -0.3,
    "apart": -0.5,
    "topic": -0.5,
    "speaker": -0.25,
}
# What tells of the matter comes close, but is no answer where it lacks what is asked.
_ANSWERING_WEIGHTS = _WEIGHTS | {"names": -1.2, "apart": -0.6}
# Nothing holds all of a text pasted whole: what tells is how far the best is ahead.
_PASTED_WEIGHTS = {"strength": 0.4, "lead": 0.8, "names": -0.2, "numbers": -0.2}
_NAME_ALONE = 2.5  # of the event's weight, more against a name alone in a very small corpus
_NOT_TOLD = 1.0  # of the event's weight, where no word tells of what is said to happen
_NOTHING_ELSE = 3.5  # times the kind's weight, where one thing alone is asked about
_LOOKED = 2.5  # times the same, of a kind for which the text itself was looked through
_TOLD = 0.03  # what speaks less than that against a passage is not told
_LED = 10  # the lead is over this rank


def sufficiency(read: ReadQuestion, hits: Sequence[Hit]) -> float:
    """How far the best of the hits may answer: near 0 by accident, 1 when it covers the question.

    A weighted sum of the ``shares``.
    """
    return _summed(_answering(read), shares(read, hits)) if hits else 0.0


def closeness(read: ReadQuestion, hits: Sequence[Hit]) -> float:
    """How near the best of the hits comes to what is asked about, whether it answers or not.

    The same sum with less against a passage that tells of the matter, but not what is asked.
    """
    return _close(read, shares(read, hits)) if hits else 0.0


def _close(read: ReadQuestion, found: Mapping[str, float]) -> float:
    """Looked through or not, a text that lacks the kind asked for comes as close as any other."""
    kind = min(found["kind"], 1.0) if read.asks_more else found["kind"]
    return _summed(_weights(read), {**found, "kind": kind})


def _summed(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    return sum(weight * found[name] for name, weight in weights.items())


def _weights(read: ReadQuestion) -> Mapping[str, float]:
    return _PASTED_WEIGHTS if read.wishes.is_pasted else _WEIGHTS


def _answering(read: ReadQuestion) -> Mapping[str, float]:
    return _PASTED_WEIGHTS if read.wishes.is_pasted else _ANSWERING_WEIGHTS


def shares(read: ReadQuestion, hits: Sequence[Hit]) -> dict[str, float]:
    """What speaks for the best hit and against it, as shares of the question's idf weight.

    For it: its score's share, its terms', and what its score leads by over the tenth best. Against
    it: words that the corpus has never seen, names that neither it nor the passages around it have,
    numbers and dates that it lacks, and, of the weight of all other words, which say what happened,
    the square of the share that it lacks, more where a small corpus, to which they tell little, has
    the name alone, and as much again where no word tells of what is said to happen. ``kind`` is 1
    when it has nothing of the kind that is asked for, and more where nothing but a name or one word
    is asked about; ``apart`` is what its best sentence covers beyond the best one that has such a
    thing (nothing where one word is asked for, which the passage may go on to call "they").
    ``topic`` is the share that it lacks of what the question wants something said about, and
    ``speaker`` is 1 when it has the name of whoever's words are asked for, and nobody of it speaks.
    """
    best, plain = hits[0], asked_of(read, hits[0])
    matched, nearby = read.held_of(best.matched), read.held_of(best.nearby)
    read = plain.weighing(matched)
    covered, coverage = plain.coverage(best.matched), read.coverage(matched)
    share = coverage / covered if covered else 1.0
    told = {*matched, *read.told(best.untold)}
    other = read.weight_of(Kind.OTHER)
    lacking = read.weight_of(Kind.OTHER, told) / other if other else 0.0
    untold = any(word.events and not told.intersection(word.terms) for word in read.words)
    name_alone = lacking == 1 and read.weight_of(Kind.NAME, matched) < read.weight_of(Kind.NAME)
    return {
        "strength": share * _strength(plain, best),
        "coverage": coverage,
        "lead": share * _lead(plain, hits),
        "unseen": read.unseen,
        "names": read.weight_of(Kind.NAME, {*matched, *nearby}) / (read.total or 1.0),
        "numbers": read.weight_of(Kind.NUMBER, best.matched) / (read.total or 1.0),
        "event": lacking**2 * (1 + _NAME_ALONE * read.smallness * name_alone)
        + (_NOT_TOLD if untold else 0.0),
        "kind": 0.0 if best.of_kind else _kind_lacked(plain),
        "apart": best.kind_apart / plain.total if len(read.weights) > 1 else 0.0,
        "topic": read.share_lacking(read.topic, best.matched),
        "speaker": 0.0 if best.speaks else 1.0,
    }


def _kind_lacked(read: ReadQuestion) -> float:
    if not read.asks_more:
        return _NOTHING_ELSE
    return _LOOKED if read.asks and read.asks.by_text else 1.0


def weighed_up(read: ReadQuestion, hits: Sequence[Hit], least: float, near: float) -> Evidence:
    """The evidence of the best hit, told. It reaches ``near`` where it comes close."""
    found, weights = shares(read, hits), _answering(read)
    costs = {Against(name): -each * found[name] for name, each in weights.items() if each < 0}
    against = sorted(costs, key=costs.__getitem__, reverse=True)
    if Against.KIND in against and costs[Against.KIND]:
        against.remove(Against.APART)  # what it lacks altogether stands nowhere apart
    told = tuple(each for each in against if costs[each] >= _TOLD)
    reached = _summed(weights, found)
    if _close(read, found) >= near or _has_names(read, hits[0]):
        reached = max(reached, near)
    return Evidence(reached, least, near, told)


def _has_names(read: ReadQuestion, best: Hit) -> bool:
    if read.wishes.is_pasted:
        return False
    matched = read.held_of(best.matched)
    read = read.weighing(matched)
    names = read.weight_of(Kind.NAME)
    return names > 0 and read.weight_of(Kind.NAME, matched) < names / 2


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
    covered = [_covered(read, hit) for hit in hits]
    least = share * max(covered, default=0.0)
    return [hit for hit, its in zip(hits, covered, strict=True) if its >= least]


def _covered(read: ReadQuestion, hit: Hit) -> float:
    """The mean of two shares of the question's idf weight: the score's and the found terms'."""
    return (_strength(read, hit) + read.coverage(hit.matched)) / 2
