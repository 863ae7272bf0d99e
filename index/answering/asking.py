"""The flow of one question: terms, candidates, evidence, quotes."""

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Self

from corpus.facts import Fact
from index.answering.evidence import companions, enough, weighed_up
from index.answering.fetching import Group, chosen
from index.answering.hearing import heard
from index.answering.kind_in_text import seen_in_text
from index.answering.matching import matching
from index.answering.quoting import quote_of
from index.answering.reprints import once, with_reprints
from index.answering.same_quote import spread
from index.answering.served_version import Served
from index.answering.understanding import understood
from index.answers import Answer, Question, Quote, Reading, Why
from index.errors import QuestionError
from index.question.conditions import Wishes, holds
from index.question.operators import unquoted
from index.question.reading import ReadQuestion
from index.ranking.hits import Filter, Hit
from index.store.store import Store

_CANDIDATES = 30  # at the least; same quotes and second passages of a document are among them
_SAME_DOCUMENT = 2
_AMONG_THE_FIRST = 5


def answer(question: Question, served: Served, store: Store) -> Answer:
    """Answer from one version. Raises ``QuestionError`` for a source that is not held.

    Quoted words are compelled. Where no passage has them, what comes close without the marks is
    never an answer, however close it comes, and the answer tells which they are.
    """
    asked = attempt(question, served, store)
    wishes = asked.read.wishes
    if asked.answer.why is not Why.NOT_EXACT or not wishes.phrases:
        return asked.answer
    found = attempt(replace(question, text=unquoted(question.text)), served, store).answer
    if not found.shown or found.reading.left_out != asked.answer.reading.left_out:
        return asked.answer
    return replace(
        found,
        question=question,
        answered=False,
        quotes=(),
        closest=found.shown,
        why=Why.NOT_EXACT,
        reading=replace(found.reading, not_quoted=wishes.phrases),
        elapsed_ms=asked.answer.elapsed_ms + found.elapsed_ms,
    )


class Attempt(NamedTuple):
    """An answer, the question as it was read for it, and the passages found, best first.

    ``held`` is all that the asker may know of.
    """

    answer: Answer
    read: ReadQuestion
    hits: Sequence[Hit]
    held: Filter


def attempt(
    question: Question,
    served: Served,
    store: Store,
    *,
    wanted: int = _CANDIDATES,
    among: frozenset[int] | None = None,
) -> Attempt:
    """Answer from one version, with at least ``wanted`` of the passages found, if it has as many.

    ``among`` are the documents that may answer, none meaning all. Raises ``QuestionError`` for a
    source that is not held.
    """
    started = time.perf_counter()
    asked = _Asked.of(question, served, store, among)
    held = asked.held.documents
    read, meant, suggestions = understood(question.text, served, question.today, held)
    wanted = max(wanted, 4 * question.limit)
    hits = asked.matching(meant, wanted)
    found = asked.concluded(meant, hits)
    if meant is not read and not found.answered:
        others = asked.matching(read, wanted)
        plain = asked.concluded(read, others)
        if plain.answered or not found.closest or _reached(plain) >= _reached(found):
            meant, hits, found = read, others, plain
            suggestions = tuple(replace(suggestion, applied=False) for suggestion in suggestions)
    elapsed = (time.perf_counter() - started) * 1000
    found = replace(found, missing_words=read.missing, suggestions=suggestions, elapsed_ms=elapsed)
    return Attempt(found, meant, hits, asked.held)


