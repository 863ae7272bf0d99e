"""Writing the vectors of a version's passages; those of unchanged documents are taken over."""

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.arrays.files import created_array
from index.arrays.snapshot import VECTORS, Snapshot
from index.arrays.sums import check_sums
from index.store.shelf import Place
from index.store.store import Store
from index.terms.word_vectors import DIMENSIONS, word_vectors

_AT_ONCE = 2_000  # passages


async def write_vectors(folder: Path, store: Store, before: Path | None = None) -> None:
    """Write a vector for each passage of the version in ``folder``, none without the extra.

    ``before`` is a version of the same pipeline, from which the vectors of documents that are in
    it are copied; one whose files cannot be used is passed over.
    """
    model, snapshot = word_vectors(), Snapshot(folder)
    size = snapshot.meta.passages if model else 0
    vectors: NDArray[np.int8] = created_array(folder, VECTORS, (size, DIMENSIONS))
    if model:
        taken = await asyncio.to_thread(_take_over, snapshot, before, vectors)
        missing = np.flatnonzero(~taken)
        for start in range(0, len(missing), _AT_ONCE):
            passages = missing[start : start + _AT_ONCE]
            places = [snapshot.place(passage) for passage in passages.tolist()]
            sources = await store.sources({row for row, _ in places})
            titles = {row: source.title or "" for row, source in sources}
            texts = _texts(places, titles, store.texts_at(places))
            vectors[passages] = await asyncio.to_thread(model.of, texts)
    if isinstance(vectors, np.memmap):
        vectors.flush()


def _texts(
    places: Sequence[Place], titles: Mapping[int, str], texts: Mapping[Place, str]
) -> list[str]:
    """Each passage under the title of its document."""
    return [f"{titles.get(place[0], '')} {texts.get(place, '')}" for place in places]


def _take_over(
    snapshot: Snapshot, before: Path | None, vectors: NDArray[np.int8]
) -> NDArray[np.bool_]:
    """Copy what an earlier version has; one flag for each passage, true where it had one."""
    taken = np.zeros(snapshot.meta.passages, np.bool_)
    try:
        if before is None:
            return taken
        check_sums(before)
        old = Snapshot(before)
        theirs = old.vectors
    except (OSError, ValueError, TypeError, LookupError):
        return taken
    if not len(theirs):
        return taken
    place = {row: number for number, row in enumerate(old.documents.tolist())}
    for number, row in enumerate(snapshot.documents.tolist()):
        if (there := place.get(row)) is None:
            continue
        ours = slice(*snapshot.first_passage[number : number + 2].tolist())
        vectors[ours] = theirs[slice(*old.first_passage[there : there + 2].tolist())]
        taken[ours] = True
    return taken
