"""Near spellings: words of the corpus that a misspelt word of a question may have meant."""

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from index.arrays.snapshot import Snapshot
from index.arrays.spellings import BEYOND_ASCII
from index.question.transliteration import first_letters, same_name, spellings
from index.terms.word_forms import fold, fold_lines

_OFFERED = 3
_OFFERED_SIMILARITY = 0.7
_COMPARED = 20
_FEW_WORDS = 50_000  # are all looked through
# A shorter word has a real neighbour too easily (Iraq, Iran), a first letter is rarely mistyped.
_CLEAR_LENGTH = 5
_CLEAR_NAME = 7  # letters of a name in small letters that a slip leaves recognisable
_SHORTEST = 4


class Near(NamedTuple):
    """Words as they stand in the corpus, nearest first; ``clear`` when the first was meant."""

    words: tuple[str, ...]
    clear: bool


class _Found(NamedTuple):
    """A near word: another transliteration first, then by its distance, the more frequent first."""

    distance: int
    rarity: int
    row: int
    spelling: str


class Speller:
    """Finds near words of one index version by optimal string alignment distance.

    A corpus of up to ``few_words`` words is looked through whatever they begin with.
    """

    def __init__(self, snapshot: Snapshot, *, few_words: int = _FEW_WORDS) -> None:
        self._snapshot = snapshot
        self._few_words = few_words

    def near(self, word: str) -> Near:
        """Words with similar letters, the nearer and then the more frequent first.

        Another transliteration of the name comes first. Words with another first letter are looked
        through only in a small corpus, where no other is near.
        """
        wanted = fold(word)
        if len(wanted) < _SHORTEST or any(letter.isdigit() for letter in wanted):
            return Near((), clear=False)
        alike = _beginnings(wanted)
        found = self._among(wanted, alike)
        if not found:
            found = [each for other in spellings(wanted)[1:] for each in self._among(other, alike)]
            found = [each for each in found if same_name(word, each.spelling)]
        if not found and len(self._snapshot.words) <= self._few_words:
            found = self._among(wanted, set(range(BEYOND_ASCII + 1)) - alike)
        found.sort(key=lambda each: not same_name(word, each.spelling))
        by_term: dict[int, int] = {}
        for each in found:
            by_term.setdefault(int(self._snapshot.word_term[each.row]), each.row)
        return Near(
            tuple(self._snapshot.words[row] for row in list(by_term.values())[:_OFFERED]),
            clear=bool(found) and _is_clear(word, found[0]),
        )

    def _among(self, wanted: str, begin: Iterable[int]) -> list[_Found]:
        """The near words that begin so."""
        from rapidfuzz import process  # noqa: PLC0415 - 0.02 s, for a word that is missing
        from rapidfuzz.distance import OSA  # noqa: PLC0415

        rows = self._snapshot.spellings.near(wanted, begin, _OFFERED_SIMILARITY)
        folded = fold_lines(self._snapshot.words.lines(rows))
        near = process.extract(
            wanted,
            folded,
            scorer=OSA.normalized_similarity,
            score_cutoff=_OFFERED_SIMILARITY,
            limit=_COMPARED,
        )
        return sorted(
            _Found(
                OSA.distance(wanted, word),
                -self._frequency(int(rows[at])),
                int(rows[at]),
                self._snapshot.words[int(rows[at])],
            )
            for word, _, at in near
        )

    def _frequency(self, row: int) -> int:
        term = int(self._snapshot.word_term[row])
        return int(self._snapshot.offsets[term + 1] - self._snapshot.offsets[term])


def _beginnings(wanted: str) -> set[int]:
    """The beginnings of the words that are looked through first.

    All beyond ASCII are among them, because folding may take any of them to any letter.
    """
    return {BEYOND_ASCII, *map(ord, filter(str.isascii, first_letters(wanted)))}


def _is_clear(word: str, found: _Found) -> bool:
    """True when a word that the corpus does not have was clearly meant for one that it has.

    A name is never read as another word, nor as a name that differs in more than transliteration.
    In small letters anything may be a name; there, what the corpus writes as one must be long, and
    the slip one that makes no other name: two letters swapped, or one put in or left out within.
    """
    wanted, meant = fold(word), fold(found.spelling)
    if min(len(wanted), len(meant)) < _CLEAR_LENGTH:
        return False
    is_name = not found.spelling[0].islower()
    if is_name and same_name(word, found.spelling):
        return True
    if word[0].isupper() or found.distance != 1 or wanted[0] != meant[0]:
        return False
    if not _accents(word) <= set(found.spelling.lower()):  # nobody writes one by a slip
        return False
    return not is_name or (len(wanted) >= _CLEAR_NAME and _is_slip(wanted, meant))


def _accents(word: str) -> set[str]:
    """The Latin letters with a mark: "ö", "é"."""
    marked = (each for each in word.lower() if unicodedata.decomposition(each))
    return {each for each in marked if unicodedata.normalize("NFD", each)[0].isascii()}


def _is_slip(wanted: str, meant: str) -> bool:
    """True for letters swapped or one put in or left out, the last letter aside."""
    return wanted[-1] == meant[-1] and (
        len(wanted) != len(meant) or sorted(wanted) == sorted(meant)
    )
