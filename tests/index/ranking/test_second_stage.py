"""Rules of the second stage: each part sees what it should, sums add up, ties keep the order."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.answering.served_version import Served
from index.evaluation.collection import Text, indexed
from index.question.reading import read_question
from index.ranking.candidates import Candidates
from index.ranking.hits import Filter, Hit
from index.ranking.parts import PARTS, _pairs, alike
from index.ranking.second_stage import DEPTH

FILLER = "Nobody else spoke of it at length on that long and quiet afternoon in the harbour."
LONG = " ".join(f"{FILLER} It was day {number}." for number in range(9))


@asynccontextmanager
async def serving(
    tmp_path: Path, *texts: str, titles: Mapping[int, str] = {}
) -> AsyncIterator[Served]:
    """A version over one document for each text, in this order."""
    made = tuple(Text(str(n), titles.get(n, ""), text) for n, text in enumerate(texts))
    async with indexed(made, tmp_path) as (served, _):
        yield served


def rescored(served: Served, question: str) -> list[Hit]:
    read = read_question(question, served.analyzer, served.snapshot)
    return served.rescorer.rescored(read, served.ranker.rank_now(read.terms, Filter(), 100))


def part(served: Served, question: str, name: str) -> dict[int, float]:
    """One part by the document's number, its weight and BM25's constant factor included."""
    return {
        int(served.snapshot.passage_document[hit.passage]): hit.parts[name]
        for hit in rescored(served, question)
    }


def weighing(served: Served, **weights: float) -> Served:
    """The same version with other weights for some parts of the score."""
    parts = (replace(part, weight=weights.get(part.name, part.weight)) for part in PARTS)
    return replace(served, parts=tuple(parts))


async def test_a_score_is_the_sum_of_its_parts(tmp_path: Path) -> None:
    """What --explain shows adds up to what ranked."""
    async with serving(tmp_path, "Crane drivers walked out.", "The crane stood still.") as served:
        for hit in rescored(served, "crane drivers"):
            assert hit.score == pytest.approx(sum(hit.parts.values()))
            assert list(hit.parts) == ["bm25", *(part.name for part in PARTS)]


async def test_a_part_of_no_weight_is_off(tmp_path: Path) -> None:
    """Each part is switched off by its one constant; with all off BM25 alone is left."""
    async with serving(tmp_path, "Crane drivers walked out.") as served:
        (hit,) = rescored(weighing(served, pairs=0.0), "crane drivers")
        assert "pairs" not in hit.parts
        nothing = weighing(served, **{part.name: 0.0 for part in PARTS})
        (hit,) = rescored(nothing, "crane drivers")
        assert hit.parts == {"bm25": pytest.approx(hit.score)}


async def test_a_sentence_that_covers_more_counts_more(tmp_path: Path) -> None:
    """Words that stand together in one sentence outweigh the same words apart."""
    together = "The minister denied the shipment. The harbour was quiet that day."
    apart = "The minister was quiet that day. The harbour denied the shipment."
    async with serving(tmp_path, apart, together) as served:
        found = part(served, "minister denied shipment", "sentence")
        assert found[1] > found[0] > 0


async def test_the_title_counts_for_each_passage(tmp_path: Path) -> None:
    """Title words count, and the more the fuller the question makes up the title."""
    texts = ("Drivers walked out.",) * 3
    titles = {1: "Crane strike", 2: "Crane strike and many other things of that long week"}
    async with serving(tmp_path, *texts, titles=titles) as served:
        title = part(served, "crane strike drivers", "title")
        assert title[1] == title[2] > title[0] == 0
        share = part(served, "crane strike drivers", "title share")
        assert share[1] > share[2] > share[0] == 0


async def test_pairs_count_in_the_order_asked(tmp_path: Path) -> None:
    """Adjacent words of the question count where they are adjacent in the same order."""
    async with serving(
        tmp_path, "Port authority spoke.", "The authority of a port spoke."
    ) as served:
        found = part(served, "port authority", "pairs")
        assert found[0] > found[1] == 0


async def test_a_pair_is_worth_its_more_common_word(tmp_path: Path) -> None:
    """By hand: the lesser idf of the two, by how often they are adjacent."""
    texts = [
        "North sea oil prices rose.",
        "Oil prices fell.",
        "Oil came.",
        "North of here.",
        FILLER,
    ]
    async with serving(tmp_path, *texts) as served:
        question = "north sea oil prices north sea"
        read = read_question(question, served.analyzer, served.snapshot)
        found = Candidates(
            served.snapshot, read, np.array([0, 1, 2]), served.snapshot.rows(list(read.weights))
        )
        idf, norms = read.weights, found.norms[:, 0]
        words = ("north", "sea", "oil", "price")
        worth = {pair: min(idf[pair[0]], idf[pair[1]]) for pair in pairwise(words)}
        assert len(set(worth.values())) == 2
        expected = [sum(worth.values()) / (1 + norms[0]), worth["oil", "price"] / (1 + norms[1]), 0]
        assert _pairs(found).tolist() == pytest.approx(expected)


async def test_pairs_do_not_cross_passages(tmp_path: Path) -> None:
    """The last word of one passage and the first of the next are not adjacent."""
    async with serving(tmp_path, f"{LONG} It was the port", "Authority spoke.") as served:
        assert set(part(served, "port authority", "pairs").values()) == {0.0}


async def test_words_as_they_stand_count_more_than_their_stems(tmp_path: Path) -> None:
    """ "Walked" is found by "walking", but scores less than for who asked "walked"."""
    async with serving(tmp_path, "They walked along the quay.") as served:
        assert part(served, "walked", "exact words")[0] > 0
        assert part(served, "walking", "exact words")[0] == 0


async def test_names_are_worth_their_weight_wherever_they_stand(tmp_path: Path) -> None:
    """In the passage or its title, however often; other words count for nothing in this part."""
    texts = ("Wagner met Wagner at the quay.", "A quay and a story.", "Wagner came.", FILLER)
    async with serving(tmp_path, *texts) as served:
        scores = part(served, "What story of Wagner at the quay?", "names")
        assert scores[0] == scores[2] > 0
        assert scores[1] == 0
        assert set(part(served, "What story of a quay?", "names").values()) == {0.0}


async def test_a_word_that_begins_alike_stands_in_for_one_that_lacks(tmp_path: Path) -> None:
    """ "Karabakh" is near to "Karabakhi", which has another stem; it counts only where it lacks."""
    texts = ("The Karabakhi harbour.", "The harbour of Karabakh and the Karabakhi coast.")
    async with serving(tmp_path, *texts) as served:
        found = part(served, "Karabakh harbour", "like words")
        assert found[0] > found[1] == 0


async def test_neighbouring_passages_support_one_another(tmp_path: Path) -> None:
    """A passage amid others on the subject scores above the same passage amid others."""
    amid = f"The strike began. {LONG}\n\nCranes stood still. {LONG}"
    alone = f"{LONG} Bread was dear.\n\nCranes stood still. {LONG}"
    async with serving(tmp_path, alone, amid) as served:
        best: dict[int, float] = {}
        for hit in rescored(served, "cranes strike"):
            if "crane" in hit.matched:
                document = int(served.snapshot.passage_document[hit.passage])
                best[document] = max(best.get(document, 0), hit.parts["surroundings"])
        assert best[1] > best[0]


async def test_a_text_cut_into_files_is_one_surrounding(tmp_path: Path) -> None:
    """Files next to each other under one title support one another; other titles do not."""
    texts = ["The strike began.", "Cranes stood still.", LONG, "Cranes stood still.", LONG]
    titles = dict(zip(range(5), ("Port", "Port", "Bread", "Wages", "Port"), strict=True))
    async with serving(tmp_path, *texts, titles=titles) as served:
        for name in ("surroundings", "surrounding words"):
            found = part(served, "cranes strike", name)
            assert found[1] > found[3] > 0, name


@settings(max_examples=15, deadline=None)
@given(data=st.data())
async def test_what_surrounds_a_passage(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Counted the plain way: four passages either side, as far as the title stays the same."""
    words = st.lists(st.sampled_from("crane strike port harbour".split()), max_size=3)
    titles = data.draw(
        st.lists(st.sampled_from(["", "Port", "Bread", "Port strike"]), min_size=1, max_size=12)
    )
    texts = [" ".join(["Quay", *data.draw(words)]) for _ in titles]
    async with serving(
        tmp_path_factory.mktemp("c"), *texts, titles=dict(enumerate(titles))
    ) as served:
        read = read_question("crane strike quay", served.analyzer, served.snapshot)
        passages = np.arange(len(texts))
        rows = served.snapshot.rows(list(read.weights))
        counts, _ = Candidates(served.snapshot, read, passages, rows).around
    for number in passages.tolist():
        near = []
        for step in (-1, 1):
            for other in range(number + step, number + 5 * step, step):
                if not (0 <= other < len(texts) and titles[other] == titles[number] != ""):
                    break
                near.append(other)
        inside = " ".join(texts[n] for n in [number, *near]).split()
        expected = [inside.count(word) for word in ("crane", "strike", "Quay")]
        assert counts[number].tolist() == expected


