"""The same report in several documents: who has it first, and that the others carry it too."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.answers import Question, Quote
from index.library import Library
from tests.index.making import library_over, page

ASKED = Question("Did the convoy of forty trucks cross the old bridge?", limit=10)
REPORT = "The ministry denied that the convoy of forty trucks had crossed the old bridge at night."
BREAD = {"bread.md": page("The bakers of Ostby raised the price of rye bread.", title="Bread")}
DAYS = {"a.md": "2021-05-06", "b.md": "2021-05-04", "c.md": "2021-05-05"}


def reports(days: dict[str, str | None], text: str = REPORT) -> dict[str, str]:
    known = {name: {"published": day} if day else {} for name, day in days.items()}
    return BREAD | {name: page(text, publisher=name, **day) for name, day in known.items()}


async def told(library: Library) -> dict[str, list[Quote]]:
    """The quotes of an answer, of a timeline and of sides."""
    answer = await library.ask(ASKED)
    timeline = await library.timeline(ASKED)
    sides = await library.sides(ASKED)
    return {
        "answer": list(answer.shown),
        "timeline": [line.quote for line in timeline.lines],
        "sides": [said.quote for said in sides.said],
    }


def carriers(quote: Quote) -> Iterator[str]:
    yield from (quote.passage.document, *(each.document for each in quote.also_in))


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (DAYS, "b.md"),
        ({**DAYS, "b.md": None}, None),
        ({**DAYS, "c.md": "2021-05-04"}, None),
        ({**DAYS, "b.md": "2021-05"}, None),
        ({**DAYS, "b.md": "2020"}, "b.md"),
        ({"a.md": None, "b.md": None, "c.md": None}, None),
    ],
    ids=["a day each", "one undated", "two of one day", "a month", "a year before", "all undated"],
)
async def test_the_same_report_stands_once_with_all_who_carry_it(
    tmp_path: Path, days: dict[str, str | None], first: str | None
) -> None:
    """And it is told who had it first only where the dates leave no doubt."""
    async with library_over(tmp_path, reports(days)) as library:
        found = await told(library)
    for where, quotes in found.items():
        (quote,) = quotes
        assert sorted(carriers(quote)) == ["a.md", "b.md", "c.md"], where
        assert (quote.first_in and quote.first_in.document) == first, where


async def test_the_line_of_a_report_has_the_day_on_which_it_was_first_published(
    tmp_path: Path,
) -> None:
    """In a timeline and on the sides alike, whichever carrier ranks best."""
    async with library_over(tmp_path, reports({**DAYS})) as library:
        (line,) = (await library.timeline(ASKED)).dated
        (said,) = (await library.sides(ASKED)).denies
    assert str(line.when.date) == str(said.when.date) == "2021-05-04"
    assert line.quote.passage.document == said.quote.passage.document == "b.md"


async def test_a_shortened_reprint_and_one_with_other_metadata_are_reprints(tmp_path: Path) -> None:
    """Of its sentence: a timeline and sides show it once."""
    documents = BREAD | {
        "long.md": page(f"{REPORT} Nobody was hurt on the roads.", published="2021-05-04"),
        "short.md": page(REPORT, title="Der Konvoi", publisher="D", published="2021-05-06"),
        "other.md": page(f"It was windy. {REPORT}", title="Le convoi", published="2021-05-05"),
    }
    async with library_over(tmp_path, documents) as library:
        found = await told(library)
    for where in ("timeline", "sides"):
        (quote,) = found[where]
        assert sorted(carriers(quote)) == ["long.md", "other.md", "short.md"], where
        assert quote.first_in is not None
        assert quote.first_in.document == "long.md"


async def test_a_report_of_the_contrary_is_no_reprint(tmp_path: Path) -> None:
    contrary = REPORT.replace("denied", "confirmed")
    documents = reports({"a.md": "2021-05-04"}) | {"b.md": page(contrary, published="2021-05-06")}
    async with library_over(tmp_path, documents) as library:
        for where, quotes in (await told(library)).items():
            assert {name for quote in quotes for name in carriers(quote)} == {"a.md", "b.md"}
            assert all(not quote.also_in for quote in quotes), where


async def test_what_neither_denies_nor_confirms_is_told_of_its_first_carrier_too(
    tmp_path: Path,
) -> None:
    """Also where that one was not found for the question itself."""
    told = "The convoy of forty trucks crossed the old bridge, said the ministry of Norrby."
    async with library_over(tmp_path, reports({**DAYS}, told)) as library:
        (said,) = (await library.sides(ASKED)).others
    assert said.quote.passage.document == "b.md"
    assert sorted(carriers(said.quote)) == ["a.md", "b.md", "c.md"]


SHORT = f"{REPORT} No truck was seen by the ferryman of Ostby."
LONG = f"The bridge was guarded. {SHORT} The mayor gave a party for the ferrymen."


async def test_a_report_that_was_shortened_elsewhere_has_the_longer_one_beside_it(
    tmp_path: Path,
) -> None:
    """All its sentences stand there, whole and in a row; the longer one is not shown again."""
    pages = BREAD | {
        "long.md": page(LONG, publisher="long", published="2021-05-03"),
        "short.md": page(SHORT, publisher="short", published="2021-05-04"),
        "false.md": page(f"It is not so that {SHORT[0].lower()}{SHORT[1:]}", publisher="false"),
    }
    async with library_over(tmp_path, pages) as library:
        answer = await library.ask(ASKED)
        shown = {quote.passage.document: quote for quote in answer.shown}
        (again,) = await library.recall(answer.index_version, [shown["short.md"].number])
    assert [each.document for each in shown["short.md"].also_in] == ["long.md"]
    first = shown["short.md"].first_in
    assert first is not None
    assert first.document == "long.md"
    assert again.also_in == shown["short.md"].also_in
    assert "long.md" not in shown


async def test_a_longer_report_that_has_more_of_the_question_stands_too(tmp_path: Path) -> None:
    asked = Question(f"{ASKED.text} Was there a party for the ferrymen?", limit=10)
    pages = BREAD | {"long.md": page(LONG), "short.md": page(SHORT), "again.md": page(LONG)}
    async with library_over(tmp_path, pages) as library:
        shown = (await library.ask(asked)).shown
    found = [[*carriers(quote)] for quote in shown]
    assert [sorted(each) for each in found] == [
        ["again.md", "long.md"],
        ["again.md", "long.md", "short.md"],
    ]
