"""Work in a process of its own, so that the event loop of a bot never waits for a reindex.

A thread of the same process will not do: it holds the interpreter's lock for milliseconds at a
time, which add up to a tenth of a second, and what it needs in memory is never given back.
"""

import asyncio
import logging
import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable, Coroutine
from contextlib import suppress
from functools import partial
from logging.handlers import QueueHandler
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, Literal, TypeVar

from corpus.errors import VerbatimError
from corpus.facts import Fact

_Result = TypeVar("_Result")

Work = Callable[..., Coroutine[Any, Any, _Result]]
_Told = tuple[Literal["progress", "log", "done", "failed"], Any]

_LOGGERS = ("verbatim.index", "verbatim.corpus")
_PATIENCE = 5.0  # seconds in which a process that was told to stop is to end


class ProcessDiedError(VerbatimError):
    """The process ended before its work did."""


async def apart(work: Work[_Result], progress: Callable[[Any], None] | None) -> _Result:
    """What ``await work(progress=...)`` returns or raises, run in a process of its own.

    ``work`` is a function of a module, or one ``partial``, and all that passes is pickled. Progress
    and log records are handed on as they come. The process ends when this is cancelled, or its
    parent dies.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work_alone, args=(theirs, work))
    told: asyncio.Queue[_Told | None] = asyncio.Queue()
    starting = asyncio.create_task(asyncio.to_thread(process.start))
    try:
        await asyncio.shield(starting)
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
        raise ProcessDiedError(
            Fact("reindex"),
            Fact("its process was killed before it had ended"),
            Fact("see that the machine has memory enough and try again"),
        )
    finally:
        await asyncio.shield(_ended(process, starting))


async def _ended(process: Any, starting: asyncio.Task[None]) -> None:
    """End a process that nobody waits for any more, though it be still about to start."""
    try:
        await asyncio.wait([starting])
        if process.pid is not None:
            process.terminate()
            await asyncio.to_thread(process.join, _PATIENCE)
    finally:
        if process.pid is not None:
            process.kill()


def _listen(
    connection: Connection, loop: asyncio.AbstractEventLoop, told: "asyncio.Queue[_Told | None]"
) -> None:
    def tell(message: _Told | None) -> None:
        loop.call_soon_threadsafe(told.put_nowait, message)

    with suppress(RuntimeError):  # the loop is closed, and nobody waits any more
        try:
            while True:
                tell(connection.recv())
        except (EOFError, OSError):
            pass
        except Exception as error:  # noqa: BLE001 - what cannot be made again from its pickle
            tell(("failed", error))
        finally:
            tell(None)


def _work_alone(connection: Connection, work: Work[object]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    Thread(target=follow_parent, daemon=True).start()
    one_at_a_time = Lock()

    def send(*told: object) -> None:
        with one_at_a_time:  # threads log, and a connection mixes up what several send
            connection.send(told)

    for name in _LOGGERS:
        logging.getLogger(name).addHandler(_Handing(partial(send, "log")))
        logging.getLogger(name).propagate = False
    try:
        result = asyncio.run(work(progress=partial(send, "progress")))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised by the parent
        send("failed", _portable(error))
    else:
        send("done", result)
    connection.close()


def follow_parent() -> None:
    """End with the parent: one that was killed can tell this process nothing."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


class _Handing(QueueHandler):
    """Hands log records to the parent, which knows where they belong."""

    def __init__(self, send: Callable[[logging.LogRecord], None]) -> None:
        super().__init__(SimpleQueue())
        self._send = send

    def enqueue(self, record: logging.LogRecord) -> None:
        self._send(record)


def _portable(error: Exception) -> Exception:
    """The error, or its words where it cannot be pickled."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    except Exception:  # noqa: BLE001 - an error may hold anything
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
