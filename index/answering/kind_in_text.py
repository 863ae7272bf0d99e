"""Whether the best passage has an age or a sum of money: not its words tell that, its text does.

The index sees a number; "54" may be an age, a share or a day.
"""

from collections.abc import Sequence
from dataclasses import replace

from index.answering.served_version import Served
from index.question.asked_kind import says
from index.question.reading import ReadQuestion
from index.ranking.hits import Hit
from index.store.store import Store


def seen_in_text(
    read: ReadQuestion, hits: Sequence[Hit], served: Served, store: Store
) -> list[Hit]:
    """The hits, the first of them without a thing of the kind that its text does not say."""
    if not (hits and hits[0].of_kind and read.asks and read.asks.by_text):
        return list(hits)
    place = served.snapshot.place(hits[0].passage)
    text = store.texts_at([place]).get(place, "")
    said = says(read.asks, text, read.language) is not False
    return [replace(hits[0], of_kind=said), *hits[1:]]
