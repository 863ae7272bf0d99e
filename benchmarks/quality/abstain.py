"""Answerable questions against unanswerable ones: what tells them apart, and where to stop.

From each collection the relevant texts of every second question are taken out before indexing,
of a collection with several texts to a title all texts of every second title. Where that leaves
few answerable questions, since they share their texts, each is asked twice instead, the second time
of all texts but its own. Questions of the other collections are unanswerable too, and further off.
"""

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from index.answering.evidence import sufficiency
from index.answering.matching import ranked
from index.answering.served_version import Served
from index.evaluation.collection import Collection, Text, indexed
from index.question.reading import read_question
from index.ranking.hits import Filter

_FEW = 100
_FOREIGN = 300  # questions of each other collection, at most
_FIRST = 5
_RANKED = 30
_THRESHOLDS = (0.5, 0.6, 0.7, 0.8)
_SHARES = (0.1, 0.25, 0.5, 0.75, 1.0)
_MEASURES = ("BM25 score", "coverage", "sufficiency")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question's ``_MEASURES``, and whether a relevant text is among its first five."""

    values: tuple[float, float, float]
    found: bool

    @property
    def sufficiency(self) -> float:
        return self.values[-1]


@dataclass(frozen=True, slots=True)
class Labelled:
    """The questions of one collection by whether they can be answered."""

    name: str
    answerable: list[Asked]
    taken_out: list[Asked]
    foreign: list[Asked]


async def abstain(collections: Sequence[Collection], data: Path, every: int) -> None:
    """Print how well each measure separates, by halves, and what each threshold does."""
    labelled = [await _label(each, collections, data, every) for each in collections]
    print("AUROC of answerable against unanswerable questions\n")
    print("| collection | unanswerable |", " | ".join(_MEASURES), "|")
    print("|---|---|---|---|---|")
    for each in labelled:
        for kind, others in (("taken out", each.taken_out), ("foreign", each.foreign)):
            for half, start in (("even", 0), ("odd", 1)):
                found = _separation(each.answerable[start::2], others[start::2])
                print(f"| {each.name} {half} | {kind} |", " | ".join(found), "|")
    print("\nSufficiency from which a question is answered\n")
    print("| collection | threshold | precision | recall | taken out, yet answered | foreign |")
    print("|---|---|---|---|---|---|")
    for each in labelled:
        for threshold in _THRESHOLDS:
            print(_threshold_row(each, threshold))
    print("\nRisk (answers without a relevant text among the first five) by share answered\n")
    print("| collection |", " | ".join(f"{share:.0%}" for share in _SHARES), "|")
    print("|---|" + "---|" * len(_SHARES))
    for each in labelled:
        print(_risk_row(each))


async def _label(
    collection: Collection, collections: Sequence[Collection], data: Path, every: int
) -> Labelled:
    gone = _taken_out(collection)
    texts = tuple(text for text in collection.texts if text.id not in gone)
    inside = [k for k in collection.questions if not gone & collection.relevant[k].keys()]
    outside = [k for k in collection.questions if collection.relevant[k].keys() <= gone]
    twice = len(inside) < _FEW
    if twice:
        texts, inside, outside = collection.texts, list(collection.questions), []
    async with indexed(texts, data / f"{collection.name}-half") as (served, _):
        wanted = [(collection.questions[k], collection.relevant[k].keys()) for k in inside]
        return Labelled(
            collection.name,
            [await _ask(text, served, texts, ok) for text, ok in wanted[::every]],
            [await _ask(text, served, texts, (), without=ok) for text, ok in wanted[::every]]
            if twice
            else [await _ask(collection.questions[k], served, texts) for k in outside[::every]],
            [
                await _ask(text, served, texts)
                for other in collections
                if other.name != collection.name
                for text in list(other.questions.values())[:_FOREIGN]
            ],
        )


def _taken_out(collection: Collection) -> set[str]:
    titles = Counter(text.title for text in collection.texts)
    if len(titles) < len(collection.texts) / 2:
        gone = set(list(titles)[1::2])
        return {text.id for text in collection.texts if text.title in gone}
    return {id_ for key in list(collection.questions)[1::2] for id_ in collection.relevant[key]}


async def _ask(
    text: str,
    served: Served,
    texts: Sequence[Text],
    relevant: Iterable[str] = (),
    without: Container[str] = (),
) -> Asked:
    """Ask of all texts but those ``without``; ``relevant`` are the texts that answer."""
    read = read_question(text, served.analyzer, served.snapshot)
    rows = {row: texts[int(holding.document)].id for row, holding in served.holdings}
    held = frozenset(row for row, id_ in rows.items() if id_ not in without)
    hits = ranked(read, Filter(held if without else None), _RANKED, served)
    if not hits:
        return Asked((0.0, 0.0, 0.0), found=False)
    documents = dict.fromkeys(served.snapshot.place(hit.passage)[0] for hit in hits)
    first = {rows[document] for document in list(documents)[:_FIRST]}
    raw = max(hit.parts.get("bm25", 0.0) for hit in hits)
    coverage = max(read.coverage(hit.matched) for hit in hits)
    return Asked((raw, coverage, sufficiency(read, hits)), found=bool(first & set(relevant)))


def _separation(answerable: Sequence[Asked], others: Sequence[Asked]) -> list[str]:
    columns = range(len(_MEASURES))
    values = [([a.values[i] for a in answerable], [o.values[i] for o in others]) for i in columns]
    return [f"{auroc(*pair):.3f}" for pair in values]


def auroc(positives: Sequence[float], negatives: Sequence[float]) -> float:
    """How often a positive is above a negative, ties half (Mann and Whitney 1947)."""
    ordered = np.sort(negatives)
    below = np.searchsorted(ordered, positives, side="left")
    up_to = np.searchsorted(ordered, positives, side="right")
    return float((below + up_to).mean() / 2 / max(len(ordered), 1)) if positives else 0.0


def _threshold_row(each: Labelled, threshold: float) -> str:
    """Precision is of equally many answerable and taken-out questions."""
    recall, out, foreign = (
        float(np.mean([asked.sufficiency >= threshold for asked in kind]))
        for kind in (each.answerable, each.taken_out, each.foreign)
    )
    precision = recall / (recall + out) if recall + out else 1.0
    cells = " | ".join(f"{value:.3f}" for value in (precision, recall, out, foreign))
    return f"| {each.name} | {threshold:.2f} | {cells} |"


def _risk_row(each: Labelled) -> str:
    asked = sorted(each.answerable + each.taken_out, key=lambda a: a.sufficiency, reverse=True)
    wrong = np.cumsum([not a.found for a in asked]) / np.arange(1, len(asked) + 1)
    cells = [f"{wrong[max(1, round(share * len(asked))) - 1]:.3f}" for share in _SHARES]
    return f"| {each.name} | " + " | ".join(cells) + " |"
