"""Which commands there are, where they can be used, and when Discord is told of them."""

from typing import Any

import discord
import simcord

from tests.bot.world import World, body, text

EVERYWHERE = {
    "ask",
    "timeline",
    "sides",
    "sources",
    "source",
    "verify",
    "about",
    "help",
    "forget-me",
    "reindex",
    "status",
    "feedback",
    "Find sources",
    "Who denies this?",
}
GUILD, DIRECT, PRIVATE = 0, 1, 2
FOR_SERVERS, FOR_PEOPLE = 0, 1


def synced(world: World) -> list[simcord.HttpLogEntry]:
    requests = world.env.http_requests
    return [each for each in requests if each.path.endswith("/commands") and each.method == "PUT"]


def commands(world: World) -> dict[str, Any]:
    return {each["name"]: each for each in body(synced(world)[0])}


async def test_all_but_the_settings_work_everywhere_and_as_a_persons_own_app(
    world: World,
) -> None:
    for name in EVERYWHERE:
        command = commands(world)[name]
        assert set(command["contexts"]) == {GUILD, DIRECT, PRIVATE}, name
        assert set(command["integration_types"]) == {FOR_SERVERS, FOR_PEOPLE}, name


async def test_the_settings_are_for_servers_and_for_those_who_manage_them(world: World) -> None:
    command = commands(world)["settings"]
    assert command["contexts"] == [GUILD]
    assert command["integration_types"] == [FOR_SERVERS]
    wanted = discord.Permissions(manage_guild=True).value
    assert int(command["default_member_permissions"]) == wanted


async def test_watching_is_for_servers_and_for_conversations_with_the_bot(world: World) -> None:
    """Where the bot is not itself it could not post; who may manage messages sees it."""
    command = commands(world)["watch"]
    assert set(command["contexts"]) == {GUILD, DIRECT}
    assert command["integration_types"] == [FOR_SERVERS]
    wanted = discord.Permissions(manage_messages=True).value
    assert int(command["default_member_permissions"]) == wanted


async def test_there_are_no_other_commands(world: World) -> None:
    assert commands(world).keys() == EVERYWHERE | {"settings", "watch"}


async def test_commands_are_synced_once_and_again_only_when_they_changed(world: World) -> None:
    await world.restart()
    assert len(synced(world)) == 1
    await world.records.set_note("synced commands", '{"digest": "of an older version"}')
    await world.restart()
    assert len(synced(world)) == 2


async def test_commands_are_mentioned_so_that_they_can_be_pressed(world: World) -> None:
    ids = {command.name: command.id for command in await world.bot.tree.fetch_commands()}
    for _ in range(2):
        said = text((await world.alice.slash(world.channel, "help")).response)
        for name in ("ask", "sources", "source", "settings"):
            assert f"</{name}:{ids[name]}>" in said
        await world.restart()


async def test_the_bot_keeps_neither_messages_nor_members(world: World) -> None:
    await world.ask()
    assert not world.bot.cached_messages
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    assert [member.id for member in guild.members] == [world.bot.user.id]  # type: ignore[union-attr]
