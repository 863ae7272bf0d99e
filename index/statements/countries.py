"""A country and its people are the same party: "Syria" and "Syrians", "Turkey" and "Turkish"."""

from collections.abc import Iterable

_STEM = 4  # letters that both have, at the least
_ENDINGS = frozenset(
    """
    a an ans e ei en er es ese ey i ia ian ians is ine inian ish isch ische ischen ischer n ns
    ne nes ni nian s se y ya yan
    """.split()
) | {""}


def same_country(word: str, terms: Iterable[str]) -> set[str]:
    """Which of the terms, in lower case, may name the country of ``word``, a name as it stands."""
    if not word[:1].isupper():
        return set()
    folded = word.lower()
    return {term for term in terms if _alike(folded, term)}


def _alike(one: str, other: str) -> bool:
    pairs = enumerate(zip(one, other, strict=False))
    stem = next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
    return stem >= _STEM and one[stem:] in _ENDINGS and other[stem:] in _ENDINGS
