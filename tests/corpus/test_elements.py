"""The walks that stand in for XPath find what the path would find."""

import pytest
from lxml.html import HtmlElement, document_fromstring

from corpus.formats.elements import having, is_within, listing, texts_before

_PAGE = """<html><head><title>Head</title></head><body>one<div>two<p>three<b>four</b>five</p>six
<script>no</script>seven</div><!-- no -->eight<h1>nine<time id="in">t</time></h1>ten
<ul><li>a</li><li>b<i></i></li></ul><time id="here">then</time>after</body></html>"""


@pytest.fixture
def page() -> HtmlElement:
    return document_fromstring(_PAGE)


@pytest.mark.parametrize("name", ["in", "here"])
def test_the_texts_before_an_element_are_those_of_the_preceding_axis(
    page: HtmlElement, name: str
) -> None:
    passed = " or ".join(f"ancestor::{each}" for each in ("head", "script", "h1"))
    element = page.get_element_by_id(name)
    path = element.xpath(f"preceding::text()[not({passed})]")
    passing = frozenset({"head", "script", "h1"})
    assert list(texts_before(element, passing=passing)) == [str(text) for text in reversed(path)]


def test_lists_of_words_are_searched_by_whole_words() -> None:
    page = document_fromstring('<p class="a byline">1</p><p class="bylines">2</p><p class>3</p>')
    assert [each.text for each in listing(page.iter(), "class", {"byline"})] == ["1"]
    assert [value for _, value in having(page.iter(), "class")] == ["a byline", "bylines", ""]


def test_an_element_is_not_within_itself(page: HtmlElement) -> None:
    assert not is_within(page.find(".//div"), "div")
    assert is_within(page.find(".//b"), "ul", "div")
