"""A corpus of a few made documents, indexed once, for the tests of the real command line."""

import json
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import pytest_asyncio

from index.library import index_folder, open_library
from tests.conftest import CHECKOUT

HARBOUR = """\
---
title: The harbour strike
publisher: Sample Wire
author: The sample desk
url: https://example.org/harbour
published: 2021-03-04
---
# The harbour strike

Dock workers in Port Elsinore walked out on 2 March. Their spokeswoman said that 412 crane drivers
had stopped work. The port authority denied that any crane had stood still.

## The answer of the port

The port authority put the loss at $7,300 a day. It called the walkout unlawful and announced that
it would go to court before the end of the week.
"""

NASTY = """\
---
title: "A page with [bold]markup[/bold] :smile:"
publisher: Sample Wire
published: 2021-03
---
# Nasty

The zeppelin wrote [red]exactly this[/red] and :smile: and \x1b[31mturned the terminal red\x1b[0m.
It went on with a supercalifragilisticexpialidocious-word-without-any-space-that-is-wider-still.
"""

UNDATED = """\
# A note without a date

The lighthouse keeper said that the zeppelin had passed over the harbour at noon,
and nobody else saw it.
"""


class Indexed(NamedTuple):
    """A corpus folder and the data folder that holds its index."""

    corpus: Path
    data: Path

    @property
    def home(self) -> Path:
        return index_folder(self.data, self.corpus)

    @property
    def options(self) -> list[str]:
        return ["--corpus", str(self.corpus), "--data", str(self.data)]


def write_corpus(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "wire").mkdir()
    (folder / "wire" / "harbour.md").write_text(HARBOUR, "utf-8")
    (folder / "nasty.md").write_text(NASTY, "utf-8")
    (folder / "undated note.md").write_text(UNDATED, "utf-8")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    return folder


async def index(corpus: Path, data: Path) -> Indexed:
    async with open_library(corpus=corpus, data=data) as library:
        await library.reindex()
    return Indexed(corpus, data)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def made(tmp_path_factory: pytest.TempPathFactory) -> Indexed:
    """The made corpus, indexed; tests do not change it."""
    folder = tmp_path_factory.mktemp("made")
    return await index(write_corpus(folder / "corpus"), folder / "data")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def shipped(tmp_path_factory: pytest.TempPathFactory) -> Indexed:
    """The corpus that ships, indexed; tests do not change it."""
    folder = tmp_path_factory.mktemp("shipped")
    return await index(CHECKOUT / "corpus" / "documents", folder / "data")


@pytest.fixture
def fresh(tmp_path: Path) -> Indexed:
    """The made corpus in folders of this test's own, not indexed yet."""
    return Indexed(write_corpus(tmp_path / "corpus"), tmp_path / "data")


def read_json(finished: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    """The one JSON object that stands on standard output."""
    read = json.loads(finished.stdout)
    assert isinstance(read, dict)
    return read


def one_mistake(finished: subprocess.CompletedProcess[str]) -> str:
    """The one line of a mistake: exit status 2, nothing on standard output, no traceback."""
    assert finished.returncode == 2, (finished.returncode, finished.stderr)
    assert finished.stdout == ""
    assert finished.stderr.startswith("verbatim: ")
    assert finished.stderr.count("\n") == 1, finished.stderr
    assert ": " in finished.stderr[10:]
    assert "; " in finished.stderr
    return finished.stderr
