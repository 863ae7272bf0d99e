"""Running the bot: what it needs is opened here, watched over, and closed again."""

import asyncio
import itertools
import signal
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from functools import partial
from types import FrameType
from typing import Final

import aiohttp
import discord
import structlog

from bot import logs
from bot.client import VerbatimBot
from bot.settings import Settings, corpus_folder
from corpus.errors import VerbatimError
from index.answers import IndexMissingError, ReindexReport
from index.library import Library, Options, open_library
from index.records import Records

GRACE: Final = 3.0
"""Seconds that questions in flight have to be answered once the bot is told to stop."""
FAREWELL: Final = 1.0
"""Seconds to wait for Discord's side of the closing handshake."""
LONGEST_WAIT: Final = 60.0
"""Seconds between two attempts while Discord is unavailable, at most."""

_HANDLERS: Final = ("discord.py: ", "CommandTree-invoker", "discord-ui-")
"""How discord.py 2.7.1 names the tasks that handle an event, a command or a button."""

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


class StartError(VerbatimError):
    """The bot cannot log in, or Discord does not let it stay."""


async def run(settings: Settings) -> None:
    """Serve until SIGTERM or SIGINT, then finish what is in flight and close everything.

    A second signal ends the process at once. Raises ``StartError`` when Discord cannot be
    reached or refuses the bot, and the errors of opening the library and the records.
    """
    token = _token(settings)
    logs.configure(style=settings.log_format, level=settings.log_level, hidden=[token])
    with _stopping_on_signals():
        _log.info("starting", corpus=str(corpus_folder(settings)), data=str(settings.data))
        try:
            await _open_and_serve(settings, token)
        except asyncio.CancelledError:
            _log.info("stopped")


def _token(settings: Settings) -> str:
    if settings.discord_token is None:
        raise StartError(
            "DISCORD_TOKEN",
            "is not set, and without it the bot cannot log in",
            "copy the token from https://discord.com/developers/applications, your application,"
            " Bot, Reset Token, into `.env`",
        )
    return settings.discord_token


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
    options = Options(language=settings.language, max_file_bytes=settings.max_file_bytes)
    async with (
        open_library(
            corpus=corpus_folder(settings), data=settings.data, options=options
        ) as library,
        Records.open(settings.data / "records.sqlite3") as records,
        _logged_in(
            partial(VerbatimBot, library=library, records=records, settings=settings), token
        ) as bot,
        _fresh(library),
    ):
        try:
            await _stay_connected(bot)
        finally:
            await _finish_in_flight()
            await _close(bot)


@asynccontextmanager
async def _logged_in(make: Callable[[], VerbatimBot], token: str) -> AsyncIterator[VerbatimBot]:
    """A bot that has logged in; tried again for as long as Discord itself is unavailable.

    Each attempt has a bot of its own, since half a log-in cannot be repeated.
    """
    for wait in _waits():
        async with make() as bot:
            try:
                await bot.login(token)
            except (discord.HTTPException, discord.LoginFailure, OSError, aiohttp.ClientError) as e:
                reason = _passing(e)
            else:
                yield bot
                return
        _log.warning("discord.unavailable", error=reason, retry_in=wait)
        await asyncio.sleep(wait)


def _passing(error: Exception) -> str:
    """What to log about a failure that will pass; raises ``StartError`` about one that will not."""
    if isinstance(error, discord.LoginFailure):
        raise _bad_token() from error
    if isinstance(error, aiohttp.ClientConnectorError | TimeoutError):
        where = f"{getattr(error, 'host', 'discord.com')}:{getattr(error, 'port', 443)}"
        raise StartError(
            where,
            f"Discord cannot be reached ({error or type(error).__name__})",
            "check the network, its name service and its firewall: discord.com and"
            " gateway.discord.gg must be open on TCP port 443",
        ) from error
    if isinstance(error, discord.HTTPException) and error.status < 500:
        raise StartError(
            "Discord",
            f"refuses the log-in ({error})",
            "wait an hour if it says 429, otherwise check the application's settings",
        ) from error
    return f"{type(error).__name__}: {error}"


def _bad_token() -> StartError:
    return StartError(
        "DISCORD_TOKEN",
        "Discord does not accept it",
        "make a new one at https://discord.com/developers/applications, your application, Bot,"
        " Reset Token",
    )


@asynccontextmanager
async def _fresh(library: Library) -> AsyncIterator[None]:
    """An index to answer from: built first when there is none, else brought up to date beside."""
    try:
        await library.status()
    except IndexMissingError:
        _log.info("index.building")
        _report(await library.refresh())
        yield
        return
    refreshing = asyncio.create_task(_refresh(library))
    try:
        yield
    finally:
        refreshing.cancel()
        await asyncio.wait({refreshing})


async def _refresh(library: Library) -> None:
    try:
        _report(await library.refresh())
    except VerbatimError as error:
        _log.error("index.not_refreshed", error=str(error))


def _report(report: ReindexReport | None) -> None:
    if report is None:
        _log.info("index.fresh")
        return
    for each in report.unreadable:
        _log.warning("index.unreadable", file=each.file, reason=each.reason)
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


async def _stay_connected(bot: VerbatimBot) -> None:
    """Hold the gateway connection; discord.py itself resumes and reconnects."""
    connection = asyncio.create_task(_connect(bot))
    try:
        await asyncio.wait({connection})
        connection.result()
    except discord.PrivilegedIntentsRequired as error:
        raise StartError(
            "intents",
            "Discord refuses a privileged intent that the bot asks for (close code 4014)",
            "switch it on at https://discord.com/developers/applications, your application, Bot,"
            " Privileged Gateway Intents; Verbatim itself needs none",
        ) from error
    except discord.ConnectionClosed as error:
        if error.code == 4004:
            raise _bad_token() from error
        raise StartError(
            "gateway",
            f"Discord closed the connection for good (close code {error.code})",
            "look the code up at https://docs.discord.com/developers/topics/opcodes-and-status-codes",
        ) from error
    finally:
        # `asyncio.wait_for` in Python 3.11, which discord.py uses, may swallow a cancellation.
        while not connection.done():
            connection.cancel()
            await asyncio.wait({connection}, timeout=0.1)


async def _connect(bot: VerbatimBot) -> None:
    for wait in _waits():
        try:
            await bot.connect()
        except AttributeError:
            # When its first connection fails, discord.py 2.7.1 asks a websocket that it never had
            # where to resume.
            if bot.ws is not None:
                raise
        else:
            return
        await asyncio.sleep(wait)


def _waits() -> Iterator[float]:
    """Seconds between attempts: doubled from one second to a minute, and then without end."""
    return (min(2.0**number, LONGEST_WAIT) for number in itertools.count())


async def _finish_in_flight() -> None:
    """Let the handlers that run end by themselves for a while; no new ones start by now."""
    running = {task for task in asyncio.all_tasks() if task.get_name().startswith(_HANDLERS)}
    if not running:
        return
    _log.info("finishing", in_flight=len(running))
    _, late = await asyncio.wait(running, timeout=GRACE)
    for task in late:
        task.cancel()
    if late:
        _log.warning("not_finished", in_flight=len(late))
        await asyncio.wait(late, timeout=FAREWELL)


async def _close(bot: VerbatimBot) -> None:
    closing = asyncio.ensure_future(bot.close())
    _, late = await asyncio.wait({closing}, timeout=FAREWELL)
    if late:
        await bot.http.close()  # ends a closing handshake that nobody answers
    await closing
