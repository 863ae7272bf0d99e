"""Markdown: headings, and markup that is never quoted."""

import pytest

from corpus.formats.markdown import read_markdown

PAGE = """\
# Main *title* with `code`

Intro <!-- hidden --> text.

<!-- a whole block
# Not a heading
-->

Setext Heading
--------------

> # quoted heading

- # heading in a list

```
# fenced heading
Leave a Reply
```

| a | b |
|---|---|
| 1 | 2 |

[ref]: https://example.org "Title"

***

### Closed ###

Leave a Reply
"""


def test_headings_are_sections_with_their_place_level_and_plain_title() -> None:
    draft = read_markdown(PAGE)
    assert draft.text == PAGE
    assert [(PAGE[s.start : s.end], s.title, s.level) for s in draft.sections] == [
        ("# Main *title* with `code`", "Main title with code", 1),
        ("Setext Heading\n--------------", "Setext Heading", 2),
        ("### Closed ###", "Closed", 3),
    ]


def test_markup_and_furniture_are_never_quoted_but_a_fence_is_content() -> None:
    draft = read_markdown(PAGE)
    assert [PAGE[start:end] for start, end in draft.residue] == [
        "<!-- hidden -->",
        "<!-- a whole block\n# Not a heading\n-->",
        "|---|---|",
        '[ref]: https://example.org "Title"',
        "***",
        "Leave a Reply",
    ]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("## Second\n\n# First\n\n# Other\n", "First"),
        ("## Only second\n", None),
        ("First words, no heading.\n", None),
    ],
)
def test_the_first_level_1_heading_is_the_title(text: str, title: str | None) -> None:
    assert read_markdown(text).stated.title == title


def test_front_matter_is_taken_from_the_front_and_offsets_count_behind_it() -> None:
    draft = read_markdown("---\ntitle: Given\n---\n\n# Heading\n\nText.\n")
    assert draft.text == "\n# Heading\n\nText.\n"
    assert draft.front_matter.title == "Given"
    assert draft.stated.title == "Heading"
    assert draft.sections[0].start == 1


def test_a_byline_under_the_title_is_read_and_not_quoted() -> None:
    draft = read_markdown("# Title\n\n*By Jane Doe | 1 October 2020*\n\nText.\n")
    assert draft.stated.author == "Jane Doe"
    assert [draft.text[start:end] for start, end in draft.residue] == [
        "*By Jane Doe | 1 October 2020*"
    ]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Seen <!-- hidden -->.", ["<!-- hidden -->"]),
        ("Code `<!-- shown -->`.", []),
        ("Code `<!-- shown -->`." + " [" * 50_000, ["<!-- shown -->"]),
        ("Seen <!-- hidden -->." + " [" * 50_000, ["<!-- hidden -->"]),
    ],
)
def test_a_comment_is_never_quoted(text: str, hidden: list[str]) -> None:
    """In a paragraph too long to be parsed, one in code is taken for one too."""
    draft = read_markdown(text)
    assert [draft.text[start:end] for start, end in draft.residue] == hidden


def test_an_overlong_heading_keeps_its_markup() -> None:
    """A heading is a heading however long; its words are not parsed beyond a length."""
    (section,) = read_markdown("# *Fire*" + " [" * 50_000).sections
    assert section.title.startswith("*Fire* [ [")


def test_scripts_and_lines_that_repeat_the_front_matter_are_never_quoted() -> None:
    script = "<script>\nvar a = 1;\n\nvar b = 2;\n</script>"
    text = f"---\nauthor: Jane Doe\n---\n# Title\n\nJane Doe\n\nProse is here.\n\n{script}\n"
    draft = read_markdown(text)
    assert [draft.text[start:end] for start, end in draft.residue] == ["Jane Doe", script]
