"""Rules of meaning beyond the words: it orders what the words found, never against them."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from index.answering.served_version import Served
from index.arrays.files import save_array
from index.arrays.snapshot import VECTORS, Snapshot
from index.arrays.sums import write_sums
from index.ranking.meaning import above, at_most_as
from index.ranking.parts import NO_EVIDENCE
from index.terms.word_vectors import DIMENSIONS, word_vectors
from tests.index.ranking.test_second_stage import part, rescored, serving, weighing

needs_vectors = pytest.mark.skipif(word_vectors() is None, reason="the extra meaning is missing")

HARBOUR = "Nobody else spoke of it on that long and quiet afternoon in the harbour."
LOOK_ALIKES = [
    ("Azerbaijan", "Armenia"),
    ("Armenia", "Azerbaijan"),
    ("denied", "confirmed"),
    ("confirmed", "denied"),
    ("300", "200"),
    ("200", "300"),
    ("2019", "2020"),
    ("Putin", "Zelensky"),
    ("imported", "exported"),
]
FRAMES = [
    ("What of {} and the fighters?", "The fighters and {}."),
    ("Were {} fighters at the border?", f"Of {{}} the fighters at the border told us. {HARBOUR}"),
    ("Who said {} of the minister's ship?", "The ship, it was {}, had left; so the minister said."),
]


def first(served: Served, question: str) -> int:
    """The number of the document whose passage comes first."""
    return int(served.snapshot.passage_document[rescored(served, question)[0].passage])


def cosine(one: str, other: str) -> float:
    model = word_vectors()
    assert model is not None
    vectors = model.of([one, other]).astype(np.float64)
    return float(vectors[0] @ vectors[1] / np.prod(np.linalg.norm(vectors, axis=1)))


@needs_vectors
@pytest.mark.parametrize(("question", "text"), FRAMES)
@pytest.mark.parametrize(("asked", "alike"), LOOK_ALIKES)
async def test_a_look_alike_never_comes_before_what_is_asked(
    tmp_path: Path, asked: str, alike: str, question: str, text: str
) -> None:
    """However heavy the part, whichever of the two stands first in the corpus."""
    texts = (text.format(alike), text.format(asked), text.format(alike), HARBOUR)
    async with serving(tmp_path, *texts) as served:
        for heavy in (served, weighing(served, meaning=50.0)):
            assert first(heavy, question.format(asked)) == 1


@needs_vectors
@pytest.mark.parametrize(
    ("question", "asked", "alike"),
    [
        (
            "What did the army of Azerbaijan say about its soldiers?",
            "To Azerbaijan cheese and soup came by train, whatever the fishmonger might say.",
            "Armenia has told of armed forces and troops, and had this to say.",
        ),
        (
            "Were 300 fighters sent to the border?",
            "At the border were 300 cows, 12 pigs and a dog that slept.",
            "They say 200 soldiers went over the border.",
        ),
        (
            "Who denied that fighters had crossed a border?",
            "Cheese, butter, tomatoes, soup, bread: border bakery price list denied.",
            "It was confirmed who had entered, and that a soldier had passed the border.",
        ),
    ],
)
async def test_no_nearness_makes_up_for_what_a_passage_lacks(
    tmp_path: Path, question: str, asked: str, alike: str
) -> None:
    """The vectors alone prefer the look-alike, in its other words; the part gives it no more."""
    assert cosine(question, alike) > cosine(question, asked)
    async with serving(tmp_path, asked, alike, HARBOUR) as served:
        worth = part(served, question, "meaning")
        assert worth[0] >= worth[1]


@needs_vectors
async def test_of_passages_with_the_same_words_the_nearer_comes_first(tmp_path: Path) -> None:
    texts = ("The ship was late: soup, bread and cheese.", "The ship was late: quay, port and sea.")
    async with serving(tmp_path, *texts, HARBOUR) as served:
        question = "Which ship sailed to a dock?"
        assert first(served, question) == 1
        assert first(weighing(served, meaning=0.0), question) == 0


@needs_vectors
async def test_a_passage_without_a_word_of_the_question_is_not_found(tmp_path: Path) -> None:
    texts = ("The physician cured the illness.", "The ship sailed.", HARBOUR)
    async with serving(tmp_path, *texts) as served:
        found = rescored(served, "Did the doctor heal a sick ship?")
        assert [hit.passage for hit in found] == [1]


@needs_vectors
async def test_quotation_marks_mean_nothing(tmp_path: Path) -> None:
    async with serving(tmp_path, "The „ship” was 'late'.", "The ship was late.") as served:
        worth = part(served, "A ship in a harbour", "meaning")
        assert worth[0] == worth[1] > 0


def test_it_is_no_evidence() -> None:
    assert "meaning" in NO_EVIDENCE


async def test_a_version_without_vectors_is_ranked_as_without_the_part(tmp_path: Path) -> None:
    texts = ("The ship was late.", "The ship was late, and a dock was free.", HARBOUR)
    async with serving(tmp_path, *texts) as served:
        folder = served.snapshot.folder
        (folder / f"{VECTORS}.npy").unlink()
        save_array(folder, VECTORS, np.zeros((0, DIMENSIONS), np.int8))
        write_sums(folder)
        bare = Served.load(folder, "english", served.documents, ())
        assert set(part(bare, "late ship", "meaning").values()) == {0.0}
        off = [hit.score for hit in rescored(weighing(served, meaning=0.0), "late ship")]
        assert [hit.score for hit in rescored(bare, "late ship")] == off


async def test_vectors_of_other_passages_are_refused(tmp_path: Path) -> None:
    async with serving(tmp_path, "The ship was late.", HARBOUR) as served:
        folder = served.snapshot.folder
        (folder / f"{VECTORS}.npy").unlink()
        save_array(folder, VECTORS, np.zeros((1, DIMENSIONS), np.int8))
        with pytest.raises(ValueError, match="1 vectors of 2 passages"):
            _ = Snapshot(folder).vectors


@given(st.data())
def test_who_holds_more_has_no_less(data: st.DataObject) -> None:
    """By the definition, over any candidates, terms and cosines."""
    size, terms = data.draw(st.integers(1, 7)), data.draw(st.integers(0, 20))
    holds = data.draw(arrays.arrays(np.bool_, (size, terms)))
    is_exact = data.draw(arrays.arrays(np.bool_, terms))
    cosines = data.draw(arrays.arrays(np.float64, size, elements=st.floats(0, 1)))
    weights = data.draw(arrays.arrays(np.float64, terms, elements=st.sampled_from([0.5, 1, 4])))
    over = above(holds, is_exact, weights)
    capped = at_most_as(cosines, over)
    assert (capped <= cosines).all()
    for less in range(size):
        for more in range(size):
            sets = [set(np.flatnonzero(holds[each]).tolist()) for each in (less, more)]
            exact = [each & set(np.flatnonzero(is_exact).tolist()) for each in sets]
            covered = [float(sum(weights[[*each]])) for each in sets]
            names_more = exact[0] < exact[1] and covered[0] <= covered[1]
            holds_more = names_more or (exact[0] == exact[1] and sets[0] < sets[1])
            assert over[less, more] == holds_more
            assert not holds_more or capped[more] >= capped[less]
    free = ~over.any(axis=1)
    assert (capped[free] == cosines[free]).all()
