"""Reading a question: its terms, what each weighs, and which words the corpus does not have."""

from collections.abc import Container, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Self

from index.arrays.snapshot import Snapshot
from index.question.asked_kind import AskedKind, read_asking, words_of
from index.question.asked_speaker import asked_speaker
from index.question.asked_topic import asked_topic
from index.question.asked_words import AskedWord, Kind, asked_words, name_list, unlike_names
from index.question.conditions import Wishes
from index.question.names import empty_words, full_names
from index.terms.analyzer import Analyzer, Token
from index.terms.word_forms import asked_for, fold

_COMMON = 0.5  # what an unseen word that is no name weighs: docs/lab/ranking.md
_LITTLE = 20  # passages, where it weighs half of that; fewer know nothing of what is common
# Whose writing tells no names, or parts them in syllables: what a few passages lack may be one.
_NAMES_UNTOLD = frozenset(
    "arabic chinese hebrew hindi japanese korean persian thai vietnamese".split()
)
_LIGHT = 0.5  # what a word that says little by itself weighs where it is lacking
_FEWEST = 2  # terms that a question without its time must have


@dataclass(frozen=True)
class ReadQuestion:
    """A question as the index understands it.

    ``terms`` are its terms in order, repeats included, ``forms`` their forms (see
    ``index.terms.word_forms.Form``); ``weights`` the inverse document frequency of each distinct
    one, words that the corpus has never seen included; ``missing`` the words, as asked, of which
    the corpus has no term, and ``unknown`` the terms that it does not have. ``wishes`` is what the
    question asks for beside its words, ``dated`` the terms of the time that it names. ``words``
    are its words as asked, in the corpus's ``language``, ``asks`` the kind that it asks for,
    ``topic`` the terms of what it wants something said about, ``full_names`` those of each name
    of several words, ``speaker`` the names of whoever's words it asks for, and ``smallness`` how
    far the corpus is too small to know common words.
    """

    text: str
    terms: tuple[str, ...]
    forms: tuple[str, ...]
    weights: dict[str, float]
    missing: tuple[str, ...]
    unknown: AbstractSet[str] = frozenset()
    dated: AbstractSet[str] = frozenset()
    wishes: Wishes = field(default_factory=Wishes)
    words: tuple[AskedWord, ...] = ()
    asks: AskedKind | None = None
    topic: AbstractSet[str] = frozenset()
    language: str = "english"
    full_names: tuple[tuple[str, ...], ...] = ()
    speaker: tuple[str, ...] = ()
    smallness: float = 0.0

    @cached_property
    def total(self) -> float:
        """The weight of all terms."""
        return sum(self.weights.values())

    @property
    def unseen(self) -> float:
        """The share of the weight that terms make up which the corpus does not have."""
        return self.coverage(term for term in self.weights if term in self.unknown)

    @property
    def dateless(self) -> Self:
        """The question without its time, as far as enough other terms are left.

        That is what a passage has to answer which was published in that time.
        """
        weights = {term: weight for term, weight in self.weights.items() if term not in self.dated}
        return replace(self, weights=weights) if len(weights) >= _FEWEST else self

    def without(self, terms: AbstractSet[str]) -> Self:
        """The question without some of its terms."""
        weights = {term: weight for term, weight in self.weights.items() if term not in terms}
        return replace(self, weights=weights)

    @property
    def asks_more(self) -> bool:
        """False where it asks about one thing alone, so that nothing says what of it is asked."""
        others = (word for word in self.words if word.kind is not Kind.NAME)
        more = any(self.weights.get(term, 0.0) for word in others for term in word.terms)
        return more and sum(weight > 0 for weight in self.weights.values()) > 1

    def weighing(self, matched: Iterable[str]) -> Self:
        """The question as evidence weighs it: a full name is one name, however many words it has,
        and a word that says little by itself counts half where the ``matched`` terms lack it.
        """
        light = {term for word in self.words if word.kind is Kind.LIGHT for term in word.terms}
        light.difference_update(matched)
        if not (light or self.full_names):
            return self
        parts = {term: len(name) for name in self.full_names for term in name}
        weights = {
            term: weight / parts.get(term, 1) * (_LIGHT if term in light else 1.0)
            for term, weight in self.weights.items()
        }
        return replace(self, weights=weights)

    def held_of(self, matched: Iterable[str]) -> tuple[str, ...]:
        """The ``matched`` terms without names that are another person's: those of a full name whose
        last word the corpus does not have.
        """
        strange = {
            term for name in self.full_names if name[-1] in self.unknown for term in name[:-1]
        }
        return tuple(term for term in matched if term not in strange)

    def told(self, untold: Container[str]) -> set[str]:
        """The terms of words for what happens, those left out that a passage leaves ``untold``."""
        told = (word for word in self.words if word.events and word.text not in untold)
        return {term for word in told for term in word.terms}

    def coverage(self, matched: Iterable[str]) -> float:
        """The share of the question's weight that the ``matched`` terms make up, 0 to 1."""
        total = self.total
        found = sum(self.weights.get(term, 0.0) for term in dict.fromkeys(matched))
        return found / total if total else 0.0

    def weight_of(self, kind: Kind, without: Container[str] = ()) -> float:
        """The weight of the terms of words of this kind, those left out that are ``without``."""
        terms = {term for word in self.words if word.kind is kind for term in word.terms}
        return sum(self.weights.get(term, 0.0) for term in terms if term not in without)

    def share_lacking(self, terms: AbstractSet[str], matched: Iterable[str]) -> float:
        """The share of the weight of these terms that a passage lacks with the ``matched`` ones."""
        has = set(matched)
        weights = {term: self.weights.get(term, 0.0) for term in terms}
        total = sum(weights.values())
        lacking = sum(weight for term, weight in weights.items() if term not in has)
        return lacking / total if total else 0.0

    def lacking(self, matched: Iterable[str]) -> tuple[AskedWord, ...]:
        """The words of the question that a passage lacks which has the ``matched`` terms.

        Those that say little by themselves only where it lacks no other.
        """
        weights = self.weights
        asked = (word for word in self.words if any(weights.get(term) for term in word.terms))
        lacking = tuple(word for word in asked if not word.is_in(matched, weights))
        return tuple(word for word in lacking if word.kind is not Kind.LIGHT) or lacking


