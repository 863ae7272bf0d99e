"""What is wrong with the set-up, and how to fix it: one finding for each thing looked at."""

import difflib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from bot import settings as settings_module
from bot.serving.invitation import application_of, invite_link, is_token
from bot.settings import Settings
from bot.wording.mistakes import said
from bot.wording.voice import Voice
from corpus.errors import CorpusError, VerbatimError

if TYPE_CHECKING:
    from index.reports import Status


class State(StrEnum):
    """How a finding stands. A note is nothing to fix."""

    OK = "ok"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the check; ``detail`` of a problem ends with the way out."""

    state: State
    thing: str
    detail: str


_TOKEN, _LANGUAGE = "DISCORD_TOKEN", "VERBATIM_LANGUAGE"
_PORTAL = "https://discord.com/developers/applications"


def check_names(environ: Mapping[str, str], folder: Path, voice: Voice) -> Iterator[Finding]:
    """Names that look like settings and are none."""
    values, _ = settings_module.read_values(environ, folder)
    known = [variable.name for variable in settings_module.variables()]
    for name in settings_module.unknown_names(values):
        near = difflib.get_close_matches(name, known, n=1)
        remedy = voice("check.write", name=near[0]) if near else voice("check.take_out")
        yield Finding(State.PROBLEM, name, voice("check.no_setting", remedy=remedy))


def check_token(token: str | None, voice: Voice) -> Finding:
    """The shape of the Discord token; only Discord can say whether it is valid."""
    if token is None:
        return Finding(State.NOTE, _TOKEN, voice("check.token_missing"))
    if not is_token(token):
        return Finding(State.PROBLEM, _TOKEN, voice("check.token_bad", address=_PORTAL))
    return Finding(State.OK, _TOKEN, voice("check.token_good"))


def check_invitation(token: str | None, voice: Voice) -> Iterator[Finding]:
    """The link to invite the bot with, where a token tells whose it is."""
    application = application_of(token or "")
    if application is not None:
        yield Finding(State.NOTE, voice("check.invitation"), invite_link(application))


def mostly_in(status: "Status", voice: Voice) -> Iterator[Finding]:
    """A note where most documents seem to be in another language than they are read in."""
    if language := status.better_read_as:
        yield Finding(State.NOTE, _LANGUAGE, voice("check.mostly", language=language))


def check_language(language: str, voice: Voice) -> Finding:
    """Whether the language is one that can be read."""
    from index.library import check_language  # noqa: PLC0415 - nltk is slow to import

    try:
        check_language(language)
    except VerbatimError as error:
        return problem(_LANGUAGE, error, voice)
    return Finding(State.OK, _LANGUAGE, language)


def check_corpus(folder: Path, settings: Settings, voice: Voice) -> Iterator[Finding]:
    """The corpus folder and its files by name and kind; no file is opened."""
    from corpus.reader import Reader  # noqa: PLC0415 - the formats are slow to import

    try:
        listing = Reader(folder, max_bytes=settings.max_file_bytes).scan()
    except CorpusError as error:
        yield problem(voice("check.corpus"), error, voice)
        return
    count = len(listing.files)
    held = voice.count("check.corpus_held", count, folder=folder)
    empty = voice("check.corpus_empty", folder=folder)
    state = State.OK if count else State.PROBLEM
    yield Finding(state, voice("check.corpus"), held if count else empty)


def check_data(folder: Path, voice: Voice) -> Finding:
    """Whether the data folder is there or can be made, and can be written to."""
    nearest = folder.absolute()
    while not nearest.exists() and nearest != nearest.parent:
        nearest = nearest.parent
    thing = voice("check.data")
    if not nearest.is_dir():
        return Finding(State.PROBLEM, thing, voice("check.data_no_folder", folder=nearest))
    if not os.access(nearest, os.W_OK | os.X_OK):
        return Finding(State.PROBLEM, thing, voice("check.data_locked", folder=nearest))
    later = voice("check.data_later", folder=folder)
    return Finding(State.OK, thing, str(folder) if folder.exists() else later)


def problem(thing: str, error: VerbatimError, voice: Voice) -> Finding:
    """A mistake as a finding."""
    return Finding(State.PROBLEM, thing, said(error, voice))
