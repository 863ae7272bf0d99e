"""What the ranking loses without some of its parts together, on many collections.

    python -m benchmarks.quality.joint FOLDER... --off runs --off "runs, like words" [--every N]

A FOLDER is named as for ``benchmarks.quality``; FOLDER=german is read as German.
Printed is the change of the mean nDCG@10 on all its questions, and its worst.
"""

import argparse
import asyncio
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.quality.sets import collection_named
from index.answering.served_version import Served
from index.evaluation.collection import Collection, indexed
from index.evaluation.measures import measure, run_questions
from index.ranking.parts import PARTS


def without(names: str) -> frozenset[str]:
    """The parts that a setting such as ``runs, like words`` switches off.

    Raises:
        argparse.ArgumentTypeError: the ranking has no part of that name.
    """
    found = frozenset(name.strip() for name in names.split(","))
    if unknown := found - {part.name for part in PARTS}:
        raise argparse.ArgumentTypeError(f"no part of the ranking: {', '.join(sorted(unknown))}")
    return found


async def changes(
    name: str, off: Sequence[frozenset[str]], every: int, data: Path
) -> tuple[float, list[float]]:
    """The nDCG@10 with all parts, and how much it changes without each of ``off``."""
    folder, _, language = name.partition("=")
    collection = collection_named(folder)
    async with indexed(collection.texts, data, language or "english") as (served, _):
        whole = await _mean(collection, served, every)
        parts = [tuple(part for part in PARTS if part.name not in names) for names in off]
        less = [await _mean(collection, replace(served, parts=each), every) for each in parts]
    return whole, [mean - whole for mean in less]


async def _mean(collection: Collection, served: Served, every: int) -> float:
    asked = list(collection.questions)[::every]
    run = await run_questions(collection, served, questions=asked)
    return float(measure("", run, collection).values["nDCG@10"].mean())


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quality.joint",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--off", type=without, action="append", required=True)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="ask every Nth question")
    given = parser.parse_args()
    off: list[frozenset[str]] = given.off
    print("| collection | nDCG@10 |", " | ".join(", ".join(sorted(each)) for each in off), "|")
    print("|---|" + "---|" * (len(off) + 1))
    worst = [0.0] * len(off)
    for name in given.folders:
        with tempfile.TemporaryDirectory() as data:
            whole, moved = asyncio.run(changes(name, off, given.every, Path(data)))
        worst = [min(pair) for pair in zip(worst, moved, strict=True)]
        cells = " | ".join(f"{change:+.4f}" for change in moved)
        print(f"| {name.rsplit('/', 1)[-1]} | {whole:.4f} | {cells} |", flush=True)
    print("| **worst** | |", " | ".join(f"**{change:+.4f}**" for change in worst), "|")


if __name__ == "__main__":
    main()
