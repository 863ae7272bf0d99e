"""When something is missing or breaks, whoever waits for an answer is told."""

from pathlib import Path

import pytest

from index.answers import Answer
from tests.bot.conftest import OpenWorld
from tests.bot.world import QUESTION, World, behind, open_world, press, text

SORRY = "Something went wrong on my side"


@pytest.fixture
def broken(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """A bot whose library and records break at every use."""

    async def fail(_: object, *__: object, **___: object) -> Answer:
        raise RuntimeError("a defect, put in on purpose")

    monkeypatch.setattr(type(world.library), "ask", fail)
    monkeypatch.setattr(type(world.records), "vote", fail)
    world.fails = True
    return world


async def test_a_mention_is_told_of_a_defect(broken: World) -> None:
    assert SORRY in text(await broken.ask())


async def test_a_command_is_told_of_a_defect(broken: World) -> None:
    result = await broken.alice.slash(broken.channel, "ask", question=QUESTION)
    assert SORRY in text(result.response)


async def test_a_button_is_told_of_a_defect(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = await world.ask()

    async def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a defect, put in on purpose")

    monkeypatch.setattr(type(world.records), "vote", fail)
    result = await press(world.alice, await behind(world, answer), "👍")
    assert SORRY in text(result.response)


async def test_without_an_index_it_says_so_and_lists_nothing(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    async with open_world(tmp_path, {}) as world:
        assert "I have no index yet" in text(await world.ask())
        for command, said in (("sources", "I hold no documents yet"), ("about", "no index yet")):
            result = await world.alice.slash(world.channel, command)
            assert said in text(result.response)
        assert await world.alice.autocomplete(world.channel, "ask", "source", "") == []


async def test_an_empty_corpus_is_said_to_be_empty(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    async with open_world(tmp_path, {}) as world:
        await world.library.reindex()
        assert "I hold no documents yet" in text(await world.ask())


async def test_a_channel_that_refuses_in_spite_of_its_permissions(world: World) -> None:
    path = f"/channels/{world.channel.id}/messages"
    world.env.inject_error("POST", path, status=403, code=200000)
    await world.ask()
    (answer,) = world.alice.user.dm_channel.history()
    assert text(answer).startswith("Discord did not accept my answer")
    assert QUESTION in text(answer)


@pytest.mark.parametrize(("status", "code"), [(400, 50035), (403, 50001), (404, 10015)])
@pytest.mark.parametrize("label", ["›", "Context", "⋯"])
async def test_a_refused_press_leaves_the_answer_where_it_is(
    world: World, label: str, status: int, code: int
) -> None:
    answer = await world.ask()
    before = text(answer)
    path = "/webhooks/*/messages/@original"
    world.env.inject_error("PATCH", path, status=status, code=code, times=1)
    await press(world.alice, answer, label)
    (shown,) = [each for each in world.channel.history() if each.author.id != world.alice.id]
    assert text(shown) == before
    assert len(world.alice.user.dm_channel.history()) == 1


@pytest.mark.parametrize(("status", "code"), [(400, 160002), (400, 50035), (404, 10008)])
async def test_a_reply_that_is_refused_is_sent_anew_without_the_reference(
    world: World, status: int, code: int
) -> None:
    path = f"/channels/{world.channel.id}/messages"
    world.env.inject_error("POST", path, status=status, code=code, times=1)
    answer = await world.ask()
    assert QUESTION in text(answer)
    assert answer.reference is None
    assert world.alice.user.dm_channel.history() == []


async def test_an_edit_of_a_question_that_is_not_right_above_changes_what_is_repeated(
    world: World,
) -> None:
    path = f"/channels/{world.channel.id}/messages"
    world.env.inject_error("POST", path, status=400, code=160002, times=1)
    asked = await world.alice.send(world.channel, f"{world.mention} {QUESTION}")
    answer = world.last
    await world.alice.edit(asked, f"{world.mention} Who denied the accusations?")
    assert world.last.id == answer.id
    assert "Who denied the accusations?" in text(world.last)
    assert QUESTION not in text(world.last)


@pytest.mark.parametrize(("status", "code"), [(400, 200000), (400, 50035), (403, 50013)])
async def test_a_place_that_takes_nothing_is_made_good_by_one_direct_message(
    world: World, status: int, code: int
) -> None:
    path = f"/channels/{world.channel.id}/messages"
    world.env.inject_error("POST", path, status=status, code=code, times=None)
    await world.ask()
    answers = [each for each in world.alice.user.dm_channel.history() if QUESTION in text(each)]
    assert len(answers) == 1


@pytest.mark.parametrize(("status", "code"), [(403, 50007), (400, 40003), (400, 50035)])
async def test_where_the_direct_message_is_refused_as_well_a_reaction_stays(
    world: World, status: int, code: int
) -> None:
    for channel in (world.channel.id, world.alice.user.dm_channel.id):
        path = f"/channels/{channel}/messages"
        world.env.inject_error("POST", path, status=status, code=code, times=None)
    asked = await world.ask()
    assert asked.author.id == world.alice.id
    assert [str(reaction.emoji) for reaction in asked.reactions] == ["🔇"]


@pytest.mark.parametrize(("status", "code"), [(400, 200000), (400, 50035), (404, 10015)])
async def test_a_response_that_discord_refuses_is_made_good_elsewhere_without_a_traceback(
    world: World, status: int, code: int, caplog: pytest.LogCaptureFixture
) -> None:
    path = "/webhooks/*/messages/@original"
    world.env.inject_error("PATCH", path, status=status, code=code, times=None)
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    said = [text(each) for each in world.alice.user.dm_channel.history()]
    assert len([each for each in said if QUESTION in each]) == 1
    assert "Traceback" not in caplog.text


async def test_a_log_is_kept_only_where_the_operator_opted_in(open_bot: OpenWorld) -> None:
    world = await open_bot(VERBATIM_LOG_QUESTIONS="true")
    await world.ask()
    assert (await world.records.forget(str(world.alice.id))).questions == 1
