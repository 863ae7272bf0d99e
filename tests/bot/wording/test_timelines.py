"""How the date of a line is said."""

import pytest

from bot.wording import timelines
from bot.wording.voice import Voices
from corpus.dates import PartialDate
from index.findings.timelines import DateFrom, When

AUTUMN = When(PartialDate(2020, 9), DateFrom.STATED, PartialDate(2020, 11), "Autumn 2020")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (AUTUMN, "Autumn 2020 (stated)"),
        (
            When(PartialDate(2022, 8, 1), DateFrom.STATED, PartialDate(2022, 8, 5), "1-5 Aug 2022"),
            "1 August 2022 – 5 August 2022 (stated)",
        ),
        (
            When(PartialDate(2020, 10), DateFrom.STATED, None, "in October 2020"),
            "October 2020 (stated)",
        ),
    ],
)
def test_a_season_is_said_in_its_own_words(said: When, told: str) -> None:
    """Which months it has depends on where one is; a span of days is said as dates."""
    assert timelines.when(said, Voices.load().find("en")) == told
