"""An answer that takes longer than a moment is announced by typing, and by nothing else."""

import asyncio
from typing import Any

import discord
import pytest

from bot.cogs.listen import Listen
from index.answers import Answer, Question
from tests.bot.world import QUESTION, World, text

PASSAGE = "over 300 radical Islamists"


def announced_after(world: World, moment: float) -> None:
    """Have the bot type when an answer takes longer than so many seconds."""
    listen = world.bot.get_cog("Listen")
    assert isinstance(listen, Listen)
    listen.moment = moment


@pytest.fixture
def slow(world: World, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Every question waits until this is set, and the first moment is over at once."""
    ask, over = world.library.ask, asyncio.Event()

    async def waiting(question: Question) -> Answer:
        await over.wait()
        return await ask(question)

    monkeypatch.setattr(world.library, "ask", waiting)
    announced_after(world, 0.0)
    return over


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Set once the bot is seen typing."""
    seen, typing = asyncio.Event(), discord.http.HTTPClient.send_typing

    async def noted(http: Any, channel: int) -> None:
        try:
            await typing(http, channel)
        finally:
            seen.set()

    monkeypatch.setattr(discord.http.HTTPClient, "send_typing", noted)
    return seen


async def begin(world: World) -> None:
    """Alice asks, and nobody waits for the answer."""
    world.env.backend.create_message(
        world.channel.id, world.alice.id, f"{world.mention} {QUESTION}"
    )


async def test_it_types_and_then_sends_one_message(
    world: World, slow: asyncio.Event, typed: asyncio.Event
) -> None:
    await begin(world)
    async with asyncio.timeout(20):
        await typed.wait()
    slow.set()
    await world.env.settle()
    asked, answer = world.channel.history()
    assert PASSAGE in text(answer)
    assert not asked.reactions


async def test_an_answer_comes_though_typing_is_refused(
    world: World, slow: asyncio.Event, typed: asyncio.Event
) -> None:
    world.env.inject_error("POST", f"/channels/{world.channel.id}/typing", status=403, code=50013)
    await begin(world)
    async with asyncio.timeout(20):
        await typed.wait()
    slow.set()
    await world.env.settle()
    assert PASSAGE in text(world.last)


async def test_what_is_answered_within_a_moment_is_not_announced(
    world: World, typed: asyncio.Event
) -> None:
    announced_after(world, 60.0)
    await world.ask()
    assert not typed.is_set()


async def test_where_it_may_not_write_it_does_not_type(
    world: World, slow: asyncio.Event, typed: asyncio.Event
) -> None:
    see = discord.PermissionOverwrite(send_messages=False)
    quiet = world.guild.create_text_channel("quiet", overwrites={world.guild.default_role: see})
    slow.set()
    world.env.backend.create_message(quiet.id, world.alice.id, f"{world.mention} {QUESTION}")
    await world.env.settle()
    assert PASSAGE in text(world.alice.user.dm_channel.last_message)
    assert not typed.is_set()
