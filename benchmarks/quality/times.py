"""Questions that name a time: what it is worth that a passage was published in it, or states it.

Beside the questions of the collections that do, two kinds are made of the UN speeches' sentences,
whose days of publication are known: every third word of a sentence and the year that it states,
and every sixth word of one that states none, with the year of the speech.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.quality.parts import measured_halves
from benchmarks.speed.corpora import SHARED
from corpus.reader import Reader
from index.answering.matching import ranked
from index.answering.served_version import Served
from index.answering.understanding import understood
from index.evaluation.collection import Collection, indexed, indexed_by
from index.ranking.hits import Filter
from index.ranking.parts import PARTS, Part, asked_time

# The weight of a passage published in the time, the share of it for one that states a date in
# it, and the weight of the sentence that does.
_SETTINGS = (
    (0.0, 0.0, 0.0),
    (0.3, 0.0, 0.0),
    (0.3, 0.7, 0.0),
    (0.3, 1.0, 0.0),
    (0.3, 0.7, 0.3),
    (0.3, 0.7, 0.6),
    (0.3, 0.7, 1.0),
)
_STATED = re.compile(r"\b(?:in|since|before|after|until) 20(?:19|2[0-4])\b")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
_LENGTHS = range(12, 46)  # words of a sentence
_MOST = 500
_DEPTH = 10
_SEED = 20_201_001
_MOST_BYTES = 10_000_000
_HALVES = ("even", "odd")

Made = dict[str, list[tuple[str, str]]]  # questions and the files they are made of, by kind


async def times(collections: Sequence[Collection], data: Path, every: int) -> None:
    """Print a table: nDCG@10 of the collections' halves, MRR@10 of those made of speeches."""
    rows: dict[tuple[float, float, float], list[str]] = {setting: [] for setting in _SETTINGS}
    heads = []
    for collection in collections:
        async with indexed(collection.texts, data / collection.name) as (served, _):
            own = _naming_a_time(collection, served)
            heads += [f"{collection.name} {half}, of {len(own.questions)}" for half in _HALVES]
            for setting, cells in rows.items():
                halves = await measured_halves(own, _weighing(served, *setting), every)
                cells += [f"{half.values['nDCG@10'].mean():.3f}" for half in halves]
    reader = Reader(SHARED / "ungd", max_bytes=_MOST_BYTES)
    async with indexed_by(reader, data / "speeches") as (served, _):
        for kind, asked in _made().items():
            heads += [f"{kind} {half}, of {len(asked)}" for half in _HALVES]
            for setting, cells in rows.items():
                weighing = _weighing(served, *setting)
                found = np.array([await _reciprocal_rank(*each, weighing) for each in asked])
                cells += [f"{half.mean():.3f}" for half in (found[::2], found[1::2])]
    print("| published | stated | sentence | " + " | ".join(heads) + " |")
    print("|---|---|---|" + "---|" * len(heads))
    for (published, stated, sentence), cells in rows.items():
        settings = f"{published:g} | {published * stated:.2g} | {sentence:g}"
        print(f"| {settings} | " + " | ".join(cells) + " |")


def _weighing(served: Served, published: float, stated: float, sentence: float) -> Served:
    asked = Part("asked time", published, asked_time(stated), is_evidence=False)
    weighed = {part.name: part for part in PARTS} | {asked.name: asked}
    weighed["time sentence"] = replace(weighed["time sentence"], weight=sentence)
    return replace(served, parts=tuple(weighed.values()))


def _naming_a_time(collection: Collection, served: Served) -> Collection:
    questions = {
        key: text
        for key, text in collection.questions.items()
        if understood(text, served)[1].wishes.time.words
    }
    return replace(collection, questions=questions)


def _made() -> Made:
    """Questions of two kinds, each with the file that its words are from."""
    generator = random.Random(_SEED)
    made: Made = {"year stated": [], "year of the speech": []}
    for file, sentence in _sentences():
        stated = _STATED.search(sentence)
        if stated:
            words = _some(sentence.replace(stated[0], ""), 3, generator)
            made["year stated"].append((f"{words} {stated[0]}?", file.name))
        elif not re.search(r"\d{4}", sentence):
            words = _some(sentence, 6, generator)
            made["year of the speech"].append((f"{words} in {file.stem[-4:]}?", file.name))
    return {kind: generator.sample(asked, min(_MOST, len(asked))) for kind, asked in made.items()}


def _sentences() -> Iterator[tuple[Path, str]]:
    for file in sorted((SHARED / "ungd").glob("*.txt")):
        for sentence in _END.split(file.read_text("utf-8", "replace")):
            if len(sentence.split()) in _LENGTHS:
                yield file, sentence


def _some(sentence: str, one_in: int, generator: random.Random) -> str:
    words = sentence.split()
    kept = sorted(generator.sample(range(len(words)), max(4, len(words) // one_in)))
    return " ".join(words[place] for place in kept).strip(" ,.")


async def _reciprocal_rank(question: str, file: str, served: Served) -> float:
    hits = ranked(understood(question, served)[1], Filter(), 3 * _DEPTH, served)
    places = served.snapshot.passage_document[[hit.passage for hit in hits]]
    documents = list(dict.fromkeys(served.holdings[place][1].document for place in places))
    return 1 / (documents.index(file) + 1) if file in documents[:_DEPTH] else 0.0
