"""A question that was answered before a restart keeps its one answer, edited or not."""

from dataclasses import replace
from datetime import timedelta

import discord
import pytest
from simcord.backend.serializers import message_payload

from bot.desk.rules import Threads
from tests.bot.world import QUESTION, World, press, text

OTHER = "Who denied it?"


def from_bot(world: World) -> list[discord.Message]:
    """What the bot has written in the channel; that it opened a thread is Discord's to say."""
    said = (each for each in world.channel.history() if each.author.id != world.alice.id)
    return [each for each in said if each.type is not discord.MessageType.thread_created]


async def update(world: World, message: discord.Message) -> None:
    """What Discord tells of a message as it stands, as when it is pinned."""
    backend = world.env.backend
    stored = message_payload(backend, backend.get_message(world.channel.id, message.id))
    backend.emit("MESSAGE_UPDATE", dict(stored))
    await world.env.settle()


async def edit(world: World, message: discord.Message, words: str) -> None:
    """An edit a minute later: time stands still in the simulation."""
    stored = world.env.backend.get_message(world.channel.id, message.id)
    stored.content = f"{world.mention} {words}"
    stored.edited_timestamp = (message.created_at + timedelta(minutes=1)).isoformat()
    await update(world, message)


async def test_what_its_writer_has_not_changed_is_left_alone(world: World) -> None:
    asked = await world.alice.send(world.channel, f"{world.mention} {QUESTION}")
    await world.restart()
    await update(world, asked)
    assert len(from_bot(world)) == 1


async def test_what_was_edited_before_it_was_answered_is_left_as_it_was_turned(
    world: World,
) -> None:
    asked = await world.alice.send(world.channel, QUESTION)
    await world.alice.edit(asked, f"{world.mention} {QUESTION}")
    await press(world.alice, world.last, "›")
    shown = text(world.last)
    await world.restart()
    await update(world, asked)
    assert [text(each) for each in from_bot(world)] == [shown]


async def test_a_slip_that_is_mended_after_a_restart_changes_the_answer(world: World) -> None:
    asked = await world.alice.send(world.channel, f"{world.mention} {OTHER}")
    await world.bob.send(world.channel, "something else")
    await world.restart()
    await edit(world, asked, QUESTION)
    (answer,) = [each for each in from_bot(world) if each.author.id != world.bob.id]
    assert "over 300 radical Islamists" in text(answer)
    await edit(world, asked, OTHER)
    (again,) = [each for each in from_bot(world) if each.author.id != world.bob.id]
    assert again.id == answer.id


async def test_an_answer_in_a_thread_is_changed_there_after_a_restart(world: World) -> None:
    await world.bot.desk.change_rules(
        world.guild.id, lambda rules: replace(rules, threads=Threads.OPENED)
    )
    asked = await world.alice.send(world.channel, f"{world.mention} {OTHER}")
    await world.restart()
    await edit(world, asked, QUESTION)
    (thread,) = world.channel.threads
    assert "over 300 radical Islamists" in text(thread.last_message)
    assert len([each for each in thread.history() if each.author.id != world.alice.id]) == 1
    assert from_bot(world) == []


@pytest.mark.parametrize("status", [403, 404])
async def test_where_it_may_not_look_back_the_edit_is_answered(world: World, status: int) -> None:
    asked = await world.alice.send(world.channel, f"{world.mention} {OTHER}")
    await world.restart()
    path = f"/channels/{world.channel.id}/messages"
    world.env.inject_error("GET", path, status=status, code=50001, times=None)
    await world.alice.edit(asked, f"{world.mention} {QUESTION}")
    assert "over 300 radical Islamists" in text(world.last)
