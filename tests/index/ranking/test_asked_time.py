"""A time that a question names: which passages are published in it, and which state it."""

from datetime import date
from pathlib import Path

import pytest

from index.answering.matching import ranked
from index.answering.understanding import understood
from index.answers import Question, Why
from index.arrays.time_terms import Times
from index.arrays.weights import K1
from index.evaluation.collection import Text, indexed
from index.ranking.hits import Filter
from index.ranking.parts import PARTS
from tests.index.making import library_over, page

TEXT = (
    "The truce was signed on 10 November 2020 in Moscow. In October 2020 it had failed. Talks go"
    " back to 1992 and 2019. He paid 2,500 roubles, code 0850, of 9999 made; call 2020-13."
)


@pytest.mark.parametrize(
    ("since", "until", "stated"),
    [
        (None, None, {"1992", "2019", "2020", "2020-10", "2020-11", "2020-11-10", "2500"}),
        ("2020-01-01", "2020-12-31", {"2020", "2020-10", "2020-11", "2020-11-10"}),
        ("2020-10-01", "2020-10-31", {"2020-10"}),
        ("2020-11-10", "2020-11-10", {"2020-11-10"}),
        (None, "2020-11-01", {"1992", "2019", "2020-10"}),
        ("2020-10-02", "2020-12-31", {"2020-11", "2020-11-10"}),
        ("2021-01-01", "2030-01-01", set()),
    ],
)
async def test_a_date_is_in_a_time_when_all_its_days_are(
    tmp_path: Path, since: str | None, until: str | None, stated: set[str]
) -> None:
    """The year 2020 is not in October 2020, but the tenth of November is in 2020."""
    async with indexed((Text("a", "", TEXT),), tmp_path) as (served, _):
        rows = Times.of(served.snapshot.terms).within(
            date.fromisoformat(since) if since else None,
            date.fromisoformat(until) if until else None,
        )
        assert {served.snapshot.terms[row] for row in rows.tolist()} == stated


async def test_a_corpus_without_dates_states_none(tmp_path: Path) -> None:
    async with indexed((Text("a", "", "Crane drivers walked out."),), tmp_path) as (served, _):
        assert not len(Times.of(served.snapshot.terms).within(None, None))
    async with indexed((), tmp_path / "empty") as (served, _):
        assert not len(Times.of(served.snapshot.terms).within(None, None))


PAGES = {
    "2019.md": page("The envoy spoke of the players and the truce.", published="2019-05-01"),
    "2022.md": page(
        "The envoy spoke of players; the truce was of 3 October 2020.", published="2022-05-01"
    ),
    "2020.md": page("The envoy spoke of players, and the truce.", published="2020-10-05"),
} | {
    f"filler{n}.md": page(f"District {n} debated roads and schools.", published=f"20{n}-03-10")
    for n in range(10, 30)
}


@pytest.mark.parametrize(
    ("time", "shares"),
    [
        ("in October 2020", {"2019.md": 0.0, "2020.md": 1.0, "2022.md": 0.7}),
        ("before January 2020", {"2019.md": 1.0, "2020.md": 0.0, "2022.md": 0.0}),
        ("before November 2020", {"2019.md": 1.0, "2020.md": 1.0, "2022.md": 0.7}),
        ("after 2021", {"2019.md": 0.0, "2020.md": 0.0, "2022.md": 1.0}),
        ("in the harbour", {"2019.md": 0.0, "2020.md": 0.0, "2022.md": 0.0}),
    ],
)
async def test_published_in_the_time_counts_most_then_stated(
    tmp_path: Path, time: str, shares: dict[str, float]
) -> None:
    """Who asks for October 2020 means what was said then, or what was said of it."""
    async with library_over(tmp_path, PAGES) as library:
        served = await library._with_documents()
        names = [holding.document for _, holding in served.holdings]
        _, read, _ = understood(f"of what players and truce did the envoy speak {time}", served)
        hits = {
            names[served.snapshot.passage_document[hit.passage]]: hit
            for hit in ranked(read, Filter(), 30, served)
        }
        (weight,) = (part.weight for part in PARTS if part.name == "asked time")
        whole = (K1 + 1) * weight * read.total
        assert {name: hits[name].parts["asked time"] / whole for name in shares} == pytest.approx(
            shares
        )
        assert {name: hits[name].in_time for name in shares} == {
            name: share == 1.0 for name, share in shares.items()
        }


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Of what truce and players did the envoy speak in May 2019?", "2019.md"),
        ("Of what truce and players did the envoy speak before August 2019?", "2019.md"),
        ("Of what truce and players did the envoy speak on 1 May 2022?", "2022.md"),
        ("Of what truce and players did the envoy speak in 2022?", "2022.md"),
    ],
)
async def test_what_was_published_then_answers_without_saying_when(
    tmp_path: Path, question: str, first: str
) -> None:
    """A report of May 2019 rarely says that it is May 2019."""
    async with library_over(tmp_path, PAGES) as library:
        answer = await library.ask(Question(question))
        assert answer.answered
        assert answer.quotes[0].passage.document == first
        assert answer.quotes[0].coverage == pytest.approx(1.0)
        assert not answer.missing_words
        assert not any(term[:2] == "20" for term in answer.quotes[0].matched_terms)


