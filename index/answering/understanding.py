"""What a question means to a corpus: its words, its wishes, and the slips in its spelling."""

import re
from dataclasses import replace
from datetime import date
from functools import cache, partial

import numpy as np

from index.answering.served_version import Served
from index.answers import Suggestion
from index.arrays.runs import distinct
from index.question.acronyms import spelt_out
from index.question.asked_words import capitals_tell, written_as
from index.question.conditions import Setting, read_wishes
from index.question.name_variants import Joined, joined_names, other_names, parted_name
from index.question.named_source import names_of
from index.question.reading import ReadQuestion, read_question
from index.question.spelling import Near
from index.question.telling_words import is_bare
from index.terms.word_forms import fold

_LONGEST = 24  # terms of a question; a longer text names times by the way
_OFFERED = 3  # spellings of a word
_MOST_SLIPS = 8  # words looked up; a question with more is in another language


def understood(
    text: str, served: Served, today: date | None = None, held: frozenset[int] | None = None
) -> tuple[ReadQuestion, ReadQuestion, tuple[Suggestion, ...]]:
    """The question as it stands, as it is meant, and the spellings between the two.

    ``today`` is the day of asking, from which "last week" is counted; ``held`` are the documents
    that the asker may know of: words and names of others are none.
    """
    setting = _setting(served, today, held)
    read = _read(text, served, setting, held)
    # In a text pasted whole the rest finds what is meant, and a name is respelt too easily.
    slips = [] if read.wishes.is_pasted else list(read.missing[:_MOST_SLIPS])
    joined: list[Joined] = []
    tells = False
    if slips:
        tells = capitals_tell(text, tuple(served.analyzer.tokens(text)), served.language)
        found = joined_names(read.wishes.words, slips)
        joined = [each for each in found if _spelling(each.joined, served)]
    slips = [word for word in slips if not any(word in each.words for each in joined)]
    near = [
        *((each.text, Near((_spelling(each.joined, served),), clear=True)) for each in joined),
        *((word, _near(word, served, held, is_name=tells and word[0].isupper())) for word in slips),
    ]
    suggestions = tuple(
        Suggestion(word, found.words, applied=found.clear and not _must_stay(word, found, read))
        for word, found in near
        if found.words
    )
    for suggestion in suggestions:
        if suggestion.applied:
            alone = rf"(?<![^\W_]){re.escape(suggestion.word)}(?![^\W_])"  # not in a longer word
            text = re.sub(alone, suggestion.near[0], text)
    again = read if text == read.text else _read(text, served, setting, held)
    return read, again, suggestions


def _must_stay(word: str, near: Near, read: ReadQuestion) -> bool:
    """True for a word in quotation marks, and for one that stands where names do ("did truss deny")
    and would become a common word.
    """
    if read.wishes.quotes(word):
        return True
    words = read.wishes.words
    return near.words[0][0].islower() and is_bare(words, words.find(word), read.language)


def _setting(served: Served, today: date | None, held: frozenset[int] | None) -> Setting:
    setting = served.setting(today)
    if held is None:
        return setting
    names = names_of([(row, each.source) for row, each in served.holdings if row in held])
    return replace(setting, names=names, has_word=lambda word: _stands(word, served, held))


def _near(word: str, served: Served, held: frozenset[int] | None, *, is_name: bool) -> Near:
    """What a word may have meant; a name is never offered a common word."""
    if long := spelt_out(word, served.analyzer, served.snapshot, held):
        return Near((long,), clear=True)
    if parted := parted_name(word, lambda part: _spelling(part, served)[:1].isupper()):
        return Near((parted,), clear=True)
    found = served.speller.near(word)
    words = tuple(
        each
        for each in found.words
        if _stands(each, served, held) and not (is_name and each[0].islower())
    )
    if found.clear and words[:1] == found.words[:1]:
        return Near(words, clear=True)
    others = [_spelling(name, served) for name in other_names(word)]
    named = [name for name in others if name[:1].isupper() and _stands(name, served, held)]
    return Near(tuple(dict.fromkeys((*named, *words)))[:_OFFERED], clear=False)


def _spelling(word: str, served: Served) -> str:
    """How the corpus spells a word, empty where it has no such word but for forms of it."""
    return written_as([fold(word)], served.snapshot) or ""


def _stands(word: str, served: Served, held: frozenset[int] | None) -> bool:
    """Whether a word stands in a document that the asker may know of."""
    if held is None:
        return True
    snapshot = served.snapshot
    passages = np.flatnonzero(snapshot.sharing(served.analyzer.terms(word)))
    documents = snapshot.documents[distinct(snapshot.passage_document[passages])]
    return bool(np.isin(documents, list(held)).any())


def _worded(words: str, served: Served, held: frozenset[int] | None) -> ReadQuestion:
    """The question's words; those that stand in no document that is held are missing."""
    read = read_question(words, served.analyzer, served.snapshot)
    if held is None:
        return read
    tokens = [token for token in served.analyzer.tokens(words) if token.forms]
    distinct = dict.fromkeys(words[token.start : token.end] for token in tokens)
    missing = tuple(word for word in distinct if not _stands(word, served, held))
    return replace(read, missing=missing)


def _read(text: str, served: Served, setting: Setting, held: frozenset[int] | None) -> ReadQuestion:
    worded = cache(partial(_worded, served=served, held=held))
    wishes = read_wishes(text, setting, lambda words: len(worded(words).weights) <= _LONGEST)
    read = worded(wishes.words)
    inside = wishes.time.documents(served.snapshot)
    if not wishes.time.words or not (inside.any() or wishes.time.asked_on):
        return replace(read, text=text, wishes=wishes)
    if not inside.all() and served.analyzer.terms(wishes.timeless):
        read = worded(wishes.timeless)
    words = wishes.time.words
    return replace(
        read,
        text=text,
        wishes=wishes,
        missing=tuple(word for word in read.missing if word not in words),
        dated={term for each in words for term in served.analyzer.terms(each)},
    )
