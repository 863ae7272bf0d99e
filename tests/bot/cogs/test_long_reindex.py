"""A reindex that outlives its interaction, which Discord forgets after 15 minutes."""

import discord
import pytest
import simcord

from tests.bot.world import World, text

RESPONSE = "/webhooks/*/*/messages/@original"
MESSAGES = "/channels/*/messages"
EXPIRED = [
    pytest.param(401, 50027, id="401 invalid webhook token"),
    pytest.param(404, 10015, id="404 unknown webhook"),
]


def requests(world: World, method: str, words: str) -> list[simcord.HttpLogEntry]:
    return [r for r in world.env.http_requests if r.method == method and words in r.path]


@pytest.mark.parametrize(("status", "code"), EXPIRED)
async def test_progress_and_report_go_on_in_one_direct_message(
    admin: World, status: int, code: int
) -> None:
    admin.env.inject_error("PATCH", RESPONSE, status=status, code=code, times=None)
    await admin.alice.slash(admin.channel, "reindex")
    (sent,) = requests(admin, "POST", "/messages")
    changed = requests(admin, "PATCH", "/channels/")[-1]
    assert "questions are answered from the old one" in str(sent.json)
    assert "Reindexed in" in str(changed.json)
    assert "Reindexed in" in text(admin.alice.user.dm_channel.last_message)


@pytest.mark.parametrize(("status", "code"), EXPIRED)
async def test_a_response_that_is_gone_is_asked_for_once(
    admin: World, status: int, code: int
) -> None:
    """Ten thousand answers of 401 in ten minutes ban the address."""
    admin.env.inject_error("PATCH", RESPONSE, status=status, code=code, times=None)
    await admin.alice.slash(admin.channel, "reindex")
    assert len(requests(admin, "PATCH", "@original")) == 1


async def test_after_fifteen_minutes_the_response_is_not_even_tried(
    admin: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discord.Interaction, "is_expired", lambda _: True)
    await admin.alice.slash(admin.channel, "reindex")
    assert requests(admin, "PATCH", "@original") == []
    assert "Reindexed in" in text(admin.alice.user.dm_channel.last_message)


async def test_a_long_report_has_its_file_in_the_direct_message(admin: World) -> None:
    for number in range(8):
        (admin.corpus / f"news-{number}.md").write_text(f"# News\n\nItem number {number}.\n")
    admin.env.inject_error("PATCH", RESPONSE, status=404, code=10015, times=None)
    await admin.alice.slash(admin.channel, "reindex")
    message = admin.alice.user.dm_channel.last_message
    assert message is not None
    assert [file.filename for file in message.attachments] == ["reindex.txt"]


async def test_somebody_who_takes_no_direct_messages_is_tried_once(admin: World) -> None:
    admin.env.inject_error("PATCH", RESPONSE, status=404, code=10015, times=None)
    admin.env.inject_error("POST", MESSAGES, status=403, code=50007, times=None)
    await admin.alice.slash(admin.channel, "reindex")
    assert len(requests(admin, "POST", "/messages")) == 1
    trail = await admin.records.audit_trail()
    assert [entry.outcome for entry in trail] == ["done", "started"]
