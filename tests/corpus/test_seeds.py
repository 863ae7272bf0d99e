"""The five scraped articles that our first users start from."""

from pathlib import Path

import pytest

from corpus.model import Document, Origin
from corpus.reader import Reader
from corpus.stated import YearFrom, find_dates

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def documents(shared: Path) -> dict[str, Document]:
    reader = Reader(shared / "seeds", max_bytes=1_000_000)
    listing = reader.scan()
    assert listing.unreadable == ()
    return {stamp.id[:3]: reader.parse(reader.load(stamp.id)) for stamp in listing.files}


def never_quoted(document: Document) -> list[str]:
    return [document.text[start:end][:40] for start, end in document.residue]


def test_a_title_is_a_heading_line_and_an_opening_paragraph_is_none(
    documents: dict[str, Document],
) -> None:
    titles = {key: (document.source.title or "")[:32] for key, document in documents.items()}
    assert titles == {
        "000": "Terrorist groups in the Artsakh-",
        "001": "",
        "002": "Russia: Reports of mercenaries f",
        "003": "Macron Has Proof of Turkey-Backe",
        "004": "Russia unhappy with Turkey sendi",
    }


def test_the_byline_of_003_gives_author_and_date(documents: dict[str, Document]) -> None:
    source = documents["003"].source
    assert (source.author, str(source.published)) == ("Asbarez", "2020-10-01")
    assert source.origin("published") is source.origin("author") is Origin.DOCUMENT
    assert all(documents[key].source.published is None for key in ("000", "001", "002", "004"))


def test_the_sections_of_000_are_whom_it_quotes(documents: dict[str, Document]) -> None:
    assert [section.title for section in documents["000"].sections[1:]] == [
        "The U.S. Embassy in Azerbaijan",
        "French President Emmanuel Macron",
        "Russia’s Foreign Intelligence Service",
        "MFA of Russian Federation",
        "US Defense Department",
        "The Guardian",
    ]
    assert all(len(documents[key].sections) <= 1 for key in ("001", "002", "003", "004"))


def test_all_page_furniture_and_nothing_else_is_never_quoted(
    documents: dict[str, Document],
) -> None:
    assert {key: never_quoted(document) for key, document in documents.items()} == {
        "000": [
            "One thought on “Terrorist groups in the ",
            "Leave a Reply",
            "Your email address will not be published",
        ],
        "001": [],
        "002": [
            "Duvar English",
            "Russia tells Turkey its concerns about r",
            "HDP deputy asks Defense Minister Akar if",
            "Man discovers massive Roman mosaic floor",
        ],
        "003": [
            "By Asbarez | Thursday, 01 October 2020",
            "Syrian mercenaries under the flag on Tur",
            "comments",
            "Advertisement",
        ],
        "004": [
            "Check Also",
            "Britain as a Force for Good: Six Ways to",
            "Published jointly with the International",
        ],
    }


def test_the_dates_they_state(documents: dict[str, Document]) -> None:
    assert [str(stated.date) for stated in find_dates(documents["000"].text)] == [
        "2020-08-09",
        "2020-10-01",
        "2020-10-06",
        "2019-12",
        "2020-10-01",
    ]
    undated = find_dates(documents["002"].text)
    assert [(stated.text, stated.date) for stated in undated] == [
        ("Nov 5", None),
        ("Sept. 27", None),
        ("Nov. 3", None),
    ]
    third = documents["003"]
    september = find_dates(third.text, published=third.source.published)[1]
    assert (september.text, str(september.date)) == ("September 23", "2020-09-23")
    assert september.year_from is YearFrom.DOCUMENT


def test_no_sentence_of_a_thousand_speeches_is_taken_for_furniture(shared: Path) -> None:
    reader = Reader(shared / "eval" / "ungd", max_bytes=1_000_000)
    listing = reader.scan()
    assert len(listing.files) > 1000
    assert reader.sources_problems(listing) == ()
    found = [reader.parse(reader.load(stamp.id)).residue for stamp in listing.files]
    assert not any(found)
