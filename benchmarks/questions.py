"""How natural questions over small corpora fare: shown, first, or rightly not answered.

python -m benchmarks.questions [--set FILE] [--speeches FOLDER] [--caution balanced] [--failed]

Asked are the set of the reference material (``../shared/cases/questions/labelled.json``) and ours
over the speeches (``benchmarks/quality/questions``), or those of ``--set``. Half of the questions
can be answered from their corpus; the others are near misses: the right people, the wrong event.
Rules are tuned on the even questions alone; the odd ones are for checking, so ``--failed`` never
lists them.
"""

import argparse
import asyncio
import json
import re
import shutil
import tempfile
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality_abstain import auroc
from index.answers import Answer, Question, Quote
from index.evidence import Caution
from index.library import Library, Options, open_library

CHECKOUT = Path(__file__).resolve().parents[1]
SHARED = CHECKOUT.parent / "shared"
SPEECHES = SHARED / "eval" / "ungd"
OURS = CHECKOUT / "benchmarks" / "quality" / "questions" / "speeches.json"
LABELLED = SHARED / "cases" / "questions" / "labelled.json"
_SEEN = 3  # passages that a reader looks at
_FOLDERS = {"seeds": SHARED / "seeds", "shipped": CHECKOUT / "corpus" / "documents"}
_COLUMNS = (
    "answered",
    "shown",
    "first",
    "found",
    "near misses",
    "not answered",
    "AUROC",
)


@dataclass(frozen=True, slots=True)
class Case:
    """A question with the prefixes of the documents that answer it; a near miss has none.

    ``phrase`` is a pattern that a right passage holds, ``absent`` one that no speech does,
    which is how it was made sure that a near miss is one.
    """

    corpus: str
    question: str
    documents: tuple[str, ...] = ()
    phrase: str | None = None
    absent: str | None = None
    kind: str = ""

    @property
    def answerable(self) -> bool:
        return self.phrase is not None

    def answered_by(self, document: str, text: str) -> bool:
        """Whether a passage of the document with this text is a right one."""
        named = document.startswith(self.documents)
        return named and re.search(self.phrase or "(?!)", re.sub(r"\s+", " ", text)) is not None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A set of questions, and the files of each corpus that is not known by its name alone."""

    name: str
    cases: tuple[Case, ...]
    corpora: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Met:
    """What came of a question.

    ``place`` is the rank of the first right passage among those shown, ``unrefused`` among those
    that come when nothing is refused; 0 where there is none. ``coverage`` is the best passage's.
    """

    case: Case
    answered: bool
    place: int
    unrefused: int
    coverage: float

    @property
    def failed(self) -> bool:
        return self.answered if not self.case.answerable else not 0 < self.place <= _SEEN


def read_set(file: Path) -> Labelled:
    """Read a list of questions, or an object that has ``questions`` and ``corpora``."""
    held = json.loads(file.read_text("utf-8"))
    questions, corpora = (
        (held, {}) if isinstance(held, list) else (held["questions"], held["corpora"])
    )
    return Labelled(file.stem, tuple(map(_case, questions)), corpora)


def _case(entry: Mapping[str, str | None]) -> Case:
    return Case(
        corpus=entry["corpus"] or "",
        question=entry["question"] or "",
        documents=tuple((entry["document"] or "").split("|")) if entry["document"] else (),
        phrase=entry["phrase"],
        absent=entry.get("absent"),
        kind=entry.get("kind") or "",
    )


def corpus_folder(name: str, labelled: Labelled, speeches: Path, work: Path) -> Path:
    """The folder of a corpus: one that is there, or one of some speeches made in ``work``."""
    if name in labelled.corpora:
        given = (speeches / "sources.toml").read_text("utf-8")
        return _gathered(labelled.corpora[name], given, speeches, work / name)
    if name in _FOLDERS:
        return _FOLDERS[name]
    given = (LABELLED.parent / f"{name}-sources.toml").read_text("utf-8")
    return _gathered(list(tomllib.loads(given)), given, speeches, work / name)


def _gathered(names: Sequence[str], given: str, speeches: Path, folder: Path) -> Path:
    folder.mkdir(parents=True)
    for name in names:
        shutil.copy(speeches / name, folder)
    entries = [entry for entry in re.split(r"(?m)^(?=\[)", given) if entry.startswith("[")]
    kept = [entry for entry in entries if entry.split('"')[1] in names]
    (folder / "sources.toml").write_text("".join(kept), "utf-8")
    return folder


async def measure(
    labelled: Labelled, speeches: Path = SPEECHES, caution: Caution = Caution.BALANCED
) -> list[Met]:
    """Ask every question of its corpus; what came of them, in the order of the set."""
    met: dict[Case, Met] = {}
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        for name in dict.fromkeys(case.corpus for case in labelled.cases):
            folder = corpus_folder(name, labelled, speeches, work)
            options = Options(caution=caution)
            async with open_library(corpus=folder, data=work / "data", options=options) as library:
                await library.refresh()
                for case in (case for case in labelled.cases if case.corpus == name):
                    met[case] = await _ask(case, library)
    return [met[case] for case in labelled.cases]


async def _ask(case: Case, library: Library) -> Met:
    answer = await library.ask(Question(case.question))
    unrefused = shown(await library.ask(Question(case.question, abstain=False)))
    return Met(
        case,
        answered=outcome(answer) == "answered",
        place=_place(case, shown(answer)),
        unrefused=_place(case, unrefused),
        coverage=unrefused[0].coverage if unrefused else 0.0,
    )


def outcome(answer: Answer) -> str:
    """``answered``, ``closest`` or ``nothing``, the second only from answers that know it."""
    return str(getattr(answer, "outcome", "answered" if answer.answered else "nothing"))


def shown(answer: Answer) -> tuple[Quote, ...]:
    """The quotes that a reader sees: of the answer, else those that come closest."""
    closest: Iterable[Quote] = getattr(answer, "closest", ())  # until answers have three outcomes
    return answer.quotes or tuple(closest)


def _place(case: Case, quotes: Sequence[Quote]) -> int:
    for place, quote in enumerate(quotes, 1):
        also = [other.document for other in quote.also_in]
        if any(
            case.answered_by(document, quote.passage.text)
            for document in (quote.passage.document, *also)
        ):
            return place
    return 0


def row(name: str, met: Sequence[Met]) -> str:
    """A line of the table: counts, and how well coverage tells answerable from near misses."""
    right = [each for each in met if each.case.answerable]
    near = [each for each in met if not each.case.answerable]
    seen = [each for each in right if 0 < each.place <= _SEEN]
    cells = (
        f"{sum(each.answered for each in seen)}/{len(right)}",
        f"{len(seen)}/{len(right)}",
        f"{sum(each.place == 1 for each in right)}/{len(right)}",
        f"{sum(0 < each.unrefused <= _SEEN for each in right)}/{len(right)}",
        str(len(near)),
        f"{sum(not each.answered for each in near)}/{len(near)}",
        f"{auroc([r.coverage for r in right], [n.coverage for n in near]):.3f}",
    )
    return f"| {name} | {' | '.join(cells)} |"


def _print_table(labelled: Labelled, met: Sequence[Met]) -> None:
    print(f"| {labelled.name} | {' | '.join(_COLUMNS)} |")
    print("|---|" + "---:|" * len(_COLUMNS))
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
        prog="python -m benchmarks.questions",
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
