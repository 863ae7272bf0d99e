"""All words for people stand in `bot/wording`: elsewhere in the bot there is no sentence.

A text of two words in a row, or of a word beside a gap of an f-string, is taken for one. What
may stand elsewhere:

- docstrings and annotations; names of Discord's commands and options in ``locale_str`` (English
  in the code, translated by catalogue) and what click prints as help, where each is declared;
- what a setting means (``_row``), which `.env.example` and the README say too;
- errors of a defect in our own code (``ValueError``, ``AssertionError``), which nobody is shown;
- `NAMED`, each with its reason.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

BOT = Path(__file__).resolve().parents[3] / "bot"
FILES = [path for path in sorted(BOT.rglob("*.py")) if BOT / "wording" not in path.parents]
GAP = "\0"
_WORD = r"[^\W\d_]{2,}"
WORDS = re.compile(rf"{_WORD}[,;:]? (?:{_WORD}|{GAP})|{GAP}[,;:]? {_WORD}")

NAMED = {
    "synced commands": "the key of a note in the records",
    "bot applications.commands": "two scopes of OAuth, as Discord names them",
    "Failed to connect for shard_id": "how a log line of discord.py begins",
    "voice will NOT be supported": "how a log line of discord.py ends",
    "bold cyan underline": "a style, as rich names it",
    f"verbatim: {GAP}\n": "the program's name before what it says on the error stream",
    f"verbatim {GAP}": "the program's name before its version",
    f"{GAP} ms": "a unit",
}
DECLARED = {"help", "short_help"}  # keywords of click
DECLARING = {"examples", "locale_str", "_row"}
OUR_DEFECTS = {"ValueError", "AssertionError"}


def sentences(source: str) -> Iterator[tuple[int, str]]:
    """Each text that reads like a sentence, with its line, but for what may stand there."""
    tree = ast.parse(source)
    allowed = {id(inner) for node in ast.walk(tree) for inner in _allowed(node)}
    for node in ast.walk(tree):
        text = _text(node)
        if text is not None and id(node) not in allowed and WORDS.search(text):
            yield getattr(node, "lineno", 0), text


def _text(node: ast.AST) -> str | None:
    """A string; of an f-string the whole with its gaps."""
    if isinstance(node, ast.JoinedStr):
        parts = (each.value if isinstance(each, ast.Constant) else GAP for each in node.values)
        return "".join(map(str, parts))
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _allowed(node: ast.AST) -> Iterator[ast.AST]:
    """What below a node may read like a sentence."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from node.values  # looked at as a whole
    elif isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in DECLARING | OUR_DEFECTS:
            yield from ast.walk(node)
        for keyword in node.keywords:
            if keyword.arg in DECLARED:
                yield from ast.walk(keyword.value)
    for field in ("annotation", "returns"):
        if isinstance(annotation := getattr(node, field, None), ast.AST):
            yield from ast.walk(annotation)
    if isinstance(node, ast.AnnAssign) and "TypeAlias" in ast.dump(node.annotation) and node.value:
        yield from ast.walk(node.value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(BOT).as_posix())
def test_no_sentence_stands_outside_the_wording(path: Path) -> None:
    found = [
        f"line {line}: {text!r}"
        for line, text in sentences(path.read_text("utf-8"))
        if text not in NAMED
    ]
    assert not found, "say it by a key of bot/wording/locales:\n" + "\n".join(found)


def test_every_named_exception_is_still_there() -> None:
    found = {text for path in FILES for _, text in sentences(path.read_text("utf-8"))}
    assert found >= NAMED.keys()


@pytest.mark.parametrize(
    "code",
    [
        'warn("the index is old")',
        'warn(f"{count} files")',
        'say(f"reindexed in {seconds}")',
        'raise QuoteError("the quote", "is gone", "ask")',
        'TEXT = "No document"',
    ],
)
def test_a_sentence_is_found_wherever_it_stands(code: str) -> None:
    assert list(sentences(code))


@pytest.mark.parametrize(
    "code",
    [
        '"""What this is about."""',
        'click.option("--at", help="Show the place.")',
        'raise ValueError(f"{digits} is too long")',
        'KEY: "Mapping[str, int | None]" = {}',
        'voice("refusal.no_index", name=f"{first}:{last}")',
    ],
)
def test_what_may_stand_anywhere_is_not(code: str) -> None:
    assert not list(sentences(code))
