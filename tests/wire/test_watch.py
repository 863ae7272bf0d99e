"""A standing question survives a kill between sending and noting, and is not posted twice."""

import asyncio
import signal
from pathlib import Path

from index.answers import Question
from index.library import open_library
from index.store.records import Records
from index.store.watches import NewWatch
from tests.wire.conftest import QUESTION, Start
from tests.wire.fake_discord import payloads
from tests.wire.fake_discord.rest import held
from tests.wire.fake_discord.server import FakeDiscord
from tests.wire.reading import says

NEWS = "The harbour master said the lighthouse would shine again from Monday on"


async def watched_and_reindexed(folder: Path) -> None:
    """A question is watched, then another process than the bot's builds a version with news."""
    data = folder / "data"
    async with (
        open_library(corpus=folder / "corpus", data=data) as library,
        Records.open(data / "records.sqlite3") as records,
    ):
        await library.reindex()
        known = await library.news(Question(QUESTION))
        watch = NewWatch(
            scope=f"guild:{payloads.GUILD}",
            channel=int(payloads.CHANNEL),
            contact=int(payloads.DIRECT),
            question=QUESTION,
            source="",
            language="en",
            version=known.version,
            seen=known.seen,
        )
        await records.watches.set_texts((await library.texts()).packed)
        await records.watches.add("somebody", watch, 20)
        (folder / "corpus" / "again.md").write_text(f"# Light\n\n{NEWS}.\n")
        await library.reindex()


async def test_a_kill_between_sending_and_noting_is_settled_by_the_nonce(
    discord: FakeDiscord, start: Start, folder: Path
) -> None:
    await watched_and_reindexed(folder)
    discord.rest.fail("POST", "/channels/*/messages", held(asyncio.Event()))
    async with start() as bot:
        first = await discord.reply()
        bot.send(signal.SIGKILL)
        await bot.ended()
    async with start() as bot:
        second = await discord.reply(2)
        await bot.said("watch.said")
        assert await bot.stop() == 0
    assert first.json["nonce"] == second.json["nonce"]
    assert first.json["enforce_nonce"] is second.json["enforce_nonce"] is True
    (message,) = discord.shown()
    assert says(message, NEWS)
    async with Records.open(folder / "data" / "records.sqlite3") as records:
        assert await records.watches.posts() == ()


async def test_two_bots_on_one_folder_post_it_once(
    discord: FakeDiscord, start: Start, folder: Path
) -> None:
    """Both look and both send, under one nonce: whoever notes the news first is the only one."""
    await watched_and_reindexed(folder)
    released = asyncio.Event()
    discord.rest.fail("POST", "/channels/*/messages", held(released))
    async with start() as one, start() as two:
        first, second = await discord.reply(), await discord.reply(2)
        released.set()
        await asyncio.gather(one.said("watch.said"), two.said("watch.said"))
        assert [await bot.stop() for bot in (one, two)] == [0, 0]
    assert first.json["nonce"] == second.json["nonce"]
    (message,) = discord.shown()
    assert says(message, NEWS)
    async with Records.open(folder / "data" / "records.sqlite3") as records:
        assert await records.watches.posts() == ()
