"""Passages read well: what belongs together stays together, and says where it stands."""

from pathlib import Path

import pytest

from corpus.dates import PartialDate
from corpus.model import Document, Section, Source, Span, text_sha256
from corpus.stated import YearFrom
from index.cutting.overlong import LONGEST
from index.cutting.passage import Passage
from index.cutting.passages import split

FILLER = "The commission heard sixty witnesses in the autumn of that year. " * 6


def document(
    text: str,
    *headings: str,
    residue: tuple[Span, ...] = (),
    pages: tuple[int, ...] = (),
    source: Source | None = None,
) -> Document:
    """A document whose ``headings`` are lines of its text, the first at level 1."""
    sections = tuple(
        Section(text.index(line), text.index(line) + len(line), line.lstrip("# "), 1 + bool(at))
        for at, line in enumerate(headings)
    )
    return Document("a.md", source or Source(), text, text_sha256(text), sections, residue, pages)


def texts(passages: tuple[Passage, ...]) -> list[str]:
    return [passage.text for passage in passages]


def test_a_section_ends_the_passage_and_names_the_next() -> None:
    """Short as they are, two sections are never joined."""
    text = "Before.\n\n# First\n\nOne.\n\n## Second\n\nTwo.\n"
    passages = split(document(text, "# First", "## Second"))
    assert [(p.text, p.section) for p in passages] == [
        ("Before.", None),
        ("One.", "First"),
        ("Two.", "Second"),
    ]


def test_the_title_of_the_document_is_no_section() -> None:
    """The heading at the top that repeats the source's title opens no section."""
    text = "# The Report\n\nOne.\n\n## Findings\n\nTwo.\n"
    source = Source(title="The Report")
    passages = split(document(text, "# The Report", "## Findings", source=source))
    assert [p.section for p in passages] == [None, "Findings"]
    other = split(document(text, "# The Report", "## Findings", source=Source(title="Else")))
    assert [p.section for p in other] == ["The Report", "Findings"]


def test_a_heading_inside_residue_opens_no_section() -> None:
    """What page furniture calls a heading is furniture."""
    text = "One.\n\nLeave a Reply\n\nTwo."
    held = document(text, "Leave a Reply", residue=(Span(6, 19),))
    assert [(p.text, p.section) for p in split(held)] == [("One.", None), ("Two.", None)]


def test_a_page_ends_the_passage_unless_a_sentence_runs_over_it() -> None:
    """A passage names the page where it starts; a sentence is not cut at the page's end."""
    text = "First page. This sentence runs over the page's end. Second page."
    held = document(text, pages=(text.index("the page's"),))
    assert [(p.text, p.page) for p in split(held)] == [
        ("First page. This sentence runs over the page's end.", 1),
        ("Second page.", 2),
    ]


def test_a_document_without_pages_names_none() -> None:
    assert split(document("One."))[0].page is None


@pytest.mark.parametrize(
    ("introduction", "quotation"),
    [
        ("01.10.2020 – The president confirmed the report.", "“We have proof,” – Agency."),
        ("The minister spoke to the press on Friday.", "“Nobody was paid,” she said."),
        ("The note read:", "Leave the town by noon."),
        ("Ministry of Defence", "A spokesman confirmed that fighters had been moved."),
    ],
)
def test_an_introduction_stays_with_what_it_introduces(introduction: str, quotation: str) -> None:
    """A dated line, a sentence before a quotation, a colon and a title line lead on."""
    together = f"{introduction}\n\n{quotation}"
    found = texts(split(document(f"{FILLER.strip()}\n\n{together}\n\n{FILLER.strip()}")))
    assert any(together in text for text in found)


def test_passages_end_with_paragraphs_where_sizes_allow() -> None:
    """A paragraph that can be shown whole is not cut to reach an even size."""
    paragraphs = [(FILLER * part).strip() for part in (1, 2, 1)]
    assert texts(split(document("\n\n".join(paragraphs)))) == paragraphs


