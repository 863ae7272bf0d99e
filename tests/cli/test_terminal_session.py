"""The real console script on a real pseudo-terminal: looks, width and safety."""

import errno
import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Indexed
from tests.conftest import command, environment

STRIKE = "How many crane drivers stopped work?"
_CODES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]")


def on_terminal(
    *arguments: str, cwd: Path, columns: int = 60, stderr: bool = False, **changes: str
) -> tuple[int, str]:
    """Run the command line on a pseudo-terminal; its exit status and all that it wrote there."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [*command(), *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs if stderr else subprocess.DEVNULL,
        cwd=cwd,
        env=environment(**changes),
    )
    os.close(theirs)
    written = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    return process.wait(timeout=60), written.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError as error:  # Linux reports the end of a pseudo-terminal as an error
        if error.errno == errno.EIO:
            return b""
        raise


def test_matched_words_are_emphasised_and_every_row_fits(made: Indexed, tmp_path: Path) -> None:
    status, out = on_terminal("ask", *made.options, STRIKE, "--limit", "1", cwd=tmp_path)
    assert status == 0
    assert re.search(r"\x1b\[[0-9;]+mcrane", out)
    plain = _CODES.sub("", out)
    assert "412 crane drivers" in " ".join(plain.split())
    prose = [row for row in plain.splitlines() if row.startswith("   ") and "verbatim " not in row]
    assert prose
    assert all(len(row.rstrip()) <= 60 for row in prose)


@pytest.mark.parametrize("wish", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_without_colour_there_is_not_one_escape_code(
    made: Indexed, tmp_path: Path, wish: dict[str, Any]
) -> None:
    _, out = on_terminal("ask", *made.options, STRIKE, cwd=tmp_path, stderr=True, **wish)
    assert "\x1b" not in out
    assert "412 crane drivers" in " ".join(out.split())


@pytest.mark.parametrize("line", [["ask", "zeppelin wrote"], ["show", "nasty.md"], ["sources"]])
def test_a_document_cannot_steer_the_terminal(
    made: Indexed, tmp_path: Path, line: list[str]
) -> None:
    """The made document holds ``ESC [31m``; it is written out, not sent."""
    _, out = on_terminal(*line, *made.options, cwd=tmp_path, columns=200)
    assert "\x1b[31m" not in out
    if line != ["sources"]:
        assert r"\x1b[31mturned the terminal red\x1b[0m" in _CODES.sub("", out)
    assert ":smile:" in out


def test_json_on_a_terminal_is_ascii(made: Indexed, tmp_path: Path) -> None:
    _, out = on_terminal("ask", "zeppelin wrote", "--json", *made.options, cwd=tmp_path)
    assert out.isascii()
    assert "\x1b" not in out


def test_a_word_wider_than_the_terminal_is_left_whole(made: Indexed, tmp_path: Path) -> None:
    _, out = on_terminal(
        "ask", "zeppelin wrote", *made.options, cwd=tmp_path, columns=30, NO_COLOR="1"
    )
    assert "supercalifragilisticexpialidocious-word-without-any-space-that-is-wider" in out


def test_a_quote_in_its_place_is_marked_by_colour_or_by_signs(
    made: Indexed, tmp_path: Path
) -> None:
    line = ("show", "undated note.md", "--at", "0:5", *made.options)
    _, coloured = on_terminal(*line, cwd=tmp_path)
    _, plain = on_terminal(*line, cwd=tmp_path, NO_COLOR="1")
    assert "\x1b[" in coloured
    assert ">>>" not in coloured
    assert plain.startswith(">>>")


def test_the_list_of_sources_is_a_table_with_a_header(made: Indexed, tmp_path: Path) -> None:
    status, out = on_terminal("sources", *made.options, cwd=tmp_path, columns=140, NO_COLOR="1")
    assert status == 0
    assert out.split("\n")[0].split() == ["Document", "Title", "Publisher", "Published", "Passages"]
    assert "undated" in out


def test_long_work_shows_a_progress_bar_that_is_gone_when_done(
    fresh: Indexed, tmp_path: Path
) -> None:
    status, out = on_terminal("index", *fresh.options, cwd=tmp_path, columns=100, stderr=True)
    assert status == 0
    assert "Reindexing" in out
    assert "3 documents" in _CODES.sub("", out)
