"""Rules of the command sync: only when the commands have changed, and within the limits."""

from pathlib import Path

from tests.wire.conftest import Start
from tests.wire.fake_discord.rest import failing
from tests.wire.fake_discord.server import FakeDiscord

SYNC = ("PUT", "/applications/*/commands")


async def test_commands_are_synced_once_and_not_at_the_next_start(
    discord: FakeDiscord, start: Start
) -> None:
    for starts in (1, 2):
        async with start() as bot:
            await discord.gateway.opened(starts)
            assert await bot.stop() == 0
    assert discord.rest.count(*SYNC) == 1


async def test_commands_are_synced_again_when_what_was_synced_is_not_known(
    discord: FakeDiscord, start: Start, folder: Path
) -> None:
    for starts in (1, 2):
        async with start() as bot:
            await discord.gateway.opened(starts)
            assert await bot.stop() == 0
        for records in (folder / "data").glob("records*"):
            records.unlink()
    assert discord.rest.count(*SYNC) == 2


async def test_a_refused_sync_is_tried_again_at_the_next_start(
    discord: FakeDiscord, start: Start
) -> None:
    """The hash is kept only once Discord has taken the commands."""
    discord.rest.fail(*SYNC, failing(403))
    async with start() as bot:
        await bot.ended()
    async with start():
        await discord.gateway.opened()
    assert discord.rest.count(*SYNC) == 2
