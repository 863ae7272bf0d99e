"""Test collections in BEIR layout, indexed as any corpus is."""

import hashlib
import json
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from corpus.errors import VerbatimError
from corpus.facts import Fact
from corpus.folder import FileStamp, Listing
from corpus.model import Document, Source, text_sha256
from corpus.reader import RawFile, Reader
from index.answering.served_version import Holdings, Served
from index.building.freshness import is_stale, pipeline
from index.building.places import snapshot_folder
from index.building.reindexing import Reindexer
from index.store.store import Store

DEPTH = 100  # documents ranked for each question
_CORPUS, _QUERIES, _JUDGEMENTS = _FILES = "corpus.jsonl", "queries.jsonl", "qrels.tsv"

Run = Mapping[str, Sequence[str]]  # for each question's id the documents' ids, best first


class CollectionError(VerbatimError):
    """A folder that is no test collection, or one with a bad line."""


class EvaluationError(VerbatimError):
    """A measurement that cannot be made."""


@dataclass(frozen=True, slots=True)
class Text:
    """One document of a collection."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents, questions by id, and how relevant which documents are to which question.

    Only questions that have a relevant document are kept.
    """

    name: str
    texts: tuple[Text, ...]
    questions: Mapping[str, str]
    relevant: Mapping[str, Mapping[str, int]]


def read_collection(folder: Path) -> Collection:
    """Read a folder in BEIR layout (Thakur et al. 2021); raises ``CollectionError``."""
    for name in _FILES:
        if not (folder / name).is_file():
            raise CollectionError(
                Fact("folder {folder}", folder=str(folder)),
                Fact("has no {file}", file=name),
                Fact("a collection holds {files} (BEIR layout)", files=", ".join(_FILES)),
            )
    relevant: dict[str, dict[str, int]] = {}
    for question, document, grade in _judgements(folder / _JUDGEMENTS):
        if grade > 0:
            relevant.setdefault(question, {})[document] = grade
    texts = tuple(
        Text(line["_id"], line.get("title", ""), line.get("text", ""))
        for line in _lines(folder / _CORPUS, "_id")
    )
    questions = {
        line["_id"]: line["text"]
        for line in _lines(folder / _QUERIES, "_id", "text")
        if line["_id"] in relevant
    }
    if not questions:
        raise CollectionError(
            Fact("folder {folder}", folder=str(folder)),
            Fact("has no question with a relevant document"),
            Fact(
                "{judgements} needs lines of question, document and a grade above zero, "
                "with the ids of {queries}",
                judgements=_JUDGEMENTS,
                queries=_QUERIES,
            ),
        )
    return Collection(folder.name, texts, questions, relevant)


def _lines(path: Path, *needed: str) -> Iterator[dict[str, str]]:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                values = {k: v for k, v in json.loads(line).items() if v is not None}
                {values[key] for key in needed}
            except (ValueError, KeyError, AttributeError):
                raise CollectionError(
                    Fact("{file}, line {line}", file=path.name, line=str(number)),
                    Fact("is not a JSON object with {keys}", keys=", ".join(needed)),
                    Fact("fix or remove the line"),
                ) from None
            yield {key: str(value) for key, value in values.items()}


def _judgements(path: Path) -> Iterator[tuple[str, str, int]]:
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            try:
                question, document, grade = line.decode().rstrip("\r\n").split("\t")
                if number == 1 and not grade.removeprefix("-").isdigit():
                    continue  # it names the columns
                yield question, document, int(grade)
            except ValueError:
                raise CollectionError(
                    Fact("{file}, line {line}", file=path.name, line=str(number)),
                    Fact("is not a question, a document and a whole number, parted by tabs"),
                    Fact("fix or remove the line"),
                ) from None


class CollectionReader(Reader):
    """Hands a collection's texts to the indexer, as ``Reader`` hands it a folder's files.

    A document's id is its number in the collection, so that ties keep the collection's order.
    The title stands for a text that is empty.
    """

    def __init__(self, texts: tuple[Text, ...]) -> None:
        super().__init__(Path(), max_bytes=0)
        self._texts = texts

    def scan(self) -> Listing:
        return Listing(
            tuple(
                FileStamp(f"{number:08}", len(text.text), 0)
                for number, text in enumerate(self._texts)
            ),
            (),
            None,
        )

    @property
    def day_first(self) -> bool:
        return True

    def sources_problems(self, listing: Listing, parts: Iterable[str] = ()) -> tuple[()]:
        return ()

    def load(self, id: str) -> RawFile:  # noqa: A002 - the reader's
        text = self._texts[int(id)]
        data = (text.text if text.text.strip() else text.title).encode()
        digest = hashlib.sha256(f"{text.title}\n{text.text}".encode()).hexdigest()
        return RawFile(id, data, digest, Source(title=text.title or None), day_first=True)

    @staticmethod
    def parse(raw: RawFile) -> Document:
        text = raw.data.decode()
        return Document(raw.id, raw.given, text, text_sha256(text))


@asynccontextmanager
async def indexed(
    texts: tuple[Text, ...], data: Path, language: str = "english"
) -> AsyncIterator[tuple[Served, Store]]:
    """The texts indexed in ``data``, which is made if need be, and ready for questions."""
    async with indexed_by(CollectionReader(texts), data, language) as served_and_store:
        yield served_and_store


@asynccontextmanager
async def indexed_by(
    reader: Reader, data: Path, language: str = "english"
) -> AsyncIterator[tuple[Served, Store]]:
    """What a reader reads, indexed as ``indexed`` does."""
    async with Store.open(data) as store:
        if await is_stale(reader, store, pipeline(language)):
            await Reindexer(reader, store, data, language).run(full=False, progress=None)
        current = await store.versions.current()
        assert current is not None  # noqa: S101 - built above
        documents = Holdings(partial(store.versions.holdings, current.version))
        await documents.read()
        folder = snapshot_folder(data, current.version)
        yield Served.load(folder, language, documents, current.unreadable), store
