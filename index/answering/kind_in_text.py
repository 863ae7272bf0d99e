"""Whether the best passages have an age or a sum of money: not their words, their text tells it.

The index sees a number; "54" may be an age, a share or a day.
"""

from collections.abc import Sequence
from dataclasses import replace

from index.answering.served_version import Served
from index.question.asked_kind import AskedKind, says
from index.question.reading import ReadQuestion
from index.ranking.hits import Hit
from index.store.store import Store

_READ = 5  # passages, the best ones
_FOR_THE_KIND = ("asked kind", "kind sentence")  # parts of a score that a number alone has earned


def seen_in_text(
    read: ReadQuestion, hits: Sequence[Hit], served: Served, store: Store
) -> list[Hit]:
    """The hits; of the first ``_READ``, those whose text does not say such a thing are without it,
    and stand where they do without what its number was worth.
    """
    if not (hits and read.asks and read.asks.by_text):
        return list(hits)
    first, behind = hits[:_READ], hits[_READ:]
    places = [served.snapshot.place(hit.passage) for hit in first]
    texts = store.texts_at(places)
    looked = [
        _looked_at(hit, read.asks, texts.get(place, ""), read.language)
        for hit, place in zip(first, places, strict=True)
    ]
    return [*sorted(looked, key=lambda hit: (hit.outside, -hit.score)), *behind]


def _looked_at(hit: Hit, kind: AskedKind, text: str, language: str) -> Hit:
    if not hit.of_kind or says(kind, text, language) is not False:
        return hit
    earned = {part: hit.parts.get(part, 0.0) for part in _FOR_THE_KIND}
    parts = {**hit.parts, **dict.fromkeys(earned, 0.0)}
    return replace(hit, score=hit.score - sum(earned.values()), parts=parts, of_kind=False)
