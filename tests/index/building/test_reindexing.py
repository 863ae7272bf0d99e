"""Rules of a reindex: only what changed is read, and no moment of it can lose the index."""

import asyncio
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import aiosqlite
import pytest

from corpus.reader import RawFile, Reader
from index.answers import Question
from index.building.places import snapshot_folder
from index.building.portions import Portions
from index.errors import ReindexRunningError
from index.library import Options, index_folder, open_library
from index.reports import Progress
from tests.index.making import CLAIM, DENIAL, TWO_SIDES, documents_of, library_over, page, write

QUESTION = "fighters crossed the border near Kilis"
ONE_BY_ONE = Portions(read_bytes=1, kept_documents=1)  # each document is committed by itself


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read, in order."""
    names: list[str] = []
    load = Reader.load

    def noted(self: Reader, name: str) -> RawFile:
        names.append(name)
        return load(self, name)

    monkeypatch.setattr(Reader, "load", noted)
    return names


async def test_an_unchanged_corpus_is_not_read_again(tmp_path: Path, opened: list[str]) -> None:
    async with library_over(tmp_path, TWO_SIDES, afresh=True):
        assert sorted(opened) == sorted(TWO_SIDES)
    opened.clear()
    async with open_library(corpus=tmp_path / "corpus", data=tmp_path / "data") as library:
        assert await library.refresh() is None
        assert await documents_of(library, QUESTION)
    assert opened == []


@pytest.mark.parametrize("place", ["data", "."])
async def test_an_index_inside_the_corpus_is_no_part_of_it(tmp_path: Path, place: str) -> None:
    corpus = write(tmp_path, TWO_SIDES)
    async with open_library(corpus=corpus, data=corpus / place) as library:
        report = await library.refresh()
        assert report is not None
        assert (report.documents, report.unreadable) == (len(TWO_SIDES), ())
        assert not await library.is_stale()


async def test_only_changed_files_are_read_and_all_changes_reported(
    tmp_path: Path, opened: list[str]
) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        opened.clear()
        corpus = tmp_path / "corpus"
        (corpus / "claim.md").unlink()
        (corpus / "undated.md").write_text(page("A baker saw a wedding in the square."))
        (corpus / "new.md").write_text(page("The mayor resigned over the flood."))
        (corpus / "empty.md").write_text("")
        assert await library.is_stale()
        report = await library.refresh()
        assert report is not None
        assert (report.added, report.changed, report.removed) == (
            ("new.md",),
            ("undated.md",),
            ("claim.md",),
        )
        assert [entry.file for entry in report.unreadable] == ["empty.md"]
        assert sorted(opened) == ["new.md", "undated.md"]
        assert await documents_of(library, "Who resigned over the flood?") == ["new.md"]
        assert await documents_of(library, "What did the ambassador say?") == []


async def test_a_touched_file_is_read_but_counts_as_unchanged(
    tmp_path: Path, opened: list[str]
) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        opened.clear()
        before = await library.status()
        os.utime(tmp_path / "corpus" / "claim.md", ns=(1, 1))
        assert await library.is_stale()
        report = await library.reindex()
        assert report.index_version == before.index_version
        assert opened == ["claim.md"]
        assert report.changed == ()
        assert not await library.is_stale()


async def test_given_metadata_that_changes_makes_its_document_change(tmp_path: Path) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        given = '["claim.md"]\npublisher = "Another Daily"\n'
        (tmp_path / "corpus" / "sources.toml").write_text(given)
        report = await library.refresh()
        assert report is not None
        assert report.changed == ("claim.md",)
        answer = await library.ask(Question("What did the ambassador say?"))
        assert answer.quotes[0].source.publisher == "Another Daily"
        assert await library.refresh() is None


async def test_another_language_makes_the_index_stale(tmp_path: Path) -> None:
    async with library_over(tmp_path, TWO_SIDES):
        pass
    async with library_over(tmp_path, TWO_SIDES, language="german") as library:
        assert (await library.status()).language == "german"
        assert not await library.is_stale()


async def test_a_full_reindex_reads_all_and_reports_no_change(
    tmp_path: Path, opened: list[str]
) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        opened.clear()
        report = await library.reindex(full=True)
        assert sorted(opened) == sorted(TWO_SIDES)
        assert (report.added, report.changed, report.removed) == ((), (), ())


async def test_an_incremental_index_answers_like_a_new_one(tmp_path: Path) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        write(tmp_path / "corpus", {"new.md": page(DENIAL + " " + CLAIM)})
        (tmp_path / "corpus" / "denial.md").unlink()
        await library.reindex()
        grown = await library.ask(Question(QUESTION))
    async with open_library(corpus=tmp_path / "corpus", data=tmp_path / "other") as library:
        await library.reindex()
        fresh = await library.ask(Question(QUESTION))
    assert [(q.quote_id, q.score, q.coverage) for q in grown.quotes] == [
        (q.quote_id, q.score, q.coverage) for q in fresh.quotes
    ]


async def test_questions_are_answered_from_the_old_index_while_a_new_one_is_built(
    tmp_path: Path,
) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        before = await library.ask(Question(QUESTION))
        (tmp_path / "corpus" / "claim.md").unlink()
        seen: list[Progress] = []
        job = asyncio.create_task(library.reindex(full=True, progress=seen.append))
        while not job.done():
            answer = await library.ask(Question(QUESTION))
            if answer.index_version == before.index_version:
                assert answer.quotes == before.quotes
        await job
        after = await library.ask(Question(QUESTION))
        assert "claim.md" not in {quote.passage.document for quote in after.quotes}
        assert (seen[-1].done, seen[-1].total) == (2, 2)


async def test_only_one_reindex_runs_at_a_time_over_all_processes(tmp_path: Path) -> None:
    async with (
        library_over(tmp_path, TWO_SIDES) as one,
        open_library(corpus=tmp_path / "corpus", data=tmp_path / "data") as other,
    ):
        outcomes = await asyncio.gather(
            one.reindex(full=True), other.reindex(full=True), return_exceptions=True
        )
        assert [type(outcome) for outcome in outcomes].count(ReindexRunningError) == 1
        await other.reindex()


async def test_what_no_version_needs_is_removed(tmp_path: Path) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        for _ in range(4):
            await library.reindex(full=True)
        data = index_folder(tmp_path / "data", tmp_path / "corpus")
        folders = list((data / "snapshots").iterdir())
        assert len(folders) <= 3
        assert snapshot_folder(data, (await library.status()).index_version) in folders


async def test_two_corpora_in_one_data_folder_keep_their_own_index(tmp_path: Path) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        other = write(tmp_path / "other", {"new.md": page(DENIAL)})
        async with open_library(corpus=other, data=tmp_path / "data") as second:
            await second.refresh()
            assert await documents_of(second, QUESTION) == ["new.md"]
        assert not await library.is_stale()
        assert await documents_of(library, "What did the ambassador say?") == ["claim.md"]


def _die_at(point: int, points: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    """End the process, as a kill would, at the numbered moment before or after a commit."""

    def around(owner: type, name: str) -> None:
        original: Callable[..., object] = getattr(owner, name)

        def counted(*args: object, **kwargs: object) -> object:
            _count(point, points)
            result = original(*args, **kwargs)
            if asyncio.iscoroutine(result):
                return _then(result)
            _count(point, points)
            return result

        async def _then(result: object) -> object:
            value = await result  # type: ignore[misc]
            _count(point, points)
            return value

        monkeypatch.setattr(owner, name, counted)

    around(aiosqlite.Connection, "commit")
    around(Path, "rename")


def _count(point: int, points: list[int]) -> None:
    points[0] += 1
    if points[0] == point:
        os._exit(9)


async def _reindex(tmp_path: Path) -> None:
    corpus, data = tmp_path / "corpus", tmp_path / "data"
    options = Options(portions=ONE_BY_ONE)
    async with open_library(corpus=corpus, data=data, options=options) as library:
        await library.reindex()


@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")  # the child ends by _exit
def test_killed_at_any_moment_the_previous_index_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Dies once at every commit point; each time the old answer or the new one is whole."""

    async def start() -> None:
        async with library_over(tmp_path, TWO_SIDES):
            pass

    asyncio.run(start())
    write(tmp_path / "corpus", {f"new{n}.md": page(f"{CLAIM} Note {n}.") for n in range(3)})
    outcomes: list[int] = []
    while 0 not in outcomes:
        root = tmp_path / f"run{len(outcomes)}"
        shutil.copytree(tmp_path / "corpus", root / "corpus")
        shutil.copytree(
            index_folder(tmp_path / "data", tmp_path / "corpus"),
            index_folder(root / "data", root / "corpus"),
        )
        child = os.fork()
        if child == 0:
            _die_at(len(outcomes) + 1, [0], monkeypatch)
            asyncio.run(_reindex(root))
            os._exit(0)
        outcomes.append(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        asyncio.run(_check(root))
        asyncio.run(_reindex(root))
        asyncio.run(_check(root))
    # before and after: three commits of documents, the rename, the commit of the version
    assert outcomes == [9] * 10 + [0]


async def _check(tmp_path: Path) -> None:
    async with open_library(corpus=tmp_path / "corpus", data=tmp_path / "data") as library:
        found = await documents_of(library, QUESTION, limit=9)
        held = {holding.document for holding in (await library.sources()).holdings}
        assert held in ({*TWO_SIDES}, {*TWO_SIDES, "new0.md", "new1.md", "new2.md"})
        assert "claim.md" in found


async def test_what_a_killed_reindex_analysed_is_not_analysed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reindex resumes: documents committed before the kill keep their analysis."""
    corpus = write(tmp_path / "corpus", TWO_SIDES)
    analysed: list[str] = []
    parse = Reader.parse

    def failing(raw: RawFile) -> object:
        if len(analysed) == 2:
            raise KeyboardInterrupt
        analysed.append(raw.id)
        return parse(raw)

    monkeypatch.setattr(Reader, "parse", staticmethod(failing))
    options = Options(portions=ONE_BY_ONE)
    async with open_library(corpus=corpus, data=tmp_path / "data", options=options) as library:
        with pytest.raises(KeyboardInterrupt):
            await library.reindex()
        del analysed[:]
        await library.reindex()
        assert analysed == ["undated.md"]
        assert (await library.status()).documents == 3
