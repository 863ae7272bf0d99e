"""The second stage: the best passages by BM25, scored anew by the parts in ``parts``."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, compress

import numpy as np
from numpy.typing import NDArray

from index.arrays.snapshot import Snapshot
from index.arrays.weights import K1
from index.question.reading import ReadQuestion
from index.ranking.candidates import Candidates, Floats, Ints
from index.ranking.full_names import stands_for, without_given
from index.ranking.hits import Hit, Ranked
from index.ranking.kinds import untold_events
from index.ranking.parts import PARTS, Part

DEPTH = 75  # passages scored anew
_DEEPEST = 400  # and this many with those below them, where they are wanted

_DIGITS = 9  # beyond these, equal passages may differ by the order of additions


class Rescorer:
    """Scores the best hits of one version anew. Holds no state of a question."""

    def __init__(self, snapshot: Snapshot, parts: Sequence[Part] = PARTS) -> None:
        self._snapshot = snapshot
        self._parts = [part for part in parts if part.weight]

    def rescored(
        self, read: ReadQuestion, hits: Sequence[Hit], limit: int = 0, depth: int = DEPTH
    ) -> list[Hit]:
        """The best ``limit`` of the hits (0: all), the first ``depth`` in their new order.

        What lies outside the time that the question names stands behind all else, equal scores in
        passage order. Where more are wanted, those up to ``limit``
        (``_DEEPEST`` at most) follow in their own new order: what comes first does not depend on
        how many are wanted.
        """
        wanted = limit or len(hits)
        return [*chain.from_iterable(self.in_parts(read, hits, limit, depth))][:wanted]

    def in_parts(
        self, read: ReadQuestion, hits: Sequence[Hit], limit: int = 0, depth: int = DEPTH
    ) -> Iterator[Sequence[Hit]]:
        """The same in parts, each made when it is asked for, the last of them perhaps too long."""
        wanted, deepest = limit or len(hits), max(depth, min(limit, _DEEPEST))
        yield self._ordered(read, hits[:depth], wanted)
        yield self._ordered(read, hits[depth:deepest], wanted)
        yield hits[deepest:]

    def _ordered(self, read: ReadQuestion, hits: Sequence[Hit], wanted: int) -> list[Hit]:
        if not hits:
            return []
        passages, bm25 = _columns(hits)
        rows = self._snapshot.rows(list(read.weights))
        found = Candidates(self._snapshot, read, passages, rows)
        stands = stands_for(found)
        parts = self._scored(found, bm25, stands)
        scores = sum(parts.values(), np.zeros(len(hits)))
        names = list(parts)
        in_time, outside = found.in_time.tolist(), found.outside_time.tolist()
        kind = found.of_kind
        has_kind, beyond = kind.has.tolist(), kind.beyond.tolist()
        events = [word.text for word in read.words if word.events]
        untold = untold_events(found).tolist()
        near = (found.around[0] + found.in_title > 0).tolist()
        terms = list(read.weights)
        order = np.lexsort((passages, -np.round(scores, _DIGITS), found.behind))[:wanted]
        table = np.stack(list(parts.values()), axis=1)[order].tolist()
        return [
            Hit(
                hit.passage,
                score,
                tuple(dict.fromkeys((*hit.matched, *compress(terms, stands[i])))),
                dict(zip(names, values, strict=True)),
                in_time=in_time[i],
                outside=outside[i],
                nearby=frozenset(compress(terms, near[i])),
                of_kind=has_kind[i],
                kind_apart=beyond[i],
                untold=tuple(compress(events, untold[i])),
            )
            for i, hit, score, values in zip(
                order.tolist(), _chosen(hits, order), scores[order].tolist(), table, strict=True
            )
        ]

    def _scored(
        self, found: Candidates, bm25: Floats, stands: NDArray[np.bool_]
    ) -> dict[str, Floats]:
        """All parts of the scores; a name that another stands for counts as that one does."""
        given = np.logical_or.reduce(stands, axis=0)
        if not given.any():
            return {"bm25": bm25} | self.parts(found)
        plain, bm25 = without_given(found, given, bm25)
        named = (K1 + 1) * (stands @ found.weights)
        return {"bm25": bm25} | self.parts(plain) | {"full name": named}

    def parts(self, found: Candidates) -> dict[str, Floats]:
        """Each part's share of the candidates' scores."""
        return {part.name: (K1 + 1) * part.weight * part.score(found) for part in self._parts}


def _columns(hits: Sequence[Hit]) -> tuple[Ints, Floats]:
    """The passages of the hits and their scores."""
    if isinstance(hits, Ranked):
        return hits.passages.astype(np.intp), hits.scores
    return np.array([hit.passage for hit in hits]), np.array([hit.score for hit in hits])


def _chosen(hits: Sequence[Hit], order: NDArray[np.intp]) -> Iterable[Hit]:
    """The hits at these places, in their order."""
    return hits[order] if isinstance(hits, Ranked) else map(hits.__getitem__, order)
