"""The one door of the room: ask, sources, reindex, status, and the proof of a quote."""

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from contextlib import aclosing, asynccontextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from corpus.reader import Reader
from index.answering.asking import answer, check_length
from index.answering.reprints import recalled
from index.answering.served_version import Served, is_called
from index.answering.serving import Serving
from index.answers import Answer, Question
from index.building.freshness import is_stale, pipeline
from index.building.options import Options
from index.building.places import index_folder, set_aside_index, snapshot_folder
from index.errors import IndexMissingError
from index.store.store import Store
from index.terms.analyzer import check_language

if TYPE_CHECKING:
    from index.answering.proof import Prover
    from index.answers import Catalogue, Context, Holding, Omissions, Proof, Quote, Unreadable
    from index.findings.news import Fresh, News, Seen, Texts
    from index.findings.sides import Sides, Statements
    from index.findings.timelines import Timeline
    from index.reports import Progress, ReindexReport, Status

# ruff: noqa: PLC0415 - what some doors need is imported by them: a question starts a tenth faster
__all__ = [
    "Library",
    "Options",
    "check_language",
    "index_folder",
    "open_library",
    "set_aside_index",
]

log = logging.getLogger("verbatim.index")

_LONGEST_QUESTION = 2_000
Found = TypeVar("Found")


