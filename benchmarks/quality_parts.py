"""Each part of the second stage switched off, and each alone, on both halves of the questions."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from index import rescoring
from index.collection import Collection, indexed
from index.evaluation import measure, run_questions
from index.served import Served

MEASURES = ("nDCG@10", "success@1")


async def parts(collections: Sequence[Collection], data: Path, every: int) -> None:
    """Print a table: a row for each setting, the even half and the odd half of each collection."""
    weights = dict(rescoring.WEIGHTS)
    settings: dict[str, Mapping[str, float]] = {
        "all parts": weights,
        "BM25 alone": dict.fromkeys(weights, 0.0),
        **{f"without {name}": {**weights, name: 0.0} for name in weights},
        **{
            f"only {name}": {**dict.fromkeys(weights, 0.0), name: weights[name]} for name in weights
        },
    }
    rows: dict[str, list[str]] = {name: [] for name in settings}
    for collection in collections:
        async with indexed(collection.texts, data / collection.name) as (served, _):
            for name, chosen in settings.items():
                with _weighing(chosen):
                    rows[name] += await halves(collection, served, every)
    heads = [f"{each.name} {half}" for each in collections for half in ("even", "odd")]
    print(f"{' / '.join(MEASURES)}, questions by their place in the file\n")
    print("| setting |", " | ".join(heads), "|")
    print("|---|" + "---|" * len(heads))
    for name, cells in rows.items():
        print(f"| {name} |", " | ".join(cells), "|")


async def halves(collection: Collection, served: Served, every: int) -> list[str]:
    """The measures of the even questions and of the odd ones."""
    cells = []
    for half in asked_in_halves(collection, every):
        run = await run_questions(collection, served, questions=half)
        figures = measure("", run, collection).figures
        cells.append(" / ".join(f"{figures[name].mean:.3f}" for name in MEASURES))
    return cells


def asked_in_halves(collection: Collection, every: int) -> tuple[list[str], list[str]]:
    """Every nth question's id, those of the even half and those of the odd one."""
    asked = list(collection.questions)[::every]
    return asked[::2], asked[1::2]


@contextmanager
def _weighing(weights: Mapping[str, float]) -> Iterator[None]:
    kept = dict(rescoring.WEIGHTS)
    rescoring.WEIGHTS.update(weights)
    try:
        yield
    finally:
        rescoring.WEIGHTS.update(kept)
