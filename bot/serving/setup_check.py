"""What is wrong with the set-up, and how to mend it: one finding for each thing looked at."""

import difflib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot import settings as settings_module
from bot.serving.invitation import application_of, invite_link, is_token
from bot.settings import Settings
from corpus.errors import CorpusError, VerbatimError


class State(StrEnum):
    """How a finding stands. A note is nothing to mend."""

    OK = "ok"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the check; ``detail`` of a problem ends with the way out."""

    state: State
    thing: str
    detail: str


def check_names(environ: Mapping[str, str], folder: Path) -> Iterator[Finding]:
    """Names that look like settings and are none."""
    values, _ = settings_module.read_values(environ, folder)
    known = [variable.name for variable in settings_module.variables()]
    for name in settings_module.unknown_names(values):
        near = difflib.get_close_matches(name, known, n=1)
        remedy = f"write {near[0]}" if near else "take it out, or see `.env.example`"
        yield Finding(State.PROBLEM, name, f"is not a setting; {remedy}")


def check_token(token: str | None) -> Finding:
    """The shape of the Discord token; only Discord can say whether it is valid."""
    if token is None:
        return Finding(State.NOTE, "DISCORD_TOKEN", "not set; only the Discord bot needs it")
    if not is_token(token):
        remedy = "copy it again from the Bot page at https://discord.com/developers/applications"
        return Finding(
            State.PROBLEM, "DISCORD_TOKEN", f"does not have the shape of a bot token; {remedy}"
        )
    return Finding(State.OK, "DISCORD_TOKEN", "has the shape of a bot token")


def check_invitation(token: str | None) -> Iterator[Finding]:
    """The link to invite the bot with, where a token tells whose it is."""
    application = application_of(token or "")
    if application is not None:
        yield Finding(State.NOTE, "invitation", invite_link(application))


def check_language(language: str) -> Finding:
    """Whether there is a stemmer for the language."""
    from index.library import check_language  # noqa: PLC0415 - nltk is slow to import

    try:
        check_language(language)
    except VerbatimError as error:
        return _problem("VERBATIM_LANGUAGE", error)
    return Finding(State.OK, "VERBATIM_LANGUAGE", language)


def check_corpus(folder: Path, settings: Settings) -> Iterator[Finding]:
    """The corpus folder and its files by name and kind; no file is opened."""
    from corpus.reader import Reader  # noqa: PLC0415 - the formats are slow to import

    try:
        listing = Reader(folder, max_bytes=settings.max_file_bytes).scan()
    except CorpusError as error:
        yield _problem("corpus", error)
        return
    count = len(listing.files)
    if count:
        yield Finding(
            State.OK,
            "corpus",
            f"{folder} holds {count} {'file' if count == 1 else 'files'} of a known format",
        )
    else:
        yield Finding(State.PROBLEM, "corpus", f"{folder} holds no document; put documents there")


def check_data(folder: Path) -> Finding:
    """Whether the data folder is there or can be made, and can be written to."""
    nearest = folder.absolute()
    while not nearest.exists() and nearest != nearest.parent:
        nearest = nearest.parent
    remedy = "choose another with --data or VERBATIM_DATA"
    if not nearest.is_dir():
        return Finding(State.PROBLEM, "data", f"{nearest} is not a folder; {remedy}")
    if not os.access(nearest, os.W_OK | os.X_OK):
        return Finding(State.PROBLEM, "data", f"{nearest} cannot be written to; {remedy}")
    made = "" if folder.exists() else " (made when it is first needed)"
    return Finding(State.OK, "data", f"{folder}{made}")


def _problem(thing: str, error: VerbatimError) -> Finding:
    return Finding(State.PROBLEM, thing, str(error))
