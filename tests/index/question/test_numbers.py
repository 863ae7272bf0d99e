"""Numbers of a question are read as the corpus has them."""

import pytest

from index.question.numbers import as_held

HELD = {"1000", "2000", "1250000", "300"}


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("1 000 people", "1000 people"),
        ("1.000 Menschen", "1000 Menschen"),
        ("1'000 Franken", "1000 Franken"),
        ("1\u202f250\u202f000 euros", "1250000 euros"),
        ("a thousand people", "1000 people"),
        ("Two Thousand families", "2000 families"),
        ("three hundred men", "300 men"),
        ("3 000 people", "3 000 people"),
        ("three thousand people", "three thousand people"),
        ("1,000 people", "1,000 people"),
        ("in 1 000.5 metres", "in 1 000.5 metres"),
        ("version 1.000.2", "version 1.000.2"),
        ("on 12 300 came", "on 12 300 came"),
        ("a thousand and one nights", "a thousand and one nights"),
    ],
)
def test_a_number_is_read_as_it_is_held(asked: str, read: str) -> None:
    assert as_held(asked, HELD.__contains__) == read


def test_a_word_that_the_corpus_has_stays() -> None:
    assert as_held("a thousand people", (HELD | {"thousand"}).__contains__) == "a thousand people"
