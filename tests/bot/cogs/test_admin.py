"""Reindexing and the status: for whom, one at a time, with a report and on record."""

from dataclasses import replace

import pytest

from bot.cogs.admin import Admin, Run
from index.errors import ReindexRunningError
from index.reports import Progress, ReindexReport
from tests.bot.conftest import OpenWorld
from tests.bot.world import World, text, walk


async def outcomes(world: World) -> list[tuple[str, str]]:
    return [(entry.action, entry.outcome) for entry in await world.records.audit_trail()]


async def test_a_reindex_reports_what_was_added_changed_removed_and_unreadable(
    admin: World,
) -> None:
    (admin.corpus / "new.md").write_text("# News\n\nA quasar was seen on 5 May 2021.\n")
    (admin.corpus / "assad-snell-libya.md").unlink()
    (admin.corpus / "about-verbatim.md").write_text("# About\n\nVerbatim quotes.\n")
    (admin.corpus / "empty.txt").write_text("")
    result = await admin.alice.slash(admin.channel, "reindex")
    said = text(result.response)
    assert result.ephemeral
    assert "1 added · 1 changed · 1 removed · 1 unreadable" in said
    for line in ("- new.md", "- about-verbatim.md", "- assad-snell-libya.md", "- empty.txt: "):
        assert line in said
    assert await outcomes(admin) == [("reindex", "done"), ("reindex", "started")]
    status = await admin.alice.slash(admin.channel, "status")
    assert "(1 added · 1 changed · 1 removed · 1 unreadable)" in text(status.response)
    answer = await admin.ask("Where was a quasar seen?")
    assert "A quasar was seen" in text(answer).replace("**", "")


async def test_a_full_reindex_says_so_while_it_runs(admin: World) -> None:
    await admin.alice.slash(admin.channel, "reindex", full=True)
    edits = [entry for entry in admin.env.http_requests if entry.method == "PATCH"]
    assert "Reindexing everything" in str(edits[0].json)
    assert "Reindexed in" in str(edits[-1].json)


async def test_long_lists_are_attached_as_a_file(admin: World) -> None:
    for number in range(8):
        (admin.corpus / f"news-{number}.md").write_text(f"# News\n\nItem number {number}.\n")
    result = await admin.alice.slash(admin.channel, "reindex")
    assert result.response is not None
    (file,) = result.response.attachments
    assert file.filename == "reindex.txt"
    assert [each for each in walk(result.response) if each["type"] == 13]
    assert "The full list is attached." in text(result.response)


async def test_nobody_else_may_and_the_refusal_is_on_record(admin: World) -> None:
    for command in ("reindex", "status"):
        result = await admin.bob.slash(admin.channel, command)
        assert result.ephemeral
        assert "Only the bot’s owners" in text(result.response)
    assert await outcomes(admin) == [("status", "refused"), ("reindex", "refused")]


async def test_a_role_named_in_the_settings_may(open_bot: OpenWorld) -> None:
    world = await open_bot()
    role = world.guild.create_role("Keepers")
    keeper = world.guild.add_member(world.env.create_user("keeper"), roles=[role])
    world.settings = replace(world.settings, admin_roles=frozenset({role.id}))
    await world.restart()
    await world.let_see(keeper)
    result = await keeper.slash(world.channel, "status")
    assert "12 documents" in text(result.response)


async def test_the_second_caller_is_told_who_started_it_and_how_far_it_is(admin: World) -> None:
    cog = admin.bot.get_cog("Admin")
    assert isinstance(cog, Admin)
    cog.run = Run(person=admin.bob.id, full=False)
    cog.run.seen(Progress(3, 12, 20))
    told = text((await admin.alice.slash(admin.channel, "reindex")).response)
    assert f"{admin.bob.mention} started a reindex" in told
    assert "at 3 of 12 files" in told
    assert await outcomes(admin) == [("reindex", "busy")]
    cog.run = None
    await admin.alice.slash(admin.channel, "reindex")
    assert cog.run is None


async def test_a_reindex_by_another_process_is_told(
    admin: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def busy(**_: object) -> ReindexReport:
        raise ReindexRunningError("reindex", "is running", "wait")

    monkeypatch.setattr(admin.library, "reindex", busy)
    result = await admin.alice.slash(admin.channel, "reindex")
    assert "Another process is building the index" in text(result.response)
    assert await outcomes(admin) == [("reindex", "busy"), ("reindex", "started")]


async def test_a_reindex_that_fails_says_why_and_that_the_old_index_still_answers(
    admin: World,
) -> None:
    hidden = admin.corpus.with_name("hidden")
    admin.corpus.rename(hidden)
    result = await admin.alice.slash(admin.channel, "reindex")
    assert "The reindex stopped" in text(result.response)
    assert "still answers" in text(result.response)
    assert await outcomes(admin) == [("reindex", "failed"), ("reindex", "started")]
    assert "over 300 radical Islamists" in text(await admin.ask())


async def test_status_tells_index_process_and_the_last_reindex(admin: World) -> None:
    await admin.alice.slash(admin.channel, "reindex")
    said = text((await admin.alice.slash(admin.channel, "status")).response)
    for part in ("12 documents", "Memory", "latency", "up to date with the files", "On 1 server"):
        assert part in said
    assert f"Last reindex: done just now by {admin.alice.mention}" in said
