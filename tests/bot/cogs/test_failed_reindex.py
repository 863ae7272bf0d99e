"""A reindex that breaks, or that cannot be shown: told, put on record, and over."""

import asyncio

import aiohttp
import pytest
from discord import ui

from bot.cogs.admin import Admin
from bot.conversation.lasting_response import Attachment, LastingResponse
from index.reports import ReindexReport
from tests.bot.world import World, text


async def outcomes(world: World) -> list[str]:
    return [entry.outcome for entry in await world.records.audit_trail()]


async def test_a_defect_ends_the_progress_and_is_told_and_put_on_record(
    admin: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(**_: object) -> ReindexReport:
        raise RuntimeError("a defect, put in on purpose")

    monkeypatch.setattr(admin.library, "reindex", fail)
    result = await admin.alice.slash(admin.channel, "reindex")
    assert "Something went wrong on my side" in text(result.response)
    assert "still answers" in text(result.response)
    assert await outcomes(admin) == ["failed", "started"]
    cog = admin.bot.get_cog("Admin")
    assert isinstance(cog, Admin)
    assert cog.run is None
    assert not [task for task in asyncio.all_tasks() if "_show_progress" in repr(task)]


async def test_a_network_that_fails_during_progress_does_not_cost_the_report(
    admin: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    show, shown = LastingResponse.show, list[str]()

    async def unlucky(response: LastingResponse, view: ui.LayoutView, *files: Attachment) -> None:
        texts = (each for each in view.walk_children() if isinstance(each, ui.TextDisplay))
        shown.append("\n".join(each.content for each in texts))
        if len(shown) == 1:
            raise aiohttp.ClientConnectionError("put in on purpose")
        await show(response, view, *files)

    monkeypatch.setattr(LastingResponse, "show", unlucky)
    result = await admin.alice.slash(admin.channel, "reindex")
    assert "questions are answered from the old one" in shown[0]
    assert "Reindexed in" in text(result.response)
    assert await outcomes(admin) == ["done", "started"]


async def test_the_reason_of_a_failure_reads_to_the_letter(admin: World) -> None:
    """A folder such as ``_hidden_`` is not to be read as Markdown."""
    strange = admin.corpus.with_name("_corpus_")
    admin.corpus.rename(strange)
    strange.with_name("corpus").write_text("no folder")
    result = await admin.alice.slash(admin.channel, "reindex")
    reason = text(result.response).partition("The reindex stopped: ")[2].splitlines()[0]
    assert "_" not in reason.replace("\\_", "")
