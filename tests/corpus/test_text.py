"""Plain text: titles, bylines, section headings and pages."""

import pytest

from corpus.formats.byline import read_byline
from corpus.formats.text import read_text

BODY = (
    "The ministry said on Tuesday that it had received the reports from the region.",
    "Officials in both capitals rejected the claim and called it a provocation.",
    "“We are deeply concerned,” a spokeswoman told reporters at the weekly briefing.",
)


def page(*blocks: str) -> str:
    return "\n\n".join(blocks) + "\n"


def test_the_text_is_the_files_own_to_the_letter() -> None:
    text = "  Odd \t spacing\n\n\n stays.  \n"
    assert read_text(text).text == text


def test_a_first_line_that_stands_as_a_heading_is_the_title() -> None:
    draft = read_text(page("Ministry Sees Proof; Moscow Agrees", *BODY))
    assert draft.stated.title == "Ministry Sees Proof; Moscow Agrees"
    assert [(section.title, section.level) for section in draft.sections] == [
        ("Ministry Sees Proof; Moscow Agrees", 1)
    ]


@pytest.mark.parametrize(
    "first",
    [
        "Baku – Russia has claimed that fighters were moved to the region.",
        "Mr. President, distinguished delegates",
        "**Mr President,**",
        "The ministry announced:",
        "- first item of a list",
        "lower case begins no title",
        "Leave a Reply",
        "By Jane Doe | 1 October 2020",
        "A line so long that it can be no title " * 5,
    ],
)
def test_an_opening_line_of_another_kind_is_no_title(first: str) -> None:
    assert read_text(page(first, *BODY)).stated.title is None


def test_a_first_line_without_a_blank_line_below_is_no_title() -> None:
    assert read_text("Ministry Sees Proof\n" + page(*BODY)).stated.title is None


def test_a_short_note_has_no_title_to_spare() -> None:
    draft = read_text("Meeting moved to Friday\n\nBring the forms.\n")
    assert draft.sections == ()
    assert draft.residue == ()


def test_a_byline_gives_author_and_date_stays_in_the_text_and_is_never_quoted() -> None:
    byline = "By Asbarez | Thursday, 01 October 2020"
    draft = read_text(page("Ministry Sees Proof", byline, *BODY))
    assert draft.stated.author == "Asbarez"
    assert str(draft.stated.published) == "2020-10-01"
    assert [draft.text[start:end] for start, end in draft.residue] == [byline]


def test_a_day_alone_below_the_line_that_names_the_author_is_of_publication() -> None:
    draft = read_text(
        page("Ministry Sees Proof", "By Jane Doe\nOctober 1, 2020 at 12:30 p.m. EDT", *BODY)
    )
    assert (draft.stated.author, str(draft.stated.published)) == ("Jane Doe", "2020-10-01")
    assert read_text(page("Ministry Sees Proof", "October 1, 2020", *BODY)).stated.published is None


def test_a_line_that_repeats_the_given_author_or_day_is_a_byline() -> None:
    front = "---\nauthor: Jane Doe\ndate: 2020-11-05\n---\n"
    lines = ("Jane Doe", "5 November 2020")
    draft = read_text(front + page("Ministry Sees Proof", *lines, "Jane Doe left.", *BODY))
    assert [draft.text[start:end] for start, end in draft.residue] == list(lines)


def test_bylines_of_two_days_are_two_stories_and_of_one_are_co_authors() -> None:
    first, second, third = "By Jane Doe | 5 May 2020", "By Max Moor", "By Max Moor | 6 May 2020"
    stated = read_text(page("Ministry Sees Proof", f"{first}\n{second}", *BODY)).stated
    assert (stated.author, str(stated.published)) == ("Jane Doe, Max Moor", "2020-05-05")
    stated = read_text(page("Ministry Sees Proof", first, BODY[0], third, *BODY)).stated
    assert (stated.author, stated.published) == (None, None)


@pytest.mark.parametrize("kicker", ["FOR IMMEDIATE RELEASE", "Opinion", "Share this article"])
def test_a_line_that_tells_the_kind_of_text_is_no_title_but_stands_above_it(kicker: str) -> None:
    draft = read_text(page(kicker, "Ministry Sees Proof", *BODY))
    assert draft.stated.title == "Ministry Sees Proof"
    assert [draft.text[start:end] for start, end in draft.residue] == [kicker]
    assert read_text("Opinion\n").residue == ()


def test_a_word_that_tells_the_kind_of_text_may_head_a_section() -> None:
    draft = read_text(
        page("Ministry Sees Proof", BODY[0], "Analysis", *BODY[1:], "Politics", *BODY)
    )
    assert [section.title for section in draft.sections][1:] == ["Analysis", "Politics"]


