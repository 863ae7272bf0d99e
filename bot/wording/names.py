"""Names that say no more than their letters: one line, no hidden signs, no effect around them.

A title, a publisher or a file's name comes from documents that anybody may have written. A sign
that turns the direction of writing would turn what we say beside it, a date above all.
"""

import re
import unicodedata
from typing import Final

_ISOLATE, _END = "\u2068", "\u2069"  # FIRST STRONG ISOLATE, POP DIRECTIONAL ISOLATE
_JOINERS: Final = "\u200c\u200d"  # of Persian, of Indic letters, of emoji
_HIDDEN: Final = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_BLANK: Final = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0"  # letters and marks by name only
_MARK: Final = r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_PILED: Final = re.compile(rf"((?:{_MARK}){{2}}){_MARK}+")
"""More marks than any Latin, Greek or Cyrillic letter has: they cover the lines around."""
_TURNING: Final = {"R", "AL", "AN"}


def plain(name: str) -> str:
    """A name on one line, without control characters, hidden signs and marks that are piled up."""
    kept = (
        letter
        if letter in _JOINERS
        or (letter not in _BLANK and unicodedata.category(letter) not in _HIDDEN)
        else " " * letter.isspace()
        for letter in name
    )
    return " ".join(_PILED.sub(r"\1", "".join(kept)).split())


def visible(name: str | None) -> str | None:
    """The name, where anything of it can be seen; one that is blank is as good as none."""
    return name if name and plain(name) else None


def isolated(name: str) -> str:
    """A name set apart, where it is written from right to left, from what stands around it."""
    turning = any(unicodedata.bidirectional(letter) in _TURNING for letter in name)
    return f"{_ISOLATE}{name}{_END}" if turning else name
