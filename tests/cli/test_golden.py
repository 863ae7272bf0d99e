"""The golden questions over the shipped corpus: the expected passage, or the expected refusal."""

import asyncio
import tomllib
from datetime import date
from typing import Any

import pytest

from corpus.dates import parse_when
from index.answers import Answer, Question, Quote
from index.library import open_library
from tests.cli.conftest import Indexed, read_json
from tests.conftest import CHECKOUT, Verbatim

GOLDEN: list[dict[str, Any]] = tomllib.loads(
    (CHECKOUT / "tests" / "golden.toml").read_text("utf-8")
)["golden"]
ANSWERED = [case for case in GOLDEN if case["answered"]]
REFUSED = [case for case in GOLDEN if not case["answered"]]
MISSPELT = [case for case in GOLDEN if "misspelt" in case]

Answers = dict[str, Answer]


def key(case: dict[str, Any]) -> str:
    filters = (case.get(name) for name in ("sources", "since", "until"))
    return " | ".join(str(part) for part in (case["question"], *filters) if part)


def asked(case: dict[str, Any]) -> Question:
    """The question as the command line would ask it."""
    since, until = (
        parse_when(case[name], today=date.today())[end] if name in case else None
        for name, end in (("since", 0), ("until", -1))
    )
    return Question(case["question"], tuple(case.get("sources", ())), since, until)


@pytest.fixture(scope="module")
def answers(shipped: Indexed) -> Answers:
    """Every golden question, asked once through the door."""

    async def ask_all() -> Answers:
        async with open_library(corpus=shipped.corpus, data=shipped.data) as library:
            return {key(case): await library.ask(asked(case)) for case in GOLDEN}

    return asyncio.run(ask_all())


def fits(quote: Quote, case: dict[str, Any]) -> bool:
    """The quote holds the phrase and stands in the document, or is shown as also in it."""
    documents = {quote.passage.document, *(other.document for other in quote.also_in)}
    return case["phrase"] in quote.passage.text and case["document"] in documents


@pytest.mark.parametrize("case", ANSWERED, ids=key)
def test_the_answering_passage_is_among_the_first(case: dict[str, Any], answers: Answers) -> None:
    answer = answers[key(case)]
    assert answer.answered, answer.why
    ranks = [rank for rank, quote in enumerate(answer.quotes, 1) if fits(quote, case)]
    assert ranks, [quote.passage.text[:80] for quote in answer.quotes]
    assert ranks[0] <= case["rank"]
    quote = answer.quotes[ranks[0] - 1]
    if "stated" in case:
        assert case["stated"] in {str(stated.date) for stated in quote.passage.stated_dates}
    if "also_in" in case:
        both = {quote.passage.document, *(other.document for other in quote.also_in)}
        assert both == {case["document"], case["also_in"]}


@pytest.mark.parametrize("case", REFUSED, ids=key)
def test_what_the_corpus_does_not_cover_is_refused(case: dict[str, Any], answers: Answers) -> None:
    answer = answers[key(case)]
    assert not answer.answered, [quote.passage.text[:80] for quote in answer.quotes]
    assert answer.quotes == ()
    assert answer.why is not None
    assert not case.get("left_out") or answer.undated_left_out > 0


@pytest.mark.parametrize("case", MISSPELT, ids=key)
def test_a_near_spelling_is_offered(case: dict[str, Any], answers: Answers) -> None:
    near = {each.word: each.near for each in answers[key(case)].suggestions}
    assert case["suggestion"] in near[case["misspelt"]]


@pytest.mark.parametrize("case", [ANSWERED[0], MISSPELT[0], REFUSED[0]], ids=key)
def test_the_console_script_answers_as_the_door_does(
    case: dict[str, Any], answers: Answers, verbatim: Verbatim, shipped: Indexed
) -> None:
    filters = [
        part for name in ("since", "until") if name in case for part in (f"--{name}", case[name])
    ]
    filters += [part for source in case.get("sources", ()) for part in ("--source", source)]
    done = verbatim("ask", *shipped.options, case["question"], *filters, "--json")
    answer = answers[key(case)]
    assert done.returncode == (0 if answer.answered else 1)
    read = read_json(done)
    assert read["answered"] == answer.answered
    assert [passage["text"] for passage in read["passages"]] == [
        quote.passage.text for quote in answer.quotes
    ]
