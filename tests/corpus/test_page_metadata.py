"""What a web page declares about itself, and the dates that must not be taken for its own."""

import html
import json

import pytest

from corpus.formats.html import read_html
from corpus.model import Source

TEXT = "The ministry said that the transfer of fighters was confirmed by several reports."


def page(head: str = "", top: str = "", body: str = "", foot: str = "") -> Source:
    markup = (
        f'<html lang="en"><head><meta charset="utf-8"><title>Page | Site</title>{head}</head><body>'
        f"<article><header><h1>Ministry confirms</h1>{top}</header><p>{TEXT}</p>{body}</article>"
        f"<footer>{foot}</footer></body></html>"
    )
    return read_html(markup.encode()).stated


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def dated(source: Source) -> str | None:
    return str(source.published) if source.published else None


@pytest.mark.parametrize(
    "trap",
    [
        {"body": "<p>It happened on 5 November 2019, a witness told us yesterday evening.</p>"},
        {"foot": "<p>Last modified: 3 March 2021</p>"},
        {"foot": '<p>Last modified: <time datetime="2021-03-03">3 March</time></p>'},
        {"foot": "<p>© 2018 The Site. All rights reserved.</p>"},
        {"body": '<aside><article><time datetime="2017-01-01">x</time></article></aside>'},
        {"body": '<div class="related-posts"><header><h1>O</h1><time datetime="2017">x</time>'},
        {"body": '<div id="comments"><time pubdate datetime="2022-01-01">x</time></div>'},
        {"body": '<article><h3>O</h3><time class="published" datetime="2017">x</time></article>'},
        {"top": '<p>Last updated <time datetime="2020-10-01">1 Oct</time></p>'},
        {"top": '<time datetime="2020-10-01" itemprop="dateModified">1 Oct</time>'},
        {"top": '<div>Last updated:</div><div><time datetime="2020-10-01">1 Oct</time></div>'},
        {"top": '<p>Updated <b><time datetime="2020-10-01">1 Oct</time></b></p>'},
        {
            "body": "<section><h2>Latest</h2><div><a>O</a>"
            '<time class="entry-date published" datetime="2017-01-01">x</time></div></section>'
        },
        {"body": '<h3><a href="/o">O</a></h3><p class="byline">By Jo Roe on 3 March 2017</p>'},
        {"body": '<ul><li><a>O</a><time class="published" datetime="2017">x</time></li></ul>'},
        {
            "body": '<ul><li itemscope itemtype="https://schema.org/NewsArticle"><a>O</a>'
            '<time itemprop="datePublished" datetime="2017-01-01">x</time></li></ul>'
        },
        {"head": '<meta property="article:modified_time" content="2021-10-01">'},
        {"head": '<meta name="last-modified" content="2021-10-01">'},
        {"head": '<meta name="date" content="next week">'},
        {"head": '<meta name="date" content="0001-01-01T00:00:00">'},
        {"head": json_ld('{"@type":"NewsArticle","datePublished":"1970-01-01T00:00:00Z"}')},
        {"body": '<p>It was first published on <time datetime="2019-11-05">x</time>.</p>'},
        {"body": '<p>It was <b>published on</b> <time datetime="2019-11-05">5 Nov</time>.</p>'},
        {"head": '<meta name="date" content="1/10/2020">'},
        {"head": json_ld('{"@type":"NewsArticle","dateModified":"2021-01-01"}')},
        {"head": json_ld('{"@type":"WebSite","datePublished":"2010-01-01"}')},
        {
            "head": json_ld(
                '{"@type":"ItemList","itemListElement":'
                '[{"@type":"NewsArticle","datePublished":"2017-01-01"}]}'
            )
        },
        {
            "head": '<link rel="canonical" href="https://example.org/a">'
            + json_ld(
                '{"@type":"NewsArticle","url":"https://example.org/b","datePublished":"2017-01-01"}'
            )
        },
    ],
    ids=str,
)
def test_a_date_of_something_else_is_not_the_pages_own(trap: dict[str, str]) -> None:
    assert dated(page(**trap)) is None


@pytest.mark.parametrize(
    ("declared", "meant"),
    [
        ("2020", "2020"),
        ("2020-10", "2020-10"),
        ("October 2020", "2020-10"),
        ("2020-10-01", "2020-10-01"),
        ("2020-10-01T23:30:00-05:00", "2020-10-01"),
    ],
)
def test_a_partial_date_stays_partial(declared: str, meant: str) -> None:
    assert dated(page(f'<meta name="pubdate" content="{declared}">')) == meant
    assert dated(page(json_ld(f'{{"@type":"Article","datePublished":"{declared}"}}'))) == meant


