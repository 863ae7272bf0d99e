"""``verbatim sources``: what is held, and what could not be read."""

import sys
from contextlib import aclosing

import click

from bot.commands.library import open_door, refresh, run_async
from bot.commands.places import Places, examples, json_option, place_options, places
from bot.commands.printing import (
    DONE,
    on_terminal,
    say_json,
    say_table,
    warn,
    warn_unreadable,
)
from bot.terminal.json_output import catalogue_json
from bot.wording import phrases
from bot.wording.voice import Voice
from index.answers import Catalogue, Holding

_COLUMNS = ("document", "title", "publisher", "published", "passages")
_AT_ONCE = 256  # lines of a list that is piped


@click.command(
    short_help="List the documents held.",
    epilog=examples(
        "verbatim sources",
        "verbatim sources --search lavrov",
        "verbatim sources | cut -f1,4      # document and date, separated by a tab",
        "verbatim sources --json",
    ),
)
@click.option("--search", metavar="TEXT", help="Only sources with TEXT in their name.")
@json_option
@place_options
def sources(search: str | None, as_json: bool) -> int:
    """List the documents held, with their sources and dates.

    When piped, each line has document, title, publisher, date and number of passages, separated by
    tabs. Files that cannot be read are reported on the error stream.
    """
    where = places()
    if as_json:
        say_json(catalogue_json(run_async(_catalogue(where, search))))
    else:
        run_async(_print(where, search))
    return DONE


async def _catalogue(where: Places, search: str | None) -> Catalogue:
    async with open_door(where) as library:
        await refresh(library, where.voice)
        return await library.sources(search)


async def _print(where: Places, search: str | None) -> None:
    """A table on a terminal; piped, lines in pieces, so that none is read that nobody asks for."""
    voice, number = where.voice, 0
    header = [voice(f"column.{name}") for name in _COLUMNS]
    rows: list[tuple[str, ...]] = []
    piped = not on_terminal(sys.stdout)
    async with open_door(where) as library:
        await refresh(library, voice)
        async with aclosing(library.listed(search)) as held:
            async for holding in held:
                rows.append(_row(holding, voice))
                number += 1
                if piped and not number % _AT_ONCE:
                    say_table(header, rows)
                    rows.clear()
        say_table(header, rows)
        warn_unreadable(await library.unreadable(), voice)
    if not number:
        found_none = voice("terminal.none_found", search=voice.quoted(search or ""))
        warn(found_none if search else voice("terminal.none_held"))


def _row(holding: Holding, voice: Voice) -> tuple[str, ...]:
    source = holding.source
    return (
        holding.document,
        source.title or voice("terminal.title_unknown"),
        phrases.publisher(source, voice),
        phrases.when(source, voice),
        str(holding.passages),
    )
