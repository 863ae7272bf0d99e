"""Nothing is clipped: what a browser shows of the main text is text, or is named as left out."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml.html import document_fromstring

from corpus.formats.draft import Draft
from corpus.formats.html import read_html

PROSE = (
    "The harbour master said on Monday that no barge had left the port during the storm.",
    "A pilot called the report an invention, for he had been on the pier all night long.",
    "The port authority has five barges, all of which were moored at the pier at noon.",
    "Fishermen saw lights at sea, though nobody could say which of the boats had carried them.",
)
STATEMENT = "“We never sent a single barge out there,” the owner said in a letter on Friday."


def article(*between: str) -> bytes:
    before, after = ("".join(f"<p>{text}</p>" for text in half) for half in (PROSE[:2], PROSE[2:]))
    inner = "".join(between)
    return (
        "<html><head><title>The pier</title></head><body><nav>Home</nav>"
        f"<article><h1>The pier</h1>{before}{inner}{after}</article></body></html>"
    ).encode()


def quotable(draft: Draft) -> str:
    text = list(draft.text)
    for start, end in draft.residue:
        text[start:end] = " " * (end - start)
    return "".join(text)


@pytest.mark.parametrize(
    "markup",
    [
        "The owner, <!-- -->Ana Ruiz<!-- -->, denied it and <!-- ad -->went home.",
        "The <a href=/x>owner</a><!-- link --> <b>Ana</b><!-- --> Ruiz denied it.",
        "The owner<?php echo 1 ?> denied it and went home.",
    ],
)
@pytest.mark.parametrize("element", ["p", "li", "blockquote", "h2", "td"])
def test_a_comment_in_a_block_cuts_nothing_off(markup: str, element: str) -> None:
    words = " ".join(re.sub(r"<[!?].*?>|<[^>]*>", "", markup).split())
    assert words in read_html(article(f"<{element}>{markup}</{element}>")).text


@pytest.mark.parametrize(
    "box",
    [
        "<aside class=pullquote><blockquote><p>{}</p></blockquote></aside>",
        "<div class='comment-box'><p>{}</p></div>",
        "<div class='related-statement'>{}</div>",
        "<section class=infobox><p>{}</p></section>",
    ],
)
def test_a_statement_in_a_box_of_any_name_is_quoted(box: str) -> None:
    assert STATEMENT in quotable(read_html(article(box.format(STATEMENT))))


@pytest.mark.parametrize(
    "opened",
    [
        "<aside class=sidebar><ul><li><a href=/>World</a></ul>",
        "<nav><a href=/>World</a>",
        "<noscript><div id=nojs></noscript>",
        "<footer class=top>",
        "<header><a href=/>Home</a>",
        "<a href=/>",
        "<button>",
        "<object data=x>",
    ],
)
def test_an_article_in_a_part_that_was_never_closed_is_read(opened: str) -> None:
    text = "".join(f"<p>{words}</p>" for words in PROSE)
    page = f"<html><body>{opened}<div><h1>The pier</h1>{text}</div></body></html>"
    assert all(words in quotable(read_html(page.encode())) for words in PROSE)


@pytest.mark.parametrize(
    "box",
    [
        "<div class='modal popup'>",
        "<div id=sidebar>",
        "<div class=cookie-consent-wrapper>",
        "<div class=social-share>",
        "<map name=x>",
    ],
)
def test_what_holds_the_article_is_no_box_beside_it(box: str) -> None:
    text = "".join(f"<p>{words}</p>" for words in PROSE)
    end = box[1:].split(maxsplit=1)[0]
    page = f"<html><body><article><h1>The pier</h1>{box}{text}</{end}></article></body></html>"
    assert all(words in quotable(read_html(page.encode())) for words in PROSE)


def test_the_entries_of_a_live_blog_keep_their_times_each_with_its_own_words() -> None:
    entries = "".join(
        f"<div><h2>Entry {day}</h2><time>{day} May 2019, 12:00</time><p>{words}</p></div>"
        for day, words in zip((5, 4, 3), PROSE, strict=False)
    )
    text = quotable(
        read_html(f"<html><body><main><h1>Live</h1>{entries}</main></body></html>".encode())
    )
    for day, words in zip((5, 4, 3), PROSE, strict=False):
        assert f"{day} May 2019, 12:00\n\n{words}" in text


def test_a_line_of_which_the_reader_is_unsure_is_text_and_not_quoted() -> None:
    draft = read_html(article("<p>Harbour life and letters</p>"))
    assert "Harbour life and letters" in draft.text
    assert "Harbour life and letters" not in quotable(draft)


ELEMENTS = "p div aside section nav form figure footer ul li table blockquote header h3".split()
NAMES = ["", "class=related", "class=comment", "class=share", "role=search", "role=note", "id=menu"]
parts = st.builds(
    "<{0} {1}>{2}</{0}>".format,
    st.sampled_from(ELEMENTS),
    st.sampled_from(NAMES),
    st.sampled_from(
        [STATEMENT, "More on ports", "Photo: Ana Ruiz", "Go on<br>then", "<s>old</s> x"]
    ),
)


@settings(max_examples=80, deadline=None)
@given(st.lists(parts, max_size=6))
def test_what_is_shown_is_in_the_text_or_named_as_left_out(found: list[str]) -> None:
    raw = article(*found)
    draft = read_html(raw)
    kept = "".join(draft.text.split()).replace("|", "")
    named = "".join("".join(one.text.split()) for one in draft.left_out)
    shown = document_fromstring(raw.decode())
    etree.strip_tags(shown, "a", "b", "br", "s")
    for text in shown.find("body").itertext():
        for word in text.split():
            assert word.strip("|") in kept or word in named


@pytest.mark.parametrize(
    "whole",
    [
        '<div style="display: none">{}</div><noscript>Please enable scripts.</noscript>',
        "<template shadowrootmode='open'><h1>The pier</h1>{}</template>",
        "<article hidden>{}</article>",
        "<select><option>English{}",
    ],
)
def test_an_article_that_a_script_was_to_show_is_read(whole: str) -> None:
    text = "".join(f"<p>{each}</p>" for each in PROSE)
    draft = read_html(f"<html><body>{whole.format(text)}</body></html>".encode())
    assert all(each in quotable(draft) for each in PROSE)


def test_what_a_page_hides_beside_its_article_stays_hidden() -> None:
    hidden = f"<div hidden><p>{STATEMENT}</p></div>" * 9
    assert STATEMENT not in read_html(article(hidden)).text


@pytest.mark.parametrize("ad", ["<div class='ad'></div>", "<div>Advertisement</div>"])
def test_a_paragraph_that_an_advertisement_cuts_in_two_is_quoted_whole(ad: str) -> None:
    cut = f"<p>The owner said that the barges {ad} had never left <b>the pier</b> at all.</p>"
    text = quotable(read_html(article(cut)))
    assert "The owner said that the barges had never left the pier at all." in text


@pytest.mark.parametrize("holder", ["body", "div", "td"])
def test_bare_text_above_the_first_paragraph_of_a_page_without_a_heading_is_quoted(
    holder: str,
) -> None:
    text = "".join(f"<p>{each}</p>" for each in PROSE)
    inner = f"{STATEMENT}<br><br>{STATEMENT.replace('Friday', 'Sunday')}{text}"
    within = {"body": "{}", "div": "<div>{}</div>", "td": "<table><tr><td>{}</td></tr></table>"}
    page = f"<html><body>{within[holder].format(inner)}</body></html>"
    found = quotable(read_html(page.encode()))
    assert STATEMENT in found
    assert STATEMENT.replace("Friday", "Sunday") in found


@pytest.mark.parametrize(
    "names", ["jp-relatedposts", "element-rich-link", "outbrain", "subscription-widget-wrap"]
)
def test_the_box_of_a_plugin_is_kept_and_not_quoted(names: str) -> None:
    draft = read_html(article(f'<div class="{names}"><div><p>{STATEMENT}</p></div></div>'))
    assert STATEMENT in draft.text
    assert STATEMENT not in quotable(draft)


@pytest.mark.parametrize(
    "mark",
    ["[12]", "[nb 1]", "[12,13]", "[12–14]", "[12]:45", "(3)", "【12】", "†", "[citation needed]"],
)
def test_a_paragraph_that_ends_with_a_note_mark_is_quoted(mark: str) -> None:
    noted = f"The pier was closed in May.{mark} It was opened again in June.{mark}"
    assert noted in quotable(read_html(article(f"<p>{noted}</p>")))


@pytest.mark.parametrize("name", ["post", "message", "bbp-reply", "forum-post", "reply-container"])
def test_the_posts_of_a_forum_stand_apart(name: str) -> None:
    posts = "".join(
        f'<div class="{name}"><b>Somebody</b><div class="content">{each}</div></div>'
        for each in PROSE
    )
    draft = read_html(f"<html><body><h1>The pier</h1>{posts}</body></html>".encode())
    ends = {span.end for span in draft.residue}
    assert all({draft.text.index(each), draft.text.index(each) - 2} & ends for each in PROSE[1:])
