"""Commands that another program has replaced come back, and are mentioned by their new ids."""

from dataclasses import replace

import pytest
from simcord.interactions import base_payload
from simcord.results import InteractionResult

from bot.serving.command_names import CommandTranslator
from bot.serving.command_sync import CommandSync
from bot.wording.voice import COMMANDS, Voices
from tests.bot.world import World, text


def sync_of(world: World) -> CommandSync:
    cog = world.bot.get_cog("CommandSync")
    assert isinstance(cog, CommandSync)
    return cog


async def replaced(world: World, *names: str) -> None:
    """What another program with the same token does."""
    payload = [{"name": name, "description": "another", "type": 1} for name in names]
    number = world.bot.application_id
    assert number is not None
    await world.bot.http.bulk_upsert_global_commands(number, payload=payload)


async def names(world: World) -> set[str]:
    return {command.name for command in await world.bot.tree.fetch_commands()}


@pytest.mark.parametrize("others", [(), ("play", "ask")])
async def test_replaced_commands_are_restored_at_the_next_look(
    world: World, others: tuple[str, ...]
) -> None:
    before = await names(world)
    await replaced(world, *others)
    assert await names(world) == set(others)
    await sync_of(world).look()
    assert await names(world) == before
    ids = {command.name: command.id for command in await world.bot.tree.fetch_commands()}
    said = text((await world.alice.slash(world.channel, "help")).response)
    assert f"</ask:{ids['ask']}>" in said


async def test_a_look_that_finds_them_tells_discord_nothing(world: World) -> None:
    def told() -> int:
        return sum(entry.method == "PUT" for entry in world.env.http_requests)

    before = told()
    await sync_of(world).look()
    await world.restart()
    await sync_of(world).look()
    assert told() == before


async def test_it_looks_by_itself_and_goes_on_after_a_failure(world: World) -> None:
    sync = sync_of(world)
    assert sync.look.is_running()
    world.env.inject_error("GET", f"/applications/{world.bot.application_id}/commands", status=500)
    await sync.look()
    assert sync.look.is_running()
    assert not sync.look.failed()


async def test_who_uses_a_command_of_another_program_is_told_and_ours_come_back(
    world: World,
) -> None:
    world.fails = True  # discord.py calls it an error that the command is not found
    await replaced(world, "play")
    (play,) = await world.bot.tree.fetch_commands()
    record, payload = base_payload(
        world.env.backend,
        type=2,
        channel_id=world.channel.id,
        guild_id=world.guild.id,
        user_id=world.alice.id,
        data={"id": str(play.id), "name": "play", "type": 1, "options": []},
    )
    world.env.backend.emit("INTERACTION_CREATE", payload)
    await world.env.settle()
    result = InteractionResult(world.env, record)
    assert result.ephemeral
    assert "I do not know that command" in text(result.response)
    assert "ask" in await names(world)


async def test_a_text_of_any_language_that_has_changed_is_told_at_the_next_start(
    world: World,
) -> None:
    sync, tree = sync_of(world), world.bot.tree
    noted = sync._digest()
    german = Voices.load().by_language["de"]
    key = next(key for key in german.words if key.startswith(COMMANDS))
    changed = replace(german, words={**german.words, key: "anders"})
    voices = Voices({**Voices.load().by_language, "de": changed})
    await tree.set_translator(CommandTranslator(voices))
    assert sync._digest() != noted
