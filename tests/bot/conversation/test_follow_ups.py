"""A reply to an answer: read with the question before it, or as a wish for further passages."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.follow_ups import joined
from bot.conversation.intentions import own_words
from bot.wording.face import DISCORD
from bot.wording.voice import Voices
from tests.bot.world import QUESTION, World, echo, press, text

VOICES = Voices.load(DISCORD)
BROAD = "Syrian fighters"
MORE = "More passages for the previous question."
TOGETHER = "Searched together with the previous question."


async def reply(world: World, words: str) -> str:
    """Alice replies to the last message; what the bot says to that."""
    await world.alice.send(world.channel, words, reply_to=world.last)
    return text(world.last)


def passage(shown: str) -> str:
    """The part of a message that holds the quote, without the small print below it."""
    return shown.partition("\n-# ")[0]


@pytest.mark.parametrize("words", ["and what else?", "more", "und sonst?", "Quoi d’autre ?"])
async def test_what_else_shows_the_passages_after_those_shown(world: World, words: str) -> None:
    answer = await world.ask(BROAD)
    seen = {passage(text(answer))}
    for _ in range(4):
        await press(world.alice, world.last, "›")
        seen.add(passage(text(world.last)))
    further = await reply(world, words)
    assert MORE in further
    assert BROAD in further
    assert len(seen) == 5
    assert passage(further) not in seen


async def test_further_passages_end_with_a_word_about_it(world: World) -> None:
    await world.ask(BROAD)
    said: list[str] = []
    while not said or MORE in said[-1]:
        said.append(await reply(world, "more"))
    assert "no further passage" in said[-1]
    shown = [passage(each) for each in said[:-1]]
    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize("question", [BROAD, "When did Assad speak of Syrian fighters?"])
async def test_follow_ups_stay_within_what_was_searched(world: World, question: str) -> None:
    """Also when the answer had one passage only, and so no pages to turn."""
    source = "chronology.txt"
    await world.alice.slash(world.channel, "ask", question=question, source=source)
    assert f"only in {source}" in echo(world.last)
    said = await reply(world, f"{world.mention} and what else?")
    assert f"only in {source}" in said or "no further passage" in said


async def test_one_word_is_read_with_the_question_before(world: World) -> None:
    """Every passage shown has the word, and the question before decides among those."""
    await world.ask("Who said that fighters were sent?")
    said = await reply(world, "and Gaziantep?")
    assert TOGETHER in said
    shown = said.removesuffix(echo(world.last))
    assert "Gaziantep" in shown
    assert "fighters" in shown


async def test_a_follow_up_that_stands_alone_is_asked_alone(world: World) -> None:
    await world.ask("Who said that fighters were sent?")
    said = await reply(world, QUESTION)
    assert TOGETHER not in said
    assert "Gaziantep" in passage(said)


async def test_a_word_that_no_document_has_is_not_answered_by_the_question_before(
    world: World,
) -> None:
    await world.ask()
    said = await reply(world, "and the quasar?")
    assert "No passage answers this." in said
    assert "“quasar”" in said


async def test_words_that_ask_for_more_are_none_of_its_own(world: World) -> None:
    """By its words alone, a passage with "else" and "say" would answer."""
    await world.ask()
    said = await reply(world, "and what else did he say there?")
    assert TOGETHER in said
    assert "Macron" in passage(said)


def test_only_words_that_ask_for_more_are_left_out() -> None:
    for words in ("what else?", "Else?", "was noch?", "et quoi d’autre ?", "?!"):
        assert own_words(words, VOICES) == ""
    assert own_words("what else did Macron say?", VOICES) == "did Macron say"
    assert own_words("Gaziantep 2020", VOICES) == "Gaziantep 2020"


@given(st.text(max_size=400), st.text(min_size=1, max_size=300))
def test_joined_questions_fit_and_keep_the_follow_up_whole(before: str, words: str) -> None:
    both = joined(before, words, 300)
    assert len(both) <= 300
    assert both.endswith(words.strip())


async def test_further_passages_go_on_where_each_message_shows_one(world: World) -> None:
    """Such an answer has no pages; the passage that it shows is known by its quote id."""
    await world.bot.desk.change_rules(world.guild.id, lambda rules: replace(rules, passages=1))
    await world.ask(BROAD)
    said = [text(world.last)]
    said += [await reply(world, "more") for _ in range(3)]
    quotes = [passage(each) for each in said]
    assert len(set(quotes)) == len(quotes)


async def test_what_else_keeps_who_has_to_speak(world: World) -> None:
    await world.records.set_rules(f"guild:{world.guild.id}", {"passages": 1})
    asked = {"question": "Did Turkey send Syrian fighters to Azerbaijan?", "who": "Turkey"}
    answer = (await world.alice.slash(world.channel, "ask", **asked)).response
    said = next(line for line in echo(answer).splitlines() if "speaks" in line)
    further = await reply(world, f"{world.mention} more")
    assert passage(further) != passage(text(answer))
    assert said in echo(world.last), further