DECLARATIONS = (
    {"head": '<meta property="article:published_time" content="2020-10-01T09:30:00+02:00">'},
    {"head": '<meta name="pubdate" content="2020-10-01">'},
    {"head": json_ld('[{"@type":["NewsArticle"],"datePublished":"2020-10-01"}]')},
    {"top": '<span itemprop="datePublished" content="2020-10-01">x</span>'},
    {"top": '<p class="byline">By Jane Doe | 1 October 2020</p>'},
    {"top": '<time datetime="2020-10-01">1 Oct</time>'},
    {"top": '<p class="dateline">1 October 2020, 9:30</p>'},
)


@pytest.mark.parametrize("declaration", DECLARATIONS, ids=str)
def test_each_kind_of_declaration_gives_the_day(declaration: dict[str, str]) -> None:
    assert dated(page(**declaration)) == "2020-10-01"


def test_a_time_of_class_published_is_the_pages_own_beside_its_heading() -> None:
    times = (
        '<time class="entry-date published" datetime="2020-10-01T08:00:00+00:00">x</time>'
        '<time class="updated" datetime="2021-10-01">y</time>'
    )
    assert dated(page(top=f"<div>{times}</div>")) == "2020-10-01"


def test_a_declaration_that_contradicts_itself_leaves_the_date_unknown() -> None:
    days = (("dcterms.issued", "2020-10-01"), ("pubdate", "2020-10-04"))
    twice = "".join(f"<meta name={name} content={day}>" for name, day in days)
    assert dated(page(twice, top='<time datetime="2020-10-01">1 Oct</time>')) is None
    times = '<time datetime="2020-10-01">a</time><time datetime="2020-10-05">b</time>'
    assert dated(page(top=times)) is None


def test_a_finer_declaration_of_the_same_day_wins() -> None:
    head = '<meta name="date" content="2020-10"><meta name="pubdate" content="2020-10-04">'
    assert dated(page(head)) == "2020-10-04"


def test_json_ld_of_two_articles_is_read_where_the_address_is_the_pages() -> None:
    head = '<link rel="canonical" href="https://example.org/a">' + json_ld(
        '[{"@type":"NewsArticle","url":"https://example.org/b","datePublished":"2017-01-01"},'
        '{"@type":"NewsArticle","url":"https://example.org/a","datePublished":"2020-10-03"}]'
    )
    assert dated(page(head)) == "2020-10-03"


def test_a_story_that_is_declared_twice_alike_is_one_story() -> None:
    one = json_ld('{"@type":"NewsArticle","headline":"H","datePublished":"2020-10-03"}')
    other = json_ld('{"@type":"NewsArticle","headline":"O","datePublished":"2020-10-03"}')
    assert dated(page(one + one)) == "2020-10-03"
    assert dated(page(one + other)) is None


def test_json_ld_is_read_however_its_type_and_its_text_are_written() -> None:
    head = json_ld('{"@type":"NewsArticle","headline":"Ships &amp; ports&#8217; men"}')
    head = head.replace("application/ld+json", "Application/LD+JSON; charset=utf-8")
    assert page(head).title == "Ships & ports’ men"


@pytest.mark.parametrize("label", ["Published:", "Published on", "First published", "Publié le"])
def test_a_time_behind_the_word_published_is_the_pages_own(label: str) -> None:
    line = (
        f'{label} <time datetime="2020-10-05">x</time> Updated <time datetime="2020-10-08">y</time>'
    )
    assert dated(page(top=f"</header><div>{line}</div><header>")) == "2020-10-05"


def test_a_page_within_a_form_is_read_like_any_other() -> None:
    markup = f"<html><body><form><h1>T</h1><time pubdate datetime=2020-10-05>x</time><p>{TEXT}</p>"
    assert dated(read_html(markup.encode()).stated) == "2020-10-05"


def test_json_ld_references_are_resolved_in_the_graph() -> None:
    source = page(
        json_ld(
            '{"@graph":[{"@type":"Article","headline":"H","author":{"@id":"#p"},'
            '"publisher":{"@id":"#o"}},{"@type":"Person","@id":"#p","name":"Jane Doe"},'
            '{"@type":"Organization","@id":"#o","name":"The Site"}]}'
        )
    )
    assert (source.title, source.author, source.publisher) == ("H", "Jane Doe", "The Site")


def test_a_title_is_kept_as_it_is_declared() -> None:
    assert page('<meta property="og:title" content="Ministry | Site">').title == "Ministry | Site"
    assert page().title == "Ministry confirms"


