"""Fixtures that several rooms' tests share: a small corpus and the real command line."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

CHECKOUT = Path(__file__).resolve().parents[1]
SHARED = CHECKOUT.parent / "shared"

Verbatim = Callable[..., subprocess.CompletedProcess[str]]


def pytest_configure() -> None:
    """No property is measured by the clock: a busy machine is no failure.

    What is compiled is kept, whatever the environment says: some hundred processes are started,
    and each would compile all that it imports.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    settings.register_profile("untimed", deadline=None)
    settings.load_profile("untimed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests that use the project's reference material where it is not there."""
    if SHARED.is_dir():
        return
    for item in items:
        if item.get_closest_marker("shared"):
            item.add_marker(pytest.mark.skip(reason="the reference material is not here"))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference material beside the checkout; for tests marked ``shared``."""
    return SHARED


def copy_built(built: Path, folder: Path) -> None:
    """Give a test a corpus and an index of its own, at the place where its library looks."""
    from index.library import index_folder

    home, new = (index_folder(each / "data", each / "corpus") for each in (built, folder))
    shutil.copytree(built / "corpus", folder / "corpus")
    shutil.copytree(home, new)


def command() -> list[str]:
    """The console script where it is installed, else the module it runs."""
    script = Path(sys.executable).with_name("verbatim")
    return [str(script)] if script.exists() else [sys.executable, "-m", "bot"]


def environment(**changes: str) -> dict[str, str]:
    """An environment without settings of ours, a language, colour wishes or a terminal's size."""
    ours = ("VERBATIM_", "DISCORD_", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES", "TTY_", "LC_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return (
        kept | {"PYTHONPATH": str(CHECKOUT), "TERM": "xterm-256color", "LANG": "C.UTF-8"} | changes
    )


@pytest.fixture
def said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Verbatim:
    """Run the command line within this process, which is faster and otherwise the same."""
    from bot.cli import run as run_here

    def run(
        *arguments: str | Path, cwd: Path = tmp_path, **changes: str
    ) -> subprocess.CompletedProcess[str]:
        wanted = environment(**changes)
        with monkeypatch.context() as patch:
            patch.chdir(cwd)
            for name in os.environ.keys() - wanted.keys():
                patch.delenv(name)
            for name, value in wanted.items():
                patch.setenv(name, value)
            status = run_here([str(argument) for argument in arguments])
        out = capsys.readouterr()
        return subprocess.CompletedProcess(list(arguments), status, out.out, out.err)

    return run


@pytest.fixture
def verbatim(tmp_path: Path) -> Verbatim:
    """Run the real console script in an empty working folder and capture what it says."""

    def run(
        *arguments: str | Path, cwd: Path = tmp_path, **changes: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*command(), *map(str, arguments)],
            cwd=cwd,
            env=environment(**changes),
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
            stdin=subprocess.DEVNULL,
        )

    return run
