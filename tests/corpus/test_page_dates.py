"""The day of a page whose declarations differ: its own clock, changes apart, or unknown."""

import pytest

from corpus.formats.html import read_html
from corpus.model import Source

TEXT = "The ministry said that the transfer of fighters was confirmed by several reports."


def page(
    head: str = "",
    top: str = "",
    foot: str = "",
    title: str = "Ferry resumes | Echo",
    language: str = "en",
) -> Source:
    markup = (
        f'<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        "<body>"
        f'<div class="banner">Tuesday, 3 March 2026</div><main><article><h1>Ferry resumes</h1>{top}'
        f"<p>{TEXT}</p><p>{TEXT}</p>{foot}</article></main></body></html>"
    )
    return read_html(markup.encode()).stated


def day(head: str = "", top: str = "", foot: str = "", language: str = "en") -> str | None:
    published = page(head, top, foot, language=language).published
    return str(published) if published else None


def published_time(instant: str) -> str:
    return f'<meta property="article:published_time" content="{instant}">'


def article(**values: str) -> str:
    fields = ",".join(f'"{key}":"{value}"' for key, value in values.items())
    return f'<script type="application/ld+json">{{"@type":"NewsArticle",{fields}}}</script>'


@pytest.mark.parametrize(
    "clock",
    [
        {"top": '<time datetime="2021-06-04T19:20:00-07:00">June 4, 2021</time>'},
        {"top": '<p class="posted">Posted June 4, 2021, 7:20 p.m. PDT</p>'},
        {"top": '<div class="byline">By Ann Poe | June 4, 2021 | 7:20pm</div>'},
        {"head": '<meta name="sailthru.date" content="2021-06-04 19:20:00">'},
        {"head": '<link rel="canonical" href="https://echo.example/2021/06/04/ferry/">'},
        {"head": article(datePublished="2021-06-04T19:20:00-07:00")},
    ],
    ids=str,
)
def test_what_tells_the_pages_own_clock_says_which_day_an_instant_in_utc_is_of(
    clock: dict[str, str],
) -> None:
    clock = {"head": "", **clock}
    for written in ("2021-06-05T02:20:00Z", "2021-06-05T02:20:00+00:00"):
        assert day(**{**clock, "head": clock["head"] + published_time(written)}) == "2021-06-04"


def test_an_instant_in_utc_alone_is_of_the_day_that_it_names() -> None:
    assert day(published_time("2021-06-05T12:20:00Z")) == "2021-06-05"


@pytest.mark.parametrize(
    ("host", "instant", "meant"),
    [
        ("echo.com.ar", "2021-06-05T01:20:00Z", "2021-06-04"),
        ("echo.com.ar", "2021-06-05T12:20:00Z", "2021-06-05"),
        ("echo.com.ar", "2021-06-05T03:20:00Z", None),
        ("echo.de", "2021-06-04T23:20:00Z", "2021-06-05"),
        ("echo.de", "2021-06-04T22:20:00Z", None),
        ("echo.de", "2021-06-04T00:00:00Z", "2021-06-04"),
        ("echo.org", "2021-06-05T01:20:00Z", None),
        ("echo.org", "2021-06-05T06:20:00Z", "2021-06-05"),
    ],
)
def test_an_instant_in_utc_is_of_the_day_that_the_sites_country_counts(
    host: str, instant: str, meant: str | None
) -> None:
    link = f'<link rel="canonical" href="https://{host}/ferry">'
    assert day(link + published_time(instant)) == meant


def test_declarations_of_two_days_leave_the_date_unknown() -> None:
    assert day(published_time("2021-06-05") + article(datePublished="2021-06-09")) is None
    assert day(published_time("2021-06-05"), '<time datetime="2021-06-09">9 June</time>') is None


def test_the_instant_of_a_change_is_none_of_publication_where_both_are_told() -> None:
    told_apart = article(datePublished="2021-06-02T08:00:00Z", dateModified="2021-06-05T10:11:12Z")
    assert day(published_time("2021-06-05T10:11:12Z") + told_apart) == "2021-06-02"


