"""A reindex in a process of its own is the same reindex, and leaves nothing behind."""

import asyncio
import multiprocessing
import os
import sqlite3
import time
from contextlib import closing
from functools import partial
from multiprocessing.context import SpawnProcess
from pathlib import Path
from threading import Event

import pytest

from corpus.errors import CorpusError
from index.answers import Question
from index.building.apart import ProcessDiedError, apart
from index.building.places import index_folder
from index.library import Options, open_library
from index.reports import Progress
from tests.index.building.test_workers import FILES
from tests.index.building.works import (
    LONG,
    TIMES,
    endless,
    failing,
    failing_oddly,
    killed,
    logging_an_error,
    returning_oddly,
    talkative,
    told,
)
from tests.index.making import write


async def test_what_it_returns_tells_and_logs_arrives(caplog: pytest.LogCaptureFixture) -> None:
    heard: list[str] = []
    assert await apart(partial(told, "one two"), heard.append) != os.getpid()
    assert heard == ["one", "two"]
    assert [record.getMessage() for record in caplog.records] == ["said one two"]
    assert not multiprocessing.active_children()


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (CorpusError("a", "b", "c"), CorpusError),
        (OSError(28, "full", "x"), OSError),
    ],
)
async def test_what_it_raises_is_raised(error: Exception, kind: type[Exception]) -> None:
    with pytest.raises(kind, match=str(error).replace("[", r"\[")):
        await apart(partial(failing, error), None)


async def test_what_cannot_be_sent_is_raised_in_its_words() -> None:
    with pytest.raises(RuntimeError, match="OddError: this and that"):
        await apart(failing_oddly, None)


async def test_what_cannot_be_read_is_raised() -> None:
    async with asyncio.timeout(30):
        with pytest.raises(TypeError, match="OddError"):
            await apart(returning_oddly, None)
    assert not multiprocessing.active_children()


async def test_what_threads_tell_and_log_at_a_time_arrives_whole(
    caplog: pytest.LogCaptureFixture,
) -> None:
    heard: list[str] = []
    async with asyncio.timeout(30):
        await apart(talkative, heard.append)
    assert heard == [LONG] * 2 * TIMES
    assert [record.getMessage() for record in caplog.records] == [LONG] * 2 * TIMES


async def test_an_error_is_logged_with_its_traceback(caplog: pytest.LogCaptureFixture) -> None:
    await apart(logging_an_error, None)
    assert "it failed" in caplog.text
    assert "OSError: the disk is full" in caplog.text


async def test_its_death_is_told() -> None:
    with pytest.raises(ProcessDiedError):
        await apart(killed, None)


async def test_it_ends_when_nobody_waits_any_more() -> None:
    begun = asyncio.Event()
    work = asyncio.create_task(apart(endless, lambda _: begun.set()))
    await begun.wait()
    work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await work
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("times", [1, 2])
async def test_it_ends_though_it_was_given_up_before_it_had_begun(
    monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    begun, started, start = Event(), Event(), SpawnProcess.start

    def slowly(process: SpawnProcess) -> None:
        begun.set()
        time.sleep(0.2)
        start(process)
        started.set()

    monkeypatch.setattr(SpawnProcess, "start", slowly)
    work = asyncio.create_task(apart(endless, None))
    await asyncio.to_thread(begun.wait)
    for _ in range(times):
        work.cancel()
        await asyncio.sleep(0.05)
    await asyncio.wait([work])
    assert work.cancelled()
    await asyncio.to_thread(started.wait)
    for child in multiprocessing.active_children():
        try:
            await asyncio.to_thread(child.join, 20)
            assert not child.is_alive()
        finally:
            child.kill()


async def test_a_library_reindexes_and_serves_what_was_built_apart(tmp_path: Path) -> None:
    corpus = write(tmp_path / "corpus", {**FILES, "empty.md": ""})
    seen: list[Progress] = []
    async with open_library(
        corpus=corpus, data=tmp_path / "data", options=Options(apart=True)
    ) as library:
        report = await library.reindex(progress=seen.append)
        assert (len(report.added), [each.file for each in report.unreadable]) == (24, ["empty.md"])
        assert seen[-1].done == seen[-1].total == 24
        assert await library.version() == report.index_version
        assert await library.refresh() is None
        write(corpus, {"late.md": "The harbour stays open. It was said on Monday.\n"})
        changed = await library.refresh()
        assert changed is not None
        assert changed.added == ("late.md",)
        assert (await library.status()).documents == 25


async def test_a_document_that_a_question_found_damaged_is_mended_apart(tmp_path: Path) -> None:
    corpus, data = (
        write(tmp_path / "corpus", {"a.md": "The crane stood still.\n"}),
        tmp_path / "data",
    )
    async with open_library(corpus=corpus, data=data, options=Options(apart=True)) as library:
        await library.refresh()
        with (
            closing(sqlite3.connect(index_folder(data, corpus) / "index.sqlite3")) as database,
            database,
        ):
            database.execute("UPDATE documents SET text = replace(text, 'crane', 'train')")
        assert not (await library.ask(Question("crane"))).answered
        assert await library.is_stale()
        assert await library.refresh() is not None
        assert (await library.ask(Question("crane"))).answered
        assert await library.refresh() is None
