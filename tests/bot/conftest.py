"""The real bot in a simulated Discord, over an index of the shipped corpus and real records."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import pytest
import pytest_asyncio
import structlog

from tests.bot.world import World, indexed, open_world
from tests.conftest import CHECKOUT, copy_built

SHIPPED = CHECKOUT / "corpus" / "documents"

OpenWorld = Callable[..., Awaitable[World]]


@pytest.fixture(scope="session", autouse=True)
def plain_errors() -> None:
    """What is logged to no handler is shown without rich's pictures of the stack: 0.1 s each."""
    shown = structlog.dev.ConsoleRenderer(exception_formatter=structlog.dev.plain_traceback)
    structlog.configure([*structlog.get_config()["processors"][:-1], shown])


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a copy of the shipped corpus and its index, to be copied by each test."""
    folder = tmp_path_factory.mktemp("built")
    await asyncio.to_thread(shutil.copytree, SHIPPED, folder / "corpus")
    return await indexed(folder)


@pytest.fixture
async def open_bot(built: Path, tmp_path: Path) -> AsyncIterator[OpenWorld]:
    """Start the bot with the settings given; stopped, and its requests checked, at the end."""
    async with AsyncExitStack() as stack:

        async def start(**settings: str) -> World:
            await asyncio.to_thread(copy_built, built, tmp_path)
            opened = await stack.enter_async_context(open_world(tmp_path, settings))
            await opened.library.refresh()
            await opened.let_see(opened.alice, opened.bob)
            return opened

        yield start


@pytest.fixture
async def world(open_bot: OpenWorld) -> World:
    """The bot with the default settings, in a server with one channel and a few people."""
    return await open_bot()


@pytest.fixture
async def admin(open_bot: OpenWorld) -> World:
    """A world in which Alice is named as an admin in the settings."""
    opened = await open_bot()
    opened.settings = replace(opened.settings, admin_users=frozenset({opened.alice.id}))
    await opened.restart()
    return opened
