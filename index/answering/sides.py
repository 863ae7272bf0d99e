"""The flow of sides: the sentences that bear on a claim, sorted by the words that govern it."""

import math
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date

from corpus.dates import first_day
from corpus.model import Span
from corpus.stated import StatedDate
from index.answering.asking import attempt
from index.answering.bearing import bears
from index.answering.dating import when_of
from index.answering.evidence import closeness
from index.answering.fetching import chosen
from index.answering.key_sentence import key_sentence
from index.answering.quoting import Candidate, quote_of
from index.answering.reprints import earliest, merged, with_reprints
from index.answering.same_quote import same_sentence
from index.answering.served_version import Served
from index.answers import Question, Quote
from index.cutting.passage import Passage
from index.findings.sides import Kind, Said, Sides, Statements
from index.question.reading import ReadQuestion
from index.statements.countries import same_country
from index.statements.cues import Cue
from index.statements.statements import Sentence, sentences_of, statements_of
from index.store.store import Store

_PASSAGES = 200  # that are looked at, best first
_CUED = 0.1  # less evidence is needed of a passage in which the claim is denied or confirmed
_GOVERNED = 0.2  # of the claim's idf weight that a cue must reach to speak of it,
_TERMS = 2  # or so many of its terms

_Places = Sequence[tuple[Span, AbstractSet[str]]]
"""Places in a passage with the claim's terms that stand there."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A candidate, its sentences as they are read, and the passage before it, if it is needed."""

    candidate: Candidate
    sentences: tuple[Sentence, ...]
    before: Passage | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """One sentence on the claim, and its side; ``bears`` where that is sure by itself."""

    kind: Kind
    said: Said
    bears: bool = True

    @property
    def of(self) -> tuple[Kind, str]:
        """Its side and its document."""
        return self.kind, self.said.quote.passage.document


def sides(question: Question, served: Served, store: Store) -> Sides:
    """At most ``limit`` sentences for each side. Raises ``QuestionError`` as ``answer`` does.

    A passage that comes near bears on the claim; with a cue a little less is enough, as a denial
    has fewer of the claim's words than what it denies. So more is looked at than an answer shows.
    """
    asked = attempt(question, served, store, wanted=_PASSAGES)
    if not asked.answer.shown:
        return Sides(asked.answer)
    inside = [hit for hit in asked.hits if not hit.outside] or asked.hits
    borne = {hit.passage: closeness(asked.read, [hit]) for hit in inside}
    bearing = [hit for hit in inside if borne[hit.passage] >= served.near - _CUED]
    near = frozenset(number for number, evidence in borne.items() if evidence >= served.near)
    candidates = chosen(bearing, lambda quotes: quotes, served, store)
    whole = with_reprints(candidates, asked.held, served, store)
    texts = [_with_text_before(earliest(each), served, store) for each in whole]
    found = _sorted_out(texts, asked.read, served, near)
    return _sides(Sides(asked.answer), found, question.limit)


def _with_text_before(candidate: Candidate, served: Served, store: Store) -> _Text:
    """The passage before comes along where the first sentence points back: "They denied it"."""
    sentences = sentences_of(candidate.passage, served.language)
    _, ordinal = served.snapshot.place(candidate.hit.passage)
    before: list[Passage] = []
    if ordinal and sentences and any(cue.points_back for cue in sentences[0].cues):
        before = store.passages(candidate.document, ordinal - 1, ordinal - 1)
    return _Text(candidate, sentences, before[0] if before else None)


def statements(document: str, served: Served, store: Store) -> Statements:
    """The sentences of a document. Raises ``QuestionError`` for one that is not held."""
    stored = store.document(served.row_of(document))
    passages = store.passages(stored, 0, stored.passages)
    found = tuple(statements_of(passages, served.language))
    return Statements(document, stored.text, found)


def _sides(blank: Sides, found: Sequence[_Found], limit: int) -> Sides:
    by_kind = {
        kind: [each.said for each in found if each.kind is kind]
        for kind in (Kind.DENIES, Kind.CONFIRMS, Kind.SAYS)
    }
    shown = {kind: tuple(sorted(said[:limit], key=_order)) for kind, said in by_kind.items()}
    return replace(
        blank,
        denies=shown[Kind.DENIES],
        confirms=shown[Kind.CONFIRMS],
        others=shown[Kind.SAYS],
        left_out=len(found) - sum(map(len, shown.values())),
    )


def _order(said: Said) -> tuple[date, str, int]:
    """By date, the undated ones last; on one day in the order of the documents."""
    when = said.when.date
    passage = said.quote.passage
    return first_day(when), passage.document, passage.start + said.sentence.start


