"""Questions asked of this code and of earlier commits in turns, so that the machine is the same.

Every question is a new one, asked once of each.
"""

import io
import json
import random
import shutil
import statistics
import subprocess
import sys
import tarfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.corpora import SHARED
from benchmarks.speed.questions import (
    asked_questions,
    misspelt,
    pasted_claims,
    phrases,
)

_HERE = Path(__file__).parents[2]
_FEW = 200  # speeches of the smaller corpus
_WARM = 25  # questions after which the search is compiled


@dataclass(frozen=True)
class _Asker:
    """A process that answers with one commit's code."""

    name: str
    process: "subprocess.Popen[str]"

    def ask(self, question: str | None) -> float:
        """Milliseconds of the processor that the answer takes; ``None`` waits for compiling."""
        assert self.process.stdin
        assert self.process.stdout
        print("" if question is None else json.dumps(question), file=self.process.stdin, flush=True)
        return float(self.process.stdout.readline())


def measure(commits: Sequence[str], folder: Path) -> None:
    """Print a table for all speeches and one for some of them."""
    speeches = sorted((SHARED / "ungd").glob("*.txt"))
    for many in (speeches, random.Random(_FEW).sample(speeches, _FEW)):
        corpus = folder / f"beside-{len(many)}"
        corpus.mkdir()
        for speech in many:
            shutil.copyfile(speech, corpus / speech.name)
        with ExitStack() as stack:
            names = [*commits, "now"]
            askers = [stack.enter_context(_asker(name, corpus, folder)) for name in names]
            _print(askers, corpus)


@contextmanager
def _asker(commit: str, corpus: Path, folder: Path) -> Iterator[_Asker]:
    code = _HERE if commit == "now" else folder / commit
    if not code.exists():
        packed = subprocess.run(
            ["git", "archive", commit],
            cwd=_HERE,
            check=True,
            capture_output=True,
        )
        with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
            archive.extractall(code, filter="data")
    script = Path(__file__).with_name("asker.py")
    command = [sys.executable, str(script), str(corpus), str(folder / f"{corpus.name}-{commit}")]
    with subprocess.Popen(
        command, cwd=code, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        process.stdout.readline()
        yield _Asker(commit, process)


def _print(askers: Sequence[_Asker], corpus: Path) -> None:
    asked = asked_questions()
    for question in (*asked[:_WARM], None):
        for asker in askers:
            asker.ask(question)
    kinds: Mapping[str, Sequence[str]] = {
        "asked": asked[_WARM:],
        "pasted claims": pasted_claims(corpus),
        "with a phrase": phrases(corpus),
        "misspelt": misspelt(corpus),
    }
    names = " | ".join(f"{asker.name}: p50 / p95 / most" for asker in askers)
    print(f"\n| processor, ms, {corpus.name.removeprefix('beside-')} speeches | {names} |")
    print("|---|" + "---:|" * len(askers))
    for kind, questions in kinds.items():
        taken: list[list[float]] = [[] for _ in askers]
        for number, question in enumerate(questions):
            turn = [*zip(askers, taken, strict=True)]
            for asker, times in reversed(turn) if number % 2 else turn:
                times.append(asker.ask(question))
        print(f"| {kind} | {' | '.join(map(_figures, taken))} |", flush=True)


def _figures(taken: Sequence[float]) -> str:
    cuts = statistics.quantiles(taken, n=100, method="inclusive")
    return f"{cuts[49]:.1f} / {cuts[94]:.1f} / {max(taken):.1f}"
