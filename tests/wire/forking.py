"""Bots that are forked from one process which has imported everything: nine tenths of the work of
a start are imports. ``forking.py FD`` is that process; it forks one bot for each byte that comes in
at the socket ``FD``, and ends with whoever holds the other end.
"""

import asyncio
import gc
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Self

_NUMBERS: Final = 2
"""Descriptors that come with each byte: a bot's standard error, and where its order comes from."""


class Forked:
    """A bot, with what the tests need of ``asyncio.subprocess.Process``."""

    def __init__(
        self,
        pid: int,
        stderr: asyncio.StreamReader,
        keeper: tuple[asyncio.StreamReader, asyncio.StreamWriter],
    ) -> None:
        self.pid = pid
        self.stderr = stderr
        self.returncode: int | None = None
        self._ending = asyncio.create_task(self._ended(*keeper))

    async def _ended(self, status: asyncio.StreamReader, line: asyncio.StreamWriter) -> int:
        self.returncode = int(await status.readline())
        line.close()
        await line.wait_closed()
        return self.returncode

    async def wait(self) -> int:
        return await asyncio.shield(self._ending)

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)


class Forker:
    """The process from which bots are forked."""

    def __init__(self, control: socket.socket) -> None:
        self._control = control

    @classmethod
    @contextmanager
    def running(cls, environment: Mapping[str, str]) -> Iterator[Self]:
        """Start it with warnings of what a bot leaves open; it imports in the meantime."""
        ours, theirs = socket.socketpair()
        number = theirs.fileno()
        process = subprocess.Popen(
            [sys.executable, "-W", "default::ResourceWarning", __file__, str(number)],
            env=dict(environment),
            pass_fds=[number],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,  # as each bot's will be: Python looks at its kind but once
            start_new_session=True,  # Ctrl-C is for the tests
        )
        theirs.close()
        with ours:
            yield cls(ours)
        sys.stderr.write(process.communicate()[1].decode())

    async def start(
        self, *arguments: str, folder: Path, environment: Mapping[str, str], limit: int
    ) -> Forked:
        """A bot with these arguments, in this working folder; ``limit`` bytes are a line's."""
        said, telling = os.pipe()
        order, taken = socket.socketpair()
        socket.send_fds(self._control, [b"."], [telling, taken.fileno()])
        os.close(telling)
        taken.close()
        keeper = await asyncio.open_connection(sock=order)
        keeper[1].write(json.dumps([arguments, str(folder), dict(environment)]).encode())
        keeper[1].write_eof()
        pid = int(await keeper[0].readline())
        stderr = asyncio.StreamReader(limit)
        await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(stderr), os.fdopen(said, "rb", 0)
        )
        return Forked(pid, stderr, keeper)


def _serve(control: socket.socket) -> None:
    """Fork a keeper for each order, until nobody can give one; returns in each bot alone."""
    with control:
        while numbers := socket.recv_fds(control, 1, _NUMBERS)[1]:
            if os.fork() == 0:
                break
            for number in numbers:
                os.close(number)
            _bury()
        else:
            sys.exit()
    _become(*numbers)


def _become(telling: int, taken: int) -> None:
    """Fork the bot that is ordered, and return in it; the keeper tells its number and its end."""
    with socket.socket(fileno=taken) as order, order.makefile() as text:
        arguments, folder, environment = json.load(text)
        if pid := os.fork():
            os.close(telling)
            order.sendall(b"%d\n" % pid)
            status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
            order.sendall(b"%d\n" % status)
            os._exit(0)
    os.dup2(telling, sys.stderr.fileno())
    os.close(telling)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    sys.argv[1:] = arguments


def _bury() -> None:
    """Let go of the keepers that have ended."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


if __name__ == "__main__":
    import bot.cli
    import bot.commands.run
    import bot.serving.running  # noqa: F401 - what a bot imports in its own time
    from bot.wording.voice import Voices
    from tests.wire.launch import launch

    Voices.load().rehearse()
    tuple(Voices.load().by_language.values())
    gc.freeze()  # no bot looks for garbage among what they share
    _serve(socket.socket(fileno=int(sys.argv[1])))
    launch()
