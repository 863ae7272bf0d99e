"""Ideas for the ranking that were not kept, each beside all that was."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from unittest.mock import patch

import numpy as np

from benchmarks.quality_ideas import IDEAS, Idea
from benchmarks.quality_parts import measured_halves
from benchmarks.quality_rules import RULES, reworded
from index import relating, rescoring
from index.candidates import Candidates, Floats
from index.collection import Collection, indexed
from index.ranker import K1
from index.rescoring import Rescorer
from index.served import Served
from index.snapshot import Snapshot

_WEIGHTS = (0.1, 0.3, 1.0)
_DEPTHS = (50, 100, 400)
_RELATED: Mapping[str, Mapping[str, object]] = {
    "names for names": {"_names": lambda _, rows: np.zeros(len(rows), np.bool_)},
    "cosine .3": {"_RELATED": 0.3},
    "cosine .6": {"_RELATED": 0.6},
    "at most 8": {"_MOST": 8},
    "at most 32": {"_MOST": 32},
    "64 dimensions": {"_DIMENSIONS": 64},
    "256 dimensions": {"_DIMENSIONS": 256},
    "no power iteration": {"_ROUNDS": 0},
    "one power iteration": {"_ROUNDS": 1},
    "other random vectors": {"_SEED": 1},
    "others again": {"_SEED": 2},
    "of 1,000 passages": {"_PASSAGES": 1_000},
}


async def tried(collections: Sequence[Collection], data: Path, every: int) -> None:
    """Print a table: what each idea adds to the nDCG@10 of both halves of each collection.

    Of the weights tried for a part, the one that is best on all even halves together is shown.
    """
    heads = [f"{each.name} {half}" for each in collections for half in ("even", "odd")]
    print("nDCG@10 of questions by their place in the file; what each idea adds to it\n")
    print("| idea | weight |", " | ".join(heads), "|")
    print("|---|---|" + "---|" * len(heads))
    chosen: list[float] = []
    gains: dict[tuple[str, float], list[float]] = {}
    for collection in collections:
        async with indexed(collection.texts, data / collection.name) as (served, _):
            base = await _halves(collection, served, every)
            chosen += base
            for name, weight, trial in _trials(served):
                with trial:
                    found = await _halves(collection, served, every)
                gains.setdefault((name, weight), []).extend(np.subtract(found, base).tolist())
    print("| all that was kept | |", " | ".join(f"{value:.3f}" for value in chosen), "|")
    for name in dict.fromkeys(name for name, _ in gains):
        weights = {weight: values for (other, weight), values in gains.items() if other == name}
        best = max(weights, key=lambda weight: sum(weights[weight][::2]))
        _row(name, f"{best:g}" if best else "", weights[best])
    for name, rule in RULES.items():
        changes: list[float] = []
        for number, collection in enumerate(collections):
            other = reworded(collection, rule)
            async with indexed(other.texts, data / f"{collection.name} {name}") as (served, _):
                found = await _halves(other, served, every)
            changes += np.subtract(found, chosen[2 * number : 2 * number + 2]).tolist()
        _row(name, "", changes)


def _row(name: str, weight: str, gains: Sequence[float]) -> None:
    print(f"| {name} | {weight} |", " | ".join(f"{gain:+.3f}" for gain in gains), "|", flush=True)


async def _halves(collection: Collection, served: Served, every: int) -> list[float]:
    halves = await measured_halves(collection, served, every)
    return [float(quality.values["nDCG@10"].mean()) for quality in halves]


def _trials(served: Served) -> Iterator[tuple[str, float, AbstractContextManager[object]]]:
    """Each idea, its weight, and a context in which it is in force."""
    for depth in _DEPTHS:
        yield f"second stage to depth {depth}", 0.0, patch.object(rescoring, "DEPTH", depth)
    for name, changed in _RELATED.items():
        yield f"related words: {name}", 0.0, _relating(served.snapshot, changed)
    for name, idea in IDEAS.items():
        for weight in _WEIGHTS:
            yield name, weight, _added(idea, weight)


@contextmanager
def _added(idea: Idea, weight: float) -> Iterator[None]:
    """Let the second stage have one more part."""
    kept = Rescorer.parts

    def parts(self: Rescorer, found: Candidates) -> dict[str, Floats]:
        return kept(self, found) | {"tried": (K1 + 1) * weight * idea(found)}

    with patch.object(Rescorer, "parts", parts):
        yield


@contextmanager
def _relating(snapshot: Snapshot, changed: Mapping[str, object]) -> Iterator[None]:
    """Learn the related terms with other settings."""
    with patch.dict(vars(relating), changed):
        related = relating.related_terms(snapshot)
    with patch.object(snapshot, "related", related):
        yield
