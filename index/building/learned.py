"""What a version learns of its corpus beyond counting: related terms, the borders of an answer.

To learn takes longer than all else, and a few passages more or less teach nothing new. So a version
takes over what an earlier one has learned until enough has changed since; what is counted, and so
every score by BM25, is always of the present corpus.
"""

import json
import shutil
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Self

import numpy as np

from index.arrays.related_terms import Related
from index.arrays.snapshot import FITTED, Snapshot
from index.building.related_terms import relate
from index.building.threshold import fit

_LEARNED = "learned.json"


@dataclass(frozen=True, slots=True)
class Patience:
    """What was learned holds until the share ``changed`` of its passages has come or gone.

    From ``few`` passages all is learned within a second or two, so that it always is.
    """

    changed: float = 0.05  # docs/lab/performance.md, "One change"
    few: int = 5_000


PATIENCE = Patience()


@dataclass(frozen=True, slots=True)
class Learned:
    """From how many passages it was learned, and how many came or went since."""

    passages: int
    changed: int = 0

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Raises ``OSError``, ``ValueError`` or ``TypeError`` where nothing is kept."""
        return cls(**json.loads((folder / _LEARNED).read_text("utf-8")))

    def write(self, folder: Path) -> None:
        (folder / _LEARNED).write_text(json.dumps(asdict(self)), "utf-8")

    def holds(self, patience: Patience) -> bool:
        """True while too little has changed to learn anew."""
        enough = self.passages >= patience.few
        return enough and self.changed <= patience.changed * self.passages


def learn(folder: Path, older: Snapshot | None = None, patience: Patience = PATIENCE) -> None:
    """Learn what the version in ``folder`` can tell, or take it over from an ``older`` one.

    That one is of the same pipeline, its files proven; if it kept nothing, it is passed over.
    """
    if older is None or not _take_over(Snapshot(folder), older, patience):
        relate(folder)
        fit(folder)
        Learned(Snapshot(folder).meta.passages).write(folder)


def _take_over(snapshot: Snapshot, older: Snapshot, patience: Patience) -> bool:
    """True where what was learned still holds, and has been taken over."""
    try:
        learned = Learned.read(older.folder)
        learned = replace(learned, changed=learned.changed + _changed(older, snapshot))
        if not learned.holds(patience):
            return False
        related = _renumbered(older, snapshot)
        shutil.copy(older.folder / FITTED, snapshot.folder / FITTED)
    except (OSError, ValueError, TypeError, LookupError):
        return False
    related.save(snapshot.folder)
    learned.write(snapshot.folder)
    return True


def _changed(old: Snapshot, new: Snapshot) -> int:
    """How many passages are in one of the two alone."""
    return sum(
        int(np.diff(one.first_passage)[~np.isin(one.documents, other.documents)].sum())
        for one, other in ((old, new), (new, old))
    )


def _renumbered(old: Snapshot, new: Snapshot) -> Related:
    """The related terms of ``old`` by the rows that they have in ``new``; those gone left out."""
    related = old.related
    places = np.searchsorted(new.term_hash, old.term_hash).clip(max=len(new.term_hash) - 1)
    row = np.where(new.term_hash[places] == old.term_hash, places, -1)  # ascending, as the hashes
    asked = row[np.repeat(np.arange(len(row)), np.diff(related.starts))]
    others = row[related.terms]
    kept = (asked >= 0) & (others >= 0)
    starts = np.searchsorted(asked[kept], np.arange(new.meta.terms + 1))
    return Related(starts, others[kept].astype(np.int32), related.cosines[kept])
