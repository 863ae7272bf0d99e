"""When two texts are the same quote."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from index.answering.same_quote import _differ, _words, same_quote

_WORDS = st.lists(st.sampled_from("harbour crane strike denied port dock wage night".split()))


@given(
    _WORDS.filter(bool), st.lists(st.tuples(st.integers(0, 40), st.sampled_from("abc")), max_size=4)
)
def test_what_agrees_in_nine_of_ten_words_is_never_passed_over(
    words: list[str], put_in: list[tuple[int, str]]
) -> None:
    """The quick look at the words alone may only leave out what the long one would."""
    others = list(words)
    for place, word in put_in:
        others.insert(place % (len(others) + 1), word)
    agree = Indel.normalized_similarity(words, others)
    assert agree < 0.9 or not _differ(_words(" ".join(words)), _words(" ".join(others)))


def test_a_small_word_more_is_the_same_quote_and_a_denial_is_not() -> None:
    quote = "The port authority put the loss of the whole harbour at 7,300 a day in that week"
    assert same_quote(quote, quote.replace("of the whole", "of whole"))
    assert not same_quote(quote, quote.replace("authority put", "authority never put"))
