"""Partial dates, and the dates that people give."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.dates import PartialDate, parse_when, read_date
from corpus.errors import DateError

THURSDAY = date(2026, 1, 22)


@given(st.dates(), st.sampled_from((4, 7, 10)))
def test_a_partial_date_survives_being_written_and_read(day: date, precision: int) -> None:
    written = day.isoformat()[:precision]
    assert str(PartialDate.parse(written)) == written


@given(st.dates(), st.sampled_from((4, 7, 10)))
def test_the_days_it_may_mean_run_from_first_to_last(day: date, precision: int) -> None:
    partial = PartialDate.parse(day.isoformat()[:precision])
    assert partial.first <= day <= partial.last
    assert partial.first.isoformat()[:precision] == partial.last.isoformat()[:precision]


@pytest.mark.parametrize(
    "text",
    ["2020-13", "2020-00", "2020-10-00", "2020-02-30", "20", "2020-1", "", "2020-00-01", "x"],
)
def test_what_the_calendar_does_not_have_is_refused(text: str) -> None:
    with pytest.raises(DateError, match="write 2020"):
        PartialDate.parse(text)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(ValueError, match="month"):
        PartialDate(2020, 0, 5)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Thursday, 01 October 2020", "2020-10-01"),
        ("2020-10-01T09:30:00+02:00", "2020-10-01"),
        ("2020-10-01T23:59:59.123Z", "2020-10-01"),
        ("2020-10-01 09:30", "2020-10-01"),
        ("Thu, 01 Oct 2020 09:30:00 GMT", "2020-10-01"),
        ("October 1, 2020 at 9:30 am", "2020-10-01"),
        ("Oct. 1, 2020", "2020-10-01"),
        ("1st of October, 2020", "2020-10-01"),
        ("1 de octubre de 2020", "2020-10-01"),
        ("четверг, 1 октября 2020", "2020-10-01"),
        ("01.10.2020", "2020-10-01"),
        ("2020/10/1", "2020-10-01"),
        ("October 2020", "2020-10"),
        ("2020-10", "2020-10"),
        ("2020", "2020"),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_written(text: str, meant: str) -> None:
    assert str(read_date(text)) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Spring 2020",
        "5 October",
        "1/10/2020",
        "31.11.2020",
        "00.10.2020",
        "0 October 2020",
        "2020-00-00",
        "October 2020 or so",
        "sometime",
        "may",
    ],
)
def test_what_is_not_one_whole_date_is_refused(text: str) -> None:
    with pytest.raises(DateError) as caught:
        read_date(text)
    assert repr(text) in str(caught.value)


def test_the_corpus_says_which_part_of_a_dotted_date_is_the_month() -> None:
    assert str(read_date("01.10.2020")) == "2020-10-01"
    assert str(read_date("01.10.2020", day_first=False)) == "2020-01-10"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("today", "2026-01-22", "2026-01-22"),
        ("Yesterday", "2026-01-21", "2026-01-21"),
        ("this week", "2026-01-19", "2026-01-25"),
        ("last week", "2026-01-12", "2026-01-18"),
        ("last month", "2025-12-01", "2025-12-31"),
        ("this month", "2026-01-01", "2026-01-31"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("  this   year ", "2026-01-01", "2026-12-31"),
        ("2020", "2020-01-01", "2020-12-31"),
        ("february 2020", "2020-02-01", "2020-02-29"),
        ("may 2020", "2020-05-01", "2020-05-31"),
        ("oct. 1, 2020", "2020-10-01", "2020-10-01"),
        ("1 October 2020", "2020-10-01", "2020-10-01"),
    ],
)
def test_what_people_type_for_a_time_is_a_span_of_days(text: str, first: str, last: str) -> None:
    span = parse_when(text, today=THURSDAY)
    assert tuple(map(str, span)) == (first, last)


@given(st.text(max_size=30))
def test_any_text_is_a_span_of_days_or_a_date_error(text: str) -> None:
    with suppress(DateError):
        first, last = parse_when(text, today=THURSDAY)
        assert first <= last
