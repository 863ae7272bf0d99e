"""The combining marks, read from Python's Unicode tables once and shipped."""

import unicodedata

from index.terms import analyzer
from index.terms.analyzer import read_marks
from index.terms.shipped_lists import shipped_lists


def test_the_combining_marks_that_ship_are_those_of_this_python() -> None:
    kept = shipped_lists(analyzer.__file__, "marks")
    assert kept[unicodedata.unidata_version].split() == read_marks()