async def test_a_long_text_asks_for_no_time(tmp_path: Path) -> None:
    """Who pastes a whole message looks for its matter, not for the date that it mentions."""
    async with library_over(tmp_path, PAGES) as library:
        question = "Of what truce and players did the envoy speak in May 2019?"
        words = " ".join(f"word{chr(97 + n)}" for n in range(20))
        short = await library.ask(Question(question, abstain=False))
        long = await library.ask(Question(f"{question} {words}", abstain=False))
        assert short.reading.since == date(2019, 5, 1)
        assert long.reading.since is long.reading.until is None
        assert {quote.parts["asked time"] for quote in long.quotes} == {0.0}


async def test_a_time_without_a_document_is_missing(tmp_path: Path) -> None:
    """Nothing was published in May 1850 and nothing states it: the refusal says so."""
    async with library_over(tmp_path, PAGES) as library:
        answer = await library.ask(Question("Of what did the envoy speak in May 1850?"))
        assert not answer.answered
        assert "May 1850" in answer.missing_words


REPORTS = {
    "may.md": page("The mill by the river was shelled.", published="2022-05-03"),
    "june.md": page(
        "The mill was shelled, and shelled again: the mill by the river, says the miller.",
        title="The shelled mill by the river",
        published="2022-06-01",
    ),
    "states.md": page(
        "The mill by the river was shelled on 9 May 2022, a page says.", published="2023-02-01"
    ),
    "undated.md": page("The shelled mill by the river, the mill that was shelled."),
}


@pytest.mark.parametrize(
    ("time", "first"),
    [
        ("in May 2022", ["may.md", "states.md"]),
        ("before June 2022", ["may.md", "states.md"]),
        ("after May 2022", ["june.md", "states.md"]),
        ("from 1 to 9 June", ["june.md"]),
        ("not in 2022", ["states.md"]),
        ("last month", ["may.md", "states.md"]),
    ],
)
async def test_what_lies_outside_a_time_is_never_first(
    tmp_path: Path, time: str, first: list[str]
) -> None:
    """Nor what has no date, where something else is of that time; the rest follows."""
    async with library_over(tmp_path, REPORTS) as library:
        question = Question(f"shelled mill by the river {time}", today=date(2022, 6, 20))
        answer = await library.ask(question)
        assert answer.answered
        assert answer.quotes[0].passage.document in first
        assert not answer.missing_words
        assert {"may.md", "june.md"} <= {quote.passage.document for quote in answer.quotes}


async def test_where_all_lies_outside_the_time_nothing_is_answered(tmp_path: Path) -> None:
    """Whatever its words: the first passage inside is judged, and there is none."""
    pages = {name: text for name, text in REPORTS.items() if name in {"may.md", "june.md"}}
    async with library_over(tmp_path, pages) as library:
        question = "the shelled mill by the river, shelled again, says the miller"
        answer = await library.ask(Question(f"{question}, yesterday", today=date(2025, 5, 2)))
        assert (answer.answered, answer.why) == (False, Why.FILTERED_OUT)
        assert (await library.ask(Question(question))).answered


async def test_a_date_in_slashes_is_read_as_the_corpus_writes_dates(tmp_path: Path) -> None:
    order = 'dotted_dates = "month.day.year"'
    async with library_over(tmp_path, {**REPORTS, "sources.toml": order}) as library:
        answer = await library.ask(Question("the mill on 05/03/2022"))
        assert answer.reading.since == answer.reading.until == date(2022, 5, 3)


async def test_a_time_stated_where_the_words_stand_counts_more(tmp_path: Path) -> None:
    """Of two passages that state the year, the one whose sentence says what happened in it."""
    apart = "The truce failed at the harbour. In 2020 the envoy wrote letters."
    beside = "The truce failed at the harbour in 2020. The envoy wrote letters."
    texts = tuple(Text(str(n), "", text) for n, text in enumerate((apart, beside)))
    async with indexed(texts, tmp_path) as (served, _):
        _, read, _ = understood("Which truce failed at the harbour in 2020?", served)
        hits = ranked(read, Filter(), 9, served)
    worth = {hit.passage: hit.parts["time sentence"] for hit in hits}
    assert [hit.passage for hit in hits] == [1, 0]
    assert worth[1] > worth[0]


async def test_of_what_was_published_in_a_time_none_needs_to_state_it(tmp_path: Path) -> None:
    """The part is nothing for a passage that states no date."""
    async with library_over(tmp_path, PAGES) as library:
        answer = await library.ask(Question("What did the envoy say of players in 2020?"))
    worth = {quote.passage.document: quote.parts["time sentence"] for quote in answer.quotes}
    assert answer.quotes[0].passage.document == "2020.md"
    assert worth["2020.md"] == 0


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("The mill by the river was shelled on 3 May 2024.", False),
        ("The mill by the river was shelled on 3 April 2024.", True),
        ("The mill by the river was shelled. On 3 May 2024 it rained.", True),
    ],
)
async def test_an_undated_text_whose_own_sentence_tells_of_another_day_lies_outside(
    tmp_path: Path, text: str, *, answered: bool
) -> None:
    """What another sentence says the day of may be by the way."""
    pages = {"a.md": page(text), "b.md": page("Bread was dear.", published="2024-02-01")}
    async with library_over(tmp_path, pages) as library:
        found = await library.ask(Question("Was the mill by the river shelled before May 2024?"))
    assert found.answered is answered
