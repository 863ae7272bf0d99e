"""Every array of a version stands in the schema, and one of another type is refused."""

from pathlib import Path

import numpy as np
import pytest

from index.arrays.files import mapped
from index.arrays.schema import ARRAYS
from index.arrays.snapshot import Snapshot
from index.evaluation.collection import Text, indexed


async def test_a_version_has_the_arrays_of_the_schema_and_no_others(tmp_path: Path) -> None:
    texts = (Text("a", "Harbour", "The crane stood still. Nobody walked along the quay."),)
    async with indexed(texts, tmp_path) as (served, _):
        folder = served.snapshot.folder
        written = {path.stem for path in folder.iterdir()} - {
            "meta",
            "fitted",
            "learned",
            "names",
            "sums",
        }
        assert written == ARRAYS.keys()
        for name in ARRAYS.keys() - {"forward_forms"}:
            assert mapped(folder, name).dtype == ARRAYS[name].type


@pytest.mark.parametrize(
    "values", [np.zeros(3, np.int64), np.zeros((3, 1), np.float32), np.zeros(3, ">f4")]
)
async def test_another_type_is_refused_when_the_version_is_opened(
    tmp_path: Path, values: np.ndarray
) -> None:
    async with indexed((Text("a", "", "The crane stood still."),), tmp_path) as (served, _):
        folder = served.snapshot.folder
        np.save(folder / "bounds.npy", values)
        with pytest.raises(ValueError, match="bounds holds"):
            Snapshot(folder)
