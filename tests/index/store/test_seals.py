"""Rules of the seals: what stands beside a quote is proven like the quote, and damage is mended."""

import random
import sqlite3
from contextlib import aclosing, closing
from pathlib import Path

import pytest

from corpus.errors import VerbatimError
from index.answers import Question, Quote
from index.library import Library, index_folder, open_library
from tests.index.making import TWO_SIDES, library_over, page

QUESTION = "What did the ambassador say of fighters on 5 October 2020?"
PAGES = {
    **TWO_SIDES,
    "dated.md": page(
        "## The border\n\nThe ambassador said on 5 October that fighters had crossed.",
        title="A report",
        publisher="Sample Wire",
        author="The sample desk",
        published="2020-10-06",
    ),
}


def database(tmp_path: Path) -> Path:
    return index_folder(tmp_path / "data", tmp_path / "corpus") / "index.sqlite3"


def change(tmp_path: Path, statement: str) -> None:
    with closing(sqlite3.connect(database(tmp_path))) as connection, connection:
        assert connection.execute(statement).rowcount > 0


async def shown(library: Library) -> dict[str, Quote]:
    answer = await library.ask(Question(QUESTION, abstain=False))
    return {quote.passage.document: quote for quote in answer.quotes}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE documents SET source = replace(source, '2020-10-06', '2021-10-06')",
        "UPDATE documents SET source = replace(source, 'Sample Wire', 'Simple Wire')",
        "UPDATE documents SET source = replace(source, 'A report', 'B report')",
        "UPDATE documents SET published_first = published_first + 512",
        "UPDATE documents SET sha256 = replace(sha256, 'a', 'b')",
        "UPDATE documents SET name = replace(name, 'dated', 'dates')",
        "UPDATE passages SET section = replace(section, 'border', 'bordes')",
        "UPDATE passages SET page = 3",
        "UPDATE passages SET stated_dates = replace(stated_dates, '2020', '2021')",
        "UPDATE passages SET sentences = replace(sentences, '0', '1')",
        "UPDATE passages SET start = start + 1",
        "UPDATE passages SET seal = zeroblob(16)",
        "DELETE FROM passages",
    ],
)
async def test_what_has_changed_beside_a_quote_is_withheld_then_mended(
    tmp_path: Path, statement: str
) -> None:
    """Never shown; the next reindex makes it anew, though no file has changed."""
    async with library_over(tmp_path, PAGES) as library:
        before = (await shown(library))["dated.md"]
        change(tmp_path, statement)
    async with open_library(corpus=tmp_path / "corpus", data=tmp_path / "data") as library:
        assert "dated.md" not in await shown(library)
        assert await library.is_stale()
        report = await library.reindex()
        assert (report.changed, report.removed) == ((), ())
        mended = (await shown(library))["dated.md"]
        assert (mended.passage, mended.source) == (before.passage, before.source)
        assert not await library.is_stale()


@pytest.mark.parametrize("column", ["postings", "forms"])
async def test_words_that_have_changed_are_made_anew(tmp_path: Path, column: str) -> None:
    """They are read only when a version is built, which must not take them over."""
    async with library_over(tmp_path, PAGES) as library:
        before = (await shown(library))["dated.md"]
        change(tmp_path, f"UPDATE documents SET {column} = CAST({column} || 'more' AS BLOB)")
        await library.reindex()
        assert (await shown(library))["dated.md"].parts == before.parts


@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE snapshots SET unreadable = \'[["a.md", "is gone"]]\'',
        "UPDATE members SET document = 99 WHERE document = (SELECT max(document) FROM members)",
        "DELETE FROM members WHERE document = (SELECT max(document) FROM members)",
    ],
)
async def test_a_version_of_other_documents_is_built_anew(tmp_path: Path, statement: str) -> None:
    async with library_over(tmp_path, PAGES) as library:
        before = {holding.document for holding in (await library.sources()).holdings}
    change(tmp_path, statement)
    async with open_library(corpus=tmp_path / "corpus", data=tmp_path / "data") as library:
        assert await library.is_stale()
        await library.refresh()
        catalogue = await library.sources()
        assert {holding.document for holding in catalogue.holdings} == before
        assert catalogue.unreadable == ()


async def test_no_flipped_bit_changes_what_is_shown(tmp_path: Path) -> None:
    """Anywhere in the file: the same is shown, or less, or one clear error."""
    async with library_over(tmp_path, PAGES) as library:
        before = await shown(library)
    path = database(tmp_path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole, chosen, compared = path.read_bytes(), random.Random(13), 0
    for _ in range(60):
        flipped = bytearray(whole)
        flipped[chosen.randrange(len(whole))] ^= 1 << chosen.randrange(8)
        for beside in path.parent.glob("index.sqlite3-*"):
            beside.unlink()
        path.write_bytes(flipped)
        try:
            async with open_library(corpus=tmp_path / "corpus", data=tmp_path / "data") as library:
                after = await shown(library)
        except VerbatimError:
            continue
        for name, quote in after.items():
            assert (quote.passage, quote.source) == (before[name].passage, before[name].source)
        compared += len(after)
    assert compared


async def test_what_is_whole_is_not_made_again(tmp_path: Path) -> None:
    """A reindex proves all that is kept, and finds nothing to mend where nothing is damaged."""
    async with library_over(tmp_path, PAGES) as library:
        assert await library._store.damaged() == set()
        change(tmp_path, "UPDATE passages SET page = 3 WHERE document = 1")
        assert await library._store.damaged() == {1}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE documents SET source = replace(source, '2020-10-06', '2021-10-06')",
        "UPDATE documents SET indexed_at = '2020-01-01T00:00:00+00:00'",
        "UPDATE documents SET characters = characters + 1",
        "UPDATE documents SET seal = zeroblob(16)",
    ],
)
async def test_a_document_of_which_a_fact_has_changed_is_not_listed(
    tmp_path: Path, statement: str
) -> None:
    pages = {**PAGES, "Über.md": PAGES["dated.md"], "Z/a.md": PAGES["dated.md"] + "\nMore.\n"}
    async with library_over(tmp_path, pages) as library:
        assert [each.document for each in (await library.sources()).holdings] == sorted(pages)
        change(tmp_path, f"{statement} WHERE name = 'dated.md'")
    async with open_library(corpus=tmp_path / "corpus", data=tmp_path / "data") as library:
        listed = [each.document for each in (await library.sources()).holdings]
        assert listed == sorted(pages.keys() - {"dated.md"})
        assert [each.document async for each in library.listed()] == listed


async def test_a_list_that_is_read_in_part_has_read_no_more(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pages = {f"{number:04}.md": page(f"Crane {number} stands idle.") for number in range(600)}
    async with library_over(tmp_path, pages) as library:
        change(tmp_path, "UPDATE documents SET characters = 1 WHERE name = '0599.md'")
        async with aclosing(library.listed()) as held:
            assert (await anext(held)).document == "0000.md"
        assert not caplog.records
        assert [each.document async for each in library.listed("599")] == []
        assert caplog.records
