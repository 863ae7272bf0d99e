"""How a command speaks: lines, tables and JSON on one stream, warnings on the other, a status."""

import json
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, TextIO

from bot.terminal.lines import Line, as_plain_text, one_line
from bot.wording.voice import Voice

if TYPE_CHECKING:
    from bot.terminal.json_output import Json
    from index.answers import Unreadable

DONE, NOT_ANSWERED, MISTAKE = 0, 1, 2


def say(lines: Iterable[Line]) -> None:
    """Print lines: wrapped and coloured on a terminal, to the letter when piped."""
    if on_terminal(sys.stdout):
        from bot.terminal.console import open_console, print_lines  # noqa: PLC0415 - as above

        print_lines(open_console(colour=colour()), lines)
    else:
        sys.stdout.write(as_plain_text(lines))


def say_json(value: "Json") -> None:
    """Print one JSON object; on a terminal in ASCII, so that no control code reaches it."""
    text = json.dumps(value, ensure_ascii=on_terminal(sys.stdout), indent=2, allow_nan=False)
    sys.stdout.write(text + "\n")


def say_table(header: Iterable[str], rows: Iterable[tuple[str, ...]]) -> None:
    """Print a table on a terminal; when piped, lines of cells divided by tabs, no header."""
    if on_terminal(sys.stdout):
        from bot.terminal.console import open_console, print_table  # noqa: PLC0415 - as above

        print_table(open_console(colour=colour()), tuple(header), rows)
    else:
        sys.stdout.writelines("\t".join(map(one_line, row)) + "\n" for row in rows)


def warn(text: str) -> None:
    """One line on the error stream."""
    sys.stderr.write(f"verbatim: {one_line(text)}\n")


def warn_unreadable(files: Iterable["Unreadable"], voice: Voice) -> None:
    """Each file that could not be read, with its reason, on the error stream."""
    for each in files:
        warn(voice("terminal.not_read", file=each.file, reason=voice.fact(each.reason)))


def on_terminal(stream: TextIO) -> bool:
    return stream.isatty()


def colour() -> bool:
    # https://no-color.org: present and not empty, whatever its value
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