def read_question(text: str, analyzer: Analyzer, snapshot: Snapshot) -> ReadQuestion:
    """The question with each word's weight."""
    asking = read_asking(text, analyzer.language)
    every = [token for token in analyzer.tokens(text) if token.forms]
    tokens = [token for token in every if not asking.covers(token.start)] or every
    known = snapshot.known([term for token in tokens for term in token.terms])
    words = asked_words(text, tokens, known, snapshot, analyzer.language)
    strange = unlike_names(words, snapshot, lambda: analyzer.countries)
    known -= strange.keys()
    found = [token.forms[at] for token in tokens for at in asked_for(token.terms, known)]
    words = tuple(word.meaning(strange) for word in words)
    terms = tuple(strange.get(form.term, form.term) for form in found)
    distinct = list(dict.fromkeys(terms))
    unknown = frozenset(distinct) - known
    small = smallness(snapshot.meta.passages, analyzer.language)
    weights = dict(zip(distinct, snapshot.idf(distinct).tolist(), strict=True))
    return ReadQuestion(
        text,
        terms,
        tuple(form.form for form in found),
        weighed(weights, unknown, words, small, text),
        _missing(text, tokens, known),
        unknown,
        words=words,
        asks=asking.kind,
        topic=_topic(text, tokens, analyzer.language),
        language=analyzer.language,
        full_names=tuple(full_names(text, words)),
        speaker=_speaker(text, words, analyzer.language),
        smallness=small,
    )


def _speaker(text: str, words: Sequence[AskedWord], language: str) -> tuple[str, ...]:
    span = asked_speaker(text, language)
    within = text[slice(*span)] if span else ""
    names = (word.text for word in words if word.kind is Kind.NAME and word.text in within)
    return tuple(name for name in names if fold(name) not in name_list("titles"))


def _topic(text: str, tokens: Sequence[Token], language: str) -> frozenset[str]:
    span, times = asked_topic(text, language), words_of(AskedKind.TIME, language)
    return frozenset(
        form.term
        for token in tokens
        if span.start <= token.start < span.end
        for form in token.forms
        if form.form not in times
    )


def weighed(
    weights: Mapping[str, float],
    unknown: AbstractSet[str],
    words: Sequence[AskedWord],
    small: float,
    text: str,
) -> dict[str, float]:
    """The weight of each term. That a small corpus lacks a common word tells little, unless it is a
    telling one; that it lacks one that says little by itself, or what stands around a name, tells
    nothing.
    """
    common = {t for word in words if word.kind is Kind.OTHER for t in word.terms} & unknown
    telling = {t for word in words if word.telling for t in word.terms} & common
    empty = {t for word in words if word.kind is Kind.LIGHT for t in word.terms} & unknown
    empty |= {term for word in empty_words(text, words) for term in word.terms}
    share = dict.fromkeys(common, _COMMON * (1 - small))
    share |= dict.fromkeys(telling, _COMMON) | dict.fromkeys(empty, 0.0)
    return {term: weight * share.get(term, 1.0) for term, weight in weights.items()}


def smallness(passages: int, language: str = "english") -> float:
    """How far a corpus of so many passages is too small to know what is common, 1 to 0; half as far
    in a language where what it lacks may be a name.
    """
    small = _LITTLE**2 / (passages**2 + _LITTLE**2)
    return small / 2 if language in _NAMES_UNTOLD else small


def _missing(text: str, tokens: Sequence[Token], known: AbstractSet[str]) -> tuple[str, ...]:
    words = (text[token.start : token.end] for token in tokens if not known & set(token.terms))
    return tuple(dict.fromkeys(words))
