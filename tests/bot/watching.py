"""What the tests of standing questions share: asking one, bringing a document, what is posted."""

import shutil
from pathlib import Path
from typing import Any

import discord
import pytest
import pytest_asyncio
import simcord

from bot.cogs.watch import Watches
from tests.bot.conftest import SHIPPED
from tests.bot.world import World, indexed, text, texts

ASKED = "Who closed the port of Norrby?"
CLOSED = "The harbour master Ewa Lindqvist closed the port of Norrby for two days."
STRIKE = "Dock workers of Norrby closed the port again when their strike began."


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two documents and their index: most of these tests index it anew."""
    folder = tmp_path_factory.mktemp("watched")
    (folder / "corpus").mkdir()
    for name in ("macron-gaziantep.md", "chronology.txt"):
        shutil.copy(SHIPPED / name, folder / "corpus")
    return await indexed(folder)


@pytest.fixture
async def editor(world: World) -> simcord.MemberActor:
    """Somebody who may manage messages."""
    rights = discord.Permissions(manage_messages=True)
    role = world.guild.create_role("Editors", permissions=rights)
    return world.guild.add_member(world.env.create_user("editor"), roles=[role])


def cog(world: World) -> Watches:
    found = world.bot.get_cog("Watches")
    assert isinstance(found, Watches)
    found.look.cancel()  # a test says itself when it is time to look
    return found


async def add(world: World, actor: Any, question: str = ASKED, **options: Any) -> str:
    cog(world)
    result = await actor.slash(world.channel, "watch add", question=question, **options)
    assert result.ephemeral
    return text(result.response)


async def bring(world: World, name: str, words: str | None, **metadata: str) -> None:
    """Put a document in, or take it out, and let the bot notice the new version."""
    path = world.corpus / name
    if words is None:
        path.unlink()
    else:
        known = {"title": "Port", "publisher": "The Wire", "published": "2021-05-04"} | metadata
        front = "".join(f"{key}: {value}\n" for key, value in known.items())
        path.write_text(f"---\n{front}---\n{words}\n", "utf-8")
    await world.library.reindex()
    await cog(world).watching.look()
    await world.env.settle()


def posted(world: World, channel: Any = None) -> list[discord.Message]:
    return [
        message
        for message in (channel or world.channel).history()
        if any("**New**" in each for each in texts(message))
    ]