async def test_neighbours_are_of_the_own_document(tmp_path: Path) -> None:
    """Four passages either side, and none of a file next to it under the same title."""
    filler = " ".join(["wall"] * 90)
    pages = [
        "\n\n".join(f"{'Crane ' * (n % 3 + 1)}{filler}." for n in range(many)) for many in (7, 3)
    ]
    async with serving(tmp_path, *pages, titles={0: "Port", 1: "Port"}) as served:
        read = read_question("crane strike", served.analyzer, served.snapshot)
        passages = np.arange(served.snapshot.meta.passages)
        rows = served.snapshot.rows(list(read.weights))
        found = Candidates(served.snapshot, read, passages, rows)
        (within, _), (around, _) = found.within, found.around
        first = served.snapshot.first_passage
        for number, document in zip(passages.tolist(), found.documents.tolist(), strict=True):
            near = slice(max(number - 4, first[document]), min(number + 5, first[document + 1]))
            assert within[number].tolist() == found.counts[near].sum(axis=0).tolist()
    assert len(passages) > 9
    assert (within < around).any()


async def test_equal_passages_keep_their_order(tmp_path: Path) -> None:
    """The same question always gives the same answer, whatever the order of additions."""
    async with serving(tmp_path, *["Crane drivers walked out of the port."] * 30) as served:
        passages = [hit.passage for hit in rescored(served, "when did drivers walk out")]
        assert passages == sorted(passages)


