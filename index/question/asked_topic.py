"""What a question asks to be told about: the words behind "say about", which are its topic.

Who is in the documents has said much; a passage that lacks the topic is no answer, however
common the topic's words are.
"""

import re
from functools import cache

from corpus.model import Span
from index.terms.shipped_lists import shipped_list

_NOWHERE = Span(0, 0)


def asked_topic(text: str, language: str) -> Span:
    """Where the topic stands; an empty span where the question names none."""
    pattern = _pattern(language)
    found = pattern.search(text) if pattern else None
    return Span(*found.span("topic")) if found else _NOWHERE


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    said = shipped_list(__file__, "asked_topics", language)
    if said is None:
        return None
    return re.compile(
        rf"\b{said['saying']}\b[^.?!;]*?\s(?:{said['leading']})\s+(?P<topic>[^.?!;]*\w)",
        re.IGNORECASE,
    )