def test_a_quotation_of_several_sentences_is_not_cut_inside() -> None:
    """Where a long paragraph must be cut, a quotation in its middle stays whole."""
    quotation = "“We waited. We saw nothing. Then they came. We ran to the river,” he said."
    text = f"{FILLER}{quotation} {FILLER}"
    assert any(quotation in passage for passage in texts(split(document(text))))
    assert len(split(document(text))) > 1


def test_code_and_table_rows_stay_whole() -> None:
    """A fenced block is one unit and so is a row, whatever marks stand in them."""
    code = "```\nfirst. Second! Third?\n\nfourth\n```"
    rows = "| a. | b! |\n| c? | d. |"
    passages = split(document(f"{FILLER}\n\n{code}\n\n{FILLER}\n\n{rows}\n"))
    sentences = [p.text[start:end] for p in passages for start, end in p.sentences]
    assert code in sentences
    assert set(rows.split("\n")) <= set(sentences)


def test_list_items_are_kept_whole_where_they_fit() -> None:
    """A long list is cut between its items, not inside one."""
    items = [f"- The {at}. witness was heard. Nothing came of it in court." for at in range(30)]
    passages = split(document("\n".join(items)))
    assert [line for text in texts(passages) for line in text.split("\n")] == items


def test_an_overlong_sentence_is_cut_after_a_clause() -> None:
    """Beyond the limit the last clause mark in reach ends the piece."""
    clause = "and the witness went on to say that nothing had been paid to anyone"
    text = ", ".join([clause] * 60) + "."
    passages = split(document(text))
    assert len(passages) > 1
    assert all(p.text.endswith((",", ".")) and len(p.text) <= LONGEST for p in passages)


def test_an_overlong_sentence_without_clauses_is_cut_between_words() -> None:
    """Without a clause mark white space is next; words stay whole."""
    passages = split(document("nothing " * 1_000))
    assert {word for text in texts(passages) for word in text.split()} == {"nothing"}


def test_stated_dates_count_from_the_start_of_the_passage() -> None:
    """Each stated date is a slice of its passage; a missing year comes from publication."""
    text = "# Title\n\nThe convoy left on Nov. 3 and came on 04.11.2020."
    source = Source(published=PartialDate(2020, 11, 9))
    (passage,) = split(document(text, "# Title", source=source))
    assert [passage.text[d.start : d.end] for d in passage.stated_dates] == ["Nov. 3", "04.11.2020"]
    assert [d.date for d in passage.stated_dates] == [
        PartialDate(2020, 11, 3),
        PartialDate(2020, 11, 4),
    ]
    assert [d.year_from for d in passage.stated_dates] == [YearFrom.DOCUMENT, YearFrom.PASSAGE]


def test_the_language_decides_what_ends_a_sentence() -> None:
    """German ordinals are no ends in German."""
    text = "Am 3. Oktober kam er. Am 4. Oktober ging er."
    assert len(split(document(text), "german")[0].sentences) == 2


@pytest.mark.shared
def test_the_dated_line_and_its_quotation_stay_together_in_the_first_seed(shared: Path) -> None:
    """The Macron passage holds who said it, when, and the words themselves."""
    (file,) = (shared / "seeds").glob("000_*.txt")
    passages = split(document(file.read_text(encoding="utf-8")))
    (macron,) = [p for p in passages if "Turkish Gaziantep" in p.text]
    assert macron.text.endswith("which changes the situation”, – Reuters.")
    assert [d.date for d in macron.stated_dates] == [PartialDate(2020, 10, 1)]


@pytest.mark.shared
def test_every_speech_of_the_debate_is_quoted_to_the_letter(shared: Path) -> None:
    """Real texts of many hands: nothing visible is lost, no slice is off."""
    for file in sorted((shared / "eval" / "ungd").glob("*_2024.txt"))[:40]:
        held = document(file.read_text(encoding="utf-8"))
        passages = split(held)
        assert "".join("".join(texts(passages)).split()) == "".join(held.text.split())
        assert all(held.text[p.start : p.end] == p.text for p in passages)
