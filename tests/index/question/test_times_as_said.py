"""The times that English questions name, in more of the ways that people say them."""

from datetime import date

import pytest

from index.question.times import read_time

TODAY = date(2025, 5, 14)  # a Wednesday


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("mills until 5 March 2022", None, "2022-03-05"),
        ("mills up until March 2022", None, "2022-03-31"),
        ("mills till 2022", None, "2022-12-31"),
        ("mills pre-2022", None, "2021-12-31"),
        ("mills post-2022", "2023-01-01", None),
        ("mills after May 2022", "2022-06-01", None),
        ("mills from May 2022 on", "2022-05-01", None),
        ("mills later than 5 May 2022", "2022-05-06", None),
        ("mills on or after 5 May 2022", "2022-05-05", None),
        ("mills on or before 5 May 2022", None, "2022-05-05"),
        ("mills no later than 5 May 2022", None, "2022-05-05"),
        ("mills since the beginning of 2022", "2022-01-01", None),
        ("mills since the start of 2022", "2022-01-01", None),
        ("mills back in 2022", "2022-01-01", "2022-12-31"),
        ("mills between May and July 2022", "2022-05-01", "2022-07-31"),
        ("mills May-July 2022", "2022-05-01", "2022-07-31"),
        ("mills May–July 2022", "2022-05-01", "2022-07-31"),
        ("mills from May through July 2022", "2022-05-01", "2022-07-31"),
        ("mills between May 2022 and July 2023", "2022-05-01", "2023-07-31"),
        ("mills between 2019 and 2022", "2019-01-01", "2022-12-31"),
        ("mills between 4 May and 3 June 2022", "2022-05-04", "2022-06-03"),
        ("mills from March 4 to March 9, 2022", "2022-03-04", "2022-03-09"),
        ("mills from March 4 to 9, 2022", "2022-03-04", "2022-03-09"),
        ("mills March 4–9, 2022", "2022-03-04", "2022-03-09"),
        ("mills 4–9 March 2022", "2022-03-04", "2022-03-09"),
        ("mills between March 4 and 9, 2022", "2022-03-04", "2022-03-09"),
        ("mills 4/3/2022 - 9/3/2022", "2022-03-04", "2022-03-09"),
        ("mills 2022-03-04 to 2022-03-09", "2022-03-04", "2022-03-09"),
        ("mills 2022-03-04..2022-03-09", "2022-03-04", "2022-03-09"),
        ("mills on 4.3.2022", "2022-03-04", "2022-03-04"),
        ("mills on 31/12/2022", "2022-12-31", "2022-12-31"),
        ("mills on 12/31/2022", "2022-12-31", "2022-12-31"),
        ("mills on March 4th, 2022", "2022-03-04", "2022-03-04"),
        ("mills on the 4th of March 2022", "2022-03-04", "2022-03-04"),
        ("mills on the 4th March 2022", "2022-03-04", "2022-03-04"),
        ("mills in Q1 2022", "2022-01-01", "2022-03-31"),
        ("mills in Q1 of 2022", "2022-01-01", "2022-03-31"),
        ("mills in the first quarter of 2022", "2022-01-01", "2022-03-31"),
        ("mills in 2022 Q1", "2022-01-01", "2022-03-31"),
        ("mills in H2 2022", "2022-07-01", "2022-12-31"),
        ("mills in the second half of 2022", "2022-07-01", "2022-12-31"),
        ("mills in the second half of May 2022", "2022-05-16", "2022-05-31"),
        ("mills in the first week of May 2022", "2022-05-01", "2022-05-07"),
        ("mills in summer 2022", "2022-06-01", "2022-08-31"),
        ("mills in the fall of 2022", "2022-09-01", "2022-11-30"),
        ("mills in mid 2022", "2022-05-01", "2022-08-31"),
        ("mills in early 2022", "2022-01-01", "2022-04-30"),
        ("mills in late 2022", "2022-09-01", "2022-12-31"),
        ("mills at the end of 2022", "2022-09-01", "2022-12-31"),
        ("mills in the middle of 2022", "2022-05-01", "2022-08-31"),
        ("mills this week", "2025-05-12", "2025-05-18"),
        ("mills in the last week", "2025-05-05", "2025-05-11"),
        ("mills in the past week", "2025-05-07", "2025-05-14"),
        ("mills in the past month", "2025-04-14", "2025-05-14"),
        ("mills in the past year", "2024-05-14", "2025-05-14"),
        ("mills in the last 24 hours", "2025-05-13", "2025-05-14"),
        ("mills in the last 48 hours", "2025-05-12", "2025-05-14"),
        ("mills over the weekend", "2025-05-10", "2025-05-11"),
        ("mills last weekend", "2025-05-10", "2025-05-11"),
        ("mills two weeks ago", "2025-04-28", "2025-05-04"),
        ("mills 10 days ago", "2025-05-04", "2025-05-04"),
        ("mills three months ago", "2025-02-01", "2025-02-28"),
        ("mills in the 1990s", "1990-01-01", "1999-12-31"),
        ("mills in the 90s", "1990-01-01", "1999-12-31"),
        ("mills in the '90s", "1990-01-01", "1999-12-31"),
        ("mills in May of 2022", "2022-05-01", "2022-05-31"),
        ("mills in May, 2022", "2022-05-01", "2022-05-31"),
        ("mills in May this year", "2025-05-01", "2025-05-31"),
        ("mills in May last year", "2024-05-01", "2024-05-31"),
        ("mills in May of last year", "2024-05-01", "2024-05-31"),
        ("mills last May", "2024-05-01", "2024-05-31"),
        ("mills before the end of 2022", None, "2022-12-31"),
    ],
)
def test_times_as_people_say_them(text: str, since: str | None, until: str | None) -> None:
    found = read_time(text, today=TODAY)
    days = [day and day.isoformat() for day in (found.since, found.until)]
    assert (days, found.without) == ([since, until], False)
