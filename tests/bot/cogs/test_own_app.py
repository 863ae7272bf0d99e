"""As a person's own app: in servers where the bot is not, and in group conversations."""

from typing import Any

import pytest
import simcord
from simcord.interactions import base_payload
from simcord.results import InteractionResult

from bot.desk.tongues import Tongues
from tests.bot.world import QUESTION, World, behind, buttons, press, text

ELSEWHERE: dict[str, Any] = {
    "guild_id": "999999999999999999",
    "guild": {"id": "999999999999999999", "locale": "de", "features": []},
    "authorizing_integration_owners": {"1": "1"},
}
GROUP: dict[str, Any] = {
    "context": 2,
    "channel": {"id": "5", "type": 3, "recipients": [], "last_message_id": None},
    "locale": "fr",
}


async def ask(world: World, place: dict[str, Any]) -> simcord.InteractionResult:
    """Use `/ask` in a place that the simulation has no actors for."""
    backend = world.env.backend
    visible = backend.visible_commands(user_id=world.alice.id, channel_id=world.channel.id)
    command = next(each for each in visible if each["name"] == "ask")
    options = [{"name": "question", "type": 3, "value": QUESTION}]
    record, payload = base_payload(
        backend,
        type=2,
        channel_id=world.channel.id,
        guild_id=world.guild.id,
        user_id=world.alice.id,
        data={"id": command["id"], "name": "ask", "type": 1, "options": options},
    )
    payload |= place
    if payload["context"] == 2:
        payload["user"] = payload.pop("member")["user"]
        del payload["guild_id"], payload["guild_locale"]
    backend.emit("INTERACTION_CREATE", payload)
    await world.env.settle()
    return InteractionResult(world.env, record)


@pytest.mark.parametrize(("place", "label"), [(ELSEWHERE, "Context"), (GROUP, "Contexte")])
async def test_it_answers_with_all_buttons_in_the_persons_language(
    world: World, place: dict[str, Any], label: str
) -> None:
    result = await ask(world, place)
    assert "over 300 radical Islamists" in text(result.response)
    assert label in buttons(result.response)
    voted = await press(world.alice, await behind(world, result.response), "👍")
    assert voted.response is not None


async def test_a_direct_message_is_in_the_language_of_the_last_interaction(world: World) -> None:
    """It is known in memory alone: not to a new process, nor after somebody is forgotten."""

    async def french() -> bool:
        await world.alice.send_dm(QUESTION)
        return "Contexte" in buttons(world.alice.user.dm_channel.last_message)

    assert not await french()
    await ask(world, {"locale": "fr", "context": 0})
    assert await french()
    assert "Contexte" not in buttons(await world.ask())  # a server has a language of its own
    await world.restart()
    assert not await french()
    await ask(world, {"locale": "fr", "context": 0})
    await world.alice.slash(world.channel, "forget-me")
    assert world.bot.desk.tongues.of(world.alice.id) is None


async def test_only_so_many_languages_are_kept() -> None:
    tongues = Tongues()
    for person in range(10_001):
        tongues.note(person, "fr")
    assert (tongues.of(0), tongues.of(1)) == (None, "fr")
