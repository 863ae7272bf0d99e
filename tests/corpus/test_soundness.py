"""What holds in every format: names are bounded, and nothing is quoted where words are damaged."""

import pytest

from corpus.model import Document, Source
from corpus.reader import RawFile, Reader
from corpus.soundness import DAMAGED

PROSE = "The council met on Monday and put off the vote, because the papers had not arrived."


def read(name: str, text: str) -> Document:
    return Reader.parse(RawFile(name, text.encode(), "", Source(), True))


def quotable(document: Document) -> str:
    """The text with what is never quoted taken out."""
    text, end = [], 0
    for span in document.residue:
        text.append(document.text[end : span.start])
        end = span.end
    return "".join([*text, document.text[end:]])


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_no_block_that_holds_a_replacement_character_is_quoted(name: str) -> None:
    blocks = [PROSE, f"She said “no� way” to it.\n{PROSE[::-1]}", PROSE.upper()]
    between = "</p><p>" if name == "a.html" else "\n\n"
    text = between.join(blocks)
    document = read(name, f"<p>{text}</p>" if name == "a.html" else text)
    assert PROSE in quotable(document)
    assert PROSE.upper() in quotable(document)
    assert "way" not in quotable(document)
    assert "way" in document.text


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
@pytest.mark.parametrize("damage", [b"\xe9", b"\xf0\x9f", b"\x00"])
def test_one_stray_byte_costs_its_paragraph_at_most_and_is_told(name: str, damage: bytes) -> None:
    between = "</p><p>" if name == "a.html" else "\n\n"
    text = between.join([PROSE, "“No – never,” she wrote", PROSE.upper()]).encode()
    raw = b"<p>" * (name == "a.html") + text.replace(b"never", b"never " + damage + b" again")
    document = Reader.parse(RawFile(name, raw, "", Source(), True))
    assert PROSE in quotable(document)
    assert PROSE.upper() in quotable(document)
    assert "never" in document.text
    if damage == b"\x00":  # which says nothing, and is left out
        assert "never again" in " ".join(document.text.split())
        assert document.warnings == ()
    else:
        assert "never" not in quotable(document)
        assert document.warnings == (DAMAGED,)


def test_a_damaged_heading_names_no_section() -> None:
    document = read("a.md", f"# Caf� shut\n\n{PROSE}\n\n## Sound\n\n{PROSE}")
    assert [section.title for section in document.sections] == ["Sound"]
    assert document.source.title is None
    assert "title" not in document.source.origins
    assert document.warnings == (
        "title is damaged and not used; give it in sources.toml",
        DAMAGED,
    )


def test_a_title_without_end_is_cut_at_a_word_and_the_warning_says_so() -> None:
    title = "Weather " * 20_000
    document = read("a.md", f"---\ntitle: {title}\n---\n{PROSE}")
    assert document.source.title is not None
    assert document.source.title.endswith(" Weather…")
    assert len(document.source.title) <= 500
    assert [warning.split(" is cut")[0] for warning in document.warnings] == [
        "title of 159,999 characters"
    ]


def test_a_heading_without_end_keeps_its_place_and_its_first_words() -> None:
    heading = "word " * 30_000
    document = read("a.md", f"# Title\n\n## {heading}\n\n{PROSE}")
    section = document.sections[1]
    assert document.text[section.start : section.end].count("word") == 30_000
    assert len(section.title) <= 501
