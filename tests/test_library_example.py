"""The example of docs/library.md runs as it stands, and says what it promises."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT, environment

PIER = """---
title: The pier
publisher: Sample Gazette
published: 2021-03
---
# The pier

The harbour master closed the pier on Monday, because a beam had given way in the night.
"""


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example as a file, in a folder with the articles that it reads."""
    text = (CHECKOUT / "docs" / "library.md").read_text("utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    (tmp_path / "example.py").write_text(code, "utf-8")
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "pier.md").write_text(PIER, "utf-8")
    (tmp_path / "articles" / "empty.txt").write_bytes(b"")
    return tmp_path / "example.py"


def test_the_example_prints_the_quote_its_source_its_date_and_its_proof(example: Path) -> None:
    done = subprocess.run(
        [sys.executable, example.name],
        cwd=example.parent,
        env=environment(PYTHONIOENCODING="utf-8"),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    refused, quote, source, proof = done.stdout.splitlines()
    assert refused.startswith("not read: empty.txt: ")
    assert quote.strip("“”") in PIER
    assert source == "The pier Sample Gazette 2021-03 None"
    assert proof.startswith("exact ")


@pytest.mark.parametrize("package", ["bot", "corpus", "index"])
def test_the_packages_say_that_they_are_typed(package: str) -> None:
    assert (CHECKOUT / package / "py.typed").is_file()
