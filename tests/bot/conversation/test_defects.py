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
        for command, said in (("sources", "I hold no document yet"), ("about", "no index yet")):
            result = await world.alice.slash(world.channel, command)
            assert said in text(result.response)
        assert await world.alice.autocomplete(world.channel, "ask", "source", "") == []


async def test_an_empty_corpus_is_said_to_be_empty(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    async with open_world(tmp_path, {}) as world:
        await world.library.reindex()
        assert "I hold no document yet" in text(await world.ask())


async def test_a_channel_that_refuses_in_spite_of_its_permissions(world: World) -> None:
    path = f"/channels/{world.channel.id}/messages"
    world.env.inject_error("POST", path, status=403, code=200000)
    await world.ask()
    note, answer = world.alice.user.dm_channel.history()
    assert "I may not write" in text(note)
    assert QUESTION in text(answer)


async def test_a_log_is_kept_only_where_the_operator_opted_in(open_bot: OpenWorld) -> None:
    world = await open_bot(VERBATIM_LOG_QUESTIONS="true")
    await world.ask()
    assert (await world.records.forget(str(world.alice.id))).questions == 1
