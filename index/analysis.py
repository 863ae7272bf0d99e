"""Analysing one document: its passages, their postings and the words it brings."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corpus.model import Document
from index.analyzer import Analyzer, fold
from index.passages import Passage, split
from index.postings import DocumentPostings

# Bump when the same document would be analysed otherwise: it makes every index stale.
ANALYSIS_VERSION = 1
TITLE_WEIGHT = 2  # how often the title's terms count in each passage (docs/ranking.md)
SECTION_WEIGHT = 1


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document cut and counted. ``digest`` pins the file that it was made from."""

    document: Document
    digest: str
    passages: tuple[Passage, ...]
    postings: DocumentPostings


class Vocabulary:
    """The terms and words of a store. Terms are numbered from 0 in the order they came.

    ``words`` maps a folded word to the form it was first seen in and its term.
    """

    def __init__(
        self, terms: Iterable[str] = (), words: Mapping[str, tuple[str, int]] = {}
    ) -> None:
        self.ids = {term: number for number, term in enumerate(terms)}
        self.words = dict(words)
        self._stored = len(self.ids)
        self._new_words: list[str] = []
        self._seen: set[str] = set()

    def learn(self, terms: Iterable[str]) -> None:
        """Number the terms that are new."""
        for term in terms:
            self.ids.setdefault(term, len(self.ids))

    def learn_words(self, words: Iterable[str], analyzer: Analyzer) -> None:
        """Remember words, as they stand in a text, that have one term and are no numbers."""
        for word in set(words) - self._seen:
            self._seen.add(word)
            terms = analyzer.word_terms(word)
            folded = fold(word)
            if len(terms) == 1 and word[0].isalpha() and folded not in self.words:
                self.learn(terms)
                self.words[folded] = (word, self.ids[terms[0]])
                self._new_words.append(folded)

    def take_new(self) -> tuple[list[tuple[int, str]], list[tuple[str, str, int]]]:
        """The terms and words that are not stored yet; they count as stored from now on."""
        terms = list(self.ids)[self._stored :]
        numbered = list(enumerate(terms, self._stored))
        words = [(folded, *self.words[folded]) for folded in self._new_words]
        self._stored = len(self.ids)
        self._new_words = []
        return numbered, words


def analyse(
    document: Document, digest: str, analyzer: Analyzer, vocabulary: Vocabulary
) -> Analysis:
    """Split a document and count its terms, the title's and the section's among them."""
    passages = split(document, analyzer.language)
    title = _weighted(analyzer.terms(document.source.title or ""), TITLE_WEIGHT)
    sections: dict[str | None, Counter[str]] = {None: Counter()}
    bags = []
    for passage in passages:
        section = passage.section
        if section not in sections:
            sections[section] = _weighted(analyzer.terms(section or ""), SECTION_WEIGHT)
        bag = Counter(analyzer.terms(passage.text, passage.stated_dates))
        bag.update(title)
        bag.update(sections[section])
        vocabulary.learn(bag)
        bags.append(bag)
    vocabulary.learn_words(analyzer.words(document.text), analyzer)
    return Analysis(document, digest, passages, DocumentPostings.of(bags, vocabulary.ids))


def _weighted(terms: Iterable[str], weight: int) -> Counter[str]:
    return Counter({term: count * weight for term, count in Counter(terms).items()})
