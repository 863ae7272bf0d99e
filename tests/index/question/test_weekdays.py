"""Times whose day or year is open, and the documents that leave no doubt of it."""

from datetime import date

import pytest

from index.question.times import NO_TIME, Years, read_time

TODAY = date(2025, 5, 14)  # a Wednesday


def _sure(*days: date) -> Years:
    """Years of a corpus with documents of just these days, and one of 2021 as a whole."""

    def surely(first: date, last: date) -> bool:
        return any(first <= day <= last for day in days)

    def maybe(first: date, last: date) -> bool:
        return surely(first, last) or first.year == 2021

    return Years(tuple(sorted({2021, *(day.year for day in days)})), maybe, surely)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("mills on Tuesday", date(2025, 5, 13)),
        ("mills last Tuesday", date(2025, 5, 13)),
        ("mills on Wednesday", TODAY),
        ("mills before Tuesday", None),
        ("Mühlen am Dienstag", date(2025, 5, 13)),
        ("мельницы во вторник", date(2025, 5, 13)),
        ("млини у вівторок", date(2025, 5, 13)),
        ("molinos el martes pasado", date(2025, 5, 13)),
        ("mills today", TODAY),
        ("Mühlen heute", TODAY),
        ("Super Tuesday and the mills", None),
        ("mills on Friday", None),
        ("mills on Black Tuesday", None),
    ],
)
def test_a_day_near_that_of_asking_counts_where_there_are_documents_of_it(
    text: str, day: date | None
) -> None:
    """ "Today" may be these days, and "Tuesday" one of long ago: else they are words as others."""
    held = _sure(date(2025, 5, 13), TODAY)
    found = read_time(text, today=TODAY, years=held)
    if text != "mills before Tuesday":
        assert (found.since, found.until) == (day, day)
    else:
        assert (found.since, found.until) == (None, date(2025, 5, 12))
    assert read_time(text, today=TODAY, years=_sure(date(2020, 5, 12))) == NO_TIME
    assert read_time(text, years=held) == NO_TIME


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("mills in spring", "2024-03-01", "2024-05-31"),
        ("mills in the spring", "2024-03-01", "2024-05-31"),
        ("mills during winter", "2023-12-01", "2024-02-29"),
        ("Mühlen im Winter", "2023-12-01", "2024-02-29"),
        ("mills this spring", "2025-03-01", "2025-05-31"),
        ("mills this winter", "2024-12-01", "2025-02-28"),
        ("mills on 5 March", "2024-03-05", "2024-03-05"),
        ("mills in autumn", "2021-09-01", "2021-11-30"),
        ("the spring of the mill", None, None),
        ("mills in the fall of Lind", None, None),
    ],
)
def test_an_open_year_is_that_of_the_documents_whose_day_is_sure(
    text: str, since: str | None, until: str | None
) -> None:
    """One that is known to be of 2021 alone may be of any day of it."""
    held = _sure(date(2024, 1, 9), date(2024, 3, 5))
    found = read_time(text, today=TODAY, years=held, has_word=lambda word: word == "mills")
    assert [day and day.isoformat() for day in (found.since, found.until)] == [since, until]