@pytest.mark.parametrize(
    ("given", "author"),
    [
        ({"head": '<meta name="author" content="Jane Doe">'}, "Jane Doe"),
        ({"top": '<a rel="author" href="/j">By Jane Doe</a>'}, "Jane Doe"),
        ({"head": '<meta name="author" content="By Jane Doe">'}, "Jane Doe"),
        ({"head": '<meta name="author" content="Rugby Town Council">'}, "Rugby Town Council"),
        (
            {"top": '<p itemprop="author"><img><b itemprop="name">Jane Doe</b> writes</p>'},
            "Jane Doe",
        ),
        ({"top": '<p class="byline"><b>By Jane Doe</b><i>5 October 2020</i></p>'}, "Jane Doe"),
        ({"top": '<b itemprop="author"><i>Jane</i><i>Doe</i></b>'}, "Jane Doe"),
        ({"top": '<p class="meta byline">Jane Doe and Max Moor</p>'}, "Jane Doe and Max Moor"),
        ({"head": '<meta property="article:author" content="https://example.org/jane">'}, None),
        ({"body": '<div class="comments"><a rel="author">A. Reader</a></div>'}, None),
        ({"top": "<p>By Jane Doe</p>"}, None),
    ],
)
def test_an_author_is_one_that_the_page_marks(given: dict[str, str], author: str | None) -> None:
    assert page(**given).author == author


def test_a_heading_that_links_to_the_front_page_is_the_sites_name_and_no_title() -> None:
    markup = '<html><head><title>Talks | Site</title></head><body><h1><a href="{}">Site</a></h1>'
    for address in ("/", "https://example.org", "https://example.org/"):
        assert read_html(markup.format(address).encode()).stated.title == "Talks | Site"
    for address in ("#top", "", "/talks"):
        assert read_html(markup.format(address).encode()).stated.title == "Site"


def test_a_line_break_in_a_heading_parts_its_words() -> None:
    markup = "<html><body><h1>Ministry<br>confirms</h1><p>A note.</p></body></html>"
    assert read_html(markup.encode()).stated.title == "Ministry confirms"


def test_site_address_and_language_are_read() -> None:
    source = page(
        '<meta property="og:site_name" content="The Site">'
        '<meta property="og:url" content="https://example.org/x">'
    )
    assert (source.publisher, source.url) == ("The Site", "https://example.org/x")
    assert source.language == "en"
    assert page('<link rel="canonical" href="/relative">').url is None


def test_a_malformed_address_is_passed_over_and_the_page_is_read() -> None:
    malformed = '<link rel="canonical" href="http://[::1/a">'
    assert page(malformed).url is None
    sound = '<meta property="og:url" content="https://example.org/x">'
    assert page(malformed + sound).url == "https://example.org/x"


@pytest.mark.parametrize(
    ("comment", "address"),
    [
        ("saved from url=(0023)https://example.org/x?a=1 ", "https://example.org/x?a=1"),
        (" Page saved with SingleFile \n url: https://example.org/x \n", "https://example.org/x"),
        (" saved from url=(0014)about:internet ", None),
        (" see https://example.org/x ", None),
    ],
)
@pytest.mark.parametrize("place", ["<!DOCTYPE html>{}<html>", "{}<html>", "<html>{}"])
def test_the_address_that_a_saved_page_came_from_is_read(
    comment: str, address: str | None, place: str
) -> None:
    markup = place.format(f"<!--{comment}-->") + f"<body><h1>T</h1><p>{TEXT}</p></body></html>"
    assert read_html(markup.encode()).stated.url == address


def test_broken_json_ld_is_passed_over() -> None:
    assert page(json_ld('{"@type": "NewsArticle", ') + json_ld("[1, null]")).author is None


def test_half_a_character_in_json_ld_is_not_taken() -> None:
    head = json_ld(r'{"@type":"NewsArticle","headline":"A \ud800 b","datePublished":"2020-10-01"}')
    source = page(head)
    assert (source.title, dated(source)) == ("Ministry confirms", "2020-10-01")


def test_a_word_of_the_title_makes_no_time_one_of_a_change() -> None:
    title = "<title>Revised plan</title><style>.updated{color:red}</style>"
    assert dated(page(title, top='<time datetime="2020-10-06">6 Oct</time>')) == "2020-10-06"
    both = 'Updated <time datetime="2020-10-06">x</time></p><p>Published '
    assert dated(page(top=f'<p>{both}<time datetime="2020-10-05">y</time></p>')) == "2020-10-05"


def test_a_deck_between_title_and_byline_hides_neither() -> None:
    deck = "<h2>What the ministry said, and what it left out</h2><p>A short caption.</p>"
    assert (
        dated(page(top=f'{deck}<p class="byline">By Jo Roe | 5 October 2020</p>')) == "2020-10-05"
    )


@pytest.mark.parametrize(
    "left", ["{{ site.name }}", "{$plugin.site_name}", "${siteName}", "<%= site %>", "%SITE_NAME%"]
)
def test_what_a_template_did_not_fill_in_is_no_value(left: str) -> None:
    metas = "".join(
        f'<meta property="{name}" content="{html.escape(left)}">'
        for name in ("og:site_name", "og:title", "author")
    )
    story = json.dumps({"@type": "NewsArticle", "publisher": left, "author": left})
    source = page(metas + json_ld(story))
    assert (source.publisher, source.author, source.title) == (None, None, "Ministry confirms")
