"""Rules of an answer: exact slices, honest filters, the same quote once, a reason for nothing."""

from datetime import date
from pathlib import Path

import pytest

from index.answers import Question, Why
from index.errors import IndexGoneError, IndexMissingError, QuestionError
from index.library import open_library
from tests.index.making import CLAIM, DENIAL, TWO_SIDES, documents_of, library_over, page, write


async def test_every_passage_is_a_slice_of_its_document(tmp_path: Path) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        answer = await library.ask(Question("Did fighters cross the border near Kilis?"))
        assert len(answer.quotes) > 1
        for quote in answer.quotes:
            text = await library.text(quote.passage.document)
            assert text[quote.passage.start : quote.passage.end] == quote.passage.text


async def test_a_quote_carries_its_source_and_its_dates(tmp_path: Path) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        best = (await library.ask(Question("What did the ambassador say?"))).quotes[0]
        assert best.source.publisher == "Daily One"
        assert str(best.source.published) == "2021-05-06"
        assert [str(stated.date) for stated in best.passage.stated_dates] == ["2021-05-05"]
        assert {best.passage.text[slice(*span)] for span in best.matched} == {"ambassador", "said"}


async def test_the_key_sentence_covers_most_of_the_question(tmp_path: Path) -> None:
    text = f"It rained all day in the hills. {DENIAL} Nobody else was there to see it."
    async with library_over(tmp_path, {"a.md": page(text)}) as library:
        best = (await library.ask(Question("What did the ministry deny?"))).quotes[0]
        assert best.key_sentence is not None
        assert best.passage.text[slice(*best.key_sentence)] == DENIAL


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, {"claim.md", "denial.md", "undated.md"}),
        ({"since": date(2021, 5, 1), "until": date(2021, 5, 31)}, {"claim.md"}),
        ({"since": date(2021, 6, 10)}, {"denial.md"}),
        ({"sources": ("two news",)}, {"denial.md"}),
        ({"sources": ("The claim", "undated.md")}, {"claim.md", "undated.md"}),
        ({"sources": ("Two News",), "until": date(2021, 5, 31)}, set()),
    ],
)
async def test_nothing_from_outside_a_filter_appears(
    tmp_path: Path, filters: dict[str, object], expected: set[str]
) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        found = await documents_of(library, "fighters near Kilis", **filters)
        assert set(found) == expected


async def test_a_date_filter_says_how_many_undated_passages_it_left_out(tmp_path: Path) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        since = date(2021, 1, 1)
        assert (await library.ask(Question("fighters Kilis", since=since))).undated_left_out == 1
        assert (await library.ask(Question("fighters Kilis"))).undated_left_out == 0
        late = await library.ask(Question("fighters Kilis", since=date(2030, 1, 1)))
        assert (late.why, late.undated_left_out) == (Why.FILTERED_OUT, 1)


@pytest.mark.parametrize(
    ("question", "why", "missing"),
    [
        ("What is the capital of Australia?", Why.NO_MATCH, ("capital", "Australia")),
        ("Kilis pension reform parliament", Why.NOT_ENOUGH, ("pension", "reform", "parliament")),
        ("who is it?", Why.NO_WORDS, ()),
    ],
)
async def test_what_is_not_covered_is_not_answered(
    tmp_path: Path, question: str, why: Why, missing: tuple[str, ...]
) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        answer = await library.ask(Question(question))
        assert (answer.answered, answer.quotes, answer.why) == (False, (), why)
        assert answer.missing_words == missing


