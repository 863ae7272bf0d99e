"""Reprints: the other documents in which a passage stands, wherever they rank for the question."""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from index.answering.fetching import Found, chosen, fetched
from index.answering.quoting import Candidate, quote_of
from index.answering.same_quote import same_quote
from index.answering.served_version import Served
from index.answers import Quote
from index.question.reading import ReadQuestion
from index.ranking.hits import Filter, Hit
from index.store.rows import StoredDocument
from index.store.store import Store

_MOST = 100  # passages looked at for those that are the same quote
_RAREST = 8  # terms of a passage that such a one shares
_SHARED = 0.5  # of these, at the least: nine of ten words are the same there


async def with_reprints(
    candidates: Sequence[Candidate], held: Filter, served: Served, store: Store
) -> list[Candidate]:
    """The candidates, each with all documents among the ``held`` that carry the same quote."""
    alike = [await _alike(candidate, held, served) for candidate in candidates]
    hits = {hit.passage: hit for found in alike for hit in found}
    others = {each.hit.passage: each for each in await fetched([*hits.values()], served, store)}
    same = await asyncio.to_thread(
        lambda: [
            _same(candidate, [others[hit.passage] for hit in found if hit.passage in others])
            for candidate, found in zip(candidates, alike, strict=True)
        ]
    )
    documents = await store.documents({each.row for found in same for each in found})
    return [
        replace(candidate, also=(*candidate.also, *_proven(found, documents)))
        for candidate, found in zip(candidates, same, strict=True)
    ]


def _proven(found: Sequence[Found], documents: Mapping[int, StoredDocument]) -> Iterator[Candidate]:
    for each in found:
        if each.row in documents:
            yield Candidate(each.hit, each.passage, documents[each.row])


async def recalled(numbers: Sequence[int], served: Served, store: Store) -> tuple[Quote, ...]:
    """Passages by number, as quotes without a question; those that cannot be proven left out."""
    nothing = ReadQuestion("", (), (), {}, ())
    known = [number for number in numbers if 0 <= number < served.snapshot.meta.passages]
    found = await fetched([Hit(number, 0.0, ()) for number in known], served, store)
    candidates = await chosen(found, lambda each: each, store)
    whole = await with_reprints(candidates, Filter(), served, store)
    return tuple(quote_of(candidate, nothing, served.analyzer) for candidate in whole)


async def _alike(candidate: Candidate, held: Filter, served: Served) -> list[Hit]:
    """Passages that share some of the rarest terms, of other documents than are known already."""
    passage = candidate.passage
    terms = list(dict.fromkeys(served.analyzer.terms(passage.text, passage.stated_dates)))
    rarity = dict(zip(terms, served.snapshot.idf(terms).tolist(), strict=True))
    rarest = sorted(terms, key=lambda term: -rarity[term])[:_RAREST]
    known = {each.hit.passage for each in (candidate, *candidate.also)}
    return [
        hit
        for hit in await served.ranker.rank(rarest, held, _MOST)
        if hit.passage not in known and len(hit.matched) >= _SHARED * len(rarest)
    ]


def _same(candidate: Candidate, others: Sequence[Found]) -> list[Found]:
    """Those that are the same quote, one of each document that is not known to carry it."""
    known = {each.document.row for each in (candidate, *candidate.also)}
    found: dict[int, Found] = {}
    for other in others:
        if other.row not in known and same_quote(candidate.passage.text, other.passage.text):
            found[other.row] = other
    return [*found.values()]
