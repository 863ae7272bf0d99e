"""Reprints: the other documents in which a passage stands, wherever they rank for the question."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus.dates import first_day
from index.answering.fetching import Found, chosen, fetched
from index.answering.quoting import Candidate, quote_of
from index.answering.same_quote import same_quote
from index.answering.served_version import Served
from index.answers import Quote
from index.arrays.runs import run_starts
from index.arrays.snapshot import Snapshot
from index.cutting.passage import Passage
from index.question.reading import ReadQuestion
from index.ranking.hits import Filter, Hit
from index.store.rows import StoredDocument
from index.store.store import Store

if TYPE_CHECKING:
    from index.findings.sides import Said
    from index.findings.timelines import Line

_TELLING = 8  # words of a quote that is the same wherever it stands
_MOST = 100  # passages looked at for those that are the same quote
_RAREST = 8  # terms of a passage that such a one shares
_SHARED = 0.5  # of these, at the least: nine of ten words are the same there


def with_reprints(
    candidates: Sequence[Candidate],
    held: Filter,
    served: Served,
    store: Store,
    *,
    longer: bool = False,
) -> list[Candidate]:
    """The candidates, each with all documents among the ``held`` that carry the same quote.

    With ``longer``, for passages that are shown whole, also those that carry all its sentences and
    more: a report that was shortened elsewhere.
    """
    allowed = served.ranker.allowed(held)
    alike = [[*_sharing(candidate, allowed, served)] for candidate in candidates]
    hits = {hit.passage: hit for found in alike for hit in found}
    others = {each.hit.passage: each for each in fetched([*hits.values()], served, store)}
    same = [
        _same(candidate, [others[hit.passage] for hit in found if hit.passage in others], longer)
        for candidate, found in zip(candidates, alike, strict=True)
    ]
    documents = store.documents({each.row for found in same for each in found})
    return [
        replace(candidate, also=(*candidate.also, *_proven(found, documents)))
        for candidate, found in zip(candidates, same, strict=True)
    ]


def once(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those that carry another's quote and more that does not answer.

    The quote itself stands in the place of the best of them.
    """
    better = {
        index: shorter
        for index, each in enumerate(candidates)
        if (shorter := _shorter(each, candidates)) is not None
    }
    placed = sorted(range(len(candidates)), key=lambda at: (_place(at, better), at))
    return [candidates[at] for at in placed if at not in better]


def _shorter(longer: Candidate, candidates: Sequence[Candidate]) -> int | None:
    """Which candidate is held by another and has all of the question that the other has."""
    for index, each in enumerate(candidates):
        held = each is not longer and longer.hit.passage in each.passages
        back = each.hit.passage in longer.passages
        if held and not back and set(longer.hit.matched) <= set(each.hit.matched):
            return index
    return None


def _place(at: int, better: Mapping[int, int]) -> int:
    return min([at, *(longer for longer, shorter in better.items() if shorter == at)])


def _proven(found: Sequence[Found], documents: Mapping[int, StoredDocument]) -> Iterator[Candidate]:
    for each in found:
        if each.row in documents:
            yield Candidate(each.hit, each.passage, documents[each.row])


def earliest(candidate: Candidate) -> Candidate:
    """The carrier with the earliest known day of publication in front of the others."""
    carriers = [replace(each, also=()) for each in (candidate, *candidate.also)]
    first = min(carriers, key=lambda each: first_day(each.document.source.published))
    others = tuple(each for each in carriers if each is not first)
    hit = replace(candidate.hit, passage=first.hit.passage)
    return replace(first, hit=hit, also=others)


_Sentence = TypeVar("_Sentence", "Line", "Said")


def merged(one: _Sentence, other: _Sentence) -> _Sentence:
    """The one that was published first, with the documents of both."""
    both = [one, other]
    both.sort(key=lambda each: first_day(each.quote.source.published))
    first = both[0]
    carriers = {carrier.document: carrier for each in both for carrier in each.quote.carriers}
    del carriers[first.quote.passage.document]
    return replace(first, quote=replace(first.quote, also_in=tuple(carriers.values())))


def recalled(numbers: Sequence[int], served: Served, store: Store) -> tuple[Quote, ...]:
    """Passages by number, as quotes without a question; those that cannot be proven left out."""
    nothing = ReadQuestion("", (), (), {}, ())
    known = [number for number in numbers if 0 <= number < served.snapshot.meta.passages]
    hits = [Hit(number, 0.0, ()) for number in known]
    candidates = chosen(hits, lambda each: each, served, store, grouped=False)
    whole = with_reprints(candidates, Filter(), served, store, longer=True)
    return tuple(quote_of(candidate, nothing, served.analyzer) for candidate in whole)


def _sharing(
    candidate: Candidate, allowed: NDArray[np.bool_] | None, served: Served
) -> Iterator[Hit]:
    """Passages that share some of its rarest terms, of those that are not known yet."""
    snapshot = served.snapshot
    rarest = _rarest(candidate, snapshot)
    if not rarest:
        return
    passages = np.sort(np.concatenate([snapshot.passages_with(row) for row in rarest]))
    first = run_starts(passages)
    found, shared = passages[first], np.diff(first, append=len(passages))
    enough = shared >= _SHARED * len(rarest)
    if allowed is not None:
        enough &= allowed[snapshot.passage_document[found]]
    known = candidate.passages
    best = np.argsort(-shared[enough], kind="stable")
    for number in found[enough][best][: _MOST + len(known)].tolist():
        if number not in known:
            yield Hit(number, 0.0, ())


def _rarest(candidate: Candidate, snapshot: Snapshot) -> list[int]:
    """The rows of the rarest terms of a passage, without those of the heading above it."""
    number, sentences = candidate.hit.passage, max(1, len(candidate.passage.sentences))
    forward = snapshot.forward
    end = int(forward.units[number + int(snapshot.passage_document[number]) + 2])
    words = slice(forward.sentences[end - sentences], forward.sentences[end])
    terms = [*dict.fromkeys(snapshot.word_term[forward.forms[words]].tolist())]
    often = snapshot.frequencies(np.array(terms, np.int64))
    return [terms[at] for at in np.argsort(often, kind="stable")[:_RAREST].tolist()]


def _same(candidate: Candidate, others: Sequence[Found], longer: bool) -> list[Found]:
    """Those that are the same quote, one of each document that is not known to carry it."""
    known = {each.document.row for each in (candidate, *candidate.also)}
    found: dict[int, Found] = {}
    for other in others:
        if other.row not in known and (
            same_quote(candidate.passage.text, other.passage.text)
            or (longer and _holds(other.passage, candidate.passage))
        ):
            found[other.row] = other
    return [*found.values()]


def _holds(other: Passage, quote: Passage) -> bool:
    """Whether a passage has all sentences of a quote, whole, to the letter and in a row.

    Whole sentences alone, since "It is not so that" may stand before the same words.
    """
    if len(quote.text.split()) < _TELLING:
        return False
    wanted, held = _sentences(quote), _sentences(other)
    starts = range(len(held) - len(wanted) + 1)
    return any(held[start : start + len(wanted)] == wanted for start in starts)


def _sentences(passage: Passage) -> list[str]:
    return [" ".join(passage.text[slice(*span)].split()) for span in passage.sentences]
