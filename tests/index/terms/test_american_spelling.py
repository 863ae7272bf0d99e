"""British and American spellings meet, and nothing else is pulled apart."""

import pytest

from index.terms.american_spelling import american
from index.terms.analyzer import Analyzer

ENGLISH = Analyzer("english")


@pytest.mark.parametrize(
    ("british", "expected"),
    [
        ("labour", "labor"),
        ("favourable", "favorable"),
        ("behavioural", "behavioral"),
        ("organisation", "organization"),
        ("criticised", "criticized"),
        ("organisers", "organizers"),
        ("analysing", "analyzing"),
        ("cancelled", "canceled"),
        ("signalling", "signaling"),
        ("leukaemia", "leukemia"),
        ("haemorrhage", "hemorrhage"),
        ("paediatrician", "pediatrician"),
        ("oestrogen", "estrogen"),
        ("diarrhoea", "diarrhea"),
        ("sulphate", "sulfate"),
    ],
)
def test_british_spellings_become_american(british: str, expected: str) -> None:
    assert american(british) == expected


@pytest.mark.parametrize(
    "word",
    [
        "four", "hours", "source", "journal", "tourist", "tournament", "rise", "raised", "noise",
        "crisis", "crises", "supervise", "improvised", "surprise", "paradise", "compromising",
        "revised", "precise", "advise", "analyses", "called", "rolled", "israel", "michael",
        "caesar", "phoenix", "academia",
    ],
)  # fmt: skip
def test_other_words_stay(word: str) -> None:
    assert american(word) == word


@pytest.mark.parametrize(
    "words",
    [
        "labour labor labours laboured laboring",
        "organise organize organised organizing",
        "defence defense defences",
        "centre center centred centers",
        "programme program programmes",
        "travelled traveled travelling",
        "judgement judgment",
        "sceptics skeptic",
        "surprise surprised surprising surprisingly",
        "supervise supervision supervised",
        "advertise advertisement advertising",
        "appraise appraisal",
        "revise revision",
    ],
)
def test_all_inflections_have_one_term(words: str) -> None:
    assert len(set(ENGLISH.terms(words))) == 1


def test_other_languages_keep_their_spelling() -> None:
    assert Analyzer("french").terms("labour") != Analyzer("french").terms("labor")
