"""Rules of the vectors of a version: one for each passage, those of unchanged documents kept."""

import shutil
import threading
from pathlib import Path

import numpy as np
import pytest

from index.arrays.files import save_array
from index.arrays.snapshot import VECTORS, Snapshot
from index.arrays.sums import write_sums
from index.building.freshness import pipeline
from index.evaluation.collection import Text, indexed
from index.store.shelf import Place, Shelf
from index.terms.word_vectors import DIMENSIONS, vectors_version, word_vectors

needs_vectors = pytest.mark.skipif(word_vectors() is None, reason="the extra meaning is missing")

TEXTS = tuple(
    Text(str(number), "The strike", text)
    for number, text in enumerate(("The crane stood still.", "Bread was dear.", "A ship left."))
)
CHANGED = (TEXTS[0], Text("1", "The strike", "Bread was dear, and so was butter."), TEXTS[2])


async def built(texts: tuple[Text, ...], data: Path) -> Snapshot:
    async with indexed(texts, data) as (served, _):
        return served.snapshot


def test_an_index_is_stale_once_the_extra_comes_or_goes() -> None:
    """The pipeline, by which staleness is told, names the vectors that are installed."""
    installed = vectors_version()
    assert (installed is not None) == (word_vectors() is not None)
    assert pipeline("english").endswith(f".{installed}") == (installed is not None)


@needs_vectors
async def test_each_passage_has_the_vector_of_its_title_and_text(tmp_path: Path) -> None:
    model = word_vectors()
    assert model is not None
    expected = model.of(f"{text.title} {text.text}" for text in TEXTS)
    assert np.array_equal((await built(TEXTS, tmp_path)).vectors, expected)


async def test_no_passages_have_no_vectors(tmp_path: Path) -> None:
    assert (await built((), tmp_path)).vectors.shape == (0, DIMENSIONS)


@needs_vectors
@pytest.mark.parametrize("damaged", [False, True])
async def test_vectors_of_unchanged_documents_are_taken_over(
    tmp_path: Path, *, damaged: bool
) -> None:
    """From a version whose checksums are right; what it held is marked here to tell it apart."""
    old = await built(TEXTS, tmp_path)
    marked = np.full((3, DIMENSIONS), 7, np.int8)
    shutil.copytree(old.folder, tmp_path / "copy")
    (old.folder / f"{VECTORS}.npy").unlink()
    save_array(old.folder, VECTORS, marked)
    if not damaged:
        write_sums(old.folder)
    new = (await built(CHANGED, tmp_path)).vectors
    fresh = (await built(CHANGED, tmp_path / "fresh")).vectors
    assert np.array_equal(new[1], fresh[1])
    assert np.array_equal(new[[0, 2]], fresh[[0, 2]] if damaged else marked[[0, 2]])


@needs_vectors
async def test_texts_are_read_beside_the_event_loop_and_a_missing_one_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers = []

    def none(*_: object) -> dict[Place, str]:
        readers.append(threading.current_thread())
        return {}

    monkeypatch.setattr(Shelf, "texts_at", none)
    with pytest.raises(LookupError):
        await built(TEXTS, tmp_path)
    assert readers
    assert threading.main_thread() not in readers


@needs_vectors
def test_a_text_without_a_word_has_zeros() -> None:
    model = word_vectors()
    assert model is not None
    assert not model.of(["", '"'])[:].any()
    assert model.of([]).shape == (0, DIMENSIONS)
    assert np.abs(model.of(["A ship"])).max() == 127
