"""What is new to somebody who knows what there was: documents that are new, words that are."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from index.answers import Question
from index.findings.news import News, Seen
from index.library import Library
from tests.index.making import library_over, page, write

ASKED = Question("Who closed the port of Norrby?")
CLOSED = "The harbour master Ewa Lindqvist closed the port of Norrby for two days."
STRIKE = "Dock workers of Norrby closed the port again when their strike began."
WEATHER = "The weather was fine all week in the whole of Norrby."
OLD = {
    "bakers.md": page("The bakers of Ostby raised the price of rye bread."),
    "old.md": page(CLOSED, title="Old"),
}


@dataclass
class Watcher:
    """Somebody who knows what there was, and hears what comes."""

    library: Library
    corpus: Path
    seen: tuple[Seen, ...]
    texts: bytes

    async def after(self, name: str, text: str) -> News:
        """What is new once a document has been written."""
        write(self.corpus, {name: text})
        await self.library.reindex()
        texts = await self.library.texts(self.texts)
        found = await self.library.news(ASKED, self.seen, texts.fresh)
        self.seen, self.texts = found.seen, texts.packed
        return found


@asynccontextmanager
async def watching(tmp_path: Path) -> AsyncIterator[Watcher]:
    async with library_over(tmp_path, OLD) as library:
        known = await library.news(ASKED)
        assert known.quotes == ()
        texts = await library.texts()
        yield Watcher(library, tmp_path / "corpus", known.seen, texts.packed)


def told(news: News) -> list[str]:
    return [quote.passage.document for quote in news.quotes]


async def test_new_words_of_a_new_document_are_told_once(tmp_path: Path) -> None:
    async with watching(tmp_path) as watcher:
        assert told(await watcher.after("strike.md", page(STRIKE))) == ["strike.md"]
        assert told(await watcher.after("bread.md", page("Bread is cheap."))) == []
        assert told(await watcher.after("strike.md", page(STRIKE, title="Retitled"))) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("copy.md", page(CLOSED, publisher="The Copy")),
        ("old.md", page(f"{CLOSED}\n\nThe weather was fine all week in the whole of Norrby.")),
        ("old.md", page(CLOSED.replace("two", "three"))),
        ("old.md", page(CLOSED.replace(" ", "  "))),
        (
            "long.md",
            page(f"It was a windy week. {CLOSED} Nobody was hurt, and the gulls were glad."),
        ),
        ("old.html", f"<html><body><h1>Old</h1><p>{CLOSED}</p><p>{WEATHER}</p></body></html>"),
        ("old.md", page(f"# The port\n\n{CLOSED}\n\n## The weather\n\n{WEATHER}")),
        ("old.md", page(f"{WEATHER}\n\n{CLOSED}")),
        ("old.md", "\ufeff" + page(CLOSED.replace(" for", "\nfor")).replace("\n", "\r\n")),
        ("wire.txt", f"{CLOSED.upper()}\n\n{WEATHER}"),
    ],
    ids=[
        "a reprint",
        "more below it",
        "a correction",
        "spaces",
        "within another passage",
        "another format",
        "headings",
        "another order",
        "other line ends",
        "capitals",
    ],
)
async def test_words_that_were_there_are_not_new(tmp_path: Path, name: str, text: str) -> None:
    async with watching(tmp_path) as watcher:
        assert told(await watcher.after(name, text)) == []


async def test_a_sentence_like_one_that_still_stands_is_new(tmp_path: Path) -> None:
    """A page that goes on is not corrected."""
    later = CLOSED.replace("two days", "three weeks")
    async with watching(tmp_path) as watcher:
        news = await watcher.after("old.md", page(f"{CLOSED}\n\n## Later\n\n{later}"))
    assert [quote.passage.text for quote in news.quotes] == [later]


async def test_what_speaks_of_something_else_is_not_told(tmp_path: Path) -> None:
    async with watching(tmp_path) as watcher:
        news = await watcher.after("gulls.md", page("The gulls followed the fleet at dawn."))
    assert told(news) == []


async def test_the_texts_of_a_version_know_new_ones_by_their_words_alone(tmp_path: Path) -> None:
    """Neither a name, nor metadata, nor a full reindex makes a text a new one."""
    async with watching(tmp_path) as watcher:
        (watcher.corpus / "old.md").rename(watcher.corpus / "renamed.md")
        write(
            watcher.corpus, {"bakers.md": OLD["bakers.md"].replace("---\n", "---\ntitle: B\n", 1)}
        )
        await watcher.library.reindex(full=True)
        same = await watcher.library.texts(watcher.texts)
        assert (same.packed, same.fresh.rows, same.fresh.documents) == (
            watcher.texts,
            frozenset(),
            frozenset(),
        )
        everything = (await watcher.library.texts()).fresh
    assert everything.documents == {"renamed.md", "bakers.md"}


async def test_a_report_and_its_reprint_that_come_together_are_told_once(tmp_path: Path) -> None:
    async with watching(tmp_path) as watcher:
        write(
            watcher.corpus, {"copy.md": page(STRIKE, publisher="The Copy", published="2021-05-06")}
        )
        news = await watcher.after("strike.md", page(STRIKE, publisher="The Wire"))
        (quote,) = news.quotes
        both = {quote.passage.document, *(each.document for each in quote.also_in)}
        assert both == {"strike.md", "copy.md"}


async def test_a_document_that_goes_and_comes_back_is_not_new(tmp_path: Path) -> None:
    """Nor is a reprint that stays when the first to carry it is gone."""
    async with watching(tmp_path) as watcher:
        assert told(await watcher.after("strike.md", page(STRIKE))) == ["strike.md"]
        (watcher.corpus / "strike.md").unlink()
        assert told(await watcher.after("gulls.md", page("The gulls were glad."))) == []
        assert told(await watcher.after("strike.md", page(STRIKE))) == []
        (watcher.corpus / "strike.md").unlink()
        assert told(await watcher.after("copy.md", page(STRIKE, publisher="The Copy"))) == []


@pytest.mark.parametrize(
    "text",
    [
        CLOSED.split(" for ", maxsplit=1)[0] + ".",
        f"{CLOSED} More on Monday.",
        CLOSED.upper(),
    ],
    ids=["shortened", "with a line of its own", "in capitals"],
)
async def test_a_reprint_that_says_no_more_is_not_new(tmp_path: Path, text: str) -> None:
    async with watching(tmp_path) as watcher:
        assert told(await watcher.after("copy.md", page(text, publisher="The Copy"))) == []