class Library:
    """A corpus with its index. Questions read one immutable version and never wait."""

    def __init__(self, *, reader: Reader, data: Path, options: Options, store: Store) -> None:
        self._reader = reader
        self._data = data
        self._options = options
        self._store = store
        self._pipeline = pipeline(options.language)
        self._serving = Serving(
            store,
            partial(snapshot_folder, data),
            self._pipeline,
            options.language,
            options.caution,
        )

    async def load(self) -> None:
        """Serve the newest committed version, if there is one that can be used."""
        await self._serving.load()

    async def warm(self) -> None:
        """Import and compile what the first would wait for, by questions that nobody hears."""
        from index.answering.warming import QUESTIONS, import_late

        await asyncio.to_thread(import_late)
        with suppress(IndexMissingError):
            for question in QUESTIONS:
                await self.ask(question)

    async def is_stale(self) -> bool:
        """True when the index is missing, damaged, made otherwise, or older than the corpus."""
        await self.load()
        unusable = self._served is None or self._serving.unusable or self._store.versions.broken
        return bool(unusable) or await is_stale(self._reader, self._store, self._pipeline)

    async def refresh(
        self, progress: Callable[["Progress"], None] | None = None
    ) -> "ReindexReport | None":
        """Reindex if that is needed; returns ``None`` when it was not."""
        if not await self.is_stale():
            return None
        for version, reason in self._serving.unusable.items():
            log.warning("index %s %s; it is built anew", version, reason)
        return await self._reindex(full=False, progress=progress)

    async def reindex(
        self, *, full: bool = False, progress: Callable[["Progress"], None] | None = None
    ) -> "ReindexReport":
        """Bring the index up to the corpus; ``full`` reads every file anew, what is kept is proven.

        Raises ``CorpusError`` and ``ReindexRunningError``; the version that is served stays.
        """
        return await self._reindex(full=full, prove=True, progress=progress)

    async def _reindex(
        self, *, full: bool, progress: Callable[["Progress"], None] | None, prove: bool = False
    ) -> "ReindexReport":
        if self._options.apart:
            from index.building.apart import apart

            options = replace(self._options, apart=False)
            places = self._reader.folder, self._data.parent
            broken = frozenset(self._store.versions.broken)
            work = partial(_reindexed, *places, options, broken, full=full, prove=prove)
            report = await apart(work, progress)
            self._store.versions.broken -= broken
        else:
            report = await self._reindex_here(full=full, prove=prove, progress=progress)
        await self.load()
        return report

    async def _reindex_here(
        self, *, full: bool, prove: bool, progress: Callable[["Progress"], None] | None
    ) -> "ReindexReport":
        from index.building.reindexing import Reindexer

        if prove:
            self._store.versions.broken |= await self._store.damaged()
        kept, options = (self._reader, self._store, self._data), self._options
        reindexer = Reindexer(*kept, options.language, options.portions)
        await self.load()
        usable = self._served is not None and not self._serving.unusable
        served = self._served.snapshot if self._served and usable else None
        return await reindexer.run(full=full, progress=progress, served=served)

    async def ask(self, question: Question) -> Answer:
        """Raises ``QuestionError`` and ``IndexMissingError``."""
        return await self._at_work(answer, question)

    async def timeline(self, question: Question) -> "Timeline":
        """What bears on a question, by time; days limit its lines. Raises as ``ask`` does."""
        from index.answering.timeline import timeline

        return await self._at_work(timeline, question)

    async def news(
        self, question: Question, seen: Sequence["Seen"] = (), fresh: "Fresh | None" = None
    ) -> "News":
        """What answers and was not ``seen``, of documents that are ``fresh``.

        Without these nothing is new, and all that bears on it is seen. Raises as ``ask`` does.
        """
        from index.answering.news import news

        served = await self._served_for(question)
        return await asyncio.to_thread(news, question, seen, fresh, served, self._store)

    async def sides(self, question: Question) -> "Sides":
        """The sentences on a claim by words of denial and confirmation, ``limit`` a side."""
        from index.answering.sides import sides

        return await self._at_work(sides, question)

    async def speakers(self, question: Question) -> tuple[str, ...]:
        """Who speaks in passages that match a question, the most frequent first."""
        from index.answering.speaking import speaking

        return await self._at_work(speaking, question)

    async def _at_work(
        self, find: Callable[[Question, Served, Store], Found], question: Question
    ) -> Found:
        """What is found in one thread, which reads, ranks and asks SQLite all by itself."""
        served = await self._served_for(question)
        return await asyncio.to_thread(find, question, served, self._store)

    async def _served_for(self, question: Question) -> Served:
        check_length(question, _LONGEST_QUESTION)
        by_name = bool(question.sources or question.held)
        return await (self._with_documents() if by_name else self._serving.newest())

    async def texts(self, before: bytes = b"") -> "Texts":
        """What stands for all texts that are held, and which were not among those ``before``."""
        from index.findings.news import texts_of

        served = await self._with_documents()
        return await asyncio.to_thread(texts_of, served.version, served.holdings, before)

    async def version(self) -> str | None:
        """The name of the newest version that can be served, whoever has built it."""
        await self.load()
        return self._serving.version

    async def sources(self, search: str | None = None) -> "Catalogue":
        """What is held, or what has ``search`` in its name, title, publisher or author."""
        return (await self._with_documents()).catalogue(search)

    async def listed(self, search: str | None = None) -> AsyncGenerator["Holding"]:
        """What ``sources`` tells of, document by document: none is read before it is asked for."""
        served = await self._serving.newest()
        async with aclosing(self._store.versions.listed(served.version)) as held:
            async for holding in held:
                if is_called(holding, search):
                    yield holding

    async def unreadable(self) -> tuple["Unreadable", ...]:
        return (await self._serving.newest()).unreadable

    async def status(self) -> "Status":
        from index.answering.mostly import mostly_in

        served = await self._serving.newest()
        mostly = await asyncio.to_thread(mostly_in, served, self._store)
        return served.status(stale=await self.is_stale(), mostly=mostly)

    async def text(self, document: str) -> str:
        """The text of a document that is held; raises ``VerbatimError`` for any other."""
        served = await self._with_documents()
        return (await asyncio.to_thread(self._store.document, served.row_of(document))).text

    async def statements(self, document: str) -> "Statements":
        """The sentences of a document with speaker and cue; raises ``VerbatimError``."""
        from index.answering.sides import statements

        served = await self._with_documents()
        return await asyncio.to_thread(statements, document, served, self._store)

    async def omissions(self, document: str) -> "Omissions":
        """What of a document's file, which must be the one held, is in no quote; raises so too."""
        text = await self.text(document)
        return await asyncio.to_thread(self._prover().omissions, document, text)

    async def recall(self, index_version: str, numbers: Sequence[int]) -> tuple["Quote", ...]:
        """Passages of a kept version by their numbers; raises ``IndexGoneError``."""
        served = await self._serving.named(index_version)
        return await asyncio.to_thread(recalled, numbers, served, self._store)

    async def quote(self, quote_id: str) -> "Quote":
        """The quote behind an id; raises ``QuoteError`` when it is not held any more."""
        return await asyncio.to_thread(self._prover().quote, quote_id, await self._with_documents())

    async def context(self, quote_id: str, size: int = 1) -> "Context":
        """A quote with ``size`` passages before and after it; raises ``QuoteError``."""
        served = await self._with_documents()
        return await asyncio.to_thread(self._prover().context, quote_id, size, served)

    async def verify(self, quote_id: str) -> "Proof":
        """Check a quote against its document as the file is now; raises ``QuoteError``."""
        return await asyncio.to_thread(self._prover().verify, quote_id)

    def _prover(self) -> "Prover":
        from index.answering.proof import Prover

        return Prover(self._reader, self._store)

    @property
    def _served(self) -> Served | None:
        return self._serving.served

    async def _with_documents(self) -> Served:
        """The newest with all its documents: a question that names none needs no list of them."""
        served = await self._serving.newest()
        await served.documents.read()
        return served


async def _reindexed(
    corpus: Path,
    data: Path,
    options: Options,
    broken: frozenset[int],
    *,
    full: bool,
    prove: bool,
    progress: Callable[["Progress"], None],
) -> "ReindexReport":
    """A whole reindex by a process that does nothing else; ``broken`` are found by its parent."""
    async with open_library(corpus=corpus, data=data, options=options) as library:
        library._store.versions.broken |= broken
        return await library._reindex_here(full=full, prove=prove, progress=progress)


@asynccontextmanager
async def open_library(
    *, corpus: Path, data: Path, options: Options | None = None
) -> AsyncIterator[Library]:
    """Open the library of ``corpus``, its index below ``data``; nothing is read or built yet.

    Raises ``LanguageError`` and ``DatabaseError``.
    """
    options = options or Options()
    check_language(options.language)
    folder = index_folder(data, corpus)
    async with Store.open(folder) as store:
        reader = Reader(corpus, max_bytes=options.max_file_bytes, skip=(data, folder))
        library = Library(reader=reader, data=folder, options=options, store=store)
        await library.load()
        yield library
