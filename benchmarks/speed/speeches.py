"""How long a large corpus of files takes: ``python -m benchmarks.speed speeches``.

The speeches of ``../shared/eval/ungd``, each copied with one word in sixty moved, are indexed in
one process and in processes for all cores, each time by a process of its own that is watched.
"""

import asyncio
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.speed.corpora import SHARED
from benchmarks.speed.measuring import peak

COUNT = 11_000
_ONE_IN = 60  # words
_SEED = 20_241_109
_LOOK = 0.05  # seconds between two looks at the workers' memory


def measure(count: int = COUNT) -> None:
    """Print a table of the seconds and megabytes that it takes."""
    with tempfile.TemporaryDirectory() as temporary:
        corpus = Path(temporary) / "corpus"
        size = copy_speeches(corpus, count)
        print(f"{count:,} speeches, {size / 1e6:.0f} MB")
        print("| | passages | wall, s | processor, s | peak MB | of each worker |")
        print("|---|---:|---:|---:|---:|---:|")
        for name, alone in (("one process", "1"), (f"{os.cpu_count()} workers", "0")):
            told = _watched(corpus, Path(temporary) / f"data{alone}", alone)
            cells = (
                f"{told['passages']:,.0f}",
                f"{told['wall_s']:.0f}",
                f"{told['processor_s']:.0f}",
                f"{told['peak_mb']:.0f}",
                f"{told['worker_mb']:.0f}" if told["worker_mb"] else "",
            )
            print(f"| {name} | {' | '.join(cells)} |")


def copy_speeches(folder: Path, count: int) -> int:
    """Write ``count`` altered speeches; returns their bytes together."""
    folder.mkdir(parents=True)
    speeches, generator, size = sorted((SHARED / "ungd").glob("*.txt")), random.Random(_SEED), 0
    for number in range(count):
        original = speeches[number % len(speeches)]
        words = original.read_text("utf-8", "replace").split(" ")
        for _ in range(len(words) // _ONE_IN):
            words.insert(
                generator.randrange(len(words)), words.pop(generator.randrange(len(words)))
            )
        size += (folder / f"{number:06}.txt").write_text(" ".join(words), "utf-8")
    return size


def _watched(corpus: Path, data: Path, alone: str) -> dict[str, float]:
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.speed.speeches", str(corpus), str(data), alone],
        stdout=subprocess.PIPE,
    )
    worker_mb = 0.0
    while process.poll() is None:
        worker_mb = max([worker_mb, *map(_peak_of, _children(process.pid))])
        time.sleep(_LOOK)
    out, _ = process.communicate()
    told: dict[str, float] = json.loads(out)
    return told | {"worker_mb": worker_mb}


def _children(pid: int) -> list[int]:
    """The processes that any thread of a process has started."""
    try:
        lists = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []
    return [int(child) for children in lists for child in children.split()]


def _peak_of(pid: int) -> float:
    try:
        text = Path(f"/proc/{pid}/status").read_text("utf-8")
        return int(text.split("VmHWM:")[1].split()[0]) / 1024
    except (OSError, IndexError):
        return 0.0


async def _index(corpus: Path, data: Path, *, alone: bool) -> None:
    from index.building.portions import Portions
    from index.library import Options, open_library

    options = Options(portions=Portions(processes=1 if alone else None))
    started = time.perf_counter()
    async with open_library(corpus=corpus, data=data, options=options) as library:
        report = await library.reindex(full=True)
    times = os.times()
    told = {
        "wall_s": time.perf_counter() - started,
        "processor_s": times.user + times.system + times.children_user + times.children_system,
        "peak_mb": peak(),
        "passages": report.passages,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    asyncio.run(_index(Path(sys.argv[1]), Path(sys.argv[2]), alone=sys.argv[3] == "1"))
