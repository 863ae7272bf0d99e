"""Reindexing and the state of things, for the bot's owners and those the operator names."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

import aiohttp
import discord
import structlog
from discord import app_commands
from discord.app_commands import locale_str
from discord.ext import commands

from bot.cogs.question_options import anywhere, renamed
from bot.conversation.admitting import admitted, audit
from bot.conversation.interactions import tell
from bot.conversation.lasting_response import Attachment, LastingResponse
from bot.conversation.responding import refused
from bot.conversation.sending import defer, finish
from bot.desk.desk import DeskBot, Interaction
from bot.messages.layout import QUOTED, message
from bot.messages.reindex_cards import attachment, progress_card, report_card
from bot.messages.status_cards import status_card
from bot.wording.markdown import escape
from bot.wording.mistakes import said as mistake
from bot.wording.phrases import duration
from bot.wording.voice import Voice
from corpus.errors import VerbatimError
from index.errors import ReindexRunningError
from index.reports import Progress, ReindexReport

_EDIT_EVERY = 1.5  # seconds; a message may be edited about five times in five seconds
_REINDEX = "reindex"
_FILE = "reindex.txt"
_REASON = 1_000  # characters of an error
_UNSHOWN = (discord.HTTPException, aiohttp.ClientError, OSError)

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


@dataclass(slots=True)
class Run:
    """A reindex under way: whose it is, since when, and how far."""

    person: int
    full: bool
    started: float = field(default_factory=time.monotonic)
    progress: Progress | None = None
    over: asyncio.Event = field(default_factory=asyncio.Event)

    def seen(self, progress: Progress) -> None:
        """Called by the library, perhaps from another thread."""
        self.progress = progress

    @property
    def elapsed(self) -> float:
        return time.monotonic() - self.started


class Admin(commands.Cog):
    """One reindex at a time, and every attempt on record."""

    def __init__(self, bot: DeskBot) -> None:
        self.bot = bot
        self.run: Run | None = None

    @app_commands.command(
        name=locale_str("reindex"), description=locale_str("Bring the index up to date")
    )
    @renamed("full")
    @app_commands.describe(full=locale_str("Read and analyse every file again"))
    @app_commands.default_permissions(manage_guild=True)
    @anywhere
    async def reindex(self, interaction: Interaction, full: bool = False) -> None:
        """Reindex, show how far it is, and report what changed."""
        voice = await admitted(interaction, _REINDEX)
        if voice is None:
            return
        if self.run is not None:
            await tell(interaction, _busy(self.run, voice))
            await audit(interaction, _REINDEX, "busy")
            return
        run = self.run = Run(interaction.user.id, full)
        try:
            await defer(interaction, private=True)
            await audit(interaction, _REINDEX, "started", "full" if full else "")
            await self._reindex(interaction, run, voice)
        finally:
            self.run = None

    @app_commands.command(
        name=locale_str("status"), description=locale_str("The state of the index and of the bot")
    )
    @app_commands.default_permissions(manage_guild=True)
    @anywhere
    async def status(self, interaction: Interaction) -> None:
        """Show the index, the process, the gateway and the last reindex."""
        voice = await admitted(interaction, "status")
        if voice is None:
            return
        await defer(interaction, private=True)
        card = await status_card(self.bot, voice)
        await finish(interaction, (message(card),), private=True)

    async def _reindex(self, interaction: Interaction, run: Run, voice: Voice) -> None:
        response = LastingResponse(interaction)
        async with _shown_progress(response, run, voice):
            outcome = await self._outcome(run)
            await audit(interaction, _REINDEX, *_on_record(outcome))
        if isinstance(outcome, ReindexReport):
            await _show_report(response, outcome, voice, interaction.filesize_limit)
        else:
            await response.show(refused(_failure(outcome, voice)))

    async def _outcome(self, run: Run) -> ReindexReport | Exception:
        """The report, or what the reindex ended with; a defect is logged."""
        try:
            return await self.bot.desk.library.reindex(full=run.full, progress=run.seen)
        except VerbatimError as error:
            return error
        except Exception as error:  # noqa: BLE001 - logged, told and put on record
            _log.exception("reindex.failed")
            return error


@asynccontextmanager
async def _shown_progress(response: LastingResponse, run: Run, voice: Voice) -> AsyncIterator[None]:
    """Show how far it is while the block runs; the last edit lands before what comes after."""
    showing = asyncio.create_task(_show_progress(response, run, voice))
    try:
        yield
    finally:
        run.over.set()
        await showing


async def _show_progress(response: LastingResponse, run: Run, voice: Voice) -> None:
    """Show now and then how far it is; one look that cannot be shown is left out."""
    while not run.over.is_set():
        card = progress_card(run.progress, run.elapsed, voice, full=run.full)
        with suppress(*_UNSHOWN):
            await response.show(message(card))
        with suppress(TimeoutError):
            await asyncio.wait_for(run.over.wait(), _EDIT_EVERY)


async def _show_report(
    response: LastingResponse, report: ReindexReport, voice: Voice, most_bytes: int
) -> None:
    card, text = report_card(report, voice)
    if text is None:
        await response.show(message(card, colour=QUOTED))
        return
    file = Attachment(_FILE, attachment(text, most_bytes))
    await response.show(message(card, colour=QUOTED, file=file.name), file)


def _busy(run: Run, voice: Voice) -> str:
    progress = run.progress or Progress(0, 0, 0)
    return voice(
        "admin.busy",
        person=f"<@{run.person}>",
        elapsed=duration(run.elapsed),
        done=voice.number(progress.done),
        files=voice.count("count.files", progress.total),
    )


def _on_record(outcome: ReindexReport | Exception) -> tuple[str, str]:
    """The outcome and its detail in the audit."""
    if isinstance(outcome, ReindexRunningError):
        return "busy", ""
    if isinstance(outcome, ReindexReport):
        counts = map(len, (outcome.added, outcome.changed, outcome.removed, outcome.unreadable))
        return "done", "+{} ~{} -{} !{}".format(*counts)
    return "failed", str(outcome) if isinstance(outcome, VerbatimError) else type(outcome).__name__


def _failure(error: Exception, voice: Voice) -> str:
    if isinstance(error, ReindexRunningError):
        return voice("admin.busy_elsewhere")
    if isinstance(error, VerbatimError):
        why = voice("admin.failed", reason=escape(voice.clipped(mistake(error, voice), _REASON)))
    else:
        why = voice("refusal.defect")
    return f"{why}\n{voice('admin.failed_serving')}"
