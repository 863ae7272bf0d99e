"""Requests to Discord that arrive, and arrive once, over a network that breaks.

discord.py 2.7.1 tries five times on 429, 500, 502, 504 and 524. It gives up at once on a 503 to
a channel, on a connection that is reset (errno 104 on Linux) and on a timeout; these are tried
again here. After such a failure nobody knows whether Discord has acted, so each kind of request
has its own way of being harmless when it is repeated:

==================  ============================================================================
`deliver`           a new message in a channel: all tries carry one nonce, and discord.py sets
                    ``enforce_nonce`` beside it, so Discord creates the message once
`insist`            an edit, a delete, a fetch: doing it twice is doing it once
`acknowledge`       the first response to an interaction: Discord refuses a second one, and that
                    refusal says that the first has arrived
`add`               a further message of an interaction: Discord takes no nonce there, so one whose
                    answer was lost stands twice. A quote without its end would be worse; where
                    one message can do, defer and edit it through `insist`
==================  ============================================================================
"""

import asyncio
import itertools
import random
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final, TypeVar

import aiohttp
import discord
import structlog

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Patience:
    """How often a request is tried, and for how long."""

    tries: int = 6
    first_delay: float = 0.25
    """Seconds before the second try, doubled before each further one: 7.75 s in all, 1.75 s for the
    first four, which keeps an interaction's first response within its 3 s."""
    timeout: float = 60.0
    """Seconds for one try: longer than discord.py's own five, shorter than aiohttp's 300."""


PATIENCE: Final = Patience()
_ALREADY_ACKNOWLEDGED: Final = 40060  # Discord's JSON error code

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


async def deliver(
    send: Callable[[int], Awaitable[T]], patience: Patience = PATIENCE, *, nonce: int | None = None
) -> T:
    """Create one channel message; ``send`` must pass the nonce it is given on to discord.py.

    The nonce is a new one where none is given, to go on with what was begun before.
    ``send`` is called anew for each try, so it makes its own `discord.File`: one that has been
    sent is read to its end. Raises the last error; an answer of 4xx is never tried again.
    """
    number = secrets.randbits(64) if nonce is None else nonce
    return await _persist(lambda: send(number), patience)


async def insist(request: Callable[[], Awaitable[T]], patience: Patience = PATIENCE) -> T:
    """Make a request that may be repeated, such as an edit. Raises as `deliver` does."""
    return await _persist(request, patience)


async def add(send: Callable[[], Awaitable[T]]) -> T:
    """Create a further message of an interaction: at least once. Raises as `deliver` does."""
    return await _persist(send, PATIENCE)


async def acknowledge(
    respond: Callable[[], Awaitable[object]], patience: Patience = PATIENCE
) -> None:
    """Respond first to an interaction, by a deferral or a message. Raises as `deliver` does.

    When a lost response turns out to have arrived, ``interaction.response.is_done()`` stays
    false although Discord holds the response: go on with ``edit_original_response``.
    """

    async def once() -> None:
        try:
            await respond()
        except discord.HTTPException as error:
            if error.code != _ALREADY_ACKNOWLEDGED:
                raise

    await _persist(once, patience)


async def _persist(request: Callable[[], Awaitable[T]], patience: Patience) -> T:
    for number in itertools.count(1):
        try:
            async with asyncio.timeout(patience.timeout):
                return await request()
        except Exception as error:
            if number == patience.tries or not is_transient(error):
                raise
            longest = patience.first_delay * 2 ** (number - 1)
            delay = longest * random.uniform(0.5, 1)  # noqa: S311
            _log.warning("request.retried", error=_name(error), tries=number, delay=round(delay, 2))
            await asyncio.sleep(delay)
    raise AssertionError("itertools.count ended")  # pragma: no cover


def is_transient(error: Exception) -> bool:
    """Whether the same request may succeed in a moment and discord.py has not tried it again."""
    if isinstance(error, discord.DiscordServerError):
        return error.status == 503
    return isinstance(
        error,
        aiohttp.ClientConnectionError | aiohttp.ClientPayloadError | ConnectionError | TimeoutError,
    )


def _name(error: Exception) -> str:
    return str(error.status) if isinstance(error, discord.HTTPException) else type(error).__name__
