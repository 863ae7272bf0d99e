"""Hits as passages: as few as are needed read together, proven, and the same quote only once."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from index.answering.alike import may_be_same
from index.answering.quoting import Candidate
from index.answering.same_quote import same_quote
from index.answering.served_version import Served
from index.cutting.passage import Passage
from index.ranking.hits import Hit
from index.store.rows import StoredDocument
from index.store.store import Store


class Found(NamedTuple):
    """A hit with its words, and the store's row of its document, which is not read yet."""

    hit: Hit
    passage: Passage
    row: int


Group = Sequence[Hit]
"""Hits that are the same quote, of one document each, best first."""

Choice = Callable[[Sequence[Group]], Sequence[Group]]


def fetched(hits: Sequence[Hit], served: Served, store: Store) -> list[Found]:
    """The hits with their passages, in order; what cannot be proven left out."""
    places = [served.snapshot.place(hit.passage) for hit in hits]
    passages = store.passages_at(places)
    return [
        Found(hit, passages[place], place[0])
        for hit, place in zip(hits, places, strict=True)
        if place in passages
    ]


def chosen(
    hits: Sequence[Hit], choose: Choice, served: Served, store: Store, *, grouped: bool = True
) -> list[Candidate]:
    """Those that ``choose`` takes, each in a document that was read whole and proven.

    Only these are read, and those that may be the same quote as another. Where one cannot be
    proven, the choice is made again without it, or without its whole document.
    """
    found: dict[int, Found] = {}
    hits = list(hits)
    while True:
        taken = choose(_grouped(hits, found, served, store) if grouped else [[hit] for hit in hits])
        if not _read([hit for group in taken for hit in group], hits, found, served, store):
            continue
        rows = {found[hit.passage].row for group in taken for hit in group}
        documents = store.documents(rows)
        if rows <= documents.keys():
            return [_candidate(group, found, documents) for group in taken]
        lost = rows - documents.keys()
        hits = [hit for hit in hits if served.snapshot.place(hit.passage)[0] not in lost]


def _read(
    wanted: Sequence[Hit], hits: list[Hit], found: dict[int, Found], served: Served, store: Store
) -> bool:
    """Have the wanted ones ``found``; true when all are. Those that cannot be are taken out."""
    unread = [hit for hit in wanted if hit.passage not in found]
    found.update((each.hit.passage, each) for each in fetched(unread, served, store))
    lost = {hit.passage for hit in unread} - found.keys()
    hits[:] = [hit for hit in hits if hit.passage not in lost]
    return not lost


def _candidate(
    group: Group, found: Mapping[int, Found], documents: Mapping[int, StoredDocument]
) -> Candidate:
    first, *others = (
        Candidate(each.hit, each.passage, documents[each.row])
        for each in (found[hit.passage] for hit in group)
    )
    return Candidate(first.hit, first.passage, first.document, tuple(others))


def _grouped(
    hits: list[Hit], found: dict[int, Found], served: Served, store: Store
) -> list[list[Hit]]:
    """The hits, a quote in several documents only once, with the others that carry it.

    Those that may be the same as another are read for this.
    """
    if not hits:
        return []
    alike = may_be_same([hit.passage for hit in hits], served.snapshot)
    doubtful = (alike.sum(axis=1) > 1).tolist()
    pairs = {
        hit.passage: {hits[other].passage for other in alike[at].nonzero()[0].tolist()}
        for at, hit in enumerate(hits)
        if doubtful[at]
    }
    _read([hit for hit in hits if hit.passage in pairs], hits, found, served, store)
    kept: list[list[Hit]] = []
    for hit in hits:
        group = next((group for group in kept if _same(group[0], hit, pairs, found)), None)
        if group is None:
            kept.append([hit])
        elif found[group[0].passage].row != found[hit.passage].row:
            group.append(hit)
    return kept


def _same(one: Hit, other: Hit, pairs: Mapping[int, set[int]], found: Mapping[int, Found]) -> bool:
    return other.passage in pairs.get(one.passage, ()) and same_quote(
        found[one.passage].passage.text, found[other.passage].passage.text
    )
