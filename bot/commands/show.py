"""``verbatim show``: a document's text to the letter, or a quote in its place."""

import re
import sys
from collections.abc import Iterable

import click

from bot.commands.completion import documents
from bot.commands.library import open_door, run_async
from bot.commands.places import Places, examples, place_options, places
from bot.commands.printing import DONE, colour, on_terminal, say, say_json
from bot.terminal.excerpt import excerpt_lines
from bot.terminal.json_output import Json, omissions_json
from bot.terminal.lines import Line, to_the_letter
from bot.terminal.omission_lines import omission_lines
from bot.terminal.sides_json import statements_json
from bot.terminal.sides_lines import statement_lines
from bot.wording.mistakes import SpokenError
from corpus.model import Span
from index.answers import Omissions
from index.findings.sides import Statements

_PLACE = re.compile(r"(\d{1,12}):(\d{1,12})", re.ASCII)


class PlaceError(SpokenError):
    """A ``START:END`` that is no place in the document."""


@click.command(
    short_help="Print a document, or a quote in its place.",
    epilog=examples(
        "verbatim show zakharova-and-lavrov.md",
        "verbatim show zakharova-and-lavrov.md --at 582:964",
        "verbatim show zakharova-and-lavrov.md --left-out        # what is never quoted",
        "verbatim show zakharova-and-lavrov.md --statements      # who says, denies, confirms",
        "verbatim show zakharova-and-lavrov.md | sha256sum      # the sha256 of its quotes",
    ),
)
@click.argument("document", shell_complete=documents)
@click.option("--at", metavar="START:END", help="Show the quote in its place, marked.")
@click.option("--left-out", is_flag=True, help="List what of the file is never quoted, and why.")
@click.option("--statements", is_flag=True, help="List who says, denies or confirms something.")
@click.option("--json", "as_json", is_flag=True, help="With either of these: one JSON object.")
@place_options
def show(document: str, at: str | None, left_out: bool, statements: bool, as_json: bool) -> int:
    """Print the exact text of DOCUMENT, named as `verbatim sources` lists it.

    With --at, only the paragraphs around the quote are printed and the quote is marked; START
    and END count characters (Unicode code points) as `verbatim ask` prints them.

    With --left-out, the file is reread and everything it shows that is never quoted is listed: what
    is not in the text, with the reason, and what is in the text, with its place.

    With --statements, the sentences in which somebody says, denies or confirms something are
    listed, each with its place, who speaks where that is sure, and the word that shows it.
    """
    where = places()
    if (at is not None) + left_out + statements > 1 or (at is not None and as_json):
        raise click.UsageError(where.voice("terminal.at_alone"))
    if as_json and not (left_out or statements):
        raise click.UsageError(where.voice("terminal.json_with_left_out"))
    if left_out:
        omissions = run_async(_omissions(where, document))
        _say(omissions_json(omissions), omission_lines(omissions, where.voice), as_json=as_json)
        return DONE
    if statements:
        found = run_async(_statements(where, document))
        _say(statements_json(found), statement_lines(found, where.voice), as_json=as_json)
        return DONE
    text = run_async(_text(where, document))
    if at is not None:
        styled = on_terminal(sys.stdout) and colour()
        say(excerpt_lines(text, read_place(at, len(text)), where.voice, marks=not styled))
    elif on_terminal(sys.stdout):
        say([to_the_letter(text)])
    else:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "surrogatepass"))
        sys.stdout.buffer.flush()
    return DONE


def read_place(text: str, length: int) -> Span:
    """Read ``START:END`` within a text of ``length`` code points; raises ``PlaceError``."""
    match = _PLACE.fullmatch(text.strip())
    if match is None:
        raise PlaceError("place", at=repr(text))
    start, end = int(match[1]), int(match[2])
    if not start < end <= length:
        raise PlaceError("no_place", at=repr(text), length=length)
    return Span(start, end)


def _say(as_object: Json, lines: Iterable[Line], *, as_json: bool) -> None:
    if as_json:
        say_json(as_object)
    else:
        say(lines)


async def _statements(where: Places, document: str) -> Statements:
    async with open_door(where) as library:
        return await library.statements(document)


async def _omissions(where: Places, document: str) -> Omissions:
    async with open_door(where) as library:
        return await library.omissions(document)


async def _text(where: Places, document: str) -> str:
    async with open_door(where) as library:
        return await library.text(document)
