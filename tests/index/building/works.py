"""Work for a process of its own, in a module that imports little: each such process imports it."""

import asyncio
import logging
import os
import signal
from collections.abc import Callable


async def told(words: str, *, progress: Callable[[str], None]) -> int:
    """Tells its words one by one and returns the process that it ran in."""
    for word in words.split():
        progress(word)
    logging.getLogger("verbatim.index").warning("said %s", words)
    return os.getpid()


async def failing(error: Exception, *, progress: Callable[[str], None]) -> None:
    raise error


async def killed(*, progress: Callable[[str], None]) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


async def endless(*, progress: Callable[[int], None]) -> None:
    progress(os.getpid())
    await asyncio.sleep(3600)


LONG, TIMES = "very long " * 20_000, 25


class OddError(Exception):
    """One that cannot be made again from what pickle keeps of it."""

    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} and {two}")


async def failing_oddly(*, progress: Callable[[str], None]) -> None:
    raise OddError("this", "that")


async def returning_oddly(*, progress: Callable[[str], None]) -> Exception:
    return OddError("this", "that")


async def logging_an_error(*, progress: Callable[[str], None]) -> None:
    logging.getLogger("verbatim.index").warning("it failed", exc_info=OSError("the disk is full"))


async def talkative(*, progress: Callable[[str], None]) -> None:
    """Tells and logs in threads at a time, each message longer than a pipe takes at once."""

    def often(say: Callable[[str], None]) -> None:
        for _ in range(TIMES):
            say(LONG)

    say = progress, logging.getLogger("verbatim.index").warning
    await asyncio.gather(*(asyncio.to_thread(often, each) for each in say * 2))