def _sorted_out(
    texts: Sequence[_Text], read: ReadQuestion, served: Served, near: AbstractSet[int]
) -> list[_Found]:
    """The sentences in the order of the candidates, each once wherever it stands.

    Where a sentence of a document bears on the claim, others there with a cue of its kind need to
    govern only a part of it. Those without a cue are of the passages that come ``near`` alone.
    """
    read_in = [(text, list(_of_passage(text, read, served))) for text in texts]
    sure = {each.of for _, found in read_in for each in found if each.bears}
    found: list[_Found] = []
    for text, of_passage in read_in:
        sided = [each for each in of_passage if each.of in sure]
        if not sided and not near.isdisjoint(text.candidate.passages):
            sided = [*_other(text, read, served)]
        for each in sided:
            said = each.said
            for index, other in enumerate(found):
                apart = each.kind is other.kind and said.quote.passage != other.said.quote.passage
                if apart and same_sentence(said.words, other.said.words):
                    found[index] = replace(other, said=merged(other.said, said))
                    break
            else:
                found.append(each)
    return found


def _of_passage(text: _Text, read: ReadQuestion, served: Served) -> Iterator[_Found]:
    """The sentences of a passage that deny or confirm a part of the claim."""
    quote = quote_of(text.candidate, read, served.analyzer)
    places = _places(quote.passage.text, read, served, quote.passage.stated_dates)
    before = text.before
    earlier = _terms(_places(before.text, read, served, before.stated_dates)) if before else set()
    title = _terms(_places(quote.source.title or "", read, served))
    around = _terms(places) | earlier | title
    for sentence in text.sentences:
        cue = _governing(sentence, places, earlier, read)
        if cue is not None:
            own = _terms(places, cue.span)  # "Who denies it?" is not answered by any "denies"
            of_cue = _governed(cue, places, earlier) | _terms(places, sentence.span) | title
            said = _said(quote, sentence, cue)
            yield _Found(cue.kind, said, bears(of_cue - own, around, read.without(own)))


def _other(text: _Text, read: ReadQuestion, served: Served) -> Iterator[_Found]:
    """The sentence of a passage that covers most of the claim."""
    quote = quote_of(text.candidate, read, served.analyzer)
    places = _places(quote.passage.text, read, served, quote.passage.stated_dates)
    telling = _telling(quote.passage, text.sentences, places, read)
    if telling is not None:
        yield _Found(Kind.SAYS, _said(quote, telling, None))


def _places(
    text: str, read: ReadQuestion, served: Served, dates: Sequence[StatedDate] = ()
) -> _Places:
    """Where the claim's terms stand, a country's people counting as the country."""
    return [
        (Span(token.start, token.end), terms)
        for token in served.analyzer.tokens(text, dates)
        if (
            terms := read.weights.keys() & token.terms
            or same_country(text[token.start : token.end], read.weights.keys())
        )
    ]


def _terms(places: _Places, within: Span | None = None) -> set[str]:
    """The terms of all places, or of those within a span."""
    start, end = within or (0, math.inf)
    return {term for span, terms in places if start <= span.start < end for term in terms}


def _governing(
    sentence: Sentence, places: _Places, earlier: AbstractSet[str], read: ReadQuestion
) -> Cue | None:
    """The cue that governs most of the claim, and enough of it."""
    best, most = None, 0.0
    for cue in sentence.cues:
        terms = _governed(cue, places, earlier)
        covered = read.coverage(terms)
        if covered > most and (covered >= _GOVERNED or len(terms) >= _TERMS):
            best, most = cue, covered
    return best


def _governed(cue: Cue, places: _Places, earlier: AbstractSet[str]) -> set[str]:
    """The claim's terms that a cue governs; of those it points back to, all that came before."""
    if cue.points_back:
        return _terms(places, Span(0, cue.reach.end)) | earlier
    return _terms(places, cue.reach)


def _telling(
    passage: Passage, sentences: Sequence[Sentence], places: _Places, read: ReadQuestion
) -> Sentence | None:
    key = key_sentence(passage, places, read, alone=True)
    of_claim = (each for each in sentences if each.span == key)
    return next(of_claim, sentences[0] if sentences else None)


def _said(quote: Quote, sentence: Sentence, cue: Cue | None) -> Said:
    span = sentence.span
    told = cue.told if cue else None
    when = when_of(quote.passage, span, quote.source.published, told)
    quote = replace(quote, key_sentence=span)
    return Said(quote, span, when, sentence.speaker(cue), cue.span if cue else None)
