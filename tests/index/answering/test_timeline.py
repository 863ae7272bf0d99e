"""Timelines: what bears on a question, oldest first, each sentence once, the undated apart."""

from datetime import date
from pathlib import Path

import pytest

from index.answers import Question, Why
from index.errors import QuestionError
from index.findings.timelines import DateFrom, Line, Timeline
from index.library import Library
from tests.index.making import library_over, page

CLOSED = "The harbour master Ewa Lindqvist closed the port of Norrby to all ships for two days."
CORPUS = {
    "wire.md": page(CLOSED, title="Port", publisher="The Wire", published="2021-05-04"),
    "copy.md": page(CLOSED, title="Port", publisher="The Copy", published="2021-05-06"),
    "third.md": page(
        f"{CLOSED} A crane stood still all the while, said the owner of the crane and its driver.",
        title="Port again",
        publisher="The Third",
        published="2021-05-05",
    ),
    "opened.md": page(
        "On 2 March 2020 the port of Norrby was opened to ships after a storm.",
        title="Opened",
        publisher="The Wire",
        published="2022-01-09",
    ),
    "talks.md": page(
        "From 1 to 5 August 2022 talks about the port of Norrby and its ships were held.",
        title="Talks",
        published="2023",
    ),
    "rumour.md": page("A baker of Norrby says that ships burnt in the port on 3 November."),
    "note.md": page("A note tells that the port of Norrby takes ships of every size."),
    "weather.md": page("It rained in Ostby.", title="Weather", published="2021-05-01"),
}
ASKED = "What happened to ships in the port of Norrby?"


async def timeline_of(library: Library, text: str = ASKED, **limits: object) -> Timeline:
    return await library.timeline(Question(text, limit=25, **limits))  # type: ignore[arg-type]


def said(lines: tuple[Line, ...]) -> list[tuple[str, str]]:
    return [(str(line.when.date), line.quote.passage.document) for line in lines]


async def test_the_order_of_time_and_the_undated_apart(tmp_path: Path) -> None:
    async with library_over(tmp_path, CORPUS) as library:
        found = await timeline_of(library)
    assert said(found.dated) == [
        ("2020-03-02", "opened.md"),
        ("2021-05-04", "wire.md"),
        ("2022-08-01", "talks.md"),
    ]
    assert [line.when.date_from for line in found.dated] == [
        DateFrom.STATED,
        DateFrom.PUBLISHED,
        DateFrom.STATED,
    ]
    assert str(found.dated[2].when.end) == "2022-08-05"
    undated = {line.quote.passage.document: line.when.text for line in found.undated}
    assert undated == {"rumour.md": "3 November", "note.md": None}
    assert found.answer.answered


async def test_each_sentence_is_an_exact_slice_of_its_document(tmp_path: Path) -> None:
    async with library_over(tmp_path, CORPUS) as library:
        for line in (await timeline_of(library)).lines:
            passage = line.quote.passage
            text = await library.text(passage.document)
            start, end = (passage.start + offset for offset in line.sentence)
            assert text[start:end] == line.words


async def test_the_same_quote_stands_once_with_who_had_it_first(tmp_path: Path) -> None:
    """Also where the passage around the sentence is another one."""
    async with library_over(tmp_path, CORPUS) as library:
        (line,) = [each for each in (await timeline_of(library)).dated if CLOSED in each.words]
    assert [each.document for each in line.quote.carriers] == ["wire.md", "third.md", "copy.md"]
    assert line.quote.first_in is not None
    assert line.quote.first_in.document == line.quote.passage.document == "wire.md"


async def test_days_limit_the_lines_and_not_the_documents(tmp_path: Path) -> None:
    """What was published later tells of earlier days."""
    async with library_over(tmp_path, CORPUS) as library:
        early = await timeline_of(library, until=date(2020, 12, 31))
        late = await timeline_of(library, since=date(2022, 8, 3))
        none = await timeline_of(library, until=date(1999, 1, 1))
        with pytest.raises(QuestionError, match="end before they begin"):
            await timeline_of(library, since=date(2022, 1, 1), until=date(2020, 1, 1))
    assert said(early.dated) == [("2020-03-02", "opened.md")]
    assert said(late.dated) == [("2022-08-01", "talks.md")]
    assert early.undated == ()
    assert early.answer.undated_left_out == 2
    assert (none.lines, none.answer.answered, none.answer.why) == ((), False, Why.FILTERED_OUT)


async def test_what_the_asker_may_not_know_of_carries_nothing(tmp_path: Path) -> None:
    """Neither as a line nor as who had it first; a source limits the lines."""
    async with library_over(tmp_path, CORPUS) as library:
        held = tuple(name for name in CORPUS if name not in {"wire.md", "opened.md"})
        found = await timeline_of(library, held=held)
        (line,) = [each for each in found.dated if CLOSED in each.words]
        one = await timeline_of(library, sources=("talks.md",))
    assert said(found.dated) == [("2021-05-05", "third.md"), ("2022-08-01", "talks.md")]
    assert [each.document for each in line.quote.carriers] == ["third.md", "copy.md"]
    assert said(one.dated) == [("2022-08-01", "talks.md")]


async def test_more_than_are_wanted_are_counted(tmp_path: Path) -> None:
    async with library_over(tmp_path, CORPUS) as library:
        found = await library.timeline(Question(ASKED, limit=1))
        nothing = await library.timeline(Question("Which quasar do astronomers observe?"))
    assert (len(found.dated), len(found.undated), found.left_out) == (1, 1, 3)
    assert (nothing.lines, nothing.answer.answered) == ((), False)


async def test_a_quotation_is_not_clipped(tmp_path: Path) -> None:
    """The sentence in which it ends says who spoke, and when."""
    words = "“The port of Norrby burns. That is grave,” Ewa Lindqvist said on 7 May 2021."
    async with library_over(tmp_path, {"a.md": page(words), **CORPUS}) as library:
        found = await timeline_of(library, "Does the port of Norrby burn?")
    assert ("2021-05-07", "a.md") in said(found.dated)
    assert words in [line.words for line in found.dated]


async def test_an_answer_says_who_had_its_quote_first_whatever_it_was_limited_to(
    tmp_path: Path,
) -> None:
    """A source or days say where to look, not who else carries it."""
    async with library_over(tmp_path, CORPUS) as library:
        limited = Question(
            "Who closed the port of Norrby?", sources=("copy.md",), since=date(2021, 5, 6)
        )
        (quote,) = (await library.ask(limited)).quotes
        held = tuple(name for name in CORPUS if name != "wire.md")
        hidden = Question("Who closed the port of Norrby?", sources=("copy.md",), held=held)
        (alone,) = (await library.ask(hidden)).quotes
        (turned,) = await library.recall((await library.ask(limited)).index_version, [quote.number])
    assert quote.first_in is not None
    assert (quote.passage.document, quote.first_in.document) == ("copy.md", "wire.md")
    assert "wire.md" not in [each.document for each in alone.also_in]
    assert turned.first_in == quote.first_in
