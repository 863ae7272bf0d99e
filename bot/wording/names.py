"""Names that say no more than their letters: one line, no hidden signs, no effect around them.

A title, a publisher or a file's name comes from documents that anybody may have written. A sign
that turns the direction of writing would turn what we say beside it, a date above all.
"""

import unicodedata
from typing import Final

_ISOLATE, _END = "\u2068", "\u2069"  # FIRST STRONG ISOLATE, POP DIRECTIONAL ISOLATE
_JOINERS: Final = "\u200c\u200d"  # of Persian, of Indic letters, of emoji
_HIDDEN: Final = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_TURNING: Final = {"R", "AL", "AN"}


def plain(name: str) -> str:
    """A name on one line, without control characters and without signs that cannot be seen."""
    kept = (
        letter
        if letter in _JOINERS or unicodedata.category(letter) not in _HIDDEN
        else " " * letter.isspace()
        for letter in name
    )
    return " ".join("".join(kept).split())


def isolated(name: str) -> str:
    """A name set apart, where it is written from right to left, from what stands around it."""
    turning = any(unicodedata.bidirectional(letter) in _TURNING for letter in name)
    return f"{_ISOLATE}{name}{_END}" if turning else name
