"""Which language a text is likely to be in, by its commonest words."""

from collections import Counter
from collections.abc import Iterable
from functools import cache

from index.terms.shipped_lists import shipped_list
from index.terms.stems import LANGUAGES
from index.terms.word_forms import fold_lines

_LOOKED_AT = 3_000  # characters of a text
_FEWEST = 30  # words, with which this is tried
# Conventions: running text is a third stop words, in most languages on the list.
_LEAST = 0.15  # of the words must be stop words of the language
_LEAD = 1.2  # times as many as of the next language


def likely_language(texts: Iterable[str]) -> str | None:
    """The language of most of the texts that tell theirs, if a quarter does; else ``None``."""
    looked = [_language(text[:_LOOKED_AT]) for text in texts]
    told = Counter(filter(None, looked))
    if not told or told.total() * 4 < len(looked):
        return None
    ((language, number),) = told.most_common(1)
    return language if number * 2 > told.total() else None


def _language(text: str) -> str | None:
    words = _folded(text)
    if len(words) < _FEWEST:
        return None
    shares = {name: sum(word in stop for word in words) for name, stop in _stop_words().items()}
    best, second = sorted(shares, key=shares.__getitem__, reverse=True)[:2]
    clear = shares[best] >= max(_LEAST * len(words), _LEAD * shares[second])
    return best if clear else None


@cache
def _stop_words() -> dict[str, frozenset[str]]:
    lists = {
        name: shipped_list(__file__, "stopwords", name) for name in LANGUAGES if name != "porter"
    }
    return {name: frozenset(_folded(words)) for name, words in lists.items() if words}


def _folded(text: str) -> list[str]:
    return fold_lines("".join(f"{word}\n" for word in text.split()))
