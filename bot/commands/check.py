"""``verbatim check``: the set-up, what is wrong with it and how to fix it."""

import os
from collections.abc import Iterator
from pathlib import Path

import click

from bot.commands.library import open_door, run_async
from bot.commands.places import Places, examples, place_options, places, spoken
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
    mostly_in,
    problem,
)
from bot.settings import SettingsError
from bot.terminal.lines import Line, Piece, Role, one_line
from bot.wording.voice import Voice
from corpus.errors import VerbatimError
from index.answers import Catalogue
from index.errors import IndexMissingError
from index.reports import Status

_ROLES = {State.OK: Role.FAINT, State.NOTE: Role.PLAIN, State.PROBLEM: Role.WARNING}


@click.command(
    short_help="Check the set-up and say how to fix it.",
    epilog=examples("verbatim check", "verbatim check --corpus ~/articles"),
)
@place_options
def check() -> int:
    """Check the settings, the token's shape, the corpus and the index; nothing is changed.

    Each line is ok, a note, or a problem and how to fix it. The exit status is 2 when there is a
    problem.
    """
    voice = spoken()
    found = list(_findings(voice))
    say(_finding_line(finding, voice) for finding in found)
    return MISTAKE if any(finding.state is State.PROBLEM for finding in found) else DONE


def _findings(voice: Voice) -> Iterator[Finding]:
    yield from check_names(os.environ, Path.cwd(), voice)
    try:
        where = places()
    except SettingsError as error:
        thing, reason, remedy = error.parts(voice)
        yield Finding(State.PROBLEM, thing, f"{reason}; {remedy}")
        return
    voice = where.voice
    yield Finding(State.OK, voice("error.settings.thing"), voice("check.settings_good"))
    yield check_token(where.settings.discord_token, voice)
    yield from check_invitation(where.settings.discord_token, voice)
    usable = [
        check_language(where.settings.language, voice),
        *check_corpus(where.corpus, where.settings, voice),
        check_data(where.data, voice),
    ]
    yield from usable
    if all(finding.state is State.OK for finding in usable):
        yield from _index_findings(where)


def _index_findings(where: Places) -> Iterator[Finding]:
    voice = where.voice
    thing = voice("check.index")
    missing = Finding(State.NOTE, thing, voice("check.index_missing"))
    if not where.data.exists():  # opening the library would make it, and a check changes nothing
        yield missing
        return
    try:
        status, catalogue = run_async(_look(where))
    except VerbatimError as error:
        absent = type(error) is IndexMissingError
        yield missing if absent else problem(thing, error, voice)
        return
    documents = voice.count("count.documents", status.documents)
    passages = voice.count("count.passages", status.passages)
    held = voice(
        "admin.summary", documents=documents, passages=passages, version=status.index_version
    )
    stale = voice("check.index_stale", held=held)
    yield Finding(State.NOTE if status.stale else State.OK, thing, stale if status.stale else held)
    yield from mostly_in(status, voice)
    for each in catalogue.unreadable:
        # a reason with more than one part names its own way out
        reason = voice.fact(each.reason)
        mend = voice("check.mend_file", reason=reason)
        yield Finding(State.PROBLEM, each.file, reason if ";" in each.reason else mend)


async def _look(where: Places) -> tuple[Status, Catalogue]:
    async with open_door(where) as library:
        return await library.status(), await library.sources()


def _finding_line(finding: Finding, voice: Voice) -> Line:
    width = 1 + max(len(voice(f"check.state.{state.value}")) for state in State)
    state = Piece(f"{voice(f'check.state.{finding.state.value}'):<{width}}", _ROLES[finding.state])
    said = voice("terminal.named", kind=finding.thing, name=finding.detail)
    return Line((state, Piece(one_line(said))))
