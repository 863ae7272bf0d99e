"""Rules of the connection: what is lost is taken up again, and no question is lost with it."""

from tests.wire.conftest import ANSWER, QUESTION, Start
from tests.wire.fake_discord.gateway import HEARTBEAT, IDENTIFY, RESUME
from tests.wire.fake_discord.rest import failing
from tests.wire.fake_discord.server import FakeDiscord
from tests.wire.process import BotProcess
from tests.wire.reading import says


async def answers(discord: FakeDiscord) -> bool:
    await discord.mention(QUESTION)
    return says((await discord.reply()).json, ANSWER)


async def test_a_reconnect_resumes_the_session(discord: FakeDiscord, bot: BotProcess) -> None:
    session = await discord.gateway.opened()
    await discord.gateway.ask_to_reconnect()
    resume = await discord.gateway.sent(RESUME)
    assert resume.address == "/gateway/resume"
    assert resume.payload["session_id"] == session.id
    await discord.gateway.resumed()
    assert await answers(discord)
    assert discord.gateway.count(IDENTIFY) == 1


async def test_a_question_asked_while_the_connection_is_cut_is_answered(
    discord: FakeDiscord, bot: BotProcess
) -> None:
    discord.gateway.cut()
    assert await answers(discord)
    assert discord.gateway.count(RESUME) == 1
    assert discord.gateway.count(IDENTIFY) == 1


async def test_an_invalid_session_is_replaced(discord: FakeDiscord, bot: BotProcess) -> None:
    """discord.py waits 5 s before it identifies again, as Discord asks."""
    await discord.gateway.invalidate()
    await discord.gateway.opened(2)
    assert await answers(discord)
    assert discord.gateway.count(RESUME) == 0


async def test_a_gateway_that_falls_silent_is_left_and_resumed(
    discord: FakeDiscord, start: Start
) -> None:
    discord.gateway.heartbeat_ms = 200
    async with start(WIRE_HEARTBEAT_TIMEOUT="1") as bot:
        await discord.gateway.opened()
        await discord.gateway.sent(HEARTBEAT, 2)
        discord.gateway.silent = True
        await discord.gateway.sent("closed")
        discord.gateway.silent = False
        await discord.gateway.resumed()
        assert await answers(discord)
        assert await bot.stop() == 0


async def test_a_gateway_that_cannot_be_reached_is_named_without_a_traceback(
    discord: FakeDiscord, start: Start
) -> None:
    discord.gateway.unreachable = 1
    async with start() as bot:
        line = await bot.said("Failed to connect")
        assert "Traceback" not in line
        await discord.gateway.opened()
        assert await answers(discord)


async def test_a_gateway_that_never_answers_is_named_and_tried_again(
    discord: FakeDiscord, start: Start
) -> None:
    """The patience is more than the 5 s that discord.py leaves between two identifies."""
    discord.gateway.unanswered = 1
    async with start(WIRE_PATIENCE="6") as bot:
        line = await bot.said("Failed to connect")
        assert "TimeoutError" in line
        assert "Traceback" not in line
        await discord.gateway.opened()
        assert await answers(discord)


async def test_the_gateway_is_asked_for_again_while_discord_is_unavailable(
    discord: FakeDiscord, start: Start
) -> None:
    discord.rest.fail("GET", "/gateway/bot", failing(503))
    async with start() as bot:
        await discord.gateway.opened()
        assert len(bot.fields(lambda line: line["event"] == "discord.unavailable")) == 1
        assert await answers(discord)
