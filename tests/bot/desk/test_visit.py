"""Whoever uses the bot is looked up once for each interaction and each message."""

from collections.abc import Mapping

import pytest

from bot.desk.custom_ids import tag
from bot.desk.sources import held_under
from index.store.records import Json
from tests.bot.world import QUESTION, World, behind, press


@pytest.fixture
def looked_up(world: World, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The servers whose rules were read, as often as they were."""
    rules, seen = world.records.rules, list[str]()

    def counted(scope: str) -> Mapping[str, Json]:
        seen.append(scope)
        return rules(scope)

    monkeypatch.setattr(world.records, "rules", counted)
    return seen


async def test_a_servers_rules_are_read_once_for_each_use(
    world: World, looked_up: list[str]
) -> None:
    await world.alice.slash(world.channel, "ask", question=QUESTION)
    assert len(looked_up) == 1
    answer = await world.ask()
    assert len(looked_up) == 2
    more = await behind(world, answer)
    assert len(looked_up) == 3
    await press(world.alice, more, "Source")
    assert len(looked_up) == 4


async def test_a_source_goes_by_every_name_that_the_index_knows(world: World) -> None:
    """Its author and its site too, as on the command line."""
    catalogue = await world.library.sources()
    for holding in catalogue.holdings:
        assert {holding.source.title, holding.source.author, holding.document} <= {
            None,
            *holding.names,
        }
        assert all(held_under(holding, tag(name)) for name in holding.names)
