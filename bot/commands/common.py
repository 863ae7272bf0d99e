"""What the commands share: where the corpus and the data are, and how to speak."""

import asyncio
import json
import os
import shlex
import sys
import threading
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TextIO, TypeVar

import click

from bot.settings import Settings, corpus_folder, load
from bot.terminal.json_output import Json
from bot.terminal.lines import Line, as_plain_text, counted, one_line
from index.answers import (
    IndexDamagedError,
    IndexMissingError,
    Progress,
    ReindexReport,
    ReindexRunningError,
    Unreadable,
)

if TYPE_CHECKING:
    from index.library import Library

DONE, NOT_ANSWERED, MISTAKE = 0, 1, 2
_PATIENCE = 0.2  # seconds between two looks at whether another process has finished

_Command = TypeVar("_Command", bound=Callable[..., Any])
_Result = TypeVar("_Result")


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


@asynccontextmanager
async def open_door(where: Places) -> AsyncIterator["Library"]:
    """The library over the places; raises ``VerbatimError`` where it cannot be opened."""
    from corpus.folder import check_folder  # noqa: PLC0415 - as below
    from index.answers import Caution  # noqa: PLC0415 - as below
    from index.library import Options, open_library  # noqa: PLC0415 - half of the start-up time

    options = Options(
        language=where.settings.language,
        max_file_bytes=where.settings.max_file_bytes,
        caution=Caution(where.settings.caution),
    )
    try:
        async with open_library(corpus=where.corpus, data=where.data, options=options) as library:
            yield library
    except IndexDamagedError as error:
        remedy = f"run '{where.command} index' to build it anew"
        raise IndexDamagedError(error.thing, error.reason, remedy) from None
    except IndexMissingError as error:
        check_folder(where.corpus)  # a folder that is not there needs no index
        remedy = f"run '{where.command} index'"
        raise IndexMissingError(f"index of {where.corpus}", error.reason, remedy) from None


async def refresh(library: "Library", command: str) -> None:
    """Bring the index up to date where it is missing or stale; tell what cannot be read.

    ``command`` begins a command line that means the same places.

    While another process reindexes, the version before answers; where there is none yet, the
    one that is being built is waited for.
    """
    try:
        report = await _refreshed(library)
    except ReindexRunningError:
        if await _is_built(library):
            warn("the corpus has changed and is being indexed; this is from the index before")
            return
        warn("another process is building the index; waiting for it")
        report = await _after_the_other(library)
    if report is not None and report.unreadable:
        files = counted(len(report.unreadable), "file")
        warn(f"{files} of the corpus cannot be read; `{command} sources` says which and why")


async def _refreshed(library: "Library") -> ReindexReport | None:
    with progress_bar() as progress:
        return await library.refresh(progress)


async def _after_the_other(library: "Library") -> ReindexReport | None:
    """What is left to do once the other process has finished or was stopped."""
    while True:
        await asyncio.sleep(_PATIENCE)
        with suppress(ReindexRunningError):
            return await _refreshed(library)


async def _is_built(library: "Library") -> bool:
    try:
        await library.status()
    except IndexMissingError:
        return False
    return True


@contextmanager
def progress_bar() -> Iterator[Callable[[Progress], None] | None]:
    """A progress bar on a terminal that takes control codes, from the first progress told on."""
    if not (on_terminal(sys.stderr) and colour()):
        yield None
        return
    with ExitStack() as open_bar:
        bars: list[Callable[[Progress], None]] = []

        def show(progress: Progress) -> None:
            if not bars:
                from bot.terminal.progress import bar  # noqa: PLC0415 - rich costs 0.2 s; most runs tell none

                bars.append(open_bar.enter_context(bar()))
            bars[0](progress)

        yield show


def run_async(work: Coroutine[Any, Any, _Result]) -> _Result:
    """Run one command's work to its end."""
    with asyncio.Runner() as runner:
        try:
            return runner.run(work)
        except KeyboardInterrupt:
            # a database's thread may yet report to the loop that is about to be closed
            threading.excepthook = lambda _: None
            raise


def say(lines: Iterable[Line]) -> None:
    """Print lines: wrapped and coloured on a terminal, to the letter when piped."""
    if on_terminal(sys.stdout):
        from bot.terminal.console import open_console, print_lines  # noqa: PLC0415 - as above

        print_lines(open_console(colour=colour()), lines)
    else:
        sys.stdout.write(as_plain_text(lines))


def say_json(value: Json) -> None:
    """Print one JSON object; on a terminal in ASCII, so that no control code reaches it."""
    text = json.dumps(value, ensure_ascii=on_terminal(sys.stdout), indent=2, allow_nan=False)
    sys.stdout.write(text + "\n")


def say_table(header: Iterable[str], rows: Iterable[tuple[str, ...]]) -> None:
    """Print a table on a terminal; when piped, lines of cells divided by tabs, no header."""
    if on_terminal(sys.stdout):
        from bot.terminal.console import open_console, print_table  # noqa: PLC0415 - as above

        print_table(open_console(colour=colour()), tuple(header), rows)
    else:
        for row in rows:
            sys.stdout.write("\t".join(one_line(cell) for cell in row) + "\n")


def warn(text: str) -> None:
    """One line on the error stream."""
    sys.stderr.write(f"verbatim: {one_line(text)}\n")


def warn_unreadable(files: Iterable[Unreadable]) -> None:
    """Each file that could not be read, with its reason, on the error stream."""
    for each in files:
        warn(f"not read: {each.file}: {each.reason}")


def on_terminal(stream: TextIO) -> bool:
    return stream.isatty()


def colour() -> bool:
    # https://no-color.org: present and not empty, whatever its value
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _remember(context: click.Context, option: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.meta[_key(option.name or "")] = value


def _key(name: str) -> str:
    return f"verbatim.{name}"
