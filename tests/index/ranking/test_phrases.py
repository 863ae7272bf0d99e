"""Rules of strict wishes: every passage that holds a phrase is found, whatever its words."""

import asyncio
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.answering.understanding import understood
from index.answers import Question, Why
from index.evaluation.collection import Text, indexed
from index.ranking.hits import Filter
from index.ranking.phrases import strict_hits
from tests.index.making import library_over, page

WORDS = (
    "The", "US", "us", "U.S.", "port", "ports", "Who", "strike", "5", "October", "Sept.", "2020",
    "said", "a", "习近平总书记国家主席", "COVID-19", "COVID", "Su-57s", "Su", "MH17", "21st",
    "labour",
)  # fmt: skip
PHRASES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=9).map(" ".join)


@settings(max_examples=25, deadline=None)
@given(texts=st.lists(TEXTS, min_size=1, max_size=6), phrase=PHRASES)
def test_no_passage_that_holds_a_phrase_is_missed(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], phrase: str
) -> None:
    """Dates, initials, stop words and runs without spaces included: the index may only let too
    much pass."""
    made = tuple(Text(str(n), "", text) for n, text in enumerate(texts))

    async def check() -> None:
        async with indexed(made, tmp_path_factory.mktemp("c")) as (served, _):
            _, read, _ = understood(f'port strike said "{phrase}"', served)
            hits = strict_hits(read, served.snapshot, served.analyzer, None, 100)
            found = {int(served.snapshot.passage_document[hit.passage]) for hit in hits}
            sharing = served.ranker.rank_now(read.terms, Filter(), 100)
            shared = {int(served.snapshot.passage_document[hit.passage]) for hit in sharing}
            held = {n for n, text in enumerate(texts) if read.wishes.held_by(text)}
            assert held & shared <= found <= shared

    asyncio.run(check())


async def test_a_phrase_of_frequent_words_is_found_among_thousands(tmp_path: Path) -> None:
    """One passage holds the phrase, and 2,500 that rank above it hold its words."""
    texts = ["Minister prime, prime minister, minister. " * 2] * 2_500
    texts[1_700] = f"{'Nobody else spoke at that long meeting in the harbour. ' * 5}The minister of"
    texts[1_700] += " prime importance came late."
    made = tuple(Text(str(n), "", text) for n, text in enumerate(texts))
    async with indexed(made, tmp_path) as (served, _):
        _, read, _ = understood('"minister of prime importance"', served)
        (hit,) = strict_hits(read, served.snapshot, served.analyzer, None, 10)
        assert served.snapshot.passage_document[hit.passage] == 1_700


async def test_scores_are_the_rankers(tmp_path: Path) -> None:
    """What a wish leaves is scored and ordered as it would be without one."""
    texts = ("Port strike.", "Port and port strike, port.", "Port news.", "Strike news at a port.")
    made = tuple(Text(str(n), "", text) for n, text in enumerate(texts))
    async with indexed(made, tmp_path) as (served, _):
        _, read, _ = understood("port strike port -news", served)
        ranked = served.ranker.rank_now(read.terms, Filter(), 10)
        strict = strict_hits(read, served.snapshot, served.analyzer, None, 10)
        assert list(strict) == [hit for hit in ranked if hit.passage in {0, 1}]


@pytest.mark.parametrize("at_once", [1, 3, 10_000])
async def test_a_phrase_is_found_however_many_passages_are_looked_through_at_once(
    tmp_path: Path, at_once: int
) -> None:
    texts = ("Port strike.", "Strike at a port.", "No port strike.", "Strike port.", "Port strike!")
    made = tuple(Text(str(n), "", text) for n, text in enumerate(texts))
    async with indexed(made, tmp_path) as (served, _):
        _, read, _ = understood('"port strike"', served)
        hits = strict_hits(read, served.snapshot, served.analyzer, None, 10, at_once=at_once)
        assert {hit.passage for hit in hits} == {0, 2, 4}


@pytest.mark.parametrize(
    ("word", "left"),
    [
        ("al-Qaeda", {"assad.md", "beijing.md", "north.md"}),
        ("北京", {"assad.md", "qaeda.md", "north.md"}),
    ],
)
async def test_a_word_of_several_terms_leaves_out_only_what_has_them_all(
    tmp_path: Path, word: str, left: set[str]
) -> None:
    pages = {
        "assad.md": page("The envoy met al-Assad in spring."),
        "qaeda.md": page("The envoy spoke of al-Qaeda in spring."),
        "beijing.md": page("The envoy went to 北京 in spring."),
        "north.md": page("The envoy went 北方 in spring."),
    }
    async with library_over(tmp_path, pages) as library:
        answer = await library.ask(Question(f"envoy in spring -{word}", abstain=False))
        assert {quote.passage.document for quote in answer.quotes} == left


async def test_a_phrase_that_only_a_filter_keeps_out_is_not_called_unheld(tmp_path: Path) -> None:
    """Another source has the words; which of the two has whom is what a reader must know."""
    pages = {
        "one.md": page("The prime minister came in spring.", publisher="One"),
        "two.md": page("The minister came in spring, prime time.", publisher="Two"),
    }
    async with library_over(tmp_path, pages) as library:
        held = await library.ask(Question('spring "prime minister"', sources=("Two",)))
        unheld = await library.ask(Question('spring "prime ministers"', sources=("Two",)))
        assert (held.why, unheld.why) == (Why.FILTERED_OUT, Why.NOT_EXACT)


@pytest.mark.parametrize(
    ("question", "documents"),
    [
        ('"US troops" leave in May, last port', {"small.md", "capitals.md"}),
        ('troops "in October"', {"date.md"}),
        ('troops "of the"', {"small.md"}),
        ('troops "October 2020 the troops"', {"date.md"}),
    ],
)
async def test_phrases_of_stop_words_capitals_and_dates(
    tmp_path: Path, question: str, documents: set[str]
) -> None:
    """What the index cannot tell, the text does."""
    pages: Mapping[str, str] = {
        "small.md": page("Most of the US troops leave in May."),
        "capitals.md": page("ALL US TROOPS LEAVE THE LAST PORT"),
        "date.md": page("It was in October 2020; on 5 October 2020 the troops were to leave."),
    }
    async with library_over(tmp_path, pages) as library:
        answer = await library.ask(Question(question, abstain=False))
        assert {quote.passage.document for quote in answer.quotes} == documents
