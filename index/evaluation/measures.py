"""Retrieval quality: a collection's questions asked as users ask them, and measured.

A document's rank is that of its best passage. What users see after ranking cannot change it:
the same quote in several documents stands where the first stands, and at most two passages of
one document among the first five move only passages whose document stands higher already.
"""

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from corpus.facts import Fact
from index.answering.evidence import enough
from index.answering.matching import ranked
from index.answering.served_version import Served
from index.answering.understanding import understood
from index.evaluation.collection import (
    DEPTH,
    Collection,
    EvaluationError,
    Run,
    indexed,
    read_collection,
)
from index.evaluation.peers import peers
from index.question.conditions import Wishes
from index.ranking.hits import Filter

_PASSAGES = 10 * DEPTH
# By our name: ir-measures' name
MEASURES = {
    "nDCG@10": "nDCG@10",
    "recall@5": "R@5",
    "recall@100": "R@100",
    "MRR@10": "RR@10",
    "success@1": "Success@1",
}
_RESAMPLES = 1_000
_SEED = 20_201_001


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over questions with its 95 % confidence interval (percentile bootstrap)."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Quality:
    """How well one system ranks one collection.

    ``values`` are those of each question, in the collection's order, by the measure's name.
    """

    system: str
    answered: int
    values: Mapping[str, NDArray[np.float64]]

    @property
    def questions(self) -> int:
        return len(next(iter(self.values.values())))

    @property
    def figures(self) -> dict[str, Figure]:
        """The mean of each measure."""
        return {name: figure(values) for name, values in self.values.items()}

    def lead(self, other: Self) -> dict[str, Figure]:
        """By how much it is ahead of another on the same questions, question by question."""
        return {name: figure(values - other.values[name]) for name, values in self.values.items()}


async def evaluate(
    folder: Path, *, abstain: bool, with_peers: bool = False, language: str = "english"
) -> tuple[Quality, ...]:
    """Index a collection in a temporary folder, ask its questions, and measure.

    Raises ``CollectionError``, ``EvaluationError`` and ``LanguageError``.
    """
    collection = read_collection(folder)
    with tempfile.TemporaryDirectory(prefix="verbatim-eval-") as data:
        async with indexed(collection.texts, Path(data), language) as (served, _):
            run = await run_questions(collection, served, abstain=abstain)
    measured = [measure("verbatim", run, collection)]
    if with_peers:
        measured += [
            measure(name, ask(collection), collection) for name, ask in peers(language).items()
        ]
    return tuple(measured)


async def run_questions(
    collection: Collection,
    served: Served,
    *,
    abstain: bool = False,
    questions: Iterable[str] | None = None,
) -> dict[str, list[str]]:
    """Ask the questions (all when none are named); unanswered ones get no document.

    Where none goes unanswered, what a phrase or a word left out keeps from users is ranked
    behind what it leaves.
    """
    texts = [collection.texts[int(holding.document)].id for _, holding in served.holdings]
    run: dict[str, list[str]] = {}
    for key in collection.questions if questions is None else questions:
        _, read, _ = understood(collection.questions[key], served)
        hits = ranked(read, Filter(), _PASSAGES, served)
        if abstain and not enough(read, hits, served.enough):
            hits = []
        if read.wishes.strict and not abstain:
            hits += ranked(replace(read, wishes=Wishes()), Filter(), _PASSAGES, served)
        documents = dict.fromkeys(
            int(served.snapshot.passage_document[hit.passage]) for hit in hits
        )
        run[key] = [texts[document] for document in documents][:DEPTH]
    return run


def measure(system: str, run: Run, collection: Collection) -> Quality:
    """The figures of a run over its questions; raises ``EvaluationError`` without ir-measures."""
    ids = {str(number): key for number, key in enumerate(run)}
    try:
        import ir_measures  # noqa: PLC0415 - an optional extra
    except ImportError:
        raise EvaluationError(
            "eval",
            Fact("needs the package {package}", package="ir-measures"),
            Fact("install it with pip install '.[eval]'"),
        ) from None
    measures = [ir_measures.parse_measure(name) for name in MEASURES.values()]
    judged = {key: dict(collection.relevant[question]) for key, question in ids.items()}
    scored = {
        key: {document: float(-rank) for rank, document in enumerate(run[question])}
        for key, question in ids.items()
    }
    values = {str(each): np.zeros(len(run)) for each in measures}
    for metric in ir_measures.iter_calc(measures, judged, scored):
        values[str(metric.measure)][int(metric.query_id)] = metric.value
    by_name = {name: values[str(each)] for name, each in zip(MEASURES, measures, strict=True)}
    return Quality(system, sum(map(bool, run.values())), by_name)


def figure(values: NDArray[np.float64]) -> Figure:
    """The mean of a measure over questions, and its interval."""
    questions = len(values)
    if not questions:
        return Figure(0.0, 0.0, 0.0)
    generator = np.random.default_rng(_SEED)
    means: NDArray[np.float64] = np.array(
        [values[generator.integers(questions, size=questions)].mean() for _ in range(_RESAMPLES)]
    )
    low, high = np.percentile(means, [2.5, 97.5])
    return Figure(float(values.mean()), float(low), float(high))
