"""What comes close is shown quietly, and never as an answer."""

import pytest

from bot.messages.layout import CLOSEST, QUOTED
from bot.messages.reading_back import colour_in
from tests.bot.world import QUESTION, World, behind, buttons, echo, press, text

NEAR_MISS = "Did Macron cancel the visit?"
KEY = "Macron"


async def test_one_card_tells_the_closest_and_what_none_has(world: World) -> None:
    """The sentence with its source and date; in another colour than an answer."""
    card = await world.ask(NEAR_MISS)
    said = text(card)
    assert "Nothing clearly answers this. Closest:" in said
    assert "None of these has “cancel”, “visit”." in said
    assert KEY in said
    assert "Verbatim sample corpus" in said
    assert "November 2026" in said
    assert "answer" not in said.replace("answers this", "").lower()
    assert colour_in(card) == CLOSEST
    assert colour_in(await world.ask(QUESTION)) == QUOTED


async def test_a_button_shows_the_passages_whole_still_not_as_an_answer(world: World) -> None:
    card = await world.ask(NEAR_MISS)
    await press(world.alice, card, "Show the passages")
    whole = world.last
    assert whole.id == card.id
    assert echo(whole).endswith("-# Nothing clearly answers this; this comes closest.")
    assert "Context" in buttons(whole)
    assert colour_in(whole) == CLOSEST
    if not buttons(whole).get("›", {"disabled": True})["disabled"]:
        await press(world.alice, whole, "›")
        assert colour_in(world.last) == CLOSEST


async def test_others_see_the_passages_privately(world: World) -> None:
    result = await press(world.bob, await world.ask(NEAR_MISS), "Show the passages")
    assert result.ephemeral
    assert KEY in text(result.response)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (QUESTION, "That is enough: evidence"),
        (NEAR_MISS, "Against it:"),
    ],
)
async def test_why_tells_how_it_came_about(world: World, question: str, said: str) -> None:
    """Privately, in words; below an answer and below what comes close."""
    answer = await world.ask(question)
    shown = answer if "Why?" in buttons(answer) else await behind(world, answer)
    result = await press(world.alice, shown, "Why?")
    assert result.ephemeral
    told = text(result.response)
    assert "How this came about" in told
    assert "rare words counting more" in told
    assert said in told
