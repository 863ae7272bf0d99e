"""The bot as a process of its own: started, listened to, stopped."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final, Self

from tests.wire.fake_discord import payloads
from tests.wire.fake_discord.journal import PATIENCE, Journal
from tests.wire.forking import Forked, Forker

CHECKOUT: Final = Path(__file__).resolve().parents[2]
LAUNCHER: Final = Path(__file__).with_name("launch.py")
_LONGEST_LINE: Final = 2**20
_LEFT_OPEN: Final = ("ResourceWarning", "Unclosed", "never awaited", "never retrieved", "destroyed")


class BotProcess:
    """``verbatim run`` in a subprocess. ``log`` holds what it said on standard error."""

    def __init__(self, process: asyncio.subprocess.Process | Forked) -> None:
        self._process = process
        self.log: Journal[str] = Journal("the bot's log")
        self._reading = asyncio.create_task(self._read())

    @classmethod
    @asynccontextmanager
    async def running(
        cls,
        base: str,
        folder: Path,
        forker: Forker | None = None,
        /,
        *,
        launcher: Path = LAUNCHER,
        **settings: str,
    ) -> AsyncIterator[Self]:
        """Start the bot against ``base`` with its data in ``folder``; a survivor is killed.

        It is forked by ``forker``; without one it is a Python of its own, which runs ``launcher``.
        """
        arguments = (base, "run")
        environment = base_environment() | _settings(folder) | settings
        bot = cls(
            await forker.start(
                *arguments, folder=folder, environment=environment, limit=_LONGEST_LINE
            )
            if forker
            else await asyncio.create_subprocess_exec(
                *(sys.executable, "-W", "default::ResourceWarning", str(launcher), *arguments),
                cwd=folder,
                env=environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.DEVNULL,
                stderr=asyncio.subprocess.PIPE,
                limit=_LONGEST_LINE,
            )
        )
        process = bot._process
        try:
            yield bot
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()
            await bot._reading

    @property
    def pid(self) -> int:
        return self._process.pid

    async def said(self, words: str, nth: int = 1, patience: float = PATIENCE) -> str:
        """The ``nth`` log line that holds ``words``, waited for."""
        return await self.log.nth(nth, lambda line: words in line, patience)

    def fields(self, wanted: Callable[[dict[str, Any]], bool]) -> list[dict[str, Any]]:
        """The log lines that are JSON objects and match."""
        lines = [json.loads(line) for line in self.log.entries if line.startswith("{")]
        return [line for line in lines if wanted(line)]

    def send(self, number: signal.Signals) -> None:
        self._process.send_signal(number)

    async def ended(self) -> int:
        """The exit status, waited for; everything the bot said is in the log by then."""
        async with asyncio.timeout(PATIENCE):
            status = await self._process.wait()
            await self._reading
        return status

    async def stop(self) -> int:
        """Ask the bot to end as a supervisor does, and return its exit status."""
        self.send(signal.SIGTERM)
        return await self.ended()

    def left_open(self) -> list[str]:
        """The log lines that tell of something that was not closed."""
        return self.log.matching(lambda line: any(words in line for words in _LEFT_OPEN))

    async def _read(self) -> None:
        assert self._process.stderr is not None
        async for line in self._process.stderr:
            self.log.add(line.decode().rstrip("\n"))


def base_environment() -> dict[str, str]:
    """What every bot takes over from the machine, and where our code is."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {"PYTHONPATH": str(CHECKOUT)}


def _settings(folder: Path) -> dict[str, str]:
    return {
        "DISCORD_TOKEN": payloads.TOKEN,
        "VERBATIM_CORPUS": str(folder / "corpus"),
        "VERBATIM_DATA": str(folder / "data"),
        "VERBATIM_LOG_FORMAT": "json",
    }
