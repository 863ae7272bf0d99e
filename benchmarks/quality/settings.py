"""Settings that the index is built with, each against the chosen ones."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from benchmarks.quality.parts import MEASURES, halves
from index.evaluation.collection import Collection, indexed

_SETTINGS: Mapping[str, Mapping[str, float]] = {
    "as chosen": {},
    "title once": {"TITLE_WEIGHT": 1},
    "title three times": {"TITLE_WEIGHT": 3},
    **{
        f"k1 = {k1}, b = {b}": {"K1": k1, "B": b}
        for k1, b in ((0.9, 0.4), (0.9, 0.75), (1.2, 0.6), (1.2, 0.9), (1.5, 0.75), (2.0, 0.75))
    },
}


async def settings(collections: Sequence[Collection], data: Path, every: int) -> None:
    """Print a table: a row for each setting, the even half and the odd half of each collection."""
    heads = [f"{each.name} {half}" for each in collections for half in ("even", "odd")]
    print(f"{' / '.join(MEASURES)}, questions by their place in the file\n")
    print("| setting |", " | ".join(heads), "|")
    print("|---|" + "---|" * len(heads))
    for name, changed in _SETTINGS.items():
        cells: list[str] = []
        with _changed(changed):
            for number, collection in enumerate(collections):
                folder = data / f"{number} {name}"
                async with indexed(collection.texts, folder) as (served, _):
                    cells += await halves(collection, served, every)
        print(f"| {name} |", " | ".join(cells), "|", flush=True)


@contextmanager
def _changed(values: Mapping[str, float]) -> Iterator[None]:
    """Give constants other values wherever they were imported."""
    modules = [m for name, m in sys.modules.items() if name.startswith("index.")]
    patches = [
        patch.object(module, name, value)
        for module in modules
        for name, value in values.items()
        if hasattr(module, name)
    ]
    for each in patches:
        each.start()
    try:
        yield
    finally:
        for each in patches:
            each.stop()
