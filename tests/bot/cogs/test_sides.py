"""`/sides`, **Who denies this?** on a message, and the button below an answer."""

import re
from typing import Any

import pytest

from bot.messages.sides_cards import OPEN, SENTENCES_ON_A_PAGE
from tests.bot.world import World, behind, body, buttons, echo, pick, press, text, texts, walk

ASKED = "Did Turkey send Syrian fighters to Azerbaijan?"
DENIED = "**With a word of denial**"
CONFIRMED = "**With a word of confirmation**"
OTHERS = "**With neither**"


async def shown(world: World, **options: str) -> Any:
    result = await world.alice.slash(world.channel, "sides", claim=ASKED, **options)
    assert result.response is not None
    return result.response


def menu(message: Any) -> dict[str, Any]:
    return next(each for each in walk(message) if each["type"] == 3)


async def pages(world: World, first: Any) -> list[str]:
    """The texts of all pages."""
    found, page = [text(first)], first
    while (forward := buttons(page).get("›")) and not forward.get("disabled"):
        page = (await press(world.alice, page, "›")).response or world.last
        found.append(text(page))
    return found


async def test_each_sentence_has_who_says_it_when_and_the_word_in_bold(world: World) -> None:
    """Once in bold is enough; the heading says what such words are."""
    title, first, *_ = texts(await shown(world))
    assert title == "### Who denies it, who confirms it"
    heading, head, words, *_ = first.splitlines()
    assert heading == DENIED
    assert re.fullmatch(r"-# \*\*1\. (?:.+ · )?.+ · Verbatim sample corpus\*\*", head)
    assert "**denied**" in words
    assert "holds a word" not in first


async def test_the_sides_follow_each_other_and_no_verdict_is_said(world: World) -> None:
    answer = await shown(world)
    whole = "\n".join(await pages(world, answer))
    assert whole.index(DENIED) < whole.index(CONFIRMED) < whole.index(OTHERS)
    assert "Sorted by the words of the sentences alone" in echo(answer)
    assert echo(answer).startswith(f"-# 🔎 {ASKED}")
    numbers = [int(number) for number in re.findall(r"^-# \*\*(\d+)\. ", whole, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))


async def test_a_page_holds_few_sentences_and_is_turned_in_place(world: World) -> None:
    answer = await shown(world)
    assert len(re.findall(r"^-# \*\*\d+\. ", text(answer), re.MULTILINE)) <= SENTENCES_ON_A_PAGE
    before = text(answer)
    await press(world.alice, answer, "›")
    assert text(world.last) != before
    result = await press(world.bob, world.last, "‹")
    assert result.ephemeral
    assert text(result.response) == before


async def test_a_sentence_opens_its_passage_for_whoever_picks_it(world: World) -> None:
    answer = await shown(world)
    chosen = menu(answer)["options"][0]
    result = await pick(world.bob, answer, [chosen["value"]], menu(answer)["custom_id"])
    assert result.ephemeral
    assert "denied" in text(result.response)
    assert {"Context", "⋯"} <= buttons(result.response).keys()


async def test_who_denies_this_is_answered_privately_and_not_logged(open_bot: Any) -> None:
    world = await open_bot(VERBATIM_LOG_QUESTIONS="true")
    claim = await world.bob.send(world.channel, "Turkey sent Syrian fighters to Azerbaijan!")
    result = await world.alice.context_menu(world.channel, "Who denies this?", claim)
    assert result.ephemeral
    assert DENIED in text(result.response)
    assert "**denied**" in text(result.response)
    assert (await world.records.forget(str(world.alice.id))).questions == 0


async def test_a_message_without_words_is_told(world: World) -> None:
    empty = await world.bob.send(world.channel, "", attachments=[("a.png", b"x")])
    result = await world.alice.context_menu(world.channel, "Who denies this?", empty)
    assert "no text that I could look up" in text(result.response)


async def test_the_button_below_an_answer_shows_one_person_the_sides(world: World) -> None:
    answer = await world.ask(ASKED)
    assert len([each for each in walk(answer) if each["type"] == 1]) == 1
    result = await press(world.alice, await behind(world, answer), "Who denies it?")
    assert result.ephemeral
    assert DENIED in text(result.response)
    assert menu(result.response)["custom_id"].startswith(OPEN)


async def test_hidden_sources_are_on_no_side(world: World) -> None:
    rules = {"sources": ["what-was-denied.md"]}
    await world.records.set_rules(f"guild:{world.guild.id}", rules)
    answer = await shown(world)
    for option in menu(answer)["options"]:
        assert "What Turkey and Azerbaijan denied" in option["description"]
    assert "Pentagon" not in "\n".join(await pages(world, answer))


async def test_nothing_found_is_refused_and_a_mistake_is_told(world: World) -> None:
    claim = "Which quasar serenades Gaziantap?"
    result = await world.alice.slash(world.channel, "sides", claim=claim)
    assert "No passage answers this." in text(result.response)
    wrong = await shown(world, since="soonish")
    assert "I do not understand the date “soonish”" in text(wrong)


async def test_the_response_is_deferred_first_and_counts_against_the_cooldown(
    open_bot: Any,
) -> None:
    world = await open_bot(VERBATIM_COOLDOWN_USER="1/60")
    await shown(world)
    sent = [each for each in world.env.http_requests if each.path.endswith("/callback")]
    assert body(sent[-1])["type"] == 5
    refused = await world.alice.slash(world.channel, "sides", claim=ASKED)
    assert refused.ephemeral
    assert "Too many questions at once" in text(refused.response)


async def test_a_private_server_gets_private_sides(world: World) -> None:
    await world.records.set_rules(f"guild:{world.guild.id}", {"private": True})
    result = await world.alice.slash(world.channel, "sides", claim=ASKED)
    assert result.ephemeral


@pytest.mark.parametrize(
    ("locale", "title"),
    [
        ("de", "### Wer bestreitet es, wer bestätigt es"),
        ("fr", "### Qui le dément, qui le confirme"),
    ],
)
async def test_they_speak_the_language_of_who_asks(world: World, locale: str, title: str) -> None:
    await world.records.set_rules(f"guild:{world.guild.id}", {"language": locale})
    assert texts(await shown(world))[0] == title


async def test_their_controls_work_after_a_restart(world: World) -> None:
    await shown(world)
    await world.restart()
    await press(world.alice, world.last, "›")
    assert "### Who denies it, who confirms it" in text(world.last)


async def test_ask_who_shows_only_passages_in_which_they_speak(world: World) -> None:
    result = await world.alice.slash(world.channel, "ask", question=ASKED, who="Celik")
    assert "Omar Celik" in text(result.response)
    assert "Only passages in which “Celik” speaks." in echo(result.response)
    nobody = await world.alice.slash(world.channel, "ask", question=ASKED, who="Nobody Atall")
    assert "No passage answers this." in text(nobody.response)


async def test_who_is_completed_by_those_who_speak_of_what_is_asked(world: World) -> None:
    choices = await world.alice.autocomplete(world.channel, "ask", "who", "celik", question=ASKED)
    assert any("Omar Celik" in choice["name"] for choice in choices)
    await world.records.set_rules(f"guild:{world.guild.id}", {"sources": ["macron-gaziantep.md"]})
    hidden = await world.alice.autocomplete(world.channel, "ask", "who", "celik", question=ASKED)
    assert not hidden
