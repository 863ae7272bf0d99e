"""The Tab key in a real bash: the script that `verbatim` prints, and what it then offers."""

import fcntl
import os
import pty
import shutil
import stat
import struct
import subprocess
import termios
from pathlib import Path

import pytest

from tests.cli.conftest import HARBOUR, one_mistake
from tests.conftest import Verbatim, command, environment

BASH = shutil.which("bash")
LOADED = 'eval "$(_VERBATIM_COMPLETE=bash_source verbatim)"\n'

pytestmark = pytest.mark.skipif(BASH is None, reason="there is no bash here")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a program `verbatim`, and a corpus where the default settings look for it."""
    program = tmp_path / "bin" / "verbatim"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {" ".join(command())} "$@"\n', "utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    for name in ("corpus/documents/harbour.md", "corpus/documents/wire/two (2) words.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HARBOUR, "utf-8")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "pier.txt").write_text("The pier.", "utf-8")
    return tmp_path


def surroundings(home: Path) -> dict[str, str]:
    return environment(PATH=f"{home / 'bin'}:{os.environ['PATH']}", PS1="$ ")


def offered(home: Path, *words: str) -> list[str]:
    """What bash would offer for the last of the words."""
    script = (
        f'{LOADED}COMP_WORDS=("$@")\nCOMP_CWORD=$(($# - 1))\n'
        "_verbatim_completion verbatim\nprintf '%s\\n' \"${COMPREPLY[@]}\"\n"
    )
    done = subprocess.run(
        [str(BASH), "--norc", "-c", script, "bash", "verbatim", *words],
        cwd=home,
        env=surroundings(home),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert done.stderr == ""
    return done.stdout.split("\n")[:-1]


def test_commands_are_offered(home: Path) -> None:
    assert offered(home, "s") == ["show", "sources", "status"]
    assert offered(home, "help", "s") == ["show", "sources", "status"]


def test_options_are_offered(home: Path) -> None:
    assert offered(home, "ask", "--s") == ["--source", "--since", "--sides"]
    assert offered(home, "--v") == ["--version"]


@pytest.mark.parametrize("before", [["show"], ["ask", "--source"], ["show", "--at", "1:2"]])
def test_documents_are_offered_where_one_is_asked_for(home: Path, before: list[str]) -> None:
    assert offered(home, *before, "har") == ["harbour.md"]
    assert offered(home, *before, "wire/") == [r"wire/two\ \(2\)\ words.md"]


def test_the_documents_are_those_of_the_corpus_that_is_named(home: Path) -> None:
    assert offered(home, "show", "--corpus", "elsewhere", "p") == ["pier.txt"]
    assert offered(home, "--corpus", "elsewhere", "show", "p") == ["pier.txt"]
    assert offered(home, "show", "--corpus", "nowhere", "") == [""]


def test_a_question_is_the_asker_s_own(home: Path) -> None:
    assert offered(home, "ask", "har") == [""]


def test_a_name_with_spaces_is_one_argument_after_the_tab_key(home: Path) -> None:
    """On a real terminal: Tab, Enter, and the command has understood the name."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 300, 0, 0))
    shell = subprocess.Popen(
        [str(BASH), "--norc", "-i"],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        cwd=home,
        env=surroundings(home),
        start_new_session=True,
    )
    os.close(theirs)
    try:
        os.write(ours, f"{LOADED}echo load''ed\n".encode())
        _until(ours, "loaded")
        os.write(ours, b"verbatim index | wc -l; verbatim show wire/two\t| wc -w; echo do''ne\n")
        seen = _until(ours, "done\r\n")
    finally:
        shell.kill()
        shell.wait(timeout=10)
        os.close(ours)
    assert r"wire/two\ \(2\)\ words.md" in seen
    assert f"\n{len(HARBOUR.split('---')[2].split())}\r\n" in seen


def _until(terminal: int, words: str) -> str:
    """All that is written on the terminal up to these words; pytest's timeout is the guard."""
    seen = ""
    while words not in seen:
        seen += os.read(terminal, 65536).decode()
    return seen


def test_other_shells_get_a_script_too(said: Verbatim) -> None:
    for shell in ("zsh", "fish"):
        done = said(_VERBATIM_COMPLETE=f"{shell}_source")
        assert done.returncode == 0
        assert f"{shell}_complete" in done.stdout


@pytest.mark.parametrize("wish", ["csh_source", "bash", "bash_print", "1"])
def test_an_unknown_completion_is_a_mistake(said: Verbatim, wish: str) -> None:
    line = one_mistake(said(_VERBATIM_COMPLETE=wish))
    assert "bash_source" in line


def test_what_only_a_shell_can_ask_is_a_mistake_when_it_comes_from_a_person(said: Verbatim) -> None:
    line = one_mistake(said(_VERBATIM_COMPLETE="bash_complete"))
    assert 'eval "$(_VERBATIM_COMPLETE=bash_source verbatim)"' in line
