"""``verbatim status``: the state of the index."""

import click

from bot.commands.library import open_door, run_async
from bot.commands.places import Places, examples, json_option, place_options, places
from bot.commands.printing import DONE, say, say_json, warn
from bot.commands.setup_check import mostly_in
from bot.terminal.json_output import status_json
from bot.terminal.lines import line
from bot.wording.state import index_lines
from index.reports import Status


@click.command(
    short_help="Show the state of the index.",
    epilog=examples("verbatim status", "verbatim status --json"),
)
@json_option
@place_options
def status(as_json: bool) -> int:
    """Show the version, age and size of the index, and whether the corpus has changed since."""
    where = places()
    state = run_async(_status(where))
    if as_json:
        say_json(status_json(state))
        return DONE
    voice = where.voice
    say(map(line, index_lines(state, voice)))
    say([line(voice("terminal.corpus", folder=where.corpus))])
    say([line(voice("terminal.data", folder=where.data))])
    for note in mostly_in(state, voice):
        warn(voice("terminal.named", kind=note.thing, name=note.detail))
    return DONE


async def _status(where: Places) -> Status:
    async with open_door(where) as library:
        return await library.status()
