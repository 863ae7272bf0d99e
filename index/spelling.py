"""Near spellings: words of the corpus that a misspelt word of a question may have meant."""

from dataclasses import dataclass
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.analyzer import fold
from index.snapshot import Snapshot

_OFFERED = 3
_OFFERED_SIMILARITY = 0.7
# A shorter word has a real neighbour too easily (Iraq, Iran), a first letter is rarely mistyped.
_CLEAR_LENGTH = 5
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Near:
    """Words as they stand in the corpus, nearest first; ``clear`` when the first was meant."""

    words: tuple[str, ...]
    clear: bool


class Speller:
    """Finds near words of one index version by optimal string alignment distance."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def near(self, word: str) -> Near:
        """Words with similar letters, the nearer and then the more frequent first."""
        wanted = fold(word)
        if len(wanted) < _SHORTEST or any(letter.isdigit() for letter in wanted):
            return Near((), clear=False)
        found = process.extract(
            wanted,
            self._words,
            scorer=OSA.normalized_similarity,
            score_cutoff=_OFFERED_SIMILARITY,
            limit=20,
        )
        ranked = sorted(
            ((OSA.distance(wanted, near), -self._frequency(row), row) for near, _, row in found)
        )
        by_term = {int(self._snapshot.word_term[row]): row for _, _, row in reversed(ranked)}
        rows = [row for _, _, row in ranked if by_term[int(self._snapshot.word_term[row])] == row]
        return Near(
            tuple(self._snapshot.words[row] for row in rows[:_OFFERED]),
            clear=bool(ranked) and self._is_clear(wanted, *ranked[0][::2]),
        )

    def _is_clear(self, wanted: str, distance: int, row: int) -> bool:
        return distance == 1 and len(wanted) >= _CLEAR_LENGTH and wanted[0] == self._words[row][0]

    def _frequency(self, row: int) -> int:
        term = int(self._snapshot.word_term[row])
        return int(self._snapshot.offsets[term + 1] - self._snapshot.offsets[term])

    @cached_property
    def _words(self) -> list[str]:
        """The folded words by row; empty for a form that is no word."""
        words = self._snapshot.words
        spelt = (words[row] for row in range(len(words)))
        return ["" if word[0] == "=" else fold(word) for word in spelt]
