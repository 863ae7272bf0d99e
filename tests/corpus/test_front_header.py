"""Headers without a fence, and front matter that says a thing twice."""

import pytest

from corpus.front_matter import read_front_matter

BODY = "The ministry called the report a forgery that was made abroad, and said so twice.\n"


@pytest.mark.parametrize(
    "header",
    [
        "Title: Talks\nDate: 2020-10-05\nTags: a, b\n\n",
        "Title: Talks\nAuthor: Jane Doe\nDate: 2020-10-05 10:00\n\n",
        "% Talks\n% Jane Doe\n% 5 October 2020\n\n",
        '{\n  "title": "Talks",\n  "date": "2020-10-05"\n}\n\n',
        "\n---\ntitle: Talks\ndate: 2020-10-05\n---\n",
        "---yaml\ntitle: Talks\nPublication-Date: 2020-10-05\n---\n",
    ],
)
def test_a_header_of_other_programs_is_metadata_and_no_text(header: str) -> None:
    found = read_front_matter(header + BODY)
    assert (found.source.title, str(found.source.published)) == ("Talks", "2020-10-05")
    assert (header + BODY)[found.end :].strip() == BODY.strip()


@pytest.mark.parametrize(
    "header",
    [
        "---\ntitle:Talks\ndate: 2020-10-05\ntags: [a, b\n---\n",
        "---\n\ttitle: Talks\n\tdate: 2020-10-05\n---\n",
        '+++\ntitle = "Talks"\ndate = 2020-10-05\nauthors = ["Jane Doe"]\ndraft = False\n+++\n',
        "---\ntitle: “Talks”\ndate: “2020-10-05”\nauthor: {{author}}\n---\n",
        "---\ntitle: Talks\ndate: 2020-10-05\nauthor: <% tp.author %>\n---\n",
    ],
)
def test_a_header_that_is_written_carelessly_is_read_as_it_was_meant(header: str) -> None:
    found = read_front_matter(header + BODY)
    assert (found.source.title, str(found.source.published)) == ("Talks", "2020-10-05")
    assert found.source.author in {None, "Jane Doe"}
    assert (header + BODY)[found.end :] == BODY


@pytest.mark.parametrize(
    "text",
    [
        "Title: Talks\n\n" + BODY,
        "Title: Talks\nThis is how it began.\n\n" + BODY,
        "Minister: nobody was asked\nDate: 2020-10-05\n\n" + BODY,
        "% of votes counted\n\n" + BODY,
        "{not json}\n" + BODY,
        '{"a": 1, "b": 2}\n' + BODY,
        "{" * 100_000,
    ],
)
def test_a_text_that_begins_much_like_a_header_stays_whole(text: str) -> None:
    found = read_front_matter(text)
    assert found.end == 0
    assert found.source.published is None


def test_a_day_that_is_given_twice_otherwise_is_unknown_and_reported() -> None:
    block = "---\ntitle: Talks\ndate: 2020-10-05\ndate: 2021-10-05\n---\n"
    found = read_front_matter(block + BODY)
    assert found.source.published is None
    assert found.source.title == "Talks"
    (problem,) = found.problems
    assert "line 4: date is given twice" in problem
    assert read_front_matter(block.replace("2021", "2020")).source.published
