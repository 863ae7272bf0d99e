"""What a message points at: a picture, a quotation, the end of a chain of replies, a quote."""

from typing import Any

import discord
import pytest
from simcord.enums import MessageType

from tests.bot.world import QUESTION, UNANSWERABLE, World, echo, text

PASSAGE = "over 300 radical Islamists had been moved from Syria"
CLAIM = "Macron: fighters went through Gaziantep!"
CLAIMED = "Passages that share words with that message."
NO_TEXT = "no text that I could look up"
NAMED = [("macron_fighters_gaziantep.png", b"x")]


async def put(world: World, content: str = "", **parts: Any) -> discord.Message:
    """A message of Bob's, as another client may make it."""
    world.env.backend.create_message(world.channel.id, world.bob.id, content, **parts)
    await world.env.settle()
    return [each for each in world.channel.history() if each.author.id == world.bob.id][-1]


async def reply(world: World, to: discord.Message, words: str) -> discord.Message:
    reference = {"type": 0, "channel_id": str(to.channel.id), "message_id": str(to.id)}
    return await put(world, words, reference=reference, message_type=MessageType(19))


async def found(world: World, message: discord.Message | None) -> str:
    assert message is not None
    shown = await world.alice.context_menu(world.channel, "Find sources", message)
    return text(shown.response)


@pytest.mark.parametrize("words", ["look", "this!", "is this true?", "lol"])
async def test_a_picture_is_read_by_its_name_where_the_words_beside_it_only_point(
    world: World, words: str
) -> None:
    shown = await world.bob.send(world.channel, words, attachments=NAMED)
    assert PASSAGE in await found(world, shown)


async def test_a_picture_beside_a_mention_that_only_points_is_read_by_its_name(
    world: World,
) -> None:
    await world.alice.send(world.channel, f"{world.mention} is this true?", attachments=NAMED)
    assert CLAIMED in echo(world.last)
    assert PASSAGE in text(world.last)


@pytest.mark.parametrize(
    "content", ["`{} {}`", "``{} {}``", "```\n{} {}\n```", "> {} {}\nlol look what he asked"]
)
async def test_a_mention_in_code_or_in_what_is_quoted_of_others_is_none(
    world: World, content: str
) -> None:
    asked = await put(world, content.format(world.mention, QUESTION))
    assert world.last.id == asked.id


@pytest.mark.parametrize("content", ["> {} {}", "||{} {}||", "# {} {}", "`x` {} {}"])
async def test_a_mention_elsewhere_asks(world: World, content: str) -> None:
    await put(world, content.format(world.mention, QUESTION))
    assert PASSAGE in text(world.last)
    assert CLAIMED not in text(world.last)


@pytest.mark.parametrize(
    "content", ["> {claim}\n{me} is this true?", "{me} source?\n>>> {claim}\nAnd he said more."]
)
async def test_what_is_quoted_line_by_line_is_a_claim_that_words_may_point_at(
    world: World, content: str
) -> None:
    await put(world, content.format(claim=CLAIM, me=world.mention))
    assert PASSAGE in text(world.last)
    assert CLAIMED in echo(world.last)


async def test_a_reply_that_only_points_leads_to_what_it_replies_to_and_so_on(
    world: World,
) -> None:
    claim = await put(world, f"{world.mention} {CLAIM}")
    first = await reply(world, claim, f"{world.mention} lol")
    second = await reply(world, first, f"{world.mention} this ^")
    await reply(world, second, f"{world.mention} is this true?")
    assert PASSAGE in text(world.last)
    assert CLAIMED in echo(world.last)
    assert NO_TEXT in await found(world, second)  # a menu waits for nothing before it defers


async def test_a_message_that_says_nothing_is_no_claim(world: World) -> None:
    nothing = await put(world, f"{world.mention} lol")
    await reply(world, nothing, f"{world.mention} is this true?")
    assert "**Find sources**" in text(world.last)


async def test_of_our_own_messages_the_quote_is_looked_up_and_never_what_we_say(
    world: World,
) -> None:
    answer = await world.ask()
    said = await found(world, answer)
    assert PASSAGE in said
    assert "🔎 01.10.2020 – The president" in said.replace("\\", "")
    await world.bob.send(world.channel, "this ^", reply_to=answer)
    beside = [each for each in world.channel.history() if each.content == "this ^"]
    assert await found(world, beside[0] if beside else world.last) == said
    near = await found(world, await world.ask("Did Macron cancel the visit?"))
    assert "An article that carries no date" in near
    assert NO_TEXT in await found(world, await world.ask("is this true?"))
    assert NO_TEXT in await found(world, await world.ask(UNANSWERABLE))


async def test_an_answer_that_is_forwarded_is_looked_up_as_what_it_quotes(world: World) -> None:
    forward = await world.bob.forward(await world.ask(), world.channel)
    assert PASSAGE in await found(world, forward)
