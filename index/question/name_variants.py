"""A name of several spellings: joined or parted, as other languages have it, or as it was once.

"Abdul Rahman" and "Abdulrahman" are one name by two rules of transliteration; "Kiev" and "Kyiv",
"Alexander" and "Oleksandr" may be meant for one another, or for two.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from corpus.lazy_patterns import lazily
from index.terms.shipped_lists import shipped_lists
from index.terms.word_forms import fold

# What begins such names: "Abd al-Rahman" has all of it parted, "Abdulrahman" nothing.
_BEGINNINGS = ("abdul", "abdel", "abdal", "abu", "ibn", "bin", "ben", "al", "el", "nur", "saif")
_LEAST = 3  # letters of what such a beginning leaves
_LEAST_JOINED = 6
_WORDS = lazily(r"[^\W\d_]+")
_GAP = lazily(r"[ -]{1,2}")


class Joined(NamedTuple):
    """Two words as they stand in a question, and joined to one."""

    text: str
    words: tuple[str, str]
    joined: str


def joined_names(text: str, has_word: Callable[[str], bool]) -> Iterator[Joined]:
    """Two words beside each other of which the corpus lacks one, and which it may have as one."""
    for one, other in pairwise(_WORDS.finditer(text)):
        between = text[one.end() : other.start()]
        joined = one[0] + other[0].lower()
        if (
            _GAP.fullmatch(between)
            and len(joined) >= _LEAST_JOINED
            and not (has_word(one[0]) and has_word(other[0]))
        ):
            yield Joined(f"{one[0]}{between}{other[0]}", (one[0], other[0]), joined)


def parted_name(word: str, is_name: Callable[[str], bool]) -> str | None:
    """A name that begins so in two words that are names to the corpus: "Abdul Rahman"."""
    folded = fold(word)
    for beginning in _BEGINNINGS:
        rest = folded.removeprefix(beginning)
        if rest != folded and len(rest) >= _LEAST and is_name(beginning) and is_name(rest):
            return f"{beginning.title()} {rest.title()}"
    return None


def other_names(word: str) -> tuple[str, ...]:
    """The folded names that may be meant by a folded name, as other languages or times have it."""
    return tuple(name for name in _variants().get(fold(word), ()) if name != fold(word))


@cache
def _variants() -> dict[str, tuple[str, ...]]:
    said: str = shipped_lists(__file__, "names")["variants"]
    lines = [tuple(map(fold, line.split())) for line in said.strip().splitlines()]
    return {name: line for line in lines for name in line}