def test_a_day_of_change_at_the_heading_says_nothing_of_publication() -> None:
    shown = '<p class="date">Updated 9 June 2021</p>'
    assert day(published_time("2021-06-05"), shown) == "2021-06-05"
    assert day(top=shown) is None
    unlabelled = '<p class="date">9 June 2021</p>'
    changed = '<meta property="article:modified_time" content="2021-06-09T10:00:00Z">'
    assert day(published_time("2021-06-05") + changed, unlabelled) == "2021-06-05"


@pytest.mark.parametrize("name", ["date", "DC.date", "dcterms.date"])
def test_what_programs_write_counts_only_where_the_page_shows_the_same_day(name: str) -> None:
    made = f'<meta name="{name}" content="2021-06-05">'
    assert day(made) is None
    assert day(made, '<span class="date">5 June 2021</span>') == "2021-06-05"
    assert day(made, '<span class="date">3 June 2021</span>') in {None, "2021-06-03"}


def test_a_time_whose_words_and_attribute_differ_gives_no_day() -> None:
    time = '<time itemprop="datePublished" datetime="2021-06-09">{}</time>'
    assert day(top=time.format("Published 2 June 2021")) is None
    assert day(top=time.format("Published 9 June 2021")) == "2021-06-09"


def test_two_days_at_the_heading_give_none_and_the_banner_is_not_at_the_heading() -> None:
    assert day(top="<div class='date'>1 June 2021</div><div class='date'>4 June 2021</div>") is None
    assert day(top="<div>1 June 2021</div>") == "2021-06-01"
    assert day() is None


def test_the_foot_of_the_article_itself_may_give_the_day() -> None:
    time = '<time class="published" datetime="2021-06-01">x</time>'
    assert day(foot=f'<footer class="entry-footer">{time}</footer>') == "2021-06-01"


@pytest.mark.parametrize(
    "written",
    [
        "20210604T110000Z",
        "Fri Jun 04 2021 11:00:00 GMT+0200 (Central European Summer Time)",
        "Fri Jun 04 11:00:00 CEST 2021",
        "Fri, 04 Jun 2021 11:00:00 GMT",
        "2021-06-04 11:00:00 +0000 UTC",
        "2021/06/04 11:00",
        "2021-06-04T11:00:00.123+02",
        "2021.06.04",
        "2021年6月4日",
        "2021년 6월 4일",
        "2021-6-4",
        "04 June, 2021",
    ],
)
def test_a_day_is_read_in_the_forms_that_programs_and_people_write(written: str) -> None:
    assert day(published_time(written)) == "2021-06-04"


def test_json_ld_is_read_in_a_cdata_section_and_from_the_page_node_of_a_graph() -> None:
    node = '{"@type":"NewsArticle","datePublished":"2021-06-04"}'
    script = '<script type="application/ld+json">%s</script>'
    assert day(script % f"//<![CDATA[\n{node}\n//]]>") == "2021-06-04"
    graph = '{"@graph":[{"@type":"WebSite"},{"@type":"WebPage","datePublished":"2021-06-04"}]}'
    assert day(script % graph) == "2021-06-04"


def test_a_wiki_has_no_day_and_its_title_is_its_heading() -> None:
    head = '<meta name="generator" content="MediaWiki 1.39">'
    assert (
        page(head + article(datePublished="2011-02-03", headline="Line of boats")).published is None
    )
    source = page(article(headline="Line of boats", datePublished="2011-02-03"))
    assert source.title == "Ferry resumes"


@pytest.mark.parametrize(
    "head",
    [
        '<meta name="generator" content="Wiki.js">',
        '<link rel="canonical" href="https://de.wiktionary.org/wiki/Boot">',
        '<link rel="canonical" href="https://boats.fandom.com/wiki/Ferry">',
        article(author="Учасники проектів Вікімедіа"),
    ],
)
def test_a_wiki_is_told_by_its_program_its_address_or_its_many_hands(head: str) -> None:
    assert day(published_time("2011-02-03") + head) is None


def test_a_news_page_about_wikis_has_its_day() -> None:
    head = '<link rel="canonical" href="https://echo.example/news/wiki-under-fire">'
    assert day(published_time("2011-02-03") + head) == "2011-02-03"


