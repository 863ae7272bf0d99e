"""The table of formats: each row can be read by, and listings, errors and readers follow it."""

from importlib import import_module
from pathlib import Path

import pytest

from corpus.formats.table import FORMATS, SUFFIXES, Format, format_of
from corpus.reader import Reader


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.description)
def test_each_format_names_a_reader_that_is_there(each: Format) -> None:
    module, function = each.reader.split(":")
    assert callable(getattr(import_module(module), function))
    assert each.read(b"Some words of it.", day_first=True).text.strip() == "Some words of it."


@pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.description)
def test_each_reader_has_tests_of_its_own(each: Format) -> None:
    function = each.reader.split(":")[1]
    others = (file for file in Path(__file__).parent.glob("test_*.py") if file != Path(__file__))
    assert any(f"{function}(" in file.read_text("utf-8") for file in others)


def test_no_suffix_belongs_to_two_formats() -> None:
    assert sum(len(each.suffixes) for each in FORMATS) == len(SUFFIXES)


@pytest.mark.parametrize("suffix", sorted(SUFFIXES))
def test_every_suffix_is_listed_and_read(suffix: str, tmp_path: Path) -> None:
    (tmp_path / f"a{suffix.upper()}").write_text("Some words of it.")
    reader = Reader(tmp_path, max_bytes=1_000)
    (stamp,) = reader.scan().files
    assert format_of(stamp.id) is not None
    assert "Some words" in reader.parse(reader.load(stamp.id)).text


def test_the_error_of_an_unknown_suffix_names_all_that_are_known(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK")
    (error,) = Reader(tmp_path, max_bytes=1_000).scan().unreadable
    assert all(suffix in error.reason for suffix in SUFFIXES)
