"""Analysing one document: its passages, their postings and the words it brings."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpus.model import Document
from index.analyzer import Analyzer, fold, without_possessive
from index.forward import DocumentForms
from index.passages import Passage, split
from index.postings import DocumentPostings

# Bump when the same document would be analysed otherwise: it makes every index stale.
ANALYSIS_VERSION = 3
TITLE_WEIGHT = 2  # how often the title's terms count in each passage (docs/ranking.md)
SECTION_WEIGHT = 1


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document cut and counted. ``digest`` pins the file that it was made from."""

    document: Document
    digest: str
    passages: tuple[Passage, ...]
    postings: DocumentPostings
    forms: DocumentForms


class Vocabulary:
    """The terms and forms of a store, both numbered from 0 in the order they came.

    ``words`` maps a form to the spelling it was first seen in and its term. The form of a word
    is the word folded; a term that is no word's (of a date, say) has ``=`` and itself.
    """

    def __init__(
        self, terms: Iterable[str] = (), words: Mapping[str, tuple[str, int]] = {}
    ) -> None:
        self.ids = {term: number for number, term in enumerate(terms)}
        self.words = dict(words)
        self.forms = {form: number for number, form in enumerate(self.words)}
        self._stored = len(self.ids)
        self._new_words: list[str] = []
        self._seen: set[str] = set()

    def learn(self, terms: Iterable[str]) -> None:
        """Number the terms that are new."""
        for term in terms:
            self.ids.setdefault(term, len(self.ids))

    def learn_words(self, words: Iterable[str], analyzer: Analyzer) -> None:
        """Remember how words of one term are spelt."""
        for word in dict.fromkeys(words):
            if word in self._seen:
                continue
            self._seen.add(word)
            terms = analyzer.word_terms(word)
            if len(terms) == 1 and word[0].isalpha():
                self._form(fold(word), without_possessive(word), terms[0])

    def forms_of(self, surface: str, terms: Sequence[str]) -> Iterable[int]:
        """The form ids of a token, one for each of its terms."""
        if len(terms) == 1 and surface[0].isalpha():
            return (self._form(fold(surface), without_possessive(surface), terms[0]),)
        return [self._form(form, form, term) for term in terms for form in (f"={term}",)]

    def _form(self, form: str, surface: str, term: str) -> int:
        number = self.forms.get(form)
        if number is None:
            number = self.forms[form] = len(self.forms)
            self.learn((term,))
            self.words[form] = (surface, self.ids[term])
            self._new_words.append(form)
        return number

    def take_new(self) -> tuple[list[tuple[int, str]], list[tuple[str, str, int]]]:
        """The terms and words that are not stored yet; they count as stored from now on."""
        terms = list(self.ids)[self._stored :]
        numbered = list(enumerate(terms, self._stored))
        words = [(form, *self.words[form]) for form in self._new_words]
        self._stored = len(self.ids)
        self._new_words = []
        return numbered, words


def analyse(
    document: Document, digest: str, analyzer: Analyzer, vocabulary: Vocabulary
) -> Analysis:
    """Split a document and count its terms, the title's and the section's among them."""
    passages = split(document, analyzer.language)
    vocabulary.learn_words(analyzer.words(document.text), analyzer)
    title = _read_heading(document.source.title or "", analyzer, vocabulary)
    sections = {
        section: _read_heading(section or "", analyzer, vocabulary)
        for section in dict.fromkeys(passage.section for passage in passages)
    }
    bags, sequences = [], []
    for passage in passages:
        bag, sentences = _read(passage, analyzer, vocabulary)
        section = sections[passage.section]
        bag.update(_times(title.terms, TITLE_WEIGHT))
        bag.update(_times(section.terms, SECTION_WEIGHT))
        vocabulary.learn(bag)
        bags.append(bag)
        sequences.append([section.forms, *sentences] if section.forms else sentences)
    return Analysis(
        document,
        digest,
        passages,
        DocumentPostings.of(bags, vocabulary.ids),
        DocumentForms.of(title.forms, sequences),
    )


class _Heading(NamedTuple):
    terms: Counter[str]
    forms: list[int]


def _read_heading(text: str, analyzer: Analyzer, vocabulary: Vocabulary) -> _Heading:
    heading = _Heading(Counter(), [])
    for token in analyzer.tokens(text):
        heading.terms.update(token.terms)
        heading.forms.extend(vocabulary.forms_of(text[token.start : token.end], token.terms))
    return heading


def _read(
    passage: Passage, analyzer: Analyzer, vocabulary: Vocabulary
) -> tuple[Counter[str], list[list[int]]]:
    """The passage's terms, counted, and the form ids of each of its sentences."""
    text = passage.text
    ends = [sentence.end for sentence in passage.sentences] or [len(text)]
    sentences: list[list[int]] = [[] for _ in ends]
    bag: Counter[str] = Counter()
    current = 0
    for token in analyzer.tokens(text, passage.stated_dates):
        while token.start >= ends[current] and current + 1 < len(ends):
            current += 1
        bag.update(token.terms)
        sentences[current] += vocabulary.forms_of(text[token.start : token.end], token.terms)
    return bag, sentences


def _times(terms: Counter[str], weight: int) -> Counter[str]:
    return Counter({term: count * weight for term, count in terms.items()})
