"""The flow of a timeline: what bears on a question, each sentence once, in the order of time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from corpus.dates import PartialDate
from corpus.model import Span
from index.answering.asking import attempt, check_days
from index.answering.bearing import of_documents_on
from index.answering.dating import when_of
from index.answering.evidence import closeness
from index.answering.fetching import chosen
from index.answering.quoting import Candidate, quote_of
from index.answering.reprints import earliest, merged, with_reprints
from index.answering.same_quote import same_sentence
from index.answering.served_version import Served
from index.answers import Answer, Question, Why
from index.cutting.passage import Passage
from index.findings.timelines import DateFrom, Line, Timeline, When
from index.question.reading import ReadQuestion
from index.store.store import Store

_ANSWERING = 5  # passages that tell whether the question is answered
_PASSAGES = 200  # that are looked at, best first
_OF_DOCUMENT = 0.05  # less evidence is needed of a passage in a document that is on the question
_LONGEST = 700  # characters of a quotation that is kept in one piece


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A line, and the candidate that it was drawn from."""

    line: Line
    candidate: Candidate


def timeline(question: Question, served: Served, store: Store) -> Timeline:
    """At most ``limit`` dated lines and as many undated ones, the best of each.

    What comes near is enough to bear on a question. Days of the question are those of the lines.
    """
    check_days(question)
    whenever = replace(question, since=None, until=None, limit=min(question.limit, _ANSWERING))
    asked = attempt(whenever, served, store, wanted=_PASSAGES)
    found = replace(asked.answer, question=question)
    if not found.shown:
        return Timeline(found)
    inside = [hit for hit in asked.hits if not hit.outside] or asked.hits
    # What a passage reaches by accident is not enough, where others answer.
    least = served.near - _OF_DOCUMENT
    bearing = [hit for hit in inside if closeness(asked.read, [hit]) >= least]
    bearing = of_documents_on(
        bearing, asked.read, lambda passage: served.snapshot.place(passage)[0]
    )
    candidates = chosen(bearing, lambda quotes: quotes, served, store)
    drawn = _drawn(candidates, asked.read, served)
    # Reprints are looked for last, and only for what is shown: that takes the longest.
    best = _best(drawn, question)
    whole = with_reprints([each.candidate for each in best], asked.held, served, store)
    again = _drawn(whole, asked.read, served, best)
    return _outcome(found, drawn, _best(again, question))


def _outcome(found: Answer, drawn: Sequence[_Drawn], best: Sequence[_Drawn]) -> Timeline:
    """The timeline of what is shown, of all that was drawn."""
    question = found.question
    if question.since or question.until:
        undated = sum(each.line.when.date is None for each in drawn)
        found = replace(found, undated_left_out=undated)
    if not best:
        why = Why.FILTERED_OUT if drawn else found.why or Why.NOT_ENOUGH
        return Timeline(replace(found, answered=False, quotes=(), closest=(), why=why))
    lines = [each.line for each in best]
    within = sum(_within(each.line.when, question.since, question.until) for each in drawn)
    return Timeline(
        found,
        tuple(sorted((line for line in lines if line.when.date), key=_order)),
        tuple(line for line in lines if line.when.date is None),
        max(0, within - len(lines)),
    )


def _best(drawn: Sequence[_Drawn], question: Question) -> list[_Drawn]:
    """The first dated ones within the days that are asked for, and as many undated ones."""
    within = [d for d in drawn if _within(d.line.when, question.since, question.until)]
    dated = [each for each in within if each.line.when.date]
    undated = [each for each in within if each.line.when.date is None]
    return [*dated[: question.limit], *undated[: question.limit]]


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


def _drawn(
    candidates: Sequence[Candidate],
    read: ReadQuestion,
    served: Served,
    before: Sequence[_Drawn] = (),
) -> list[_Drawn]:
    """One line for each sentence, wherever it stands; in the order of the candidates.

    ``before`` are the lines that were drawn of them already, whose carriers they keep.
    """
    drawn: list[_Drawn] = []
    known = {each.candidate.hit.passage: each.line for each in before}
    for candidate in candidates:
        line = _line(candidate, read, served)
        if line is None:
            continue
        if earlier := known.get(candidate.hit.passage):
            line = merged(line, earlier)
        for index, other in enumerate(drawn):
            if _same(line, other.line):
                drawn[index] = replace(other, line=merged(other.line, line))
                break
        else:
            drawn.append(_Drawn(line, candidate))
    return drawn


def _line(candidate: Candidate, read: ReadQuestion, served: Served) -> Line | None:
    quote = quote_of(earliest(candidate), read, served.analyzer, speakers=True)
    sentence = _sentence(quote.passage, quote.key_sentence)
    if sentence is None:
        return None
    return Line(quote, sentence, when_of(quote.passage, sentence, quote.source.published))


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
    return not (stated and one.date != two.date) and same_sentence(line.words, other.words)
