"""Rules of starting: log in, ask for little, and say a refusal in one clear line."""

import socket
from pathlib import Path

import pytest

from tests.wire.conftest import Start
from tests.wire.fake_discord import payloads
from tests.wire.fake_discord.gateway import IDENTIFY
from tests.wire.fake_discord.rest import failing
from tests.wire.fake_discord.server import FakeDiscord
from tests.wire.forking import Forker
from tests.wire.process import BotProcess

PRIVILEGED = 1 << 1 | 1 << 8 | 1 << 15  # members, presences, message content


async def refused(bot: BotProcess) -> str:
    """The one line that a bot leaves behind when it cannot start."""
    assert await bot.ended() == 2
    plain = bot.log.matching(lambda line: not line.startswith("{"))
    assert len(plain) == 1, plain
    assert plain[0].startswith("verbatim: ")
    assert not bot.log.matching(lambda line: "Traceback" in line)
    assert bot.left_open() == []
    return plain[0]


async def test_the_bot_asks_for_no_privileged_intent(discord: FakeDiscord, bot: BotProcess) -> None:
    identify = (await discord.gateway.sent(IDENTIFY)).payload
    assert identify["token"] == payloads.TOKEN
    assert identify["intents"] & PRIVILEGED == 0


async def test_the_token_is_never_logged(discord: FakeDiscord, start: Start) -> None:
    async with start(VERBATIM_LOG_LEVEL="debug") as bot:
        await discord.gateway.opened()
        assert await bot.stop() == 0
        assert bot.log.entries
        assert not bot.log.matching(lambda line: payloads.TOKEN in line)


async def test_a_bad_token_ends_with_one_line(discord: FakeDiscord, start: Start) -> None:
    discord.rest.token = "another"
    async with start() as bot:
        line = await refused(bot)
        assert "DISCORD_TOKEN: Discord does not accept it" in line


async def test_a_missing_token_ends_with_one_line(start: Start) -> None:
    async with start(DISCORD_TOKEN="") as bot:
        line = await refused(bot)
        assert "DISCORD_TOKEN: is not set" in line


async def test_what_cannot_be_a_token_is_not_sent_to_discord(
    discord: FakeDiscord, start: Start
) -> None:
    async with start(DISCORD_TOKEN="not.a.token") as bot:
        line = await refused(bot)
        assert "DISCORD_TOKEN: does not have the shape of a bot token" in line
    assert not discord.rest.requests.entries


@pytest.mark.parametrize(
    ("code", "words"),
    [(4014, "privileged intent"), (4004, "DISCORD_TOKEN"), (4011, "close code 4011")],
)
async def test_a_gateway_that_refuses_for_good_ends_with_one_line(
    discord: FakeDiscord, start: Start, code: int, words: str
) -> None:
    discord.gateway.refusal = code
    async with start() as bot:
        assert words in await refused(bot)


async def test_no_network_ends_with_one_line_that_says_what_was_tried(
    folder: Path, forker: Forker
) -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # bound, and not listening: connections are refused
        port = nobody.getsockname()[1]
        async with BotProcess.running(f"http://127.0.0.1:{port}", folder, forker) as bot:
            assert f"127.0.0.1:{port}: Discord cannot be reached" in await refused(bot)


async def test_a_network_that_swallows_everything_ends_with_one_line(
    folder: Path, forker: Forker
) -> None:
    """As behind a firewall that drops packets: connections are taken, and nothing comes back."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        base = f"http://127.0.0.1:{silent.getsockname()[1]}"
        async with BotProcess.running(base, folder, forker, WIRE_PATIENCE="1") as bot:
            line = await refused(bot)
            assert "discord.com:443: Discord cannot be reached (no answer within 1 sec" in line
            assert "firewall" in line


async def test_an_unavailable_discord_is_tried_again(discord: FakeDiscord, start: Start) -> None:
    discord.rest.fail("GET", "/users/@me", failing(503))
    async with start() as bot:
        await discord.gateway.opened()
        assert len(bot.fields(lambda line: line["event"] == "discord.unavailable")) == 1
        assert await bot.stop() == 0
        assert bot.left_open() == []
