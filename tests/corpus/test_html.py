"""Web pages: main text, headings, encodings."""

import pytest

from corpus.encoding import UndecodableError
from corpus.formats.html import read_html

FIRST = "The ministry said that the transfer of fighters was confirmed by several reports."
SECOND = "Officials in both capitals rejected the reports on Tuesday, calling them a provocation."
PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>T</title></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Ministry confirms <i>transfers</i></h1><p>{FIRST}</p>
<h2>Reactions
  abroad</h2><p>{SECOND}<br>A line
  below it.</p>
<ul><li>One item of the list</li><li>Another <b>item</b> of it</li></ul>
<table><tr><td>Votes</td><td>42</td></tr></table>
<p>{FIRST.upper()}</p></article>
<footer><p>Copyright 2018, all rights reserved</p></footer></body></html>"""


def test_main_text_is_kept_in_blocks_and_navigation_is_not() -> None:
    text = read_html(PAGE.encode()).text
    assert text.split("\n\n") == [
        "Ministry confirms transfers",
        FIRST,
        "Reactions abroad",
        f"{SECOND}\nA line below it.",
        "One item of the list",
        "Another item of it",
        "Votes | 42",
        FIRST.upper(),
    ]


def test_headings_are_sections_at_their_place() -> None:
    draft = read_html(PAGE.encode())
    assert [(section.title, section.level) for section in draft.sections] == [
        ("Ministry confirms transfers", 1),
        ("Reactions abroad", 2),
    ]
    for section in draft.sections:
        assert draft.text[section.start : section.end] == section.title


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>Short note.</p>", "Short note."),
        ("<h1>T</h1><p>A short note.</p><p>And another.</p>", "T\n\nA short note.\n\nAnd another."),
        ("<h1>T</h1><div>Bare<br>words <b>here</b>.</div><ul><li>i", "T\n\nBare\nwords here.\n\ni"),
        ("<article><h1>T</h1><p>One.</p></article>", "T\n\nOne."),
        ("<nav>Home</nav><p>Only this.</p><footer>Nobody</footer>", "Only this."),
        ("<ul id=main-nav><li>Home</ul><p class=navy>Only this.</p>", "Only this."),
        ("<body>Bare words.<script>var a = 1</script></body>", "Bare words."),
    ],
)
def test_short_pages_keep_their_few_words(markup: str, text: str) -> None:
    assert read_html(f"<html><body>{markup}</body></html>".encode()).text == text


@pytest.mark.parametrize("raw", [b"", b"  ", b"<html></html>", b"<script>x</script>"])
def test_a_page_without_words_has_no_text(raw: bytes) -> None:
    assert read_html(raw).text == ""


@pytest.mark.parametrize(
    "declaration",
    [
        '<meta charset="windows-1251">',
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        '<?xml version="1.0" encoding="windows-1251"?>',
        "",
    ],
)
def test_the_declared_encoding_is_heeded_and_a_missing_one_told(declaration: str) -> None:
    page = f"{declaration}<html><body><p>Министерство сообщило о боевиках.</p></body></html>"
    assert read_html(page.encode("cp1251")).text == "Министерство сообщило о боевиках."


@pytest.mark.parametrize(
    ("declared", "used", "text"),
    [
        ("shift_jis", "cp932", "大臣は、まだ何も決まっていない①と述べた。"),
        ("gb2312", "gb18030", "部长表示，朱镕基尚未作出任何决定。"),
        ("iso-8859-1", "cp1252", "He said “no” – and left."),
        ("iso-8859-8-i", "iso8859-8", "השר אמר שלא התקבלה החלטה"),
        ("windows-874", "cp874", "รัฐมนตรีกล่าวว่าการเจรจาจะเริ่มขึ้นใหม่ภายในหนึ่งสัปดาห์"),
        ("x-sjis", "cp932", "大臣は、まだ何も決まっていない①と述べた。"),
        ("iso-8859-1", "cp1251", "Министерство сообщило, что переговоры продолжатся."),
    ],
)
def test_a_declared_encoding_means_what_browsers_take_it_for(
    declared: str, used: str, text: str
) -> None:
    page = f'<meta charset="{declared}"><html><body><p>{text}</p></body></html>'
    assert read_html(page.encode(used)).text == text


def test_a_wrong_declaration_does_not_spoil_unicode() -> None:
    page = '<meta charset="iso-8859-1"><html><body><p>“Déclaré”</p></body></html>'
    assert read_html(page.encode()).text == "“Déclaré”"


@pytest.mark.parametrize("damage", [b"\xe9", b"\x00\x00\x00"])
@pytest.mark.parametrize("place", ["<img alt='{}'>", "<div>{}</div>", "<script>'{}'</script>"])
def test_damage_outside_the_text_does_not_cost_the_page(damage: bytes, place: str) -> None:
    before, after = f"<p>Déclaré hier à Paris.</p>{place}<p>{SECOND}</p>".encode().split(b"{}")
    text = read_html(b'<meta charset="utf-8">' + before + damage + after).text
    assert text.split("\n\n")[0] == "Déclaré hier à Paris."
    assert text.split("\n\n")[-1] == SECOND


def test_a_run_of_nul_bytes_does_not_cost_the_page() -> None:
    raw = f"<p>{FIRST}</p>".encode() + b"\x00" * 150 + f"<p>{SECOND}</p>".encode()
    assert read_html(raw).text.split("\n\n") == [FIRST, SECOND]


def test_a_page_that_is_mostly_damage_is_refused() -> None:
    with pytest.raises(UndecodableError, match="damaged"):
        read_html('<meta charset="utf-8"><p>Dé'.encode() + b"clar\xe9 \xff\xff\xfe, \xe9</p>")


def test_a_declared_encoding_is_heeded_where_a_tool_put_unicode_into_the_page() -> None:
    text = "部长表示，朱镕基尚未作出任何决定。会谈将于下周继续举行，双方没有就日期达成一致。"
    page = f'<meta charset="gb2312"><html><body><p>{text}</p>'.encode("gb18030")
    found = read_html(page + "<nav>↑ Saved • 3×</nav></body></html>".encode()).text
    assert found == text


def test_a_page_that_is_nested_beyond_the_parser_is_never_cut_short() -> None:
    with pytest.raises(UndecodableError, match="nested too deep"):
        read_html(b"<p>First.</p>" + b"<div>" * 5000 + b"deep" + b"</div>" * 5000 + b"<p>Last.</p>")


def test_a_byline_and_furniture_in_the_text_are_never_quoted() -> None:
    page = PAGE.replace(f"<p>{FIRST}</p>", f"<p>By Jane Doe | 1 October 2020</p><p>{FIRST}</p>")
    page = page.replace("</article>", "<p>Leave a Reply</p></article>")
    draft = read_html(page.encode())
    quoted = [draft.text[start:end] for start, end in draft.residue]
    assert quoted == ["By Jane Doe | 1 October 2020", "Leave a Reply"]
    assert draft.stated.author is None


def test_a_line_that_repeats_the_marked_author_is_never_quoted() -> None:
    author = '<div itemprop="author">Jane Doe</div>'
    draft = read_html(PAGE.replace(f"<p>{FIRST}</p>", f"{author}<p>{FIRST}</p>").encode())
    assert draft.stated.author == "Jane Doe"
    assert [draft.text[start:end] for start, end in draft.residue] == ["Jane Doe"]


def test_a_heading_that_is_furniture_is_no_section_and_takes_its_links_with_it() -> None:
    tail = "<h3>Related articles</h3><p>Talks resume in Geneva</p>"
    tail += f"<h3>Leave a Reply</h3><p>{SECOND}</p></article>"
    draft = read_html(PAGE.replace("</article>", tail).encode())
    assert [section.level for section in draft.sections] == [1, 2]
    quoted = [draft.text[start:end] for start, end in draft.residue]
    assert quoted == ["Related articles", "Talks resume in Geneva", "Leave a Reply", SECOND]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("He counted 10<sup>6</sup> of them.", "He counted 10⁶ of them."),
        ("It was <em>not</em> true<sup><a>12</a></sup>.", "It was not true¹²."),
        ("On the 5<sup>th</sup> of May, H<sub>2</sub>O.", "On the 5th of May, H₂O."),
        ("He said <q>never</q> and left.", "He said “never” and left."),
        ("He paid <del>300</del> <ins>400</ins> dollars.", "He paid 400 dollars."),
        ("He paid <s>300</s> 400 dollars.", "He paid 400 dollars."),
    ],
)
def test_what_a_browser_shows_by_markup_is_not_lost(markup: str, text: str) -> None:
    short = f"<html><body><p>{markup}</p></body></html>"
    long = PAGE.replace("</article>", f"<p>{markup}</p></article>")
    assert read_html(short.encode()).text == text
    assert read_html(long.encode()).text.split("\n\n")[-1] == text


@pytest.mark.parametrize("character", ["\x0c", "\x0b", "\x1f", "\x08", "\ufffe", "\uffff"])
def test_a_character_that_no_browser_shows_keeps_no_page_out(character: str) -> None:
    page = PAGE.replace(FIRST, f"<b>{FIRST}</b>{character}<!-- --> <i>Then</i> more.")
    assert f"{FIRST} Then more." in " ".join(read_html(page.encode()).text.split())
