"""When the bot keeps silent, and how an answer reaches somebody where it may not write."""

import asyncio

import discord
import pytest
import simcord

from index.answers import Answer, Question
from tests.bot.conftest import OpenWorld
from tests.bot.world import QUESTION, World, body, press, text, texts

PASSAGE = "over 300 radical Islamists"
SEE = discord.PermissionOverwrite(send_messages=False, send_messages_in_threads=False)


def answers(world: World) -> list[str]:
    """What the bot has sent anywhere, by path."""
    return [entry.path for entry in world.env.http_requests if entry.path.endswith("/messages")]


async def test_messages_that_are_not_for_it_are_ignored(world: World) -> None:
    await world.alice.send(world.channel, QUESTION)
    await world.alice.send(world.channel, f"@everyone {QUESTION}")
    await world.alice.send(world.channel, f"{world.bob.mention} {QUESTION}")
    assert answers(world) == []


async def test_a_question_that_is_deleted_before_it_is_answered_gets_no_answer(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend, ask = world.env.backend, world.library.ask
    question = backend.prepare_message(
        world.channel.id, world.alice.id, f"{world.mention} {QUESTION}"
    )

    async def answered_too_late(asked: Question) -> Answer:
        found = await ask(asked)
        backend.delete_message(world.channel.id, question.id)
        await asyncio.sleep(0.1)  # until the bot hears of it
        return found

    monkeypatch.setattr(world.library, "ask", answered_too_late)
    backend.commit_message(question)
    await world.env.settle()
    assert answers(world) == []


async def test_bots_and_webhooks_are_ignored_even_when_they_mention_it(world: World) -> None:
    robot = world.guild.add_member(world.env.create_user("robot", bot=True))
    hook = world.guild.create_webhook(world.channel)
    await robot.send(world.channel, f"{world.mention} {QUESTION}")
    await hook.send(f"{world.mention} {QUESTION}")
    assert answers(world) == []


async def test_where_it_may_not_write_the_answer_comes_by_direct_message(world: World) -> None:
    quiet = world.guild.create_text_channel("quiet", overwrites={world.guild.default_role: SEE})
    await world.env.settle()
    world.env.backend.create_message(quiet.id, world.alice.id, f"{world.mention} {QUESTION}")
    await world.env.settle()
    (answer,) = world.alice.user.dm_channel.history()
    assert f"I may not write in {quiet.mention}" in text(answer)
    assert PASSAGE in text(answer)
    assert quiet.history()[-1].author.id == world.alice.id
    assert not any(entry.path == f"/channels/{quiet.id}/messages" for entry in posts(world))


async def test_where_no_direct_message_is_taken_a_reaction_is_left(world: World) -> None:
    quiet = world.guild.create_text_channel("quiet", overwrites={world.guild.default_role: SEE})
    dm = world.alice.user.dm_channel.id
    world.env.inject_error("POST", f"/channels/{dm}/messages", status=403, code=50007, times=None)
    world.env.backend.create_message(quiet.id, world.alice.id, f"{world.mention} {QUESTION}")
    await world.env.settle()
    (asked,) = quiet.history()
    assert [str(reaction.emoji) for reaction in asked.reactions] == ["🔇"]


async def test_where_nothing_at_all_is_allowed_nothing_is_tried(world: World) -> None:
    nothing = discord.PermissionOverwrite(
        send_messages=False, add_reactions=False, read_message_history=False
    )
    mute = world.guild.create_text_channel("mute", overwrites={world.guild.default_role: nothing})
    dm = world.alice.user.dm_channel.id
    world.env.inject_error("POST", f"/channels/{dm}/messages", status=403, code=50007, times=None)
    world.env.backend.create_message(mute.id, world.alice.id, f"{world.mention} {QUESTION}")
    await world.env.settle()
    assert not [entry for entry in world.env.http_requests if str(mute.id) in entry.path]


async def test_without_read_message_history_the_answer_is_no_reply(world: World) -> None:
    blind = discord.PermissionOverwrite(read_message_history=False)
    channel = world.guild.create_text_channel("blind", overwrites={world.guild.default_role: blind})
    await world.alice.send(channel, f"{world.mention} {QUESTION}")
    assert "message_reference" not in body(posts(world)[-1])
    assert PASSAGE in text(channel.last_message)


async def test_in_a_thread_it_needs_the_permission_for_threads(world: World) -> None:
    silent = discord.PermissionOverwrite(send_messages_in_threads=False)
    channel = world.guild.create_text_channel(
        "forum", overwrites={world.guild.default_role: silent}
    )
    start = await world.alice.send(channel, "a thread")
    message = await world.bot.get_channel(channel.id).fetch_message(start.id)  # type: ignore[union-attr]
    await message.create_thread(name="talk")
    await world.env.settle()
    (thread,) = channel.threads
    world.env.backend.create_message(thread.id, world.alice.id, f"{world.mention} {QUESTION}")
    await world.env.settle()
    assert PASSAGE in text(world.alice.user.dm_channel.last_message)


async def test_a_person_who_asks_too_often_is_told_the_seconds_once(open_bot: OpenWorld) -> None:
    world = await open_bot(VERBATIM_COOLDOWN_USER="1/30")
    await world.ask()
    refused = await world.ask()
    assert "Too many questions at once. Ask again in" in text(refused)
    assert (await world.ask()).author.id == world.alice.id
    result = await world.bob.slash(world.channel, "ask", question=QUESTION)
    assert PASSAGE in text(result.response)
    result = await world.bob.slash(world.channel, "ask", question=QUESTION)
    assert result.ephemeral
    assert "seconds" in text(result.response)


async def test_a_server_that_asks_too_often_is_told_so(open_bot: OpenWorld) -> None:
    world = await open_bot(VERBATIM_COOLDOWN_SERVER="1/30")
    await world.ask()
    result = await world.bob.slash(world.channel, "ask", question=QUESTION)
    assert "Many people are asking here right now" in text(result.response)
    await world.bob.send_dm(QUESTION)
    assert PASSAGE in text(world.bob.user.dm_channel.last_message)


async def test_asking_again_by_a_button_counts_as_a_question(open_bot: OpenWorld) -> None:
    world = await open_bot(VERBATIM_COOLDOWN_USER="1/30")
    refusal = await world.ask("Which quasar did Gaziantp orbit at noon?")
    result = await press(world.alice, refusal, "Gaziantep?")
    assert "Too many questions at once" in text(result.response)
    assert texts(world.last) == texts(refusal)


def posts(world: World) -> list[simcord.HttpLogEntry]:
    return [entry for entry in world.env.http_requests if entry.method == "POST"]
