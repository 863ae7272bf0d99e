"""Stems of the languages that nltk has no stemmer for."""

from index.terms.stems import Beginning, Whole


def test_a_beginning_is_no_longer_than_its_letters_and_ends_at_an_apostrophe() -> None:
    stems = Beginning(5)
    assert [stems.stem(word) for word in ("evler", "evlerde", "van'ın", "ev")] == [
        "evler", "evler", "van", "ev",
    ]  # fmt: skip


def test_a_whole_word_stays() -> None:
    assert Whole.stem("nghiêng") == "nghiêng"
