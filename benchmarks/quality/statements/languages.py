"""Precision and recall of denials and confirmations in the other languages of the interface."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from index.findings.sides import Kind
from index.statements.cues import cues_of

_FOLDER = Path(__file__).with_name("languages")
_SIDES = (Kind.DENIES, Kind.CONFIRMS)

Labelled = tuple[str, frozenset[str]]
"""A sentence and the first letters of the kinds that it holds: ``d``, ``c``."""


def labelled_languages() -> dict[str, tuple[list[Labelled], list[Labelled]]]:
    """For each language the half for tuning and the half held out."""
    found = {}
    for file in sorted(_FOLDER.glob("*.txt")):
        tuning, held_out = file.read_text("utf-8").split("\n\n")
        found[file.stem] = _labelled(tuning), _labelled(held_out)
    return found


def measure_languages() -> Iterator[str]:
    """A line for each language, half and side; wrong is a cue in a sentence that holds none."""
    for language, halves in labelled_languages().items():
        for name, half in zip(("tuning", "held out"), halves, strict=True):
            yield from figures(language, name, half)


def figures(language: str, name: str, half: Sequence[Labelled]) -> Iterator[str]:
    """Precision and recall of each side on one half, as counts."""
    for side in _SIDES:
        told = [side in {cue.kind for cue in cues_of(text, language)} for text, _ in half]
        true = [side.value[0] in kinds for _, kinds in half]
        right = sum(map(all, zip(told, true, strict=True)))
        yield (
            f"{language:<9} {name:>8}  {side.value:<8}"
            f"  precision {right}/{sum(told)}  recall {right}/{sum(true)}"
        )


def _labelled(block: str) -> list[Labelled]:
    lines = (line.partition(" ") for line in block.splitlines() if line)
    return [(text, frozenset(kinds) - {"-"}) for kinds, _, text in lines]
