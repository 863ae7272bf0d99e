"""Asking labelled questions, and what came of them."""

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.abstain import auroc
from benchmarks.quality.questions.labels import SPEECHES, Case, Labelled, corpus_folder
from index.answers import Answer, Caution, Question, Quote
from index.library import Library, Options, open_library

_SEEN = 3  # passages that a reader looks at
COLUMNS = (
    "answered",
    "shown",
    "first",
    "found",
    "near misses",
    "not answered",
    "AUROC",
)


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
