"""Rules of fitting the threshold: within bounds, the same each time, by what a corpus repeats."""

import random
from dataclasses import replace
from pathlib import Path

from index.answering.evidence import ENOUGH, NEAR
from index.answering.served_version import Served
from index.answers import Caution
from index.arrays.snapshot import Snapshot
from index.building.threshold import fit
from index.evaluation.collection import Text, indexed

WORDS = [a + b + c for a in "bdfgklmnprst" for b in "aeiou" for c in ("nd", "rk", "st", "lt")]


def sentence(chosen: random.Random, words: list[str]) -> str:
    return f"The {' '.join(chosen.sample(words, 9))} was seen."


def corpus(*, repeated: bool) -> tuple[Text, ...]:
    """Forty documents, each of its own words or all saying the same in other orders."""
    chosen = random.Random(7)
    shared = chosen.sample(WORDS, 12)
    return tuple(
        Text(str(n), "", sentence(chosen, shared if repeated else chosen.sample(WORDS, 12)))
        for n in range(40)
    )


async def threshold(tmp_path: Path, texts: tuple[Text, ...]) -> float:
    async with indexed(texts, tmp_path) as (served, _):
        return served.enough


async def test_a_corpus_that_repeats_itself_asks_for_more(tmp_path: Path) -> None:
    """Where other documents say nearly the same, more is needed to tell an answer."""
    own = await threshold(tmp_path / "own", corpus(repeated=False))
    repeated = await threshold(tmp_path / "repeated", corpus(repeated=True))
    assert 0.35 <= own < repeated <= 0.6


async def test_reports_of_the_same_event_are_no_accident(tmp_path: Path) -> None:
    """A second document that reports each sentence anew does not raise what an answer needs.

    Where nothing but such reports is left to ask, what suits most corpora is needed.
    """
    own = corpus(repeated=False)
    twice = (*own, *(replace(text, id=f"{text.id}b", text=f"Again: {text.text}") for text in own))
    alone = await threshold(tmp_path / "alone", own)
    reported = await threshold(tmp_path / "reported", twice)
    assert reported <= max(alone, ENOUGH)


async def test_twenty_passages_are_enough_to_fit(tmp_path: Path) -> None:
    """Both borders are the corpus's own, the nearer below the other."""
    async with indexed(corpus(repeated=False)[:20], tmp_path) as (served, _):
        assert served.snapshot.fitted == {"enough": served.enough, "near": served.near}
        assert (served.enough, served.near) != (ENOUGH, NEAR)
        assert served.near < served.enough


async def test_fitting_again_gives_the_same(tmp_path: Path) -> None:
    """No chance is in it: the same index has the same threshold on every machine."""
    async with indexed(corpus(repeated=False), tmp_path) as (served, _):
        folder = served.snapshot.folder

        def load(caution: Caution) -> Served:
            return Served.load(folder, "english", served.documents, (), caution)

        before = Snapshot(folder).fitted
        fit(folder)
        assert Snapshot(folder).fitted == before == {"enough": served.enough, "near": served.near}


async def test_a_corpus_too_small_to_ask_has_the_common_threshold(tmp_path: Path) -> None:
    """A few passages tell nothing of accidents."""
    assert await threshold(tmp_path, corpus(repeated=False)[:5]) == ENOUGH


async def test_the_operators_word_moves_the_fitted_threshold(tmp_path: Path) -> None:
    """Cautious asks for more than balanced and generous for less, on the same index."""
    async with indexed(corpus(repeated=False), tmp_path) as (served, _):
        folder = served.snapshot.folder

        def load(caution: Caution) -> Served:
            return Served.load(folder, "english", served.documents, (), caution)

        asked = [load(caution).enough for caution in Caution]
        assert asked == sorted(asked, reverse=True)
        assert asked[1] == served.enough
        assert len(set(asked)) == len(Caution)
