"""Proofs: a quote found again by its id, in the index and in the file as it is now."""

import asyncio
from collections.abc import Iterator

from corpus.errors import CorpusError, UnreadableFileError
from corpus.model import Document, Span
from corpus.reader import Reader
from index.answers import Context, Proof, Quote, QuoteError, Verdict
from index.passages import Passage
from index.quote_id import QuoteId, name_key, quote_check
from index.served import Served
from index.store import Store, StoredDocument


class Prover:
    """Finds quotes by id; keeps nothing."""

    def __init__(self, reader: Reader, store: Store) -> None:
        self._reader = reader
        self._store = store

    async def verify(self, quote_id: str) -> Proof:
        """Read the document anew and look for the quote's words in it."""
        wanted = QuoteId.parse(quote_id)
        return await asyncio.to_thread(self._verify, str(wanted), wanted, await self._name(wanted))

    async def quote(self, quote_id: str, served: Served) -> Quote:
        """The quote, as the served version holds it."""
        wanted = QuoteId.parse(quote_id)
        document, ordinal = await self._find(wanted, served)
        return await self._held(wanted, document, ordinal, served)

    async def context(self, quote_id: str, size: int, served: Served) -> Context:
        """The quote and at most ``size`` passages on each side of it."""
        wanted = QuoteId.parse(quote_id)
        document, ordinal = await self._find(wanted, served)
        around = await self._store.passages(document, ordinal - size, ordinal + size)
        return Context(
            before=tuple(passage for passage in around if passage.end <= wanted.start),
            quote=await self._held(wanted, document, ordinal, served),
            after=tuple(passage for passage in around if passage.start >= wanted.end),
        )

    async def _find(self, wanted: QuoteId, served: Served) -> tuple[StoredDocument, int]:
        """The served document that the quote is of, and the ordinal of its passage there."""
        held = {row for row, _ in served.holdings}
        for row in await self._store.rows_by_key(wanted.key):
            if row["id"] not in held or not row["sha256"].startswith(wanted.pin):
                continue
            document = await self._store.document(row["id"])
            ordinal = await self._store.ordinal(document.row, wanted.start)
            exact = quote_check(document.text[wanted.start : wanted.end]) == wanted.check
            if exact and ordinal is not None:
                return document, ordinal
        raise QuoteError(
            f"quote {wanted}",
            "is not in the index as it is now",
            f"its document has changed or is gone; run 'verbatim verify {wanted}'",
        )

    async def _held(
        self, wanted: QuoteId, document: StoredDocument, ordinal: int, served: Served
    ) -> Quote:
        (passage,) = await self._store.passages(document, ordinal, ordinal)
        if (passage.start, passage.end) != (wanted.start, wanted.end):
            text = document.text[wanted.start : wanted.end]
            passage = Passage(
                document.name, document.sha256, wanted.start, wanted.end, text, passage.section
            )
        number = served.snapshot.number(document.row, ordinal)
        return Quote(str(wanted), passage, document.source, number=number or 0)

    async def _name(self, wanted: QuoteId) -> str | None:
        """The document that the id is of: held now or earlier, or just lying in the folder."""
        rows = await self._store.rows_by_key(wanted.key)
        if rows:
            return str(rows[0]["name"])
        try:
            listing = await asyncio.to_thread(self._reader.scan)
        except CorpusError:
            return None
        names = (stamp.id for stamp in listing.files)
        return next((name for name in names if name_key(name) == wanted.key), None)

    def _verify(self, quote_id: str, wanted: QuoteId, name: str | None) -> Proof:
        document = self._read(name) if name else None
        if document is None:
            return Proof(quote_id, Verdict.DOCUMENT_GONE, name, quoted_sha256=wanted.pin)
        span = _place(document, wanted)
        found = Verdict.EXACT if document.sha256.startswith(wanted.pin) else Verdict.MOVED
        return Proof(
            quote_id,
            Verdict.GONE if span is None else found,
            document.id,
            document.source,
            wanted.pin,
            document.sha256,
            document.text[slice(*span)] if span else None,
            span,
        )

    def _read(self, name: str) -> Document | None:
        try:
            return self._reader.parse(self._reader.load(name))
        except UnreadableFileError:
            return None


def _place(document: Document, wanted: QuoteId) -> Span | None:
    """Where the quote's words stand in the document, nearest to where they stood."""
    length = wanted.end - wanted.start
    for start in _outwards(wanted.start, len(document.text) - length):
        if quote_check(document.text[start : start + length]) == wanted.check:
            return Span(start, start + length)
    return None


def _outwards(start: int, last: int) -> Iterator[int]:
    """Every place from 0 to ``last``, the nearest to ``start`` first."""
    for distance in range(max(start, last - start) + 1):
        for place in (start - distance, start + distance)[: 1 + (distance > 0)]:
            if 0 <= place <= last:
                yield place
