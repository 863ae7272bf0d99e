"""A command imports what it uses and nothing else: that is most of what a start costs."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.conftest import Indexed
from tests.conftest import CHECKOUT, environment

NEVER = {"aiohttp", "babel", "discord", "dotenv", "pydantic", "rich", "structlog"}
READING = {"charset_normalizer", "lxml", "markdown_it", "trafilatura", "yaml", "corpus.residue"}
INDEXING = {"filelock", "multiprocessing", "index.building.reindexing"}
RARE = {"nltk", "numba", "rapidfuzz", "regex", "scipy", "numpy.ma"}


def modules_after(statement: str, folder: Path, **variables: str) -> set[str]:
    """The names of the modules that a fresh interpreter holds after a statement."""
    script = f"import json, sys\n{statement}\nsys.stderr.write(json.dumps(sorted(sys.modules)))"
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        env=environment(PYTHONPATH=str(CHECKOUT), **variables),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return set(json.loads(done.stderr.splitlines()[-1]))


def running(line: Sequence[str]) -> str:
    return f"from bot.cli import run\nassert run({list(line)!r}) == 0"


@pytest.mark.parametrize("line", [["--help"], ["ask", "--help"], ["--version"]], ids=" ".join)
def test_help_needs_no_part_of_the_index(line: Sequence[str], tmp_path: Path) -> None:
    heavy = {"numpy", "aiosqlite", "sqlite3", "asyncio", "index.library", "corpus.reader"}
    loaded = modules_after(running(line), tmp_path)
    assert not loaded & (heavy | NEVER | READING | INDEXING | RARE)


def test_names_of_documents_are_completed_without_the_index(made: Indexed, tmp_path: Path) -> None:
    words = f"verbatim ask --corpus {made.corpus} --source "
    loaded = modules_after(
        "from bot.cli import run\nrun([])",
        tmp_path,
        _VERBATIM_COMPLETE="bash_complete",
        COMP_WORDS="\n".join(words.split(" ")),
        COMP_CWORD="5",
    )
    assert "corpus.folder" in loaded
    heavy = {"numpy", "aiosqlite", "index.library"}
    assert not loaded & (heavy | NEVER | READING | INDEXING | RARE)


@pytest.mark.parametrize(
    "command",
    [["ask", "crane drivers"], ["ask", "crane drivers", "--json"], ["sources"], ["status"]],
    ids=" ".join,
)
def test_what_is_piped_from_a_built_index_reads_no_file_and_indexes_nothing(
    made: Indexed, tmp_path: Path, command: Sequence[str]
) -> None:
    loaded = modules_after(running([*command, *made.options]), tmp_path)
    spoken = set() if "--json" in command else {"babel"}  # which writes numbers and dates
    assert not loaded & ((NEVER - spoken) | READING | INDEXING | RARE)


def test_an_unseen_word_needs_one_module_of_nltk_and_not_scipy(
    made: Indexed, tmp_path: Path
) -> None:
    statement = "from bot.cli import run\nrun(['ask', 'trombone drivers', *%r])" % [*made.options]
    loaded = modules_after(statement, tmp_path)
    assert not {name for name in loaded if name.partition(".")[0] in {"nltk", "scipy"}}
