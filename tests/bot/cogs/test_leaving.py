"""What a server chose stays for a while after the bot was removed, and then it goes."""

from dataclasses import replace
from datetime import timedelta

import discord
import pytest

from bot.cogs.leaving import GRACE, Leaving
from tests.bot.conftest import OpenWorld
from tests.bot.world import World
from tests.conftest import CHECKOUT


async def chosen(world: World) -> bool:
    """Whether what the server chose still holds."""
    return (await world.bot.desk.rules(world.guild.id)).passages == 2


async def choose(world: World) -> None:
    await world.bot.desk.change_rules(world.guild.id, lambda rules: replace(rules, passages=2))


async def look(world: World) -> None:
    cog = world.bot.get_cog("Leaving")
    assert isinstance(cog, Leaving)
    assert cog.drop_departed.is_running()
    await cog.drop_departed()


def pass_grace(monkeypatch: pytest.MonkeyPatch) -> None:
    """Go on in a time when the grace is over."""
    later = discord.utils.utcnow() + GRACE + timedelta(minutes=1)
    monkeypatch.setattr(discord.utils, "utcnow", lambda: later)


def leave(world: World) -> None:
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    world.bot._connection._remove_guild(guild)
    world.bot.dispatch("guild_remove", guild)


async def test_its_settings_and_questions_go_when_the_grace_time_is_over(
    open_bot: OpenWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = await open_bot(VERBATIM_LOG_QUESTIONS="true")
    await choose(world)
    await world.ask()
    leave(world)
    await world.env.settle()
    await look(world)
    assert await chosen(world)
    pass_grace(monkeypatch)
    await look(world)
    assert not await chosen(world)
    assert await world.records.questions_kept() == (0, 0)


async def test_a_server_that_takes_it_back_in_time_finds_all_as_it_was(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await choose(world)
    leave(world)
    await world.env.settle()
    await world.restart()  # as a new process, which finds itself in the server again
    await look(world)
    pass_grace(monkeypatch)
    await look(world)
    assert await chosen(world)


async def test_a_server_left_while_the_bot_was_off_is_noticed(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.records.set_rules("guild:5", {"passages": 2})
    await world.restart()
    await look(world)
    pass_grace(monkeypatch)
    await look(world)
    assert world.records.rules("guild:5") == {}


async def test_an_outage_is_no_departure(world: World) -> None:
    await choose(world)
    world.env.backend.emit("GUILD_DELETE", {"id": str(world.guild.id), "unavailable": True})
    await world.env.settle()
    assert await world.records.drop_departed(discord.utils.utcnow() + timedelta(days=1)) == ()
    assert await chosen(world)


def test_the_grace_time_stands_in_the_docs() -> None:
    docs = (CHECKOUT / "docs" / "privacy.md").read_text("utf-8")
    assert f"{GRACE.days} days after the bot was removed" in " ".join(docs.split())
