"""How natural questions over small corpora fare: shown, first, or rightly not answered.

python -m benchmarks.quality.questions [--set FILE] [--speeches FOLDER] [--caution WORD] [--failed]

Asked are the set of the reference material (``../shared/cases/questions/labelled.json``) and ours
over the speeches (``speeches.json``), or those of ``--set``. Half of the questions
can be answered from their corpus; the others are near misses: the right people, the wrong event.
Rules are tuned on the even questions alone; the odd ones are for checking, so ``--failed`` never
lists them.
"""

import argparse
import asyncio
from collections.abc import Sequence
from pathlib import Path

from benchmarks.quality.questions.asking import COLUMNS, Met, measure, row
from benchmarks.quality.questions.labels import LABELLED, OURS, SPEECHES, Labelled, read_set
from index.answers import Caution


def _print_table(labelled: Labelled, met: Sequence[Met]) -> None:
    print(f"| {labelled.name} | {' | '.join(COLUMNS)} |")
    print("|---|" + "---:|" * len(COLUMNS))
    for name, some in (("all", met), ("even (tuning)", met[::2]), ("odd (held out)", met[1::2])):
        print(row(name, some))
    for heading in ("corpus", "kind"):
        for value in dict.fromkeys(getattr(each.case, heading) for each in met):
            if value:
                print(row(value, [e for e in met if getattr(e.case, heading) == value]))
    print()


def _print_failed(met: Sequence[Met]) -> None:
    for each in met[::2]:
        if each.failed:
            what = f"right one at {each.unrefused}" if each.case.answerable else "answered"
            print(f"- {each.case.corpus}: {each.case.question} ({what}, {each.coverage:.2f})")
    print()


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.quality.questions",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--set", type=Path, action="append", metavar="FILE", dest="sets")
    parser.add_argument("--speeches", type=Path, default=SPEECHES, metavar="FOLDER")
    parser.add_argument("--caution", type=Caution, choices=list(Caution), default=Caution.BALANCED)
    parser.add_argument("--failed", action="store_true", help="list what failed of the even ones")
    given = parser.parse_args(arguments)
    print(
        "answered, shown: a right passage among the first three of an answer; also of the closest"
    )
    print("first: a right passage is first; found: among the first three if nothing is refused\n")
    for labelled in map(read_set, given.sets or (LABELLED, OURS)):
        met = asyncio.run(measure(labelled, given.speeches, given.caution))
        _print_table(labelled, met)
        if given.failed:
            _print_failed(met)


if __name__ == "__main__":
    main()
