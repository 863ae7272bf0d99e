"""The questions that the whole path is measured with, the same in every run."""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from benchmarks.speed.corpora import SHARED

_ASKED, _PASTED, _PHRASES, _MISSPELT = 200, 80, 60, 60
_SEED = 20_261_128
_LONG = 6  # letters of a word that is misspelt
SENTENCE = re.compile(r"(?<=[.?!])\s+")


def asked_questions() -> list[str]:
    """Questions as people type them."""
    lines = (SHARED / "squad-dev" / "queries.jsonl").read_text("utf-8").splitlines()
    texts = [str(json.loads(line)["text"]) for line in lines]
    return random.Random(_SEED).sample(texts, _ASKED)


def pasted_claims(corpus: Path) -> list[str]:
    """Texts of 30 to 60 words: two sentences of a speech, some of their words moved."""
    chance = random.Random(_SEED)
    claims: list[str] = []
    for speech in chance.sample(sorted(corpus.glob("*.txt")), _PASTED):
        sentences = SENTENCE.split(speech.read_text("utf-8", "replace"))
        first = chance.randrange(max(1, len(sentences) - 3))
        words = " ".join(sentences[first : first + 3]).split()[:60]
        for _ in range(len(words) // 12):
            words.insert(chance.randrange(len(words)), words.pop(chance.randrange(len(words))))
        claims.append(" ".join(words))
    return claims


def phrases(corpus: Path) -> list[str]:
    """Questions with two to four words of a sentence in quotation marks, mostly common ones."""
    chance = random.Random(_SEED)
    asked = []
    for words in _sentences(corpus, chance, _PHRASES):
        first = chance.randrange(len(words) - 4)
        phrase = " ".join(words[first : first + chance.randrange(2, 5)])
        asked.append(f'Where is "{phrase}" said about {chance.choice(words)}?')
    return asked


def misspelt(corpus: Path) -> list[str]:
    """Sentences of which one to three words lack a letter, or have two swapped."""
    chance = random.Random(_SEED)
    asked = []
    for words in _sentences(corpus, chance, _MISSPELT):
        long = [at for at, word in enumerate(words) if word.isalpha() and len(word) >= _LONG]
        for at in chance.sample(long, min(len(long), chance.randrange(1, 4))):
            letter, word = chance.randrange(1, len(words[at]) - 2), words[at]
            swapped = word[letter + 1] + word[letter] if chance.random() < 1 / 2 else ""
            words[at] = word[:letter] + swapped + word[letter + len(swapped or "x") :]
        asked.append(" ".join(words))
    return asked


def _sentences(corpus: Path, chance: random.Random, count: int) -> Iterator[list[str]]:
    """The words of a sentence of 8 to 14 words, of ``count`` speeches."""
    speeches = sorted(corpus.glob("*.txt"))
    while count:
        sentences = SENTENCE.split(chance.choice(speeches).read_text("utf-8", "replace"))
        words = chance.choice(sentences).replace('"', "").strip(".?! ").split()
        if 8 <= len(words) <= 14:
            count -= 1
            yield words
