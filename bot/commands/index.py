"""``verbatim index``: build or refresh the index."""

from collections.abc import Iterator

import click

from bot.commands.library import open_door, progress_bar, run_async
from bot.commands.places import Places, examples, json_option, place_options, places
from bot.commands.printing import DONE, say, say_json, warn, warn_unreadable
from bot.commands.setup_check import mostly_in
from bot.terminal.json_output import report_json
from bot.terminal.lines import Line, Role, line
from bot.wording.state import report_lines
from bot.wording.voice import Voice
from index.errors import FileDamagedError
from index.reports import ReindexReport, Status

NAMES_SHOWN = 20


@click.command(
    short_help="Build or refresh the index.",
    epilog=examples(
        "verbatim index",
        "verbatim index --full        # read and analyse every file again",
        "verbatim index --corpus ~/articles --data ~/articles-index --json",
    ),
)
@click.option("--full", is_flag=True, help="Read and analyse every file again.")
@json_option
@place_options
def index(full: bool, as_json: bool) -> int:
    """Build the index, or refresh it where files were added, changed or removed.

    The existing index goes on answering until the new one is complete.
    """
    where = places()
    report, status = run_async(_reindex(where, full=full))
    if as_json:
        say_json(report_json(report))
        return DONE
    say(_report_lines(report, where.voice))
    warn_unreadable(report.unreadable, where.voice)
    for each in report.warnings:
        warn(where.voice("terminal.warning", file=each.file, reason=where.voice.fact(each.reason)))
    for note in mostly_in(status, where.voice):
        warn(where.voice("terminal.named", kind=note.thing, name=note.detail))
    if not report.documents:
        warn(where.voice("terminal.no_document", corpus=where.corpus))
    return DONE


async def _reindex(where: Places, *, full: bool) -> tuple[ReindexReport, Status]:
    """A database that SQLite cannot read is renamed, for all of it can be made anew."""
    try:
        return await _built(where, full=full)
    except FileDamagedError as error:
        from index.library import set_aside_index  # noqa: PLC0415 - half of the start-up time

        aside = set_aside_index(corpus=where.corpus, data=where.data)
        warn(where.voice("terminal.set_aside", thing=error.thing, file=aside))
        return await _built(where, full=full)


async def _built(where: Places, *, full: bool) -> tuple[ReindexReport, Status]:
    async with open_door(where) as library:
        with progress_bar(where.voice) as progress:
            report = await library.reindex(full=full, progress=progress)
        return report, await library.status()


def _report_lines(report: ReindexReport, voice: Voice) -> Iterator[Line]:
    done, held, changes = report_lines(report, voice)
    yield line(done, Role.HEADING)
    yield line(held)
    yield line(changes, Role.WARNING if report.unreadable else Role.PLAIN)
    kinds = (("added", report.added), ("changed", report.changed), ("removed", report.removed))
    for kind, names in kinds:
        for name in names[:NAMES_SHOWN]:
            yield line(voice("terminal.named", kind=voice(f"admin.{kind}"), name=name))
        if len(names) > NAMES_SHOWN:
            rest = voice.count("terminal.more_names", len(names) - NAMES_SHOWN)
            yield line(voice("terminal.named", kind=voice(f"admin.{kind}"), name=rest))
    if report.documents and not any(names for _, names in kinds):
        yield line(voice("terminal.nothing_changed"))
