"""A file of a version that is not what was written is found."""

from pathlib import Path

import pytest

from index.arrays.sums import check_sums, write_sums


def version(folder: Path) -> Path:
    (folder / "small").write_bytes(b"ab")
    (folder / "large").write_bytes(bytes(3_000_000))
    write_sums(folder)
    return folder


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def test_a_whole_version_passes(tmp_path: Path) -> None:
    check_sums(version(tmp_path))


@pytest.mark.parametrize(("name", "at"), [("small", 1), ("large", 0), ("large", 2_999_999)])
def test_one_bit_is_found(tmp_path: Path, name: str, at: int) -> None:
    flip(version(tmp_path) / name, at)
    with pytest.raises(ValueError, match=f"{name} is not what was written"):
        check_sums(tmp_path)


def test_what_is_cut_short_or_gone_is_found_without_reading(tmp_path: Path) -> None:
    (version(tmp_path) / "large").write_bytes(b"")
    with pytest.raises(ValueError, match="large is not what"):
        check_sums(tmp_path, at_most=0)
    (tmp_path / "large").unlink()
    with pytest.raises(OSError, match="large"):
        check_sums(tmp_path, at_most=0)


def test_with_a_bound_the_smallest_files_are_read(tmp_path: Path) -> None:
    flip(version(tmp_path) / "large", 5)
    check_sums(tmp_path, at_most=10)
    flip(tmp_path / "small", 0)
    with pytest.raises(ValueError, match="small is not what"):
        check_sums(tmp_path, at_most=10)


def test_sums_that_are_damaged_or_gone_are_an_error(tmp_path: Path) -> None:
    flip(version(tmp_path) / "sums.json", 0)
    with pytest.raises(ValueError, match="line 1"):
        check_sums(tmp_path)
    (tmp_path / "sums.json").unlink()
    with pytest.raises(OSError, match=r"sums\.json"):
        check_sums(tmp_path)
