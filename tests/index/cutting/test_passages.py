"""What holds for the passages of any document, however odd."""

import unicodedata
from bisect import bisect_right
from itertools import pairwise

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Document, Section, Source, Span, text_sha256
from index.cutting.overlong import LONGEST
from index.cutting.passages import TARGET, split

untimed = settings(deadline=None)  # the first call loads nltk
_GRAPHEME = regex.compile(r"\X")
LINES = st.sampled_from(
    [
        "Headline of a Story",
        "01.10.2020 – The president confirmed it.",
        "“We have proof. It is serious,” – Agency.",
        "He said: “Nobody was paid.” The court rose. Mr. Fogg left.",
        "- one item\n- another item\n- a third item",
        "```\ncode. Not prose.\n\nmore code\n```",
        "| a | b |\n| c | d |",
        "word " * 90,
        "중국어 中文没有空格" * 30 + "。",
        "x" * 1_700,
        "e\u0301\u0323" * 700,
        "…",
        "\u200b",
        "\u0301 combining first",
    ]
)
GAPS = st.sampled_from(["\n", "\n\n", " ", "\r\n", " \t\n \n", "\x0c", "\u00a0\u2029", "\n\n\n"])


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document with headings, residue and pages at random places."""
    text = ""
    sections: list[Section] = []
    residue: list[Span] = []
    for line in draw(st.lists(LINES | st.text(max_size=30), max_size=12)):
        start, end = len(text), len(text) + len(line)
        kind = draw(st.sampled_from(["text", "text", "text", "heading", "residue"]))
        if kind == "heading" and line:
            sections.append(Section(start, end, line.strip(), draw(st.integers(1, 3))))
        elif kind == "residue" and line:
            residue.append(Span(start, end))
        text += line + draw(GAPS)
    pages = draw(st.sets(st.integers(1, max(1, len(text))), max_size=4))
    return Document(
        id="a.txt",
        source=Source(title="Headline of a Story"),
        text=text,
        sha256=text_sha256(text),
        sections=tuple(sections),
        residue=tuple(residue),
        pages=tuple(sorted(pages)),
    )


def not_quoted(document: Document) -> list[tuple[int, int]]:
    """The spans of headings and residue."""
    headings = [(heading.start, heading.end) for heading in document.sections]
    return headings + [(span.start, span.end) for span in document.residue]


@untimed
@given(documents())
def test_passages_are_exact_ordered_slices_from_visible_to_visible(document: Document) -> None:
    """``document.text[start:end] == text``; no overlap; no white space at either end."""
    last = 0
    for passage in split(document):
        assert document.text[passage.start : passage.end] == passage.text
        assert passage.text == passage.text.strip() != ""
        assert last <= passage.start
        assert (passage.document, passage.sha256) == (document.id, document.sha256)
        last = passage.end


@untimed
@given(documents())
def test_what_is_not_quoted_is_heading_residue_or_white_space(document: Document) -> None:
    """Each visible character is in just one place: a passage, or a heading or residue."""
    left_out = list(document.text)
    for start, end in not_quoted(document):
        left_out[start:end] = " " * (end - start)
    expected = "".join("".join(left_out).split())
    assert "".join("".join(p.text for p in split(document)).split()) == expected


@untimed
@given(documents())
def test_no_passage_reaches_over_a_heading_or_residue(document: Document) -> None:
    """A heading or a piece of page furniture ends the passage before it."""
    for passage in split(document):
        for start, end in not_quoted(document):
            assert passage.end <= start or end <= passage.start


@untimed
@given(documents())
def test_a_passage_is_made_of_whole_sentences_of_its_page(document: Document) -> None:
    """Its sentences fill it, in order, and each begins on the page that it names."""
    for passage in split(document):
        assert passage.sentences[0].start == 0
        assert passage.sentences[-1].end == len(passage.text)
        for before, after in pairwise(passage.sentences):
            assert not passage.text[before.end : after.start].strip()
        pages = {
            1 + bisect_right(document.pages, passage.start + start)
            for start, _ in passage.sentences
        }
        assert pages == ({passage.page} if document.pages else {1})


@untimed
@given(documents())
def test_a_passage_fits_the_size_that_can_be_shown(document: Document) -> None:
    """Only one sentence alone may be longer than twice the target, and that has a limit too."""
    for passage in split(document):
        assert len(passage.text) <= (2 * TARGET if len(passage.sentences) > 1 else LONGEST)


@untimed
@given(documents())
def test_no_cut_falls_inside_a_grapheme(document: Document) -> None:
    """Where no space parts two passages, a user-perceived character ends between them."""
    for before, after in pairwise(split(document)):
        if before.end == after.start:
            ends = {m.end() for m in _GRAPHEME.finditer(document.text, before.start)}
            assert before.end in ends


def test_a_grapheme_longer_than_the_limit_stays_whole() -> None:
    """A letter under thousands of combining marks is one character to its reader."""
    text = "a" + "\u0301" * 5_000
    passages = split(Document("a", Source(), text, text_sha256(text)))
    assert [passage.text for passage in passages] == [text]
    assert unicodedata.combining(text[-1])


def test_an_empty_document_has_no_passages() -> None:
    assert split(Document("a", Source(), " \n\n ", text_sha256(" \n\n "))) == ()
