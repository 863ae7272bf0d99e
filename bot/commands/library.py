"""The library of a command: opened over its places, brought up to date, used to the end."""

import gc
import sys
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

from bot.commands.places import Places
from bot.commands.printing import colour, on_terminal, warn
from bot.wording.mistakes import said
from bot.wording.voice import Voice
from index.errors import (
    DatabaseError,
    FileDamagedError,
    IndexDamagedError,
    IndexMissingError,
    ReindexRunningError,
)

if TYPE_CHECKING:
    from index.library import Library
    from index.reports import Progress, ReindexReport

_PATIENCE = 0.2  # seconds between two looks at whether another process has finished

_COLLECTED = 20_000, 10, 50  # more objects than 700 before Python looks; beyond, nothing is won

_Result = TypeVar("_Result")


@asynccontextmanager
async def open_door(where: Places) -> AsyncIterator["Library"]:
    """The library over the places; raises ``VerbatimError`` where it cannot be opened."""
    from corpus.folder import check_folder  # noqa: PLC0415 - as below
    from index.answers import Caution  # noqa: PLC0415 - as below
    from index.library import Options, open_library  # noqa: PLC0415 - half of the start-up time

    options = Options(
        language=where.settings.language,
        max_file_bytes=where.settings.max_file_bytes,
        caution=Caution(where.settings.caution),
    )
    opened = open_library(corpus=where.corpus, data=where.data, options=options)
    try:
        with _collected_seldom():
            async with opened as library:
                yield library
    except (FileDamagedError, IndexDamagedError) as error:
        remedy = where.voice("terminal.build_anew")
        raise type(error)(error.thing, error.reason, remedy) from None
    except IndexMissingError as error:
        check_folder(where.corpus)  # a folder that is not there needs no index
        thing = where.voice("terminal.index_of", corpus=where.corpus)
        remedy = where.voice("terminal.build")
        raise IndexMissingError(thing, error.reason, remedy) from None


@contextmanager
def _collected_seldom() -> Iterator[None]:
    """Have Python look for garbage less often: a list of all documents is none.

    To look through the half of it that was there, again and again, took a quarter of an index
    of 100,000 documents without a change.
    """
    before = gc.get_threshold()
    gc.set_threshold(*_COLLECTED)
    try:
        yield
    finally:
        gc.set_threshold(*before)


async def refresh(library: "Library", voice: Voice) -> None:
    """Bring the index up to date where it is missing or stale; tell what cannot be read.

    While another process reindexes, or where the index cannot be written, the version before
    answers; where there is none yet, the one that is being built is waited for.
    """
    try:
        report = await _refreshed(library, voice)
    except ReindexRunningError:
        if await _is_built(library):
            warn(voice("terminal.being_indexed"))
            return
        warn(voice("terminal.waiting"))
        report = await _after_the_other(library, voice)
    except (DatabaseError, OSError) as error:
        if isinstance(error, FileDamagedError) or not await _is_built(library):
            raise
        warn(voice("terminal.not_refreshed", why=said(error, voice)))
        return
    if report is not None and report.unreadable:
        warn(voice.count("terminal.unreadable", len(report.unreadable)))


async def _refreshed(library: "Library", voice: Voice) -> "ReindexReport | None":
    with progress_bar(voice) as progress:
        return await library.refresh(progress)


async def _after_the_other(library: "Library", voice: Voice) -> "ReindexReport | None":
    """What is left to do once the other process has finished or was stopped."""
    import asyncio  # noqa: PLC0415 - as below

    while True:
        await asyncio.sleep(_PATIENCE)
        with suppress(ReindexRunningError):
            return await _refreshed(library, voice)


async def _is_built(library: "Library") -> bool:
    try:
        await library.status()
    except IndexMissingError:
        return False
    return True


@contextmanager
def progress_bar(voice: Voice) -> Iterator["Callable[[Progress], None] | None"]:
    """A progress bar on a terminal that takes control codes, from the first progress told on."""
    if not (on_terminal(sys.stderr) and colour()):
        yield None
        return
    with ExitStack() as open_bar:
        bars: list[Callable[[Progress], None]] = []

        def show(progress: "Progress") -> None:
            if not bars:
                from bot.terminal.progress import bar  # noqa: PLC0415 - rich costs 0.2 s; most runs tell none

                bars.append(open_bar.enter_context(bar(voice)))
            bars[0](progress)

        yield show


def run_async(work: Coroutine[Any, Any, _Result]) -> _Result:
    """Run one command's work to its end."""
    import asyncio  # noqa: PLC0415 - 0.03 s, which no help text has to wait for

    found: list[_Result] = []

    async def keep() -> None:
        # not what the task returns: to take back its handler of Ctrl-C, Runner.run has that in
        # an error that nobody sees, with the handler's repr, its task's and its result's in it
        found.append(await work)

    with asyncio.Runner() as runner:
        try:
            runner.run(keep())
            return found[0]
        except KeyboardInterrupt:
            # a database's thread may yet report to the loop that is about to be closed
            threading.excepthook = lambda _: None
            raise
