"""The connection to Discord: made, kept, and given up with a reason that can be acted on."""

import asyncio
import itertools
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Final, TypeVar

import aiohttp
import discord
import structlog

from bot.serving.invitation import is_token
from bot.settings import Settings
from bot.wording.mistakes import SpokenError

BotT = TypeVar("BotT", bound=discord.Client)

LONGEST_WAIT: Final = 60.0
"""Seconds between two attempts while Discord is unavailable, at most."""
PATIENCE: Final = 60.0
"""Seconds for Discord to answer a log-in, or a new gateway connection, before it counts as lost."""
FAREWELL: Final = 0.5
"""Seconds to wait for Discord's side of the closing handshake."""

_PORTAL: Final = "https://discord.com/developers/applications"
_CODES: Final = "https://docs.discord.com/developers/topics/opcodes-and-status-codes"
_NETWORK_ERRORS: Final = (aiohttp.ClientError, ConnectionError, TimeoutError)

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


class StartError(SpokenError):
    """The bot cannot log in, or Discord does not let it stay."""


def token_of(settings: Settings) -> str:
    """The token to log in with; raises ``StartError`` where there is none or it cannot be one."""
    if settings.discord_token is None:
        raise StartError("no_token", portal=_PORTAL)
    if not is_token(settings.discord_token):
        raise StartError("token_shape", portal=_PORTAL)
    return settings.discord_token


@asynccontextmanager
async def logged_in(make: Callable[[], BotT], token: str) -> AsyncIterator[BotT]:
    """A bot that has logged in; tried again for as long as Discord itself is unavailable.

    Each attempt has a bot of its own, since half a log-in cannot be repeated.
    """
    for wait in _waits():
        async with make() as bot:
            try:
                async with asyncio.timeout(PATIENCE):
                    await bot.login(token)
            except (discord.LoginFailure, discord.HTTPException, *_NETWORK_ERRORS) as error:
                reason = _passing(error)
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
        key = "unreachable" if str(error) else "silent"
        raise StartError(key, where=where, seconds=f"{PATIENCE:.0f}", reason=error) from error
    if isinstance(error, discord.HTTPException) and error.status < 500:
        raise StartError("login_refused", reason=error) from error
    return _name(error)


def _name(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".removesuffix(": ")


def _bad_token() -> StartError:
    return StartError("token_refused", portal=_PORTAL)


async def stay_connected(bot: discord.Client) -> None:
    """Hold the gateway connection; discord.py itself resumes and reconnects."""
    connection = asyncio.create_task(_connect(bot))
    try:
        await asyncio.wait({connection})
        connection.result()
    except discord.PrivilegedIntentsRequired as error:
        raise StartError("intents", portal=_PORTAL) from error
    except discord.ConnectionClosed as error:
        if error.code == 4004:
            raise _bad_token() from error
        raise StartError("gateway", code=error.code, address=_CODES) from error
    finally:
        # `asyncio.wait_for` in Python 3.11, which discord.py uses, may swallow a cancellation.
        while not connection.done():
            connection.cancel()
            await asyncio.wait({connection}, timeout=0.1)


async def _connect(bot: discord.Client) -> None:
    for wait in _waits():
        try:
            await bot.connect()
        except (discord.GatewayNotFound, *_NETWORK_ERRORS) as error:
            # Asking where the gateway is, which discord.py does not try again.
            _log.warning("discord.unavailable", error=_name(error), retry_in=wait)
        else:
            return
        await asyncio.sleep(wait)


async def disconnect(bot: discord.AutoShardedClient) -> None:
    """Take no further events, with what runs still able to answer over HTTP."""
    closing = [asyncio.ensure_future(shard.disconnect()) for shard in bot.shards.values()]
    if closing:
        await asyncio.wait(closing, timeout=FAREWELL)


async def close(bot: discord.Client) -> None:
    """Close the bot, within a moment even when Discord does not answer."""
    closing = asyncio.ensure_future(bot.close())
    _, late = await asyncio.wait({closing}, timeout=FAREWELL)
    if late:
        await bot.http.close()  # ends a closing handshake that nobody answers
    await closing


def _waits() -> Iterator[float]:
    """Seconds between attempts: doubled from one second to a minute, and then without end."""
    return (min(2.0**number, LONGEST_WAIT) for number in itertools.count())
