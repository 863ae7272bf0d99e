"""What each part of the ranking is worth, and how well an answer is told from none.

python -m benchmarks.quality parts FOLDER...      each part of the second stage off, and alone
python -m benchmarks.quality abstain FOLDER...    answerable against unanswerable questions

Folders are collections in BEIR layout. Tables are Markdown, as docs/ranking.md shows them.
"""

import argparse
import asyncio
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.quality_abstain import abstain
from benchmarks.quality_parts import parts
from index.collection import read_collection


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("what", choices=("parts", "abstain"))
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="ask every Nth question")
    parser.add_argument("--data", type=Path, help="keep the indexes here for the next run")
    given = parser.parse_args(arguments)
    collections = [read_collection(folder) for folder in given.folders]
    work = {"parts": parts, "abstain": abstain}[given.what]
    with tempfile.TemporaryDirectory() as made:
        asyncio.run(work(collections, given.data or Path(made), given.every))


if __name__ == "__main__":
    main()
