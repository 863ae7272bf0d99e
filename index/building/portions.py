"""How much a reindex does at a time, and how many processes do it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Portions:
    """What bounds the memory of a reindex and sets its pace; no index depends on any of it."""

    read_bytes: int = 100_000
    """Of files that are read and analysed at a time."""
    kept_documents: int = 500
    """Analysed between two commits, at the most."""
    kept_characters: int = 4_000_000
    """Of the texts of these."""
    built_bytes: int = 4 << 20
    """Of what is kept, from which a version is built at a time."""
    worth_processes: int = 12_000_000
    """Bytes to analyse; below, starting processes takes longer."""
    processes: int | None = None
    """That analyse; as many as there are cores, up to eight, when none are named."""


PORTIONS = Portions()
