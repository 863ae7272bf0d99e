"""Rules of answering, as Discord sees it: the passage arrives, as a reply, and pings nobody."""

from bot.desk.custom_ids import tag
from tests.wire.conftest import ANSWER, QUESTION
from tests.wire.fake_discord import payloads
from tests.wire.fake_discord.server import FakeDiscord
from tests.wire.process import BotProcess
from tests.wire.reading import says

DEFERRED = 5


async def test_a_mention_is_answered_with_a_reply(discord: FakeDiscord, bot: BotProcess) -> None:
    asked = await discord.mention(QUESTION)
    reply = (await discord.reply()).json
    assert says(reply, ANSWER)
    assert str(reply["message_reference"]["message_id"]) == asked["id"]
    assert reply["allowed_mentions"] == {"parse": []} | (
        {"replied_user": False} if "replied_user" in reply["allowed_mentions"] else {}
    )


async def test_a_command_is_deferred_and_then_answered(
    discord: FakeDiscord, bot: BotProcess
) -> None:
    asked = await discord.slash("ask", question=QUESTION)
    assert (await discord.deferral(asked)).json["type"] == DEFERRED
    assert says((await discord.answer(asked)).json, ANSWER)


async def test_a_message_that_mentions_nobody_is_left_alone(
    discord: FakeDiscord, bot: BotProcess
) -> None:
    """Proved by order: the second message is answered, and it is the only one."""
    await discord.gateway.emit(
        "MESSAGE_CREATE",
        payloads.message(QUESTION, payloads.user(), payloads.CHANNEL, guild_id=payloads.GUILD),
    )
    asked = await discord.mention(QUESTION)
    reply = await discord.reply()
    assert str(reply.json["message_reference"]["message_id"]) == asked["id"]


async def test_neither_the_question_nor_the_person_is_logged(
    discord: FakeDiscord, bot: BotProcess
) -> None:
    await discord.mention(QUESTION)
    await discord.reply()
    assert await bot.stop() == 0
    for secret in (QUESTION, "lighthouse", payloads.PERSON):
        assert not any(secret in line for line in bot.log.entries)


async def test_a_form_that_this_process_never_opened_is_answered(
    discord: FakeDiscord, bot: BotProcess
) -> None:
    """It was opened before a restart; who sends it is checked as ever."""
    asked = await discord.fill_in("i" + tag("harbour.md"), QUESTION)
    assert says((await discord.answer(asked)).json, ANSWER)
    refused = await discord.fill_in("S", "market.md")
    assert says((await discord.deferral(refused)).json, "Only those who may manage the server")
