"""Hits as passages: read together, proven, and the same quote only once."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace

from corpus.values import dataclass
from index.answering.quoting import Candidate
from index.answering.same_quote import same_quote
from index.answering.served_version import Served
from index.cutting.passage import Passage
from index.ranking.hits import Hit
from index.store.store import Store


@dataclass(frozen=True, slots=True)
class Found:
    """A hit with its words, and the store's row of its document, which is not read yet.

    ``also`` are lower-ranked ones of other documents that are the same quote.
    """

    hit: Hit
    passage: Passage
    row: int
    also: tuple["Found", ...] = ()

    @property
    def rows(self) -> set[int]:
        """The rows of all documents in which the quote stands."""
        return {self.row, *(also.row for also in self.also)}


Choice = Callable[[Sequence[Found]], Sequence[Found]]


async def fetched(hits: Sequence[Hit], served: Served, store: Store) -> list[Found]:
    """The hits with their passages, in order; what cannot be proven left out."""
    places = [served.snapshot.place(hit.passage) for hit in hits]
    passages = await store.passages_at(places)
    return [
        Found(hit, passages[place], place[0])
        for hit, place in zip(hits, places, strict=True)
        if place in passages
    ]


async def chosen(found: Sequence[Found], choose: Choice, store: Store) -> list[Candidate]:
    """Those that ``choose`` takes, each in a document that was read whole and proven.

    Where one cannot be proven, it is chosen again without all of that document.
    """
    while True:
        taken = await asyncio.to_thread(choose, found)
        rows = {row for each in taken for row in each.rows}
        documents = await store.documents(rows)
        if rows <= documents.keys():
            return [
                Candidate(
                    each.hit,
                    each.passage,
                    documents[each.row],
                    tuple(Candidate(a.hit, a.passage, documents[a.row]) for a in each.also),
                )
                for each in taken
            ]
        found = [each for each in found if each.row not in rows - documents.keys()]


def grouped(found: Sequence[Found]) -> list[Found]:
    """The same quote in several documents standing once, with the others."""
    kept: list[Found] = []
    for each in found:
        for index, earlier in enumerate(kept):
            if same_quote(earlier.passage.text, each.passage.text):
                if earlier.row != each.row:
                    kept[index] = replace(earlier, also=(*earlier.also, each))
                break
        else:
            kept.append(each)
    return kept
