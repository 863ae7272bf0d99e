"""Rules of the search: each way of finding the best gives exactly the whole ranking's best."""

import asyncio
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.arrays.hash_lookup import Lookup
from index.arrays.snapshot import Snapshot
from index.ranking.bm25 import EmbeddedRanker
from index.ranking.hits import Filter
from tests.index.searching import FIRST_ROW, added_up, build

Rankers = list[EmbeddedRanker]

SEARCHES = ["numpy", "compiled", "blocks"] if find_spec("numba") else ["numpy"]
SIZES = [(0, 1), (1, 2), (40, 12), (900, 60), (5_000, 40), (30_000, 20_000)]  # passages, terms
questions = st.lists(st.one_of(st.integers(0, 15), st.integers(0, 20_000)), min_size=1, max_size=24)
limits = st.sampled_from([1, 2, 10, 30, 100, 2_000, 100_000])
# parts of the documents, as shares of all
filters = st.none() | st.tuples(st.floats(0, 1), st.floats(0, 0.3), st.integers(1, 50))


def large(folder: Path, seed: int, passages: int, terms: int) -> Path:
    """Passages of terms as frequent as words are; many of them are equal to others, and a
    document's passages are alike."""
    chance = np.random.default_rng(seed)
    drawn = chance.zipf(1.3, (passages, 12)) % terms
    if passages:
        drawn[chance.random(passages) < 0.3] = drawn[0]
    lengths = chance.integers(1, 13, passages)
    made = [
        [f"t{term}" for term in passage[:length]]
        for passage, length in zip(drawn.tolist(), lengths.tolist(), strict=True)
    ]
    ranker = build(folder, [made[first : first + 3] for first in range(0, passages, 3)])
    return ranker.snapshot.folder


def part_of(ranker: EmbeddedRanker, part: tuple[float, float, int] | None) -> Filter:
    """A filter that lets every ``step``-th document of a part of the corpus pass."""
    if part is None:
        return Filter()
    documents = ranker.snapshot.meta.documents
    start, share, step = part
    first = FIRST_ROW + int(start * documents)
    return Filter(frozenset(range(first, first + int(share * documents) + 1, step)))


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Indexes small and large enough for each way of finding the best; tests do not change them."""
    return [
        large(tmp_path_factory.mktemp("large"), seed, passages, terms)
        for seed, (passages, terms) in enumerate(SIZES)
    ]


@pytest.fixture(scope="module", params=SEARCHES)
def rankers(request: pytest.FixtureRequest, folders: list[Path]) -> Rankers:
    """A ranker for each index, all with the same way of finding the best."""
    made = []
    for folder in folders:
        ranker = EmbeddedRanker(Snapshot(folder))
        if request.param == "compiled":
            ranker.compile()
        elif request.param == "blocks" and ranker.snapshot.meta.passages:  # as large ones are
            from index.ranking.numba_search import CompiledSearch

            ranker._search = CompiledSearch(ranker.snapshot, small=0)
        made.append(ranker)
    return made


def test_the_largest_have_frequent_terms_and_rare_ones(rankers: Rankers) -> None:
    """Or else the properties below would not be about windows."""
    for ranker in rankers[-2:]:
        assert 5 < len(ranker.snapshot.windows.rows) < ranker.snapshot.meta.terms


@settings(max_examples=200, deadline=None)
@given(st.integers(0, len(SIZES) - 1), questions, limits, filters)
def test_the_best_are_exactly_those_of_the_whole_ranking(
    rankers: Rankers,
    which: int,
    terms: list[int],
    limit: int,
    part: tuple[float, float, int] | None,
) -> None:
    """The same passages, scores, matched terms and order, ties and repeated terms included."""
    asked, only = [f"t{term}" for term in terms], part_of(rankers[which], part)
    expected = added_up(rankers[which], asked, only, limit)
    assert list(rankers[which].rank_now(asked, only, limit)) == expected


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 5), min_size=1, max_size=12), limits)
def test_questions_of_frequent_terms_alone_are_exact(
    rankers: Rankers, terms: list[int], limit: int
) -> None:
    """Where nothing but windows tells which blocks to open."""
    asked = [f"t{term}" for term in terms]
    expected = added_up(rankers[-1], asked, Filter(), limit)
    assert list(rankers[-1].rank_now(asked, Filter(), limit)) == expected


async def test_any_number_of_questions_may_run_at_once(rankers: Rankers) -> None:
    """Questions in many threads share no state that one could spoil for another."""
    ranker = rankers[-1]
    questions = [[f"t{number % 40}", f"t{number * 7 % 900}", "t1"] for number in range(25)]
    expected = [added_up(ranker, question, Filter(), 10) for question in questions]
    asked = (asyncio.to_thread(ranker.rank_now, each, Filter(), 10) for each in questions * 12)
    assert [*map(list, await asyncio.gather(*asked))] == expected * 12


def test_more_terms_than_are_remembered_change_nothing(rankers: Rankers) -> None:
    ranker = EmbeddedRanker(Snapshot(rankers[-1].snapshot.folder))
    ranker.snapshot.term_lookup = Lookup(ranker.snapshot.term_hash, remembered=3)
    for number in range(20):
        asked = [f"t{number}", f"t{number + 1}", "unseen"]
        expected = added_up(rankers[-1], asked, Filter(), 5)
        assert list(ranker.rank_now(asked, Filter(), 5)) == expected


def test_numpy_goes_on_where_that_process_fails(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """And the log says why, in one line; without numba, no process is started."""
    ranker = build(tmp_path, [[["a"]]])
    ranker._compile_apart("index.nothing_of_that_name")
    assert type(ranker._search).__name__ == "NumPySearch"
    assert ["nothing_of_that_name" in line for line in caplog.messages] == [True] * len(
        SEARCHES[1:2]
    )


def test_the_search_is_compiled_in_a_process_of_its_own(tmp_path: Path) -> None:
    """And taken into use here; without numba, NumPy stays."""
    ranker = build(tmp_path, [[["a"], ["a", "b"]]])
    before = list(ranker.rank_now(["b", "a"], Filter(), 5))
    ranker._compile_apart()
    expected = "CompiledSearch" if find_spec("numba") else "NumPySearch"
    assert type(ranker._search).__name__ == expected
    assert list(ranker.rank_now(["b", "a"], Filter(), 5)) == before
