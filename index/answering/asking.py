"""The flow of one question: terms, candidates, evidence, quotes."""

import asyncio
import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.model import Span
from index.answering.evidence import asked_of, companions, enough
from index.answering.quote_id import QuoteId
from index.answering.same_quote import same_quote, spread
from index.answering.served_version import Served
from index.answering.understanding import understood
from index.answers import AlsoIn, Answer, Question, QuestionError, Quote, Reading, Why
from index.cutting.passages import Passage
from index.question.conditions import Wishes
from index.question.reading import ReadQuestion
from index.ranking.hits import Filter, Hit
from index.ranking.phrases import strict_hits
from index.ranking.second_stage import DEPTH
from index.store.rows import SealError
from index.store.store import Store, StoredDocument
from index.terms.analyzer import Analyzer

log = logging.getLogger("verbatim.index")

_CANDIDATES = 30  # at the least; same quotes and second passages of a document are among them
_TEXTS_READ = 2_000  # at the most, for a phrase that the index cannot tell from its words
_TEXTS_HELD = 100  # documents in memory meanwhile
_SAME_DOCUMENT = 2
_AMONG_THE_FIRST = 5


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A hit with its words. ``also`` are lower-ranked hits that are the same quote."""

    hit: Hit
    passage: Passage
    document: StoredDocument
    also: tuple["_Candidate", ...] = ()


async def answer(question: Question, served: Served, store: Store) -> Answer:
    """Answer from one version. Raises ``QuestionError`` for a source that is not held."""
    started = time.perf_counter()
    only = _filter(question, served)
    everything = _everything(question, served)
    read, meant, suggestions = await asyncio.to_thread(
        understood, question.text, served, everything.documents
    )
    found = await _attempt(question, meant, only, served, store)
    if meant is not read and not found.answered:
        found = await _attempt(question, read, only, served, store)
        suggestions = tuple(replace(suggestion, applied=False) for suggestion in suggestions)
    elapsed = (time.perf_counter() - started) * 1000
    return replace(found, missing_words=read.missing, suggestions=suggestions, elapsed_ms=elapsed)


async def _attempt(
    question: Question, read: ReadQuestion, only: Filter, served: Served, store: Store
) -> Answer:
    """Answer a question as it is read, without a second guess at its spelling."""
    hits = await _matching(read, only, max(_CANDIDATES, 4 * question.limit), served, store)
    undated = 0
    if only.by_date:
        undated = await asyncio.to_thread(served.ranker.undated_matches, read.terms, only)
    blank = Answer(
        question,
        answered=False,
        index_version=served.version,
        missing_words=read.missing,
        undated_left_out=undated,
        reading=_reading(read.wishes),
    )
    if not hits or (question.abstain and not enough(read, hits, served.enough)):
        why = await _why(question, read, hits, served, store)
        return replace(blank, why=why)
    candidates = await _candidates(companions(read, hits), served, store)
    if not candidates:
        return replace(blank, why=Why.UNPROVEN)
    if only.documents is None or len(only.documents) > 1:
        kept = spread([c.document.row for c in candidates], _SAME_DOCUMENT, _AMONG_THE_FIRST)
        candidates = [candidates[index] for index in kept]
    quotes = await asyncio.to_thread(
        lambda: tuple(
            _quote(candidate, read, served.analyzer) for candidate in candidates[: question.limit]
        )
    )
    return replace(blank, answered=True, quotes=quotes)


async def _matching(
    read: ReadQuestion, only: Filter, limit: int, served: Served, store: Store
) -> list[Hit]:
    """``ranked``, but only passages whose text holds the phrases to the letter."""
    if not read.wishes.phrases:
        return await ranked(read, only, limit, served)
    documents: dict[int, StoredDocument] = {}
    holding: list[Hit] = []
    for hit in await ranked(read, only, _TEXTS_READ, served):
        if len(documents) >= _TEXTS_HELD:
            documents.clear()
        found = await _fetch(hit, served, store, documents)
        if found and read.wishes.held_by(found.passage.text):
            holding.append(hit)
            if len(holding) == limit:
                break
    return holding


async def ranked(read: ReadQuestion, only: Filter, limit: int, served: Served) -> list[Hit]:
    """At most ``limit`` passages that share a term with the question, best first."""
    depth = max(limit, DEPTH)
    if read.wishes.strict:
        hits = await asyncio.to_thread(_strict, read, only, depth, served)
    else:
        hits = await served.ranker.rank(read.terms, only, depth)
    return await asyncio.to_thread(served.rescorer.rescored, read, hits, limit)


def _strict(read: ReadQuestion, only: Filter, limit: int, served: Served) -> list[Hit]:
    allowed = served.ranker.allowed(only)
    return strict_hits(read, served.snapshot, served.analyzer, allowed, limit)


async def recalled(numbers: Sequence[int], served: Served, store: Store) -> tuple[Quote, ...]:
    """Passages by number, as quotes without a question; those that cannot be proven left out."""
    nothing = ReadQuestion("", (), (), {}, ())
    quotes = []
    for number in numbers:
        if not 0 <= number < served.snapshot.meta.passages:
            continue
        candidate = await _fetch(Hit(number, 0.0, ()), served, store, {})
        if candidate is not None:
            terms = served.analyzer.terms(candidate.passage.text, candidate.passage.stated_dates)
            hits = await served.ranker.rank(terms, Filter(), _CANDIDATES)
            others = await _candidates(
                [hit for hit in hits if hit.passage != number], served, store
            )
            also = [o for o in others if same_quote(candidate.passage.text, o.passage.text)]
            quotes.append(_quote(replace(candidate, also=tuple(also)), nothing, served.analyzer))
    return tuple(quotes)


def _filter(question: Question, served: Served) -> Filter:
    if question.since and question.until and question.until < question.since:
        raise QuestionError(
            f"dates {question.since} to {question.until}", "end before they begin", "swap them"
        )
    documents = _everything(question, served).documents
    if question.sources:
        asked_for = _rows(question.sources, served)
        documents = asked_for if documents is None else documents & asked_for
    return Filter(documents, question.since, question.until)


def _everything(question: Question, served: Served) -> Filter:
    """All that the asker may know of."""
    return Filter(_rows(question.held, served) if question.held else None)


def _rows(names: Sequence[str], served: Served) -> frozenset[int]:
    documents: frozenset[int] = frozenset()
    for name in names:
        rows = served.rows_of_source(name)
        if not rows:
            raise QuestionError(
                f"source {name!r}", "is not in the corpus", f"try {served.near_names(name)}"
            )
        documents |= rows
    return documents


async def _candidates(hits: Sequence[Hit], served: Served, store: Store) -> list[_Candidate]:
    """The hits' passages; the same quote in several documents stands once, with the others."""
    documents: dict[int, StoredDocument] = {}
    fetched = [await _fetch(hit, served, store, documents) for hit in hits]
    return await asyncio.to_thread(_grouped, [found for found in fetched if found is not None])


