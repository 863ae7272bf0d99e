"""Every mistake is one line: what, why and the way out; exit status 2 and no traceback."""

import errno
import shlex
import subprocess
from pathlib import Path

import numpy as np
import pytest

from tests.cli.conftest import Indexed, one_mistake
from tests.conftest import Verbatim, command, environment


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ask"], "Missing argument"),
        (["ask", "x", "--limit", "0"], "'--limit'"),
        (["ask", "x", "--limit", "26"], "'--limit'"),
        (["ask", "x", "--limit", "many"], "'--limit'"),
        (["ask", "x", "--since", "whenever"], "whenever"),
        (["ask", "x", "--until", "2020-13"], "2020-13"),
        (["ask", "x", "--since", "2021", "--until", "2020"], "swap --since and --until"),
        (["ask", "x", "--sauce", "y"], "--sauce"),
        (["asc", "x"], "asc"),
        (["show"], "Missing argument"),
        (["verify"], "Missing argument"),
        (["sources", "extra"], "extra"),
    ],
)
def test_wrong_usage(said: Verbatim, arguments: list[str], words: str) -> None:
    assert words in one_mistake(said(*arguments))


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["-denied", "claims"], "`verbatim ask -- -denied ...`"),
        (["claims", "-hamas"], "`verbatim ask -- -hamas ...`"),
        (["-denied claims"], "`verbatim ask -- -denied ...`"),
        (["claims", "--limit", "3", "-5"], "`verbatim ask -- -5 ...`"),
        (["claims", "--denied"], "`verbatim ask -- --denied ...`"),
    ],
)
def test_a_word_of_a_question_that_looks_like_an_option(
    said: Verbatim, made: Indexed, words: list[str], hint: str
) -> None:
    """The way out stands in the line, and it is one."""
    assert hint in one_mistake(said("ask", *made.options, *words))
    with_dashes = said("ask", *made.options, "--", "crane", *words)
    assert with_dashes.returncode in {0, 1}, with_dashes.stderr


def test_the_hint_at_dashes_is_kept_from_commands_that_take_no_words(said: Verbatim) -> None:
    assert "`--`" not in one_mistake(said("status", "-x"))


@pytest.mark.parametrize("question", ["", "   ", "\n"])
def test_an_empty_question(said: Verbatim, made: Indexed, question: str) -> None:
    one_mistake(said("ask", *made.options, question))
    one_mistake(said("ask", *made.options, question, "--json"))


def test_an_endless_question(said: Verbatim, made: Indexed) -> None:
    one_mistake(said("ask", *made.options, "word " * 20_000))


def test_an_unknown_source_is_named(said: Verbatim, made: Indexed) -> None:
    line = one_mistake(said("ask", *made.options, "zeppelin", "--source", "Nobody's Gazette"))
    assert "Nobody's Gazette" in line


@pytest.mark.parametrize("verb", [["ask", "x"], ["sources"], ["index"]])
def test_a_corpus_folder_that_is_not_there(said: Verbatim, tmp_path: Path, verb: list[str]) -> None:
    line = one_mistake(said(*verb, "--corpus", tmp_path / "nowhere"))
    assert "nowhere" in line


