"""Questions as they stand and with one typo each, read as typed and with near spellings."""

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from string import ascii_lowercase

from benchmarks.quality.parts import MEASURES, halves
from index.answering.served_version import Served
from index.evaluation.collection import Collection, indexed
from index.question.spelling import Near

_SEED = 20_201_001
_WORD = re.compile(r"[^\W\d_]{5,}")  # a slip in a shorter word makes another word too easily


class _NoSpeller:
    """Takes every word as it was typed."""

    def near(self, word: str) -> Near:
        return Near((), clear=word == "")


async def typos(collections: Sequence[Collection], data: Path, every: int) -> None:
    """Print a table: a row for each way to type and to read, both halves of each collection."""
    rows: dict[str, list[str]] = {}
    for collection in collections:
        slips = replace(collection, questions=mistyped(collection.questions))
        async with indexed(collection.texts, data / collection.name) as (served, _):
            for name, asked in (("clean", collection), ("one typo", slips)):
                rows.setdefault(f"{name}, respelt", []).extend(await halves(asked, served, every))
                with _as_typed(served):
                    rows.setdefault(f"{name}, as typed", []).extend(
                        await halves(asked, served, every)
                    )
    heads = [f"{each.name} {half}" for each in collections for half in ("even", "odd")]
    print(f"{' / '.join(MEASURES)}, questions by their place in the file\n")
    print("| questions |", " | ".join(heads), "|")
    print("|---|" + "---|" * len(heads))
    for name, cells in rows.items():
        print(f"| {name} |", " | ".join(cells), "|")


def mistyped(questions: Mapping[str, str]) -> dict[str, str]:
    """The questions with one slip each: in a word of five letters or more, not in its first.

    A letter left out, doubled, put for another or swapped with the next, all as often.
    """
    chance = random.Random(_SEED)
    return {key: _with_typo(text, chance) for key, text in questions.items()}


def _with_typo(text: str, chance: random.Random) -> str:
    words = list(_WORD.finditer(text))
    if not words:
        return text
    word = chance.choice(words)
    at = chance.randrange(word.start() + 1, word.end() - 1)
    slips = (
        "",
        text[at] * 2 + text[at + 1],
        chance.choice(ascii_lowercase) + text[at + 1],
        text[at + 1] + text[at],
    )
    slip = chance.choice(slips) or text[at + 1]
    return text[:at] + slip + text[at + 2 :]


@contextmanager
def _as_typed(served: Served) -> Iterator[None]:
    kept = served.speller
    vars(served)["speller"] = _NoSpeller()
    try:
        yield
    finally:
        vars(served)["speller"] = kept
