"""What people say around a question: greetings, "do you know", "tell me", thanks.

None of it is a word to be found, in whatever language of the list it is said.
"""

import re
from functools import cache, lru_cache
from itertools import chain

from corpus.lazy_patterns import lazily
from index.terms.shipped_lists import shipped_lists

_MOST = 6  # pieces of chatter on either side
_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff"
_NOT_PARTED = lazily(f"[{_UNSPACED}]")
# To look for the other case of each of 24,000 characters takes 4 ms of compiling each pattern.
_OF_THESE = f"(?-i:[{_UNSPACED}])"
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"(?<!\\)[^\W\d_]+")  # of a pattern, less what a backslash makes special
_TOLD_BY = 3  # letters that a word begins with
_KEPT = 4_096  # beginnings whose lines are kept
_MARKS = r"[\s,:;!.…–—，。、！：]*"
# "Who said thanks?" asks for it.
_NOT_REPORTED = "".join(
    rf"(?<!\b{word}\s)"
    for word in (
        "said say says saying no of a and with his her their gave sagte sagt dit dijo dice сказал "
        "сказала сказав mówi disse"
    ).split()
)


def without_chatter(text: str) -> str:
    """The question without what is said around it, unless nothing else is left."""
    asked = text
    for side, place in (("opening", 0), ("closing", -1)):
        for _ in range(_MOST):
            left = _less_one(asked, side, place)
            if left == asked or not any(map(str.isalnum, left)):
                break
            asked = left
    return asked


def _less_one(text: str, side: str, place: int) -> str:
    for said in _may_be_said(text, side, place):
        left = _pattern(side, said).sub("", text, count=1)
        if left != text:
            return left
    return text


def _may_be_said(text: str, side: str, place: int) -> tuple[str, ...]:
    """The patterns that may match the outermost word: compiling all takes 15 ms of a start."""
    if not text.isascii() and _NOT_PARTED.search(text):
        return _beginning_with(side, None)
    pieces = text.lower().split()
    told = (_WORD.findall(piece) for piece in (reversed(pieces) if place else pieces))
    return _beginning_with(side, next(filter(None, told), [""])[place][:_TOLD_BY])


@lru_cache(_KEPT)
def _beginning_with(side: str, told_by: str | None) -> tuple[str, ...]:
    """The patterns in which a word begins so; all of them for ``None``."""
    every = _beginnings(side).items()
    return tuple(said for said, begins in every if told_by is None or told_by.startswith(begins))


@cache
def _beginnings(side: str) -> dict[str, tuple[str, ...]]:
    """How the words in each pattern begin.

    An opening has a place, so that each line can be a pattern; closings are looked for through the
    whole text, all of a language at once.
    """
    texts = [each[side].strip() for each in shipped_lists(__file__, "chatter").values()]
    lines = (text.splitlines() for text in texts)
    every = chain.from_iterable(lines) if side == "opening" else map("|".join, lines)
    runs = ((said, _LETTERS.findall(said.lower())) for said in every)
    return {said: tuple({run[:_TOLD_BY] for run in found}) for said, found in runs}


@cache
def _pattern(side: str, said: str) -> re.Pattern[str]:
    if side == "opening":
        whole = rf"^[\s¿¡]*(?:{said})(?:(?![\w'’-])|(?={_OF_THESE})){_MARKS}(?:-\s+)?"
    else:
        begins = rf"{_NOT_REPORTED}(?:(?<![\w'’-])|(?<={_OF_THESE}))"
        whole = rf"{_MARKS}{begins}(?:{said})(?=[\s.,;!?…)。！]*$)"
    return re.compile(whole, re.IGNORECASE)
