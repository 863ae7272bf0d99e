"""Writing the vectors of a version's passages; those of unchanged documents are taken over."""

import asyncio
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.arrays.files import created_array
from index.arrays.snapshot import VECTORS, Snapshot
from index.store.store import Store
from index.terms.word_vectors import DIMENSIONS, word_vectors

_AT_ONCE = 2_000  # passages


async def write_vectors(
    folder: Path, store: Store, titles: Mapping[int, str], older: Snapshot | None = None
) -> None:
    """Write a vector for each passage of the version in ``folder``, none without the extra.

    ``titles`` are of its documents, by row. From the ``older`` version, which is of the same
    pipeline, its files proven, the vectors of documents that are in it are copied. Raises
    ``LookupError`` for a passage that the store has not.
    """
    model, snapshot = await asyncio.to_thread(word_vectors), Snapshot(folder)
    size = snapshot.meta.passages if model else 0
    vectors: NDArray[np.int8] = created_array(folder, VECTORS, (size, DIMENSIONS))
    if model:

        def fill(passages: NDArray[np.intp]) -> None:
            places = [snapshot.place(passage) for passage in passages.tolist()]
            texts = store.texts_at(places)
            titled = (f"{titles[place[0]]} {texts[place]}" for place in places)
            vectors[passages] = model.of(titled)

        taken = await asyncio.to_thread(_take_over, snapshot, older, vectors)
        missing = np.flatnonzero(~taken)
        for start in range(0, len(missing), _AT_ONCE):
            await asyncio.to_thread(fill, missing[start : start + _AT_ONCE])
    if isinstance(vectors, np.memmap):
        vectors.flush()


def _take_over(
    snapshot: Snapshot, older: Snapshot | None, vectors: NDArray[np.int8]
) -> NDArray[np.bool_]:
    """Copy what an earlier version has; one flag for each passage, true where it had one."""
    taken = np.zeros(snapshot.meta.passages, np.bool_)
    if older is None or not len(older.vectors):
        return taken
    place = {row: number for number, row in enumerate(older.documents.tolist())}
    for number, row in enumerate(snapshot.documents.tolist()):
        if (there := place.get(row)) is None:
            continue
        ours = slice(*snapshot.first_passage[number : number + 2].tolist())
        theirs = slice(*older.first_passage[there : there + 2].tolist())
        vectors[ours] = older.vectors[theirs]
        taken[ours] = True
    return taken
