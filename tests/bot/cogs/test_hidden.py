"""What a server hides is hidden in older answers, near words, completions and error texts."""

from dataclasses import replace

import pytest

from bot.desk.rules import Rules
from tests.bot.conftest import OpenWorld
from tests.bot.world import QUESTION, World, behind, buttons, press, text

PASSAGE = "over 300 radical Islamists"
SECOND = "calls Macron the first to accuse Turkey"
HIDDEN = "This server no longer offers that source"


async def offer(world: World, *sources: str) -> None:
    desk = world.bot.desk
    await desk.change_rules(world.guild.id, lambda rules: replace(rules, sources=sources))


async def test_the_buttons_of_an_older_answer_quote_nothing_that_is_hidden_since(
    world: World,
) -> None:
    answer = await world.ask()
    await offer(world, "chronology.txt")
    more = await behind(world, answer)
    for label in ("Context", "Source", "Verify", "›"):
        shown, person = (answer, world.bob) if label in buttons(answer) else (more, world.alice)
        result = await press(person, shown, label)
        said = text(result.response)
        assert HIDDEN in said, label
        assert "macron-gaziantep" not in said
    await press(world.alice, answer, "›")
    assert HIDDEN in text(world.last)
    assert SECOND not in text(world.last)


async def test_a_hidden_source_is_answered_like_one_that_is_not_held(world: World) -> None:
    await offer(world, "chronology.txt")
    said = []
    for name in ("macron-gaziantep.md", "no-such-file.md"):
        result = await world.alice.slash(world.channel, "ask", question=QUESTION, source=name)
        said.append(text(result.response).replace(name, "…").replace(name.replace("_", "\\_"), "…"))
    assert said[0] == said[1]


async def test_words_that_only_hidden_documents_have_are_no_words(world: World) -> None:
    """Neither near spellings nor the reasons of a refusal tell that a document has them."""
    shown = await world.ask("Which quasar did Gaziantp orbit?")
    assert any(label.startswith("Gaziantep") for label in buttons(shown))
    await offer(world, "asking-questions.md")
    hidden = await world.ask("Which quasar did Gaziantp orbit?")
    assert not [label for label in buttons(hidden) if label.startswith("Gaziantep")]
    assert "Gaziantep" not in text(hidden)
    told = text(await world.ask("Which zebra did Gaziantep feed?"))
    assert "“zebra”" in told
    assert "“Gaziantep”" in told
    assert "all sources" not in told


async def test_neither_counts_nor_reasons_tell_what_is_hidden(world: World) -> None:
    """Of a hidden document neither is its publisher preferred, nor what it has named a reason."""
    question = "What did the Kommersant of Gaziantep write about quasar?"
    told = text((await press(world.alice, await world.ask(question), "Why?")).response)
    await offer(world, "chronology.txt")
    about = text((await world.alice.slash(world.channel, "about")).response)
    (held,) = await world.bot.desk.holdings(Rules(sources=("chronology.txt",)))
    assert f"1 document, {held.passages} passages" in about
    said = text((await press(world.alice, await world.ask(question), "Why?")).response)
    assert said != told
    hidden = [each for each in (await world.library.sources()).holdings if each != held]
    names = {name for each in hidden for name in each.names} - set(held.names)
    assert not [name for name in names if name in said]
    assert "are preferred" not in said


async def test_every_press_is_counted(open_bot: OpenWorld) -> None:
    world = await open_bot(VERBATIM_COOLDOWN_USER="4/30")
    answer = await behind(world, await world.ask())
    said = [text((await press(world.alice, answer, "Verify")).response) for _ in range(5)]
    assert ["Proven." in each for each in said] == [True, True, False, False, False]
    assert all("Too many questions at once" in each for each in said[2:])


async def test_elsewhere_a_mention_gets_a_short_pointer_once_a_day(world: World) -> None:
    other = world.guild.create_text_channel("other")
    await world.bot.desk.change_rules(
        world.guild.id, lambda rules: replace(rules, channels=(other.id,))
    )
    pointer = await world.ask()
    assert text(pointer) == f"I answer in {other.mention}."
    assert (await world.ask()).author.id == world.alice.id
    await world.bob.send(world.channel, f"{world.mention} {QUESTION}")
    assert text(world.last) == f"I answer in {other.mention}."
    assert world.alice.user.dm_channel.history() == []


async def test_where_no_chosen_channel_is_left_it_answers_where_it_is_asked(world: World) -> None:
    await world.bot.desk.change_rules(world.guild.id, lambda rules: replace(rules, channels=(1, 2)))
    assert PASSAGE in text(await world.ask())
    result = await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert not result.ephemeral


@pytest.mark.parametrize("command", ["reindex", "status"])
async def test_what_only_admins_may_do_is_not_shown_to_everybody(
    world: World, command: str
) -> None:
    carol = world.guild.add_member(world.env.create_user("carol"))
    assert command not in carol.available_commands(world.channel)
    assert command in world.manager.available_commands(world.channel)
