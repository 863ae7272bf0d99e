"""Given metadata: front matter, sources.toml, and which of them counts."""

from collections.abc import Mapping

import pytest

from corpus.dates import PartialDate
from corpus.front_matter import FrontMatterError, read_front_matter
from corpus.metadata import merge
from corpus.model import Origin, Source
from corpus.sources_file import read_sources_file


def test_front_matter_is_read_and_ends_where_the_document_begins() -> None:
    text = (
        "---\n# a comment\nTitle: 'On: talks'\nsite: The Site\n"
        "authors: [Jane Doe, {name: Max Moor}]\n"
        "date: 2020-10\nlink: https://example.org/a\nlanguage: en\ntags: [x]\ndraft: no\n---\nText"
    )
    front = read_front_matter(text)
    assert front.source == Source(
        title="On: talks",
        publisher="The Site",
        author="Jane Doe, Max Moor",
        url="https://example.org/a",
        published=PartialDate(2020, 10),
        language="en",
    )
    assert text[front.end :] == "Text"


def test_front_matter_may_be_toml() -> None:
    text = '+++\ntitle = "On talks"\ndate = 2020-10-01T23:30:00-05:00\n[params]\na = 1\n+++\nText'
    front = read_front_matter(text)
    assert front.source == Source(title="On talks", published=PartialDate(2020, 10, 1))
    assert text[front.end :] == "Text"
    with pytest.raises(FrontMatterError, match="at line 2"):
        read_front_matter("+++\ntitle = open\n+++\n")
    with pytest.raises(FrontMatterError, match=r"line 3: published 'soon'"):
        read_front_matter('+++\ntitle = "a"\ndate = "soon"\n+++\n')


@pytest.mark.parametrize("flag", ["true", "false"])
def test_what_other_programs_mean_by_a_key_is_neither_read_nor_an_error(flag: str) -> None:
    """Jekyll tells by ``published`` whether to show a page, Hugo by ``url`` its path."""
    block = f"---\npublished: {flag}\nurl: /posts/a\ndate: 2020-10-01\n---\n"
    assert read_front_matter(block).source == Source(published=PartialDate(2020, 10, 1))


@pytest.mark.parametrize(
    "text",
    [
        "No front matter.",
        "---\na = b, said the teacher.\n---\n",
        "+++\nThree crosses open this text.\n+++\n",
        "---\nA rule opens this text.\n---\n",
        "---\n\nA rule, and no end",
        " ---\ntitle: x\n---\n",
        "",
    ],
)
def test_a_text_that_only_begins_with_a_rule_has_none(text: str) -> None:
    assert read_front_matter(text).end == 0


def test_empty_front_matter_is_taken_away() -> None:
    assert read_front_matter("---\n---\nText").end == len("---\n---\n")


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        ("title: [open\n---\n", "line 3"),
        ("title: a\n  bad: indent\n---\n", "line 3"),
        ("title: never closed\n", "never closes"),
        ("title: a\ndate: sometime\n---\n", "line 3: published 'sometime' is not a date"),
        ("url: example.org\n---\n", "line 2: url 'example.org' is not a web address"),
        ("title: {a: b}\n---\n", "line 2: title is a table"),
        ('title: "A \\ud800 b"\n---\n', "line 2: title 'A .*' holds half a character"),
    ],
)
def test_broken_front_matter_is_told_with_its_line(block: str, reason: str) -> None:
    with pytest.raises(FrontMatterError, match=reason) as caught:
        read_front_matter(f"---\n{block}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("null", ["null", "~", "Null", "NULL", ""])
def test_what_is_null_is_unknown(null: str) -> None:
    block = f"---\ntitle: {null}\nauthor: {null}\npublished: {null}\nurl: {null}\n---\n"
    assert read_front_matter(block).source == Source()


def test_a_name_under_source_is_no_address_and_no_error() -> None:
    assert read_front_matter("---\nsource: Reuters\ntitle: x\n---\n").source.url is None


def given(text: str) -> tuple[Mapping[str, Source], tuple[str, ...]]:
    file = read_sources_file(text.encode())
    return file.entries, file.problems


def test_sources_toml_gives_metadata_by_path() -> None:
    entries, problems = given(
        '["a/b.txt"]\ntitle = "T"\npublisher = "P"\npublished = "2020-10"\n'
        '["c.txt"]\npublished = 2020-10-01\n["d.txt"]\npublished = 2020\n'
        '["e.txt"]\npublished = 2020-10-01T23:00:00-05:00\n'
    )
    assert entries["a/b.txt"] == Source(title="T", publisher="P", published=PartialDate(2020, 10))
    assert entries["c.txt"].published == PartialDate(2020, 10, 1)
    assert entries["d.txt"].published == PartialDate(2020)
    assert entries["e.txt"].published == PartialDate(2020, 10, 1)
    assert problems == ()


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('titel = "x"', "titel is not a known key; known are title"),
        ("title = 5", "title is a number, not a text"),
        ("title = true", "title is true or false"),
        ('published = "2020-13"', "published '2020-13' is not a date"),
        ("published = 2020.5", "published is a number, not a date"),
        ('url = "ftp://example.org/x"', "is not a web address; begin it with https://"),
        ('url = "javascript:alert(1)"', "is not a web address"),
        ('author = "  "', "author is blank"),
    ],
)
def test_a_value_that_cannot_be_used_is_told_and_the_rest_is_kept(line: str, problem: str) -> None:
    entries, problems = given(f'["a.txt"]\nlanguage = "en"\n{line}\n')
    assert entries["a.txt"] == Source(language="en")
    assert len(problems) == 1
    assert problems[0].startswith('["a.txt"]: ')
    assert problem in problems[0]


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"not toml", "is not valid TOML"),
        (b"\xff\xfe", "is not UTF-8"),
        (b'title = "x"', "title: is not a known key"),
        (b'dotted_dates = "y"', "dotted_dates: 'y' is unknown; write 'day.month.year' or"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_is_not_fatal(raw: bytes, problem: str) -> None:
    assert problem in read_sources_file(raw).problems[0]


def test_dotted_dates_are_read_as_the_corpus_says() -> None:
    file = read_sources_file(
        b'dotted_dates = "month.day.year"\n["a.txt"]\npublished = "10.02.2020"\n'
    )
    assert file.day_first is False
    assert file.entries["a.txt"].published == PartialDate(2020, 10, 2)


def test_each_field_comes_from_the_strongest_place_that_knows_it() -> None:
    source = merge(
        (Origin.SOURCES_FILE, Source(title="given")),
        (Origin.FRONT_MATTER, Source(title="written", author="Jane Doe")),
        (Origin.DOCUMENT, Source(title="read", author="x", published=PartialDate(2020))),
    )
    assert (source.title, source.author, str(source.published)) == ("given", "Jane Doe", "2020")
    assert source.origin("title") is Origin.SOURCES_FILE
    assert source.origin("author") is Origin.FRONT_MATTER
    assert source.origin("published") is Origin.DOCUMENT
    assert source.origin("url") is None
