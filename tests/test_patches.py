"""No test and no benchmark changes a private name or a constant of ours: values are passed in."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import CHECKOUT

FILES = {
    path for folder in ("tests", "benchmarks") for path in (CHECKOUT / folder).rglob("*.py")
} - {Path(__file__)}
OURS = ("bot", "corpus", "index")
ELSEWHERE = {
    # The bot is started there as a process of its own, by its entry point, which takes no values.
    CHECKOUT / "tests" / "wire" / "launch.py": ["connecting.PATIENCE"],
}


def is_kept(name: str) -> bool:
    """True for a private name and for a constant, which only its own module may set."""
    return name.startswith("_") or (name.isupper() and len(name) > 1)


def changed(code: str) -> Iterator[str]:
    """What a program changes that it should not: ``module.NAME``, in order."""
    tree = ast.parse(code)
    imported = set(_imported(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from _patched(node, imported)
        elif isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign | ast.Delete):
            one = isinstance(node, ast.AugAssign | ast.AnnAssign)
            for target in [node.target] if one else node.targets:  # type: ignore[union-attr]
                yield from _assigned(target, imported)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from _in_text(node.value)


def _imported(tree: ast.AST) -> Iterator[str]:
    """The names that stand for modules of ours, or for what is in them."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            whole = getattr(node, "module", None)
            for name in node.names:
                if (whole or name.name).split(".")[0] in OURS:
                    yield name.asname or name.name.split(".")[0]


def _patched(call: ast.Call, imported: set[str]) -> Iterator[str]:
    """What ``setattr``, ``monkeypatch.setattr``, ``patch`` and its kin change."""
    function = ast.unparse(call.func)
    if not call.args or not function.endswith(
        ("setattr", "delattr", "patch", "object", "multiple")
    ):
        return
    owner, *rest = call.args
    if isinstance(owner, ast.Constant) and isinstance(owner.value, str):
        if owner.value.split(".")[0] in OURS and is_kept(owner.value.split(".")[-1]):
            yield owner.value
        return
    if _root(owner) in imported:
        named = [str(each.value) for each in rest[:1] if isinstance(each, ast.Constant)]
        named += [str(keyword.arg) for keyword in call.keywords if function.endswith("multiple")]
        yield from (f"{ast.unparse(owner)}.{name}" for name in named if is_kept(name))


def _assigned(target: ast.expr, imported: set[str]) -> Iterator[str]:
    if isinstance(target, ast.Tuple | ast.List):
        for each in target.elts:
            yield from _assigned(each, imported)
    elif isinstance(target, ast.Attribute) and _root(target) in imported and is_kept(target.attr):
        yield ast.unparse(target)


def _root(node: ast.expr) -> str | None:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


def _in_text(text: str) -> Iterator[str]:
    """What a program changes that is written out, to be run by another process."""
    if "import " not in text or not any(name in text for name in OURS):
        return
    try:
        yield from changed(text)
    except SyntaxError:
        return


def test_values_are_passed_in() -> None:
    """Whoever wants another limit gives it; what is patched is changed for all that runs beside."""
    found = {path: [*changed(path.read_text("utf-8"))] for path in FILES}
    assert {path: names for path, names in found.items() if names} == ELSEWHERE


@pytest.mark.parametrize(
    ("code", "found"),
    [
        (
            "monkeypatch.setattr('index.ranking.phrases._AT_ONCE', 1)",
            "index.ranking.phrases._AT_ONCE",
        ),
        ("from index import library\nmonkeypatch.setattr(library, '_gone', f)", "library._gone"),
        ("from index import library as l\npatch.object(l, 'MOST', 2)", "l.MOST"),
        ("from index import library\npatch.multiple(library, _MOST=2)", "library._MOST"),
        ("import index.library\nindex.library._MOST = 2", "index.library._MOST"),
        ("from bot.cli import cli\na, cli.MOST = 1, 2", "cli.MOST"),
        ("from bot import cli\ncli.MOST += 1", "cli.MOST"),
        ("from bot import cli\ndel cli._MOST", "cli._MOST"),
        ("run('import index.library as m\\nm._MOST = 2')", "m._MOST"),
        ("from bot import cli\nsetattr(cli, 'MOST', 2)", "cli.MOST"),
    ],
)
def test_whatever_changes_a_name_is_found(code: str, found: str) -> None:
    assert [*changed(code)] == [found]


@pytest.mark.parametrize(
    "code",
    [
        "monkeypatch.setattr(np, 'save', full)",
        "from index.library import Library\nmonkeypatch.setattr(Library, 'ask', fail)",
        "from index import library\nmost = library._MOST",
        "monkeypatch.setattr('os.LINES', 2)",
        "import discord\ndiscord.http.Route.BASE = ''",
        "text = 'no import of index here: ('",
    ],
)
def test_faults_put_in_and_what_others_own_may_stay(code: str) -> None:
    assert [*changed(code)] == []
