"""The terms and words of a store, numbered as they come."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray


class News(NamedTuple):
    """What a vocabulary has learnt: numbered terms, new words, and older ones respelt."""

    terms: list[tuple[int, str]]
    words: list[tuple[str, str, int]]
    respelt: list[tuple[str, str, int]]


class Vocabulary:
    """The terms and forms of a store, both numbered from 0 in the order they came.

    ``words`` maps a form (see ``index.terms.word_forms.Form``) to a spelling and its term. The
    spelling is the first that begins with a small letter, or the first of all where none does:
    "War" at the head of a sentence does not make war a name.
    """

    def __init__(
        self, terms: Iterable[str] = (), words: Mapping[str, tuple[str, int]] = {}
    ) -> None:
        self.ids = {term: number for number, term in enumerate(terms)}
        self.words = dict(words)
        self.forms = {form: number for number, form in enumerate(self.words)}
        self._stored = len(self.ids)
        self._form_terms = array("I", (term for _, term in self.words.values()))
        self._new_words: dict[str, None] = {}
        self._respelt: dict[str, None] = {}

    def terms_of(self, forms: Sequence[int]) -> NDArray[np.uint32]:
        """The id of each form's term."""
        of_form = np.frombuffer(self._form_terms, np.uint32)
        return of_form[np.fromiter(forms, np.int64, len(forms))]

    def learn(self, term: str) -> int:
        """The id of a term, a new one for a new term."""
        return self.ids.setdefault(term, len(self.ids))

    def learn_form(self, form: str, spelling: str, term: int) -> int:
        """The id of a form, a new one for a new form."""
        number = self.forms.get(form)
        if number is None:
            number = self.forms[form] = len(self.forms)
            self.words[form] = (spelling, term)
            self._form_terms.append(term)
            self._new_words[form] = None
        else:
            self.respell(form, spelling)
        return number

    def respell(self, form: str, spelling: str) -> None:
        """Take a spelling that begins with a small letter instead of one that does not."""
        known, term = self.words[form]
        if spelling[0].islower() and not known[0].islower():
            self.words[form] = (spelling, term)
            self._respelt[form] = None

    def take_new(self) -> News:
        """What is not stored yet; it counts as stored from now on."""
        terms = list(enumerate(list(self.ids)[self._stored :], self._stored))
        words = [(form, *self.words[form]) for form in self._new_words]
        older = [form for form in self._respelt if form not in self._new_words]
        respelt = [(form, *self.words[form]) for form in older]
        self._stored = len(self.ids)
        self._new_words, self._respelt = {}, {}
        return News(terms, words, respelt)
