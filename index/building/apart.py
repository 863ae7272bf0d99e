"""Work in a process of its own, so that the event loop of a bot never waits for a reindex.

A thread of the same process will not do: it holds the interpreter's lock for milliseconds at a
time, which add up to a tenth of a second, and what it needs in memory is never given back.
"""

import asyncio
import logging
import multiprocessing
import pickle
import signal
from collections.abc import Callable, Coroutine
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from threading import Thread
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from index.building.workers import follow_parent, reduced

_Result = TypeVar("_Result")

Work = Callable[..., Coroutine[Any, Any, _Result]]
_Told = tuple[Literal["progress", "log", "done", "failed"], Any]

_LOGGERS = ("verbatim.index", "verbatim.corpus")
_PATIENCE = 5.0  # seconds in which a process that was told to stop is to end


class ProcessDiedError(RuntimeError):
    """The process ended before its work did."""


async def apart(work: Work[_Result], progress: Callable[[Any], None] | None) -> _Result:
    """What ``await work(progress=...)`` returns or raises, run in a process of its own.

    ``work`` is a function of a module, or one ``partial``, and all that passes is pickled. Progress
    and log records are handed on as they come. The process ends when this is cancelled, or its
    parent dies.
    """
    ForkingPickler.register(MappingProxyType, reduced)
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work_alone, args=(theirs, work))
    told: asyncio.Queue[_Told | None] = asyncio.Queue()
    try:
        await asyncio.to_thread(process.start)
        theirs.close()
        loop = asyncio.get_running_loop()
        Thread(target=_listen, args=(ours, loop, told), daemon=True).start()
        while (message := await told.get()) is not None:
            kind, value = message
            if kind == "progress" and progress is not None:
                progress(value)
            elif kind == "log":
                logging.getLogger(value.name).handle(value)
            elif kind == "done":
                await asyncio.to_thread(process.join, _PATIENCE)
                result: _Result = value
                return result
            elif kind == "failed":
                raise value
        raise ProcessDiedError("the process that reindexes died; try again")
    finally:
        await _ended(process)


async def _ended(process: Any) -> None:
    """End a process that nobody waits for any more."""
    if process.pid is not None:
        process.terminate()
        await asyncio.shield(asyncio.to_thread(process.join, _PATIENCE))
        process.kill()


def _listen(
    connection: Connection, loop: asyncio.AbstractEventLoop, told: "asyncio.Queue[_Told | None]"
) -> None:
    with suppress(RuntimeError):  # the loop is closed, and nobody waits any more
        with suppress(EOFError, OSError):
            while True:
                loop.call_soon_threadsafe(told.put_nowait, connection.recv())
        loop.call_soon_threadsafe(told.put_nowait, None)


def _work_alone(connection: Connection, work: Work[object]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    Thread(target=follow_parent, daemon=True).start()
    ForkingPickler.register(MappingProxyType, reduced)
    for name in _LOGGERS:
        logging.getLogger(name).addHandler(_Handing(connection))
        logging.getLogger(name).propagate = False

    def progress(value: object) -> None:
        connection.send(("progress", value))

    try:
        result = asyncio.run(work(progress=progress))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised by the parent
        connection.send(("failed", _portable(error)))
    else:
        connection.send(("done", result))
    connection.close()


class _Handing(logging.Handler):
    """Hands log records to the parent, which knows where they belong."""

    def __init__(self, connection: Connection) -> None:
        super().__init__()
        self._connection = connection

    def emit(self, record: logging.LogRecord) -> None:
        plain = {**vars(record), "msg": record.getMessage(), "args": None}
        if record.exc_info:
            plain |= {"exc_text": logging.Formatter().formatException(record.exc_info)}
        self._connection.send(("log", logging.makeLogRecord({**plain, "exc_info": None})))


def _portable(error: Exception) -> Exception:
    """The error, or its words where it cannot be pickled."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    except Exception:  # noqa: BLE001 - an error may hold anything
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
