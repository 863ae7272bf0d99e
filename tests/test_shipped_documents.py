"""The corpus that ships, and the golden questions about it, are sound before any indexing."""

import re
import tomllib
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from corpus.dates import PartialDate
from corpus.model import Document, Origin
from corpus.reader import Reader
from corpus.sources_file import SOURCES_FILE

CHECKOUT = Path(__file__).resolve().parents[1]
FOLDER = CHECKOUT / "corpus" / "documents"
GOLDEN: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("golden.toml").read_text(encoding="utf-8")
)["golden"]

RUN = 8
"""As many words in common in a row count as copied."""
QUOTATIONS = {
    "I did not know we would be fighting": "Abdullah to the BBC, reported by Asbarez",
    "I want Turkey to stop exploiting our poverty": "Sourani, in the article that cites The Times",
}
"""Quoted directly, to the letter, and whose words they are."""
NAMES = {"Organization for Security and Co-operation in Europe"}
"""Names too long to be written otherwise."""

ANSWERED = {"question", "answered", "document", "phrase", "rank"}
UNANSWERED = {"question", "answered"}
OPTIONAL = {"sources", "since", "until", "misspelt", "suggestion"}
ONLY_ANSWERED = {"stated", "also_in"}
ONLY_UNANSWERED = {"left_out", "open"}


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    reader = Reader(FOLDER, max_bytes=1_000_000)
    listing = reader.scan()
    assert listing.unreadable == ()
    return {stamp.id: reader.parse(reader.load(stamp.id)) for stamp in listing.files}


def answered() -> list[dict[str, Any]]:
    return [entry for entry in GOLDEN if entry["answered"]]


