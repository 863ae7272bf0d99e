"""Words of a question that even a small corpus must have, or it does not tell of what is asked.

That a few passages lack "wear" or "clothes" says little, for another word serves as well. It says
more that they lack the airport whose closing is asked about, what is said to have happened
("arrested"), and whatever stands where names do.
"""

import re
from collections.abc import Mapping
from functools import cache

from index.terms.shipped_lists import shipped_list
from index.terms.word_forms import fold

# "Truss denied it", "Truss was right": who opens a statement has done it.
_VERB = (
    r"(?:['’]s)?\s+(?:is|are|was|were|has|have|had|will|would|did|does|says?|said|[a-z]{2,}ed)\b"
)
_LEADING = 16  # characters, in which an article or an auxiliary fits
_SUBJECT = re.compile(rf"^\W*\w[\w'’-]*?(?={_VERB})")


def is_telling(text: str, start: int, language: str) -> bool:
    """True where such a word stands at ``start`` in the text, what happens aside."""
    if is_bare(text, start, language):
        return True
    leading = _said(language).get("definite")
    return bool(leading and _before(leading).search(text, max(0, start - _LEADING), start))


def tells_of(word: str, language: str) -> tuple[str, ...]:
    """The folded words that tell of the same as a word for what happens: "killed" as "died"."""
    return _events(language).get(fold(word), ())


def is_thing(text: str, start: int, language: str) -> bool:
    """True where a word stands as a thing does and not as what happens: "the final score"."""
    leading = _said(language).get("thing")
    return bool(leading and _before(leading).search(text, max(0, start - _LEADING), start))


def is_bare(text: str, start: int, language: str) -> bool:
    """True where a word stands without an article as names do: "what did truss deny"."""
    said = _said(language)
    if "bare" not in said:
        return False
    opens = not text[:start].strip() and _SUBJECT.match(text) is not None
    return opens or _before(said["bare"]).search(text, max(0, start - _LEADING), start) is not None


@cache
def _before(leading: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){leading}\.?(?:\s+|(?<=['’]))$", re.IGNORECASE)


@cache
def _events(language: str) -> Mapping[str, tuple[str, ...]]:
    lines = _said(language).get("events", "").strip().splitlines()
    events: dict[str, tuple[str, ...]] = {}
    for forms, _, others in (line.partition(":") for line in lines):
        every = tuple(map(fold, (*forms.split(), *others.split())))
        events |= {fold(form): (*events.get(fold(form), ()), *every) for form in forms.split()}
    return events


def _said(language: str) -> Mapping[str, str]:
    said: Mapping[str, str] = shipped_list(__file__, "telling_words", language) or {}
    return said
