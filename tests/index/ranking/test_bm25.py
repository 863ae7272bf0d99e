"""Rules of ranking: the fast ranker gives what the exhaustive one gives, and no more."""

import math
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rank_bm25 import BM25Okapi

from index.arrays.weights import K1, B
from index.ranking.hits import Filter
from tests.index.ranking.exhaustive import ExhaustiveRanker
from tests.index.searching import Corpus, build

WORDS = "abcdefgh"
documents = st.lists(
    st.lists(st.lists(st.sampled_from(WORDS), max_size=8), min_size=1, max_size=4), max_size=8
)
questions = st.lists(st.sampled_from(WORDS + "xyz"), max_size=6)


def exhaustive(corpus: Corpus) -> ExhaustiveRanker:
    passages = [passage for document in corpus for passage in document]
    rows = [100 + n for n, document in enumerate(corpus) for _ in document]
    return ExhaustiveRanker(passages, rows)


@settings(max_examples=60, deadline=None)
@given(documents, questions, st.integers(1, 12), st.booleans())
async def test_it_agrees_with_rank_bm25(
    corpus: Corpus, question: list[str], limit: int, filtered: bool
) -> None:
    """The same passages, terms and order, and scores to 1e-5."""
    only = Filter(frozenset(range(100, 103))) if filtered else Filter()
    with TemporaryDirectory() as folder:
        fast = build(Path(folder), corpus).rank(question, only, limit)
        slow = exhaustive(corpus).rank(question, only, 1_000)
    scores = {hit.passage: hit.score for hit in slow}
    matched = {hit.passage: hit.matched for hit in slow}
    assert len(fast) == min(limit, len(slow))
    for hit, expected in zip(fast, slow, strict=False):
        assert math.isclose(hit.score, expected.score, abs_tol=1e-5)
        assert math.isclose(hit.score, scores[hit.passage], abs_tol=1e-5)
        assert hit.matched == matched[hit.passage]


def test_it_agrees_with_rank_bm25s_own_idf_where_that_is_sound(tmp_path: Path) -> None:
    """A rare term of a larger corpus: only the idf's formula differs, by a known factor."""
    corpus = [[["common"] * (1 + n % 3) + (["rare"] if n == 7 else [])] for n in range(50)]
    hits = build(tmp_path, corpus).rank_now(["rare"], Filter(), 5)
    okapi = BM25Okapi([passage for document in corpus for passage in document], k1=K1, b=B)
    theirs = okapi.get_scores(["rare"])[7] / okapi.idf["rare"]
    assert [hit.passage for hit in hits] == [7]
    assert hits[0].score == pytest.approx(theirs * math.log1p(49.5 / 1.5), abs=1e-5)


@pytest.mark.parametrize(
    "corpus",
    [
        [],
        [[["a"]]],
        [[["a"], ["b"]]],
        [[["a"], ["a"]]],
        [[[]]],
    ],
    ids=["no document", "one passage", "in half", "in all", "no term"],
)
async def test_it_is_sound_where_rank_bm25_is_not(tmp_path: Path, corpus: Corpus) -> None:
    """Every hit shares a term and scores above zero; nothing else is a hit."""
    ranker = build(tmp_path, corpus)
    passages = [passage for document in corpus for passage in document]
    hits = ranker.rank_now(["a", "x"], Filter(), 10)
    assert {hit.passage for hit in hits} == {n for n, p in enumerate(passages) if "a" in p}
    assert all(hit.score > 0 and hit.matched == ("a",) for hit in hits)


def test_equal_scores_come_in_passage_order(tmp_path: Path) -> None:
    ranker = build(tmp_path, [[["a", "b"]] for _ in range(40)])
    assert [hit.passage for hit in ranker.rank_now(["b", "a"], Filter(), 7)] == list(range(7))


def test_a_repeated_term_counts_as_often_as_it_is_asked(tmp_path: Path) -> None:
    ranker = build(tmp_path, [[["a"], ["b"], ["c"]]])
    once, twice = (ranker.rank_now(terms, Filter(), 1)[0].score for terms in (["a"], ["a", "a"]))
    assert twice == pytest.approx(2 * once)


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2020-10-01", "2020-10-31", [0, 1, 2]),
        ("2020-10-06", None, [1, 2]),
        (None, "2020-10-04", [1, 2]),
        (None, "2019-12-31", []),
        ("2021-01-01", None, []),
    ],
)
def test_a_partial_date_matches_when_its_span_overlaps(
    tmp_path: Path, since: str | None, until: str | None, expected: list[int]
) -> None:
    published = [
        (day("2020-10-05"), day("2020-10-05")),
        (day("2020-10-01"), day("2020-10-31")),
        (day("2020-01-01"), day("2020-12-31")),
        None,
    ]
    ranker = build(tmp_path, [[["a"]] for _ in published], published)
    only = Filter(
        since=date.fromisoformat(since) if since else None,
        until=date.fromisoformat(until) if until else None,
    )
    assert [hit.passage for hit in ranker.rank_now(["a"], only, 9)] == expected
    assert ranker.undated_matches(["a"], only) == 1
    assert ranker.undated_matches(["x"], only) == 0


@settings(max_examples=40, deadline=None)
@given(documents, questions, st.sets(st.integers(100, 108)))
async def test_a_filter_never_leaks(corpus: Corpus, question: list[str], rows: set[int]) -> None:
    with TemporaryDirectory() as folder:
        ranker = build(Path(folder), corpus)
        hits = ranker.rank(question, Filter(frozenset(rows)), 50)
        assert {ranker.snapshot.place(hit.passage)[0] for hit in hits} <= rows


def test_unseen_terms_weigh_most(tmp_path: Path) -> None:
    ranker = build(tmp_path, [[["a"], ["a", "b"]]])
    common, rare, unseen = ranker.snapshot.idf(["a", "b", "x"])
    assert common < rare < unseen
    reference = exhaustive([[["a"], ["a", "b"]]]).idf(["a", "b", "x"])
    assert np.allclose([common, rare, unseen], reference)


def test_places_and_numbers_are_inverse(tmp_path: Path) -> None:
    snapshot = build(tmp_path, [[["a"], ["b"]], [["c"]]]).snapshot
    assert [snapshot.place(n) for n in range(3)] == [(100, 0), (100, 1), (101, 0)]
    assert [snapshot.number(*snapshot.place(n)) for n in range(3)] == [0, 1, 2]
    assert snapshot.number(999, 0) is None


def test_words_lead_to_their_terms(tmp_path: Path) -> None:
    snapshot = build(tmp_path, [[["a"], ["b"]]]).snapshot
    assert [snapshot.term_of_word(word) for word in "abx"] == ["a", "b", None]
    assert len(snapshot.words) == 2
