"""The reference documents: what must be read off each, and what must not."""

import asyncio
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from corpus.errors import UnreadableFileError
from corpus.model import Document
from corpus.reader import Reader
from index.answers import Question
from index.cutting.passage import Passage
from index.cutting.passages import split
from index.library import Options, open_library
from tests.conftest import SHARED

pytestmark = pytest.mark.shared

DOCUMENTS = SHARED / "cases" / "documents"
Expected = dict[str, Any]


def cases() -> list[Expected]:
    expected = DOCUMENTS / "expected.json"
    if not expected.is_file():
        return []
    read = json.loads(expected.read_text(encoding="utf-8"))
    return list(read["cases"] if isinstance(read, dict) else read)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["file"])
def test_the_document_is_read_as_expected(case: Expected, tmp_path: Path) -> None:
    """Every key of an expectation is one that is checked here."""
    expect = dict(case["expect"])
    document = read(case["file"])
    alternatives = expect.pop("any_of", [{}])
    found = [faults(each, document, tmp_path) for each in alternatives]
    assert not faults(expect, document, tmp_path)
    assert not all(found), found


def read(name: str) -> Document | None:
    """The document; ``None`` when it is refused."""
    reader = Reader(DOCUMENTS, max_bytes=1 << 20)
    try:
        return reader.parse(reader.load(name))
    except UnreadableFileError:
        return None


def faults(expect: Expected, document: Document | None, folder: Path) -> list[str]:
    """What is not as expected; names each."""
    if document is None:
        return [] if expect.get("unreadable") else [f"{key}: unreadable" for key in expect]
    read_document = Read(document, split(document), folder)
    return [
        f"{key}: {value!r}"
        for key, value in expect.items()
        if not CHECKS[key](read_document, value)
    ]


class Read(NamedTuple):
    """A document with its passages, and a folder for an index of it alone."""

    document: Document
    passages: tuple[Passage, ...]
    folder: Path

    @property
    def quoted(self) -> list[str]:
        return [passage.text for passage in self.passages]

    @property
    def sections(self) -> list[str]:
        return [passage.section or "" for passage in self.passages]

    @property
    def stated(self) -> list[list[str]]:
        dates = (date for passage in self.passages for date in passage.stated_dates)
        return [[date.text, str(date.date)] for date in dates]


def published(one: Read) -> str | None:
    found = one.document.source.published
    return None if found is None else str(found)


def all_stand(texts: list[str], words: list[str]) -> bool:
    return all(any(each in text for text in texts) for each in words)


CHECKS: dict[str, Callable[[Read, Any], bool]] = {
    "published": lambda one, value: published(one) in value,
    "title": lambda one, value: one.document.source.title in value,
    "author": lambda one, value: one.document.source.author in value,
    "url": lambda one, value: one.document.source.url in value,
    "must_quote": lambda one, value: all_stand(one.quoted, value),
    "must_quote_or_section": lambda one, value: all_stand([*one.quoted, *one.sections], value),
    "must_not_quote": lambda one, value: not any(all_stand(one.quoted, [each]) for each in value),
    "stated_not": lambda one, value: not any(pair in value for pair in one.stated),
    "sentences": lambda one, value: sum(len(each.sentences) for each in one.passages) == value,
    "unreadable": lambda one, value: not value,
    "answers": lambda one, value: all(
        words in answer(one.document.id, question, one.folder) for question, words in value
    ),
}


def answer(name: str, question: str, folder: Path) -> str:
    """The passages that are shown when the file alone is asked."""
    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    shutil.copy(DOCUMENTS / name, corpus / name)

    async def ask() -> str:
        async with open_library(corpus=corpus, data=folder / "data", options=Options()) as library:
            await library.refresh()
            found = await library.ask(Question(question))
            return "\n".join(quote.passage.text for quote in found.quotes)

    return asyncio.run(ask())
