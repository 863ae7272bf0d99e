"""The title of a page, told from the names of its site and its sections."""

import pytest

from corpus.formats.html import read_html

TEXT = "The ministry said that the transfer of fighters was confirmed by several reports."


def json_ld(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    ("name", "heading", "title"),
    [
        ("Ferry resumes after a year of silence | Echo", "News", "Ferry resumes after a year"),
        ("Echo » Ferry resumes after a year of silence", "Press releases", "Echo » Ferry resumes"),
        ("Echo", "Ferry resumes after a year", "Ferry resumes after a year"),
        ("Echo of the Northern Coast", "Ferry resumes", "Ferry resumes"),
        ("Ferry back in service | Echo", "Ferry resumes", "Ferry resumes"),
        ("All about boats and harbours – Echo", "Ferry resumes", "Ferry resumes"),
        (
            "Ferry resumes at last – Ministry of Boats",
            "Ministry of Boats</h1><h2>Ferry resumes at last</h2><h1>",
            "Ferry resumes",
        ),
        ("Home", "Ferry resumes at last", "Ferry resumes at last"),
        ("Ferry resumes after a year | Echo", "Tiskové zprávy", "Ferry resumes after a year"),
        ("Ferry resumes after a year | Echo", "Пресрелізи", "Ferry resumes after a year"),
        ("Ferry resumes after a year | Echo", "보도자료", "Ferry resumes after a year"),
        ("Ferry resumes - All of it in detail | Echo", "Ferry resumes", "Ferry resumes"),
    ],
)
def test_a_heading_that_names_a_section_gives_way_to_the_pages_name(
    name: str, heading: str, title: str
) -> None:
    site = '<meta property="og:site_name" content="Echo of the Northern Coast">'
    markup = (
        f"<html><head><title>{name}</title>{site}</head><body><article><h1>{heading}</h1>"
        f"<p>{TEXT}</p><p>{TEXT}</p></article></body></html>"
    )
    found = read_html(markup.encode()).stated.title
    assert found is not None
    assert found.startswith(title)


@pytest.mark.parametrize(
    ("declared", "title"),
    [
        ("Echo", "Ferry resumes"),
        ("News", "Ferry resumes"),
        ("Ferry &amp;amp; barge resumes", "Ferry & barge resumes"),
    ],
)
def test_what_is_declared_is_no_title_where_it_names_the_site_or_a_section(
    declared: str, title: str
) -> None:
    markup = (
        f'<html><head><title>Ferry resumes — News — Echo</title><meta property="og:title" '
        f'content="{declared}"></head><body><h1>Ferry resumes</h1><p>{TEXT}</p></body></html>'
    )
    assert read_html(markup.encode()).stated.title == title


def test_what_json_ld_of_a_wiki_calls_a_headline_is_a_description() -> None:
    contributors = '{"@type":"Organization","name":"Contributors to Wikimedia projects"}'
    node = (
        '{"@type":"Article","name":"Siege of Arn","headline":"1672 siege in the north",'
        f'"author":{contributors}}}'
    )
    markup = (
        f"<html><head><title>Siege of Arn - Wikipedia</title>{json_ld(node)}</head><body>"
        f"<h1>Siege of Arn</h1><p>{TEXT}</p><p>{TEXT}</p></body></html>"
    )
    assert read_html(markup.encode()).stated.title == "Siege of Arn"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('"author":{"@type":"Organization","name":"Autoren der Wikimedia-Projekte"}', "<body>"),
        ('"name":"Siege of Arn"', '<body class="mediawiki ltr skin-vector">'),
        ('"name":"Siege of Arn"', '<body><div id="mw-content-text">'),
    ],
)
def test_the_first_revision_of_a_wiki_is_no_day_of_publication(head: str, body: str) -> None:
    node = json_ld(f'{{"@type":"Article","datePublished":"2005-07-26",{head}}}')
    markup = f"<html><head><title>Siege of Arn</title>{node}</head>{body}<h1>Siege of Arn</h1>"
    assert read_html(f"{markup}<p>{TEXT}</p><p>{TEXT}</p>".encode()).stated.published is None


def test_a_live_account_in_microdata_is_of_all_its_days() -> None:
    markup = (
        '<html><body itemscope itemtype="https://schema.org/LiveBlogPosting"><h1>Storm, live</h1>'
        '<meta itemprop="datePublished" content="2023-10-07T06:00:00+02:00">'
        '<meta itemprop="coverageEndTime" content="2023-10-09T06:00:00+02:00">'
        f"<p>{TEXT}</p><p>{TEXT}</p></body></html>"
    )
    assert str(read_html(markup.encode()).stated.published) == "2023-10"
