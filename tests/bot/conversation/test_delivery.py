"""Rules of sending: try again what may pass, never what is refused, and never create twice."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace
from typing import cast

import aiohttp
import discord
import pytest

from bot.conversation import delivery


def answer(kind: type[discord.HTTPException], status: int, code: int = 0) -> discord.HTTPException:
    """The error that discord.py raises for an answer of that status."""
    response = cast("aiohttp.ClientResponse", SimpleNamespace(status=status, reason="reason"))
    return kind(response, {"message": "refused", "code": code})


UNAVAILABLE = answer(discord.DiscordServerError, 503)
PASSING = [
    UNAVAILABLE,
    ConnectionResetError(104, "reset by peer"),
    aiohttp.ServerDisconnectedError(),
    aiohttp.ClientOSError(104, "reset by peer"),
    aiohttp.ClientPayloadError("cut"),
    TimeoutError(),
]
LASTING = [
    answer(discord.Forbidden, 403),
    answer(discord.NotFound, 404),
    answer(discord.HTTPException, 400),
    answer(discord.HTTPException, 429),
    answer(discord.DiscordServerError, 502),  # discord.py has tried five times by then
    ValueError("a defect"),
    FileNotFoundError("report.txt"),
]


AT_ONCE = delivery.Patience(first_delay=0.0)


class Sending:
    """A request that fails as told and then succeeds; keeps what it was called with."""

    def __init__(self, *errors: Exception) -> None:
        self._errors: Iterator[Exception] = iter(errors)
        self.calls: list[tuple[int, ...]] = []

    async def __call__(self, *nonce: int) -> str:
        self.calls.append(nonce)
        if error := next(self._errors, None):
            raise error
        return "sent"


@pytest.mark.parametrize("error", PASSING, ids=repr)
async def test_what_may_pass_is_tried_again(error: Exception) -> None:
    sending = Sending(error, error)
    assert await delivery.insist(sending, AT_ONCE) == "sent"
    assert len(sending.calls) == 3


@pytest.mark.parametrize("error", LASTING, ids=repr)
async def test_what_will_not_pass_is_tried_once(error: Exception) -> None:
    sending = Sending(error)
    with pytest.raises(type(error)):
        await delivery.insist(sending, AT_ONCE)
    assert len(sending.calls) == 1


async def test_trying_ends_with_the_last_error() -> None:
    sending = Sending(*[UNAVAILABLE] * 100)
    with pytest.raises(discord.DiscordServerError):
        await delivery.insist(sending, AT_ONCE)
    assert len(sending.calls) == AT_ONCE.tries


async def test_all_tries_of_a_message_carry_one_nonce_that_discord_takes() -> None:
    sending = Sending(UNAVAILABLE, UNAVAILABLE)
    await delivery.deliver(sending, AT_ONCE)
    (nonce,) = sending.calls[0]
    assert sending.calls == [(nonce,)] * 3
    assert len(str(nonce)) <= 25


async def test_two_messages_carry_two_nonces() -> None:
    first, second = Sending(), Sending()
    await delivery.deliver(first, AT_ONCE)
    await delivery.deliver(second, AT_ONCE)
    assert first.calls != second.calls


async def test_discord_saying_that_it_has_the_response_is_success() -> None:
    """The first response was lost on its way back, and the second try tells."""
    taken = answer(discord.HTTPException, 400, code=40060)
    sending = Sending(ConnectionResetError(), taken)
    await delivery.acknowledge(sending, AT_ONCE)
    assert len(sending.calls) == 2


async def test_any_other_refusal_of_a_response_is_raised() -> None:
    expired = answer(discord.NotFound, 404, code=10062)
    with pytest.raises(discord.NotFound):
        await delivery.acknowledge(Sending(expired), AT_ONCE)


async def test_a_request_without_an_end_is_given_up() -> None:
    short = replace(AT_ONCE, timeout=0.01)
    calls: list[int] = []

    async def hang() -> None:
        calls.append(1)
        await asyncio.Event().wait()

    with pytest.raises(TimeoutError):
        await delivery.insist(hang, short)
    assert len(calls) == AT_ONCE.tries
