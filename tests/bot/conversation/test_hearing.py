"""A message is read from all that it may consist of, and a claim pointed at is looked up."""

from typing import Any

import discord
import pytest
from simcord.enums import MessageType

from tests.bot.world import QUESTION, World, behind, buttons, echo, press, text

PASSAGE = "over 300 radical Islamists had been moved from Syria"
CLAIM = "Macron: fighters went through Gaziantep!"
NO_TEXT = "no text that I could look up"
CLAIMED = "Passages that share words with that message."
PREVIEW = {
    "type": "article",
    "url": "https://news.example/a8f3/10",
    "title": "Macron on fighters in Gaziantep",
    "description": "He said that radical Islamists had been moved from Syria",
}
FIELDS = {"fields": [{"name": "Claim", "value": CLAIM, "inline": False}]}
COMPONENTS = [{"type": 17, "components": [{"type": 10, "content": CLAIM}]}]


async def put(world: World, content: str = "", **parts: Any) -> discord.Message:
    """A message of Bob's with any parts, as another client may make it."""
    world.env.backend.create_message(world.channel.id, world.bob.id, content, **parts)
    await world.env.settle()
    return [each for each in world.channel.history() if each.author.id == world.bob.id][-1]


def to(message: discord.Message) -> dict[str, Any]:
    """What refers to a message in a reply."""
    return {"type": 0, "channel_id": str(message.channel.id), "message_id": str(message.id)}


async def found(world: World, message: discord.Message) -> str:
    result = await world.alice.context_menu(world.channel, "Find sources", message)
    return text(result.response)


async def test_find_sources_reads_a_forwarded_message(world: World) -> None:
    claim = await world.bob.send(world.channel, CLAIM)
    forward = await world.bob.forward(claim, world.channel)
    assert PASSAGE in await found(world, forward)


@pytest.mark.parametrize(
    "parts",
    [
        {"content": PREVIEW["url"], "embeds": [PREVIEW]},
        {"embeds": [FIELDS]},
        {"components": COMPONENTS, "flags": 1 << 15},
    ],
)
async def test_find_sources_reads_previews_fields_and_components(
    world: World, parts: dict[str, Any]
) -> None:
    said = await found(world, await put(world, **parts))
    assert PASSAGE in said
    assert "a8f3" not in said


async def test_the_name_of_an_attachment_is_read_if_somebody_chose_it(world: World) -> None:
    named = await world.bob.send(
        world.channel, "", attachments=[("SPOILER_macron-fighters-gaziantep.pdf", b"x")]
    )
    said = await found(world, named)
    assert PASSAGE in said
    assert "SPOILER" not in said
    camera = await world.bob.send(
        world.channel, "", attachments=[("IMG-20240101-WA0001.jpg", b"x")]
    )
    assert NO_TEXT in await found(world, camera)


@pytest.mark.parametrize(
    "content", ["https://news.example/macron", "www.news.example", "@everyone", "news.example/a8"]
)
async def test_addresses_and_calls_to_everybody_are_no_words(world: World, content: str) -> None:
    assert NO_TEXT in await found(world, await put(world, content))


@pytest.mark.parametrize("words", ["this ^", "lol", "is this true?", ""])
async def test_find_sources_on_a_reply_that_only_points_reads_what_it_points_at(
    world: World, words: str
) -> None:
    claim = await put(world, f"{world.mention} {CLAIM}")
    reply = await put(world, words or "👀", reference=to(claim))
    assert PASSAGE in await found(world, reply)


async def test_what_a_thread_was_started_from_is_read_of_what_stands_first_in_it(
    world: World,
) -> None:
    claim = await put(world, f"{world.mention} {CLAIM}")
    backend = world.env.backend
    starter = backend.prepare_message(
        world.channel.id, world.bob.id, "-", reference=to(claim), message_type=MessageType(21)
    )
    starter.content = ""
    backend.commit_message(starter)
    await world.env.settle()
    assert PASSAGE in await found(world, world.last)


