"""Whether memory stays flat: ``python -m benchmarks.speed memory``.

SQuAD's questions, each time with other words left out, go through all that a user's question
goes through, one after the other; printed is what the process holds after so many of them.
"""

import asyncio
import random
import tempfile
from pathlib import Path

from benchmarks.speed.corpora import SHARED
from benchmarks.speed.measuring import resident
from index.answering.asking import answer
from index.answers import Question
from index.evaluation.collection import indexed, read_collection

_LOOKS = (1_000, 10_000, 100_000)
_SEED = 20_201_005


def measure() -> None:
    """Print a table of the megabytes held after so many questions."""
    asyncio.run(_measure())


async def _measure() -> None:
    collection = read_collection(SHARED / "squad-dev")
    questions, generator = list(collection.questions.values()), random.Random(_SEED)
    print("| questions | resident MB | of it its own |\n|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        async with indexed(collection.texts, Path(folder)) as (served, store):
            for number in range(1, _LOOKS[-1] + 1):
                words = generator.choice(questions).split()
                words.pop(generator.randrange(len(words)))
                answer(Question(" ".join(words) or "?"), served, store)
                if number in _LOOKS:
                    held = resident()
                    print(
                        f"| {number:,} | {held['resident_mb']:.0f} | {held.get('own_mb', 0):.0f} |",
                        flush=True,
                    )
