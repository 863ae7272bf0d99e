"""Rule of saving: a write that comes out short names the file and says that the disk is full."""

import errno
from pathlib import Path

import numpy as np
import pytest

from index.arrays.files import save_array


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a full device")
def test_a_full_disk_is_told_with_the_files_name(tmp_path: Path) -> None:
    path = tmp_path / "postings.npy"
    path.symlink_to("/dev/full")
    with pytest.raises(OSError, match="No space left") as caught:
        save_array(tmp_path, "postings", np.arange(100_000))
    assert caught.value.errno == errno.ENOSPC


def test_a_short_write_is_told_as_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def short(*_: object) -> None:
        raise OSError("5006 requested and 2016 written")

    monkeypatch.setattr(np, "save", short)
    with pytest.raises(OSError, match="No space left") as caught:
        save_array(tmp_path, "postings", np.arange(3))
    assert caught.value.filename == str(tmp_path / "postings.npy")
