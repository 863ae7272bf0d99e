"""The command line explains itself, and loads only what a command needs."""

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from bot.cli import cli
from tests.cli.conftest import Indexed, one_mistake
from tests.conftest import CHECKOUT, Verbatim, environment

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


def modules_after(statement: str, folder: Path) -> set[str]:
    """The names of the modules that a fresh interpreter holds after a statement."""
    script = f"import json, sys\n{statement}\nsys.stderr.write(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env=environment(PYTHONPATH=str(CHECKOUT)),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


def test_importing_the_command_line_loads_nothing_heavy(tmp_path: Path) -> None:
    heavy = {"rich", "discord", "structlog", "pydantic", "numpy", "aiosqlite", "index.library"}
    assert not modules_after("import bot.cli", tmp_path) & heavy


def test_a_piped_answer_loads_neither_discord_nor_rich(made: Indexed, tmp_path: Path) -> None:
    line = ["ask", *made.options, "crane drivers"]
    loaded = modules_after(f"from bot.cli import run\nassert run({line!r}) == 0", tmp_path)
    assert not loaded & {"discord", "rich", "structlog", "pydantic", "trafilatura", "dotenv"}
