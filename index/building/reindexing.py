"""The flow of one reindex: read what changed, analyse it, build beside, commit, report."""

import asyncio
import secrets
import shutil
import time
from collections import deque
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from corpus.errors import UnreadableFileError
from corpus.folder import FileStamp, Listing
from corpus.reader import RawFile, Reader
from index.answers import Unreadable
from index.arrays.files import sync
from index.arrays.snapshot import Meta, Snapshot
from index.arrays.sums import check_sums, write_sums
from index.building.forward_builder import ForwardBuilder
from index.building.freshness import (
    documents_by_file,
    is_unchanged,
    pipeline,
    signature,
)
from index.building.learned import learn
from index.building.passage_vectors import write_vectors
from index.building.places import reindex_lock, snapshot_folder, snapshots
from index.building.portions import PORTIONS, Portions
from index.building.run_state import Loaded, Run, Tell
from index.building.snapshot_builder import SnapshotBuilder
from index.building.workers import Analysts, Work, analysts
from index.errors import DatabaseError
from index.reports import ReindexReport
from index.store.store import Store
from index.store.versions import Current, KnownFile
from index.terms.vocabulary import Vocabulary


class Reindexer:
    """Brings the store up to date with the corpus, one reindex at a time across processes."""

    def __init__(
        self,
        reader: Reader,
        store: Store,
        data: Path,
        language: str,
        portions: Portions = PORTIONS,
    ) -> None:
        self._portions = portions
        self._reader = reader
        self._store = store
        self._data = data
        self._language = language
        self.pipeline = pipeline(language)

    async def run(
        self, *, full: bool, progress: Tell | None, served: Snapshot | None = None
    ) -> ReindexReport:
        """Raises ``ReindexRunningError`` while another process or task reindexes.

        ``served`` is the current version, where it can be used: it stays when nothing has changed.
        """
        started = time.perf_counter()
        with reindex_lock(self._data):
            await self._clean_up()
            listing = await asyncio.to_thread(self._reader.scan)
            if broken := set(self._store.versions.broken):
                await self._store.forget(broken)
            before = await self._store.versions.files()
            run = Run(
                {} if full else before,
                await self._store.vocabulary(),
                len(listing.files),
                progress,
            )
            await self._read(listing, run, full=full)
            problems = await asyncio.to_thread(
                self._reader.sources_problems, listing, run.rows.keys()
            )
            run.unreadable += [
                Unreadable(error.file, error.reason) for error in (*listing.unreadable, *problems)
            ]
            run.unreadable.sort(key=lambda entry: (entry.file, entry.reason))
            if listing.sources is not None:
                run.files.append((listing.sources, None))
            meta = None if full else await self._unchanged(run, signature(listing), served)
            if meta is None:
                meta = await self._build(run, signature(listing), full=full)
            return _report(before, run, meta, time.perf_counter() - started)

    async def _read(self, listing: Listing, run: Run, *, full: bool) -> None:
        """Read and analyse what changed; keep what did not."""
        same_sources = listing.sources == await self._store.versions.sources_stamp()
        changed = []
        documents = documents_by_file(run.known, {stamp.id for stamp in listing.files})
        for stamp in listing.files:
            known = documents.get(stamp.id, ())
            if same_sources and is_unchanged(known, stamp, self.pipeline):
                for each in known:
                    run.keep(each.stamp, each.document, each.digest)
            else:
                changed.append(stamp)
        run.total += len(run.files) + len(changed) - len(listing.files)
        run.tell()
        size = sum(stamp.size for stamp in changed)
        async with analysts(
            self._reader, self._language, run.vocabulary, size, self._portions
        ) as helpers:
            begun: deque[tuple[list[FileStamp], Work]] = deque()
            async for stamps, files in self._loaded(changed, run, full=full):
                begun.append((stamps, await helpers.begin(files)))
                while len(begun) > helpers.ahead:
                    await self._collect(*begun.popleft(), helpers, run)
            while begun:
                await self._collect(*begun.popleft(), helpers, run)
        await self._flush(run)
        run.doubt_parts()
        run.tell()

    async def _loaded(
        self, changed: Iterable[FileStamp], run: Run, *, full: bool
    ) -> AsyncIterator[tuple[list[FileStamp], list[RawFile]]]:
        """The files that need be analysed, some at a time."""
        waiting = iter(changed)
        while loaded := await asyncio.to_thread(self._load_some, waiting):
            run.note_parts(loaded)
            run.unreadable += [
                Unreadable(raw.file, raw.reason)
                for _, raw in loaded
                if isinstance(raw, UnreadableFileError)
            ]
            files = [(stamp, raw) for stamp, raw in loaded if isinstance(raw, RawFile)]
            digests = [] if full else [(stamp.id, raw.digest) for stamp, raw in files]
            known = await self._store.analysed(digests, self.pipeline)
            new = []
            for stamp, raw in files:
                row = known.get((stamp.id, raw.digest))
                if row is None:
                    new.append((stamp, raw))
                else:
                    run.keep(stamp, row, raw.digest)
            if new:
                yield [stamp for stamp, _ in new], [raw for _, raw in new]

    def _load_some(self, stamps: Iterator[FileStamp]) -> list[Loaded]:
        """The next files, as much of them as is analysed at a time."""
        loaded: list[Loaded] = []
        size = 0
        for stamp in stamps:
            try:
                documents = self._reader.load_all(stamp.id)
            except UnreadableFileError as error:
                loaded.append((stamp, error))
                continue
            loaded += ((stamp._replace(id=raw.id), raw) for raw in documents)
            size += sum(len(raw.data) for raw in documents)
            if size >= self._portions.read_bytes:
                break
        return loaded

    async def _collect(
        self, stamps: Iterable[FileStamp], work: Work, helpers: Analysts, run: Run
    ) -> None:
        for stamp, result in zip(stamps, await helpers.results(work), strict=True):
            if isinstance(result, Unreadable):
                run.unreadable.append(result)
            else:
                run.passages += len(result.passages)
                run.warnings += (
                    Unreadable(stamp.id, reason) for reason in result.document.warnings
                )
                run.waiting.append((stamp, result))
                run.characters += len(result.document.text)
            many = len(run.waiting) >= self._portions.kept_documents
            if many or run.characters >= self._portions.kept_characters:
                await self._flush(run)
            run.tell()

    async def _flush(self, run: Run) -> None:
        """Commit what is waiting, so that an interrupted reindex need not do it again."""
        if not run.waiting:
            return
        analyses = [analysis for _, analysis in run.waiting]
        rows = await self._store.add(analyses, self.pipeline, _now(), run.vocabulary)
        for (stamp, analysis), row in zip(run.waiting, rows, strict=True):
            run.keep(stamp, row, analysis.digest)
        run.waiting.clear()
        run.characters = 0

    async def _unchanged(self, run: Run, signature: str, served: Snapshot | None) -> Meta | None:
        """The current version, where it is what would be built; its files' times may be others."""
        current = await self._store.versions.current()
        if served is None or current is None or served.meta.version != current.version:
            return None
        read = self.pipeline, await asyncio.to_thread(lambda: self._reader.day_first)
        told = *read, tuple(run.unreadable), sorted(run.rows.values())
        made = current.pipeline, served.meta.day_first
        if told != (*made, current.unreadable, sorted(served.documents.tolist())):
            return None
        proven = await asyncio.to_thread(_proven, served.folder)
        if proven is None:
            return None  # its files have gone or changed since they were mapped
        await self._store.versions.seen(replace(current, signature=signature), run.files)
        return proven.meta

    async def _build(self, run: Run, signature: str, *, full: bool) -> Meta:
        """Build the new version beside the old and commit it."""
        before = None if full else await self._store.versions.current()
        older = None
        if before is not None and before.pipeline == self.pipeline:
            folder = snapshot_folder(self._data, before.version)
            older = await asyncio.to_thread(_proven, folder)
        version = f"{int(time.time()):x}{secrets.token_hex(2)}"
        rows = [run.rows[name] for name in sorted(run.rows)]
        try:
            meta = await self._write(version, rows, run.vocabulary, older)
            current = Current(version, self.pipeline, signature, tuple(run.unreadable))
            await self._store.versions.commit(current, rows, run.files)
        except BaseException as error:
            if isinstance(error, OSError) and error.filename is None:
                error.filename = str(self._data)  # a file that is open knows no name
            with suppress(DatabaseError):
                await self._clean_up()  # what is left would keep a full disk full
            raise
        return meta

    async def _write(
        self, version: str, rows: Sequence[int], vocabulary: Vocabulary, older: Snapshot | None
    ) -> Meta:
        """Write all files of a version, of the documents in these rows of the store."""
        folder = snapshot_folder(self._data, version)
        part = folder.with_name(f"{version}.part")
        builder = SnapshotBuilder(part, list(vocabulary.ids))
        at_once = self._portions.built_bytes
        async for batch in self._store.postings(rows, at_once):
            await asyncio.to_thread(builder.count, batch)
        await asyncio.to_thread(builder.lay_out)
        async for batch in self._store.postings(rows, at_once):
            await asyncio.to_thread(builder.fill, batch)
        published, sources = await self._store.published(rows), await self._store.sources(rows)
        await asyncio.to_thread(builder.write_documents, rows, published, sources)
        forward = ForwardBuilder(
            part, await asyncio.to_thread(builder.write_words, vocabulary.words)
        )
        async for forms in self._store.forms(rows, at_once):
            await asyncio.to_thread(forward.add, forms)
        await asyncio.to_thread(forward.finish)
        day_first = await asyncio.to_thread(lambda: self._reader.day_first)
        meta = await asyncio.to_thread(
            builder.finish, version, self.pipeline, _now(), day_first=day_first
        )
        titles = {row: source.title or "" for row, source in sources}
        await write_vectors(part, self._store, titles, older)
        await asyncio.to_thread(learn, part, older)
        await asyncio.to_thread(write_sums, part)
        await asyncio.to_thread(lambda: [*map(sync, (*part.iterdir(), part))])
        part.rename(folder)
        sync(folder.parent)
        return meta

    async def _clean_up(self) -> None:
        """Remove what a killed reindex left, and versions that no question can be reading."""
        kept = await self._store.versions.kept()
        folder = snapshots(self._data)
        for path in folder.iterdir() if folder.is_dir() else ():
            if path.name not in kept:
                await asyncio.to_thread(shutil.rmtree, path, ignore_errors=True)


def _proven(folder: Path) -> Snapshot | None:
    """The version in a folder, none where its files are not what was written."""
    try:
        check_sums(folder)
        return Snapshot(folder)
    except (OSError, ValueError, TypeError, LookupError):
        return None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _report(before: dict[str, KnownFile], run: Run, meta: Meta, seconds: float) -> ReindexReport:
    was = {name: file.digest for name, file in before.items()}
    now = run.digests
    return ReindexReport(
        index_version=meta.version,
        added=tuple(sorted(now.keys() - was.keys())),
        changed=tuple(sorted(name for name in now.keys() & was.keys() if now[name] != was[name])),
        removed=tuple(sorted(was.keys() - now.keys())),
        unreadable=tuple(run.unreadable),
        documents=len(now),
        passages=meta.passages,
        seconds=seconds,
        warnings=tuple(run.warnings),
    )
