"""One engine, one step, in a process of its own: ``python -m benchmarks.speed.measuring ...``."""

import argparse
import json
import resource
import statistics
import threading
import time
from collections.abc import Sequence
from pathlib import Path

_STARTED = time.perf_counter()  # before any engine or NumPy is imported

_SECONDS = 4.0  # a slow engine is asked fewer questions
_FEW = 20  # questions for one that takes minutes for all


def resident() -> dict[str, float]:
    """Megabytes held now: of the process's own, and mapped from files."""
    try:
        text = Path("/proc/self/smaps_rollup").read_text("utf-8")
    except OSError:  # not Linux
        return {"resident_mb": peak()}
    kb = {line.split(":")[0]: line.split()[1] for line in text.splitlines()[1:]}
    total, own = int(kb["Rss"]) / 1024, int(kb["Anonymous"]) / 1024
    return {"resident_mb": total, "own_mb": own, "mapped_mb": total - own}


def peak() -> float:
    """The most megabytes that the process ever held."""
    try:  # getrusage's figure is inherited from the parent
        text = Path("/proc/self/status").read_text("utf-8")
        return int(text.split("VmHWM:")[1].split()[0]) / 1024
    except (OSError, IndexError):  # not Linux
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def build(engine: str, corpus_folder: Path, folder: Path) -> dict[str, float]:
    from benchmarks.speed.peers import ENGINES, size
    from benchmarks.speed.terms import Corpus

    corpus, made = Corpus.load(corpus_folder), ENGINES[engine]()
    before = peak()
    made.prepare(corpus)
    started = time.perf_counter()
    made.build(corpus, folder)
    seconds = time.perf_counter() - started
    return {
        "build_s": seconds,
        "build_peak_mb": peak() - before,
        "disk_mb": size(folder) / 2**20,
    }


def ask(engine: str, corpus_folder: Path, folder: Path) -> dict[str, float]:
    questions = json.loads((corpus_folder / "questions.json").read_text("utf-8"))[1]
    from benchmarks.speed.peers import ENGINES

    asked = ENGINES[engine]()
    asked.open(folder)
    asked.ask(questions[0])
    answered = time.perf_counter()
    asked.open(folder)  # once more, now that every module is imported
    facts = {
        "cold_ms": (answered - _STARTED) * 1000,
        "open_ms": (time.perf_counter() - answered) * 1000,
    }
    asked.warm()
    now = time.perf_counter()
    for question in questions:  # once before it counts: a bot runs for weeks
        asked.ask(question)
        if time.perf_counter() - now > _SECONDS / 2:
            break
    for askers in (1, 4, 16):
        facts |= _latency(asked.ask, questions, askers)
    for terms in (1, 2, 4, 8, 16, 32):
        facts[f"terms_{terms}_ms"] = _by_terms(asked.ask, questions, terms)
    return facts | resident()


def few(engine: str, corpus_folder: Path, folder: Path) -> dict[str, float]:
    """The median of a few questions, for an engine that is opened and asked for minutes."""
    questions = json.loads((corpus_folder / "questions.json").read_text("utf-8"))[1]
    from benchmarks.speed.peers import ENGINES

    asked, taken = ENGINES[engine](), []
    asked.open(folder)
    for question in questions[:: len(questions) // _FEW]:
        started = time.perf_counter()
        asked.ask(question)
        taken.append((time.perf_counter() - started) * 1000)
    return {"p50_1": statistics.median(taken)} | resident()


def _latency(asking, questions: Sequence[Sequence[int]], askers: int) -> dict[str, float]:  # type: ignore[no-untyped-def]
    """Percentiles in milliseconds with that many askers at once."""
    times: list[list[float]] = [[] for _ in range(askers)]
    deadline = time.perf_counter() + _SECONDS

    def one(number: int) -> None:
        for question in questions[number::askers]:
            started = time.perf_counter()
            asking(question)
            ended = time.perf_counter()
            times[number].append((ended - started) * 1000)
            if ended > deadline:
                return

    threads = [threading.Thread(target=one, args=(number,)) for number in range(askers)]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - started
    every = sorted(taken for own in times for taken in own)
    cuts = statistics.quantiles(every, n=100) if len(every) > 1 else every * 99
    return {
        f"p50_{askers}": cuts[49],
        f"p95_{askers}": cuts[94],
        f"p99_{askers}": cuts[98],
        f"per_second_{askers}": len(every) / seconds,
    }


def _by_terms(asking, questions: Sequence[Sequence[int]], terms: int) -> float:  # type: ignore[no-untyped-def]
    """The median for questions of exactly that many terms, cut from the longest ones."""
    longest = sorted(questions, key=len, reverse=True)
    pool = [term for question in longest[:200] for term in question]
    taken = []
    deadline = time.perf_counter() + _SECONDS / 4
    for first in range(100):
        cut = list(dict.fromkeys(pool[first * 13 : first * 13 + 2 * terms]))[:terms]
        started = time.perf_counter()
        asking(cut)
        taken.append((time.perf_counter() - started) * 1000)
        if time.perf_counter() > deadline:
            break
    return statistics.median(taken)


_STEPS = {"build": build, "ask": ask, "few": few}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=list(_STEPS))
    parser.add_argument("engine")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    step = _STEPS[options.step]
    print(json.dumps(step(options.engine, options.corpus, options.folder)))


if __name__ == "__main__":
    main()
