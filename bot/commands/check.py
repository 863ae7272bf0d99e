"""``verbatim check``: the set-up, what is wrong with it and how to mend it."""

import os
from collections.abc import Iterator
from pathlib import Path

import click

from bot.commands.library import open_door, run_async
from bot.commands.places import Places, examples, place_options, places
from bot.commands.printing import DONE, MISTAKE, say
from bot.commands.setup_check import (
    Finding,
    State,
    check_corpus,
    check_data,
    check_invitation,
    check_language,
    check_names,
    check_token,
)
from bot.settings import SettingsError
from bot.terminal.lines import Line, Piece, Role, counted, one_line
from corpus.errors import VerbatimError
from index.answers import Catalogue, IndexDamagedError, IndexMissingError, Status

_ROLES = {State.OK: Role.FAINT, State.NOTE: Role.PLAIN, State.PROBLEM: Role.WARNING}


@click.command(
    short_help="Look at the set-up and say how to mend it.",
    epilog=examples("verbatim check", "verbatim check --corpus ~/articles"),
)
@place_options
def check() -> int:
    """Look at the settings, the token's shape, the corpus and the index; nothing is changed.

    Each line is ok, a note or a problem with the way to mend it. The exit status is 2 when
    there is a problem.
    """
    found = list(_findings())
    say(_finding_line(finding) for finding in found)
    return MISTAKE if any(finding.state is State.PROBLEM for finding in found) else DONE


def _findings() -> Iterator[Finding]:
    yield from check_names(os.environ, Path.cwd())
    try:
        where = places()
    except SettingsError as error:
        yield Finding(State.PROBLEM, "settings", f"{error.reason}; {error.remedy}")
        return
    yield Finding(State.OK, "settings", "all are valid")
    yield check_token(where.settings.discord_token)
    yield from check_invitation(where.settings.discord_token)
    usable = [
        check_language(where.settings.language),
        *check_corpus(where.corpus, where.settings),
        check_data(where.data),
    ]
    yield from usable
    if all(finding.state is State.OK for finding in usable):
        yield from _index_findings(where)


def _index_findings(where: Places) -> Iterator[Finding]:
    missing = Finding(
        State.NOTE,
        "index",
        f"not built yet; `{where.command} index` builds it, and so does the first question",
    )
    if not where.data.exists():  # opening the library would make it, and a check changes nothing
        yield missing
        return
    try:
        status, catalogue = run_async(_look(where))
    except IndexDamagedError as error:
        yield Finding(State.PROBLEM, "index", str(error))
        return
    except IndexMissingError:
        yield missing
        return
    except VerbatimError as error:
        yield Finding(State.PROBLEM, "index", str(error))
        return
    stale = "; the corpus has changed since, the next question refreshes it"
    held = counted(status.documents, "document"), counted(status.passages, "passage")
    detail = f"{', '.join(held)}, {status.index_version}"
    state = State.NOTE if status.stale else State.OK
    yield Finding(state, "index", detail + (stale if status.stale else ""))
    for each in catalogue.unreadable:
        # a reason with more than one part names its own way out
        remedy = "" if ";" in each.reason else "; mend it or take it out of the folder"
        yield Finding(State.PROBLEM, each.file, f"{each.reason}{remedy}")


async def _look(where: Places) -> tuple[Status, Catalogue]:
    async with open_door(where) as library:
        return await library.status(), await library.sources()


def _finding_line(finding: Finding) -> Line:
    state = Piece(f"{finding.state.value:<8}", _ROLES[finding.state])
    return Line((state, Piece(one_line(f"{finding.thing}: {finding.detail}"))))
