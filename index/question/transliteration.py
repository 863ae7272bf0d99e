"""Are two spellings one name, written by different rules of transliteration?

Only what such rules differ in counts: y, i, yy and iy, w and v, kh and h, ts and c, a doubled
letter, a soft sign, ə and the letters that stand for it, and diacritics, which folding takes away.
Any other letter may make it another person: Scholz and Schulz, Niger and Nigel.
"""

import re
from itertools import product

from index.terms.word_forms import fold

_SCHWA = "ə"
_SOFT_SIGN = re.compile(r"['`ʹьъ]")
_I = re.compile(r"[iy]+j?$|[iy]+")
_DOUBLED = re.compile(r"(.)\1+")
_ALIKE = {"w": "wv", "v": "wv", "k": "kh", "h": "kh", "t": "tc", "c": "tc", "y": "yi", "i": "yi"}


def same_name(one: str, other: str) -> bool:
    """True when the two differ in nothing but their transliteration."""
    return not _keys(one).isdisjoint(_keys(other))


def first_letters(folded: str) -> str:
    """The letters that a folded name may begin with in another transliteration."""
    return "ae" if folded[0] == _SCHWA else _ALIKE.get(folded[0], folded[0])


def _keys(word: str) -> set[str]:
    """What all transliterations of a name have in common, for each reading of its schwas."""
    before, *parts = _SOFT_SIGN.sub("", fold(word)).split(_SCHWA)
    read = product("ae", repeat=min(len(parts), 3))
    return {
        _key(before + "".join(map("".join, zip(letters, parts, strict=False)))) for letters in read
    }


def _key(plain: str) -> str:
    plain = plain.replace("kh", "h").replace("ts", "c").replace("w", "v")
    return _DOUBLED.sub(r"\1", _I.sub("i", plain))
