"""Whose words a question asks for: "What did Voss say about the ferry?"."""

import re
from functools import cache

from corpus.model import Span
from index.terms.shipped_lists import shipped_list


def asked_speaker(text: str, language: str) -> Span | None:
    """Where the person stands whose words are asked for, whatever else stands there."""
    for pattern in _patterns(language):
        if found := pattern.search(text):
            return Span(*found.span("who"))
    return None


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    said = shipped_list(__file__, "asked_speakers", language) or {}
    return tuple(re.compile(each, re.IGNORECASE) for each in said.get("asking", ()))
