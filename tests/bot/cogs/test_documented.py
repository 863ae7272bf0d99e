"""Every command that Discord is told of stands in docs/discord.md, with its options."""

import re

import discord
from discord import app_commands

from tests.bot.world import World
from tests.conftest import CHECKOUT

TABLE = (CHECKOUT / "docs" / "discord.md").read_text("utf-8").split("### All commands")[1]


async def test_every_slash_command_stands_in_the_docs_with_its_options(world: World) -> None:
    rows = dict(re.findall(r"^\| `/([\w -]+)` \|([^|]*)\|", TABLE, re.MULTILINE))
    told = {
        command.qualified_name: command
        for command in world.bot.tree.walk_commands(type=discord.AppCommandType.chat_input)
        if isinstance(command, app_commands.Command)
    }
    assert told.keys() == rows.keys()
    for name, command in told.items():
        options = [parameter.display_name for parameter in command.parameters]
        assert re.findall(r"`(\w+)`", rows[name]) == options, name


async def test_every_command_on_a_message_stands_in_the_docs(world: World) -> None:
    for kind in (discord.AppCommandType.message, discord.AppCommandType.user):
        for command in world.bot.tree.get_commands(type=kind):
            assert f"| **{command.name}** (Apps) |" in TABLE
