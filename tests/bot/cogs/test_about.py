"""What the bot says of itself, and how a person is forgotten."""

import asyncio

import pytest

from bot.cogs.privacy import Privacy
from tests.bot.conftest import OpenWorld
from tests.bot.world import QUESTION, World, behind, buttons, press, text


async def test_about_says_what_it_is_and_what_it_stores(world: World) -> None:
    said = text((await world.alice.slash(world.channel, "about")).response)
    for part in (
        "no language model is involved",
        "</forget-me:",
        "Other questions are not stored.",
    ):
        assert part in said
    assert "12 documents" in said


async def test_about_says_when_questions_are_kept_and_for_how_long(open_bot: OpenWorld) -> None:
    world = await open_bot(VERBATIM_LOG_QUESTIONS="true", VERBATIM_LOG_RETENTION_DAYS="7")
    said = text((await world.alice.slash(world.channel, "about")).response)
    assert "keeps a log of questions for 7 days" in said


async def test_help_names_every_way_to_ask(world: World) -> None:
    said = text((await world.alice.slash(world.channel, "help")).response)
    for way in (
        world.mention,
        "</ask:",
        "direct message",
        "Find sources",
        "</timeline:",
        "**/watch add**",
        "</sources:",
        "</settings:",
    ):
        assert way in said


async def test_nothing_of_a_question_is_stored_unless_the_operator_opts_in(world: World) -> None:
    await world.ask()
    forgotten = await world.records.forget(str(world.alice.id))
    assert (forgotten.votes, forgotten.questions) == (0, 0)


async def test_forget_me_deletes_votes_and_logged_questions(open_bot: OpenWorld) -> None:
    world = await open_bot(VERBATIM_LOG_QUESTIONS="true")
    answer = await world.ask()
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    await press(world.alice, await behind(world, answer), "👍")
    quote = str(buttons(await behind(world, answer))["👍"]["custom_id"])[1:]
    result = await world.alice.slash(world.channel, "forget-me")
    assert result.ephemeral
    assert "Deleted: 1 vote, 2 logged questions and 0 standing questions." in text(result.response)
    assert (await world.records.votes(quote)).useful == 0


async def test_somebody_elses_message_is_never_logged(open_bot: OpenWorld) -> None:
    world = await open_bot(VERBATIM_LOG_QUESTIONS="true")
    claim = await world.bob.send(world.channel, "Fighters went through Gaziantep")
    await world.alice.context_menu(world.channel, "Find sources", claim)
    for person in (world.alice, world.bob):
        assert (await world.records.forget(str(person.id))).questions == 0


async def test_logged_questions_go_away_when_their_time_is_over(open_bot: OpenWorld) -> None:
    world = await open_bot(VERBATIM_LOG_QUESTIONS="true", VERBATIM_LOG_RETENTION_DAYS="1")
    await world.ask()
    cog = world.bot.get_cog("Privacy")
    assert isinstance(cog, Privacy)
    assert cog.drop_old_questions.is_running()
    await cog.drop_old_questions()
    assert (await world.records.forget(str(world.alice.id))).questions == 1


async def test_old_questions_are_dropped_the_next_time_when_once_it_fails(
    open_bot: OpenWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error that got out would end the loop, and questions would be kept for ever."""
    world = await open_bot(VERBATIM_LOG_QUESTIONS="true", VERBATIM_LOG_RETENTION_DAYS="1")
    cog = world.bot.get_cog("Privacy")
    assert isinstance(cog, Privacy)

    async def fail(*_: object) -> int:
        raise RuntimeError("a defect, put in on purpose")

    monkeypatch.setattr(world.records, "drop_questions", fail)
    cog.drop_old_questions.restart()
    await asyncio.sleep(0)
    await world.env.settle()
    assert cog.drop_old_questions.is_running()
    assert not cog.drop_old_questions.failed()


async def test_forget_me_strikes_a_person_out_of_the_record(world: World) -> None:
    for person in (world.alice, world.bob):
        await person.slash(world.channel, "reindex")
    said = text((await world.alice.slash(world.channel, "forget-me")).response)
    assert "nothing leads to you any more" in said
    bobs, nobodys = await world.records.audit_trail()
    assert bobs.person == world.records.pseudonym(str(world.bob.id))
    assert (nobodys.person, nobodys.outcome) == ("", "refused")
