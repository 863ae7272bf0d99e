"""The flow of one question: terms, candidates, evidence, quotes."""

import asyncio
import logging
import time
from collections.abc import Sequence
from dataclasses import replace

from index.answering.evidence import companions, enough, weighed_up
from index.answering.quoting import Candidate, quote_of
from index.answering.same_quote import same_quote, spread
from index.answering.served_version import Served
from index.answering.understanding import understood
from index.answers import Answer, Question, QuestionError, Quote, Reading, Why
from index.question.conditions import Wishes
from index.question.reading import ReadQuestion
from index.ranking.hits import Filter, Hit
from index.ranking.phrases import strict_hits
from index.ranking.second_stage import DEPTH
from index.store.rows import SealError
from index.store.store import Store, StoredDocument

log = logging.getLogger("verbatim.index")

_CANDIDATES = 30  # at the least; same quotes and second passages of a document are among them
_TEXTS_READ = 2_000  # at the most, for a phrase that the index cannot tell from its words
_TEXTS_HELD = 100  # documents in memory meanwhile
_SAME_DOCUMENT = 2
_AMONG_THE_FIRST = 5


async def answer(question: Question, served: Served, store: Store) -> Answer:
    """Answer from one version. Raises ``QuestionError`` for a source that is not held."""
    started = time.perf_counter()
    only = _filter(question, served)
    read, meant, suggestions = await asyncio.to_thread(understood, question.text, served)
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
    if hits:
        evidence = weighed_up(read, hits, served.enough, served.near)
        blank = replace(blank, evidence=evidence)
    answered = bool(hits) and (not question.abstain or enough(read, hits, served.enough))
    if not answered:
        why = await _why(read, hits, only, served, store)
        blank = replace(blank, why=why)
        if not enough(read, hits, served.near):
            return blank
    candidates = await _candidates(companions(read, hits), served, store)
    if not candidates:
        return replace(blank, why=Why.UNPROVEN)
    if only.documents is None or len(only.documents) > 1:
        kept = spread([c.document.row for c in candidates], _SAME_DOCUMENT, _AMONG_THE_FIRST)
        candidates = [candidates[index] for index in kept]
    quotes = await asyncio.to_thread(
        lambda: tuple(
            quote_of(candidate, read, served.analyzer) for candidate in candidates[: question.limit]
        )
    )
    if answered:
        return replace(blank, answered=True, quotes=quotes)
    return replace(blank, closest=quotes)


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
            quotes.append(quote_of(replace(candidate, also=tuple(also)), nothing, served.analyzer))
    return tuple(quotes)


def _filter(question: Question, served: Served) -> Filter:
    if question.since and question.until and question.until < question.since:
        raise QuestionError(
            f"dates {question.since} to {question.until}", "end before they begin", "swap them"
        )
    documents: frozenset[int] | None = None
    for name in question.sources:
        rows = served.rows_of_source(name)
        if not rows:
            raise QuestionError(
                f"source {name!r}", "is not in the corpus", f"try {served.near_names(name)}"
            )
        documents = (documents or frozenset()) | rows
    return Filter(documents, question.since, question.until)


async def _candidates(hits: Sequence[Hit], served: Served, store: Store) -> list[Candidate]:
    """The hits' passages; the same quote in several documents stands once, with the others."""
    documents: dict[int, StoredDocument] = {}
    fetched = [await _fetch(hit, served, store, documents) for hit in hits]
    return await asyncio.to_thread(_grouped, [found for found in fetched if found is not None])


def _grouped(candidates: Sequence[Candidate]) -> list[Candidate]:
    kept: list[Candidate] = []
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
) -> Candidate | None:
    row, ordinal = served.snapshot.place(hit.passage)
    try:
        if row not in documents:
            documents[row] = await store.document(row)
        passages = await store.passages(documents[row], ordinal, ordinal)
    except SealError:
        log.exception("defect: a passage was not shown")
        return None
    return Candidate(hit, passages[0], documents[row])


async def _why(
    read: ReadQuestion, hits: Sequence[Hit], only: Filter, served: Served, store: Store
) -> Why:
    if not served.snapshot.meta.passages:
        return Why.EMPTY_CORPUS
    if not read.terms:
        return Why.NO_WORDS
    if only != Filter():
        elsewhere = await _matching(read, Filter(), _CANDIDATES, served, store)
        if enough(read, elsewhere, served.enough):
            return Why.FILTERED_OUT
        hits = hits or elsewhere
    if hits:
        return Why.NOT_ENOUGH
    return Why.NOT_EXACT if read.wishes.strict else Why.NO_MATCH


def _reading(wishes: Wishes) -> Reading:
    return Reading(wishes.phrases, wishes.left_out, wishes.source, wishes.since, wishes.until)
