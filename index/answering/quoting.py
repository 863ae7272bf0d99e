"""A hit as a quote: what it matches and lacks, and the sentence that covers most."""

from dataclasses import dataclass

from corpus.model import Span
from index.answering.evidence import asked_of
from index.answering.key_sentence import key_sentence
from index.answering.quote_id import QuoteId
from index.answers import AlsoIn, Quote
from index.cutting.passage import Passage
from index.question.reading import ReadQuestion
from index.ranking.hits import Hit
from index.store.rows import StoredDocument
from index.terms.analyzer import Analyzer


@dataclass(frozen=True, slots=True)
class Candidate:
    """A hit with its words. ``also`` are lower-ranked hits that are the same quote."""

    hit: Hit
    passage: Passage
    document: StoredDocument
    also: tuple["Candidate", ...] = ()

    @property
    def passages(self) -> frozenset[int]:
        """The numbers of its passage and of those that are the same quote."""
        return frozenset(each.hit.passage for each in (self, *self.also))


def quote_of(
    candidate: Candidate,
    read: ReadQuestion,
    analyzer: Analyzer,
    *,
    who: str | None = None,
    speakers: bool = False,
) -> Quote:
    """The candidate with all that must be shown beside it.

    Where ``who`` is named, the sentence to emphasise is one in which they speak. Who speaks is
    told with ``speakers``.
    """
    passage = candidate.passage
    asked = asked_of(read, candidate.hit)
    matched = [
        (Span(token.start, token.end), terms)
        for token in analyzer.tokens(passage.text, passage.stated_dates)
        if (terms := {form.term for form in token.forms if form.term in read.weights})
    ]
    key = _speaking(who, passage, analyzer) if who else None
    key = key or key_sentence(passage, matched, read)
    return Quote(
        quote_id=str(QuoteId.of(passage)),
        passage=passage,
        source=candidate.document.source,
        number=candidate.hit.passage,
        score=candidate.hit.score,
        coverage=asked.coverage(candidate.hit.matched),
        matched_terms=candidate.hit.matched,
        matched=tuple(span for span, _ in matched),
        key_sentence=key,
        speaker=_speaker(passage, key, analyzer) if key and speakers else None,
        parts=candidate.hit.parts,
        also_in=tuple(
            AlsoIn(also.passage.document, also.document.source, str(QuoteId.of(also.passage)))
            for also in candidate.also
        ),
        lacks=tuple(word.text for word in asked.lacking(candidate.hit.matched)),
    )


# Who speaks is told of few answers: 0.02 s of imports, which the others need not wait for.
def _speaking(who: str, passage: Passage, analyzer: Analyzer) -> Span | None:
    from index.statements.naming import speaks  # noqa: PLC0415

    return speaks(who, passage, analyzer.language)


def _speaker(passage: Passage, key: Span, analyzer: Analyzer) -> str | None:
    from index.statements.statements import speaker_in  # noqa: PLC0415

    return speaker_in(passage.text, key, analyzer.language)