async def test_a_claim_is_read_of_a_forwarded_embed(world: World) -> None:
    shown = {"type": 0, "content": "", "embeds": [{"type": "rich", "description": CLAIM}]}
    backend, original = world.env.backend, await put(world, "-")
    forward = backend.prepare_message(world.channel.id, world.bob.id, "-")
    rest: dict[str, Any] = {
        "attachments": [],
        "timestamp": forward.timestamp,
        "edited_timestamp": None,
        "flags": 0,
    }
    forward.content, forward.flags = "", 1 << 14
    forward.snapshots = [{"message": shown | rest}]
    forward.reference = to(original) | {"type": 1}
    backend.commit_message(forward)
    await world.env.settle()
    assert PASSAGE in await found(world, world.last)


@pytest.mark.parametrize("words", ["", "is this true?", "source?", "Stimmt das?", "C’est vrai ?"])
async def test_a_reply_to_somebodys_claim_looks_the_claim_up(world: World, words: str) -> None:
    claim = await world.bob.send(world.channel, f"{world.mention} {CLAIM}")
    await world.alice.send(world.channel, f"{world.mention} {words}", reply_to=claim)
    small = echo(world.last)
    assert CLAIM.rstrip("!") in small.replace("\\", "")
    assert CLAIMED in small
    assert PASSAGE in text(world.last)


async def test_a_claim_that_discord_does_not_deliver_is_never_met_with_silence(
    world: World,
) -> None:
    claim = await world.bob.send(world.channel, CLAIM)
    for words in ("", "is this true?", "source?"):
        await world.alice.send(world.channel, f"{world.mention} {words}", reply_to=claim)
        assert "**Find sources**" in text(world.last)
        assert world.mention in text(world.last)


async def test_a_forward_sent_directly_is_a_claim(world: World) -> None:
    claim = await world.alice.send_dm("hello")
    forwarded = await world.alice.send_dm(CLAIM)
    dm = world.alice.user.dm_channel
    await world.alice.forward(forwarded, dm)
    assert claim is not None
    assert CLAIMED in echo(dm.last_message)


async def test_the_role_that_discord_made_for_the_bot_is_the_bot(world: World) -> None:
    guild = world.bot.get_guild(world.guild.id)
    assert guild is not None
    role = next(role for role in guild.me.roles if role.managed)
    await world.alice.send(world.channel, f"{role.mention} {world.mention} {QUESTION}")
    assert PASSAGE in text(world.last)
    await world.alice.send(world.channel, f"{role.mention} {QUESTION}")
    assert "that was my role" in text(world.last)  # of which Discord delivers no words
    assert world.mention in text(world.last)
    other = world.guild.create_role("Readers")
    await world.alice.send(world.channel, f"<@&{other.id}> {QUESTION}")
    assert world.last.author.id == world.alice.id


async def test_a_reply_to_a_commands_answer_is_told_what_helps(world: World) -> None:
    shown = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert shown.response is not None
    await world.alice.send(world.channel, "who denied it?", reply_to=shown.response)
    said = text(world.last)
    assert "ping on" not in said
    assert f"Write {world.mention} into your reply" in said
    await world.alice.send(
        world.channel, f"{world.mention} who denied it?", reply_to=shown.response
    )
    assert world.last.reference is not None
    assert "deni" in text(world.last)
    assert "Write" not in text(world.last)


@pytest.mark.parametrize(
    "words", ["thanks!", "lol", "👍", "good bot", "hahaha", "Danke dir", "merci beaucoup", "ok"]
)
async def test_a_reply_that_asks_nothing_gets_no_message(world: World, words: str) -> None:
    answer = await world.ask()
    await world.alice.send(world.channel, words, reply_to=answer)
    assert world.last.author.id == world.alice.id
    await world.alice.send(world.channel, f"{world.mention} {words}", reply_to=answer)
    assert world.last.author.id == world.alice.id
    assert [str(each.emoji) for each in world.last.reactions] == ["👍"]


