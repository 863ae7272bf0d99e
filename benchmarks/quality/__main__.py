"""What each part of the ranking is worth, and how well an answer is told from none.

python -m benchmarks.quality parts FOLDER...       each part of the second stage off, and alone
python -m benchmarks.quality abstain FOLDER...     answerable against unanswerable questions
python -m benchmarks.quality companions FOLDER...  how many passages are shown
python -m benchmarks.quality seconds FOLDER...     what the second stage takes
python -m benchmarks.quality typos FOLDER...       one typo in each question, respelt and not
python -m benchmarks.quality times FOLDER...       questions that name a time

Folders are collections in BEIR layout; FOLDER:sentences has each sentence as a document (for
collections with answers), FOLDER:untitled no titles. Tables are Markdown, as docs/lab/ranking.md
shows them.
"""

import argparse
import asyncio
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.quality.abstain import abstain
from benchmarks.quality.parts import parts
from benchmarks.quality.sets import collection_named
from benchmarks.quality.shown import companions, seconds
from benchmarks.quality.times import times
from benchmarks.quality.typos import typos

_WORK = {each.__name__: each for each in (parts, abstain, companions, seconds, typos, times)}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quality",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", choices=_WORK)
    parser.add_argument("folders", nargs="+")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="ask every Nth question")
    parser.add_argument("--data", type=Path, help="keep the indexes here for the next run")
    given = parser.parse_args(arguments)
    collections = [collection_named(folder) for folder in given.folders]
    with tempfile.TemporaryDirectory() as made:
        asyncio.run(_WORK[given.what](collections, given.data or Path(made), given.every))


if __name__ == "__main__":
    main()
