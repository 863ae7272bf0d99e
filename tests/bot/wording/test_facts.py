"""What the corpus and the index tell is said in every language."""

import ast
import json
import pickle
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from bot.wording.mistakes import said
from bot.wording.voice import DEFAULT, FACTS, Voices
from corpus.errors import CorpusError, VerbatimError
from corpus.facts import Fact, fact_from_data, fact_to_data
from corpus.folder import check_folder
from tests.bot.wording.texts import placeholders

ROOT = Path(__file__).resolve().parents[3]
FILES = [path for room in ("corpus", "index") for path in sorted((ROOT / room).rglob("*.py"))]
VOICES = Voices.load()
OTHERS = [language for language in VOICES.by_language if language != DEFAULT]
FACT = Fact("is {kind} of {size} bytes", kind=Fact("a device"), size=12345)
WORDS = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}")
OUR_DEFECTS = {
    *(
        "ValueError",
        "AssertionError",
        "DamagedError",
        "ImportError",
        "LookupError",
        "OSError",
        "SealError",
    ),
}


def templates(source: str) -> Iterator[str]:
    """The English of each fact; one given by a name is what that name stands for."""
    tree = ast.parse(source)
    named: dict[str, list[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant):
            for target in node.targets:
                named.setdefault(ast.unparse(target), []).append(str(node.value.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Fact":
            first = node.args[0]
            yield from (
                [str(first.value)]
                if isinstance(first, ast.Constant)
                else named.get(ast.unparse(first), [])
            )


def untranslatable(source: str) -> Iterator[str]:
    """What is said by an error, or of a file, and is not a fact."""
    for node in ast.walk(ast.parse(source)):
        name = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
        if name in OUR_DEFECTS or not name.endswith(("Error", "Unreadable", "LeftOut")):
            continue
        for argument in getattr(node, "args", ()):
            if isinstance(argument, ast.Constant | ast.JoinedStr):
                text = ast.unparse(argument)
                if WORDS.search(text):
                    yield f"line {node.lineno}: {text}"  # type: ignore[attr-defined]


@cache
def worded() -> set[str]:
    """All facts that are more than their values; read when asked for, not by every collection."""
    told = {text for path in FILES for text in templates(path.read_text("utf-8"))}
    return {text for text in told if re.search("[a-z]", re.sub(r"{\w+}", "", text))}


@pytest.mark.parametrize("language", OTHERS)
def test_every_fact_is_said_in_every_language_and_none_is_left_over(language: str) -> None:
    words = VOICES.by_language[language].words
    said_there = {key.removeprefix(FACTS): text for key, text in words.items() if FACTS in key}
    assert said_there.keys() == worded()
    for english, text in said_there.items():
        assert placeholders(text) == placeholders(english)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_is_told_but_by_facts(path: Path) -> None:
    found = list(untranslatable(path.read_text("utf-8")))
    assert not found, "wrap it in Fact(...) and translate it:\n" + "\n".join(found)


def test_a_sentence_that_is_no_fact_is_found() -> None:
    assert list(untranslatable('raise QuoteError(Fact("quote"), "is gone", Fact("ask"))'))
    assert list(untranslatable('raise CorpusError(f"corpus folder {folder}", reason, remedy)'))


def test_a_fact_is_english_and_says_itself_in_another_language() -> None:
    assert FACT == "is a device of 12,345 bytes"
    assert VOICES.default.fact(FACT) == FACT
    german = VOICES.by_language["de"]
    assert german.fact(FACT) == "is ein Gerät of 12.345 bytes"
    assert german.fact("of a document") == "of a document"


def _through_a_process(fact: Fact) -> str:
    copied: str = pickle.loads(pickle.dumps(fact))
    return copied


def _through_json(fact: Fact) -> str:
    return fact_from_data(json.loads(json.dumps(fact_to_data(fact))))


@pytest.mark.parametrize("copy", [_through_a_process, _through_json])
def test_a_fact_stays_one_on_its_way_through_a_process_and_a_database(
    copy: Callable[[Fact], str],
) -> None:
    french = VOICES.by_language["fr"]
    assert french.fact(copy(FACT)) == french.fact(FACT) != FACT


def test_a_text_that_is_no_fact_stays_one_too() -> None:
    assert fact_from_data(fact_to_data("as it stands")) == "as it stands"


def test_a_mistake_of_the_corpus_is_said_in_the_language_of_whoever_made_it(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as raised:
        check_folder(tmp_path / "none")
    german = said(raised.value, VOICES.by_language["de"])
    assert "gibt es nicht" in german
    assert str(tmp_path / "none") in german
    assert said(raised.value, VOICES.default) == str(raised.value)


def test_a_mistake_of_plain_words_is_said_as_it_is() -> None:
    mistake = VerbatimError("a thing", "is odd", "leave it")
    assert (
        said(mistake, VOICES.by_language["fr"])
        == "a thing\N{NO-BREAK SPACE}: is odd\N{NARROW NO-BREAK SPACE}; leave it"
    )
