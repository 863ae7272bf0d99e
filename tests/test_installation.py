"""What is installed is what is imported: every package that we use is named in pyproject.toml."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

PROJECT = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
OURS = ("bot", "corpus", "index")
OPTIONAL = ("eval", "fast", "meaning")  # the extras that a user may install


def normal(name: str) -> str:
    """A distribution's name as PyPI compares names."""
    return re.sub(r"[-_.]+", "-", name).lower()


def named(*requirements: str) -> set[str]:
    found = (re.match(r"[A-Za-z0-9._-]+", each) for each in requirements)
    return {normal(each[0]) for each in found if each}


def imports(file: Path) -> Iterator[str]:
    """The packages of others that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found = [each.name for each in node.names]
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found = [node.module or ""]
        else:
            continue
        for name in {each.partition(".")[0] for each in found}:
            if name not in sys.stdlib_module_names and name not in OURS:
                yield name


@pytest.mark.parametrize("room", OURS)
def test_every_import_is_of_a_package_that_pyproject_names(room: str) -> None:
    needed = named(*PROJECT["dependencies"])
    optional = named(
        *(each for extra in OPTIONAL for each in PROJECT["optional-dependencies"][extra])
    )
    distributions = packages_distributions()
    for file in sorted((CHECKOUT / room).rglob("*.py")):
        for module in imports(file):
            owners = {normal(each) for each in distributions.get(module, [module])}
            assert owners & (needed | optional), (
                f"{file.relative_to(CHECKOUT)} imports {module} (of {', '.join(sorted(owners))}),"
                " which pyproject.toml does not name; add it, then run .ci/lock"
            )


def test_the_cleaner_of_pages_is_named_for_lxml_names_it_under_changing_extras() -> None:
    """trafilatura imports lxml.html.clean; lxml's extra that brings it has been renamed before."""
    import lxml.html.clean

    assert "lxml-html-clean" in named(*PROJECT["dependencies"])
    assert lxml.html.clean.Cleaner.__module__.startswith("lxml_html_clean")


def test_every_pinned_file_pins_every_dependency() -> None:
    for file in ("requirements.txt", "requirements-dev.txt"):
        pinned = named(
            *re.findall(r"^([a-zA-Z0-9._-]+)==", (CHECKOUT / file).read_text(), re.MULTILINE)
        )
        missing = named(*PROJECT["dependencies"]) - pinned
        assert not missing, f"{file} lacks {sorted(missing)}; run .ci/lock"
