"""`show --at`: the quote marked in its place, everything around it to the letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.commands.show import PlaceError, read_place
from bot.terminal.excerpt import REACH, excerpt_lines, excerpt_span
from bot.terminal.lines import as_plain_text
from bot.terminal.speaking import voices_of
from corpus.model import Span

VOICE = voices_of().default
TEXT = "Title\n\nFirst paragraph.\n\nBefore. The quote. After.\n\nLast one.\n\nEnd"
QUOTE = Span(TEXT.index("The quote."), TEXT.index(" After."))


def test_the_quote_stands_marked_between_its_neighbours() -> None:
    assert as_plain_text(excerpt_lines(TEXT, QUOTE, VOICE, marks=True)) == (
        "[7 characters before]\n"
        "First paragraph.\n\nBefore. >>>The quote.<<< After.\n\nLast one.\n"
        "[5 characters after]\n"
    )


def test_without_marks_the_lines_hold_the_document_alone() -> None:
    middle = list(excerpt_lines(TEXT, QUOTE, VOICE, marks=False))[1]
    assert middle.text in TEXT


def test_a_whole_document_has_nothing_around_it() -> None:
    text = as_plain_text(excerpt_lines("All.", Span(0, 4), VOICE, marks=True))
    assert text == ">>>All.<<<\n"


texts = st.text(st.sampled_from("a \n"), min_size=1, max_size=3 * REACH)


@given(texts, st.data())
def test_an_excerpt_holds_the_quote_and_stays_near_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = excerpt_span(text, Span(start, end))
    assert 0 <= span.start <= start < end <= span.end <= len(text)
    assert start - span.start <= REACH
    assert span.end - end <= REACH


@pytest.mark.parametrize("text", ["1", "1:", ":2", "a:b", "1-2", "-1:2", "1:2:3", "١:٢", ""])
def test_a_place_that_is_not_two_numbers_is_refused(text: str) -> None:
    with pytest.raises(PlaceError, match="is not START:END"):
        read_place(text, 10)


@pytest.mark.parametrize("text", ["5:5", "6:5", "0:11", "11:12", "0:999999999999"])
def test_a_place_outside_the_document_is_refused_with_its_length(text: str) -> None:
    with pytest.raises(PlaceError, match="document of 10 characters"):
        read_place(text, 10)


def test_the_whole_document_is_a_place() -> None:
    assert read_place("0:10", 10) == Span(0, 10)
