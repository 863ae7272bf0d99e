"""The flow of a standing question: which passages answer it that were not known before."""

import re
from collections.abc import Sequence

from corpus.model import Span
from index.answering.asking import attempt
from index.answering.evidence import sufficiency
from index.answering.fetching import fetched
from index.answering.same_quote import same_quote
from index.answering.served_version import Served
from index.answers import Question, Quote
from index.news import News, Seen, key_of
from index.store.store import Store
from index.terms.word_forms import fold

_KNOWN = 200  # passages that a watch knows from the beginning, best first
_CORRECTED = 0.8  # of the words of a passage that stay when its document is corrected
_TELLING = 5  # words of a sentence that is known wherever it stood
_WORDS = re.compile(r"\w+(?:['’]\w+)*")


async def _seen_now(question: Question, served: Served, store: Store) -> News:
    """What somebody who asks now knows from now on; nothing of it is new."""
    asked = await attempt(question, served, store, wanted=_KNOWN)
    near = [hit for hit in asked.hits if sufficiency(asked.read, [hit]) >= served.near]
    known = await fetched(near, served, store)
    seen = tuple(Seen(each.passage.document, each.passage.text) for each in known)
    return News(served.version, (), seen)


async def news(
    question: Question,
    seen: Sequence[Seen],
    texts: frozenset[bytes] | None,
    served: Served,
    store: Store,
) -> News:
    """The answer from documents whose texts are new, without what was known before.

    Known is what has the same words as before, wherever: a reprint, a document that was only
    laid out anew; and what has most of the words that its document had, which is a correction.
    Without ``texts`` nothing is new.
    """
    if texts is None:
        return await _seen_now(question, served, store)
    fresh = {row: held for row, held in served.holdings if key_of(held.sha256) not in texts}
    if not fresh:
        return News(served.version, (), tuple(seen))
    found = (await attempt(question, served, store, among=frozenset(fresh))).answer
    names = {held.document for held in fresh.values()}
    known = list(seen)
    told: list[Quote] = []
    for quote in found.quotes:
        elsewhere = any(other.document not in names for other in quote.also_in)
        if not elsewhere and not any(_is_known(quote, each) for each in known):
            told.append(quote)
        known.append(Seen(quote.passage.document, quote.passage.text))
    return News(served.version, tuple(told), tuple(known))


def _is_known(quote: Quote, seen: Seen) -> bool:
    text = quote.passage.text
    if same_quote(seen.words, text):
        return True
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - 0.02 s, which no plain answer needs

    words, before = _words(text), _words(seen.words)
    same_document = seen.document == quote.passage.document
    if same_document and Indel.normalized_similarity(words, before) >= _CORRECTED:
        return True
    start, end = quote.key_sentence or Span(0, len(text))
    sentence = _words(text[start:end])
    told = f" {' '.join(sentence)} "
    return len(sentence) >= _TELLING and told in f" {' '.join(before)} "


def _words(text: str) -> list[str]:
    return [fold(word) for word in _WORDS.findall(text)]