@pytest.mark.parametrize("path", ["2017/07/12/ferry", "2019-05-03-ferry", "2019/05/ferry"])
def test_an_address_of_another_day_or_month_leaves_the_date_unknown(path: str) -> None:
    head = f'<link rel="canonical" href="https://echo.example/{path}">'
    assert day(head + published_time("2019-06-17T18:28:00+02:00")) is None


def test_the_month_in_an_address_tells_the_clock_of_an_instant_in_utc() -> None:
    head = '<link rel="canonical" href="https://echo.example/2021/05/ferry/">'
    assert day(head + published_time("2021-06-01T03:30:00Z")) == "2021-05-31"
    assert day(head + published_time("2021-05-31T13:30:00Z")) == "2021-05-31"


def test_a_local_day_shown_beside_an_instant_in_utc_is_the_day() -> None:
    top = '<time datetime="2021-06-02T03:30:00.000Z">June 1, 2021</time>'
    assert day(top=top) == "2021-06-01"


def test_a_day_shown_at_the_heading_that_no_declaration_means_leaves_it_unknown() -> None:
    top = '<time datetime="2019-10-19T03:00:00Z">19.10.2019, 05:00 Uhr</time>'
    marked = '<meta itemprop="datePublished" content="2019-10-18">'
    assert day(published_time("2019-10-19T03:00:00Z") + marked, top) is None


@pytest.mark.parametrize("name", ["schema:datePublished", "dc:issued x", "dcterms:issued"])
def test_a_day_is_marked_in_rdfa(name: str) -> None:
    assert day(top=f'<span property="{name}" content="2021-06-04">4/6</span>') == "2021-06-04"


def test_a_live_account_of_several_days_has_what_they_have_in_common() -> None:
    live = article(datePublished="2021-06-04T08:00:00Z", dateModified="2021-06-09T08:00:00Z")
    live = live.replace("NewsArticle", "LiveBlogPosting")
    assert day(live) == "2021-06"
    assert day(live.replace("2021-06-09", "2021-06-04")) == "2021-06-04"
    assert day(live.replace("2021-06-09", "2022-01-01")) is None


@pytest.mark.parametrize(
    "script",
    [
        '<!--\n{"@type":"NewsArticle","datePublished":"2021-06-04T10:00:00+02:00"}\n-->',
        '/*<![CDATA[*/{"@type":"NewsArticle","datePublished":"2021-06-04"}/*]]>*/',
        '{"@type":"NewsArticle","headline":"A, ]","datePublished":"2021-06-04",}',
        '[{"@type":"NewsArticle","keywords":["a",],"datePublished":"2021-06-04"},]',
    ],
)
def test_json_ld_is_read_as_carelessly_as_it_is_written(script: str) -> None:
    assert day(f'<script type="application/ld+json">{script}</script>') == "2021-06-04"


@pytest.mark.parametrize("written", ["20210604", "1622800800", "1622800800123"])
def test_a_day_of_eight_digits_and_seconds_since_1970_are_read(written: str) -> None:
    assert day(article(datePublished=written)) == "2021-06-04"


@pytest.mark.parametrize("written", ["20211304", "12345678", "99999999999", "162280080"])
def test_other_numbers_are_no_day(written: str) -> None:
    assert day(article(datePublished=written)) is None


def test_a_comma_within_a_text_of_json_ld_stays() -> None:
    script = '{"@type":"NewsArticle","headline":"Ferry, ]resumes, }",}'
    found = page(f'<script type="application/ld+json">{script}</script>', title="Echo")
    assert found.title == "Ferry, ]resumes, }"


@pytest.mark.parametrize("name", ["live-blog", "liveticker", "arena-liveblog", "lb24-news"])
def test_a_live_blog_that_its_class_alone_tells_has_what_its_entries_share(name: str) -> None:
    entries = "".join(
        f'<div class="entry"><time datetime="2021-06-0{each}T09:12:00+02:00">{each} June</time>'
        f"<p>{TEXT}</p></div>"
        for each in (4, 1)
    )
    first = published_time("2021-06-01T08:00:00+02:00")
    assert day(first, f'<div class="{name}">{entries}</div>') == "2021-06"
    assert day(first, f'<div class="text">{entries}</div>') != "2021-06"
