"""Rules of a damaged index: it is told, built anew, and never mistaken for an answer."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from corpus.reader import Reader
from index.answers import Question, Why
from index.arrays.snapshot import FORMAT_VERSION
from index.building.places import snapshot_folder
from index.building.reindexing import Reindexer
from index.errors import IndexDamagedError, IndexGoneError
from index.library import Library, index_folder, open_library
from index.store.rows import SealError
from index.store.store import Store
from tests.index.making import CLAIM, TWO_SIDES, documents_of, library_over, page, write

QUESTION = "fighters crossed the border near Kilis"


def cut_short(name: str) -> Callable[[Path], object]:
    def damage(folder: Path) -> None:
        path = folder / name
        path.write_bytes(path.read_bytes()[:-4])

    return damage


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


@pytest.mark.parametrize(
    "damage",
    [
        shutil.rmtree,
        lambda folder: (folder / "meta.json").unlink(),
        lambda folder: (folder / "meta.json").write_text('{"version": "1"}'),
        lambda folder: (folder / "meta.json").write_text('{"version'),
        lambda folder: replace(folder / "meta.json", f'"format": {FORMAT_VERSION}', '"format": 1'),
        lambda folder: (folder / "words_text.npy").write_bytes(b""),
        cut_short("postings.npy"),
        cut_short("terms_starts.npy"),
        cut_short("forward_forms.i4"),
        cut_short("related_terms.npy"),
        lambda folder: np.save(folder / "related_starts.npy", np.zeros(1, np.int64)),
    ],
    ids=[
        "folder",
        "no meta",
        "other meta",
        "half meta",
        "another format",
        "empty",
        "postings",
        "terms",
        "forward",
        "related",
        "related of another version",
    ],
)
async def test_a_damaged_version_is_told_and_built_anew(
    tmp_path: Path, damage: Callable[[Path], object]
) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        version = (await library.status()).index_version
    corpus, data = tmp_path / "corpus", tmp_path / "data"
    damage(snapshot_folder(index_folder(data, corpus), version))
    async with open_library(corpus=corpus, data=data) as library:
        with pytest.raises(IndexDamagedError, match=r"is damaged \(.*; run 'verbatim index'"):
            await library.status()
        assert await library.is_stale()
        report = await library.refresh()
        assert report is not None
        assert (report.documents, report.added, report.changed) == (3, (), ())
        assert "claim.md" in await documents_of(library, QUESTION)
        assert not await library.is_stale()


async def test_a_version_of_another_release_is_not_called_damaged(tmp_path: Path) -> None:
    corpus, data = write(tmp_path / "corpus", TWO_SIDES), tmp_path / "data"
    folder = index_folder(data, corpus)
    async with Store.open(folder) as store:
        reindexer = Reindexer(Reader(corpus, max_bytes=10_000), store, folder, "english")
        reindexer.pipeline = "another"
        version = (await reindexer.run(full=False, progress=None)).index_version
    (snapshot_folder(index_folder(data, corpus), version) / "offsets.npy").unlink()
    async with open_library(corpus=corpus, data=data) as library:
        with pytest.raises(IndexDamagedError, match="was made by another release; run"):
            await library.sources()
        assert await library.refresh() is not None
        assert "claim.md" in await documents_of(library, QUESTION)


async def test_a_library_answers_from_what_another_process_has_built(tmp_path: Path) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        (quote, *_) = (await library.ask(Question("What did the ambassador say?"))).quotes
        version = (await library.status()).index_version
        for number in range(3):  # more often than versions are kept
            text = CLAIM.replace("300", f"{number}00")
            (tmp_path / "corpus" / "claim.md").write_text(page(text))
            await _reindexed_elsewhere(tmp_path)
        answer = await library.ask(Question("What did the ambassador say?"))
        assert [quote.passage.text for quote in answer.quotes] == [text]
        with pytest.raises(IndexGoneError, match="ask again"):
            await library.recall(version, [quote.number])


async def test_a_text_that_was_tampered_with_is_never_shown(tmp_path: Path) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        path = index_folder(tmp_path / "data", tmp_path / "corpus") / "index.sqlite3"
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("UPDATE documents SET text = replace(text, '300', '900')")
        answer = await library.ask(Question("What did the ambassador say?"))
        assert "claim.md" not in {quote.passage.document for quote in answer.quotes}
        with pytest.raises(SealError, match=r"claim\.md: its stored text does not match"):
            await library.text("claim.md")
        await library.reindex(full=True)
        assert await library.text("claim.md") == f"{CLAIM}\n"


async def test_without_one_provable_passage_it_says_so(tmp_path: Path) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        path = index_folder(tmp_path / "data", tmp_path / "corpus") / "index.sqlite3"
        with closing(sqlite3.connect(path)) as database, database:
            database.execute("UPDATE documents SET text = text || ' more'")
        answer = await library.ask(Question("What did the ambassador say?"))
        assert (answer.answered, answer.quotes, answer.why) == (False, (), Why.UNPROVEN)


async def _reindexed_elsewhere(tmp_path: Path) -> None:
    other: Library
    async with open_library(corpus=tmp_path / "corpus", data=tmp_path / "data") as other:
        assert await other.refresh() is not None
