"""Analysing one document: its passages, their postings and the words it brings."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

import numpy as np

from corpus.model import Document, Span
from corpus.stated import StatedDate, find_dates
from index.arrays.forward import DocumentForms
from index.arrays.weights import TITLE_WEIGHT
from index.cutting.passage import Passage
from index.cutting.passages import split
from index.terms.analyzer import Analyzer, is_shouting
from index.terms.counted import DocumentPostings
from index.terms.vocabulary import Vocabulary
from index.terms.word_forms import Form

SECTION_WEIGHT = 1
_CACHED_WORDS = 1 << 20
_STOP = -1


@dataclass(frozen=True, slots=True)
class Analysis:
    """A document cut and counted. ``digest`` pins the file that it was made from."""

    document: Document
    digest: str
    passages: tuple[Passage, ...]
    postings: DocumentPostings
    forms: DocumentForms


class FormReader(dict[str, int]):
    """Reads text as form ids; as a dictionary, it holds those of the words met before.

    A stop word has ``_STOP``, and a word of several forms the place of these in ``_several``,
    counted downwards from ``_STOP - 1``. When it holds ``remembered`` words, it forgets them.
    """

    def __init__(
        self, analyzer: Analyzer, vocabulary: Vocabulary, *, remembered: int = _CACHED_WORDS
    ) -> None:
        self.analyzer = analyzer
        self._remembered = remembered
        self.vocabulary = vocabulary
        self._several: list[list[int]] = []

    def __missing__(self, word: str) -> int:
        forms = self._learnt(self.analyzer.word_forms(word))
        if len(forms) < 2:
            self[word] = form = forms[0] if forms else _STOP
            return form
        self._several.append(forms)
        self[word] = place = _STOP - len(self._several)
        return place

    def trim(self) -> None:
        """Forget the words, when they are many."""
        if len(self) >= self._remembered:
            self.clear()
            self._several.clear()

    def heading(self, text: str) -> list[int]:
        """The forms of a title."""
        (forms,) = self.sentences(text, (Span(0, len(text)),), find_dates(text))
        return forms

    def sentences(
        self, text: str, spans: Iterable[Span], dates: Iterable[StatedDate]
    ) -> list[list[int]]:
        """The forms of each of the sentences, a stated date being one token."""
        shouting = is_shouting(text)
        position, waiting = 0, list(dates)[::-1]
        found = []
        for start, end in spans:
            forms: list[int] = []
            position = max(position, start)
            while waiting and waiting[-1].start < end:
                date = waiting.pop()
                forms += self._words(text, position, date.start, shouting=shouting)
                forms += self._learnt(self.analyzer.date_forms(date))
                position = date.end
            forms += self._words(text, position, end, shouting=shouting)
            found.append(forms)
        return found

    def _learnt(self, forms: Iterable[Form]) -> list[int]:
        learn, learn_form = self.vocabulary.learn, self.vocabulary.learn_form
        return [learn_form(form, spelling, learn(term)) for form, spelling, term in forms]

    def _words(self, text: str, start: int, end: int, *, shouting: bool) -> list[int]:
        words = self.analyzer.words(text, start, end)
        if shouting:
            words = [word.lower() for word in words]
        forms = [form for form in map(self.__getitem__, words) if form != _STOP]
        if min(forms, default=0) >= 0:
            return forms
        return list(
            chain.from_iterable([f] if f >= 0 else self._several[_STOP - 1 - f] for f in forms)
        )


def analyse(document: Document, digest: str, reader: FormReader) -> Analysis:
    """Split a document and count its terms, the title's and the section's among them."""
    reader.trim()
    passages = split(document, reader.analyzer.language)
    own = [
        reader.sentences(passage.text, passage.sentences, passage.stated_dates)
        for passage in passages
    ]
    title = reader.heading(document.source.title or "")
    headings = {
        section: reader.heading(section or "")
        for section in dict.fromkeys(passage.section for passage in passages)
    }
    forms: list[int] = []
    lengths, sequences = [], []
    for passage, sentences in zip(passages, own, strict=True):
        before, heading = len(forms), headings[passage.section]
        forms += chain.from_iterable(sentences)
        forms += title * TITLE_WEIGHT
        forms += heading * SECTION_WEIGHT
        lengths.append(len(forms) - before)
        sequences.append([heading, *sentences] if heading else sentences)
    return Analysis(
        document,
        digest,
        passages,
        DocumentPostings.of_ids(reader.vocabulary.terms_of(forms), np.array(lengths, np.int64)),
        DocumentForms.of(title, sequences),
    )
