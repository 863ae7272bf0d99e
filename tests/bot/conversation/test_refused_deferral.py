"""Where Discord does not take the deferral, the person is told by direct message, once."""

from collections.abc import Awaitable, Callable

import pytest

from tests.bot.world import QUESTION, World, press, text

CALLBACK = "/interactions/*/*/callback"
TOLD = "Discord did not accept my answer to what you asked or pressed."
Use = Callable[[World], Awaitable[object]]


async def command(world: World) -> object:
    return await world.alice.slash(world.channel, "ask", question=QUESTION)


async def listing(world: World) -> object:
    return await world.alice.slash(world.channel, "sources")


async def refused_admin(world: World) -> object:
    return await world.alice.slash(world.channel, "status")


async def button(world: World) -> object:
    return await press(world.alice, world.last, "Context")


async def turning(world: World) -> object:
    return await press(world.alice, world.last, "›")


@pytest.mark.parametrize("use", [command, listing, refused_admin, button, turning])
@pytest.mark.parametrize(("status", "code"), [(404, 10062), (403, 50013), (400, 50035)])
async def test_a_refused_deferral_ends_in_one_direct_message(
    world: World, capsys: pytest.CaptureFixture[str], use: Use, status: int, code: int
) -> None:
    await world.ask()
    world.fails = True  # discord.py calls it an error of the command's, which we tell
    world.env.inject_error("POST", CALLBACK, status=status, code=code, times=1)
    await use(world)
    (told,) = world.alice.user.dm_channel.history()
    assert TOLD in text(told)
    assert "Traceback" not in capsys.readouterr().out
    assert len(world.channel.history()) == 2


async def test_a_refused_attempt_is_on_record_though_nobody_could_be_told(world: World) -> None:
    world.fails = True
    world.env.inject_error("POST", CALLBACK, status=404, code=10062, times=1)
    await refused_admin(world)
    (entry,) = await world.records.audit_trail()
    assert (entry.action, entry.outcome) == ("status", "refused")
