"""The labelled paragraphs: ``== number language kind``, then the text with ¦ at each boundary."""

import re
from pathlib import Path
from typing import NamedTuple

LABELS = Path(__file__).with_name("labelled.txt")
_RECORD = re.compile(r"^== (\d+) (\w+) (\S+)\n(.*?)\n(?=== |\Z)", re.MULTILINE | re.DOTALL)


class Labelled(NamedTuple):
    """A paragraph and the boundaries inside it, counted in visible characters before them."""

    number: int
    language: str
    kind: str
    text: str
    boundaries: frozenset[int]

    @property
    def held_out(self) -> bool:
        """Even numbers are for reporting only; rules were made on the odd ones."""
        return self.number % 2 == 0


def labelled() -> list[Labelled]:
    """All labelled paragraphs in order."""
    records = _RECORD.findall(LABELS.read_text(encoding="utf-8"))
    return [
        Labelled(
            int(number), language, kind, marked.replace("¦", ""), boundaries(marked.split("¦"))
        )
        for number, language, kind, marked in records
    ]


def boundaries(sentences: list[str]) -> frozenset[int]:
    """The number of visible characters before each boundary between ``sentences``."""
    counts: list[int] = []
    for sentence in sentences[:-1]:
        counts.append(len("".join(sentence.split())) + (counts[-1] if counts else 0))
    return frozenset(counts)
