"""Files into analyses: in a thread, or in processes of their own where there is much to do."""

import asyncio
import copyreg
import logging
import multiprocessing
import os
import signal
import threading
from array import array
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from corpus.errors import UnreadableFileError
from corpus.facts import Fact
from corpus.model import Document
from corpus.reader import RawFile, Reader
from index.answers import Unreadable
from index.building.apart import follow_parent
from index.building.portions import Portions
from index.terms.analysis import Analysis, FormReader, analyse
from index.terms.analyzer import Analyzer
from index.terms.vocabulary import Vocabulary

log = logging.getLogger("verbatim.index")

_MOST_PROCESSES = 8
_NICENESS = 5  # questions come before analysis

Result = Analysis | Unreadable
Parse = Callable[[RawFile], Document]  # raises ``UnreadableFileError``


@dataclass(frozen=True, slots=True)
class _Batch:
    """What a worker made of some files, in its own numbers for terms and forms.

    ``terms`` and ``words`` are those that it numbered since its last batch, ``respelt`` older
    words with another spelling.
    """

    worker: int
    terms: list[str]
    words: list[tuple[str, str, int]]
    respelt: list[tuple[str, str, int]]
    results: list[Result]


@dataclass(slots=True)
class Work:
    """Files that are being analysed."""

    files: list[RawFile]
    batch: asyncio.Future[_Batch] | None = None


class Analysts:
    """Analyses files, giving terms and forms the numbers of one vocabulary.

    These are the same whether processes work or not, as long as ``results`` are taken in the
    order in which work was begun. ``ahead`` is how much work may well be begun before that.
    """

    def __init__(
        self, parse: Parse, forms: FormReader, pool: ProcessPoolExecutor | None, ahead: int
    ) -> None:
        self._parse = parse
        self._forms = forms
        self._pool = pool
        self.ahead = ahead
        self._numbers: dict[int, tuple[array[int], array[int]]] = {}

    async def begin(self, files: list[RawFile]) -> Work:
        """Begin to analyse some files."""
        if self._pool is None:
            return Work(files)
        try:  # in a thread, because the first ones start the processes
            batch = await asyncio.to_thread(self._pool.submit, _analyse_in_worker, files)
        except BrokenProcessPool:
            self._go_on_alone()
            return Work(files)
        future = asyncio.wrap_future(batch)
        future.add_done_callback(_retrieve)
        return Work(files, future)

    async def results(self, work: Work) -> list[Result]:
        """What became of each of the files."""
        if work.batch is not None:
            try:
                return self._adopted(await work.batch)
            except BrokenProcessPool:
                self._go_on_alone()
        return await asyncio.to_thread(_analyse_all, work.files, self._parse, self._forms)

    def _go_on_alone(self) -> None:
        if self._pool is not None:
            log.warning("the analysing processes died; one process does the rest")
            self._pool = None

    def _adopted(self, batch: _Batch) -> list[Result]:
        terms, forms = self._numbers.setdefault(batch.worker, (array("I"), array("I")))
        vocabulary = self._forms.vocabulary
        terms.extend(vocabulary.learn(term) for term in batch.terms)
        forms.extend(vocabulary.learn_form(form, word, terms[n]) for form, word, n in batch.words)
        for form, spelling, _ in batch.respelt:
            vocabulary.respell(form, spelling)
        by_term, by_form = np.frombuffer(terms, np.uint32), np.frombuffer(forms, np.uint32)
        return [
            replace(
                result,
                postings=replace(result.postings, terms=by_term[result.postings.terms]),
                forms=result.forms._replace(forms=by_form[result.forms.forms]),
            )
            if isinstance(result, Analysis)
            else result
            for result in batch.results
        ]


@asynccontextmanager
async def analysts(
    reader: Reader, language: str, vocabulary: Vocabulary, size: int, portions: Portions
) -> AsyncIterator[Analysts]:
    """Analysts for files of ``size`` bytes together."""
    forms = FormReader(await asyncio.to_thread(Analyzer, language), vocabulary)
    processes = portions.processes or min(_cores(), _MOST_PROCESSES)
    if size < portions.worth_processes or processes < 2:
        yield Analysts(reader.parse, forms, None, 0)
        return
    pool = ProcessPoolExecutor(
        processes,
        multiprocessing.get_context("spawn"),
        initializer=_start_worker,
        initargs=(reader.parse, language),  # more than a pipe holds would wait for ever for a
        # process that died before it read
    )
    try:
        yield Analysts(reader.parse, forms, pool, 2 * processes)
    except BaseException:
        _give_up(pool)
        raise
    finally:
        await asyncio.to_thread(pool.shutdown, cancel_futures=True)


def _give_up(pool: ProcessPoolExecutor) -> None:
    """End the processes amid their work, which nobody waits for any more."""
    pool.shutdown(wait=False, cancel_futures=True)
    for child in multiprocessing.active_children():  # the pool's: who has one starts no others
        child.kill()


def _retrieve(batch: asyncio.Future[_Batch]) -> None:
    """Look at an error, so that asyncio does not report one of work that was given up."""
    if not batch.cancelled():
        batch.exception()


def _cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _reduced(
    proxy: MappingProxyType[str, str],
) -> tuple[Callable[..., MappingProxyType[str, str]], tuple[object]]:
    """How a read-only mapping, which pickle cannot name, reaches another process."""
    return _read_only, (dict(proxy),)


def _read_only(values: dict[str, str]) -> MappingProxyType[str, str]:
    return MappingProxyType(values)


copyreg.pickle(MappingProxyType, _reduced)


def _analyse_all(files: Sequence[RawFile], parse: Parse, forms: FormReader) -> list[Result]:
    results: list[Result] = []
    for raw in files:
        try:
            analysis = analyse(parse(raw), raw.digest, forms)
        except UnreadableFileError as error:
            results.append(Unreadable(error.file, error.reason))
            continue
        nothing = Fact("holds nothing to quote, only headings or page furniture")
        results.append(analysis if analysis.passages else Unreadable(raw.id, nothing))
    return results


class _Worker:
    """What a worker process keeps between two batches."""

    parse: Parse
    forms: FormReader


def _start_worker(parse: Parse, language: str) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    if hasattr(os, "nice"):
        os.nice(_NICENESS)
    threading.Thread(target=follow_parent, daemon=True).start()
    _Worker.parse = parse
    _Worker.forms = FormReader(Analyzer(language), Vocabulary())


def _analyse_in_worker(files: list[RawFile]) -> _Batch:
    results = _analyse_all(files, _Worker.parse, _Worker.forms)
    news = _Worker.forms.vocabulary.take_new()
    return _Batch(os.getpid(), [term for _, term in news.terms], news.words, news.respelt, results)
