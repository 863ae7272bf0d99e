"""Running the bot: what it needs is opened here, watched over, and closed again."""

import asyncio
import signal
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from types import FrameType
from typing import Final

import structlog

from bot.serving import logs
from bot.serving.client import VerbatimBot
from bot.serving.connecting import close, disconnect, logged_in, stay_connected, token_of
from bot.serving.gc_pauses import collected_seldom
from bot.serving.memory import keep_small
from bot.settings import Settings, corpus_folder
from bot.wording.voice import Voices
from corpus.errors import VerbatimError
from index.answers import Caution
from index.errors import IndexMissingError
from index.library import Library, Options, open_library
from index.reports import Progress, ReindexReport
from index.store.records import Records

GRACE: Final = 3.0
"""Seconds that questions in flight have to be answered once the bot is told to stop."""
LAST_WORDS: Final = 0.5
"""Seconds that they have to clean up after themselves when they are cancelled then."""
PROGRESS_EVERY: Final = 10.0
"""Seconds between two log lines about a reindex."""

_HANDLERS: Final = ("discord.py: ", "CommandTree-invoker", "discord-ui-")
"""How discord.py 2.7.1 names the tasks that handle an event, a command or a button."""

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


async def run(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT, then finish what is in flight and close everything.

    A second signal ends the process at once. Raises ``StartError`` when Discord cannot be
    reached or refuses the bot, and the errors of opening the library and the records.
    """
    token = token_of(settings)
    keep_small()
    logs.configure(
        style=settings.log_format,
        level=settings.log_level,
        hidden=[token],
        personal=settings.log_questions,
    )
    with _stopping_on_signals():
        _log.info("starting", corpus=str(corpus_folder(settings)), data=str(settings.data))
        try:
            await _open_and_serve(settings, token)
        except asyncio.CancelledError:
            _log.info("stopped")


@contextmanager
def _stopping_on_signals() -> Iterator[None]:
    """Cancel the current task at the first signal; the next has the system's own effect."""
    task, loop = asyncio.current_task(), asyncio.get_running_loop()
    assert task is not None  # noqa: S101 - a coroutine runs in a task

    def stop(number: int, _: FrameType | None) -> None:
        for each in before:
            signal.signal(each, signal.SIG_DFL)
        name = signal.Signals(number).name
        loop.call_soon_threadsafe(partial(_log.info, "stopping", signal=name))
        loop.call_soon_threadsafe(task.cancel)

    before = {each: signal.signal(each, stop) for each in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


async def _open_and_serve(settings: Settings, token: str) -> None:
    options = Options(
        language=settings.language,
        max_file_bytes=settings.max_file_bytes,
        caution=Caution(settings.caution),
        apart=True,
    )
    async with (
        open_library(
            corpus=corpus_folder(settings), data=settings.data, options=options
        ) as library,
        Records.open(settings.data / "records.sqlite3") as records,
        logged_in(
            partial(VerbatimBot, library=library, records=records, settings=settings), token
        ) as bot,
        _fresh(library),
        _warmed(library),
        collected_seldom(),
    ):
        bot.add_listener(partial(_announce, bot), "on_ready")
        try:
            await stay_connected(bot)
        finally:
            await disconnect(bot)
            await _finish_in_flight()
            await close(bot)


async def _announce(bot: VerbatimBot) -> None:
    _log.info("ready", name=str(bot.user), servers=len(bot.guilds), shards=bot.shard_count)


@asynccontextmanager
async def _fresh(library: Library) -> AsyncIterator[None]:
    """An index to answer from: built first when there is none, else brought up to date beside."""
    try:
        await library.status()
    except IndexMissingError:
        _log.info("index.building")
        _report(await library.refresh(_progress()))
        yield
        return
    refreshing = asyncio.create_task(_refresh(library))
    try:
        yield
    finally:
        refreshing.cancel()
        await asyncio.wait({refreshing})


@asynccontextmanager
async def _warmed(library: Library) -> AsyncIterator[None]:
    """Load what the first question, and the event loop with it, would otherwise wait for."""
    await asyncio.gather(library.warm(), asyncio.to_thread(Voices.load().rehearse))
    yield


async def _refresh(library: Library) -> None:
    try:
        _report(await library.refresh(_progress()))
    except VerbatimError as error:
        _log.error("index.not_refreshed", error=str(error))
    except Exception:  # noqa: BLE001 - nobody awaits this before the bot stops
        _log.exception("index.not_refreshed")


def _progress() -> Callable[[Progress], None]:
    """Logs how far a reindex is, at its first file and then every few seconds."""
    due = 0.0

    def tell(progress: Progress) -> None:
        nonlocal due
        if time.monotonic() >= due:
            due = time.monotonic() + PROGRESS_EVERY
            _log.info("index.progress", done=progress.done, total=progress.total)

    return tell


def _report(report: ReindexReport | None) -> None:
    if report is None:
        _log.info("index.fresh")
        return
    for each in report.unreadable:
        _log.warning("index.unreadable", file=each.file, reason=each.reason)
    for each in report.warnings:
        _log.warning("index.read_with_fault", file=each.file, reason=each.reason)
    _log.info(
        "index.refreshed",
        version=report.index_version,
        documents=report.documents,
        passages=report.passages,
        added=len(report.added),
        changed=len(report.changed),
        removed=len(report.removed),
        seconds=round(report.seconds, 2),
    )


async def _finish_in_flight() -> None:
    """Let the handlers that run end by themselves for a while; no new ones start any more."""
    running = {task for task in asyncio.all_tasks() if task.get_name().startswith(_HANDLERS)}
    if not running:
        return
    _log.info("finishing", in_flight=len(running))
    _, late = await asyncio.wait(running, timeout=GRACE)
    for task in late:
        task.cancel()
    if late:
        _log.warning("not_finished", in_flight=len(late))
        await asyncio.wait(late, timeout=LAST_WORDS)
