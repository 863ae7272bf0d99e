"""Fixtures of the wire tests: a small corpus, a Discord on this machine, the bot beside it."""

import shutil
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from index.library import open_library
from tests import discord_limits
from tests.conftest import copy_built
from tests.discord_api import DiscordApi
from tests.wire.fake_discord.server import FakeDiscord
from tests.wire.forking import Forker
from tests.wire.process import BotProcess, base_environment

Start = Callable[..., AbstractAsyncContextManager[BotProcess]]

QUESTION = "What did the harbour master say about the lighthouse?"
ANSWER = "The harbour master said the lighthouse would stay dark until spring"
_DOCUMENTS = {
    "harbour.md": f"# Harbour news\n\n{ANSWER}. The ferry ran on time all week.\n",
    "market.md": "# Market day\n\nApples were cheap on Friday. Nobody sold any fish at all.\n",
    "council.txt": "Council minutes\n\nThe council adopted the budget without a debate.\n",
}


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a corpus and its index, to be copied by each test."""
    folder = tmp_path_factory.mktemp("built")
    corpus = folder / "corpus"
    corpus.mkdir()
    for name, text in _DOCUMENTS.items():
        (corpus / name).write_text(text)
    async with open_library(corpus=corpus, data=folder / "data") as library:
        await library.reindex()
    return folder


@pytest.fixture
def folder(built: Path, tmp_path: Path) -> Path:
    """The bot's working folder, with a corpus in it and its index."""
    copy_built(built, tmp_path)
    return tmp_path


@pytest.fixture
def without_index(folder: Path) -> Path:
    """The bot's working folder before its first start."""
    shutil.rmtree(folder / "data")
    return folder


@pytest.fixture
async def discord() -> AsyncIterator[FakeDiscord]:
    """A Discord, which in the end finds no fault with any request that it has seen."""
    async with FakeDiscord.running() as running:
        yield running
    described = DiscordApi.load()
    for request in running.rest.requests.entries:
        asked = (request.method, request.path, request.body)
        assert discord_limits.problems(*asked) == []
        if described is not None:
            assert described.problems(*asked) == []


@pytest.fixture(scope="session")
def forker() -> Iterator[Forker]:
    """What every bot forks from that has no reason to be a Python of its own."""
    with Forker.running(base_environment()) as running:
        yield running


@pytest.fixture
def start(discord: FakeDiscord, folder: Path, forker: Forker) -> Start:
    """Start the bot; settings are given by keyword. A test that fails shows what it said."""

    @asynccontextmanager
    async def started(*, fresh: bool = False, **settings: Any) -> AsyncIterator[BotProcess]:
        where = discord.base, folder, None if fresh else forker
        async with BotProcess.running(*where, **settings) as bot:
            try:
                yield bot
            finally:
                sys.stdout.write("\n".join(["", "The bot said:", *bot.log.entries, ""]))

    return started


@pytest.fixture
async def bot(discord: FakeDiscord, start: Start) -> AsyncIterator[BotProcess]:
    """A bot that is connected."""
    async with start() as running:
        await discord.gateway.opened()
        yield running
