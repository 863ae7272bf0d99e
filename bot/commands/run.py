"""``verbatim run``: the Discord bot."""

import os
import threading
from dataclasses import replace
from typing import Final

import click

from bot.commands.library import run_async
from bot.commands.places import examples, place_options, places
from bot.commands.printing import DONE
from bot.settings import Settings

_LAST_THREADS: Final = 0.5  # seconds


@click.command(
    short_help="Run the Discord bot.",
    epilog=examples("verbatim run", "verbatim run --corpus ~/articles --data ~/articles-index"),
)
@place_options
def run() -> int:
    """Serve on Discord until SIGTERM or Ctrl-C; needs DISCORD_TOKEN. `verbatim check` helps.

    If there is no index it is built first; otherwise it is refreshed while questions are answered.
    """
    where = places()
    run_async(_run(replace(where.settings, corpus=where.corpus, data=where.data)))
    return DONE


async def _run(settings: Settings) -> None:
    from bot.serving.running import run as serve  # noqa: PLC0415 - discord.py costs 0.4 s, and only here

    await serve(settings)
    # All is closed by now. A thread that still reads a large file, for an index that nobody waits
    # for any more, would hold the process for as long as that takes.
    ending = threading.Timer(_LAST_THREADS, os._exit, (DONE,))
    ending.daemon = True
    ending.start()
