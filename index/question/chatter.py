"""What people say around a question: greetings, "do you know", "tell me", thanks.

None of it is a word to be found, in whatever language of the list it is said.
"""

import re
from functools import cache

from index.terms.shipped_lists import shipped_lists

_MOST = 6  # pieces of chatter on either side
_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff"
_NOT_PARTED = re.compile(f"[{_UNSPACED}]")
_WORD = re.compile(r"\w+")
_LETTERS = re.compile(r"(?<!\\)[^\W\d_]+")  # of a pattern, less what a backslash makes special
_TOLD_BY = 3  # letters that a word begins with
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
    for language in _languages(text, side, place):
        left = _pattern(side, language).sub("", text, count=1)
        if left != text:
            return left
    return text


def _languages(text: str, side: str, place: int) -> tuple[str, ...]:
    """Those in which the outermost word may be chatter: compiling all takes 15 ms of a start."""
    begins = _beginnings(side)
    if _NOT_PARTED.search(text):
        return tuple(begins)
    pieces = text.lower().split()
    told = (_WORD.findall(piece) for piece in (reversed(pieces) if place else pieces))
    word = next(filter(None, told), [""])[place]
    return tuple(name for name, begin in begins.items() if word.startswith(begin))


@cache
def _beginnings(side: str) -> dict[str, tuple[str, ...]]:
    """How the words in the patterns of each language begin."""
    lists = shipped_lists(__file__, "chatter").items()
    runs = {name: _LETTERS.findall(each[side].lower()) for name, each in lists}
    return {name: tuple({run[:_TOLD_BY] for run in found}) for name, found in runs.items()}


@cache
def _pattern(side: str, language: str) -> re.Pattern[str]:
    said = "|".join(shipped_lists(__file__, "chatter")[language][side].strip().splitlines())
    if side == "opening":
        whole = rf"^[\s¿¡]*(?:{said})(?:(?![\w'’-])|(?=[{_UNSPACED}])){_MARKS}(?:-\s+)?"
    else:
        begins = rf"{_NOT_REPORTED}(?:(?<![\w'’-])|(?<=[{_UNSPACED}]))"
        whole = rf"{_MARKS}{begins}(?:{said})(?=[\s.,;!?…)。！]*$)"
    return re.compile(whole, re.IGNORECASE)
