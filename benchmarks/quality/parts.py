"""Each part of the second stage switched off, and each alone, on both halves of the questions."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from index.answering.served_version import Served
from index.evaluation.collection import Collection, indexed
from index.evaluation.measures import Quality, measure, run_questions
from index.ranking.parts import PARTS, Part

MEASURES = ("nDCG@10", "success@1")


async def parts(collections: Sequence[Collection], data: Path, every: int) -> None:
    """Print a table: a row for each setting, the even half and the odd half of each collection."""
    settings: dict[str, tuple[Part, ...]] = {
        "all parts": PARTS,
        "BM25 alone": (),
        **{f"without {part.name}": tuple(p for p in PARTS if p is not part) for part in PARTS},
        **{f"only {part.name}": (part,) for part in PARTS},
    }
    rows: dict[str, list[str]] = {name: [] for name in settings}
    for collection in collections:
        async with indexed(collection.texts, data / collection.name) as (served, _):
            for name, chosen in settings.items():
                rows[name] += await halves(collection, replace(served, parts=chosen), every)
    heads = [f"{each.name} {half}" for each in collections for half in ("even", "odd")]
    print(f"{' / '.join(MEASURES)}, questions by their place in the file\n")
    print("| setting |", " | ".join(heads), "|")
    print("|---|" + "---|" * len(heads))
    for name, cells in rows.items():
        print(f"| {name} |", " | ".join(cells), "|")


async def halves(collection: Collection, served: Served, every: int) -> list[str]:
    """The measures of the even questions and of the odd ones."""
    return [
        " / ".join(f"{quality.values[name].mean():.3f}" for name in MEASURES)
        for quality in await measured_halves(collection, served, every)
    ]


async def measured_halves(collection: Collection, served: Served, every: int) -> list[Quality]:
    """The quality on the even half of every nth question, and on the odd one."""
    asked = list(collection.questions)[::every]
    return [
        measure("", await run_questions(collection, served, questions=half), collection)
        for half in (asked[::2], asked[1::2])
    ]
