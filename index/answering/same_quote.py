"""Which passages are the same quote, and how many of one document are shown."""

import re
from collections.abc import Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import NamedTuple
from zlib import crc32

from index.terms.word_forms import fold

_SAME_QUOTE = 0.9
_SAME_WORD = 0.8
_TELLING = 8  # words of a sentence that is the same quote wherever it stands
_ROUNDING = 1e-9
_BITS = 1024
_WORDS = re.compile(r"\w+(?:['’]\w+)*")
_folded = lru_cache(maxsize=1 << 16)(fold)
# A quote that differs in one of these says something else.
_GUARDED = frozenset(
    """
    no not never none nor neither without hardly barely only almost
    deny denies denied denying denial reject rejects rejected refuse refuses refused
    false falsely untrue wrong alleged allegedly claim claims claimed unconfirmed reportedly
    may might could would should more less fewer over under least most
    hundred hundreds thousand thousands million millions billion billions
    """.split()
)


def same_quote(one: str, other: str) -> bool:
    """True when two texts are the same quote but for spelling and small words.

    They must agree in nine of ten words, and nothing that changes what is said may differ: no
    number, negation, denial, hedge or quantity, no name, and no word replaced by another.
    """
    (first, folded, _), (second, others, _) = words = _words(one), _words(other)
    if folded == others:
        return bool(first)
    if _differ(*words):
        return False
    from rapidfuzz.distance import Indel, Levenshtein  # noqa: PLC0415 - 0.02 s, rarely needed

    if Indel.normalized_similarity(folded, others, score_cutoff=_SAME_QUOTE) == 0:
        return False
    for edit in Levenshtein.opcodes(folded, others):
        if edit.tag == "equal":
            continue
        left = first[edit.src_start : edit.src_end]
        right = second[edit.dest_start : edit.dest_end]
        if edit.tag == "replace" and not _same_words(left, right):
            return False
        if edit.tag != "replace" and any(map(_weighty, left + right)):
            return False
    return True


def same_sentence(one: str, other: str) -> bool:
    """``same_quote`` of sentences; one of few words says something else wherever it stands."""
    return len(one.split()) >= _TELLING and same_quote(one, other)


class _Words(NamedTuple):
    """The words of a text, as they stand and folded; ``bits`` has one set for each folded one."""

    written: list[str]
    folded: list[str]
    bits: int


@lru_cache(maxsize=512)
def _words(text: str) -> _Words:
    """Kept, because each of a question's passages is met often."""
    words = _WORDS.findall(text)
    folded = [_folded(word) for word in words]
    return _Words(words, folded, reduce(or_, map(_bit, folded), 0))


@lru_cache(maxsize=1 << 16)
def _bit(word: str) -> int:
    """Two words may share one: then texts look more alike than they are."""
    return 1 << crc32(word.encode("utf-8", "surrogatepass")) % _BITS


def folded_words(text: str) -> list[str]:
    """The words of a text, spelt alike."""
    return _words(text).folded


def _differ(one: _Words, other: _Words) -> bool:
    """True where the words alone, whatever their order, cannot agree as far as they must."""
    sizes = len(one.folded), len(other.folded)
    if 2 * min(sizes) / sum(sizes) < _SAME_QUOTE:
        return True
    lacking = (one.bits ^ other.bits).bit_count()  # each of these words is put in or left out
    return 1 - lacking / sum(sizes) < _SAME_QUOTE - _ROUNDING


def _same_words(left: Sequence[str], right: Sequence[str]) -> bool:
    """True for other spellings of the same words ("organization", "organisation")."""
    from rapidfuzz.distance import Levenshtein  # noqa: PLC0415 - as above

    return all(
        not _weighty(one)
        and not _weighty(other)
        and Levenshtein.normalized_similarity(one, other) >= _SAME_WORD
        for one, other in zip(left, right, strict=True)
    )


def _weighty(word: str) -> bool:
    folded = _folded(word)
    return (
        folded in _GUARDED
        or folded.endswith("n't")
        or word[0].isupper()
        or any(letter.isdigit() for letter in word)
    )


def spread(documents: Sequence[int], at_most: int, among: int) -> list[int]:
    """Which of the ranked items to keep so that among the first ``among`` at most ``at_most``
    are of one document; ``documents[i]`` is item ``i``'s. Returns their indices, best first.

    Items over the measure move behind the first ``among``; when there are not that many
    others, they are left out.
    """
    first: list[int] = []
    rest: list[int] = []
    for index, document in enumerate(documents):
        taken = sum(documents[kept] == document for kept in first)
        (first if len(first) < among and taken < at_most else rest).append(index)
    return first + rest if len(first) == among else first