async def test_a_remark_that_no_passage_answers_gets_a_reaction_and_a_question_a_word(
    world: World,
) -> None:
    answer = await world.ask()
    await world.alice.send(world.channel, "zebras juggle quinces", reply_to=answer)
    assert world.last.author.id == world.alice.id
    assert [str(each.emoji) for each in world.last.reactions] == ["🤷"]
    await world.alice.send(world.channel, "do zebras juggle quinces?", reply_to=answer)
    assert "No passage answers this." in text(world.last)


@pytest.mark.parametrize(
    ("words", "button", "answered"),
    [
        ("source?", "Source", "SHA-256"),
        ("Quelle bitte", "Source", "SHA-256"),
        ("context", "Context", "\n01\\.10.2020 – The president"),
        ("verify", "Verify", "Proven."),
        ("is that true?", "Verify", "Proven."),
    ],
)
async def test_a_word_below_an_answer_does_what_its_button_does(
    world: World, words: str, button: str, answered: str
) -> None:
    answer = await world.ask()
    await world.alice.send(world.channel, words, reply_to=answer)
    assert answered in text(world.last)
    shown = answer if button in buttons(answer) else await behind(world, answer)
    pressed = await press(world.alice, shown, button)
    assert text(pressed.response) == text(world.last)


async def test_an_answer_of_another_release_is_still_replied_to(world: World) -> None:
    answer = await world.ask()
    stored = world.env.backend.get_message(world.channel.id, answer.id)
    for row in stored.components[0]["components"]:
        for button in row.get("components", ()):
            button["custom_id"] = button["custom_id"][:1] + "~" + button["custom_id"][1:9]
    answer = await world.bot.get_channel(world.channel.id).fetch_message(answer.id)  # type: ignore[union-attr]
    await world.alice.send(world.channel, QUESTION, reply_to=answer)
    assert PASSAGE in text(world.last)
    result = await press(world.alice, answer, "›")
    assert "been reindexed" in text(result.response)
    for label in ("Context", "⋯"):
        assert text((await press(world.bob, answer, label)).response)


async def test_an_edit_is_answered_and_a_slip_mended_in_the_same_answer(world: World) -> None:
    asked = await world.alice.send(world.channel, QUESTION)
    assert world.last.id == asked.id
    await world.alice.edit(asked, f"{world.mention} {QUESTION}")
    answer = world.last
    assert PASSAGE in text(answer)
    await world.alice.edit(asked, f"{world.mention} Which quasar serenades Gaziantap?")
    assert world.last.id == answer.id
    assert "No passage answers this." in text(world.last)
    posted = len(world.channel.history())
    await world.alice.edit(asked, f"{world.mention}  Which quasar serenades Gaziantap?")
    assert len(world.channel.history()) == posted


async def test_a_preview_that_comes_later_changes_the_answer(world: World) -> None:
    asked = await world.alice.send(world.channel, f"{world.mention} {PREVIEW['url']}")
    answer = world.last
    assert NO_TEXT in text(answer)
    world.env.backend.edit_message(world.channel.id, asked.id, {"embeds": [PREVIEW]})
    await world.env.settle()
    assert world.last.id == answer.id
    assert PASSAGE in text(world.last)


async def test_a_forum_post_is_asked_by_its_title(world: World) -> None:
    forum = world.guild.create_forum_channel("questions")
    post = world.env.backend.create_thread(forum.id, QUESTION, world.alice.id)
    start = world.env.backend.prepare_message(post.id, world.alice.id, f"{world.mention} any idea?")
    start.id = post.id  # as Discord numbers the first message of a post
    world.env.backend.commit_message(start)
    await world.env.settle()
    (thread,) = forum.threads
    assert QUESTION in echo(thread.last_message)
    assert PASSAGE in text(thread.last_message)
    await world.bob.send(thread, f"{world.mention} is this true?")
    assert PASSAGE in text(thread.last_message)
