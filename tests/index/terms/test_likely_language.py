"""The language that documents seem to be in."""

import pytest

from index.terms.likely_language import likely_language

_ENGLISH = "The harbour was closed on Monday, and none of those who were there knew when it would"
_GERMAN = "Der Hafen wurde am Montag geschlossen, und keiner von denen, die dort waren, wusste es"
_SPANISH = "El puerto se cerró el lunes, y ninguno de los que estaban allí sabía cuándo se abría"
_UKRAINIAN = "Порт закрили в понеділок, і ніхто з тих, хто там був, не знав, коли його відкриють"


@pytest.mark.parametrize(
    ("sentence", "language"),
    [
        (_ENGLISH, "english"),
        (_GERMAN, "german"),
        (_SPANISH, "spanish"),
        (_UKRAINIAN, "ukrainian"),
        ("Quay rope anchor tide gull crane ferry pilot", None),
    ],
)
def test_a_language_is_told_by_its_commonest_words(sentence: str, language: str | None) -> None:
    assert likely_language([f"{sentence}. {sentence}. {sentence}."]) == language


def test_most_of_the_documents_decide_and_short_ones_do_not() -> None:
    german, english = 3 * f"{_GERMAN}. ", 3 * f"{_ENGLISH}. "
    assert likely_language([german, german, english]) == "german"
    assert likely_language([german, english]) is None
    assert likely_language([german, "Ein Satz.", "Noch einer."]) == "german"
    assert likely_language([german, *["Ein Satz."] * 4]) is None
    assert likely_language([]) is None
