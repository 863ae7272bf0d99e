"""On a terminal: wrapped at white space, every visible character kept, no control code let in."""

import io
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from bot.terminal.answer_lines import answer_lines
from bot.terminal.console import open_console, print_lines, print_table, wrap_offsets
from bot.terminal.lines import Line, Piece, Role, to_the_letter, visible
from bot.terminal.speaking import voices_of
from corpus.model import Span
from index.answers import Answer
from tests.bot.made import NASTY, made_answer, made_quote

_ESCAPE_CODE = re.compile(r"\x1b\[[0-9;]*m")


def shown(lines: list[Line], *, width: int = 40, colour: bool = True) -> str:
    console = Console(
        file=io.StringIO(),
        width=width,
        force_terminal=True,
        color_system="truecolor" if colour else None,
        highlight=False,
        markup=False,
        emoji=False,
    )
    print_lines(console, lines)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


VOICE = voices_of().default


def answer_shown(answer: Answer, **options: bool) -> str:
    return shown(list(answer_lines(answer, VOICE)), **options)


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("width", [1, 20, 80])
def test_every_visible_character_of_a_nasty_passage_is_shown(text: str, width: int) -> None:
    quote = made_quote(text, matched=(Span(3, 9),), key_sentence=Span(0, 30))
    out = shown(list(answer_lines(made_answer(quote), VOICE)), width=width)
    assert squeezed(visible(text)) in squeezed(_ESCAPE_CODE.sub("", out))


@pytest.mark.parametrize("text", NASTY)
def test_no_control_character_of_a_document_reaches_the_terminal(text: str) -> None:
    quote = made_quote(text, matched=(Span(0, 5),))
    out = _ESCAPE_CODE.sub("", answer_shown(made_answer(quote)))
    assert visible(out) == out


@pytest.mark.parametrize("text", NASTY)
def test_without_colour_there_is_no_escape_code_at_all(text: str) -> None:
    quote = made_quote(text, matched=(Span(0, 5),), key_sentence=Span(0, 20))
    assert "\x1b" not in answer_shown(made_answer(quote), colour=False)


def test_matched_words_and_the_key_sentence_look_different_from_the_rest() -> None:
    line = Line((Piece("plain "), Piece("sentence ", Role.KEY), Piece("word", Role.MATCH)))
    out = shown([line])
    codes = [
        _ESCAPE_CODE.findall(out.split(word)[0])[-1:] for word in ("plain", "sentence", "word")
    ]
    assert codes[0] == []
    assert codes[1] != codes[2]


def test_a_console_without_colour_writes_no_codes() -> None:
    assert open_console(colour=False).color_system is None


def test_a_line_end_in_the_passage_stays_a_line_end() -> None:
    assert shown([to_the_letter("one\n\ntwo")], colour=False) == "one\n\ntwo\n"


def test_every_row_is_indented_and_fits_the_width() -> None:
    rows = shown([to_the_letter("word " * 30, indent=3)], width=20, colour=False).splitlines()
    assert len(rows) > 5
    assert all(row.startswith("   ") and cell_len(row.rstrip()) <= 20 for row in rows)


def test_a_line_to_be_pasted_is_not_wrapped() -> None:
    line = Line((Piece("verbatim show " + "x " * 40),), wrap=False)
    assert shown([line], width=20, colour=False).count("\n") == 1


def test_table_cells_are_not_read_as_markup() -> None:
    console = Console(file=io.StringIO(), width=80)
    print_table(console, ("Document", "Passages"), [("[red]a[/red] :smile:\x1b[2J", "3")])
    assert isinstance(console.file, io.StringIO)
    assert r"[red]a[/red] :smile:\x1b[2J" in console.file.getvalue()


@pytest.mark.parametrize("width", [10, 40, 60, 80, 120])
def test_a_document_in_a_table_can_be_pasted_whatever_the_width(width: int) -> None:
    names = ["a-name-of-some-length.html", "folder/another one.md"]
    rows = [(name, "A title of eight words in all, or so", "undated", "3") for name in names]
    console = Console(file=io.StringIO(), width=width)
    print_table(console, ("Document", "Title", "Published", "Passages"), rows)
    assert isinstance(console.file, io.StringIO)
    out = console.file.getvalue()
    assert all(name in out for name in names)
    assert "undated" in out


@given(st.text(st.sampled_from("ab 字\t-é"), max_size=80), st.integers(1, 20))
def test_wrapping_cuts_after_white_space_and_loses_nothing(text: str, width: int) -> None:
    """A row is wider than the width only when it is one word."""
    offsets = wrap_offsets(text, width)
    edges = [0, *offsets, len(text)]
    rows = [text[start:end] for start, end in pairwise(edges)]
    assert "".join(rows) == text
    assert all(text[cut - 1] in " \t" and text[cut] not in " \t" for cut in offsets)
    wide = [row for row in rows if cell_len(row.rstrip()) > width]
    assert all(len(row.split()) == 1 for row in wide)


@given(st.text())
def test_what_is_visible_holds_no_control_character(text: str) -> None:
    out = visible(text)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", out)
    assert visible(out) == out
