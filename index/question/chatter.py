"""What people say around a question: greetings, "do you know", "tell me", thanks.

None of it is a word to be found, in whatever language of the list it is said.
"""

import re
from functools import cache

from index.terms.shipped_lists import shipped_lists

_MOST = 6  # pieces of chatter on either side
_LONGEST = 40  # characters of one behind it
_UNSPACED = r"\u3040-\u30ff\u3400-\u9fff"
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
    for side in ("opening", "closing"):
        pattern = _pattern(side)
        for _ in range(_MOST):
            said = pattern.search(asked, max(0, len(asked) - _LONGEST) * (side == "closing"))
            left = asked[: said.start()] + asked[said.end() :] if said else asked
            if left == asked or not any(map(str.isalnum, left)):
                break
            asked = left
    return asked


@cache
def _pattern(side: str) -> re.Pattern[str]:
    lists = shipped_lists(__file__, "chatter")
    said = "|".join(line for each in lists.values() for line in each[side].strip().splitlines())
    if side == "opening":
        whole = rf"^[\s¿¡]*(?:{said})(?:(?![\w'’-])|(?=[{_UNSPACED}])){_MARKS}(?:-\s+)?"
    else:
        begins = rf"{_NOT_REPORTED}(?:(?<![\w'’-])|(?<=[{_UNSPACED}]))"
        whole = rf"{_MARKS}{begins}(?:{said})(?=[\s.,;!?…)。！]*$)"
    return re.compile(whole, re.IGNORECASE)
