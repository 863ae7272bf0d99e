"""``verbatim index``: build or refresh the index."""

from collections.abc import Iterator

import click

from bot.commands.common import (
    DONE,
    Places,
    examples,
    json_option,
    open_door,
    place_options,
    places,
    progress_bar,
    run_async,
    say,
    say_json,
    warn,
    warn_unreadable,
)
from bot.terminal.json_output import report_json
from bot.terminal.lines import Line, Role, counted, line
from index.answers import ReindexReport

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

    The index that is there goes on answering until the new one is complete.
    """
    where = places()
    report = run_async(_reindex(where, full=full))
    if as_json:
        say_json(report_json(report))
        return DONE
    say(_report_lines(report))
    warn_unreadable(report.unreadable)
    for each in report.warnings:
        warn(f"read, but {each.file}: {each.reason}")
    if not report.documents:
        warn(f"{where.corpus}: holds no document that can be read; put documents there")
    return DONE


async def _reindex(where: Places, *, full: bool) -> ReindexReport:
    async with open_door(where) as library:
        with progress_bar() as progress:
            return await library.reindex(full=full, progress=progress)


def _report_lines(report: ReindexReport) -> Iterator[Line]:
    yield line(
        f"{counted(report.documents, 'document')}, {counted(report.passages, 'passage')},"
        f" in {report.seconds:.1f} s (index {report.index_version})",
        Role.HEADING,
    )
    kinds = (("added", report.added), ("changed", report.changed), ("removed", report.removed))
    for kind, names in kinds:
        for name in names[:NAMES_SHOWN]:
            yield line(f"{kind}: {name}")
        if len(names) > NAMES_SHOWN:
            yield line(f"{kind}: {len(names) - NAMES_SHOWN} more; --json names them all")
    if report.documents and not any(names for _, names in kinds):
        yield line("Nothing has changed.")
    if report.unreadable:
        yield line(f"not read: {len(report.unreadable)}", Role.WARNING)
