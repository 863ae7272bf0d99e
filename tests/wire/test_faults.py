"""Rule of delivery: whatever the network does to a request, the answer arrives, and once."""

import pytest

from tests.wire.conftest import ANSWER, QUESTION
from tests.wire.process import BotProcess
from tests.wire.reading import says
from tests.wire.rest import Fault, failing, rate_limited, reset
from tests.wire.server import FakeDiscord

FAULTS = {
    "429": rate_limited(0.2),
    "502": failing(502),
    "503": failing(503),
    "reset before it was acted on": reset(acted=False),
    "reset after it was acted on": reset(acted=True),
}
faults = pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())


@faults
async def test_a_reply_arrives_once(discord: FakeDiscord, bot: BotProcess, fault: Fault) -> None:
    discord.rest.fail("POST", "/channels/*/messages", fault)
    await discord.mention(QUESTION)
    await discord.reply(2)
    assert await bot.stop() == 0
    (shown,) = discord.shown()
    assert says(shown, ANSWER)


@faults
@pytest.mark.parametrize(
    "request_",
    [
        ("POST", "/interactions/*/*/callback"),
        ("PATCH", "/webhooks/*/*/messages/@original"),
    ],
    ids=["the deferral", "the answer"],
)
async def test_a_command_is_answered_once(
    discord: FakeDiscord, bot: BotProcess, fault: Fault, request_: tuple[str, str]
) -> None:
    discord.rest.fail(*request_, fault)
    await discord.slash("ask", question=QUESTION)
    await discord.rest.request(*request_, nth=2)
    await discord.rest.request("PATCH", "/webhooks/*/*/messages/@original")
    assert await bot.stop() == 0
    (shown,) = discord.shown()
    assert says(shown, ANSWER)


async def test_a_refused_reply_is_not_sent_again(discord: FakeDiscord, bot: BotProcess) -> None:
    """Ten thousand refusals in ten minutes ban the address, so a 4xx is the last word."""
    discord.rest.fail("POST", "/channels/*/messages", failing(400))
    await discord.mention(QUESTION)
    await discord.reply()
    assert await bot.stop() == 0
    assert discord.shown() == []
