"""One engine, one step, in a process of its own: ``python -m benchmarks.speed.measuring ...``."""

import argparse
import json
import resource
import statistics
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.speed.peers.engine import Engine
    from benchmarks.speed.terms import Questions

_STARTED = time.perf_counter()  # before any engine or NumPy is imported

USED = 75  # as deep as the program asks (index.ranking.second_stage.DEPTH)
LIMITS = (10, USED)
_SECONDS = 1.0  # of each kind; a slow engine is asked fewer questions
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
    kinds: Questions = json.loads((corpus_folder / "questions.json").read_text("utf-8"))[1]
    questions = [question for kind in zip(*kinds.values(), strict=False) for question in kind]
    from benchmarks.speed.peers import ENGINES

    asked = ENGINES[engine]()
    asked.open(folder)
    asked.ask(questions[0], USED)
    answered = time.perf_counter()
    asked.open(folder)  # once more, now that every module is imported
    facts = {
        "cold_ms": (answered - _STARTED) * 1000,
        "open_ms": (time.perf_counter() - answered) * 1000,
    }
    asked.warm()
    for limit in LIMITS:
        for kind, own in kinds.items():
            _taken(asked, own, limit, _SECONDS / 2)  # once before it counts: a bot runs for weeks
            cuts = _cuts(_taken(asked, own, limit, _SECONDS))
            facts |= {f"p{at}_{kind}_{limit}": cuts[at - 1] for at in (50, 95, 99)}
    for askers in (4, 16):
        facts |= _together(asked, questions, askers)
    for terms in (1, 2, 4, 8, 16, 32):
        facts[f"terms_{terms}_us"] = _by_terms(asked, kinds, terms)
    facts |= resident()
    asked.close()
    return facts


def few(engine: str, corpus_folder: Path, folder: Path) -> dict[str, float]:
    """The median of a few questions, for an engine that is opened and asked for minutes."""
    kinds: Questions = json.loads((corpus_folder / "questions.json").read_text("utf-8"))[1]
    from benchmarks.speed.peers import ENGINES

    asked, facts = ENGINES[engine](), {}
    asked.open(folder)
    for kind, questions in kinds.items():
        taken = _taken(asked, questions[:_FEW], USED, _SECONDS)
        facts[f"p50_{kind}_{USED}"] = statistics.median(taken)
    return facts | resident()


def check(engine: str, corpus_folder: Path, folder: Path) -> dict[str, float]:
    """How near an engine's answers are to the exact best."""
    from benchmarks.speed.exact import share
    from benchmarks.speed.peers import ENGINES
    from benchmarks.speed.terms import Corpus

    corpus, asked = Corpus.load(corpus_folder), ENGINES[engine]()
    asked.open(folder)
    asked.warm()
    facts = {"exact": 100 * share(asked, corpus, corpus_folder, USED)}
    asked.close()
    return facts


def _taken(
    asked: "Engine", questions: Sequence[Sequence[int]], limit: int, most: float
) -> list[float]:
    """Microseconds of the processor that each question takes, until ``most`` seconds are over."""
    taken, deadline = [], time.perf_counter() + most
    for question in questions:
        started = asked.processor()
        asked.ask(question, limit)
        taken.append((asked.processor() - started) * 1e6)
        if time.perf_counter() > deadline:
            break
    return taken


def _together(asked: "Engine", questions: Sequence[Sequence[int]], askers: int) -> dict[str, float]:
    """Percentiles in milliseconds of the wall clock with that many askers at once."""
    if not asked.shared:
        return {}
    times: list[list[float]] = [[] for _ in range(askers)]
    deadline = time.perf_counter() + _SECONDS

    def one(number: int) -> None:
        for question in questions[number::askers]:
            started = time.perf_counter()
            asked.ask(question, USED)
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
    every = [taken for own in times for taken in own]
    cuts = _cuts(every)
    return {
        f"p50_together_{askers}": cuts[49],
        f"p99_together_{askers}": cuts[98],
        f"per_second_{askers}": len(every) / seconds,
    }


def _cuts(values: list[float]) -> list[float]:
    return statistics.quantiles(values, n=100, method="inclusive") if values[1:] else values * 99


def _by_terms(asked: "Engine", kinds: "Questions", terms: int) -> float:
    """The median for questions of exactly that many terms, cut from the longest ones."""
    cut = [question[:terms] for question in list(kinds.values())[-1] if len(question) >= terms]
    return statistics.median(_taken(asked, cut[:100], USED, _SECONDS / 2))


_STEPS = {"build": build, "ask": ask, "few": few, "check": check}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=list(_STEPS))
    parser.add_argument("engine")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    step = _STEPS[options.step]
    facts = json.dumps(step(options.engine, options.corpus, options.folder))
    print(f"\n{facts}", flush=True)


if __name__ == "__main__":
    main()
