"""``verbatim run``: the Discord bot."""

from dataclasses import replace

import click

from bot.commands.common import DONE, examples, place_options, places, run_async


@click.command(
    short_help="Run the Discord bot.",
    epilog=examples("verbatim run", "verbatim run --corpus ~/articles --data ~/articles-index"),
)
@place_options
def run() -> int:
    """Serve on Discord until SIGTERM or Ctrl-C; needs DISCORD_TOKEN. `verbatim check` helps.

    The index is built first when there is none, else refreshed while questions are answered.
    """
    where = places()
    from bot.running import run as serve  # noqa: PLC0415 - discord.py costs 0.4 s, and only here

    run_async(serve(replace(where.settings, corpus=where.corpus, data=where.data)))
    return DONE
