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
from corpus.errors import VerbatimError

BotT = TypeVar("BotT", bound=discord.Client)

LONGEST_WAIT: Final = 60.0
"""Seconds between two attempts while Discord is unavailable, at most."""
PATIENCE: Final = 60.0
"""Seconds for Discord to answer a log-in, or a new gateway connection, before it counts as lost."""
FAREWELL: Final = 0.5
"""Seconds to wait for Discord's side of the closing handshake."""

_PORTAL: Final = "https://discord.com/developers/applications, your application, Bot"
_NETWORK_ERRORS: Final = (aiohttp.ClientError, ConnectionError, TimeoutError)

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


class StartError(VerbatimError):
    """The bot cannot log in, or Discord does not let it stay."""


def token_of(settings: Settings) -> str:
    """The token to log in with; raises ``StartError`` where there is none or it cannot be one."""
    if settings.discord_token is None:
        raise StartError(
            "DISCORD_TOKEN",
            "is not set, and without it the bot cannot log in",
            f"copy it from {_PORTAL}, Reset Token, into `.env`",
        )
    if not is_token(settings.discord_token):
        raise StartError(
            "DISCORD_TOKEN",
            "does not have the shape of a bot token",
            f"copy it again from {_PORTAL}, Reset Token",
        )
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
        silent = f"no answer within {PATIENCE:.0f} seconds"
        raise StartError(
            where,
            f"Discord cannot be reached ({str(error) or silent})",
            "check the network, its name service and its firewall: discord.com and"
            " gateway.discord.gg must be open on TCP port 443",
        ) from error
    if isinstance(error, discord.HTTPException) and error.status < 500:
        raise StartError(
            "Discord",
            f"refuses the log-in ({error})",
            "wait an hour if it says 429, otherwise check the application's settings",
        ) from error
    return _name(error)


def _name(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".removesuffix(": ")


def _bad_token() -> StartError:
    return StartError(
        "DISCORD_TOKEN",
        "Discord does not accept it",
        f"make a new one at {_PORTAL}, Reset Token",
    )


async def stay_connected(bot: discord.Client) -> None:
    """Hold the gateway connection; discord.py itself resumes and reconnects."""
    connection = asyncio.create_task(_connect(bot))
    try:
        await asyncio.wait({connection})
        connection.result()
    except discord.PrivilegedIntentsRequired as error:
        raise StartError(
            "intents",
            "Discord refuses a privileged intent that the bot asks for (close code 4014)",
            f"switch it on at {_PORTAL}, Privileged Gateway Intents; Verbatim itself needs none",
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
