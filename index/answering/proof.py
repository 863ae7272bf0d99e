"""Proofs: a quote found again by its id, in the index and in the file as it is now."""

from collections.abc import Iterator

from corpus.errors import CorpusError, UnreadableFileError
from corpus.facts import Fact
from corpus.model import Document, Span
from corpus.reader import Reader
from index.answering.quote_id import QuoteId, quote_check
from index.answering.served_version import Served
from index.answers import Context, Omissions, Proof, Quote, Verdict
from index.cutting.overlong import LONGEST
from index.cutting.passage import Passage
from index.errors import QuestionError, QuoteError
from index.store.rows import StoredDocument, name_key
from index.store.store import Store

_LONGEST = 2 * LONGEST  # characters of a quote: a cluster of marks may make it longer than a piece


class Prover:
    """Finds quotes by id; keeps nothing."""

    def __init__(self, reader: Reader, store: Store) -> None:
        self._reader = reader
        self._store = store

    def verify(self, quote_id: str) -> Proof:
        """Read the document anew and look for the quote's words in it."""
        wanted = QuoteId.parse(quote_id)
        proofs: list[Proof] = []
        for name in self._names(wanted):
            proofs.append(self._verify(wanted, name))
            if proofs[-1].span is not None:
                return proofs[-1]
        gone = Proof(str(wanted), Verdict.DOCUMENT_GONE, quoted_sha256=wanted.pin)
        return proofs[0] if proofs else gone

    def quote(self, quote_id: str, served: Served) -> Quote:
        """The quote, as the served version holds it."""
        wanted = QuoteId.parse(quote_id)
        document, ordinal = self._find(wanted, served)
        return self._held(wanted, document, ordinal, served)

    def context(self, quote_id: str, size: int, served: Served) -> Context:
        """The quote and at most ``size`` passages on each side of it."""
        wanted = QuoteId.parse(quote_id)
        document, ordinal = self._find(wanted, served)
        around = self._store.passages(document, ordinal - size, ordinal + size)
        return Context(
            before=tuple(passage for passage in around if passage.end <= wanted.start),
            quote=self._held(wanted, document, ordinal, served),
            after=tuple(passage for passage in around if passage.start >= wanted.end),
        )

    def _find(self, wanted: QuoteId, served: Served) -> tuple[StoredDocument, int]:
        """The served document that the quote is of, and the ordinal of its passage there."""
        held = {row for row, _ in served.holdings}
        for row in self._store.rows_by_key(wanted.key):
            if row["id"] not in held or not row["sha256"].startswith(wanted.pin):
                continue
            document = self._store.document(row["id"])
            ordinal = self._store.ordinal(document.row, wanted.start)
            exact = quote_check(document.text[wanted.start : wanted.end]) == wanted.check
            if exact and ordinal is not None:
                return document, ordinal
        raise QuoteError(
            Fact("quote {quote}", quote=str(wanted)),
            Fact("is not in the index as it is now"),
            Fact(
                "its document has changed or is gone; run 'verbatim verify {quote}'",
                quote=str(wanted),
            ),
        )

    def _held(
        self, wanted: QuoteId, document: StoredDocument, ordinal: int, served: Served
    ) -> Quote:
        (passage,) = self._store.passages(document, ordinal, ordinal)
        if (passage.start, passage.end) != (wanted.start, wanted.end):
            text = document.text[wanted.start : wanted.end]
            passage = Passage(
                document.name, document.sha256, wanted.start, wanted.end, text, passage.section
            )
        number = served.snapshot.number(document.row, ordinal)
        return Quote(str(wanted), passage, document.source, number=number or 0)

    def _names(self, wanted: QuoteId) -> list[str]:
        """The documents that the id may be of: held now or earlier, else lying in the folder.

        A key has 32 bits, so that among many documents two may share one; the document whose
        text the id pins comes first.
        """
        rows = self._store.rows_by_key(wanted.key)
        if rows:
            rows.sort(key=lambda row: not row["sha256"].startswith(wanted.pin))
            return list(dict.fromkeys(str(row["name"]) for row in rows))
        try:
            listing = self._reader.scan()
        except CorpusError:
            return []
        return [stamp.id for stamp in listing.files if name_key(stamp.id) == wanted.key]

    def omissions(self, name: str, text: str) -> Omissions:
        """What of the file as it is now is in no quote.

        Raises ``QuestionError`` where it cannot be read, or is another one than that of ``text``.
        """
        named = Fact("document {name}", name=repr(name))
        try:
            document, left_out = self._reader.parse_whole(self._reader.load(name))
        except UnreadableFileError as error:
            raise QuestionError(named, error.reason, Fact("index the corpus again")) from None
        if document.text != text:
            another = Fact("is another file than the one that was indexed")
            raise QuestionError(named, another, Fact("run 'verbatim index' first"))
        visible = (span for span in document.residue if document.text[slice(*span)].strip())
        return Omissions(name, document.text, left_out, tuple(visible))

    def _verify(self, wanted: QuoteId, name: str) -> Proof:
        document = self._read(name)
        if document is None:
            return Proof(str(wanted), Verdict.DOCUMENT_GONE, name, quoted_sha256=wanted.pin)
        span = _place(document, wanted)
        found = Verdict.EXACT if document.sha256.startswith(wanted.pin) else Verdict.MOVED
        return Proof(
            str(wanted),
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
    """Where the quote's words stand in the document, nearest to where they stood.

    What is longer than any quote is looked for there alone: whoever makes up an id would have
    half of a long text hashed at each of its places.
    """
    length = wanted.end - wanted.start
    last = len(document.text) - length
    places = _outwards(wanted.start, last) if length <= _LONGEST else (wanted.start,)
    for start in places:
        if quote_check(document.text[start : start + length]) == wanted.check:
            return Span(start, start + length)
    return None


def _outwards(start: int, last: int) -> Iterator[int]:
    """Every place from 0 to ``last``, the nearest to ``start`` first."""
    nearest = min(start, last)
    for distance in range(max(nearest, last - nearest) + 1):
        for place in (nearest - distance, nearest + distance)[: 1 + (distance > 0)]:
            if 0 <= place <= last:
                yield place
