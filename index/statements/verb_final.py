"""Who speaks in a language whose verb ends the sentence: whoever opens it, by patterns alone."""

import re
from functools import cache

from corpus.model import Span
from index.statements.languages import words_of

_WHO = "who"  # the group of a pattern that names the speaker


def opening_speakers(sentence: str, language: str) -> tuple[Span, ...]:
    """Whoever opens a sentence that ends in a verb of saying; nobody where the data has no rule."""
    return _found(sentence, language, "opening")


def cited_speakers(sentence: str, language: str) -> tuple[Span, ...]:
    """Whoever stands before a word for "according to"."""
    return _found(sentence, language, "cited_before")


def _found(sentence: str, language: str, name: str) -> tuple[Span, ...]:
    pattern = _pattern(language, name)
    if pattern is None:
        return ()
    return tuple(Span(*match.span(_WHO)) for match in pattern.finditer(sentence))


@cache
def _pattern(language: str, name: str) -> re.Pattern[str] | None:
    """The pattern of a language; letter case tells names from other words."""
    words = words_of(language)
    text = words.speech.get(name)
    return re.compile(words.filled(str(text)), re.DOTALL) if text else None
