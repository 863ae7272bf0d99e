"""Where a command finds its corpus and keeps its data, and the options that all commands share."""

import os
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import click
from click.shell_completion import CompletionItem

from bot.settings import Settings, corpus_folder, load
from bot.terminal.speaking import OPTION, voices_of
from bot.wording.voice import Voice, language_of

_Command = TypeVar("_Command", bound=Callable[..., Any])


class Places(NamedTuple):
    """Where this run finds its corpus and keeps its data.

    ``command`` begins a command line that means the same places and can be pasted; ``voice``
    names commands with it.
    """

    settings: Settings
    corpus: Path
    data: Path
    command: str
    voice: Voice


def place_options(command: _Command) -> _Command:
    """Add what the group and each command take alike: the folders and the language."""
    folder: dict[str, Any] = {
        "type": click.Path(path_type=Path),
        "metavar": "DIR",
        "expose_value": False,
        "callback": _remember,
        "shell_complete": folders,
    }
    command = click.option(
        OPTION,
        metavar="LANGUAGE",
        expose_value=False,
        callback=_is_spoken,
        help="The language of the interface, such as de; by default the system's.",
    )(command)
    command = click.option(
        "--data",
        help="Where the index and the database are kept (setting VERBATIM_DATA).",
        **folder,
    )(command)
    return click.option(
        "--corpus", help="The folder of documents (setting VERBATIM_CORPUS).", **folder
    )(command)


def folders(
    _context: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """For the Tab key: the shell completes the name of a folder by itself."""
    return [CompletionItem(incomplete, type="dir")]


def json_option(command: _Command) -> _Command:
    """Add ``--json``."""
    return click.option(
        "--json", "as_json", is_flag=True, help="Print one JSON object and nothing else."
    )(command)


def examples(*commands: str) -> str:
    """The end of a command's help: command lines to try."""
    return "\n".join(("\b", "Examples:", *(f"  {command}" for command in commands)))


def places() -> Places:
    """The places that the options name, else the settings; raises ``SettingsError``."""
    meta = click.get_current_context().meta
    settings = load(os.environ, Path.cwd())
    given = {name: str(meta[_key(name)]) for name in ("corpus", "data") if _key(name) in meta}
    options = [part for name, value in given.items() for part in (f"--{name}", value)]
    command = shlex.join(["verbatim", *options])
    return Places(
        settings=settings,
        corpus=Path(given["corpus"]) if "corpus" in given else corpus_folder(settings),
        data=Path(given["data"]) if "data" in given else settings.data,
        command=command,
        voice=spoken(command),
    )


def spoken(command: str = "verbatim") -> Voice:
    """The voice of this run: `run` in `bot.cli` has put the wanted language into its context."""
    return voices_of(command).find(click.get_current_context().find_root().obj)


def _remember(context: click.Context, option: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.meta[_key(option.name or "")] = value


def _is_spoken(context: click.Context, _option: click.Parameter, value: str | None) -> None:
    known = voices_of().by_language
    if value is not None and language_of(value) not in known:
        reason = voices_of().find(context.find_root().obj)(
            "terminal.no_language", language=repr(value), languages=", ".join(known)
        )
        raise click.BadParameter(reason)


def _key(name: str) -> str:
    return f"verbatim.{name}"
