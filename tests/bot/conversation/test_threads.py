"""Answers in threads only, in threads opened for them, and forums whose posts are looked up."""

from dataclasses import replace

import discord
import pytest
import simcord

from bot.desk.rules import Rules, Threads
from tests.bot.conftest import OpenWorld
from tests.bot.world import QUESTION, UNANSWERABLE, World, echo, press, text, walk

PASSAGE = "over 300 radical Islamists"


async def choose(world: World, **choices: object) -> None:
    await world.bot.desk.change_rules(
        world.guild.id,
        lambda rules: replace(rules, **choices),  # type: ignore[arg-type]
    )


async def opened(world: World, name: str = "talk") -> discord.Thread:
    """A thread that Bob has opened."""
    start = await world.bob.send(world.channel, "a thread")
    channel = world.bot.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    thread = await (await channel.fetch_message(start.id)).create_thread(name=name)
    await world.env.settle()
    return thread


def bots(world: World) -> list[discord.Message]:
    """What the bot has written in the channel; that it opened a thread is Discord's to say."""
    mine = world.bot.user
    assert mine is not None
    said = (each for each in world.channel.history() if each.author.id == mine.id)
    return [each for each in said if each.type is not discord.MessageType.thread_created]


async def test_an_answer_gets_a_thread_named_by_its_question(world: World) -> None:
    await choose(world, threads=Threads.OPENED)
    await world.alice.send(world.channel, f"{world.mention} {QUESTION}")
    (thread,) = world.channel.threads
    assert thread.name == QUESTION
    assert PASSAGE in text(thread.last_message)
    assert QUESTION in echo(thread.last_message)
    assert bots(world) == []
    await press(world.alice, thread.last_message, "›")
    assert PASSAGE not in text(thread.last_message)


async def test_what_was_said_in_a_thread_is_changed_there_by_an_edit(world: World) -> None:
    await choose(world, threads=Threads.OPENED)
    asked = await world.alice.send(world.channel, f"{world.mention} {UNANSWERABLE}")
    (thread,) = world.channel.threads
    assert "No passage answers this." in text(thread.last_message)
    await world.alice.edit(asked, f"{world.mention} {QUESTION}")
    assert len(world.channel.threads) == 1
    assert PASSAGE in text(thread.last_message)
    assert bots(world) == []


async def test_a_long_question_with_signs_makes_a_name_that_discord_takes(world: World) -> None:
    await choose(world, threads=Threads.OPENED)
    question = "Macron\u202e on Gaziantep\n" + "and fighters " * 15
    await world.alice.send(world.channel, f"{world.mention} {question}")
    (thread,) = world.channel.threads
    assert thread.name is not None
    assert thread.name.startswith("Macron on Gaziantep and fighters")
    assert len(thread.name) <= 100


@pytest.mark.parametrize(
    "denied", [{"create_public_threads": False}, {"send_messages_in_threads": False}]
)
async def test_where_no_thread_may_be_opened_it_answers_where_it_is_asked(
    world: World, denied: dict[str, bool]
) -> None:
    await choose(world, threads=Threads.OPENED)
    denying = discord.PermissionOverwrite(**denied)
    everybody = world.guild.default_role
    channel = world.guild.create_text_channel("plain", overwrites={everybody: denying})
    await world.alice.send(channel, f"{world.mention} {QUESTION}")
    assert PASSAGE in text(channel.last_message)
    assert not [each for each in world.env.http_requests if each.path.endswith("/threads")]


@pytest.mark.parametrize(("status", "code"), [(403, 50013), (400, 160006), (400, 50035)])
async def test_where_discord_refuses_the_thread_it_answers_where_it_is_asked(
    world: World, status: int, code: int
) -> None:
    await choose(world, threads=Threads.OPENED)
    path = f"/channels/{world.channel.id}/messages/*/threads"
    world.env.inject_error("POST", path, status=status, code=code)
    assert PASSAGE in text(await world.ask())


