"""JSON-LD as sites write it: wrapped, broken, or about something on the page."""

import pytest

from tests.corpus.test_page_metadata import dated, json_ld, page

DAY = '"datePublished":"2020-03-16T10:00:00+01:00"'


@pytest.mark.parametrize(
    "text",
    [
        f'{{"@type":"WebPage","mainEntity":{{"@type":"NewsArticle",{DAY}}}}}',
        '{"@type":"NewsArticle","datePublished":["2020-03-16"]}',
        '{"@type":"NewsArticle","datePublished":{"@type":"Date","@value":"2020-03-16"}}',
        f'{{"@type":"NewsArticle",{DAY}}};',
        f'{{"@type":"BreadcrumbList"}}{{"@type":"NewsArticle",{DAY}}}',
        f'{{"@type":"NewsArticle", // a note\n{DAY} /* and another */}}',
        f'{{"@type":"NewsArticle",{DAY},"about":"He said "no" to it"}}',
        f'{{"@type":"PressRelease",{DAY}}}',
        '{"@type":"NewsArticle","datePublished":"2020-03-16T10:00:00+01:00[Europe/Berlin]"}',
        '{"@type":"NewsArticle","datePublished":"Mon, 03/16/2020 - 10:00"}',
        '{"@type":"NewsArticle","datePublished":"16-Mar-2020"}',
        f'{{"@type":"NewsArticle",{DAY}}}'.replace('"', "&quot;"),
        f'{{"@type":"NewsArticle",{DAY}}}'.replace('"', "'"),
        "{'@type':'NewsArticle','headline':'He said \"it\\'s so\"','datePublished':'2020-03-16'}",
        '{"@type":"NewsArticle","datePublished":"16 Mar 20"}',
        '{"@type":"NewsArticle","datePublished":"16-Mar-20"}',
        f'[[{{"@type":"NewsArticle",{DAY}}}]]',
        f'{{"@graph":{{"@type":"NewsArticle",{DAY}}}}}',
        '{"@type":"NewsArticle","datePublished":1584349200000}',
        '{"@type":"NewsArticle","datePublished":"/Date(1584349200000)/"}',
        '{"@type":"NewsArticle","datePublished":"16-03-2020"}',
        '{"@type":"NewsArticle","datePublished":"2020-03-16T10"}',
    ],
)
def test_a_day_is_read_in_whatever_form_sites_give_it(text: str) -> None:
    assert dated(page(json_ld(text))) == "2020-03-16"


@pytest.mark.parametrize(
    "text",
    [
        f'{{"@type":"NewsArticle",{DAY},"x":"a "b"",{DAY.replace("03", "04")}}}',
        f'{{"@type":"Event",{DAY},"about":"He said "no" to it"}}',
        f'{{"@type":"ItemList","mainEntity":[{{"@type":"NewsArticle",{DAY}}}]}}',
        '{"@type":"NewsArticle","datePublished":["2020-03-16","2021-03-16"]}',
    ],
)
def test_days_that_contradict_each_other_or_are_of_something_else_are_none(text: str) -> None:
    assert page(json_ld(text)).published is None


BROKEN = '"about":"He said "no" to it"'  # what follows it is no valid JSON


@pytest.mark.parametrize(
    "text",
    [
        f'{{"@type":"NewsArticle",{BROKEN},"image":{{"@type":"ImageObject",{DAY}}}}}',
        f'{{"@type":"NewsArticle",{BROKEN},"comment":[{{"@type":"Comment",{DAY}}}]}}',
        f'{{"@type":"ItemList",{BROKEN},"itemListElement":[{{"@type":"NewsArticle",{DAY}}}]}}',
        f'{{"@type":"WebPage",{BROKEN},"mentions":{{"@type":"NewsArticle",{DAY}}}}}',
        f'{{"@type":"NewsArticle",{BROKEN},"hasPart":{{"mainEntity":{{{DAY}}}}}}}',
        f'{{"@type":"NewsArticle",{BROKEN},"video":{{}},{DAY.replace("Published", "Modified")}}}',
        f'{{"@type":"NewsArticle",{BROKEN},"datePublished":null}}',
        f'{{"@type":[],{BROKEN},{DAY}}}',
        f'{{"@type":"NewsArticle",{BROKEN}}}}},{{{DAY}}}',
        (
            f'[{{"@type":"NewsArticle",{DAY},{BROKEN}}},'
            f'{{"@type":"NewsArticle",{DAY.replace("03", "04")}}}]'
        ),
        f'{{"@type":"NewsArticle","url":"https://g.example/other",{BROKEN},{DAY}}}',
    ],
)
def test_of_broken_json_only_the_days_of_the_story_itself_count(text: str) -> None:
    address = '<link rel="canonical" href="https://g.example/talks">'
    assert page(address + json_ld(text)).published is None


@pytest.mark.parametrize(
    "text",
    [
        (
            f'{{"@type":"NewsArticle","image":{{"@type":"ImageObject","datePublished":"2011-01-01"}},'
            f"{BROKEN},{DAY}}}"
        ),
        (
            f'{{"@graph":[{{"@type":"ItemList","itemListElement":[{{"@type":"Article",'
            f'"datePublished":"2011-01-01"}}]}},{{{BROKEN},{DAY},"@type":["NewsArticle","Thing"]}}]}}'
        ),
        (
            f'{{"@type":"NewsArticle",{DAY},"comment":[{{"@type":"Comment",{BROKEN},'
            f'"datePublished":"2021-01-01"}},'
        ),
    ],
)
def test_the_day_of_a_story_in_broken_json_is_read_beside_those_of_others(text: str) -> None:
    assert dated(page(json_ld(text))) == "2020-03-16"