def _reached(answer: Answer) -> float:
    return answer.evidence.reached if answer.evidence else -math.inf


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question to one version: all that the asker may know of, and what of it may answer."""

    question: Question
    served: Served
    store: Store
    held: Filter
    only: Filter
    filtered: bool  # by the asker

    @classmethod
    def of(
        cls, question: Question, served: Served, store: Store, among: frozenset[int] | None
    ) -> Self:
        check_days(question)
        held = Filter(_rows(question.held, served) if question.held else None)
        sources = _rows(question.sources, served) if question.sources else None
        named = replace(held.among(sources), since=question.since, until=question.until)
        return cls(question, served, store, held, named.among(among), filtered=named != held)

    def matching(self, read: ReadQuestion, wanted: int) -> list[Hit]:
        who, served, store = self.question.who, self.served, self.store
        hits = matching(read, self.only, wanted, served, store, who=who)
        hits = hits if who else heard(read, hits, served, store)
        return seen_in_text(read, hits, served, store)

    def concluded(self, read: ReadQuestion, hits: Sequence[Hit]) -> Answer:
        """Answer a question as it is read, without a second guess at its spelling."""
        question, served = self.question, self.served
        undated = 0
        if self.only.by_date:
            undated = served.ranker.undated_matches(read.terms, self.only)
        blank = Answer(
            question,
            answered=False,
            index_version=served.version,
            missing_words=read.missing,
            undated_left_out=undated,
            reading=_reading(read.wishes),
        )
        inside = [hit for hit in hits if not hit.outside]
        evidence = None
        if hits:
            evidence = weighed_up(read, inside or hits, served.enough, served.near)
            blank = replace(blank, evidence=evidence)
        found = evidence is not None and bool(inside) and evidence.reached >= evidence.enough
        answered = found or (bool(hits) and not question.abstain)
        if not answered:
            blank = replace(blank, why=self._why(read, hits))
            if evidence is None or evidence.reached < evidence.near:
                return blank
        quotes = self._quotes(read, hits)
        if not quotes:
            return replace(blank, why=Why.UNPROVEN)
        blank = replace(blank, reading=_with_not_quoted(blank.reading, read.wishes, quotes))
        if answered:
            return replace(blank, answered=True, quotes=quotes)
        return replace(blank, closest=quotes)

    def _quotes(self, read: ReadQuestion, hits: Sequence[Hit]) -> tuple[Quote, ...]:
        question, served = self.question, self.served
        candidates = chosen(companions(read, hits), self._shown, served, self.store)
        whole = with_reprints(candidates, self.held, served, self.store, longer=True)
        return tuple(
            quote_of(each, read, served.analyzer, who=question.who, speakers=question.speakers)
            for each in once(whole)
        )

    def _shown(self, quotes: Sequence[Group]) -> Sequence[Group]:
        """What is shown of the ranked quotes: few of one document."""
        if self.only.documents is None or len(self.only.documents) > 1:
            rows = [self.served.snapshot.place(quote[0].passage)[0] for quote in quotes]
            quotes = [quotes[at] for at in spread(rows, _SAME_DOCUMENT, _AMONG_THE_FIRST)]
        return quotes[: self.question.limit]

    def _why(self, read: ReadQuestion, hits: Sequence[Hit]) -> Why:
        served = self.served
        if not served.snapshot.meta.passages:
            return Why.EMPTY_CORPUS
        if not read.terms:
            return Why.NO_WORDS
        if self.question.who or self.filtered:
            elsewhere = matching(read, self.held, _CANDIDATES, served, self.store)
            if enough(read, elsewhere, served.enough):
                return Why.FILTERED_OUT
            hits = hits or elsewhere
        if hits and all(hit.outside for hit in hits) and enough(read, hits, served.enough):
            return Why.FILTERED_OUT
        if hits:
            return Why.NOT_ENOUGH
        return Why.NOT_EXACT if read.wishes.strict else Why.NO_MATCH


def check_length(question: Question, most: int) -> None:
    """Raises ``QuestionError`` for an empty question, and one of more than ``most`` characters."""
    if not question.text.strip():
        raise QuestionError(Fact("question"), Fact("is empty"), Fact("ask with a few words"))
    if len(question.text) > most:
        raise QuestionError(
            Fact("question"),
            Fact(
                "has {length} characters, {limit} are the limit",
                length=len(question.text),
                limit=most,
            ),
            Fact("ask with fewer words"),
        )


def check_days(question: Question) -> None:
    """Raises ``QuestionError`` for days that end before they begin."""
    if question.since and question.until and question.until < question.since:
        raise QuestionError(
            Fact("dates {since} to {until}", since=str(question.since), until=str(question.until)),
            Fact("end before they begin"),
            Fact("swap them"),
        )


def _rows(names: Sequence[str], served: Served) -> frozenset[int]:
    documents: frozenset[int] = frozenset()
    for name in names:
        rows = served.rows_of_source(name)
        if not rows:
            raise QuestionError(
                Fact("source {name}", name=repr(name)),
                Fact("is not in the corpus"),
                served.near_names(name),
            )
        documents |= rows
    return documents


def _with_not_quoted(reading: Reading, wishes: Wishes, quotes: Sequence[Quote]) -> Reading:
    texts = [quote.passage.text for quote in quotes]
    lacking = (p for p in wishes.preferred if not any(holds(text, p) for text in texts))
    return replace(reading, not_quoted=tuple(dict.fromkeys(lacking)))


def _reading(wishes: Wishes) -> Reading:
    time = wishes.time
    return Reading(
        wishes.phrases,
        (*wishes.left_out, *wishes.unwanted),
        wishes.source,
        time.since,
        time.until,
        without_time=time.without,
        asked_on=time.asked_on,
    )
