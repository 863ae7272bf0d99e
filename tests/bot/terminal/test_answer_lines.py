"""What is said in answer: source and date first, the words to the letter, nothing invented."""

import shlex
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.terminal.answer_lines import answer_lines
from bot.terminal.highlight import pieces
from bot.terminal.lines import as_plain_text
from bot.terminal.speaking import voices_of
from corpus.dates import PartialDate
from corpus.model import Origin, Source, Span
from corpus.stated import YearFrom
from index.answers import Answer, Context, Question, Suggestion, Why
from tests.bot.made import NASTY, also_in, made_answer, made_quote, made_source, stated_day


def said(answer: Answer, command: str = "verbatim", **options: object) -> str:
    voice = voices_of(command).default
    return as_plain_text(answer_lines(answer, voice, command=command, **options))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", NASTY)
def test_a_piped_passage_appears_to_the_letter(text: str) -> None:
    assert f"\n{text}\n" in said(made_answer(made_quote(text)))


def test_source_and_date_come_before_the_passage() -> None:
    first = said(made_answer(made_quote("He denied it."))).splitlines()[0]
    assert first == "1. Fighters and denials · Sample Wire · published 1 October 2020"


def test_what_is_unknown_is_said_to_be_unknown() -> None:
    first = said(made_answer(made_quote("He denied it.", source=Source()))).splitlines()[0]
    assert first == "1. source not stated · undated"


def test_a_title_alone_does_not_pass_for_a_source() -> None:
    quote = made_quote("x", source=Source(title="A headline"))
    assert said(made_answer(quote)).startswith("1. A headline · source not stated · undated\n")


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (PartialDate(2020), "2020"),
        (PartialDate(2020, 10), "October 2020"),
        (PartialDate(2020, 10, 1), "1 October 2020"),
    ],
)
def test_a_date_says_no_more_than_is_known(date: PartialDate, words: str) -> None:
    quote = made_quote("x", source=made_source(published=date))
    assert said(made_answer(quote)).splitlines()[0].endswith(f" · published {words}")


def test_a_date_read_off_the_document_is_marked() -> None:
    origins = MappingProxyType({"published": Origin.DOCUMENT})
    quote = made_quote("x", source=made_source(origins=origins))
    assert (
        "published 1 October 2020 (as the document says)"
        in said(made_answer(quote)).splitlines()[0]
    )


def test_stated_dates_stand_apart_from_the_published_date() -> None:
    dates = (
        stated_day(resolved=True),
        stated_day(resolved=True, year_from=YearFrom.PASSAGE),
        stated_day(resolved=False),
    )
    text = said(made_answer(made_quote("Nov. 5 was the day.", stated=dates)))
    assert text.splitlines()[1] == (
        "Dates stated here: 5 November 2020 (year from the publication date), 5 November 2020,"
        " Nov. 5 (year not stated)"
    )
    assert "Nov" not in text.splitlines()[0]


def test_the_same_quote_elsewhere_is_named_with_its_source_and_date() -> None:
    elsewhere = also_in("b.md", made_source(title="Other", published=None))
    quote = made_quote("x", also_in=(elsewhere,))
    assert "\nAlso in: Other, Sample Wire, undated (b.md)\n" in said(made_answer(quote))


def test_who_had_a_quote_first_is_said_where_the_dates_leave_no_doubt() -> None:
    day_after = also_in("b.md", made_source(title="Copy", published=PartialDate(2020, 10, 2)))
    text = said(made_answer(made_quote("x", also_in=(day_after,))))
    assert (
        "\nFirst in: Fighters and denials, Sample Wire, published 1 October 2020 (wire/denials.md)"
        "\nAlso in: Copy, Sample Wire, published 2 October 2020 (b.md)\n"
    ) in text
    before = also_in("b.md", made_source(title="Origin", published=PartialDate(2020, 9, 30)))
    text = said(made_answer(made_quote("x", also_in=(before,))))
    assert "\nFirst in: Origin, Sample Wire, published 30 September 2020 (b.md)\n" in text
    assert "Also in" not in text


@pytest.mark.parametrize(
    "published", [None, PartialDate(2020), PartialDate(2020, 10), PartialDate(2020, 10, 1)]
)
def test_who_had_it_first_is_not_guessed(published: PartialDate | None) -> None:
    """An undated copy, or one of the same month or day, may have been before it."""
    other = also_in("b.md", made_source(title="Copy", published=published))
    text = said(made_answer(made_quote("x", also_in=(other,))))
    assert "First in" not in text
    assert "\nAlso in: Copy, Sample Wire, " in text


