"""Files made to be slow: what grows by their square would meet the suite's time limit here."""

import pytest

from corpus.errors import UnreadableFileError
from corpus.formats.html import read_html
from corpus.model import Document, Source
from corpus.reader import RawFile, Reader

PROSE = "The minister told reporters in the capital that the talks would resume within a week."
MANY = 60_000


def page(markup: str) -> Document:
    paragraphs = f"<p>{PROSE}</p>" * 4
    text = (
        f"<html><body><article><h1>T</h1>{paragraphs}{markup}{paragraphs}</article></body></html>"
    )
    return Reader.parse(RawFile("a.html", text.encode(), "", Source(), True))


@pytest.mark.parametrize(
    ("piece", "shown"),
    [
        ("a<!-- -->", "a"),
        ("&amp;", "&"),
        ("a\u00ad", "a\u00ad"),
        ("<q>a</q>", "“a”"),
        ("a<img src=x> ", "a "),
        ("1<sup>2</sup>", "1²"),
    ],
)
def test_a_paragraph_of_many_pieces_is_read_whole(piece: str, shown: str) -> None:
    assert (shown * MANY).strip() in page(f"<p>{piece * MANY}</p>").text


def test_many_short_blocks_are_kept() -> None:
    assert page("<p>x</p><time>1 May</time>" * (MANY // 4)).text.count("1 May") == MANY // 4


@pytest.mark.parametrize("element", ["div", "aside", "q", "div class=related", "table><tr><td"])
def test_a_page_nested_without_end_is_refused_with_the_reason(element: str) -> None:
    with pytest.raises(UnreadableFileError, match="nested too deep"):
        page(f"<{element}>" * 100_000)


def test_a_page_of_one_tag_with_very_many_attributes_is_read() -> None:
    attributes = " ".join(f"a{number}={number}" for number in range(100_000))
    text = read_html(f"<html><body><div {attributes}><p>{PROSE}</p></div></body></html>".encode())
    assert PROSE in text.text


def test_a_page_whose_text_is_hidden_very_deep_is_read() -> None:
    page = "<div hidden>" * 1_900 + f"<p>{PROSE}</p>" * 1_000
    assert PROSE in read_html(page.encode()).text


def test_very_many_hidden_elements_within_each_other_are_dropped_at_once() -> None:
    hidden = "<div hidden>" * 1_900 + "<b hidden>word </b>" * 50_000 + "</div>" * 1_900
    shown = f"<p>{PROSE}</p>" * 9
    assert "word" not in read_html(f"<html><body>{shown}{hidden}</body></html>".encode()).text


def test_json_ld_of_a_megabyte_of_single_quotation_marks_costs_only_itself() -> None:
    script = "{'@type':'" + "\\'" * 300_000
    page = f'<script type="application/ld+json">{script}</script><p>{PROSE}</p>'
    assert PROSE in read_html(page.encode()).text


@pytest.mark.parametrize("name", ["svg", "sub"])
def test_text_within_very_many_elements_of_one_name_is_looked_at_once(name: str) -> None:
    nested = f"<{name}>" * 1_500 + "1" * 400_000 + f"</{name}>" * 1_500
    assert PROSE in page(f"<p>{nested}</p>").text


def test_very_many_declared_days_are_compared_once() -> None:
    day = '<meta property="article:published_time" content="2020-01-01T10:00:00+01:00">'
    found = read_html(f"<html><head>{day * 10_000}</head><p>{PROSE}</p></html>".encode())
    assert str(found.stated.published) == "2020-01-01"
