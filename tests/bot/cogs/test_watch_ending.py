"""Standing questions: a restart, a kill, and what ends them."""

import discord
import pytest
import simcord

from index.store.watches import NewWatch
from tests.bot.watching import CLOSED, STRIKE, add, bring, built, cog, editor, posted
from tests.bot.world import World, body, text

__all__ = ["built", "editor"]


async def test_it_goes_on_after_a_restart(world: World, editor: simcord.MemberActor) -> None:
    await add(world, editor)
    await bring(world, "wire.md", CLOSED)
    await world.restart()
    await cog(world).watching.look()
    await bring(world, "strike.md", STRIKE)
    assert len(posted(world)) == 2


async def test_a_kill_between_sending_and_noting_posts_nothing_twice(
    world: World, editor: simcord.MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when Discord has forgotten the nonce: the channel is looked through."""
    await add(world, editor)
    store = world.records.watches

    async def killed(_: int) -> None:
        raise RuntimeError("killed")

    monkeypatch.setattr(store, "said", killed)
    with pytest.raises(RuntimeError, match="killed"):
        await bring(world, "wire.md", CLOSED)
    monkeypatch.undo()
    assert len(posted(world)) == 1
    assert len(await store.posts()) == 1
    await world.restart()
    await cog(world).watching.look()
    assert len(posted(world)) == 1
    assert await store.posts() == ()


async def test_what_was_noted_and_not_sent_is_sent_later_under_the_same_nonce(
    world: World, editor: simcord.MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    await add(world, editor)
    monkeypatch.setattr(cog(world).watching, "_say", noted := Noted())
    await bring(world, "wire.md", CLOSED)
    assert noted.times == 1
    (post,) = await world.records.watches.posts()
    await world.restart()
    await cog(world).watching.look()
    assert len(posted(world)) == 1
    sent = [each for each in world.env.http_requests if each.path.endswith("/messages")]
    news = [body(each) for each in sent if each.method == "POST"][-1]
    assert int(news["nonce"]) == post.nonce
    assert news["enforce_nonce"] is True


class Noted:
    """Stands in for saying what was noted, as if the process had ended before."""

    times = 0

    async def __call__(self) -> None:
        self.times += 1


async def test_a_channel_that_is_deleted_ends_it_and_its_maker_is_told(
    world: World, editor: simcord.MemberActor
) -> None:
    await add(world, editor)
    channel = world.bot.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.delete()
    await world.env.settle()
    assert await world.records.watches.all() == ()
    told = text(editor.user.dm_channel.last_message)
    assert "general is gone, so I no longer watch “Who closed the port of Norrby?”" in told


async def test_news_for_a_channel_that_is_closed_waits_for_the_next_version(
    world: World, editor: simcord.MemberActor
) -> None:
    """It is not tried again and again: who is refused too often is banned by Discord."""
    await add(world, editor)
    refuse(world, world.channel.id, status=403, code=50013)
    await bring(world, "wire.md", CLOSED)
    asked = len(world.env.http_requests)
    await cog(world).watching.look()
    assert len(world.env.http_requests) == asked
    assert posted(world) == []
    await bring(world, "bread.md", "Bread is cheap.")
    assert len(posted(world)) == 1


async def test_a_channel_found_to_be_gone_ends_it(
    world: World, editor: simcord.MemberActor
) -> None:
    await add(world, editor)
    refuse(world, world.channel.id, status=404, code=10003)
    await bring(world, "wire.md", CLOSED)
    assert await world.records.watches.all() == ()
    await cog(world).watching.look()
    told = text(editor.user.dm_channel.last_message)
    assert f"<#{world.channel.id}> is gone, so I no longer watch" in told


async def test_somebody_who_takes_no_direct_message_is_no_longer_written_to(world: World) -> None:
    cog(world)
    user = world.alice.user
    await user.slash("watch add", question="Who closed the port of Norrby?")
    refuse(world, user.dm_channel.id, status=403, code=50007)
    await bring(world, "wire.md", CLOSED)
    assert await world.records.watches.all() == ()
    assert await world.records.watches.posts() == ()


def refuse(world: World, channel: int, *, status: int, code: int) -> None:
    """Let Discord refuse the next message to a channel."""
    path = f"/channels/{channel}/messages"
    world.env.inject_error("POST", path, status=status, code=code, times=1)


async def test_what_was_left_and_deleted_while_nobody_listened_is_caught_up_with(
    world: World, editor: simcord.MemberActor
) -> None:
    await add(world, editor)
    store = world.records.watches
    (kept,) = await store.all()
    known = {name: getattr(kept, name) for name in ("scope", "channel", "contact", "question")}
    more = {"source": "", "language": "en", "version": kept.version}
    for changed in ({"scope": "guild:1"}, {"channel": 1}):
        await store.add("somebody", NewWatch(**(known | more | changed)), 20)
    await cog(world).watching.catch_up()
    await world.env.settle()
    assert await store.all() == (kept,)
    told = text(editor.user.dm_channel.last_message)
    assert "<#1> is gone, so I no longer watch “Who closed the port of Norrby?”" in told


async def test_leaving_a_server_forgets_its_questions(
    world: World, editor: simcord.MemberActor
) -> None:
    await add(world, editor)
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    await guild.leave()
    await world.env.settle()
    assert await world.records.watches.all() == ()


async def test_forget_me_forgets_what_somebody_watches(
    world: World, editor: simcord.MemberActor
) -> None:
    await add(world, editor)
    said = await editor.slash(world.channel, "forget-me")
    assert "1 standing question" in text(said.response)
    assert await world.records.watches.all() == ()


async def test_no_id_of_a_person_is_kept(world: World, editor: simcord.MemberActor) -> None:
    await add(world, editor)
    await bring(world, "wire.md", CLOSED)
    data = (world.corpus.parent / "data").glob("records.sqlite3*")
    assert all(str(editor.id).encode() not in each.read_bytes() for each in data)


@pytest.fixture
async def second(world: World) -> simcord.MemberActor:
    """Another who may manage messages."""
    rights = discord.Permissions(manage_messages=True)
    role = world.guild.create_role("Second editors", permissions=rights)
    return world.guild.add_member(world.env.create_user("second"), roles=[role])


@pytest.mark.parametrize("ended", ["forget-me", "watch remove"])
async def test_what_is_not_sent_yet_goes_with_its_question_and_the_others_stays(
    world: World,
    editor: simcord.MemberActor,
    second: simcord.MemberActor,
    monkeypatch: pytest.MonkeyPatch,
    ended: str,
) -> None:
    mine, others = "Who closed the port of Norrby?", "What did Ewa Lindqvist do?"
    for actor, question in ((editor, mine), (second, others)):
        await add(world, actor, question)
    with monkeypatch.context() as patch:
        patch.setattr(cog(world).watching, "_say", Noted())
        await bring(world, "wire.md", CLOSED)  # answers both, and is to be posted with the first
        await bring(world, "strike.md", STRIKE)  # answers the first alone
    options = {"question": mine} if ended == "watch remove" else {}
    await editor.slash(world.channel, ended, **options)
    assert [each.question for each in await world.records.watches.all()] == [others]
    assert all(mine not in str(each.payload) for each in await world.records.watches.posts())
    await cog(world).watching.look()
    (post,) = posted(world)
    assert others in text(post)
    assert "Ewa Lindqvist closed" in text(post)
    assert mine not in text(post)
    assert "strike began" not in text(post)


async def test_word_of_an_ended_question_goes_with_whoever_it_was_for(
    world: World, editor: simcord.MemberActor, monkeypatch: pytest.MonkeyPatch
) -> None:
    await add(world, editor)
    monkeypatch.setattr(cog(world).watching, "_say", Noted())
    channel = world.bot.get_channel(world.channel.id)
    assert isinstance(channel, discord.TextChannel)
    await channel.delete()
    await world.env.settle()
    assert len(await world.records.watches.posts()) == 1
    await editor.user.slash("forget-me")
    assert await world.records.watches.posts() == ()


async def test_a_passage_is_posted_once_for_one_question_of_two_sources(
    world: World, editor: simcord.MemberActor
) -> None:
    await add(world, editor)
    await add(world, editor, source="chronology.txt")
    chronology = world.corpus / "chronology.txt"
    chronology.write_text(chronology.read_text("utf-8") + f"\n\n{CLOSED}\n", "utf-8")
    await bring(world, "bread.md", "Bread is cheap.")
    assert len(posted(world)) == 1