@pytest.mark.parametrize(
    ("line", "author", "published"),
    [
        ("By Jane Doe", "Jane Doe", None),
        ("By Mohammed al-Masri and Ana de la Roe", "Mohammed al-Masri and Ana de la Roe", None),
        ("Published: November 5, 2020. Updated: November 8, 2020", None, "2020-11-05"),
        ("Veröffentlicht am 5. November 2020", None, "2020-11-05"),
        ("Publié le 5 novembre 2020", None, "2020-11-05"),
        ("Опубликовано: 5 ноября 2020", None, "2020-11-05"),
        ("By Jane Doe and Max van Moor", "Jane Doe and Max van Moor", None),
        ("By Jane Doe, October 1, 2020", "Jane Doe", "2020-10-01"),
        ("BY JANE DOE – 2020-10-01 09:30", "JANE DOE", "2020-10-01"),
        ("By Jane Doe on 1 October 2020", "Jane Doe", "2020-10-01"),
        ("Posted on October 1, 2020 by Jane Doe", "Jane Doe", "2020-10-01"),
        ("Published: 01.10.2020", None, "2020-10-01"),
        ("By Jane Doe October 1, 2020", "Jane Doe", "2020-10-01"),
        ("October 1, 2020 | By Jane Doe", "Jane Doe", "2020-10-01"),
        ("By Jane Doe | 1 October 2020 | 3 min read", "Jane Doe", "2020-10-01"),
        ("Published 1 October 2020 at 9:30 a.m. EDT | Updated 3 October 2020", None, "2020-10-01"),
        ("By Jane Doe | 1 October 2020 | 5 October 2020", "Jane Doe", None),
        ("Von Jana Beispiel | 1. Oktober 2020", "Jana Beispiel", "2020-10-01"),
    ],
)
def test_bylines_are_read_as_they_are_written(
    line: str, author: str | None, published: str | None
) -> None:
    byline = read_byline(line)
    assert byline is not None
    assert byline.author == author
    assert (str(byline.published) if byline.published else None) == published


@pytest.mark.parametrize(
    "line",
    [
        "By Region",
        "By Region | 2020",
        "By May 2020",
        "By Spring 2021",
        "By Friday, 5 November 2020",
        "By Air and Sea",
        "By the end of 2020 it was over.",
        "By Monday, all had left the town",
        "Updated: 1 October 2020",
        "Last modified 1 October 2020",
        "1 October 2020",
        "1 October 2020 | Updated 3 October 2020",
        "By Jane Doe | whoever she is",
        "Published by the ministry in three volumes",
    ],
)
def test_what_names_no_one_and_no_day_of_publication_is_no_byline(line: str) -> None:
    assert read_byline(line) is None


def test_short_lines_alone_in_title_case_or_capitals_are_sections() -> None:
    headings = (
        "The U.S. Embassy in Baku",
        "Russia’s Foreign Service",
        "MFA of Russia",
        "CONCLUSION",
    )
    blocks = [block for heading in headings for block in (heading, *BODY)]
    draft = read_text(page("Statements on the war", *blocks))
    assert [section.title for section in draft.sections[1:]] == list(headings)
    for section in draft.sections:
        assert draft.text[section.start : section.end] == section.title


@pytest.mark.parametrize(
    "line",
    [
        "Russia tells Turkey its concerns about the reports",
        "Mr President",
        "Ladies and Gentlemen",
        "Leave a Reply",
        "Yours Sincerely,",
        "What Next?",
    ],
)
def test_a_line_of_another_kind_is_no_section(line: str) -> None:
    blocks = ("The Guardian", *BODY, line, *BODY, "The Times", *BODY)
    draft = read_text(page("Statements on the war", *blocks))
    assert [section.title for section in draft.sections[1:]] == ["The Guardian", "The Times"]


def test_one_credit_line_under_the_title_is_neither_a_section_nor_quoted() -> None:
    """Else every passage of the page would be put down to it."""
    draft = read_text(page("Reports are a serious concern", BODY[0], "Duvar English", *BODY[1:]))
    assert [section.level for section in draft.sections] == [1]
    assert [draft.text[start:end] for start, end in draft.residue] == ["Duvar English"]


def test_a_text_of_headings_alone_keeps_them_as_text() -> None:
    draft = read_text(page("Talks Resume", "Border Stays Closed", "Minister Leaves"))
    assert draft.sections == ()
    assert draft.residue == ()


def test_form_feeds_begin_pages() -> None:
    draft = read_text("one\n\ftwo\n\fthree\n")
    assert [draft.text[at : at + 3] for at in draft.pages] == ["two", "thr"]
