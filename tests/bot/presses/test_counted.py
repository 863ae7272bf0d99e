"""Every control there is, and every form, is counted by the cooldown."""

import importlib
import pkgutil
from collections.abc import Iterator

import simcord
from simcord.interactions import base_payload
from simcord.results import InteractionResult

import bot.presses
from tests.bot.conftest import OpenWorld
from tests.bot.world import World, press, text

TOLD = "Too many questions at once"


def keys(table: str) -> Iterator[str]:
    """The letters of all controls, or of all forms, in whatever module they stand."""
    for module in pkgutil.iter_modules(bot.presses.__path__, f"{bot.presses.__name__}."):
        yield from getattr(importlib.import_module(module.name), table, ())


async def test_no_control_does_anything_for_who_presses_too_often(open_bot: OpenWorld) -> None:
    world = await open_bot(VERBATIM_COOLDOWN_USER="1/600")
    controls = sorted(keys("ACTIONS"))
    assert len(controls) > 20
    await world.ask()
    for first in range(0, len(controls), 5):
        shown = await _shown(world, controls[first : first + 5])
        for key in controls[first : first + 5]:
            result = await press(world.alice, shown, key)
            assert TOLD in text(result.response), key
            assert result.followups == []


async def test_no_form_does_anything_for_who_sends_too_often(open_bot: OpenWorld) -> None:
    world = await open_bot(VERBATIM_COOLDOWN_USER="1/600")
    await world.ask()
    forms = set(keys("FORMS"))
    assert forms
    for key in forms:
        data: dict[str, object] = {"custom_id": f"{key}state", "components": []}
        assert TOLD in text((await _sent(world, data)).response), key


async def test_proving_by_command_is_counted_too(open_bot: OpenWorld) -> None:
    world = await open_bot(VERBATIM_COOLDOWN_USER="1/600")
    await world.ask()
    result = await world.alice.slash(world.channel, "verify", quote_id="x")
    assert result.ephemeral
    assert TOLD in text(result.response)


async def _shown(world: World, controls: list[str]) -> simcord.ResponseMessage:
    """A message of the bot's with a button for each letter."""
    buttons = [
        {"type": 2, "style": 2, "label": key, "custom_id": f"{key}state"} for key in controls
    ]
    assert world.bot.user is not None
    world.env.backend.create_message(
        world.channel.id,
        world.bot.user.id,
        components=[{"type": 1, "components": buttons}],
        flags=1 << 15,
    )
    await world.env.settle()
    return world.last  # type: ignore[return-value]


async def _sent(world: World, data: dict[str, object]) -> InteractionResult:
    """A form that Alice sends, whatever opened it."""
    record, payload = base_payload(
        world.env.backend,
        type=5,
        channel_id=world.channel.id,
        guild_id=world.guild.id,
        user_id=world.alice.id,
        data=data,
    )
    world.env.backend.emit("INTERACTION_CREATE", payload)
    await world.env.settle()
    return InteractionResult(world.env, record)
