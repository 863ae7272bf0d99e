"""What is new to somebody who knows what there was before."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.answers import Holding, Quote

_WIDTH = 8  # bytes that stand for a text


@dataclass(frozen=True, slots=True)
class Seen:
    """The words of a passage that need not be told again, and the document they stood in."""

    document: str
    words: str


@dataclass(frozen=True, slots=True)
class News:
    """Passages that answer and were not known before, best first; and all that is known now."""

    version: str
    quotes: tuple[Quote, ...]
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class Fresh:
    """Documents whose texts were not held before: their rows in the store, and their names."""

    rows: frozenset[int]
    documents: frozenset[str]


@dataclass(frozen=True, slots=True)
class Texts:
    """What stands for all texts of an index version, and the documents that are new in it."""

    version: str
    packed: bytes
    fresh: Fresh


def texts_of(version: str, holdings: Iterable[tuple[int, Holding]], before: bytes) -> Texts:
    """The texts of a version by their SHA-256, eight bytes each, in order.

    ``before`` is what stood for those of another version.
    """
    known = {before[at : at + _WIDTH] for at in range(0, len(before), _WIDTH)}
    keys = [(bytes.fromhex(held.sha256)[:_WIDTH], row, held) for row, held in holdings]
    new = [(row, held.document) for key, row, held in keys if key not in known]
    rows, documents = frozenset(row for row, _ in new), frozenset(name for _, name in new)
    return Texts(version, b"".join(sorted({key for key, *_ in keys})), Fresh(rows, documents))
