"""Where a package is missing or broken, that is said, and no file of the user's is blamed."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Indexed, one_mistake
from tests.conftest import CHECKOUT, Verbatim


def broken(folder: Path, module: str) -> str:
    """A PYTHONPATH on which a module cannot be imported, as in an incomplete installation."""
    file = folder / f"{module}.py"
    file.write_text(f'raise ImportError("No module named {module!r}", name="{module}")\n', "utf-8")
    return os.pathsep.join((str(folder), str(CHECKOUT)))


@pytest.mark.parametrize("module", ["trafilatura", "lxml_html_clean"])
def test_a_broken_installation_is_never_blamed_on_a_page(
    verbatim: Verbatim, fresh: Indexed, tmp_path: Path, module: str
) -> None:
    page = "<html><body><h1>The pier</h1><p>The pier was closed on Monday.</p></body></html>"
    (fresh.corpus / "page.html").write_text(page, "utf-8")
    done = verbatim("index", *fresh.options, PYTHONPATH=broken(tmp_path, module))
    line = one_mistake(done)
    assert module in line
    assert "install Verbatim again" in line
    assert "page.html" not in line


@pytest.mark.parametrize("module", ["click", "numpy"])
def test_a_broken_installation_is_told_in_one_line_by_whatever_needs_the_package(
    verbatim: Verbatim, made: Indexed, tmp_path: Path, module: str
) -> None:
    done = verbatim("ask", *made.options, "crane", PYTHONPATH=broken(tmp_path, module))
    line = one_mistake(done)
    assert module in line
    assert "install Verbatim again" in line
