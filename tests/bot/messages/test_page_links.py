"""The link of an answer: it opens the page at the quoted words, or is not there at all."""

import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.page_links import LABEL_WIDTH, URL_LIMIT, at_words, page_button
from bot.wording.face import cells
from corpus.model import Source, Span
from tests.bot.made import made_quote

PAGE = "https://example.org/a"
LONG = "The envoy said that, on Monday, twelve well-known men & women had crossed the river."


def test_the_link_names_the_first_and_the_last_words_of_the_key_sentence() -> None:
    quote = made_quote(f"It began. {LONG} It ended.", key_sentence=Span(10, 10 + len(LONG)))
    assert (
        at_words(PAGE, quote)
        == f"{PAGE}#:~:text=The%20envoy%20said%20that,had%20crossed%20the%20river."
    )


def test_a_short_sentence_is_named_whole_and_its_signs_are_encoded() -> None:
    quote = made_quote("Well-known, R&D.")
    assert at_words(PAGE, quote) == f"{PAGE}#:~:text=Well%2Dknown%2C%20R%26D."


def test_a_fragment_of_the_address_stays_and_a_text_fragment_is_replaced() -> None:
    quote = made_quote("It was so.")
    assert at_words(f"{PAGE}#s2", quote) == f"{PAGE}#s2:~:text=It%20was%20so."
    assert at_words(f"{PAGE}#:~:text=other", quote) == f"{PAGE}#:~:text=It%20was%20so."


@given(st.text(max_size=200), st.integers(0, 600))
def test_a_link_finds_room_and_holds_words_of_the_quote_alone(text: str, length: int) -> None:
    address = f"{PAGE}/{'x' * length}"
    button = page_button(Source(url=address), made_quote(text))
    if button is None:
        assert len(address) > URL_LIMIT
        return
    assert len(button.url or "") <= URL_LIMIT
    assert re.fullmatch(r"[!-~]+", button.url or "")
    _, _, directive = (button.url or "").partition("#:~:text=")
    for part in directive.split(","):
        assert unquote(part) in " ".join(text.split())


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://www.example.org/a", "example.org"),
        ("https://a-very-long-department.of.example.org/a", "of.example.org"),
        ("http://example.org:8080/", "example.org"),
    ],
)
def test_the_label_names_the_site(url: str, shown: str) -> None:
    button = page_button(Source(url=url))
    assert button is not None
    assert button.label == shown
    assert cells(shown) <= LABEL_WIDTH


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "ftp://example.org",
        "http://localhost/a",
        "http://[",
        "https://example.org@evil.example/",
    ],
)
def test_there_is_no_link_that_discord_would_refuse(url: str | None) -> None:
    assert page_button(Source(url=url)) is None


def test_an_address_of_other_letters_is_encoded() -> None:
    button = page_button(Source(url="https://bücher.example/straße?q=ü&r=%20"))
    assert button is not None
    assert button.url == "https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%BC&r=%20"
