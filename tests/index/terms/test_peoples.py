"""A country and its people have one stem, and no two countries share one."""

import pytest

from index.terms import analyzer as analyzer_module
from index.terms.analyzer import Analyzer
from index.terms.shipped_lists import shipped_lists


@pytest.mark.parametrize(
    ("language", "country", "people"),
    [
        ("german", "Russland Russlands", "Russe Russen russisch russischen"),
        ("german", "Türkei", "Türken türkische"),
        ("french", "Turquie", "turc Turcs turques"),
        ("spanish", "Rusia", "rusos rusas"),
        ("russian", "Турция Турции", "турки турецкого"),
        ("ukrainian", "Росія Росії", "росіяни російського"),
        ("turkish", "Türkiye Türkiye'nin", "Türk Türkler"),
        ("polish", "Rosja Rosji", "Rosjanie rosyjskiego"),
    ],
)
def test_a_people_is_its_country_in_other_languages_too(
    language: str, country: str, people: str
) -> None:
    analyzer = Analyzer(language)
    (stem,) = set(analyzer.terms(country))
    assert set(analyzer.terms(people)) == {stem}
    assert stem in analyzer.countries


@pytest.mark.parametrize("language", ["german", "russian", "ukrainian", "french", "spanish"])
def test_no_two_countries_share_a_stem(language: str) -> None:
    """Nor does a people have that of another's country: Niger and Nigeria, India and Indonesia."""
    lines = (
        shipped_lists(analyzer_module.__file__, "peoples")[language].replace("\n", ";").split(";")
    )
    analyzer = Analyzer(language)
    stems: dict[str, str] = {}
    for country, *words in map(str.split, filter(str.strip, lines)):
        for word in (country, *words):
            (stem,) = analyzer.terms(word)
            assert stems.setdefault(stem, country) == country
