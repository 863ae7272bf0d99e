"""Speed and size beside the peers: ``python -m benchmarks.speed [--sizes 1000 ...]``.

``python -m benchmarks.speed whole`` measures the whole path of a question, a change and a start
instead, ``analysis`` how fast text becomes terms, ``speeches`` how long thousands of files take,
``memory`` what a hundred thousand questions leave, ``bot`` what a bot holds in memory.
Each engine builds and answers in processes of its own, on the same passages and ready terms: the
best 75, as deep as the program asks, and the best 10, of questions of four lengths.
Results go to ``docs/lab/performance.md`` between its markers, to
``docs/images/performance.png`` and to a JSON file.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.speed import exact
from benchmarks.speed.corpora import make
from benchmarks.speed.peers import ENGINES
from benchmarks.speed.report import Results, write

SIZES = (1_000, 10_000, 100_000)  # 300,000 and 1,000,000 are a quarter of an hour more
_WHAT = ("engines", "whole", "analysis", "speeches", "memory", "bot")
_BESIDE = ("a3b6e12", "2e5bb26")  # before whole answers were measured, and before sides
_SLOW = {"rank-bm25": 1_000, "SQLite FTS5": 100_000}  # beyond, asked 20 questions of each kind
_SLOWEST = {"rank-bm25": 100_000}  # beyond, not asked
_PACKAGES = (
    *("numpy", "numba", "pyterrier-pisa", "impact-index", "tantivy"),
    *("bm25s", "bm25q", "bm25-turbo", "rank-bm25"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", choices=_WHAT, default=_WHAT[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--engines", nargs="+", choices=list(ENGINES), default=list(ENGINES))
    parser.add_argument("--rounds", type=int, default=2, help="times that each engine answers")
    parser.add_argument("--quick", action="store_true", help="the two smallest sizes only")
    parser.add_argument("--json", type=Path, help="where the figures go as JSON")
    parser.add_argument("--no-docs", action="store_true", help="leave the docs alone")
    parser.add_argument("--documents", type=int, default=100_000, help="small ones, for `whole`")
    parser.add_argument("--beside", nargs="*", default=_BESIDE, help="commits, for `whole`")
    options = parser.parse_args()
    if options.what == "whole":
        from benchmarks.speed import whole

        whole.measure(options.documents, options.beside)
        return
    if options.what != "engines":
        from benchmarks.speed import analysis, bot, memory, speeches

        modules = {"analysis": analysis, "memory": memory, "speeches": speeches, "bot": bot}
        modules[options.what].measure()
        return
    sizes = sorted(options.sizes)[: 2 if options.quick else None]
    results = run(sizes, options.engines, options.rounds)
    text = json.dumps({"machine": machine(), "results": results}, indent=1)
    if options.json:
        options.json.write_text(text, "utf-8")
    print(text)
    if not options.no_docs:
        write(machine(), results)


def run(sizes: Iterable[int], engines: Iterable[str], rounds: int) -> Results:
    """Every engine at every size. In each round every engine answers once, so that a busy
    moment of the machine hits all alike, and its best figures count."""
    results: Results = {}
    present = [engine for engine in engines if not ENGINES[engine].missing()]
    with tempfile.TemporaryDirectory() as temporary:
        for size in sizes:
            folder = Path(temporary) / str(size)
            corpus = make(size)
            corpus.save(folder)
            exact.save(corpus, folder)
            facts: dict[str, float] = {
                "passages": size,
                "real": corpus.real,
                "postings": corpus.postings,
            }
            measured = results[str(size)] = {"corpus": facts}
            asked = [engine for engine in present if size <= _SLOWEST.get(engine, size)]
            for engine in asked:
                measured[engine] = _step("build", engine, folder)
                measured[engine] |= _step("check", engine, folder)
            for engine in [engine for engine in asked if size > _SLOW.get(engine, size)]:
                measured[engine] |= _step("few", engine, folder)
                asked.remove(engine)
            for _ in range(rounds):
                for engine in asked:
                    measured[engine] |= _better(measured[engine], _step("ask", engine, folder))
            shutil.rmtree(folder)
    return results


def _step(step: str, engine: str, corpus: Path) -> dict[str, float]:
    print(f"{corpus.name:>8} {engine} {step}", file=sys.stderr, flush=True)
    index = corpus / engine
    index.mkdir(exist_ok=True)
    command = [
        sys.executable,
        "-m",
        "benchmarks.speed.measuring",
        step,
        engine,
        str(corpus),
        str(index),
    ]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    last = [line for line in done.stdout.splitlines() if line.startswith("{")][-1]  # engines print
    facts: dict[str, float] = json.loads(last)
    return facts


def _better(before: dict[str, float], now: dict[str, float]) -> dict[str, float]:
    """The better of two rounds' figures, more being better for what is counted a second."""
    return {
        key: (max if key.startswith("per_second") else min)(value, before.get(key, value))
        for key, value in now.items()
    }


def machine() -> dict[str, str]:
    """What the figures were measured on, and which peers could not be."""
    reasons = {engine: ENGINES[engine].missing() for engine in ENGINES}
    absent = [f"{engine} ({reason})" for engine, reason in reasons.items() if reason]
    names = [
        line.split(":")[1].strip()
        for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        if line.startswith("model name")
    ]
    return {
        "processor": f"{len(names)} x {names[0]}" if names else platform.processor(),
        "system": f"{platform.system()} {platform.machine()}, Python {platform.python_version()}",
        "load": f"{os.getloadavg()[0]:.1f}",
        "packages": ", ".join(f"{name} {_version(name)}" for name in _PACKAGES),
        "not measured": ", ".join(absent) or "none",
    }


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"


if __name__ == "__main__":
    main()
