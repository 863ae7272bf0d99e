"""Words: how they are folded, their forms, and what those without spaces or of numbers hold."""

import unicodedata
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.lazy_patterns import lazily

NO_WORD = "="  # begins the forms of dates, numbers and pieces of unspaced text
# Marks that do not tell words apart, as far as people leave them out: those of Latin and Greek
# letters, Cyrillic stress and the dots of ё, Hebrew and Arabic vowel points, the Hindi nukta.
_MARKS = lazily(
    r"(?<=[a-zα-ω])[\u0300-\u036f]+|(?<=[аеиоуыэюяіє])\u0301|(?<=е)\u0308"
    r"|[\u0591-\u05c7\u064b-\u0652\u0670\u093c]+"
)
# A nasal before a consonant of its own place is written as a dot as well: हिन्दी, हिंदी.
_NASALS = lazily("ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])|ँ")
_POSSESSIVE = lazily(r"['’ʼ]s?$")
_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'"})
_UNFOLDED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
     "’": "'", "ʼ": "'", "ـ": ""}
    | {chr(code): str(unicodedata.digit(chr(code))) for code in range(0x660, 0x970)
       if unicodedata.category(chr(code)) == "Nd"}
)  # fmt: skip

_MARKED = frozenset(".'’ʼ")

# Default_Ignorable_Code_Point of Unicode but for combining marks: soft hyphens, joiners, marks of
# direction. They are no part of a word, and stay in the quote.
IGNORED = (
    r"\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff"
    r"\uffa0\ufff0-\ufff8\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
HIDDEN = rf"{IGNORED}\u034f\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f"
_IGNORED = lazily(f"[{HIDDEN}]+")

_RUN = lazily(r"\d+|[^\d-]+")
_MOST_RUNS = 4  # "H1N1"; what has more is a key, not a name
_ORDINAL = frozenset({"st", "nd", "rd", "th"})

# Scripts read by pieces: Chinese and Japanese, written without spaces, and Korean, whose words
# have endings that no stemmer here knows, by characters and pairs, the others by runs of three.
_PAIRED = (
    r"\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    r"\U00020000-\U0003134f"
)
_TRIPLED = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\uaa60-\uaa7f"
UNSPACED = lazily(f"[{_PAIRED}{_TRIPLED}]")
_PAIR = lazily(f"[{_PAIRED}]{{2}}")
_UNSPACED = lazily(rf"([{_PAIRED}]+)|([{_TRIPLED}]+)|[^{_PAIRED}{_TRIPLED}]+")


class Form(NamedTuple):
    """A word before stemming, folded and as it stands, and its term.

    What is no word has ``=`` and its term for both: a number, a date, a piece of Chinese.
    """

    form: str
    spelling: str
    term: str


@lru_cache(maxsize=4_096)
def fold(word: str) -> str:
    """Case, possessives, the dots of initials and the marks that people leave out folded away.

    Those that are part of the word stay, such as the vowels of Hindi.
    """
    word = without_possessive(shown_letters(word))
    if word.isascii():
        return word.lower().replace(".", "") if word[:1].isalpha() else word.lower()
    return _folded_plainly(word).replace(".", "")


def fold_lines(lines: str) -> list[str]:
    """``fold`` of many words, each ended by a line feed: some thirty times as fast."""
    words = lines.split("\n")[:-1]
    folded = lines.lower().split("\n")[:-1]
    others = [at for at, word in enumerate(words) if not (word.isascii() and word.isalpha())]
    plain = _folded_plainly("\n".join(words[at] for at in others)).split("\n")
    for at, other in zip(others, plain if others else (), strict=True):
        folded[at] = other if _MARKED.isdisjoint(words[at]) else fold(words[at])
    return folded


def _folded_plainly(text: str) -> str:
    """A text folded as ``fold`` folds words without apostrophes and periods."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", shown_letters(text).casefold())
    plain = _NASALS.sub("ं", _MARKS.sub("", decomposed))
    return unicodedata.normalize("NFC", plain).translate(_UNFOLDED)


def fold_case(word: str) -> str:
    """Case alone folded away, for a language whose marks tell its words apart."""
    return unicodedata.normalize("NFC", shown_letters(word).casefold()).translate(_APOSTROPHES)


def shown_letters(word: str) -> str:
    """The word without what Unicode calls ignorable, such as the soft hyphens within it."""
    return word if word.isascii() else _IGNORED.sub("", word)


def without_possessive(word: str) -> str:
    """The word without a possessive ending: "Armenia’s" is "Armenia"."""
    return _POSSESSIVE.sub("", word)


def no_word(term: str) -> Form:
    """The form of a term that is no word's."""
    return Form(NO_WORD + term, NO_WORD + term, term)


def parts(word: str) -> tuple[str, ...]:
    """The letters and the numbers that a word joins, and last all of it.

    So "S-400", "S400" and "S 400" meet. A plain word, 2,000 and 42/9 are one part.
    """
    runs = _RUN.findall(without_possessive(word))
    if len(runs) > 2 and runs[-1] == "s":  # F-16s
        word, runs = word[:-1], runs[:-1]
    if not 1 < len(runs) <= _MOST_RUNS or "/" in word or "," in word:
        return (word,)
    whole = word.replace("-", "")
    return (*runs[:-1], whole) if runs[-1].lower() in _ORDINAL else (*runs, whole)


def number_terms(word: str) -> tuple[str, ...]:
    """ "2,000" is 2000; "42/9" is findable whole and by its parts."""
    if "/" in word:
        return (word, *word.split("/"))
    return (word.replace(",", ""),)


def asked_for(terms: Sequence[str], known: Container[str]) -> list[int]:
    """The places of those terms that a question asks for.

    No character that a pair holds, where the corpus has the pair.
    """
    pairs = (t for t in terms if not t.isascii() and _PAIR.fullmatch(t) and t in known)
    paired = set("".join(pairs))
    return [at for at, term in enumerate(terms) if term not in paired]


def unspaced_terms(word: str) -> Iterator[str]:
    """The pieces of a word in a script that is read by pieces; any other word is one piece."""
    for match in _UNSPACED.finditer(word):
        run = match.group()
        if match.group(1):
            yield from run
            yield from (run[i : i + 2] for i in range(len(run) - 1))
        elif match.group(2) and len(run) > 3:
            yield from (run[i : i + 3] for i in range(len(run) - 2))
        else:
            yield run