def words(text: str) -> list[str]:
    return [word.casefold() for word in re.findall(r"[^\W_]+", text)]


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of ``RUN`` words of the text, overlapping."""
    all_words = words(text)
    return (tuple(all_words[at : at + RUN]) for at in range(len(all_words) - RUN + 1))


def without(text: str, phrases: Iterable[str]) -> list[str]:
    """The pieces of the text between the phrases."""
    return re.split("|".join(map(re.escape, phrases)), text)


def test_a_newcomer_gets_eight_to_twelve_short_documents(documents: dict[str, Document]) -> None:
    assert 8 <= len(documents) <= 12
    assert all(150 <= len(document.text.split()) <= 450 for document in documents.values())
    assert {Path(name).suffix for name in documents} == {".md", ".txt", ".html"}


def test_every_document_says_what_it_is(documents: dict[str, Document]) -> None:
    """Title, publisher and author are given by us, or declared by the page that is HTML."""
    for name, document in documents.items():
        for field in ("title", "publisher", "author", "language"):
            assert getattr(document.source, field), f"{name} states no {field}"
        given = document.source.origin("publisher")
        expected = {".md": Origin.FRONT_MATTER, ".txt": Origin.SOURCES_FILE}
        assert given is expected.get(Path(name).suffix, Origin.DOCUMENT), name


def test_the_given_metadata_has_no_fault() -> None:
    """Every entry of sources.toml is about a file that is there, with values that can be read."""
    reader = Reader(FOLDER, max_bytes=1_000_000)
    assert reader.sources_problems(reader.scan()) == ()
    assert (FOLDER / SOURCES_FILE).is_file()


def test_titles_are_told_apart(documents: dict[str, Document]) -> None:
    titles = [document.source.title for document in documents.values()]
    assert len(set(titles)) == len(titles)


def test_every_kind_of_publication_date_can_be_tried(documents: dict[str, Document]) -> None:
    """A full date, a year with its month, a year alone, and one document without any."""
    dates = [document.source.published for document in documents.values()]
    assert {len(str(date)) for date in dates if date} == {len("2026-11-22"), len("2026-11"), 4}
    assert dates.count(None) == 1


def test_no_address_is_invented(documents: dict[str, Document]) -> None:
    for name, document in documents.items():
        assert document.source.url is None, name
        assert "://" not in document.text, name


def test_golden_questions_are_well_formed() -> None:
    """Each has the keys of its kind and no others, so that a misspelt key is not overlooked."""
    for entry in GOLDEN:
        needed = ANSWERED if entry["answered"] else UNANSWERED
        allowed = needed | OPTIONAL | (ONLY_ANSWERED if entry["answered"] else ONLY_UNANSWERED)
        assert needed <= entry.keys() <= allowed, entry["question"]
        assert entry.get("rank", 1) in (1, 2), entry["question"]
        if "stated" in entry:
            assert str(PartialDate.parse(entry["stated"])) == entry["stated"]


def test_golden_questions_are_many_and_differ() -> None:
    asked = [
        (entry["question"], entry.get("since"), entry.get("until"), str(entry.get("sources")))
        for entry in GOLDEN
    ]
    assert len(set(asked)) == len(asked)
    assert len(answered()) >= 40
    assert len(GOLDEN) - len(answered()) >= 12


def test_every_document_is_asked_about(documents: dict[str, Document]) -> None:
    assert {entry["document"] for entry in answered()} == documents.keys()


def test_golden_phrases_stand_in_their_documents(documents: dict[str, Document]) -> None:
    """To the letter, once, and within one paragraph."""
    for entry in answered():
        text = documents[entry["document"]].text
        assert text.count(entry["phrase"]) == 1, entry["phrase"]
        assert "\n" not in entry["phrase"]


def test_a_statement_is_reported_twice_in_the_same_words(documents: dict[str, Document]) -> None:
    """The paragraph with the phrase is the same in both, and is a section of its own in both."""
    twice = [entry for entry in answered() if "also_in" in entry]
    assert twice
    for entry in twice:
        sections = [
            section
            for name in (entry["document"], entry["also_in"])
            for section in section_texts(documents[name])
            if entry["phrase"] in section
        ]
        assert len(sections) == 2
        assert sections[0] == sections[1]
        assert 250 <= len(sections[0]) <= 500


def section_texts(document: Document) -> list[str]:
    """What stands under each heading of the document."""
    ends = [*(section.start for section in document.sections), len(document.text)]
    starts = [section.end for section in document.sections]
    return [document.text[start:end].strip() for start, end in zip(starts, ends[1:], strict=True)]


def test_misspelt_words_are_unknown_and_their_suggestions_known(
    documents: dict[str, Document],
) -> None:
    known = set(words(" ".join(document.text for document in documents.values())))
    misspelt = [entry for entry in GOLDEN if "misspelt" in entry]
    assert misspelt
    for entry in misspelt:
        assert entry["misspelt"] in entry["question"]
        assert entry["misspelt"].casefold() not in known
        assert entry["suggestion"].casefold() in known


def test_headings_follow_each_other_in_order(documents: dict[str, Document]) -> None:
    """Every document has sections, so that a passage can say under which heading it stands."""
    for name, document in documents.items():
        assert len(document.sections) >= 3, name
        assert all(a.end <= b.start for a, b in pairwise(document.sections)), name


@pytest.mark.shared
def test_no_sentence_is_copied_from_the_articles(
    documents: dict[str, Document], shared: Path
) -> None:
    """No run of eight words is in common with an article, short marked quotations apart."""
    articles = {
        run
        for path in (shared / "seeds").iterdir()
        for run in runs(path.read_text(encoding="utf-8"))
    }
    for name, document in documents.items():
        pieces = without(document.text, [*QUOTATIONS, *NAMES])
        copied = [" ".join(run) for piece in pieces for run in runs(piece) if run in articles]
        assert copied == [], name


def test_quotations_are_short_and_marked(documents: dict[str, Document]) -> None:
    """A quotation allowed above is used, in quotation marks, and has twelve words at most."""
    everything = "\n".join(document.text for document in documents.values())
    for quotation in QUOTATIONS:
        assert len(words(quotation)) <= 12
        assert f"“{quotation}," in everything
    assert all(name in everything for name in NAMES)
