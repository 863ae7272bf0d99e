"""Memory that is given back is not missed."""

import re
import sys
from pathlib import Path

import numpy as np
import pytest

from index.ranking.giving_back import give_back

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a thing of Linux")


def resident_code(library: str) -> int:
    """Kilobytes of a library's code and constants that are in memory."""
    maps = re.split(
        r"^(?=[0-9a-f]+-[0-9a-f]+ )", Path("/proc/self/smaps").read_text(), flags=re.MULTILINE
    )
    of_library = (each for each in maps if library in each and re.search(" r-[x-]p ", each))
    return sum(int(re.findall(r"^Rss: +(\d+) kB", each, re.MULTILINE)[0]) for each in of_library)


@linux
def test_the_code_of_a_library_is_given_back_and_runs_again() -> None:
    values = np.linspace(0, 1, 10_000)
    wanted = float(np.sort(np.sin(values)).sum())
    before = resident_code("_multiarray_umath")
    give_back("_multiarray_umath")
    assert resident_code("_multiarray_umath") < before / 2
    assert float(np.sort(np.sin(values)).sum()) == wanted


@linux
def test_a_library_that_is_not_there_is_no_mistake() -> None:
    before = resident_code("_multiarray_umath")
    give_back("libnothingofthekind")
    give_back()
    assert resident_code("_multiarray_umath") == before
