"""The words of a question as they were asked, and which of them are names, numbers or dates."""

import re
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

import numpy as np

from corpus.lazy_patterns import lazily
from index.arrays.snapshot import Snapshot
from index.question.asked_kind import AskedKind, words_of
from index.question.telling_words import is_bare, is_telling, is_thing, tells_of
from index.terms.analyzer import Token, is_shouting
from index.terms.shipped_lists import shipped_list, shipped_lists
from index.terms.word_forms import NO_WORD, asked_for, fold

_MOST = 0.5  # of a word's weight that a passage must have in order to have the word
# "What did Cook say?": what stands there without an article is no cook.
_ASKED_OF = re.compile(
    r"\b(?:did|does|do|has|had|have|was|is|were|are|will|would|can|could|should|may|might|must"
    r"|(?:Mr|Mrs|Ms|Miss|Dr)\b\.?)\s+$"
)
_AFTER_NAME = re.compile(r"(?:['’]s)?(?:\s+[^\W\dA-Z]|\W*$)")
_CASED = frozenset({"english", "porter"})
_ENDS = re.compile(r"[.!?:]\s")
_NAME = "name\N{NULL}"  # begins a term that is in no text
_CAPITAL_NOUNS = frozenset({"german"})  # where a capital tells no name

# "der Hafen von Kiel", "Olaf Scholz": German joins nouns, so that two in a row are a name.
_PLACED = re.compile(r"(?<!\w)(?:in|von|aus|nach|bei|gegen)\s+$")
_NOUN_BEFORE = re.compile(r"(?<=[\w,;)]\s)[^\W\d_a-zäöüß][^\W\d_]+\s+$")
_NOUN_BEHIND = re.compile(r"\s+[^\W\d_a-zäöüß][^\W\d_]+")
# "Was stoppte Iran?", "Hat Macron": a noun would have an article there.
_ASKED_SUBJECT = lazily(
    r"""^\W*(?:[a-zäöü]+\s+)?(?: (?i:was|we[rnm]|wessen|wann|wo\w*|warum|weshalb|wieso|wie)
      (?:\s+(?:oft|lange|weit|hoch|alt|stark))?
    | (?i:welche[rsnm]?|wie\s*viele?)\s+(?:[a-zäöüß]+\s+)?[^\W\d_a-zäöüß][\w-]+ )\s+
      (?!(?:de[rsnm]|die|das|von|vom|i[nm]|a[nm]|auf|aus|bei|beim|mit|nach|zu|zu[rm]|für|über|um
      |und|oder|als|gegen|unter|ohne|eine?[rsnm]?)\b)[a-zäöüß]+\s+$
    | ^\W*(?:[Hh]at|[Hh]atte|[Ii]st|[Ww]ar|[Ww]ird|[Ww]urde|[Kk]ann|[Kk]onnte|[Ww]ill|[Ww]ollte
    |[Ss]oll|[Mm]uss|[Dd]arf|[^\W\d_a-zäöüß][a-zäöüß]+te)\s+$""",
    re.VERBOSE,
)
_WORD_BEFORE = re.compile(r"([^\W\d_]{3,})\.?\s+(?:[a-zéü]{2,3}\s+)*$")
_OPENED_BY_NAMES = frozenset({"turkish"})  # whose questions do not begin with a question word


class Kind(StrEnum):
    """What a word of a question is, as far as its writing and the corpus's tell."""

    NAME = "name"
    NUMBER = "number"  # or a date
    LIGHT = "light"  # a word that says little by itself: "give", "make", "take"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A word as asked, or a date, with the terms that it asks for.

    It is ``telling`` where even a small corpus that lacks it does not tell of what is asked;
    ``events`` are the folded words that tell of the same where it says what happens.
    """

    text: str
    terms: tuple[str, ...]
    kind: Kind = Kind.OTHER
    telling: bool = False
    events: tuple[str, ...] = ()

    def is_in(self, matched: Iterable[str], weights: Mapping[str, float]) -> bool:
        """True when these terms make up most of it."""
        has = set(matched)
        total = sum(weights.get(term, 0.0) for term in self.terms)
        return sum(weights.get(term, 0.0) for term in self.terms if term in has) > _MOST * total

    def meaning(self, strange: Mapping[str, str]) -> "AskedWord":
        """The same word with other terms where the corpus's own are ``strange`` to it."""
        return replace(self, terms=tuple(strange.get(term, term) for term in self.terms))


def unlike_names(
    words: Iterable[AskedWord],
    snapshot: Snapshot,
    countries: Callable[[], Container[str]] = frozenset,
) -> Mapping[str, str]:
    """Terms that a name shares with common words alone, such as "Bush" with "bushes".

    Each with a term in its stead that no passage has. A country's people are no other: "russe".
    The ``countries`` are asked for only where such a term is met: their stems take the stemmer.
    """
    names = [word for word in words if word.kind is Kind.NAME and word.terms]
    rows = snapshot.term_lookup.rows([word.terms[0] for word in names])
    strange = {}
    for word, row in zip(names, rows, strict=True):
        (own,) = snapshot.word_lookup.rows([fold(word.text)])
        is_own = own >= 0 and snapshot.word_term[own] == row
        if row < 0 or (is_own and not snapshot.words[own].islower()):  # spares a look at all words
            continue
        written = [snapshot.words[at] for at in np.flatnonzero(snapshot.word_term == row).tolist()]
        if written and all(map(str.islower, written)) and word.terms[0] not in countries():
            strange[word.terms[0]] = f"{_NAME}{word.terms[0]}"
    return strange


