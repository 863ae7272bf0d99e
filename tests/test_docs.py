"""The documentation is whole and true: all there is stands in it, all it points at is there."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from bot.cli import cli
from bot.cogs.watch import MOST_OF_A_PERSON, MOST_OF_A_SERVER
from bot.commands.ask import MOST_PASSAGES
from bot.conversation.findings import MOST_LINES, MOST_SAID
from bot.desk.custom_ids import MAX_PASSAGES
from bot.messages.cards import TEXT_LIMIT
from bot.messages.sides_cards import SENTENCES_ON_A_PAGE
from bot.messages.source_cards import PAGE_SIZE
from bot.messages.timeline_cards import LINES_ON_A_PAGE
from bot.settings import variables
from corpus.formats.table import SUFFIXES
from index import library
from index.cutting import overlong
from index.ranking.parts import PARTS
from tests.conftest import CHECKOUT

DOCS = [*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").rglob("*.md")]
README = (CHECKOUT / "README.md").read_text("utf-8")
DEFAULTS = {variable.name: variable.default for variable in variables()}
EVERYWHERE = {"--corpus", "--data", "--language-of-interface", "--help"}


def read(name: str) -> str:
    return (CHECKOUT / "docs" / name).read_text("utf-8")


def row(text: str, begins: str) -> str:
    """The row of a table whose first cell begins so."""
    found = re.search(rf"^\| {re.escape(begins)}[^\n]*$", text, re.MULTILINE)
    assert found is not None, f"no row of a table begins with {begins!r}"
    return found[0]


def options(command: click.Command) -> Iterator[str]:
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            yield from (name for name in parameter.opts if name.startswith("--"))


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_has_a_row_in_the_readme_with_all_its_options(name: str) -> None:
    written = row(README, f"`verbatim {name}")
    missing = [each for each in options(cli.commands[name]) if f"`{each}`" not in written]
    assert not set(missing) - EVERYWHERE, f"{name}: {missing} stand in no row of the README"


def test_the_options_of_every_command_are_told_once() -> None:
    for name in (EVERYWHERE | set(options(cli))) - {"--help"}:
        assert f"`{name}" in README, name


@pytest.mark.parametrize("suffix", sorted(SUFFIXES - {""}))
def test_every_suffix_that_is_read_stands_in_the_docs(suffix: str) -> None:
    formats = read("corpus.md").split("## Formats")[1].split("## ")[0]
    assert f"`{suffix}`" in formats


@pytest.mark.parametrize(
    ("document", "what", "limit"),
    [
        ("corpus.md", "size of a file", f"{DEFAULTS['VERBATIM_MAX_FILE_MB']} MB"),
        ("corpus.md", "characters of a question", f"{library._LONGEST_QUESTION:,}"),
        ("corpus.md", "passages of an answer", f"up to {MOST_PASSAGES}"),
        ("corpus.md", "characters of a sentence", f"{overlong.LONGEST:,}"),
        ("discord.md", "characters of a question", DEFAULTS["VERBATIM_MAX_QUESTION"]),
        ("discord.md", "passages of an answer", str(MAX_PASSAGES)),
        ("discord.md", "characters of one message", f"{TEXT_LIMIT:,}"),
        ("discord.md", "documents on a page", str(PAGE_SIZE)),
        ("discord.md", "standing questions of a server", str(MOST_OF_A_SERVER)),
        ("discord.md", "standing questions of a person", str(MOST_OF_A_PERSON)),
        ("discord.md", "lines on a page of a timeline", str(LINES_ON_A_PAGE)),
        ("discord.md", "lines of a timeline", f"{MOST_LINES} with a date, {MOST_LINES} without"),
        ("discord.md", "sentences on a page of sides", str(SENTENCES_ON_A_PAGE)),
        ("discord.md", "sentences of each side", str(MOST_SAID)),
        (
            "discord.md",
            "questions and presses of a person",
            DEFAULTS["VERBATIM_COOLDOWN_USER"].replace("/", " in ") + " seconds",
        ),
        (
            "discord.md",
            "questions and presses of a server",
            DEFAULTS["VERBATIM_COOLDOWN_SERVER"].replace("/", " in ") + " seconds",
        ),
    ],
)
def test_every_limit_stands_in_the_docs(document: str, what: str, limit: str) -> None:
    limits = read(document).split("## Limits")[1].split("\n## ")[0]
    assert limit in row(limits, what)


def test_every_part_of_a_score_stands_in_the_docs_with_its_weight() -> None:
    for part in PARTS:
        assert row(read("decisions/ranking.md"), f"{part.name} | {part.weight} |")


def test_every_dependency_stands_in_the_docs_with_its_reason() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    table = read("architecture.md").split("## Dependencies")[1]
    named = {name for line in table.splitlines() for name in re.split(r"[|, ]+", line)}
    for requirement in project["dependencies"]:
        name = re.split(r"[\[<>=~! ]", requirement)[0]
        assert name in named, f"{name} has no row in docs/architecture.md"


def test_every_room_and_module_stands_on_the_one_page() -> None:
    """All but formats, commands and kinds of cards, of which the page says what they are."""
    page = read("architecture.md")
    rooms = "cogs presses conversation desk wording serving terminal".split()
    files = [
        *sorted((CHECKOUT / "index").rglob("*.py")),
        *sorted((CHECKOUT / "corpus").glob("*.py")),
        *(file for room in rooms for file in sorted((CHECKOUT / "bot" / room).glob("*.py"))),
    ]
    missing = [
        str(file.relative_to(CHECKOUT))
        for file in files
        if file.stem != "__init__" and f"`{file.stem}`" not in page
    ]
    assert not missing, f"not on the page: {' '.join(missing)}"


@pytest.mark.parametrize("file", DOCS, ids=lambda file: str(file.relative_to(CHECKOUT)))
def test_every_link_leads_somewhere(file: Path) -> None:
    for target, anchor in re.findall(
        r"\]\((?!https?:)([^)#\s]*)(?:#([^)\s]+))?\)", read_text(file)
    ):
        there = (file.parent / target).resolve() if target else file
        assert there.exists(), f"{file.name} points at {target}"
        if anchor:
            assert anchor in anchors(there), f"{file.name} points at {target}#{anchor}"


@pytest.mark.parametrize("file", DOCS, ids=lambda file: str(file.relative_to(CHECKOUT)))
def test_every_source_file_that_is_named_is_there(file: Path) -> None:
    pattern = r"`((?:bot|corpus|index|tests|benchmarks|deploy|docs)/[\w./-]+\.[a-z]+)`"
    for name in re.findall(pattern, read_text(file)):
        if "rst" not in name:  # the worked example of CONTRIBUTING makes these
            assert (CHECKOUT / name).exists(), f"{file.name} names {name}"


def read_text(file: Path) -> str:
    return file.read_text("utf-8")


def anchors(file: Path) -> set[str]:
    """The anchors of a document's headings, as GitHub makes them."""
    heads = re.findall(r"^#+ (.+)$", read_text(file), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}
