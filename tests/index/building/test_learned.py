"""What an earlier version has learned holds until enough has changed."""

import json
import shutil
from itertools import pairwise
from pathlib import Path

import numpy as np

from index.arrays.snapshot import FITTED, Snapshot
from index.building.learned import Patience, learn
from index.building.related_terms import related_terms
from index.evaluation.collection import Text, indexed
from tests.index.building.test_related_terms import texts

PATIENT = Patience(changed=0.5, few=0)


async def built(folder: Path, *given: str) -> Path:
    """A version of the texts, its folder; files of the same name and text are the same rows."""
    named = tuple(Text(f"{number:03}", "", text) for number, text in enumerate(given))
    async with indexed(named, folder) as (served, _):
        kept = folder.with_name(f"{folder.name}-version")
        shutil.copytree(served.snapshot.folder, kept)
        return kept


def pairs(snapshot: Snapshot) -> dict[tuple[str, str], float]:
    """Related terms by their spelling, with their cosines."""
    related = snapshot.related
    asked = np.repeat(np.arange(snapshot.meta.terms), np.diff(related.starts))
    return {
        (snapshot.terms[one], snapshot.terms[other]): cosine
        for one, other, cosine in zip(
            asked.tolist(), related.terms.tolist(), related.cosines.tolist(), strict=True
        )
    }


async def test_what_was_learned_is_taken_over_under_the_new_rows(tmp_path: Path) -> None:
    given = texts(20)
    old = await built(tmp_path / "old", *given)
    new = await built(tmp_path / "new", *given, "Zebras graze, and aardvarks dig at night.")
    (old / FITTED).write_text('{"enough": 0.55, "near": 0.01}', "utf-8")
    learn(new, Snapshot(old), PATIENT)
    had, has = pairs(Snapshot(old)), pairs(Snapshot(new))
    assert had
    assert has == had
    assert Snapshot(new).rows(["doctor", "skipper"]).tolist() != (
        Snapshot(old).rows(["doctor", "skipper"]).tolist()
    )
    assert Snapshot(new).fitted == {"enough": 0.55, "near": 0.01}
    assert json.loads((new / "learned.json").read_text("utf-8"))["changed"] == 1


async def test_terms_that_are_gone_are_related_to_none(tmp_path: Path) -> None:
    given = texts(20)
    old = await built(tmp_path / "old", *given)
    new = await built(tmp_path / "new", *(text.replace("doctor", "medic") for text in given))
    learn(new, Snapshot(old), Patience(changed=9.0, few=0))
    had, has = pairs(Snapshot(old)), pairs(Snapshot(new))
    assert has == {pair: cosine for pair, cosine in had.items() if "doctor" not in pair}
    assert len(has) < len(had)


async def test_all_is_learned_anew_once_enough_has_changed(tmp_path: Path) -> None:
    given = texts(20)
    old = await built(tmp_path / "old", *given)
    new = await built(tmp_path / "new", *given, *texts(35)[20:])
    learn(new, Snapshot(old), Patience(changed=0.01, few=0))
    fresh = related_terms(Snapshot(new))
    assert np.array_equal(Snapshot(new).related.terms, fresh.terms)
    learned = json.loads((new / "learned.json").read_text("utf-8"))
    assert learned == {"passages": Snapshot(new).meta.passages, "changed": 0}


async def test_changes_add_up_over_versions(tmp_path: Path) -> None:
    given = texts(20)
    folders = [
        await built(tmp_path / f"v{more}", *given, *texts(23)[40 : 40 + more]) for more in range(4)
    ]
    for before, after in pairwise(folders):
        learn(after, Snapshot(before), Patience(changed=0.06, few=0))
    told = [json.loads((each / "learned.json").read_text("utf-8")) for each in folders]
    assert [each["changed"] for each in told] == [0, 1, 2, 0]


async def test_a_version_that_kept_nothing_is_passed_over(tmp_path: Path) -> None:
    old = await built(tmp_path / "old", *texts(20))
    new = await built(tmp_path / "new", *texts(20))
    (old / "learned.json").unlink()
    learn(new, Snapshot(old), PATIENT)
    assert json.loads((new / "learned.json").read_text("utf-8"))["changed"] == 0
