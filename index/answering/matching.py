"""The passages that match a question, best first: those that have its phrases, and who speaks."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from index.answering.fetching import fetched
from index.answering.served_version import Served
from index.question.conditions import Wishes
from index.question.reading import ReadQuestion
from index.question.times import AskedTime
from index.ranking.hits import Filter, Hit
from index.ranking.phrases import strict_hits
from index.ranking.second_stage import DEPTH
from index.store.store import Store

_TEXTS_READ = 2_000  # at the most, for a phrase that the index cannot tell from its words
_TEXTS_HELD = 100  # in memory meanwhile


def matching(
    read: ReadQuestion,
    only: Filter,
    limit: int,
    served: Served,
    store: Store,
    *,
    who: str | None = None,
) -> list[Hit]:
    """``ranked``, but only passages whose text has the phrases, and none that is unwanted.

    Where ``who`` is named, only passages in which somebody of that name speaks.
    """
    if not (read.wishes.phrases or read.wishes.unwanted or who):
        return ranked(read, only, limit, served)
    holding: list[Hit] = []
    with store.looking_through():
        for hits in _in_pieces(_ranked_in_parts(read, only, _TEXTS_READ, served)):
            found = _holding(read.wishes, hits, served, store)
            holding += _spoken_by(who, found, served, store) if who else found
            if len(holding) >= limit:
                break
    return holding[:limit]


def _in_pieces(parts: Iterable[Sequence[Hit]]) -> Iterator[Sequence[Hit]]:
    for part in parts:
        for start in range(0, len(part), _TEXTS_HELD):
            yield part[start : start + _TEXTS_HELD]


def _holding(wishes: Wishes, hits: Sequence[Hit], served: Served, store: Store) -> list[Hit]:
    """Those whose text has the phrases, and none that is unwanted."""
    if not (wishes.phrases or wishes.unwanted):
        return list(hits)
    places = [served.snapshot.place(hit.passage) for hit in hits]
    texts = store.texts_at(places)
    return [
        hit
        for hit, at in zip(hits, places, strict=True)
        if at in texts and wishes.held_by(texts[at])
    ]


def _spoken_by(who: str, hits: Sequence[Hit], served: Served, store: Store) -> list[Hit]:
    """Those in which somebody of that name speaks."""
    from index.statements.naming import speaks  # noqa: PLC0415 - 0.01 s, for few questions

    found = fetched(hits, served, store)
    return [each.hit for each in found if speaks(who, each.passage, served.language)]


def ranked(read: ReadQuestion, only: Filter, limit: int, served: Served) -> list[Hit]:
    """At most ``limit`` passages that share a term with the question, best first."""
    return [*chain.from_iterable(_ranked_in_parts(read, only, limit, served))][:limit]


def _ranked_in_parts(
    read: ReadQuestion, only: Filter, limit: int, served: Served
) -> Iterator[Sequence[Hit]]:
    """The same in parts: few questions need more than the first."""
    hits = _retrieved(read, only, max(limit, DEPTH), served)
    if not read.wishes.time.words:
        return served.rescorer.in_parts(read, hits, limit)
    then = _retrieved(read, _in_time(read.wishes.time, only, served), DEPTH, served)
    first = {hit.passage for hit in then}
    hits = [*then, *(hit for hit in hits if hit.passage not in first)]
    return served.rescorer.in_parts(read, hits, limit, len(then) + DEPTH)


def _retrieved(read: ReadQuestion, only: Filter, depth: int, served: Served) -> Sequence[Hit]:
    """The best by BM25 of those that may answer."""
    if read.wishes.demands:
        allowed = served.ranker.allowed(only)
        return strict_hits(read, served.snapshot, served.analyzer, allowed, depth)
    return served.ranker.rank(read.terms, only, depth)


def _in_time(time: AskedTime, only: Filter, served: Served) -> Filter:
    """The same filter, but only documents that were published in the time."""
    rows = served.snapshot.documents[time.documents(served.snapshot)].tolist()
    return only.among(frozenset(rows))