def test_a_circle_of_links_for_a_corpus_folder(said: Verbatim, tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to(tmp_path / "other")
    (tmp_path / "other").symlink_to(tmp_path / "one")
    assert "one: cannot be opened" in one_mistake(said("ask", "x", "--corpus", tmp_path / "one"))


def test_a_file_for_a_corpus_folder(said: Verbatim, tmp_path: Path) -> None:
    (tmp_path / "file.md").write_text("# A file\n\nText.\n", "utf-8")
    assert "file.md" in one_mistake(said("ask", "x", "--corpus", tmp_path / "file.md"))


def test_a_file_for_a_data_folder(said: Verbatim, made: Indexed, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    line = one_mistake(said("ask", "x", "--corpus", made.corpus, "--data", tmp_path / "file"))
    assert "file" in line


def test_a_data_folder_that_cannot_be_made(said: Verbatim, made: Indexed) -> None:
    """A place where nobody may write, not even the superuser."""
    line = one_mistake(said("ask", "x", "--corpus", made.corpus, "--data", "/proc/verbatim"))
    assert "/proc/verbatim" in line


def test_a_database_that_is_none(said: Verbatim, fresh: Indexed) -> None:
    assert said("index", *fresh.options).returncode == 0
    databases = [
        path for path in fresh.data.rglob("*") if path.suffix in {".db", ".sqlite", ".sqlite3"}
    ]
    assert databases
    for path in databases:
        path.write_bytes(b"this is no database at all " * 400)
    one_mistake(said("ask", *fresh.options, "zeppelin"))


def test_bad_settings_are_all_named_at_once(said: Verbatim, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("VERBATIM_MAX_FILE_MB=lots\n= nothing\n", "utf-8")
    line = one_mistake(said("ask", "x"))
    assert "VERBATIM_MAX_FILE_MB='lots'" in line
    assert ".env line 2" in line


def test_a_language_without_a_stemmer_is_named(said: Verbatim, made: Indexed) -> None:
    line = one_mistake(said("ask", "x", *made.options, VERBATIM_LANGUAGE="klingon"))
    assert "klingon" in line


def test_a_control_character_in_a_mistake_does_not_reach_the_terminal(said: Verbatim) -> None:
    assert "\\x1b[2J" in one_mistake(said("ask", "x", "--since", "\x1b[2J"))


def test_an_empty_corpus_answers_nothing_and_says_so(said: Verbatim, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = said("ask", "--corpus", tmp_path / "empty", "zeppelin")
    assert done.returncode in {1, 2}
    assert "Traceback" not in done.stderr
    assert done.stdout or done.stderr


def no_room(path: Path, _: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device", str(path))


def test_a_full_disk_is_told_as_such(
    said: Verbatim, fresh: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file that found no room, the reason and the way out."""

    monkeypatch.setattr(np, "save", no_room)
    told = one_mistake(said("index", *fresh.options))
    assert told.endswith(".npy: No space left on device; make room and try again\n")
    assert told.startswith(f"verbatim: {fresh.home}")


def test_an_index_that_cannot_be_refreshed_answers_and_says_why(
    said: Verbatim, fresh: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither is anything left behind on the full disk."""
    said("index", *fresh.options)
    snapshots = fresh.home / "snapshots"
    before = sorted(snapshots.iterdir())
    (fresh.corpus / "new.md").write_text("# A new note\n\nA zeppelin was seen again.\n")
    monkeypatch.setattr(np, "save", no_room)
    done = said("ask", *fresh.options, "Who saw the zeppelin over the harbour?")
    assert done.returncode == 0
    assert "nobody else saw it" in done.stdout
    (line,) = done.stderr.splitlines()
    assert line.startswith("verbatim: the index cannot be brought up to date, and this is from the")
    assert line.endswith(".npy: No space left on device; make room and try again")
    assert sorted(snapshots.iterdir()) == before


def test_output_that_cannot_be_written_is_told_in_one_line(made: Indexed) -> None:
    """Linux's ``/dev/full`` is a disk without room."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*command(), "sources", *made.options],
            cwd=made.data,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith("make room and try again")
    assert "Exception" not in done.stderr


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_output_is_no_crash(made: Indexed, closed: str) -> None:
    line = f"exec {shlex.join([*command(), 'ask', *made.options, 'crane drivers'])} {closed}"
    done = subprocess.run(
        ["/bin/sh", "-c", line],
        cwd=made.data,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0
    assert "Traceback" not in done.stderr
    assert ("412 crane drivers" in done.stdout) == (not closed.startswith(">"))


def test_a_damaged_index_is_told_of_as_everything_else_is(
    verbatim: Verbatim, said: Verbatim, fresh: Indexed
) -> None:
    assert said("index", *fresh.options).returncode == 0
    for part in fresh.home.glob("*/*/*"):
        part.write_bytes(b"")
    done = verbatim("ask", *fresh.options, "crane drivers")
    assert "412 crane drivers" in done.stdout
    assert "it is built anew" in done.stderr
    assert all(line.startswith("verbatim: ") for line in done.stderr.splitlines())
