"""What the bot relies on in discord.py and its makers do not promise; each test says what broke."""

import asyncio
import inspect
from types import ModuleType
from typing import Any

import discord.client
import discord.shard
import pytest

from bot.serving import logs, running
from tests.bot.world import World, press


async def test_discord_py_names_the_tasks_of_handlers_as_the_bot_expects(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mention, a command, a button and a form; each asks for the rules of its server."""
    names: list[str] = []
    rules = type(world.bot.desk).rules

    async def noted(*arguments: Any) -> Any:
        task = asyncio.current_task()
        assert task is not None
        names.append(task.get_name())
        return await rules(*arguments)

    monkeypatch.setattr(type(world.bot.desk), "rules", noted)
    answer = await world.ask()
    await world.alice.slash(world.channel, "sources")
    await press(world.alice, answer, "👍")
    assert names
    strange = sorted({name for name in names if not name.startswith(running._HANDLERS)})
    assert not strange, (
        f"bot/serving/running.py: a stop waits for tasks named {running._HANDLERS},"
        f" but discord.py handles with tasks named {strange}"
    )
    for begins in running._HANDLERS:
        assert any(name.startswith(begins) for name in names), (
            f"bot/serving/running.py: no task is named {begins!r} any more"
        )


@pytest.mark.parametrize(
    ("module", "words"),
    [
        (discord.client, logs._LOST[0]),
        (discord.shard, logs._LOST[0]),
        (discord.shard, logs._LOST[1]),
        (discord.client, "voice will NOT be supported"),
    ],
)
def test_discord_py_logs_in_the_words_that_the_log_looks_for(
    module: ModuleType, words: str
) -> None:
    assert words in inspect.getsource(module), (
        f"bot/serving/logs.py: {module.__name__} no longer logs {words!r};"
        " a lost connection would be logged with a traceback, or voice be warned of"
    )
