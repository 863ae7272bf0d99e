"""``verbatim sources``: what is held, and what could not be read."""

import click

from bot.commands.library import open_door, refresh, run_async
from bot.commands.places import Places, examples, json_option, place_options, places
from bot.commands.printing import DONE, say_json, say_table, warn, warn_unreadable
from bot.terminal import wording
from bot.terminal.json_output import catalogue_json
from index.answers import Catalogue, Holding

_HEADER = ("Document", "Title", "Publisher", "Published", "Passages")


@click.command(
    short_help="List the documents that are held.",
    epilog=examples(
        "verbatim sources",
        "verbatim sources --search lavrov",
        "verbatim sources | cut -f1,4      # document and date, divided by a tab",
        "verbatim sources --json",
    ),
)
@click.option("--search", metavar="TEXT", help="Only sources whose name has TEXT in it.")
@json_option
@place_options
def sources(search: str | None, as_json: bool) -> int:
    """List the documents that are held, with their sources and dates.

    When piped, each line is document, title, publisher, date and number of passages,
    divided by tabs. Files that cannot be read are told on the error stream.
    """
    where = places()
    catalogue = run_async(_catalogue(where, search))
    if as_json:
        say_json(catalogue_json(catalogue))
        return DONE
    say_table(_HEADER, (_row(holding) for holding in catalogue.holdings))
    warn_unreadable(catalogue.unreadable)
    if not catalogue.holdings:
        what = f"no source matches {search!r}" if search else "the corpus holds no document"
        all_of_them, set_up = f"`{where.command} sources`", f"`{where.command} check`"
        warn(f"{what}; {all_of_them} lists all, {set_up} looks at the set-up")
    return DONE


async def _catalogue(where: Places, search: str | None) -> Catalogue:
    async with open_door(where) as library:
        await refresh(library, where.command)
        return await library.sources(search)


def _row(holding: Holding) -> tuple[str, ...]:
    source = holding.source
    return (
        holding.document,
        source.title or "title not stated",
        wording.publisher_words(source),
        wording.published_words(source),
        str(holding.passages),
    )