async def test_where_the_new_thread_takes_no_message_it_answers_where_it_is_asked(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may be archived or locked by a rule of the server's between the two."""
    await choose(world, threads=Threads.OPENED)

    async def closed(*_: object, **__: object) -> discord.Message:
        response = type("Response", (), {"status": 400, "reason": "Bad Request"})()
        raise discord.HTTPException(response, {"code": 50083, "message": "Thread is archived"})

    monkeypatch.setattr(discord.Thread, "send", closed)
    assert PASSAGE in text(await world.ask())


async def test_a_thread_that_somebody_opened_meanwhile_is_answered_in(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await choose(world, threads=Threads.OPENED)
    real = discord.Message.create_thread

    async def twice(message: discord.Message, *, name: str) -> discord.Thread:
        await real(message, name="somebody's own")
        return await real(message, name=name)

    monkeypatch.setattr(discord.Message, "create_thread", twice)
    await world.alice.send(world.channel, f"{world.mention} {QUESTION}")
    (thread,) = world.channel.threads
    assert PASSAGE in text(thread.last_message)


async def test_in_a_thread_no_further_thread_is_opened(world: World) -> None:
    await choose(world, threads=Threads.OPENED)
    thread = await opened(world)
    world.env.backend.create_message(thread.id, world.alice.id, f"{world.mention} {QUESTION}")
    await world.env.settle()
    (only,) = world.channel.threads
    assert PASSAGE in text(only.last_message)


async def test_in_threads_only_a_channel_gets_a_pointer_once_and_commands_are_private(
    world: World,
) -> None:
    await choose(world, threads=Threads.ONLY)
    assert "I answer in threads only" in text(await world.ask())
    assert (await world.ask()).author.id == world.alice.id
    assert (await world.alice.slash(world.channel, "ask", question=QUESTION)).ephemeral
    thread = await opened(world)
    world.env.backend.create_message(thread.id, world.alice.id, f"{world.mention} {QUESTION}")
    await world.env.settle()
    (only,) = world.channel.threads
    assert PASSAGE in text(only.last_message)
    await world.alice.send_dm(QUESTION)
    assert PASSAGE in text(world.alice.user.dm_channel.last_message)


async def post(
    world: World,
    title: str,
    words: str = "Does anybody know more?",
    by: simcord.MemberActor | None = None,
) -> simcord.ChannelHandle:
    """A forum post, of which Discord delivers the title and, where it is mentioned, the words."""
    forum = world.guild.create_forum_channel("claims")
    chosen = await world.bot.desk.rules(world.guild.id)
    await choose(world, forums=(*chosen.forums, forum.id))
    author = by or world.alice
    thread = world.env.backend.create_thread(forum.id, title, author.id)
    start = world.env.backend.prepare_message(thread.id, author.id, words)
    start.id = thread.id
    world.env.backend.commit_message(start)
    await world.env.settle()
    (thread_handle,) = forum.threads
    return thread_handle


async def test_each_new_post_of_a_chosen_forum_is_looked_up(world: World) -> None:
    thread = await post(world, "Macron: fighters went through Gaziantep!")
    answer = thread.last_message
    assert PASSAGE in text(answer)
    assert "Passages that share words with that message." in echo(answer)
    assert answer is not None
    assert answer.reference is not None
    assert answer.reference.message_id == thread.id


async def test_a_post_that_nothing_answers_is_left_alone(world: World) -> None:
    thread = await post(world, UNANSWERABLE)
    assert len(thread.history()) == 1
    assert not thread.history()[0].reactions


@pytest.mark.parametrize("title", ["Look at this lol", "so sad", "fake news", "help", "opinions"])
async def test_a_post_that_is_chatter_is_left_alone(world: World, title: str) -> None:
    thread = await post(world, title)
    assert len(thread.history()) == 1


async def test_posts_of_other_forums_further_messages_and_bots_are_left_alone(
    world: World,
) -> None:
    thread = await post(world, QUESTION)
    before = len(thread.history())
    world.env.backend.create_message(thread.id, world.bob.id, QUESTION)
    await world.env.settle()
    assert len(thread.history()) == before + 1
    robot = world.guild.add_member(world.env.create_user("robot", bot=True))
    assert len((await post(world, QUESTION, by=robot)).history()) == 1
    await choose(world, forums=())
    forum = world.guild.create_forum_channel("other")
    other = world.env.backend.create_thread(forum.id, QUESTION, world.alice.id)
    start = world.env.backend.prepare_message(other.id, world.alice.id, "Does anybody know?")
    start.id = other.id
    world.env.backend.commit_message(start)
    await world.env.settle()
    assert len(forum.threads[0].history()) == 1


async def test_where_it_may_not_write_below_a_post_nobody_is_written_to(world: World) -> None:
    dm = world.alice.user.dm_channel.id
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013, times=None)
    thread = await post(world, QUESTION)
    assert len(thread.history()) == 1
    assert not [each for each in world.env.http_requests if str(dm) in each.path]


async def test_posts_are_counted_by_the_cooldown_and_never_logged(open_bot: OpenWorld) -> None:
    world = await open_bot(VERBATIM_COOLDOWN_USER="1/30", VERBATIM_LOG_QUESTIONS="true")
    assert len((await post(world, QUESTION)).history()) == 2
    assert len((await post(world, QUESTION)).history()) == 1
    assert await world.records.questions_kept() == (0, 0)


async def test_both_are_chosen_in_the_settings(world: World) -> None:
    forum = world.guild.create_forum_channel("claims")
    shown = (await world.manager.slash(world.channel, "settings")).response
    assert shown is not None
    assert "**Threads**: answered where it is asked" in text(shown)
    await world.manager.select(shown, ["opened"], custom_id="T")
    await world.manager.select(shown, [forum], custom_id="O")
    rules = await world.bot.desk.rules(world.guild.id)
    assert (rules.threads, rules.forums) == (Threads.OPENED, (forum.id,))
    assert f"looked up: {forum.mention}" in text(shown)
    menus = [each for each in walk(shown) if each["type"] in {3, 8}]
    assert len({each["custom_id"] for each in menus}) == len(menus)


def test_what_another_release_stored_is_read_as_the_default() -> None:
    rules = Rules.read({"threads": "sideways", "forums": "all"})
    assert (rules.threads, rules.forums) == (Threads.ANYWHERE, ())
    assert Rules.read(replace(rules, threads=Threads.ONLY, forums=(5,)).stored()).forums == (5,)
