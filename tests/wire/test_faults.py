"""Rule of delivery: whatever the network does to a request, the answer arrives, and once."""

from pathlib import Path

from tests.wire.conftest import ANSWER, QUESTION, Start
from tests.wire.fake_discord.rest import failing, rate_limited, reset
from tests.wire.fake_discord.server import FakeDiscord
from tests.wire.process import BotProcess
from tests.wire.reading import says, words

FAULTS = {
    "429": rate_limited(0.2),
    "502": failing(502),
    "503": failing(503),
    "reset before it was acted on": reset(acted=False),
    "reset after it was acted on": reset(acted=True),
}


async def shows_each_answer_once(discord: FakeDiscord, bot: BotProcess) -> None:
    """Once the bot has ended, nothing can come late."""
    assert await bot.stop() == 0
    assert len(discord.shown()) == len(FAULTS)
    assert all(says(message, ANSWER) for message in discord.shown())


async def test_a_reply_arrives_once(discord: FakeDiscord, bot: BotProcess) -> None:
    for tries, fault in enumerate(FAULTS.values(), 1):
        discord.rest.fail("POST", "/channels/*/messages", fault)
        await discord.mention(QUESTION)
        await discord.reply(2 * tries)
    await shows_each_answer_once(discord, bot)


async def test_a_command_is_answered_once_when_its_deferral_fails(
    discord: FakeDiscord, bot: BotProcess
) -> None:
    for fault in FAULTS.values():
        discord.rest.fail("POST", "/interactions/*/*/callback", fault)
        asked = await discord.slash("ask", question=QUESTION)
        await discord.deferral(asked, 2)
        await discord.answer(asked)
    await shows_each_answer_once(discord, bot)


async def test_a_command_is_answered_once_when_its_answer_fails(
    discord: FakeDiscord, bot: BotProcess
) -> None:
    for fault in FAULTS.values():
        discord.rest.fail("PATCH", "/webhooks/*/*/messages/@original", fault)
        asked = await discord.slash("ask", question=QUESTION)
        await discord.answer(asked, 2)
    await shows_each_answer_once(discord, bot)


async def test_a_further_message_arrives_whatever_happens_to_it(
    discord: FakeDiscord, start: Start, without_index: Path
) -> None:
    """It arrives once, but twice where its answer was lost: Discord takes no nonce for it."""
    sentence = "The keeper saw {} " + "lights over the water, " * 60 + "and went home.\n\n"
    lights = without_index / "corpus" / "lights.md"
    lights.write_text("".join(map(sentence.format, "ABC")))
    async with start() as bot:
        await discord.gateway.opened()
        await discord.mention("keeper saw B lights over the water")
        await discord.reply()
        await bot.said('"question"')
        (shown,) = discord.shown()
        context = next(word for word in words(shown) if word.startswith("c") and "-" in word)
        for fault in FAULTS.values():
            discord.rest.fail("POST", "/webhooks/*/*", fault)
            await discord.addition(await discord.press(shown, context), 2)
        assert await bot.stop() == 0
    added = [message for message in discord.shown()[1:] if says(message, "The keeper saw C")]
    assert len(added) == len(FAULTS) + 1


async def test_a_refused_reply_is_sent_once_more_in_another_form(
    discord: FakeDiscord, bot: BotProcess
) -> None:
    """Ten thousand refusals in ten minutes ban the address, so what was refused is not repeated:
    it comes once, without the reference that Discord may have refused."""
    discord.rest.fail("POST", "/channels/*/messages", failing(400))
    await discord.mention(QUESTION)
    await discord.reply()
    assert await bot.stop() == 0
    (message,) = discord.shown()
    assert "message_reference" not in message
