"""What is escaped reads to the letter in Discord, by a model of its Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.cards import ECHO, echo_of
from bot.messages.reading_back import unescaped
from bot.wording.markdown import emphasised, escape, fitted, size
from corpus.model import Span
from tests.bot.discord_markdown import read

SNIPPETS = (
    *"*_~|`<>#-+[]()\\:@/.!1 \n",
    *(
        "**",
        "__",
        "~~",
        "||",
        "```",
        "```py\ncode\n```",
        "> quote",
        ">>> all",
        "# head",
        "-# small",
    ),
    *("-# small", "- item", "12. item", "1) item", "* item", "@everyone", "@here", "<@1>", "<@&1>"),
    *("<#1>", "<t:1601510400:R>", "<:a:1>", "<a:a:1>", "</ask:1>", "<id:guide>", "<https://a.b>"),
    *("https://example.org/a_b_c", "HTTP://A.B", "steam://run/1", "discord.gg/abc", ":smile:"),
    *("discord.com/invite/x", "discordapp.com/invite/x", "[a](https://b.c)", "||x||", "12:30:45"),
    *("¯\\_(ツ)_/¯", "\\*", "\\\\", "word", "“quoted”", "é", "三千", "👍", "  ", "\t", "\n\n"),
)

TEXTS = st.lists(st.sampled_from(SNIPPETS) | st.text(max_size=3), max_size=12).map("".join)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text))))


@pytest.mark.parametrize("snippet", SNIPPETS)
def test_each_construct_reads_to_the_letter(snippet: str) -> None:
    for text in (snippet, f"He wrote {snippet} there.", f"one\n{snippet}\ntwo", snippet * 2):
        assert read(escape(text))[::2] == (text, frozenset())


def test_the_model_itself_knows_markup_when_it_is_not_escaped() -> None:
    for source, markup in (
        ("**a** _b_", {"strong", "emphasis"}),
        ("# a\n- b\n> c\n-# d", {"heading", "list", "quote", "subtext"}),
        ("@everyone <@1> <#1> :smile: ||x||", {"mention", "emoji", "spoiler"}),
        ("https://a.b discord.gg/x [a](b)", {"address", "invite", "link"}),
        ("`a` ```b``` ~~c~~ __d__", {"code", "fence", "strike", "underline"}),
    ):
        assert read(source).markup == markup


@given(TEXTS)
def test_any_text_reads_to_the_letter(text: str) -> None:
    reading = read(escape(text))
    assert reading.text == text
    assert reading.markup == frozenset()


@given(texts_with_spans())
def test_emphasis_adds_bold_and_nothing_else(marked: tuple[str, Span]) -> None:
    text, span = marked
    reading = read(emphasised(text, [span]))
    assert reading.text == text
    assert reading.markup <= {"strong"}
    assert _letters(reading.bold) == _letters(text[span.start : span.end])


@given(texts_with_spans(), st.integers(12, 40))
def test_parts_fit_and_together_are_the_text(marked: tuple[str, Span], limit: int) -> None:
    text, span = marked
    parts = list(fitted(text, [span], iter(lambda: limit, None)))
    assert "".join(read(part).text for part in parts) == text
    assert all(size(part) <= limit for part in parts)


@given(TEXTS)
def test_the_question_is_read_back_from_the_line_that_repeats_it(question: str) -> None:
    line = echo_of(question, "a note").partition("\n")[0]
    assert unescaped(line.removeprefix(ECHO)) == " ".join(question.split())


@given(TEXTS)
def test_the_length_is_never_less_than_discord_counts(text: str) -> None:
    assert size(text) == len(text.encode("utf-16-le")) // 2 >= len(text)


def test_matched_words_that_touch_are_one_bold() -> None:
    """Bold after bold would show its asterisks, as with the pairs of signs of Chinese."""
    assert emphasised("abcdef gh", [Span(2, 4), Span(0, 3), Span(4, 5)]) == "**abcde**f gh"
    assert emphasised("one two", [Span(4, 7), Span(0, 3)]) == "**one** **two**"


def test_small_print_goes_line_by_line_to_the_letter() -> None:
    assert emphasised("one\n\n# two", small=True) == "-# one\n\n-# \\# two"


def test_the_label_of_a_masked_link_is_not_unescaped() -> None:
    """So Discord does it, and the model too: what is escaped there would show its backslashes."""
    assert read(r"[\[Updated\] AFP\_desk](<https://a.b>)").text != "[Updated] AFP_desk"
    assert read(r"[AFP\_desk](<https://a.b>)") == (r"AFP\_desk", "", frozenset({"link"}))


def _letters(text: str) -> str:
    """A text without its white space, which is never bold at a line's ends."""
    return "".join(text.split())
