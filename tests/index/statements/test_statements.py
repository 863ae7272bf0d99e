"""A sentence as a statement, its language, and names that are asked for."""

from pathlib import Path

import pytest

from corpus.model import Span
from corpus.reader import Reader
from index.cutting.passages import split
from index.findings.sides import Kind
from index.statements.countries import same_country
from index.statements.languages import LANGUAGES, language_of, words_of
from index.statements.naming import speaks
from index.statements.statements import read_sentence, statements_of

TEXT = """The ship left the harbour at noon. Harbour master Ida Voss said that it carried salt.
The Ministry of Fisheries denied that it carried salt. It was a Monday.
"""


@pytest.fixture
def document(tmp_path: Path) -> Reader:
    (tmp_path / "ship.txt").write_text(TEXT, "utf-8")
    return Reader(tmp_path, max_bytes=10_000)


def test_each_sentence_is_a_statement_with_slices_of_the_document(document: Reader) -> None:
    held = document.parse(document.load("ship.txt"))
    found = list(statements_of(split(held), "english"))
    assert [each.kind for each in found] == [None, Kind.SAYS, Kind.DENIES, None]
    speakers = [held.text[slice(*each.speaker)] for each in found if each.speaker]
    assert speakers == ["Harbour master Ida Voss", "The Ministry of Fisheries"]
    assert [held.text[slice(*each.cue)] for each in found if each.cue] == ["denied"]


def test_of_several_cues_the_one_that_denies_is_the_statements() -> None:
    text = "The army confirmed the flight but denied the strike."
    statement = read_sentence(text, Span(0, len(text)), "english").statement
    assert statement.kind is Kind.DENIES
    assert statement.cue is not None
    assert text[slice(*statement.cue)] == "denied"


def test_somebody_of_a_name_speaks(document: Reader) -> None:
    held = document.parse(document.load("ship.txt"))
    (passage,) = split(held)
    found = speaks("voss", passage, "english")
    assert found is not None
    assert "Ida Voss said" in passage.text[slice(*found)]
    assert speaks("Fisheries", passage, "english")
    assert speaks("Berg", passage, "english") is None
    assert speaks("ship", passage, "english") is None


def test_a_country_and_its_people_are_one() -> None:
    assert same_country("Syrians", {"syria", "turkey"}) == {"syria"}
    assert same_country("Turkish", {"turkey"}) == {"turkey"}
    assert not same_country("Australia", {"austria"})
    assert not same_country("turkish", {"turkey"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_known_by_its_commonest_words(language: str) -> None:
    assert language_of(words_of(language).tables["common"], "english") == language
    assert language_of(words_of("russian").tables["common"], language) == "russian"
    assert language_of("42", "english") == "english"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to Berg the same official denied the report.", None),
        ("According to Berg, the mayor of Oster denied the report.", "the mayor of Oster"),
        ("According to Berg, the report is false.", "Berg"),
        ("The report was denied by Berg.", "Berg"),
    ],
)
def test_whoever_is_cited_denies_nothing_by_anothers_verb(text: str, speaker: str | None) -> None:
    found = read_sentence(text, Span(0, len(text)), "english").statement
    assert found.kind is Kind.DENIES
    assert (text[slice(*found.speaker)] if found.speaker else None) == speaker


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The council said it would pay, although Ida Voss was forced to deny the report.", None),
        ("The report was denied, but the mill stays shut, as Ida Voss said.", None),
        ("Writers say the mill is sold, a claim denied by the abbot.", "the abbot"),
        ("The letters led to charges, claims denied by Norland.", "Norland"),
        ("The abbot, who has denied the claims, left the town.", "The abbot"),
        ("They named Ida Voss, who has denied the claims.", "Ida Voss"),
        ("Ida Voss left the town and flatly denied the claims.", None),
        ("Ida Voss rejected the offer and flatly denied the claims.", "Ida Voss"),
        ('He said police had "acknowledged that their duty was clear".', None),
        ("President Berg's denial that he knew it is old, said the Post.", "President Berg"),
        ("Norland’s flat denial of the claims came late.", "Norland"),
        ("Yesterday's denial that he knew it came late.", None),
        ("The ministry's denial that it knew came late.", None),
        ("Berg said Norland could “confirm” that the ship had left.", "Norland"),
        ("Berg says Norland denied that the ship had left.", "Norland"),
        ("Ida Voss for the first time admitted that the ship had left.", "Ida Voss"),
        ("Ida Voss in a statement denied that the ship had left.", "Ida Voss"),
        ("The judgment of the court of 28 January 2021 has confirmed that it left.", None),
    ],
)
def test_whoever_denies_is_the_subject_of_that_verb_or_nobody(text: str, who: str | None) -> None:
    """A name that stands near belongs to another verb, and a wrong name is worse than none."""
    found = read_sentence(text, Span(0, len(text)), "english").statement
    assert found.kind in {Kind.DENIES, Kind.CONFIRMS}
    assert (text[slice(*found.speaker)] if found.speaker else None) == who