async def test_what_is_below_the_depth_keeps_its_order(tmp_path: Path) -> None:
    """The second stage reorders the best and moves nothing else."""
    texts = [f"Crane {'driver ' * (n % 7)}number {n}." for n in range(DEPTH + 20)]
    async with serving(tmp_path, *texts) as served:
        read = read_question("crane driver", served.analyzer, served.snapshot)
        hits = served.ranker.rank_now(read.terms, Filter(), 200)
        again = served.rescorer.rescored(read, hits)
        assert again[DEPTH:] == list(hits[DEPTH:])
        assert {h.passage for h in again[:DEPTH]} == {h.passage for h in hits[:DEPTH]}


async def test_what_comes_first_does_not_depend_on_how_many_are_wanted(tmp_path: Path) -> None:
    """Those below are ordered anew among themselves, so that what is measured is what users see."""
    texts = [f"Crane {'driver ' * (n % 7)}number {n}." for n in range(DEPTH + 20)]
    titles = {DEPTH + 15: "Crane driver"}
    async with serving(tmp_path, *texts, titles=titles) as served:
        read = read_question("crane driver number", served.analyzer, served.snapshot)
        hits = served.ranker.rank_now(read.terms, Filter(), 200)
        few, many, every = (served.rescorer.rescored(read, hits, n) for n in (5, 90, 0))
        assert few == many[:5] == every[:5]
        assert many[:DEPTH] == every[:DEPTH]
        assert len(many) == 90
        assert {h.passage for h in many[DEPTH:]} == {h.passage for h in hits[DEPTH:90]}
        assert all(hit.parts for hit in many)
        scores = [hit.score for hit in many[DEPTH:]]
        assert scores == sorted(scores, reverse=True)


async def test_unseen_words_score_nothing(tmp_path: Path) -> None:
    """A question of words that the corpus lacks has no hits and fails nowhere."""
    async with serving(tmp_path, "Crane drivers walked out.") as served:
        assert rescored(served, "xyzzy plugh") == []
        (hit,) = rescored(served, "xyzzy drivers plugh")
        assert np.isfinite(hit.score)


@pytest.mark.parametrize(
    ("asked", "word", "expected"),
    [
        ("armenia", "armenian", 7 / 8),
        ("islamist", "islamism", 7 / 8),
        ("port", "porter", 4 / 6),
        ("port", "portfolio", 0),  # they share less than 0.6 of the longer
        ("interest", "internal", 0),  # the shorter has too many letters of its own
        ("are", "area", 0),  # too short to tell
    ],
)
def test_words_are_alike_by_their_beginning(asked: str, word: str, expected: float) -> None:
    """The rule of docs/decisions/ranking.md, in numbers."""
    assert alike(asked, word) == pytest.approx(expected)


@given(st.text("abc", min_size=1, max_size=9), st.text("abc", min_size=1, max_size=9))
def test_likeness_is_symmetric_and_at_most_one(one: str, other: str) -> None:
    """Which word was asked makes no difference, and only a word itself is wholly alike."""
    assert alike(one, other) == alike(other, one) <= 1
    assert (alike(one, other) == 1) == (one == other and len(one) >= 4)
