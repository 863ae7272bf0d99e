"""The small cases of the reference material: each stands for a whole kind of fault."""

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from index.answers import Answer, Question
from index.library import Options, open_library
from tests.conftest import SHARED
from tests.index.making import write

pytestmark = pytest.mark.shared
CASES = SHARED / "cases" / "questions" / "cases.json"
OPEN = {  # not held yet, and what it takes
    "What clothes did the volunteers wear?": "that coats are clothes",
}


def asked() -> list[Any]:
    """Every question of every case, with the case."""
    cases = json.loads(CASES.read_text("utf-8")) if CASES.exists() else []
    return [
        pytest.param(
            case,
            one,
            id=f"{case['id']}: {one['q']}",
            marks=[pytest.mark.xfail(reason=OPEN[one["q"]], strict=True)]
            if one["q"] in OPEN
            else [],
        )
        for case in cases
        for one in case["ask"]
    ]


def met(answer: Answer, expected: Mapping[str, Any]) -> dict[str, Any]:
    """What an answer has of each thing that is expected."""
    shown, reading = answer.shown, answer.reading
    first = shown[0].passage if shown else None
    texts = [re.sub(r"\s+", " ", quote.passage.text) for quote in shown]
    documents = {quote.passage.document for quote in shown}
    offered = [word for each in answer.suggestions if not each.applied for word in each.near]
    found = {
        "answered": answer.answered,
        "first": first.document if first else None,
        "first_in": first and first.document in expected.get("first_in", ()),
        "first_text": bool(texts) and expected.get("first_text", "") in texts[0],
        "only": documents == {expected.get("only")},
        "without": not any(expected.get("without", "") in text for text in texts),
        "offers": expected.get("offers") in offered,
        "missing_not": expected.get("missing_not") not in answer.missing_words,
        "reads": str(reading.since),
        "until": str(reading.until),
    }
    return {name: found[name] for name in expected}


def wanted(expected: Mapping[str, Any]) -> dict[str, Any]:
    """The same of what is expected: values as they are, all else as true."""
    values = {"answered", "first", "reads", "until"}
    return {name: value if name in values else True for name, value in expected.items()}


@pytest.mark.parametrize(("case", "one"), asked())
async def test_each_case_holds(
    tmp_path: Path, case: Mapping[str, Any], one: Mapping[str, Any]
) -> None:
    """Its little corpus answers as the case expects."""
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    write(corpus, case["docs"])
    if "sources" in case:
        write(corpus, {"sources.toml": case["sources"]})
    options = Options(language=case.get("language", "english"))
    async with open_library(corpus=corpus, data=tmp_path / "data", options=options) as library:
        await library.refresh()
        answer = await library.ask(Question(one["q"]))
    assert met(answer, one["expect"]) == wanted(one["expect"])
