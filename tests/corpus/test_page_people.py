"""Who wrote a page and what it is called, among what else a page declares."""

import pytest

from corpus.formats.html import read_html
from tests.corpus.test_page_metadata import json_ld, page


def article(**values: str) -> str:
    fields = ",".join(f'"{key}":{value}' for key, value in values.items())
    return json_ld(f'{{"@type":"NewsArticle",{fields}}}')


PERSON = article(author='{"@type":"Person","name":"Ann Poe"}')


@pytest.mark.parametrize(
    "name",
    [
        *("The Echo", "echo.example", "admin", "Webmaster", "null", "No Author", "@TheEcho"),
        *(
            "Super User",
            "Echo Media GmbH",
            "Poe Publishing Ltd",
            "www.echo.example",
            "a@echo.example",
        ),
        *(
            "Editorial Team",
            "Redaktion",
            "wordpressadmin",
            "annpoe",
            "Luis \\u00c1vila",
            "News desk",
            "Press Office",
            "Your Name",
            "[object Object]",
            "By the Numbers",
            "新华社",
            "Haber Merkezi",
            "AFP / DPA",
            "BBC Monitoring",
            "Anadolu Ajansı",
            "Wire reports",
            "First Last",
            "連合ニュース",
            "وكالات",
            "The Conversation",
            "РИА Новости",
            "هيئة التحرير",
            "Getty Images",
            "Sponsored Post",
            "View all posts",
            "기자",
        ),
    ],
)
def test_who_is_no_person_is_no_author_and_the_next_declaration_counts(name: str) -> None:
    head = f'<meta name="author" content="{name}"><meta property="og:site_name" content="The Echo">'
    head += '<link rel="canonical" href="https://www.echo.example/a">'
    assert page(head).author is None
    assert page(head + PERSON).author == "Ann Poe"


@pytest.mark.parametrize(
    "author",
    [
        '{"@type":"Organization","name":"Northern Lights"}',
        '{"@type":["NewsMediaOrganization"],"name":"Northern Lights"}',
        '[{"@type":"LocalBusiness","name":"Northern Lights"}]',
    ],
)
def test_what_json_ld_calls_an_organisation_is_no_author(author: str) -> None:
    assert page(article(author=author)).author is None
    assert page(article(author=author) + '<meta name="author" content="Ann Poe">').author


def test_the_publisher_by_any_of_its_names_is_no_author() -> None:
    publisher = '{"name":"Morning Star"}'
    head = '<meta property="og:site_name" content="MS">'
    named = article(author='"Morning Star"', publisher=publisher)
    assert page(head + named).author is None
    assert page(article(author='"Ann Poe, M.D."', publisher=publisher)).author == "Ann Poe, M.D."


def test_two_declarations_of_wholly_other_people_leave_the_author_unknown() -> None:
    assert page('<meta name="author" content="Jo Roe">' + PERSON).author is None
    assert page('<meta name="author" content="Ann B. Poe">' + PERSON).author == "Ann B. Poe"


def test_a_person_whom_the_site_is_named_after_may_be_its_author() -> None:
    head = '<meta property="og:site_name" content="Ann Poe writes">' + PERSON
    assert page(head).author == "Ann Poe"


BODY = "<h1>Talks resume</h1>{}<p>" + "The two sides met in the capital on Monday. " * 4 + "</p>"


@pytest.mark.parametrize(
    "line",
    [
        '<span class="author vcard">Ann Poe</span>',
        '<div class="node__author">By Ann Poe</div>',
        '<p class="byline author">von Ann Poe</p>',
        '<div class="post-byline"><a class="author-link" href="/ann">Ann Poe</a></div>',
    ],
)
def test_a_name_alone_that_its_class_calls_the_author_is_the_author(line: str) -> None:
    assert page("", body=BODY.format(line)).author == "Ann Poe"


@pytest.mark.parametrize(
    "line",
    [
        '<span class="author">Ann Poe</span><span class="author">Jo Roe</span>',
        '<span class="photo-author">Ann Poe</span>',
        '<span class="author">Photo: Ann Poe</span>',
        '<span class="author">The Echo</span>',
        '<div class="author">Ann Poe is the editor of this page.</div>',
        '<aside><span class="author">Ann Poe</span></aside>',
    ],
)
def test_nobody_is_the_author_where_two_are_named_or_something_else_is_said(line: str) -> None:
    head = '<meta property="og:site_name" content="The Echo">'
    assert page(head, body=BODY.format(line)).author is None


def test_a_declared_author_is_given_whatever_classes_call_others() -> None:
    body = BODY.format('<span class="author">Jo Roe</span>')
    assert page(PERSON, body=body).author == "Ann Poe"


def test_the_name_of_a_section_or_of_the_site_is_no_title() -> None:
    body = "<h2>Harvest is late</h2><p>The harvest is late, the farmers of the valley say.</p>" * 2
    markup = (
        "<html><head><title>Harvest is late | Echo</title>{}</head><body><main><h1>Press room</h1>"
        f"{body}</main></body></html>"
    )
    site = '<meta property="og:site_name" content="Echo">'
    for head in ("", site + '<meta property="og:title" content="Echo">'):
        assert read_html(markup.format(head).encode()).stated.title == "Harvest is late"
    declared = '<meta property="og:title" content="Harvest is late this year">'
    title = read_html(markup.format(declared).encode()).stated.title
    assert title == "Harvest is late this year"
