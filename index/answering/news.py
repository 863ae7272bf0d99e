"""The flow of a standing question: which passages answer it that were not known before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from corpus.model import Span
from index.answering.asking import attempt
from index.answering.evidence import closeness
from index.answering.fetching import fetched
from index.answering.same_quote import folded_words, same_quote
from index.answering.served_version import Served
from index.answers import Answer, Question, Quote
from index.findings.news import Fresh, News, Seen
from index.store.store import Store

_KNOWN = 200  # passages that a watch knows from the beginning, best first
_CORRECTED = 0.8  # of the words of a passage that stay when its document is corrected
_TELLING = 5  # words of a sentence that is known wherever it stood


def _seen_now(question: Question, served: Served, store: Store) -> News:
    """What somebody who asks now knows from now on; nothing of it is new."""
    asked = attempt(question, served, store, wanted=_KNOWN)
    near = [hit for hit in asked.hits if closeness(asked.read, [hit]) >= served.near]
    known = fetched(near, served, store)
    seen = tuple(Seen(each.passage.document, each.passage.text) for each in known)
    return News(served.version, (), seen)


def news(
    question: Question,
    seen: Sequence[Seen],
    fresh: Fresh | None,
    served: Served,
    store: Store,
) -> News:
    """The answer from the documents that are new, without what was known before.

    Known is what has the same words as before, wherever: a reprint, a document that was only
    laid out anew; and what has most of the words that its document had, which is a correction.
    Without ``fresh`` documents nothing is new.
    """
    if fresh is None:
        return _seen_now(question, served, store)
    if not fresh.rows:
        return News(served.version, (), tuple(seen))
    found = attempt(question, served, store, among=fresh.rows).answer
    rows = {served.snapshot.place(quote.number)[0] for quote in found.quotes}
    documents = store.documents(rows)
    texts = {each.name: _running(folded_words(each.text)) for each in documents.values()}
    return _told(found, seen, fresh, texts)


def _told(found: Answer, seen: Sequence[Seen], fresh: Fresh, texts: Mapping[str, str]) -> News:
    """What is told of an answer, and what is known then; ``texts`` are those of its documents."""
    known = [_Known.of(each) for each in seen]
    told: list[Quote] = []
    for quote in found.quotes:
        own = _Known.of(Seen(quote.passage.document, quote.passage.text))
        elsewhere = any(other.document not in fresh.documents for other in quote.also_in)
        if not elsewhere and not any(each.has(quote, own.words, texts) for each in known):
            told.append(quote)
        if own.seen not in seen:
            known.append(own)
    return News(found.index_version, tuple(told), tuple(each.seen for each in known))


@dataclass(frozen=True, slots=True)
class _Known:
    """A passage that was seen, and its words, spelt alike."""

    seen: Seen
    words: list[str]
    running: str

    @classmethod
    def of(cls, seen: Seen) -> Self:
        words = folded_words(seen.words)
        return cls(seen, words, _running(words))

    def has(self, quote: Quote, words: list[str], texts: Mapping[str, str]) -> bool:
        """Whether a quote of these ``words`` is this passage again, or says no more than it.

        What stands in its document in the place of this passage corrects it.
        """
        passage = quote.passage
        if same_quote(self.seen.words, passage.text):
            return True
        replaced = self.running not in texts.get(self.seen.document, self.running)
        here = replaced and self.seen.document == passage.document
        if here and _likeness(words, self.words) >= _CORRECTED:
            return True
        start, end = quote.key_sentence or Span(0, len(passage.text))
        sentence = folded_words(passage.text[start:end])
        return len(sentence) >= _TELLING and _running(sentence) in self.running


def _running(words: Sequence[str]) -> str:
    return f" {' '.join(words)} "


def _likeness(words: Sequence[str], before: Sequence[str]) -> float:
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - 0.02 s, which no question waits for

    return Indel.normalized_similarity(words, before)