def asked_words(
    text: str,
    tokens: Sequence[Token],
    known: AbstractSet[str],
    snapshot: Snapshot,
    language: str,
) -> tuple[AskedWord, ...]:
    """The words of a question in order, each once; ``known`` are the terms that the corpus has."""
    telling = capitals_tell(text, tokens, language)
    words = {}
    for token in tokens:
        forms = [token.forms[at] for at in asked_for(token.terms, known)]
        said = text[token.start : token.end]
        if all(form.form[0] == NO_WORD for form in forms):
            kind = Kind.NUMBER if any(letter.isdigit() for letter in said) else Kind.OTHER
        else:
            written = written_as([form.form for form in forms], snapshot)
            strange = telling and language in _CASED and _is_person(text, token)
            if strange and written and written[0].islower():
                written = None
            unseen = known.isdisjoint(form.term for form in forms)
            opens = _opens(text, token.start) and not (
                unseen and (language in _OPENED_BY_NAMES or is_bare(text, token.start, language))
            )
            kind = _kind(said, written, telling=telling, opens=opens)
            if _is_name_among_nouns(text, token, language, unseen=unseen):
                kind = Kind.NAME
            if kind is Kind.OTHER and fold(said) in _light_words(language):
                kind = Kind.LIGHT
        happens = kind is Kind.OTHER and not is_thing(text, token.start, language)
        events = tells_of(said, language) if happens else ()
        unheard = bool(events) and not (snapshot.word_rows(events) >= 0).any()
        taken = kind is Kind.OTHER and (
            is_telling(text, token.start, language)
            or fold(said) in words_of(AskedKind.NUMBER, language)
        )
        terms = tuple(form.term for form in forms)
        words[said] = AskedWord(said, terms, kind, unheard or taken, events)
    return tuple(words.values())


def _is_person(text: str, token: Token) -> bool:
    """True for a name that is a common word too, where something is asked of it as of a name."""
    said = text[token.start : token.end]
    return (
        said[0].isupper()
        and said[1:].islower()
        and fold(said) in name_list("also_words")
        and _ASKED_OF.search(text, 0, token.start) is not None
        and _AFTER_NAME.match(text, token.end) is not None
    )


def _is_name_among_nouns(text: str, token: Token, language: str, *, unseen: bool) -> bool:
    """True for a name in a language that writes all nouns with a capital."""
    if language not in _CAPITAL_NOUNS or not text[token.start].isupper():
        return False
    is_question = text.rstrip().endswith("?")
    if not (is_question or any(word[0].islower() for word in text.split())):  # a headline
        return False
    before = _WORD_BEFORE.search(text, 0, token.start)
    if before and fold(before[1]) in name_list("titles"):
        return fold(text[token.start : token.end]) not in name_list("titles")
    return unseen and bool(
        _ASKED_SUBJECT.search(text, 0, token.start)
        or _PLACED.search(text, 0, token.start)
        or _NOUN_BEFORE.search(text, 0, token.start)
        or (_NOUN_BEHIND.match(text, token.end) and text[: token.start].strip())
    )


def written_as(forms: Sequence[str], snapshot: Snapshot) -> str | None:
    """How the corpus writes the first of the forms that it has, in small letters if ever."""
    row = next((row for row in snapshot.word_lookup.rows(forms) if row >= 0), None)
    return None if row is None else snapshot.words[row]


def _kind(said: str, written: str | None, *, telling: bool, opens: bool) -> Kind:
    if any(letter.isdigit() for letter in said):
        return Kind.NUMBER
    if written is not None:
        return Kind.NAME if written[0].isupper() and telling else Kind.OTHER
    is_name = telling and said[0].isupper() and (not opens or not said[1:].islower())
    return Kind.NAME if is_name else Kind.OTHER


@cache
def name_list(which: str) -> frozenset[str]:
    """Folded words around names, a list of ``data/names.toml``."""
    return frozenset(map(fold, shipped_lists(__file__, "names")[which].split()))


@cache
def _light_words(language: str) -> frozenset[str]:
    return frozenset(map(fold, (shipped_list(__file__, "light_words", language) or "").split()))


def _opens(text: str, start: int) -> bool:
    """True where any word has a capital: nothing but marks since a sentence ended."""
    after = start
    while after and not (text[after - 1].isalnum() or text[after - 1] == "_"):
        after -= 1
    return not after or _ENDS.search(text, after, start) is not None


def capitals_tell(text: str, tokens: Sequence[Token], language: str) -> bool:
    """False where capitals tell no name: in a headline, in capitals, in German."""
    if language in _CAPITAL_NOUNS or is_shouting(text):
        return False
    letters = [text[token.start] for token in tokens if text[token.start].isalpha()]
    return len(letters) < 4 or any(letter.islower() for letter in letters)
