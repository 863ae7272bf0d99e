"""Hits as passages: read together, proven, and the same quote only once."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from index.answering.quoting import Candidate, quote_of
from index.answering.same_quote import same_quote
from index.answering.served_version import Served
from index.answers import Quote
from index.question.reading import ReadQuestion
from index.ranking.hits import Filter, Hit
from index.store.store import Store

_REPRINTS = 30  # passages looked at for those that are the same quote
_RAREST = 8  # terms of a passage that such a one shares


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


async def recalled(numbers: Sequence[int], served: Served, store: Store) -> tuple[Quote, ...]:
    """Passages by number, as quotes without a question; those that cannot be proven left out."""
    nothing = ReadQuestion("", (), (), {}, ())
    known = [number for number in numbers if 0 <= number < served.snapshot.meta.passages]
    candidates = await fetched([Hit(number, 0.0, ()) for number in known], served, store)
    whole = [await _with_reprints(candidate, served, store) for candidate in candidates]
    return tuple(quote_of(candidate, nothing, served.analyzer) for candidate in whole)


async def _with_reprints(candidate: Candidate, served: Served, store: Store) -> Candidate:
    """The candidate with the other documents in which the same quote stands.

    Nine of ten words are the same there, so that some of its rarest terms find them.
    """
    passage = candidate.passage
    terms = list(dict.fromkeys(served.analyzer.terms(passage.text, passage.stated_dates)))
    rarity = dict(zip(terms, served.snapshot.idf(terms).tolist(), strict=True))
    rarest = sorted(terms, key=lambda term: -rarity[term])[:_RAREST]
    hits = await served.ranker.rank(rarest, Filter(), _REPRINTS)
    others = await grouped([h for h in hits if h.passage != candidate.hit.passage], served, store)
    return replace(
        candidate,
        also=tuple(each for each in others if same_quote(passage.text, each.passage.text)),
    )


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
