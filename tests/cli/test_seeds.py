"""The raw articles beside the checkout, asked through the command line."""

from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from tests.cli.conftest import Indexed, index, read_json
from tests.conftest import Verbatim

pytestmark = pytest.mark.shared

QUESTIONS = {
    "How many radical Islamists did Macron say were moved through Gaziantep?": "300",
    "What did Lavrov tell Kommersant?": "2,000",
    "How much was Abdullah promised?": "2,000",
    "Why did Sourani change his mind?": "Sourani",
    "Which UN resolution condemned mercenaries?": "42/9",
}
UNANSWERABLE = ("What is the capital of Australia?", "What did Macron say about pension reform?")
RESIDUE = (
    "Leave a Reply",
    "Your email address will not be published",
    "Required fields are marked",
    "Check Also",
    "Advertisement",
)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Indexed:
    return await index(shared / "seeds", tmp_path_factory.mktemp("seeds") / "data")


def passages(said: Verbatim, seeds: Indexed, question: str) -> list[dict[str, Any]]:
    done = said("ask", *seeds.options, question, "--json", "--limit", "25")
    found = read_json(done)["passages"]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize(("question", "phrase"), QUESTIONS.items())
def test_a_raw_article_answers_first_or_second(
    said: Verbatim, seeds: Indexed, question: str, phrase: str
) -> None:
    first_two = passages(said, seeds, question)[:2]
    assert any(phrase in passage["text"] for passage in first_two)


@pytest.mark.parametrize("question", UNANSWERABLE)
def test_what_the_articles_do_not_cover_is_refused(
    said: Verbatim, seeds: Indexed, question: str
) -> None:
    done = said("ask", *seeds.options, question, "--json")
    assert done.returncode == 1
    assert read_json(done)["reason"]


def test_the_passages_are_slices_and_hold_no_residue(said: Verbatim, seeds: Indexed) -> None:
    found = [each for question in QUESTIONS for each in passages(said, seeds, question)]
    texts = {
        name: said("show", *seeds.options, name).stdout
        for name in {passage["document"] for passage in found}
    }
    for passage in found:
        text = texts[passage["document"]]
        assert text[passage["start"] : passage["end"]] == passage["text"]
        assert not [words for words in RESIDUE if words in passage["text"]]


def test_the_day_that_a_passage_states_is_told(said: Verbatim, seeds: Indexed) -> None:
    found = passages(said, seeds, next(iter(QUESTIONS)))
    first = next(each for each in found[:2] if each["document"].startswith("000_"))
    assert "2020-10-01" in {stated["date"] for stated in first["stated_dates"]}


def test_a_byline_gives_the_day_of_publication(said: Verbatim, seeds: Indexed) -> None:
    listed = read_json(said("sources", *seeds.options, "--json"))["sources"]
    (article,) = [each for each in listed if each["document"].startswith("003_")]
    assert article["published"] == "2020-10-01"
    assert article["published_from"] == "document"
    assert "Asbarez" in {article["publisher"], article["author"]}
