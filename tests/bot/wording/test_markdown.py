"""What is escaped reads to the letter in Discord, by a model of its Markdown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.messages.cards import ECHO, echo_of
from bot.messages.reading_back import unescaped
from bot.wording.markdown import emphasised, escape, fitted, link, size
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
    reading = read(emphasised(text, span))
    assert reading.text == text
    assert reading.markup <= {"strong"}
    assert _letters(reading.bold) == _letters(text[span.start : span.end])


@given(texts_with_spans(), st.integers(12, 40))
def test_parts_fit_and_together_are_the_text(marked: tuple[str, Span], limit: int) -> None:
    text, span = marked
    parts = list(fitted(text, span, iter(lambda: limit, None)))
    assert "".join(read(part).text for part in parts) == text
    assert all(size(part) <= limit for part in parts)


@given(TEXTS)
def test_the_question_is_read_back_from_the_line_that_repeats_it(question: str) -> None:
    line = echo_of(question, "a note").partition("\n")[0]
    assert unescaped(line.removeprefix(ECHO)) == " ".join(question.split())


@given(TEXTS)
def test_the_length_is_never_less_than_discord_counts(text: str) -> None:
    assert size(text) == len(text.encode("utf-16-le")) // 2 >= len(text)


def test_a_link_shows_its_label_and_hides_an_address_that_cannot_break_out() -> None:
    assert link("A [b] (c)", "https://a.b/c(d) e>") == (
        "[A \\[b\\] (c)](<https://a.b/c%28d%29%20e%3E>)"
    )


@pytest.mark.parametrize(
    ("label", "url"), [("see https://c.d", "https://a.b"), ("long", "https://a.b/" + "(" * 200)]
)
def test_no_link_where_discord_would_not_make_one(label: str, url: str) -> None:
    assert link(label, url) == escape(label)


def _letters(text: str) -> str:
    """A text without its white space, which is never bold at a line's ends."""
    return "".join(text.split())
