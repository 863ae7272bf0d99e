"""Readings in older encodings: those told by escapes, and whether one makes sense.

A reading does where each character is at home in its place.
"""

import unicodedata
from functools import cache
from itertools import pairwise
from typing import Final

from corpus.lazy_patterns import lazily

# The letters of the languages that Windows-1252 was made for, less those that it shares with
# Icelandic and that Turkish, Czech, Polish or Baltic bytes turn into when read as Windows-1252.
_WESTERN: Final = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüßœÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜŒªºƒ")
# Hungarian bytes turn into these; a Western language that has them has one of the others too.
_DOUBTFUL: Final = frozenset("õûÕÛ")
_COMPANY: Final = frozenset("ãàâçèêîïñäÃÀÂÇÈÊÎÏÑÄ")
_TURKISH: Final = frozenset("çğıöşüâîûÇĞİÖŞÜÂÎÛ")

_WORD: Final = lazily(r"[^\W\d_¹²³¼½¾]+")
_SYMBOL: Final = lazily(r"[^\w\s\x00-\x7f\u3000-\uffef]|[¹²³¼½¾]")
# One accented letter is a word of its own in French, Spanish, Italian, Portuguese, Swedish, Danish,
# Hungarian, Lithuanian.
_ONE_LETTER_WORDS: Final = frozenset("àáéèíìóòôöøåæúùyÀÁÉÈÓÔÖØÅÆÚœªºįĮőŐ")
_INSIDE_WORDS: Final = frozenset("’‘´–—…·°•\xad")
_BOX_DRAWING: Final = frozenset(map(chr, range(0x2500, 0x25A0)))
_CURRENCY: Final = frozenset("€£¥¢")
_MIXING: Final = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL", "KATAKANA-HIRAGANA"})
_FEWEST_LETTERS: Final = 4  # of another alphabet than Latin; fewer are no evidence of it
_MISFITS_ALLOWED: Final = 0.02  # of the characters beyond ASCII: misprints of a long text

_ESCAPES: Final = (
    (b"\x1b$", "iso2022_jp_2"),
    (b"\x1b$)C", "iso2022_kr"),
    (b"~{", "hz"),
)
_EAST_ASIAN: Final = lazily(r"[\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]")
_MOSTLY: Final = 0.9
CONTROL: Final = lazily(r"[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f\x80-\x84\x86-\x9f]")
BEYOND_ASCII: Final = lazily(r"[^\x00-\x7f]+")


def western(text: str) -> bool:
    """True when all letters beyond ASCII are ones that Western European languages use."""
    letters = _letters_beyond_ascii(text)
    return letters <= _WESTERN and (not letters & _DOUBTFUL or bool(letters & _COMPANY))


def turkish(text: str) -> bool:
    """True when all letters beyond ASCII are Turkish ones, two of them of no Western language."""
    letters = _letters_beyond_ascii(text)
    return letters <= _TURKISH and len(letters - _WESTERN) > 1


def reads_well(text: str) -> bool:
    """True when (nearly) every character beyond ASCII is at home where it stands.

    A letter is at home in a word of its own alphabet, a capital not behind a small letter; an
    alphabet in a text of which it makes up a fifth; a symbol not between two letters, a currency
    sign not at a letter. So "café" and whole texts in Cyrillic read well, and "cafÃ", a lone
    "ÿ" and two Cyrillic letters in an English sentence do not.
    """
    return _misfits(text) <= _MISFITS_ALLOWED * sum(map(_beyond_ascii, text))


def _misfits(text: str) -> int:
    latin = other = misfits = other_misfits = 0
    for word in _WORD.findall(text):
        if word.isascii():
            latin += len(word)
            continue
        scripts = {_script(character) for character in word}
        if scripts == {"LATIN"}:
            latin += len(word)
            misfits += 0 if _latin_at_home(word) else sum(map(_beyond_ascii, word))
        else:
            other += len(word)
            at_home = (len(scripts) == 1 or scripts <= _MIXING) and not _capital_inside(word)
            other_misfits += 0 if at_home else len(word)
    if other < max(0.2 * (latin + other), _FEWEST_LETTERS):
        other_misfits = other
    symbols = sum(not _symbol_at_home(text, match.start()) for match in _SYMBOL.finditer(text))
    return misfits + other_misfits + symbols


@cache
def _script(letter: str) -> str:
    name = unicodedata.name(letter, "UNKNOWN")
    # Single letters stand in no Korean word; Japanese read as Korean is full of them.
    return "JAMO" if name.startswith("HANGUL LETTER") else name.partition(" ")[0]


def _letters_beyond_ascii(text: str) -> set[str]:
    return {character for character in set(text) if character > "\x7f" and character.isalpha()}


def _beyond_ascii(character: str) -> bool:
    return character > "\x7f"


def _capital_inside(word: str) -> bool:
    pairs = pairwise(word)
    return any(left.islower() and right.isupper() and right > "\x7f" for left, right in pairs)


def _latin_at_home(word: str) -> bool:
    if len(word) == 1:
        return word in _ONE_LETTER_WORDS
    return any(map(str.isascii, word)) and not _capital_inside(word)


def _symbol_at_home(text: str, at: int) -> bool:
    symbol = text[at]
    if symbol in _BOX_DRAWING or unicodedata.category(symbol) in {"Cc", "Cn", "Co", "Cs"}:
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    between = before.isalpha() and after.isalpha()
    if symbol in _CURRENCY:
        return not before.isalpha() and not after.isalpha()
    if unicodedata.category(symbol) == "Sk":  # a detached accent
        return symbol in _INSIDE_WORDS and between
    return symbol in _INSIDE_WORDS or not between


def by_escapes(raw: bytes) -> str | None:
    """The older East Asian encodings of seven bits, which switch alphabets by escapes."""
    if not raw.isascii():
        return None
    for mark, encoding in _ESCAPES:
        if mark in raw:
            try:
                text = raw.decode(encoding)
            except UnicodeDecodeError:
                continue
            asian = len(_EAST_ASIAN.findall(text))
            beyond_ascii = sum(map(len, BEYOND_ASCII.findall(text)))
            if asian >= max(2, _MOSTLY * beyond_ascii) and not CONTROL.search(text):
                return text
    return None
