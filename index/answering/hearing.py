"""Whether somebody speaks whose words are asked for, in the passages that come first."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.answering.fetching import fetched
from index.answering.served_version import Served
from index.arrays.weights import K1
from index.question.reading import ReadQuestion
from index.ranking.hits import Hit
from index.ranking.parts import SPEAKER
from index.store.store import Store

# Measured: docs/lab/ranking.md, "Whose words".
_LISTENED = 5  # passages, the best ones
_WORTH = 0.05  # of the question's weight


def heard(read: ReadQuestion, hits: Sequence[Hit], served: Served, store: Store) -> list[Hit]:
    """The hits; where the question asks what somebody said, the passages of the first
    ``_LISTENED`` in which a name of that person speaks before others that are about as good.

    Nobody listens where the question names a source, whose own words its documents are.
    """
    if not (read.speaker and hits) or read.wishes.rows:
        return list(hits)
    first, behind = hits[:_LISTENED], hits[_LISTENED:]
    told = dict(_told(read, first, served, store))
    worth = _WORTH * (K1 + 1) * read.total
    listened = [
        replace(hit, score=hit.score + worth, parts={**hit.parts, SPEAKER: worth})
        if told.get(hit.passage)
        else replace(hit, speaks=hit.passage not in told)
        for hit in first
    ]
    return [*sorted(listened, key=lambda hit: (hit.outside, -hit.score)), *behind]


def _told(
    read: ReadQuestion, hits: Sequence[Hit], served: Served, store: Store
) -> Iterator[tuple[int, bool]]:
    """The passages that have such a name, and whether somebody of it speaks, or wrote them.

    That a passage does not even have the name is told against it as such.
    """
    from index.statements.naming import has_name, speaks_by_any  # noqa: PLC0415 - 0.01 s

    found = fetched(hits, served, store)
    authors = store.authors({each.row for each in found})
    for each in found:
        wrote = has_name(read.speaker, authors.get(each.row, ""))
        if wrote or has_name(read.speaker, each.passage.text):
            speaks = wrote or speaks_by_any(read.speaker, each.passage, served.language)
            yield each.hit.passage, speaks
