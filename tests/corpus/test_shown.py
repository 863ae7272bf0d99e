"""A page's sentences come out whole: nothing cut out of them, nothing glued, nothing hidden."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import document_fromstring

from corpus.formats.html import read_html
from corpus.formats.shown import show

PROSE = (
    "The harbour authority said that the dredging of the channel would begin a month late.",
    "“We would rather lose four weeks than a crew,” said the head of the authority.",
    "Fishermen had warned since the spring that the old barges were not fit for the open sea.",
    "The work is part of a plan that the council approved after a long night of debate.",
)
ELEMENTS = "abbr b cite code data em i ins label mark output small span strong time u".split()
ELEMENTS += ["a", "a href='/x'"]
NAMES = "author byline caption comment date footer hidden meta nav related share tag widget".split()


def blocks(*markup: str) -> list[str]:
    """The text of an article that holds the markup between paragraphs, without those."""
    before, after = ("".join(f"<p>{text}</p>" for text in half) for half in (PROSE[:2], PROSE[2:]))
    page = (
        f"<html><body><article><h1>T</h1>{before}{''.join(markup)}{after}</article></body></html>"
    )
    found = read_html(page.encode()).text.split("\n\n")
    assert [block for block in found if block in PROSE] == list(PROSE)
    return [block for block in found if block not in {"T", *PROSE}]


marked_up = st.builds(
    lambda element, name, by, word: (
        f"<{element} {by}='{name}'>{word}</{element.partition(' ')[0]}>",
        word,
    ),
    st.sampled_from(ELEMENTS),
    st.sampled_from(NAMES),
    st.sampled_from(["class", "id"]),
    st.sampled_from(["Monday", "5 November 2020", "Ana Ruiz"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(marked_up, min_size=1, max_size=4), st.sampled_from(["p", "h2", "blockquote"]))
def test_no_markup_cuts_words_out_of_a_sentence(parts: list[tuple[str, str]], element: str) -> None:
    markup = " and then on ".join(markup for markup, _ in parts)
    written = " and then on ".join(word for _, word in parts)
    (found,) = blocks(f"<{element}>The hearing is on {markup} in the hall.</{element}>")
    assert found == f"The hearing is on {written} in the hall."


TAGS = "p div span b a article section table tr td ul li pre blockquote h1 h2 br time sup q".split()
bits = st.one_of(
    st.sampled_from(TAGS).map("<{}>".format),
    st.sampled_from(TAGS).map("</{}>".format),
    st.sampled_from(NAMES).map("<span class={}>".format),
    st.sampled_from([*PROSE, "Yes. ", "a\n", " | ", "10", "<!-- x -->", "&nbsp;", "<img>"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(bits, max_size=40).map("".join))
def test_every_block_of_any_page_stands_on_it_in_one_piece(soup: str) -> None:
    markup = f"<html><body>{soup}</body></html>"
    page = document_fromstring(markup)
    show(page)
    whole = re.sub(r"[\s|]", "", page.text_content())
    for block in read_html(markup.encode()).text.split("\n\n"):
        assert re.sub(r"[\s|]", "", block) in whole


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>The page <a href='/x'><span class='author'>of Ana</span> Ruiz</a> says so.</p>",
         ["The page of Ana Ruiz says so."]),
        ("<p>He wrote <code>a = b</code> on the wall.</p>", ["He wrote a = b on the wall."]),
        ("<p>Before it.<img src=x>After it.</p>", ["Before it. After it."]),
        ("<p>The<del>ir</del>re is an un<s>x</s>happy end.</p>", ["There is an unhappy end."]),
        ("<p>It was <button>Copy</button> said again.</p>", ["It was said again."]),
        ("<p>It rose <svg><text>9</text></svg>, he said.</p>", ["It rose , he said."]),
    ],
)  # fmt: skip
def test_words_stay_together_and_apart_as_they_are_shown(markup: str, text: list[str]) -> None:
    assert blocks(markup) == text


@pytest.mark.parametrize(
    "markup",
    [
        '<p hidden="">Nobody reads this sentence on the page.</p>',
        '<p style="color: red; display: none">Nobody reads this sentence on the page.</p>',
        '<p><span class="sr-only">Opens in a new window</span></p>',
        "<video>Your browser cannot play this film, get another one.</video>",
    ],
)
def test_what_a_page_hides_is_no_text_of_it(markup: str) -> None:
    assert blocks(markup) == []


def test_an_article_that_a_script_shows_is_kept() -> None:
    text = "".join(f"<p>{text}</p>" for text in PROSE)
    page = f'<html><body hidden><div style="display:none"><h1>T</h1>{text}</div></body></html>'
    assert read_html(page.encode()).text.removeprefix("T\n\n").split("\n\n") == list(PROSE)


def test_preformatted_lines_stay_lines() -> None:
    assert blocks("<pre>Line <b>one</b>,\n  line two.</pre>") == ["Line one,\nline two."]
    page = "<html><body><pre>From: A\nTo: B\n\nDear B,\n\nit rains.</pre></body></html>"
    assert read_html(page.encode()).text == "From: A\nTo: B\n\nDear B,\n\nit rains."


def test_two_line_breaks_part_paragraphs() -> None:
    text = "<br/>\n<br>".join(PROSE)
    page = f"<html><body><article><h1>T</h1><div>{text}</div></article></body></html>"
    assert read_html(page.encode()).text.split("\n\n") == ["T", *PROSE]


def test_words_of_one_cell_are_not_glued() -> None:
    table = "<table><tr><td>One<br>Two</td><td><p>Three</p><p>four</p></td></tr></table>"
    assert blocks(table) == ["One Two | Three four"]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<figure><blockquote>Not one crew.</blockquote></figure>", ["Not one crew."]),
        ("<figure><table><tr><td>Alma<td>sunk</table></figure>", ["Alma | sunk"]),
        (f"<div>{PROSE[0][::-1]} It is so.</div>", [f"{PROSE[0][::-1]} It is so."]),
    ],
)
def test_quotations_tables_and_prose_are_kept_in_any_element(markup: str, text: list[str]) -> None:
    assert blocks(markup) == text


def test_a_page_set_in_one_inline_element_keeps_its_text() -> None:
    text = "<br><br>".join(PROSE)
    page = f"<html><body><font face=arial><b>T</b><br><br>{text}</font></body></html>"
    assert read_html(page.encode()).text.split("\n\n") == ["T", *PROSE]


def test_what_a_page_calls_a_dialog_or_navigation_is_none_of_its_text() -> None:
    notice = f"<p>{PROSE[0][::-1]} It is so.</p>"
    assert blocks(f"<div role=dialog>{notice}</div><div role=navigation>{notice}</div>") == []


@pytest.mark.parametrize("cells", ["<td>{}</td>", "<td>Menu</td><td>{}</td>"])
def test_a_table_that_arranges_the_page_holds_paragraphs(cells: str) -> None:
    text = "".join(f"<p>{text}</p>" for text in PROSE)
    page = f"<html><body><table><tr>{cells.format(text)}</tr></table></body></html>"
    assert [b for b in read_html(page.encode()).text.split("\n\n") if b != "Menu"] == list(PROSE)


def test_a_page_that_is_one_form_keeps_its_text() -> None:
    page = "<html><body><form action=x><h1>T</h1><p>A short note.</p></form></body></html>"
    assert read_html(page.encode()).text == "T\n\nA short note."
