"""An instant in UTC is of the day that its readers' clocks showed, as far as these are told."""

import pytest

from tests.corpus.test_page_dates import article, day


def language(tag: str) -> str:
    """A page's declared instant, half past four in the afternoon of 4 June in Greenwich."""
    found = day(article(datePublished="2021-06-04T16:30:00Z"), language=tag)
    return str(found)


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("en", "2021-06-04"),
        ("ja", "2021-06-05"),
        ("ko", "2021-06-05"),
        ("zh", "2021-06-05"),
        ("vi", "2021-06-04"),
        ("fa", "2021-06-04"),
        ("ru", "None"),  # Moscow or Vladivostok
    ],
)
def test_a_language_of_one_country_tells_the_clock(tag: str, meant: str) -> None:
    assert language(tag) == meant


@pytest.mark.parametrize(("tag", "meant"), [("es", "None"), ("en", "2021-06-04"), ("ar", "None")])
def test_a_language_of_many_countries_tells_only_what_all_their_clocks_say(
    tag: str, meant: str
) -> None:
    assert str(day(article(datePublished="2021-06-04T22:30:00Z"), language=tag)) == meant
