"""`/timeline`, the button that opens one, its pages and its menu."""

import re
from typing import Any

import pytest

from bot.messages.timeline_cards import LINES_ON_A_PAGE, OPEN
from bot.wording.face import GLUE
from tests.bot.world import (
    World,
    behind,
    body,
    buttons,
    echo,
    pick,
    press,
    text,
    texts,
    walk,
)

ASKED = "Did Turkey send Syrian fighters to Azerbaijan?"


async def shown(world: World, **options: str) -> Any:
    result = await world.alice.slash(world.channel, "timeline", question=ASKED, **options)
    assert result.response is not None
    return result.response


def menu(message: Any) -> dict[str, Any]:
    """The menu of lines; spaces that do not break read as any other."""
    found = next(each for each in walk(message) if each["type"] == 3)
    for option in found["options"]:
        option["label"] = option["label"].replace(GLUE, " ")
    return found


async def test_each_line_has_its_date_its_publisher_and_its_sentence(world: World) -> None:
    answer = await shown(world)
    title, *lines = texts(answer)
    assert title == "### Timeline"
    head, words = lines[0].splitlines()
    assert head == "-# **1. December 2019 (stated)** · Verbatim sample corpus"
    assert words.startswith("Since December 2019, says the collection of official statements,")
    assert echo(answer).startswith(f"-# 🔎 {ASKED}")
    assert "Oldest first." in echo(answer)


async def test_pages_go_on_in_the_order_of_time_and_end_with_the_undated(world: World) -> None:
    answer = await shown(world)
    numbers: list[int] = []
    page = answer
    while True:
        found = [int(n) for each in texts(page) for n in re.findall(r"^-# \*\*(\d+)\. ", each)]
        assert len(found) <= LINES_ON_A_PAGE
        numbers += found
        if buttons(page)["›"].get("disabled"):
            break
        page = (await press(world.alice, page, "›")).response or world.last
    assert numbers == list(range(1, len(numbers) + 1))
    assert "**Undated**" in text(page)
    back = await press(world.alice, page, "‹")
    assert "**Undated**" in text(back.response) or buttons(back.response)["‹"]


async def test_somebody_else_turns_a_private_page(world: World) -> None:
    await shown(world)
    before = text(world.last)
    result = await press(world.bob, world.last, "›")
    assert result.ephemeral
    assert text(result.response) != before == text(world.last)
    again = await press(world.bob, result.response, "‹")
    assert text(again.response) == before


async def test_a_line_opens_its_passage_for_whoever_picks_it(world: World) -> None:
    await shown(world)
    options = menu(world.last)["options"]
    chosen = next(each for each in options if "December 2019" in each["label"])
    result = await pick(world.bob, world.last, [chosen["value"]], menu(world.last)["custom_id"])
    assert result.ephemeral
    assert "**Since December 2019, says the collection" in text(result.response)
    assert {"Context", "⋯"} <= buttons(result.response).keys()


async def test_the_button_below_an_answer_shows_one_person_the_timeline(world: World) -> None:
    answer = await world.ask(ASKED)
    result = await press(world.alice, await behind(world, answer), "Timeline")
    assert result.ephemeral
    assert texts(result.response)[0] == "### Timeline"
    assert echo(result.response).startswith(f"-# 🔎 {ASKED}")
    assert menu(result.response)["custom_id"].startswith(OPEN)


async def test_no_row_of_buttons_below_an_answer_has_become_a_second(world: World) -> None:
    rows = [each for each in walk(await world.ask(ASKED)) if each["type"] == 1]
    assert len(rows) == 1


async def test_days_and_a_source_limit_the_lines(world: World) -> None:
    early = await shown(world, until="2019")
    dates = {each["label"].partition(". ")[2] for each in menu(early)["options"]}
    assert dates == {"December 2019 (stated)"}
    assert "dated until 31 December 2019" in echo(early)
    assert "**Undated**" not in text(early)
    one = await shown(world, source="what-was-denied.md")
    assert {each["description"] for each in menu(one)["options"]} == {
        "Verbatim sample corpus · What Turkey and Azerbaijan denied"
    }


async def test_hidden_sources_are_neither_lines_nor_said_to_carry_one(world: World) -> None:
    asked = "Which trips between Turkey and Azerbaijan carried mercenaries?"
    result = await world.alice.slash(world.channel, "timeline", question=asked)
    assert "Also in: The Pentagon official" in text(result.response)
    rules = {"sources": ["what-was-denied.md"]}
    await world.records.set_rules(f"guild:{world.guild.id}", rules)
    result = await world.alice.slash(world.channel, "timeline", question=asked)
    assert "Pentagon official" not in str(list(walk(result.response)))
    assert "01\\.10.2020" in text(result.response)


async def test_nothing_found_is_refused_and_a_mistake_is_told(world: World) -> None:
    result = await world.alice.slash(
        world.channel, "timeline", question="Which quasar serenades Gaziantap?"
    )
    assert "No passage answers this." in text(result.response)
    wrong = await shown(world, since="soonish")
    assert "I do not understand the date “soonish”" in text(wrong)
    swapped = await shown(world, since="2021", until="2020")
    assert "The first day, 1 January 2021, is after the last" in text(swapped)


async def test_the_response_is_deferred_first_and_counts_against_the_cooldown(
    open_bot: Any,
) -> None:
    world = await open_bot(VERBATIM_COOLDOWN_USER="1/60")
    await shown(world)
    sent = [each for each in world.env.http_requests if each.path.endswith("/callback")]
    assert body(sent[-1])["type"] == 5
    refused = await world.alice.slash(world.channel, "timeline", question=ASKED)
    assert refused.ephemeral
    assert "Too many questions at once" in text(refused.response)


async def test_a_private_server_gets_private_timelines(world: World) -> None:
    await world.records.set_rules(f"guild:{world.guild.id}", {"private": True})
    result = await world.alice.slash(world.channel, "timeline", question=ASKED)
    assert result.ephemeral


@pytest.mark.parametrize("locale", ["de", "fr"])
async def test_it_speaks_the_language_of_who_asks(world: World, locale: str) -> None:
    await world.records.set_rules(f"guild:{world.guild.id}", {"language": locale})
    assert texts(await shown(world))[0] == {"de": "### Zeitleiste", "fr": "### Chronologie"}[locale]


async def test_its_controls_work_after_a_restart(world: World) -> None:
    await shown(world)
    await world.restart()
    result = await press(world.alice, world.last, "›")
    assert text(result.response or world.last)
    assert "### Timeline" in text(world.last)
