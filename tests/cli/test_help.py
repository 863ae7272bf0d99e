"""The command line explains itself."""

import click
import pytest

from bot.cli import cli
from tests.cli.conftest import one_mistake
from tests.conftest import Verbatim

COMMANDS = sorted(cli.commands)


def test_the_commands_are_those_of_the_contract() -> None:
    assert set(COMMANDS) >= {"ask", "sources", "index", "show", "verify", "status", "check"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_examples_and_takes_the_folders(name: str) -> None:
    command = cli.commands[name]
    with click.Context(command, info_name=name) as context:
        text = command.get_help(context)
    assert f"Examples:\n    verbatim {name}" in text
    if name != "help":
        assert "--corpus DIR" in text
        assert "--data DIR" in text


@pytest.mark.parametrize("name", COMMANDS)
def test_help_with_a_command_is_that_command_s_own_help(said: Verbatim, name: str) -> None:
    assert said("help", name).stdout == said(name, "--help").stdout


def test_help_alone_is_the_help_of_all(said: Verbatim) -> None:
    assert said("help").stdout == said("--help").stdout == said().stdout


def test_help_with_an_unknown_command_names_those_there_are(said: Verbatim) -> None:
    line = one_mistake(said("help", "asc"))
    assert "'asc'" in line
    assert ", ".join(COMMANDS) in line


def test_no_command_at_all_shows_the_help(said: Verbatim) -> None:
    done = said()
    assert done.returncode == 0
    assert all(f"\n  {name} " in done.stdout for name in COMMANDS)


def test_the_version_is_told(said: Verbatim) -> None:
    done = said("--version")
    assert done.returncode == 0
    assert done.stdout.startswith("verbatim ")
