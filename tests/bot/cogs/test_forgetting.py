"""What `/forget-me` leaves of a person: nothing, in whatever table."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.bot.conftest import OpenWorld
from tests.bot.world import QUESTION, World, behind, press, text

WATCHED = "Who sent fighters to Kestrel?"


def traces(world: World, *words: str) -> set[str]:
    """The tables of the records, whichever there are, in which one of the words stands."""
    found = set()
    with closing(sqlite3.connect(_file(world))) as database:
        tables = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            for row in database.execute(f'SELECT * FROM "{table}"').fetchall():
                if any(word in str(value) for value in row for word in words):
                    found.add(table)
    return found


def _file(world: World) -> Path:
    return world.corpus.parent / "data" / "records.sqlite3"


async def test_nothing_leads_to_somebody_who_is_forgotten(open_bot: OpenWorld) -> None:
    world = await open_bot(VERBATIM_LOG_QUESTIONS="true")
    alice = world.alice
    await press(alice, await behind(world, await world.ask()), "👍")
    await alice.slash(world.channel, "status")
    added = await alice.user.slash("watch add", question=WATCHED)
    assert "I will post here" in text(added.response)
    words = (world.records.pseudonym(str(alice.id)), str(alice.id), QUESTION, WATCHED)
    assert traces(world, *words) == {"votes", "questions", "audit", "watches"}
    await alice.slash(world.channel, "forget-me")
    assert traces(world, *words) == set()


async def test_the_language_of_somebody_forgotten_is_forgotten(world: World) -> None:
    await world.alice.slash(world.channel, "help")
    assert world.bot.desk.tongues.of(world.alice.id) is not None
    await world.alice.slash(world.channel, "forget-me")
    assert world.bot.desk.tongues.of(world.alice.id) is None
