"""A passage in several messages leaves none of them behind when another one is shown."""

from dataclasses import replace

import discord
import pytest
import simcord

from bot.desk.rules import Threads
from tests.bot.world import World, behind, buttons, press, text

LONG = "Envoy Kestrel named {} and no other."
QUESTION = f"What did envoy Kestrel name? {'~|' * 130}"
CONTINUED = "continued:"
METADATA = f'author: "{"~" * 100}"\npublisher: "{"_" * 100}"\n'


@pytest.fixture
async def long(world: World) -> World:
    """Two documents that answer one question, each with a passage too long for one message."""
    for name in ("one", "two"):
        front = f'title: "On {name} {"*" * 200}"\n{METADATA}'
        words = LONG.format(f"{name} {'*_~|' * 350}")
        (world.corpus / f"kestrel-{name}.md").write_text(f"---\n{front}---\n{words}\n", "utf-8")
    await world.library.reindex()
    await world.bot.desk.change_rules(
        world.guild.id, lambda rules: replace(rules, threads=Threads.OPENED)
    )
    return world


def shown(world: World) -> list[discord.Message]:
    """What the bot has said, in the channel or in the thread that it opened there."""
    mine = world.bot.user
    assert mine is not None
    places = (world.channel, *world.channel.threads)
    return [
        each
        for place in places
        for each in place.history()
        if each.author.id == mine.id and each.type is not discord.MessageType.thread_created
    ]


async def ask(world: World, way: str) -> None:
    """The answer to a mention stands in a thread, and repeats the question; so does a command's."""
    if way == "mention":
        await world.alice.send(world.channel, f"{world.mention} {QUESTION}")
    else:
        await world.alice.slash(world.channel, "ask", question=QUESTION)


@pytest.mark.parametrize("restarted", [False, True])
@pytest.mark.parametrize("way", ["mention", "command"])
async def test_turning_leaves_no_continuation_of_the_passage_before(
    long: World, way: str, restarted: bool
) -> None:
    await ask(long, way)
    first, second = shown(long)
    assert CONTINUED in text(second)
    await long.bob.send(long.channel, "Somebody else writes in between.")
    if restarted:
        await long.restart()
    await press(long.alice, first, "›")
    answer, rest = shown(long)
    assert answer.id == first.id
    assert rest.id != second.id
    await press(long.alice, answer, "‹")
    assert len(shown(long)) == 2


async def test_another_answer_keeps_its_continuation(long: World) -> None:
    await ask(long, "command")
    await ask(long, "command")
    one, _, two, kept = shown(long)
    await long.restart()
    await press(long.alice, one, "›")
    left = [each.id for each in shown(long)]
    assert {one.id, two.id, kept.id} <= set(left)
    assert len(left) == 4


async def test_deleting_deletes_the_whole_passage(long: World) -> None:
    await ask(long, "mention")
    first, _ = shown(long)
    more = await behind(long, first)
    assert "Deleted" in text((await press(long.alice, more, "Delete")).response)
    assert shown(long) == []


async def test_what_is_hidden_since_is_shown_in_no_continuation(long: World) -> None:
    await ask(long, "mention")
    first, _ = shown(long)
    await long.bot.desk.change_rules(
        long.guild.id, lambda rules: replace(rules, sources=("chronology.txt",))
    )
    await press(long.alice, first, "›")
    (only,) = shown(long)
    assert "no longer offers that source" in text(only)


async def test_a_private_view_leaves_none_behind_either(long: World) -> None:
    result = await long.alice.slash(long.channel, "ask", question=QUESTION, private=True)
    (before,) = result.followups
    assert CONTINUED in text(before)
    turned: simcord.InteractionResult = await press(long.alice, result.response, "›")
    assert result.followups == []
    assert len(turned.followups) == 1


async def test_a_passage_of_one_message_asks_discord_for_nothing_more(world: World) -> None:
    answer = await world.ask()
    before = len(world.env.http_requests)
    await press(world.alice, answer, "›")
    assert not [each for each in world.env.http_requests[before:] if each.method == "GET"]
    assert "›" in buttons(world.last)