def _grouped(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    kept: list[_Candidate] = []
    for candidate in candidates:
        for index, earlier in enumerate(kept):
            if same_quote(earlier.passage.text, candidate.passage.text):
                if earlier.document.row != candidate.document.row:
                    kept[index] = replace(earlier, also=(*earlier.also, candidate))
                break
        else:
            kept.append(candidate)
    return kept


async def _fetch(
    hit: Hit, served: Served, store: Store, documents: dict[int, StoredDocument]
) -> _Candidate | None:
    row, ordinal = served.snapshot.place(hit.passage)
    try:
        if row not in documents:
            documents[row] = await store.document(row)
        passages = await store.passages(documents[row], ordinal, ordinal)
    except SealError:
        log.exception("defect: a passage was not shown")
        return None
    return _Candidate(hit, passages[0], documents[row])


def _quote(candidate: _Candidate, read: ReadQuestion, analyzer: Analyzer) -> Quote:
    passage = candidate.passage
    matched = [
        (Span(token.start, token.end), terms)
        for token in analyzer.tokens(passage.text, passage.stated_dates)
        if (terms := read.weights.keys() & token.terms)
    ]
    return Quote(
        quote_id=str(QuoteId.of(passage)),
        passage=passage,
        source=candidate.document.source,
        number=candidate.hit.passage,
        score=candidate.hit.score,
        coverage=asked_of(read, candidate.hit).coverage(candidate.hit.matched),
        matched_terms=candidate.hit.matched,
        matched=tuple(span for span, _ in matched),
        key_sentence=_key_sentence(passage, matched, read),
        parts=candidate.hit.parts,
        also_in=tuple(
            AlsoIn(also.passage.document, also.document.source, str(QuoteId.of(also.passage)))
            for also in candidate.also
        ),
    )


def _key_sentence(
    passage: Passage, matched: Sequence[tuple[Span, set[str]]], read: ReadQuestion
) -> Span | None:
    """The sentence whose words cover most of the question; the first of equals."""
    best, covered = None, 0.0
    for sentence in passage.sentences:
        terms = {
            term
            for span, found in matched
            if sentence.start <= span.start < sentence.end
            for term in found
        }
        if (coverage := read.coverage(terms)) > covered:
            best, covered = sentence, coverage
    return best


async def _why(
    question: Question, read: ReadQuestion, hits: Sequence[Hit], served: Served, store: Store
) -> Why:
    if not served.snapshot.meta.passages:
        return Why.EMPTY_CORPUS
    if not read.terms:
        return Why.NO_WORDS
    everything = _everything(question, served)
    if _filter(question, served) != everything:
        elsewhere = await _matching(read, everything, _CANDIDATES, served, store)
        if enough(read, elsewhere, served.enough):
            return Why.FILTERED_OUT
        hits = hits or elsewhere
    if hits:
        return Why.NOT_ENOUGH
    return Why.NOT_EXACT if read.wishes.strict else Why.NO_MATCH


def _reading(wishes: Wishes) -> Reading:
    return Reading(wishes.phrases, wishes.left_out, wishes.source, wishes.since, wishes.until)
