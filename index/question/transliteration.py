"""Are two spellings one name, written by different rules of transliteration?

Only what such rules differ in counts: y, i, yy and iy, w and v, kh and h, ts and c, a doubled
letter, a soft sign, -yov and -ev, Ye- and E-, ə and the letters that stand for it, and diacritics,
which folding takes away or which stand for two letters, as in Çelik and Chelik, Müller and Mueller.
In Cyrillic, what Russian and Ukrainian spell with letters of their own: Путин and Путін.
Any other letter may make it another person: Scholz and Schulz, Niger and Nigel.
"""

import re
from collections.abc import Iterator
from itertools import product

from index.terms.word_forms import fold

_SCHWA = "ə"
_SOFT_SIGN = re.compile(r"['`ʹьъ]")
_I = re.compile(r"[iy]+j?$|[iy]+")
_SPELT_OUT = str.maketrans(
    {"ç": "ch", "č": "ch", "ş": "sh", "ș": "sh", "š": "sh", "ž": "zh", "ğ": "gh", "ć": "ch"}
    | {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
)
_CYRILLIC = str.maketrans("ыіїйєэґ", "ииииеег")
_AS_RUSSIAN = str.maketrans("іїєґ", "ииег")
_AS_UKRAINIAN = str.maketrans("иыэё", "ііее")
_II = re.compile("и+")
_OV = re.compile(r"(?:i?e|io)v(a?)$")  # Kovalyov, Kovalev and Kovalyev
_YE = re.compile(r"^ie")  # Yevhen and Evhen
_DOUBLED = re.compile(r"(.)\1+")
_ALIKE = {letter: each for each in ("wv", "kh", "tc", "yie") for letter in each}


def same_name(one: str, other: str) -> bool:
    """True when the two differ in nothing but their transliteration."""
    return not _keys(one).isdisjoint(_keys(other))


def first_letters(folded: str) -> str:
    """The letters that a folded name may begin with in another transliteration."""
    return "ae" if folded[0] == _SCHWA else _ALIKE.get(folded[0], folded[0])


def spellings(folded: str) -> tuple[str, ...]:
    """A folded name, and as it may be written with letters that few words have."""
    others = (
        _SCHWA + folded[1:] if folded[0] in "ae" else folded,
        folded.translate(_AS_RUSSIAN),
        folded.translate(_AS_UKRAINIAN),
    )
    return tuple(dict.fromkeys((folded, *others)))


def _keys(word: str) -> set[str]:
    """What all transliterations of a name have in common, for each reading of its schwas."""
    spelt_out = word.casefold().translate(_SPELT_OUT)
    return {key for spelling in (word, spelt_out) for key in _keys_of(fold(spelling))}


def _keys_of(folded: str) -> Iterator[str]:
    before, *parts = _SOFT_SIGN.sub("", folded).split(_SCHWA)
    for letters in product("ae", repeat=min(len(parts), 3)):
        yield _key(before + "".join(map("".join, zip(letters, parts, strict=False))))


def _key(plain: str) -> str:
    if not plain.isascii():
        plain = _II.sub("и", plain.translate(_CYRILLIC))
    plain = plain.replace("kh", "h").replace("ts", "c").replace("w", "v")
    return _DOUBLED.sub(r"\1", _YE.sub("e", _OV.sub(r"ev\1", _I.sub("i", plain))))
