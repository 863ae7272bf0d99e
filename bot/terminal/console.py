"""The terminal: lines with colour, wrapped to its width; the only place that knows rich."""

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console, JustifyMethod
from rich.table import Table
from rich.text import Text

from bot.terminal.lines import Line, Piece, Role, one_line, visible

_NARROWEST, _GAP = 11, 2  # cells of a column that can still be read, and between two
_STYLES = {
    Role.PLAIN: "",
    Role.HEADING: "bold",
    Role.DATE: "cyan",
    Role.FAINT: "dim",
    Role.KEY: "bold",
    Role.MATCH: "bold cyan underline",
    Role.WARNING: "yellow",
}


def open_console(*, colour: bool, stderr: bool = False) -> Console:
    """A console on a terminal; without colour it writes no escape code at all."""
    return Console(
        stderr=stderr,
        force_terminal=True,
        no_color=not colour,
        color_system="auto" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
    )


def print_lines(console: Console, lines: Iterable[Line]) -> None:
    """Print the lines wrapped at white space; control characters in them are written out.

    A word wider than the terminal is left whole: no character is added to or lost from it.
    """
    for line in lines:
        for row in _rows(line, console.width):
            console.print(row, soft_wrap=True)


def print_table(console: Console, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table as wide as the terminal; long cells go on in the next row.

    The first cell of a row is its name and may be pasted: it is never broken. Where the
    terminal is too narrow for that, each row is a paragraph below its name.
    """
    rows = [tuple(one_line(cell) for cell in row) for row in rows]
    names = max((cell_len(row[0]) for row in (header, *rows)), default=0)
    if console.width < names + (len(header) - 1) * (_NARROWEST + _GAP):
        print_lines(console, _paragraphs(header, rows))
        return
    table = Table(box=None, header_style="bold", pad_edge=False)
    for i, name in enumerate(header):
        justify: JustifyMethod = "right" if all(row[i].isdecimal() for row in rows) else "left"
        table.add_column(name, overflow="fold", justify=justify, no_wrap=i == 0)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console.print(table)


def _paragraphs(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[Line]:
    for row in rows:
        yield Line((Piece(row[0], Role.HEADING),), wrap=False)
        known = (f"{name}: {cell}" for name, cell in zip(header[1:], row[1:], strict=True))
        yield Line((Piece(" · ".join(known)),), indent=3)


def wrap_offsets(text: str, width: int) -> list[int]:
    """Where to cut one line of text so that its words fit ``width`` cells; cuts follow spaces.

    The text between the cuts, joined, is the text.
    """
    offsets = []
    row = 0  # cells used in this row, the spaces after its last word included
    for start, end in _words(text):
        word = text[start:end]
        if row and row + cell_len(word.rstrip()) > width:
            offsets.append(start)
            row = 0
        row += cell_len(word)
    return offsets


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Each word with the spaces that follow it, as spans without gaps."""
    start = 0
    for i in range(1, len(text)):
        if text[i - 1] in " \t" and text[i] not in " \t":
            yield start, i
            start = i
    if text:
        yield start, len(text)


def _rows(line: Line, width: int) -> Iterator[Text]:
    margin = " " * line.indent
    styled = Text.assemble(
        *((visible(piece.text), _STYLES[piece.role]) for piece in line.pieces), end=""
    )
    styled.expand_tabs(8)
    for paragraph in styled.split("\n", allow_blank=True):
        offsets = wrap_offsets(paragraph.plain, width - line.indent) if line.wrap else []
        for row in paragraph.divide(offsets):
            yield Text(margin) + row
