"""Given metadata: front matter, sources.toml, and which of them counts."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from corpus.dates import PartialDate
from corpus.front_matter import read_front_matter
from corpus.metadata import merge
from corpus.model import Origin, Source
from corpus.reader import Reader
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
    (problem,) = read_front_matter("+++\ntitle = open\n+++\n").problems
    assert "at line 2" in problem
    soon = read_front_matter('+++\ntitle = "a"\ndate = "soon"\n+++\n')
    assert "line 3: published 'soon'" in soon.problems[0]
    assert soon.source == Source(title="a")


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
    (problem,) = read_front_matter(f"---\n{block}").problems
    assert re.search(reason, problem)
    assert "\n" not in problem


@pytest.mark.parametrize(
    ("block", "title", "published"),
    [
        ("title: Council: no ferry was sold\ndate: 2021-06-04\n---\n", True, True),
        ('title: "A "quoted" title\npublished: 2021-06-04\n---\n', True, True),
        ("title: @council says no\ndate: 2021-06-04\n---\n", True, True),
        ("tags: [a, b\ntitle: Ferry\ndate: 2021-06-04\n---\n", True, True),
        ("title: Ferry\ndate: some day\n---\n", True, False),
        ("title: Ferry\nurl: echo.example/a\ndate: 2021-06-04\n---\n", True, True),
        ("title: Ferry\ndate: 2021-06-04\n\n", True, True),
    ],
)
def test_a_slip_costs_no_more_than_its_own_line(block: str, title: bool, published: bool) -> None:
    front = read_front_matter(f"---\n{block}The ferry sails again.")
    assert f"---\n{block}The ferry sails again."[front.end :].strip() == "The ferry sails again."
    assert bool(front.source.title) is title
    assert bool(front.source.published) is published
    assert front.problems


def test_a_slip_in_front_matter_is_a_warning_and_no_lost_document(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: A: b\n---\nThe ferry sails again.", "utf-8")
    reader = Reader(tmp_path, max_bytes=1000)
    document = reader.parse(reader.load("a.md"))
    assert document.text == "The ferry sails again."
    assert document.source.title == "A: b"
    assert any("line 2" in warning for warning in document.warnings)


@pytest.mark.parametrize(
    "key", ["date_published", "published_at", "pubDate", "publishDate", "publication_date"]
)
def test_the_day_is_read_under_the_names_that_other_programs_give_it(key: str) -> None:
    front = read_front_matter(f"---\n{key}: 2021-06-04 10:00:00 +0000 UTC\n---\n")
    assert (str(front.source.published), front.problems) == ("2021-06-04", ())


@pytest.mark.parametrize(
    "author", ['"[[Ann Poe]]"', "[[Ann Poe]]", '\n  - "[[people/Ann Poe]]"', '"[Ann Poe](a.md)"']
)
def test_a_name_is_read_out_of_the_link_of_a_note_program(author: str) -> None:
    assert read_front_matter(f"---\nauthor: {author}\n---\n").source.author == "Ann Poe"


def test_site_and_address_are_read_under_other_names() -> None:
    block = "---\nsite_name: Echo\noriginal_url: https://echo.example/a\n---\n"
    assert read_front_matter(block).source == Source(publisher="Echo", url="https://echo.example/a")


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
