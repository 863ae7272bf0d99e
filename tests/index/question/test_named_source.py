"""The sources that questions name: publishers, sites and authors, and what is none."""

import pytest

from corpus.model import Source
from index.question.named_source import named_source, names_of

NAMES = names_of(
    [
        (1, Source(publisher="The Marsh Gazette", url="https://www.marsh.example/a")),
        (2, Source(publisher="Dune Wire", author="Odo Perk")),
        (3, Source(publisher="Fen Wire")),
    ]
)
HELD = {"Dune"}


@pytest.mark.parametrize(
    ("text", "rows", "words"),
    [
        ("What did the Marsh Gazette report about mills?", {1}, "What did about mills?"),
        ("What did the Gazette report about mills?", {1}, "What did about mills?"),
        ("the Gazette's story on mills", {1}, "on mills"),
        ("mills according to the Marsh Gazette", {1}, "mills"),
        ("mills per the Gazette", {1}, "mills"),
        ("mills as reported by the gazette", {1}, "mills"),
        ("Mühlen laut Marsh Gazette", {1}, "Mühlen"),
        ("mills on marsh.example", {1}, "mills on"),
        ("site:marsh.example mills", {1}, "mills"),
        ("mills, Marsh Gazette", {1}, "mills,"),
        ("mills (Marsh Gazette)", {1}, "mills ( )"),
        ('site:"Marsh Gazette" mills', {1}, '" mills'),
        ("mills according to “the Marsh Gazette”", {1}, "mills ”"),
        ("mills and Dune Wire", {2}, "mills and Dune Wire"),
        ("What has Odo Perk written of mills?", {2}, "What has of mills?"),
        ("Who met Odo Perk at the mill?", set(), "Who met Odo Perk at the mill?"),
        ("What did the Wire report?", set(), "What did the Wire report?"),
        ("what happened in Dune Wire", set(), "what happened in Dune Wire"),
        ("a gazette for the marsh", set(), "a gazette for the marsh"),
    ],
)
def test_a_source_is_read_wherever_it_is_named(text: str, rows: set[int], words: str) -> None:
    """Its name stays a word to look for where it is named by the way and the corpus has it; a
    last word that two publishers share names none, and an author is one only who says something.
    """
    found = named_source(text, NAMES, HELD.__contains__)
    assert found.rows == frozenset(rows)
    left = f"{text[: found.words.start]} {text[found.words.end :]}"
    assert " ".join(left.split()) == words


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("What did the Gazette report about mills?", True),
        ("mills according to the Marsh Gazette", True),
        ("mills on marsh.example", True),
        ("mills and the Marsh Gazette", False),
    ],
)
def test_its_own_words_are_asked_for_unless_it_is_named_by_the_way(
    text: str, is_asked: bool
) -> None:
    assert named_source(text, NAMES, HELD.__contains__).is_asked is is_asked
