"""The command line: its group of commands, and how a mistake is told."""

import io
import logging
import os
import sys
from collections.abc import Iterator, MutableMapping, Sequence
from importlib import import_module

import click

from bot.commands.completion import VARIABLE, complete
from bot.commands.places import examples, place_options, spoken
from bot.commands.printing import DONE, MISTAKE, warn
from bot.terminal.help_pages import HelpContext
from bot.terminal.speaking import language_wanted, voices_of
from bot.wording.mistakes import said
from bot.wording.voice import Voice
from corpus.errors import VerbatimError

DISTRIBUTION = "verbatim-quotes-bot"
INTERRUPTED = 130  # 128 + SIGINT and 128 + SIGPIPE, as a shell reports a program they ended
PIPE_CLOSED = 141


class _Commands(MutableMapping[str, click.Command]):
    """The commands by name, each imported when it is asked for: a start needs one of them."""

    def __init__(self, **where: str) -> None:
        self._where = where
        self._known: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._known:
            module, function = self._where[name].split(":")
            self[name] = getattr(import_module(f"bot.commands.{module}"), function)
        return self._known[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        command.context_class = HelpContext
        self._known[name] = command

    def __delitem__(self, name: str) -> None:
        del self._where[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._where)

    def __len__(self) -> int:
        return len(self._where)


COMMANDS = _Commands(
    ask="ask:ask",
    sources="sources:sources",
    index="index:index",
    show="show:show",
    verify="verify:verify",
    status="status:status",
    check="check:check",
    run="run:run",
    eval="evaluate:evaluate",
    help="help:show_help",
)


def _print_version(context: click.Context, _option: click.Parameter, value: bool) -> None:
    if not value or context.resilient_parsing:
        return
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - 0.03 s

    try:
        click.echo(f"verbatim {version(DISTRIBUTION)}")
    except PackageNotFoundError:
        click.echo(spoken()("terminal.not_installed"))
    context.exit()


@click.group(
    commands=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=examples(
        'verbatim ask "What did Lavrov tell Kommersant?"',
        "verbatim sources",
        'verbatim ask --corpus ~/articles --data ~/articles-index "Who denied it?"',
    ),
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Print the version and exit.",
)
@place_options
@click.pass_context
def cli(context: click.Context) -> None:
    """Answer questions with exact passages from your documents, each with its source and date."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


cli.context_class = HelpContext


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status; a mistake becomes one line of errors."""
    _open_what_is_closed()
    _speak_utf8()
    language = language_wanted(arguments, os.environ)
    voice = voices_of().find(language)
    if logging.lastResort is not None:  # what a library warns of where `verbatim run` sets no log
        logging.lastResort.setFormatter(logging.Formatter("verbatim: %(message)s"))
    try:
        status = _invoke(arguments, language)
        sys.stdout.flush()
    except click.UsageError as error:
        return _mistake(_usage_words(error, arguments, voice))
    except VerbatimError as error:
        return _mistake(said(error, voice))
    except (KeyboardInterrupt, click.Abort):
        warn(voice("terminal.interrupted"))
        return INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return PIPE_CLOSED
    except OSError as error:
        _forget_output_if_full()
        return _mistake(said(error, voice))
    return status


def _invoke(arguments: Sequence[str], language: str | None) -> int:
    if instruction := os.environ.get(VARIABLE):
        return complete(cli, instruction)
    try:
        with cli.make_context("verbatim", list(arguments), obj=language) as context:
            status = cli.invoke(context)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    return status if isinstance(status, int) else DONE


def _usage_words(error: click.UsageError, arguments: Sequence[str], voice: Voice) -> str:
    from bot.terminal.usage_words import usage_words  # noqa: PLC0415 - for a mistake alone

    where = error.ctx.command_path if error.ctx else "verbatim"
    reason = usage_words(" ".join(error.format_message().rstrip(".").split()), voice)
    thing = where.removeprefix("verbatim").strip() or voice("terminal.usage")
    words = voice("terminal.misused", thing=thing, reason=reason, command=where)
    if isinstance(error, click.NoSuchOption) and error.ctx and _takes_words(error.ctx.command):
        word = _as_typed(error.option_name, arguments)
        words += voice("terminal.not_an_option", command=where, word=word)
    return words


def _takes_words(command: click.Command) -> bool:
    return any(isinstance(parameter, click.Argument) for parameter in command.params)


def _as_typed(option: str, arguments: Sequence[str]) -> str:
    """The word that was taken for the option; `-denied` is taken for `-d` and more letters."""
    if option.startswith("--"):
        return option
    short = (word for word in arguments if word.startswith("-") and not word.startswith("--"))
    word = next((word for word in short if option[1:] in word), option)
    return word.split()[0]


def _mistake(line: str) -> int:
    warn(line)
    return MISTAKE


def _open_what_is_closed() -> None:
    """A stream that the caller closed (``>&-``) leads nowhere, rather than into our own files."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115, PTH123


def _speak_utf8() -> None:
    """A pipe gets UTF-8; a terminal its own encoding, with what it lacks written out."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _forget_output_if_full() -> None:
    try:
        sys.stdout.flush()
    except OSError:
        _forget_output()


def _forget_output() -> None:
    """Keep the interpreter from complaining when it flushes a closed pipe or a full disk."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
