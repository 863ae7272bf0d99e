"""Of the application's team, only those who may change it are admins."""

from typing import Any

import discord
import pytest

from bot.desk.desk import owners
from tests.bot.world import World, text

OWNER = 77
ACCEPTED, INVITED = 2, 1


def team_of(world: World, role: str, state: int) -> None:
    """Put Alice into the team that the application belongs to."""
    member = {"membership_state": state, "role": role, "team_id": "5"}
    user = {"username": "alice", "discriminator": "0", "avatar": None}
    data: Any = {
        "id": "5",
        "name": "Team",
        "icon": None,
        "owner_user_id": str(OWNER),
        "members": [
            member | {"user": user | {"id": str(world.alice.id)}},
            member | {"user": user | {"id": str(OWNER)}, "role": "admin", "membership_state": 2},
        ],
    }
    application = world.bot.application
    assert application is not None
    application.team = discord.Team(world.bot._connection, data)


@pytest.mark.parametrize(
    ("role", "state", "may"),
    [
        ("admin", ACCEPTED, True),
        ("developer", ACCEPTED, True),
        ("read_only", ACCEPTED, False),
        ("admin", INVITED, False),
        ("developer", INVITED, False),
        ("read_only", INVITED, False),
    ],
)
async def test_only_who_may_change_the_application_is_an_admin(
    world: World, role: str, state: int, may: bool
) -> None:
    team_of(world, role, state)
    for command in ("status", "feedback", "reindex"):
        said = text((await world.alice.slash(world.channel, command)).response)
        assert ("Only the bot’s owners" in said) is not may, command
    assert owners(world.bot) == {OWNER} | ({world.alice.id} if may else set())
