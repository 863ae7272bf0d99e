"""A simulated Discord with the real bot in it, and what its tests look at."""

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import simcord

from bot.messages.layout import ECHO_ID
from bot.serving.client import VerbatimBot
from bot.settings import Settings, load
from bot.wording.face import GLUE
from index.library import Library, open_library
from index.store.records import Records
from tests.discord_api import DiscordApi
from tests.discord_limits import problems

QUESTION = "What did Macron say about Gaziantep?"
UNANSWERABLE = "Which quasar serenades Gaziantap?"

Message = discord.Message | simcord.ResponseMessage


@dataclass
class World:
    """A server named ``guild`` with the bot, a channel, two people and a manager."""

    env: simcord.Env
    bot: VerbatimBot
    library: Library
    records: Records
    settings: Settings
    corpus: Path
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    alice: simcord.MemberActor
    bob: simcord.MemberActor
    manager: simcord.MemberActor
    fails: bool = False
    """Set where a defect is put in on purpose, so that its error does not fail the test."""

    @property
    def mention(self) -> str:
        assert self.bot.user is not None
        return self.bot.user.mention

    async def ask(self, question: str = QUESTION) -> discord.Message:
        """Alice asks by mention; the bot's answer."""
        await self.alice.send(self.channel, f"{self.mention} {question}")
        return self.last

    @property
    def last(self) -> discord.Message:
        """The last message of the channel."""
        message = self.channel.last_message
        assert message is not None
        return message

    async def let_see(self, *people: simcord.MemberActor) -> None:
        """Show people the commands of admins, as a server's owner may; who may use them is ours."""
        for command in await self.bot.tree.fetch_commands():
            if command.name in {"reindex", "status", "feedback", "watch"}:
                self.guild.set_command_permissions(command, dict.fromkeys(people, True))

    async def restart(self) -> None:
        """A new bot in the same Discord, on the same library and records."""
        self.bot = VerbatimBot(library=self.library, records=self.records, settings=self.settings)
        await self.env.restart_bot(self.bot)


async def indexed(folder: Path) -> Path:
    """The folder, once the corpus in it has its index there too."""
    async with open_library(corpus=folder / "corpus", data=folder / "data") as library:
        await library.reindex()
    return folder


@asynccontextmanager
async def open_world(folder: Path, environ: Mapping[str, str]) -> AsyncIterator[World]:
    """Open everything as ``verbatim run`` does, then check every request that was made."""
    settings = load(environ, folder)
    async with (
        open_library(corpus=folder / "corpus", data=folder / "data") as library,
        Records.open(folder / "data" / "records.sqlite3") as records,
    ):
        bot = VerbatimBot(library=library, records=records, settings=settings)
        async with _running(bot) as env:
            world = _world(env, bot, folder / "corpus")
            yield world
            broken = list(_broken_rules(env))
            assert not broken, "\n".join(dict.fromkeys(broken))
            if not world.fails:
                env.raise_errors()


def texts(message: Message | None) -> list[str]:
    """The texts of a message, top to bottom; spaces that do not break read as any other."""
    return [each["content"].replace(GLUE, " ") for each in walk(message) if each["type"] == 10]


def echo(message: Message | None) -> str:
    """The small print that repeats the question and tells how it was read."""
    found = (each for each in walk(message) if each["type"] == 10 and each.get("id") == ECHO_ID)
    return next((each["content"].replace(GLUE, " ") for each in found), "")


def text(message: Message | None) -> str:
    return "\n".join(texts(message))


def body(request: simcord.HttpLogEntry) -> Any:
    """What a request sent as JSON."""
    assert request.json is not None
    return request.json


async def pick(
    actor: Any, message: Message | None, values: list[str], custom_id: str
) -> simcord.InteractionResult:
    """Pick from the menu with this custom id."""
    assert message is not None
    result: simcord.InteractionResult = await actor.select(message, values, custom_id=custom_id)
    return result


def buttons(message: Message | None) -> dict[str, dict[str, Any]]:
    """The buttons by their label, or by their emoji where they have no label."""
    found = [each for each in walk(message) if each["type"] == 2]
    return {each.get("label") or each["emoji"]["name"]: each for each in found}


def walk(message: Message | None) -> Iterator[dict[str, Any]]:
    """Every component of a message, parents before their children."""
    assert message is not None
    if isinstance(message, simcord.ResponseMessage):
        queue = list(message.components)
    else:
        queue = [dict(component.to_dict()) for component in message.components]
    while queue:
        part = queue.pop(0)
        yield part
        beside = [part["accessory"]] if part.get("accessory") else []
        queue = [*part.get("components", ()), *beside, *queue]


async def press(actor: Any, message: Message | None, label: str) -> simcord.InteractionResult:
    """Click the button with this label or emoji."""
    assert message is not None
    result: simcord.InteractionResult = await actor.click(
        message, custom_id=buttons(message)[label]["custom_id"]
    )
    return result


async def behind(world: World, answer: Message | None) -> Message:
    """What Alice sees behind the last button of an answer."""
    result = await press(world.alice, answer, "⋯")
    assert result.response is not None
    return result.response


@asynccontextmanager
async def _running(bot: VerbatimBot) -> AsyncIterator[simcord.Env]:
    """``simcord.run`` without its clock, which a fixture cannot take down again."""
    env = simcord.Env(bot, shard_count=1, settle_timeout=60)
    await env.start()
    try:
        yield env
    finally:
        await env.shutdown()


def _world(env: simcord.Env, bot: VerbatimBot, corpus: Path) -> World:
    guild = env.create_guild("Newsroom")
    managers = guild.create_role("Managers", permissions=discord.Permissions(manage_guild=True))
    return World(
        env=env,
        bot=bot,
        library=bot.desk.library,
        records=bot.desk.records,
        settings=bot.desk.settings,
        corpus=corpus,
        guild=guild,
        channel=guild.create_text_channel("general"),
        alice=guild.add_member(env.create_user("alice")),
        bob=guild.add_member(env.create_user("bob")),
        manager=guild.add_member(env.create_user("manager"), roles=[managers]),
    )


def _broken_rules(env: simcord.Env) -> Iterator[str]:
    """What any request broke of Discord's limits and, where it is there, of its description."""
    api = DiscordApi.load()
    for request in env.http_requests:
        where = f"{request.method} {request.path}"
        yield from (
            f"{where}: {each}" for each in problems(request.method, request.path, request.json)
        )
        if api is not None:
            yield from api.problems(request.method, request.path, request.json)