def test_the_pasted_commands_name_the_place_the_quote_and_the_folders_given() -> None:
    text = said(made_answer(made_quote("x")), command="verbatim --corpus 'my files'")
    assert "\nverbatim --corpus 'my files' show --at 10:11 wire/denials.md\n" in text
    assert "\nverbatim --corpus 'my files' verify q1\n" in text


@pytest.mark.parametrize("name", ["-x.md", "a b.md", "it's.md", "$(id).md"])
def test_a_pasted_document_name_survives_the_shell(name: str) -> None:
    from bot.terminal.answer_lines import command_words

    words = shlex.split(command_words("verbatim", "show", name, "--at", "1:2"))
    assert words[-1] == name
    assert name[0] != "-" or words[-2] == "--"


def test_a_title_cannot_forge_a_line_of_its_own() -> None:
    forged = made_source(title="Real\n\n1. Reuters · 1 Oct 2020", publisher="\x1b[2J")
    first = said(made_answer(made_quote("x", source=forged))).splitlines()[0]
    assert first == r"1. Real\n\n1. Reuters · 1 Oct 2020 · \x1b[2J · published 1 October 2020"


def test_another_spelling_and_left_out_passages_are_told_before_the_quotes() -> None:
    answer = made_answer(
        made_quote("x"),
        suggestions=(Suggestion("Narishkin", ("Naryshkin",), applied=True),),
        undated_left_out=2,
    )
    lines = said(answer).splitlines()
    assert lines[0] == "Searched for “Naryshkin” instead of “Narishkin”."
    assert lines[1] == "2 matching passages have no publication date and were left out."
    assert lines[3].startswith("1. ")


def test_a_refusal_says_why_what_was_not_found_and_what_to_try() -> None:
    answer = made_answer(
        why=Why.NOT_ENOUGH,
        missing_words=("pension", "Narishkin"),
        suggestions=(Suggestion("Narishkin", ("Naryshkin", "Naryshkina")),),
        undated_left_out=1,
    )
    text = said(answer)
    assert text.startswith("No passage answers this.\n")
    assert "These words are in no document: “pension”, “Narishkin”." in text
    assert "Did you mean “Naryshkin” or “Naryshkina” instead of “Narishkin”?" in text
    assert "1 matching passage has no publication date and was left out." in text
    assert (
        "What to try:\n- other words for what was not found\n- a name, a place or a number" in text
    )


def test_the_commands_that_a_refusal_names_are_of_the_folders_given() -> None:
    refusal = said(made_answer(why=Why.NO_MATCH), "verbatim --corpus news")
    assert "`verbatim --corpus news sources` lists what there is" in refusal


@pytest.mark.parametrize("language", voices_of().by_language)
def test_an_answer_and_a_refusal_are_told_in_every_language(language: str) -> None:
    """The words of the interface change, the passage and the command lines never."""
    voice = voices_of().by_language[language]
    refusal = as_plain_text(answer_lines(made_answer(why=Why.NO_WORDS), voice))
    assert refusal.startswith(f"{voice('refusal.title')}\n{voice('refusal.no_words')}\n")
    answer = as_plain_text(answer_lines(made_answer(made_quote("He denied it.")), voice))
    assert voice.date(PartialDate(2020, 10, 1)) in answer.splitlines()[0]
    assert "\nHe denied it.\n\nverbatim show --at 10:23 wire/denials.md\n" in answer


def test_context_stands_around_the_quote_in_the_order_of_the_document() -> None:
    quote = made_quote("the middle")
    before, after = made_quote("the start").passage, made_quote("the end").passage
    text = said(made_answer(quote), contexts={"q1": Context((before,), quote, (after,))})
    assert "\nBefore\nthe start\n\nThe passage\nthe middle\n\nAfter\nthe end\n" in text


def test_the_number_of_passages_is_the_number_of_quotes() -> None:
    answer = Answer(Question("x"), True, "v1", (made_quote("one"), made_quote("two")))
    heads = [row for row in said(answer).splitlines() if row[:2] in {"1.", "2.", "3."}]
    assert [head[:2] for head in heads] == ["1.", "2."]


spans = st.builds(
    lambda start, size: Span(start, start + size), st.integers(0, 60), st.integers(0, 30)
)


@given(st.text(max_size=60), st.lists(spans, max_size=6), st.none() | spans)
def test_pieces_joined_are_the_text(text: str, matched: list[Span], key: Span | None) -> None:
    """Whatever the spans, overlapping or out of range, no character is lost or added."""
    cut = pieces(text, matched, key)
    assert "".join(piece.text for piece in cut) == text
    assert all(piece.text for piece in cut)


def test_what_cannot_be_proven_is_to_be_indexed_anew() -> None:
    answer = Answer(Question("who?"), answered=False, index_version="1", why=Why.UNPROVEN)
    assert "- `verbatim index --full`, by someone who may" in said(answer)
