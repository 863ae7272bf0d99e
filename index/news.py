"""What is new to somebody who knows what there was before."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.answers import Quote

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


def packed_texts(hashes: Iterable[str]) -> bytes:
    """Texts by their SHA-256 in hexadecimal digits, eight bytes each, in order."""
    return b"".join(sorted({bytes.fromhex(sha256)[:_WIDTH] for sha256 in hashes}))


def unpacked_texts(packed: bytes) -> frozenset[bytes]:
    """The same as a set to look a text up in; ``key_of`` is what stands for one."""
    return frozenset(packed[at : at + _WIDTH] for at in range(0, len(packed), _WIDTH))


def key_of(sha256: str) -> bytes:
    """What stands for a text among those."""
    return bytes.fromhex(sha256)[:_WIDTH]
