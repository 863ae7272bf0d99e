"""Stems of the languages that nltk has no stemmer for."""

from concurrent.futures import ThreadPoolExecutor
from itertools import permutations

import pytest

from index.terms.stems import LANGUAGES, Beginning, Whole, stemmer

ARABIC = "مايو كانوا نقلوا قالت كتبت السفينة والمدينة يكتبون".split()
WORDS = (
    "denied harbour Beschäftigte запретили ayudarlos النقل πλοία सरकारें".casefold().split() + ARABIC
)


def test_a_beginning_is_no_longer_than_its_letters_and_ends_at_an_apostrophe() -> None:
    stems = Beginning(5)
    assert [stems.stem(word) for word in ("evler", "evlerde", "van'ın", "ev")] == [
        "evler", "evler", "van", "ev",
    ]  # fmt: skip


def test_a_whole_word_stays() -> None:
    assert Whole.stem("nghiêng") == "nghiêng"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_stem_depends_on_the_words_before_it(language: str) -> None:
    alone = {}
    for word in WORDS:
        stemmer.cache_clear()
        alone[word] = stemmer(language).stem(word)
    one = stemmer(language)
    for words in permutations(WORDS, 2):
        assert [one.stem(word) for word in words] == [alone[word] for word in words]


@pytest.mark.parametrize("language", ["arabic", "polish"])
def test_threads_do_not_disturb_each_other(language: str) -> None:
    one = stemmer(language)
    alone = [one.stem(word) for word in WORDS]
    with ThreadPoolExecutor(8) as threads:
        for stems in threads.map(lambda _: [one.stem(word) for word in WORDS], range(500)):
            assert stems == alone


@pytest.mark.parametrize("name", ["China", "Obama", "Kiew", "Selenskyj", "Moskau", "Mexiko"])
def test_a_german_name_in_the_genitive_is_the_name(name: str) -> None:
    german = stemmer("german")
    assert german.stem(f"{name}s".lower()) == german.stem(name.lower())
