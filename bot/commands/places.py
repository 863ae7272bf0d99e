"""Where a command finds its corpus and keeps its data, and the options that all commands share."""

import os
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click

from bot.settings import Settings, corpus_folder, load

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Places(NamedTuple):
    """Where this run finds its corpus and keeps its data.

    ``command`` begins a command line that means the same places and can be pasted.
    """

    settings: Settings
    corpus: Path
    data: Path
    command: str


def place_options(command: _Command) -> _Command:
    """Add ``--corpus`` and ``--data``; the group and each command take them alike."""
    for name, text in (
        ("data", "Where the index and the database are kept (setting VERBATIM_DATA)."),
        ("corpus", "The folder of documents (setting VERBATIM_CORPUS)."),
    ):
        command = click.option(
            f"--{name}",
            type=click.Path(path_type=Path),
            metavar="DIR",
            expose_value=False,
            callback=_remember,
            help=text,
        )(command)
    return command


def json_option(command: _Command) -> _Command:
    """Add ``--json``."""
    text = "Print one JSON object and nothing else."
    return click.option("--json", "as_json", is_flag=True, help=text)(command)


def examples(*commands: str) -> str:
    """The end of a command's help: command lines to try."""
    return "\n".join(("\b", "Examples:", *(f"  {command}" for command in commands)))


def places() -> Places:
    """The places that the options name, else the settings; raises ``SettingsError``."""
    meta = click.get_current_context().meta
    settings = load(os.environ, Path.cwd())
    given = {name: str(meta[_key(name)]) for name in ("corpus", "data") if _key(name) in meta}
    options = [part for name, value in given.items() for part in (f"--{name}", value)]
    return Places(
        settings=settings,
        corpus=Path(given["corpus"]) if "corpus" in given else corpus_folder(settings),
        data=Path(given["data"]) if "data" in given else settings.data,
        command=shlex.join(["verbatim", *options]),
    )


def _remember(context: click.Context, option: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.meta[_key(option.name or "")] = value


def _key(name: str) -> str:
    return f"verbatim.{name}"