async def test_an_empty_corpus_says_so(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    async with library_over(tmp_path, {}) as library:
        answer = await library.ask(Question("anything at all"))
        assert answer.why is Why.EMPTY_CORPUS


async def test_a_clear_misspelling_is_searched_for_as_meant_and_said(tmp_path: Path) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        answer = await library.ask(Question("What did the ambasador say?"))
        assert answer.answered
        assert [(s.word, s.near[0], s.applied) for s in answer.suggestions] == [
            ("ambasador", "ambassador", True)
        ]
        assert answer.missing_words == ("ambasador",)


async def test_a_near_word_that_may_be_another_is_offered_not_taken(tmp_path: Path) -> None:
    async with library_over(tmp_path, {"a.md": page("The tension grew in Austria.")}) as library:
        for question, near in [("pension", "tension"), ("Australia", "Austria")]:
            answer = await library.ask(Question(question))
            assert not answer.answered
            assert [(s.near, s.applied) for s in answer.suggestions] == [((near,), False)]


async def test_the_same_quote_is_shown_once_with_the_other_places(tmp_path: Path) -> None:
    files = {
        "a.md": page(CLAIM, title="First"),
        "b.md": page(CLAIM.replace("The ambassador", "The Ambassador"), title="Second"),
        "c.md": page(CLAIM.replace("300", "3,000"), title="Third"),
        "d.md": page(CLAIM.replace("said", "denied"), title="Fourth"),
    }
    async with library_over(tmp_path, files) as library:
        answer = await library.ask(Question("300 fighters crossed the border near Kilis"))
        shown = {q.passage.document: [o.document for o in q.also_in] for q in answer.quotes}
        assert shown == {"a.md": ["b.md"], "c.md": [], "d.md": []}


async def test_one_document_takes_at_most_two_of_the_first_five(tmp_path: Path) -> None:
    heads = "\n\n".join(f"# Part {n}\n\nThe harvest of {n} was poor." for n in range(6))
    files = {"many.md": heads, "one.md": "The harvest was good in the south of the land."}
    async with library_over(tmp_path, files) as library:
        found = await documents_of(library, "harvest", limit=10)
        assert sorted(found) == ["many.md", "many.md", "one.md"]
        alone = await documents_of(library, "harvest", limit=10, sources=("many.md",))
        assert alone == ["many.md"] * 6


async def test_the_same_question_has_always_the_same_answer(tmp_path: Path) -> None:
    files = {f"{n:02}.md": page(f"Note {n}: the harvest was poor.") for n in range(30)}
    async with library_over(tmp_path, files) as library:
        first = await documents_of(library, "harvest")
        assert len(set(first)) == 5
        await library.reindex(full=True)
        assert await documents_of(library, "harvest") == first


@pytest.mark.parametrize(
    ("question", "message"),
    [
        (Question("  "), "is empty"),
        (Question("word " * 500), "2,500 characters, 2,000 are the limit"),
        (Question("Kilis", sources=("Dayli One",)), "is not in the corpus; try 'Daily One'"),
        (Question("Kilis", since=date(2021, 2, 1), until=date(2021, 1, 1)), "end before"),
    ],
)
async def test_a_wrong_question_is_told_the_way_out(
    tmp_path: Path, question: Question, message: str
) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        with pytest.raises(QuestionError, match=message):
            await library.ask(question)


async def test_without_an_index_the_way_out_is_told(tmp_path: Path) -> None:
    corpus = write(tmp_path / "corpus", TWO_SIDES)
    async with open_library(corpus=corpus, data=tmp_path / "data") as library:
        with pytest.raises(IndexMissingError, match="run 'verbatim index'"):
            await library.ask(Question("Kilis"))


async def test_a_passage_is_recalled_by_its_number_while_its_version_is_kept(
    tmp_path: Path,
) -> None:
    async with library_over(tmp_path, TWO_SIDES | {"copy.md": page(CLAIM)}) as library:
        answer = await library.ask(Question("What did the ambassador say?"))
        quote, version = answer.quotes[0], answer.index_version
        (again,) = await library.recall(version, [quote.number])
        assert again.quote_id == quote.quote_id
        assert (again.passage, quote.passage.document) == (quote.passage, "copy.md")
        assert [also.document for also in again.also_in] == ["claim.md"]
        await library.reindex(full=True)
        assert await library.recall(version, [quote.number])
        await library.reindex(full=True)
        with pytest.raises(IndexGoneError):
            await library.recall(version, [quote.number])


async def test_sources_are_found_by_name_title_and_publisher(tmp_path: Path) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        for search, expected in [("news", ["denial.md"]), ("RUMOUR", ["undated.md"]), ("zzz", [])]:
            catalogue = await library.sources(search)
            assert [held.document for held in catalogue.holdings] == expected
        assert len((await library.sources()).holdings) == 3
