"""`verbatim check` finds what is wrong before it hurts and says how to fix it."""

import base64
from pathlib import Path

import pytest

from bot.commands.setup_check import (
    State,
    check_corpus,
    check_data,
    check_invitation,
    check_language,
    check_names,
    check_token,
)
from bot.settings import load
from bot.terminal.speaking import voices_of

VOICE = voices_of().default
MADE_UP = ".".join(
    (base64.urlsafe_b64encode(b"123456789012345678").decode().rstrip("="), "Abc-_1", "x" * 27)
)


def test_no_token_is_a_note_because_the_command_line_needs_none() -> None:
    assert check_token(None, VOICE).state is State.NOTE


def test_a_token_gives_the_link_to_invite_its_bot_with() -> None:
    (finding,) = check_invitation(MADE_UP, VOICE)
    assert "client_id=123456789012345678" in finding.detail
    assert list(check_invitation(None, VOICE)) == []


def test_a_token_has_three_parts_the_first_an_id() -> None:
    assert check_token(MADE_UP, VOICE).state is State.OK


@pytest.mark.parametrize(
    "token", ["token", "a.b.c", MADE_UP + ".x", f"Bot {MADE_UP}", MADE_UP.replace(".", ",")]
)
def test_a_token_of_another_shape_is_a_problem_and_is_not_repeated(token: str) -> None:
    finding = check_token(token, VOICE)
    assert finding.state is State.PROBLEM
    assert token not in finding.detail.split()


def test_a_misspelt_setting_is_a_problem_with_the_right_name(tmp_path: Path) -> None:
    (finding,) = check_names({"VERBATIM_CORPS": "x"}, tmp_path, VOICE)
    assert finding.state is State.PROBLEM
    assert "write VERBATIM_CORPUS" in finding.detail


def test_an_unknown_language_is_a_problem_that_lists_the_known_ones() -> None:
    finding = check_language("klingon", VOICE)
    assert finding.state is State.PROBLEM
    assert "english" in finding.detail
    assert check_language("english", VOICE).state is State.OK


def test_an_empty_corpus_folder_is_a_problem(tmp_path: Path) -> None:
    settings = load({}, tmp_path)
    (finding,) = check_corpus(tmp_path, settings, VOICE)
    assert finding.state is State.PROBLEM
    (tmp_path / "a.md").write_text("# A\n\nText.", "utf-8")
    (finding,) = check_corpus(tmp_path, settings, VOICE)
    assert finding.state is State.OK


def test_a_missing_corpus_folder_is_a_problem_that_names_it(tmp_path: Path) -> None:
    (finding,) = check_corpus(tmp_path / "nowhere", load({}, tmp_path), VOICE)
    assert finding.state is State.PROBLEM
    assert "nowhere" in finding.detail


def test_a_data_folder_is_there_or_can_be_made(tmp_path: Path) -> None:
    assert check_data(tmp_path, VOICE).state is State.OK
    assert check_data(tmp_path / "deep" / "data", VOICE).state is State.OK
    (tmp_path / "file").write_text("x", "utf-8")
    assert check_data(tmp_path / "file", VOICE).state is State.PROBLEM
    assert check_data(tmp_path / "file" / "data", VOICE).state is State.PROBLEM
