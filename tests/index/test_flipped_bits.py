"""One flipped bit in any file of an index never changes a quote, its source, date or section.

Whatever is shown is one of the passages that the files hold, with all that stands beside it, to the
letter; a passage that cannot be proven is withheld, and then another true one may stand in its
place.
"""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import VerbatimError
from corpus.model import Source
from corpus.reader import Reader
from index.answers import Question, Quote
from index.cutting.passage import Passage
from index.cutting.passages import split
from index.errors import IndexDamagedError
from index.library import Library, index_folder, open_library
from tests.index.making import library_over, page

PAGES = {
    f"{number}.md": page(
        f"## Part {number}\n\nThe ambassador said on {number} October that fighters had crossed "
        f"the border.\n\n## Later\n\nThe ministry denied on {number + 1} October 2020 that any of "
        "its fighters had been near the border, and called the ambassador a liar.",
        title=f"Report {number}",
        publisher=f"Wire {number}",
        published=f"2020-10-{number + 10}",
    )
    for number in range(1, 7)
}
QUESTIONS = ("Who said that fighters crossed the border?", "What did the ministry deny?")


def true(corpus: Path) -> list[tuple[Passage, Source]]:
    reader = Reader(corpus, max_bytes=100_000)
    documents = [
        reader.parse(raw) for stamp in reader.scan().files for raw in [reader.load(stamp.id)]
    ]
    return [(passage, each.source) for each in documents for passage in split(each)]


async def shown(library: Library) -> list[Quote]:
    found: list[Quote] = []
    for words in QUESTIONS:
        question = Question(words, abstain=False, limit=4)
        found += (await library.ask(question)).quotes
        found += [line.quote for line in (await library.timeline(question)).lines]
    return found


def flipped(folder: Path) -> Iterator[Path]:
    """Each file of the folder in turn with one bit changed, and the database as often as all."""
    chosen = random.Random(29)
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)
    for path in files + [folder / "index.sqlite3"] * len(files):
        whole = path.read_bytes()
        data = bytearray(whole)
        data[chosen.randrange(len(data))] ^= 1 << chosen.randrange(8)
        path.write_bytes(data)
        yield path
        path.write_bytes(whole)


async def test_whatever_is_shown_is_true_to_the_letter(tmp_path: Path) -> None:
    corpus, data = tmp_path / "corpus", tmp_path / "data"
    async with library_over(tmp_path, PAGES) as library:
        assert len({quote.passage.document for quote in await shown(library)}) > 2
    truth = true(corpus)
    folder = index_folder(data, corpus)
    compared = 0
    for path in flipped(folder):
        try:
            async with open_library(corpus=corpus, data=data) as library:
                quotes = await shown(library)
        except VerbatimError:
            continue
        finally:
            for beside in folder.glob("index.sqlite3-*"):
                beside.unlink()
        for quote in quotes:
            assert (quote.passage, quote.source) in truth, path
            for also in quote.also_in:
                assert (also.document, also.source) in {
                    (passage.document, source) for passage, source in truth
                }
        compared += len(quotes)
    assert compared


async def test_a_flipped_bit_in_an_array_is_found_before_anything_is_asked(tmp_path: Path) -> None:
    corpus, data = tmp_path / "corpus", tmp_path / "data"
    async with library_over(tmp_path, PAGES) as library:
        version = (await library.status()).index_version
    folder = index_folder(data, corpus)
    snapshot = folder / "snapshots" / version
    for path in sorted(snapshot.iterdir()):
        whole = path.read_bytes()
        path.write_bytes(bytes([*whole[:-1], whole[-1] ^ 4]))
        async with open_library(corpus=corpus, data=data) as library:
            with pytest.raises(IndexDamagedError, match="run 'verbatim index'"):
                await library.status()
        path.write_bytes(whole)
    async with open_library(corpus=corpus, data=data) as library:
        assert (await library.status()).index_version == version


async def test_an_array_that_changes_under_a_running_index_is_made_anew(tmp_path: Path) -> None:
    async with library_over(tmp_path, PAGES) as library:
        version = (await library.status()).index_version
        folder = index_folder(tmp_path / "data", tmp_path / "corpus") / "snapshots" / version
        postings = bytearray((folder / "postings.npy").read_bytes())
        postings[-1] ^= 1
        (folder / "postings.npy").write_bytes(postings)
        report = await library.reindex()
        assert report.index_version != version
        assert (report.added, report.changed) == ((), ())
