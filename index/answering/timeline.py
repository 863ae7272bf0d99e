"""The flow of a timeline: what bears on a question, each sentence once, in the order of time."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corpus.dates import PartialDate
from corpus.model import Span
from index.answering.asking import attempt, check_days, everything
from index.answering.dating import when_of
from index.answering.evidence import sufficiency
from index.answering.fetching import chosen, fetched, grouped
from index.answering.quoting import Candidate, quote_of
from index.answering.reprints import with_reprints
from index.answering.same_quote import same_quote
from index.answering.served_version import Served
from index.answers import Question, Why
from index.cutting.passage import Passage
from index.question.reading import ReadQuestion
from index.store.store import Store
from index.timelines import DateFrom, Line, Timeline, When

_PASSAGES = 200  # that are looked at, best first
_TELLING = 8  # words of a sentence that is the same quote wherever it stands
_LONGEST = 700  # characters of a quotation that is kept in one piece


async def timeline(question: Question, served: Served, store: Store) -> Timeline:
    """At most ``limit`` dated lines and as many undated ones, the best of each.

    What comes near is enough to bear on a question. Days of the question are those of the lines.
    """
    check_days(question)
    whenever = replace(question, since=None, until=None)
    asked = await attempt(whenever, served, store, wanted=_PASSAGES)
    found = replace(asked.answer, question=question)
    if not found.shown:
        return Timeline(found)
    inside = [hit for hit in asked.hits if not hit.outside] or asked.hits
    # Near 0 is what a passage reaches by accident, and where others answer that is not enough.
    least = max(served.near, 0.0) if found.answered else served.near
    bearing = [hit for hit in inside if sufficiency(asked.read, [hit]) >= least]
    candidates = await chosen(await fetched(bearing, served, store), grouped, store)
    whole = await with_reprints(candidates, everything(question, served), served, store)
    lines = await asyncio.to_thread(_lines, whole, asked.read, served)
    kept = [line for line in lines if _within(line.when, question.since, question.until)]
    undated = [line for line in kept if line.when.date is None]
    if not kept:
        left_out = sum(line.when.date is None for line in lines)
        why = Why.FILTERED_OUT if lines else found.why or Why.NOT_ENOUGH
        gone = replace(found, answered=False, quotes=(), closest=(), why=why)
        return Timeline(replace(gone, undated_left_out=left_out))
    if question.since or question.until:
        left_out = sum(line.when.date is None for line in lines)
        found = replace(found, undated_left_out=left_out)
    dated = [line for line in kept if line.when.date is not None]
    first = sorted(dated[: question.limit], key=_order)
    shown = len(first) + len(undated[: question.limit])
    return Timeline(found, tuple(first), tuple(undated[: question.limit]), len(kept) - shown)


def _within(when: When, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    if when.date is None:
        return False
    last = (when.end or when.date).last
    return (until is None or when.date.first <= until) and (since is None or since <= last)


def _order(line: Line) -> tuple[PartialDate, bool, str, int]:
    """By date; on one day what states it stands first, then in the order of the documents."""
    assert line.when.date is not None  # noqa: S101 - undated ones stand apart
    passage = line.quote.passage
    published = line.when.date_from is DateFrom.PUBLISHED
    return line.when.date, published, passage.document, passage.start + line.sentence.start


def _lines(candidates: Sequence[Candidate], read: ReadQuestion, served: Served) -> list[Line]:
    """One line for each sentence, wherever it stands; in the order of the candidates."""
    lines: list[Line] = []
    for candidate in candidates:
        quote = quote_of(_earliest(candidate), read, served.analyzer)
        sentence = _sentence(quote.passage, quote.key_sentence)
        if sentence is None:
            continue
        line = Line(quote, sentence, when_of(quote.passage, sentence, quote.source.published))
        for index, other in enumerate(lines):
            if _same(line, other):
                lines[index] = _merged(other, line)
                break
        else:
            lines.append(line)
    return lines


def _earliest(candidate: Candidate) -> Candidate:
    """The carrier with the earliest known day of publication in front of the others."""
    carriers = [replace(each, also=()) for each in (candidate, *candidate.also)]
    first = min(carriers, key=lambda each: _day(each.document.source.published))
    others = tuple(each for each in carriers if each is not first)
    hit = replace(candidate.hit, passage=first.hit.passage)
    return replace(first, hit=hit, also=others)


def _day(published: PartialDate | None) -> date:
    return published.first if published else date.max


def _sentence(passage: Passage, key: Span | None) -> Span | None:
    """The key sentence, with the whole of a quotation that it is part of.

    A passage that has words of the question in its title alone has none: then it is the first of
    its sentences that states a date, else the first.
    """
    if key is None:
        stated = [each.start for each in passage.stated_dates]
        dated = (s for s in passage.sentences if any(s.start <= start < s.end for start in stated))
        key = next(dated, passage.sentences[0] if passage.sentences else None)
    return key and _unclipped(passage, key)


def _unclipped(passage: Passage, key: Span) -> Span:
    """The sentences from the mark that opens a quotation to the one that closes it."""
    text, sentences = passage.text, passage.sentences
    first = last = sentences.index(key)
    while first > 0 and _depth(text[sentences[first].start : key.end]) < 0:
        first -= 1
    while last + 1 < len(sentences) and _depth(text[key.start : sentences[last].end]) > 0:
        last += 1
    whole = Span(sentences[first].start, sentences[last].end)
    closed = _depth(text[slice(*whole)]) == 0 and whole.end - whole.start <= _LONGEST
    return whole if closed else key


def _depth(text: str) -> int:
    return text.count("“") - text.count("”")


def _same(line: Line, other: Line) -> bool:
    """True for the same words; those that state another day each tell of another time."""
    one, two = line.when, other.when
    stated = one.date_from is two.date_from is DateFrom.STATED
    if (stated and one.date != two.date) or len(line.words.split()) < _TELLING:
        return False
    return same_quote(line.words, other.words)


def _merged(line: Line, other: Line) -> Line:
    """The line that was published first, with the documents of both."""
    first, second = sorted((line, other), key=lambda each: _day(each.quote.source.published))
    both = (*first.quote.carriers, *second.quote.carriers)
    carriers = {each.document: each for each in both}
    carriers.pop(first.quote.passage.document)
    return replace(first, quote=replace(first.quote, also_in=tuple(carriers.values())))
