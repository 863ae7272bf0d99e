"""Votes, and questions that are kept, are read by those who can mend what they tell."""

from dataclasses import replace

import pytest

from tests.bot.conftest import OpenWorld
from tests.bot.world import UNANSWERABLE, World, behind, pick, press, text, walk

SETTINGS = {"VERBATIM_LOG_QUESTIONS": "true", "VERBATIM_LOG_RETENTION_DAYS": "7"}


@pytest.fixture
async def kept(open_bot: OpenWorld) -> World:
    """A world in which questions are kept, and Alice is an admin."""
    opened = await open_bot(**SETTINGS)
    opened.settings = replace(opened.settings, admin_users=frozenset({opened.alice.id}))
    await opened.restart()
    return opened


async def feedback(world: World, command: str = "feedback") -> str:
    return text((await world.alice.slash(world.channel, command)).response)


async def test_it_tells_which_passages_were_found_useless_and_shows_them(admin: World) -> None:
    await press(admin.alice, await behind(admin, await admin.ask()), "👎")
    result = await admin.alice.slash(admin.channel, "feedback")
    assert result.ephemeral
    said = text(result.response)
    assert "Votes: 0 useful, 1 not useful" in said
    assert "- 1 of 1 vote · source not stated" not in said
    assert "- 1 of 1 vote · " in said
    (menu,) = (each for each in walk(result.response) if each["type"] == 3)
    shown = await pick(admin.alice, result.response, [menu["options"][0]["value"]], "V")
    assert "over 300 radical Islamists" in text(shown.response)
    assert "Questions are not kept" in said


async def test_a_passage_that_is_held_no_more_is_named_by_its_id(admin: World) -> None:
    await admin.records.vote("somebody", "q-gone", useful=False)
    assert "- 1 of 1 vote · no longer held: `q-gone`" in await feedback(admin)


async def test_it_tells_what_was_asked_in_vain_where_questions_are_kept(kept: World) -> None:
    for question in (UNANSWERABLE, UNANSWERABLE.upper(), "Which *zebra* did _quasar_ feed?"):
        await kept.ask(question)
    said = await feedback(kept)
    assert "Questions kept from the last 7 days: 3, of which 3 found nothing" in said
    assert "asked 2 times" in said
    assert "- Which \\*zebra\\* did \\_quasar\\_ feed? · asked 1 time" in said


async def test_the_status_tells_the_numbers(kept: World) -> None:
    await press(kept.alice, await behind(kept, await kept.ask()), "👍")
    said = await feedback(kept, "status")
    assert "Votes: 1 useful, 0 not useful" in said
    assert "Questions kept from the last 7 days: 1, of which 0 found nothing" in said


async def test_however_much_is_kept_it_fits_into_one_message(kept: World) -> None:
    for number in range(12):
        await kept.records.vote("somebody", f"q-{number}", useful=False)
        question = f"{number} " + "*_" * 140
        await kept.records.log_question("somebody", "direct", question, answered=False)
    assert "found not useful" in await feedback(kept)


async def test_nobody_else_may_read_it_and_the_refusal_is_on_record(admin: World) -> None:
    result = await admin.bob.slash(admin.channel, "feedback")
    assert "Only the bot’s owners" in text(result.response)
    (entry,) = await admin.records.audit_trail()
    assert (entry.action, entry.outcome) == ("feedback", "refused")
