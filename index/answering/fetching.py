"""Hits as passages: read together, proven, and the same quote only once."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from index.answering.quoting import Candidate
from index.answering.same_quote import same_quote
from index.answering.served_version import Served
from index.ranking.hits import Hit
from index.store.store import Store


async def fetched(hits: Sequence[Hit], served: Served, store: Store) -> list[Candidate]:
    """The hits with their passages and documents, in order; what cannot be proven left out."""
    places = [served.snapshot.place(hit.passage) for hit in hits]
    documents = await store.documents({row for row, _ in places})
    passages = await store.passages_at(places, documents)
    return [
        Candidate(hit, passages[place], documents[place[0]])
        for hit, place in zip(hits, places, strict=True)
        if place in passages
    ]


async def grouped(hits: Sequence[Hit], served: Served, store: Store) -> list[Candidate]:
    """The same, the same quote in several documents standing once, with the others."""
    return await asyncio.to_thread(_grouped, await fetched(hits, served, store))


def _grouped(candidates: Sequence[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
    for candidate in candidates:
        for index, earlier in enumerate(kept):
            if same_quote(earlier.passage.text, candidate.passage.text):
                if earlier.document.row != candidate.document.row:
                    kept[index] = replace(earlier, also=(*earlier.also, candidate))
                break
        else:
            kept.append(candidate)
    return kept
