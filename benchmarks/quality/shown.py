"""What a user sees of a ranking: how many passages beside the first, and how soon."""

import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.answering import evidence
from index.answering.matching import ranked
from index.answering.understanding import understood
from index.evaluation.collection import Collection, indexed
from index.ranking.hits import Filter
from index.ranking.second_stage import DEPTH

_SHOWN = 5
_WANTED = 30  # passages that a user's question asks for, to show five
_SHARES = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8)


async def companions(collections: Sequence[Collection], data: Path, every: int) -> None:
    """Print how many of five passages stay and how often a relevant text's is among them."""
    print("| collection | share | passages even | found even | passages odd | found odd |")
    print("|---|---|---|---|---|---|")
    for collection in collections:
        kept: dict[float, list[tuple[int, bool]]] = {share: [] for share in _SHARES}
        async with indexed(collection.texts, data / collection.name) as (served, _):
            ids = [collection.texts[int(holding.document)].id for _, holding in served.holdings]
            place = served.snapshot.passage_document
            for key in list(collection.questions)[::every]:
                _, read, _ = understood(collection.questions[key], served)
                hits = ranked(read, Filter(), _SHOWN, served)[:_SHOWN]
                for share in _SHARES:
                    shown = evidence.companions(read, hits, share)
                    found = {ids[place[hit.passage]] for hit in shown}
                    kept[share].append((len(shown), bool(found & collection.relevant[key].keys())))
        for share, counts in kept.items():
            cells = [
                f"{value:.{digits}f}"
                for half in (np.array(counts)[::2], np.array(counts)[1::2])
                for value, digits in zip(half.mean(axis=0), (2, 3), strict=True)
            ]
            print(f"| {collection.name} | {share} |", " | ".join(cells), "|")


async def seconds(collections: Sequence[Collection], data: Path, every: int) -> None:
    """Print what the second stage takes: by the clock, and of the thread's processor time.

    Where the two differ, other processes had the processor.
    """
    print("| collection | ms p50 | p95 | p99 | processor p50 | p95 | p99 |")
    print("|---|---|---|---|---|---|---|")
    for collection in collections:
        async with indexed(collection.texts, data / collection.name) as (served, _):
            reads = [understood(q, served)[1] for q in list(collection.questions.values())[::every]]
            hits = [served.ranker.rank_now(read.terms, Filter(), DEPTH) for read in reads]
            taken = []
            for read, first in 2 * list(zip(reads, hits, strict=True)):
                clock, own = time.perf_counter(), time.thread_time()
                served.rescorer.rescored(read, first, _WANTED)
                taken.append((time.perf_counter() - clock, time.thread_time() - own))
        warm = np.array(taken[len(reads) :]) * 1000
        cells = [
            f"{value:.2f}" for column in warm.T for value in np.percentile(column, (50, 95, 99))
        ]
        print(f"| {collection.name} |", " | ".join(cells), "|")
