"""Words by their letters: all that are near a word are found, and few others."""

import random

import pytest
from rapidfuzz.distance import OSA

from index.arrays.spellings import BEYOND_ASCII, Spellings, beginning

SHARE = 0.7
SYLLABLES = ["ka", "le", "mi", "ro", "su", "ть", "é", "nn", "st", "zh", "o", "ä", "漢"]


def _words(count: int) -> list[str]:
    chance = random.Random(17)
    return ["".join(chance.choices(SYLLABLES, k=chance.randrange(1, 9))) for _ in range(count)]


def _slipped(word: str, chance: random.Random) -> str:
    """The word with a letter put in, left out, changed or swapped with the next."""
    at = chance.randrange(len(word))
    swapped = word[:at] + word[at : at + 2][::-1] + word[at + 2 :]
    put_in = word[:at] + chance.choice("aeknx") + word[at:]
    return chance.choice([word[:at] + word[at + 1 :], swapped, put_in]) or word


@pytest.mark.parametrize("slips", [0, 1, 3])
def test_whatever_is_near_is_found_whatever_it_begins_with(slips: int) -> None:
    """Compared with every word by the definition of the distance."""
    words = _words(400)
    spellings = Spellings.of(range(400), [word.encode()[0] for word in words], words)
    chance = random.Random(4)
    looked_at = 0
    for word in words[::5]:
        for _ in range(slips):
            word = _slipped(word, chance)  # noqa: PLW2901 - one slip after the other
        rows = spellings.near(word, range(BEYOND_ASCII + 1), SHARE).tolist()
        looked_at += len(rows)
        near = {
            row
            for row, other in enumerate(words)
            if OSA.normalized_similarity(word, other) >= SHARE
        }
        assert near <= set(rows)
        assert rows == sorted(rows)
    assert looked_at < 400 * 80 / 4


def test_only_words_that_begin_so_are_found() -> None:
    words = ["Port", "port", "sort", "Öort", "4ort"]
    first = [word.encode()[0] for word in words]
    spellings = Spellings.of(range(5), first, [word.lower() for word in words])
    assert spellings.near("port", [beginning(ord("P"))], SHARE).tolist() == [0, 1]
    assert spellings.near("port", [beginning(ord("s"))], SHARE).tolist() == [2]
    assert spellings.near("port", [BEYOND_ASCII], SHARE).tolist() == [3]


def test_words_of_any_length_have_a_place() -> None:
    """And there may be none at all."""
    words = ["a", "b" * 255, "b" * 300, "b" * 5000]
    spellings = Spellings.of(range(4), [ord(word[0]) for word in words], words)
    assert {1, 2} <= set(spellings.near("b" * 280, [ord("b")], SHARE).tolist())
    assert 2 in spellings.near("b" * 300, [ord("b")], SHARE).tolist()
    assert not len(Spellings.of([], [], []).near("port", [ord("p")], SHARE))
