"""Rules of stopping: finish what was asked, close everything, and be quick about it."""

import asyncio
import signal
from pathlib import Path

import pytest

from tests.wire.conftest import ANSWER, QUESTION, Start
from tests.wire.fake_discord.rest import failing, held
from tests.wire.fake_discord.server import FakeDiscord
from tests.wire.process import BotProcess
from tests.wire.reading import says


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT], ids=["SIGTERM", "SIGINT"])
async def test_an_idle_bot_says_goodbye_and_leaves_nothing_open(
    discord: FakeDiscord, start: Start, number: signal.Signals
) -> None:
    async with start(fresh=True) as bot:
        await discord.gateway.opened()
        bot.send(number)
        assert await bot.ended() == 0
        assert (await discord.gateway.sent("closed")).data == 1000
        assert bot.left_open() == []
        assert not bot.log.matching(lambda line: "Traceback" in line)


async def test_a_gateway_that_does_not_say_goodbye_does_not_hold_the_bot(
    discord: FakeDiscord, bot: BotProcess
) -> None:
    """aiohttp by itself would wait half a minute for the other side's closing frame."""
    discord.gateway.unclosing = True
    assert await bot.stop() == 0
    assert bot.left_open() == []


async def test_a_bot_that_waits_for_discord_can_be_stopped(
    discord: FakeDiscord, start: Start
) -> None:
    discord.rest.fail("GET", "/users/@me", *[failing(503)] * 9)
    async with start() as bot:
        await bot.said("discord.unavailable")
        assert await bot.stop() == 0
        assert bot.left_open() == []


async def test_an_answer_on_its_way_is_finished(discord: FakeDiscord, bot: BotProcess) -> None:
    goes_on = asyncio.Event()
    discord.rest.fail("POST", "/channels/*/messages", held(goes_on))
    await discord.mention(QUESTION)
    await discord.reply()
    bot.send(signal.SIGTERM)
    await bot.said('"finishing"')
    goes_on.set()
    assert await bot.ended() == 0
    (shown,) = discord.shown()
    assert says(shown, ANSWER)
    assert not bot.log.matching(lambda line: "not_finished" in line)
    assert bot.left_open() == []


async def test_an_answer_that_never_ends_does_not_hold_the_bot(
    discord: FakeDiscord, bot: BotProcess
) -> None:
    never = asyncio.Event()
    discord.rest.fail("POST", "/channels/*/messages", held(never))
    await discord.mention(QUESTION)
    await discord.reply()
    assert await bot.stop() == 0
    assert bot.log.matching(lambda line: "not_finished" in line)
    assert bot.left_open() == []


async def test_an_index_that_is_being_built_does_not_hold_the_bot(
    start: Start, without_index: Path
) -> None:
    for number in range(3000):
        text = f"# Report {number}\n\nThe ferry carried {number} people over the sound.\n"
        (without_index / "corpus" / f"report-{number}.md").write_text(text)
    async with start() as bot:
        await bot.said("index.building")
        assert await bot.stop() == 0
        assert not bot.log.matching(lambda line: "index.refreshed" in line)
        assert bot.left_open() == []


async def test_a_file_that_takes_long_to_read_does_not_hold_the_bot(
    discord: FakeDiscord, start: Start, folder: Path
) -> None:
    async with start() as bot:
        await discord.gateway.opened()
        assert await bot.stop() == 0
    sentence = "The ferry carried {} people over the sound that day.\n\n"
    text = "".join(sentence.format(number) for number in range(300_000))
    (folder / "corpus" / "ferries.txt").write_text(text)
    async with start() as bot:
        await discord.gateway.opened(2)
        await bot.said("index.progress")  # the first file is looked at, the long one is next
        await discord.mention(QUESTION)
        await discord.reply()
        assert await bot.stop() == 0
        assert bot.log.matching(lambda line: '"stopped"' in line)
        assert not bot.log.matching(lambda line: "index.refreshed" in line)


async def test_a_second_signal_ends_the_bot_at_once(discord: FakeDiscord, bot: BotProcess) -> None:
    never = asyncio.Event()
    discord.rest.fail("POST", "/channels/*/messages", held(never))
    await discord.mention(QUESTION)
    await discord.reply()
    bot.send(signal.SIGTERM)
    await bot.said('"finishing"')
    bot.send(signal.SIGTERM)
    assert await bot.ended() == -signal.SIGTERM
