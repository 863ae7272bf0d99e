"""The whole path: ``python -m benchmarks.speed whole [--documents 100000] [--beside COMMIT]``.

A question from its text to its quotes, with its parts; pasted claims; a command as a process; one
changed document; many small documents. On the speeches of ``../shared/eval/ungd``. Times are the
processor's, of all processes and threads, so that a busy machine lengthens them little.
"""

import asyncio
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.speed import beside
from benchmarks.speed.corpora import SHARED
from benchmarks.speed.questions import SENTENCE, asked_questions, misspelt, pasted_claims, phrases
from corpus.reader import Reader
from index.answering.asking import answer
from index.answering.fetching import fetched
from index.answering.served_version import Served
from index.answering.understanding import understood
from index.answers import Question
from index.evaluation.collection import indexed_by
from index.ranking.hits import Filter, Hit
from index.ranking.second_stage import DEPTH
from index.store.store import Store

_WARM = 25
_STARTS = 5
_SEED = 20_261_128


def measure(documents: int, commits: Sequence[str] = ()) -> None:
    """Print the tables; ``documents`` is how many small ones are made, 0 for none.

    Questions are asked of earlier ``commits`` too.
    """
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        corpus = folder / "speeches"
        shutil.copytree(SHARED / "ungd", corpus, copy_function=shutil.copyfile)
        print("| processor, s | full build | one document changed | none |\n|---|---:|---:|---:|")
        changes(corpus, folder / "data")
        print("\n| processor, ms | p50 | p95 | p99 | most |\n|---|---:|---:|---:|---:|")
        asyncio.run(questions(corpus, folder / "asked"))
        if commits:
            beside.measure(commits, folder)
        print("\n| command, processor, s | speeches |\n|---|---:|")
        starts(corpus, folder / "data")
        if documents:
            many = folder / "many"
            make_many(many, documents)
            print(f"\n| command, processor, s | {documents:,} documents |\n|---|---:|")
            print(f"| index --full | {command(many, folder / 'data', 'index', '--full'):.1f} |")
            starts(many, folder / "data")


def changes(corpus: Path, data: Path) -> None:
    """How long an index takes: built, with one document changed, with none."""
    full = command(corpus, data, "index", "--full")
    first = min(corpus.glob("*.txt"))
    first.write_text(first.read_text("utf-8") + "\nThe harbour stays open.\n", "utf-8")
    one = command(corpus, data, "index")
    none = command(corpus, data, "index")
    print(f"| speeches | {full:.1f} | {one:.2f} | {none:.2f} |")


def starts(corpus: Path, data: Path) -> None:
    """How long commands take as processes, on an index that is built."""
    for line in (["ask", "Who spoke of peace in the region?"], ["status"], ["sources"], ["--help"]):
        taken = [command(corpus, data, *line) for _ in range(_STARTS)]
        print(f"| {' '.join(line)} | {statistics.median(taken):.2f} |")


def command(corpus: Path, data: Path, *line: str) -> float:
    """Seconds of the processor that a command takes."""
    places = () if "--help" in line else ("--corpus", str(corpus), "--data", str(data))
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        [sys.executable, "-m", "bot", *line, *places],
        check=False,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    if done.returncode not in (0, 1):  # 1: not answered
        raise RuntimeError(f"verbatim {' '.join(line)} ended with {done.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


async def questions(corpus: Path, data: Path) -> None:
    """How long questions take from end to end, and each part of them."""
    async with indexed_by(Reader(corpus, max_bytes=20_000_000), data) as (served, store):
        asked = asked_questions()
        for text in asked[:_WARM]:
            answer(Question(text), served, store)
        kinds = {"asked": asked[_WARM:], "pasted claims": pasted_claims(corpus)}
        kinds |= {"with a phrase": phrases(corpus), "misspelt": misspelt(corpus)}
        for name, texts in kinds.items():
            whole = []
            for text in texts:
                started = time.process_time()
                answer(Question(text), served, store)
                whole.append(time.process_time() - started)
            told(f"**{name}, whole**", whole)
            for part, seconds in (await _parts(texts, served, store)).items():
                told(f"{name}: {part}", seconds)


async def _parts(texts: Iterable[str], served: Served, store: Store) -> dict[str, list[float]]:
    parts: dict[str, list[float]] = {}

    def took(name: str, started: float) -> None:
        parts.setdefault(name, []).append(time.process_time() - started)

    for text in texts:
        started = time.process_time()
        _, read, _ = understood(text, served)
        took("read, spellings looked up", started)
        started = time.process_time()
        hits: Sequence[Hit] = served.ranker.rank_now(read.terms, Filter(), DEPTH)
        took(f"BM25, best {DEPTH}", started)
        started = time.process_time()
        hits = served.rescorer.rescored(read, hits, 30)
        took("second stage", started)
        started = time.process_time()
        fetched(hits, served, store)
        took("thirty passages from SQLite", started)
    return parts


def told(name: str, seconds: Sequence[float]) -> None:
    """One row of a table."""
    cuts = statistics.quantiles(seconds, n=100, method="inclusive")
    values = (*(cuts[at] for at in (49, 94, 98)), max(seconds))
    print(f"| {name} | {' | '.join(f'{value * 1000:.1f}' for value in values)} |", flush=True)


def make_many(folder: Path, count: int) -> None:
    """Small documents of two sentences with a title, a publisher and a day, a thousand a folder."""
    chance = random.Random(_SEED)
    speeches = sorted((SHARED / "ungd").glob("*.txt"))[:200]
    sentences = [
        " ".join(sentence.split())
        for speech in speeches
        for sentence in SENTENCE.split(speech.read_text("utf-8", "replace"))
        if 60 < len(sentence) < 250
    ]
    for number in range(count):
        place = folder / f"{number // 1000:04}" / f"{number:07}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        day = f"20{10 + number % 15}-0{1 + number % 9}-1{number % 9}"
        stated = f'title: "Note {number}"\npublisher: "Wire {number % 500}"\npublished: {day}'
        head = f"---\n{stated}\n---\n"
        place.write_text(head + " ".join(chance.sample(sentences, 2)) + "\n", "utf-8")
