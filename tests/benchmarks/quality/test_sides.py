"""The figures of `docs/lab/statements.md` for sides are those that the command prints."""

import re
from pathlib import Path

import pytest

from benchmarks.quality.statements.languages import labelled_languages, measure_languages
from benchmarks.quality.statements.polnear import measure_speakers
from benchmarks.quality.statements.sides import measure_sides
from tests.conftest import CHECKOUT

TEXT = "Mayor Ida Voss said that the ship had left. The harbour closed at noon.\n"


@pytest.mark.shared
def test_the_lab_book_has_the_figures_of_both_halves() -> None:
    told = (CHECKOUT / "docs" / "lab" / "statements.md").read_text("utf-8")
    rows = [
        [cell.strip() for cell in row.split("|")[1:-1]]
        for row in told.splitlines()
        if row.count("|") == 4
    ]
    cells: dict[tuple[str, str], str] = {}
    for side, *halves in rows:
        for half, cell in zip(("tuning", "held out"), halves, strict=True):
            cells.setdefault((half, side), cell)
    for line in measure_sides():
        half, side, *measured = re.split(r"\s{2,}", line.strip())
        figures = [re.sub(r"^[a-z]+ | right$", "", each) for each in measured]
        assert cells[half, side] == ", ".join(figures), line


def test_the_lab_book_has_the_figures_of_the_other_languages() -> None:
    """Each language of the interface but English is labelled, with enough of each kind."""
    told = (CHECKOUT / "docs" / "lab" / "statements.md").read_text("utf-8")
    rows = {row.split("|")[1].strip().lower(): row for row in told.splitlines() if "|" in row}
    for line in measure_languages():
        language, *_ = line.split()
        assert line[line.index("precision") :].replace("  ", ", ") in rows[language], line
    labelled = labelled_languages()
    assert labelled.keys() == {"german", "french", "spanish", "ukrainian"}
    for halves in labelled.values():
        assert sum(map(len, halves)) >= 40
        for half in halves:
            assert {"d", "c"} <= set().union(*(kinds for _, kinds in half))


def test_speakers_are_measured_on_articles_with_sources_that_people_marked(tmp_path: Path) -> None:
    part = tmp_path / "data" / "dev"
    (part / "text").mkdir(parents=True)
    (part / "attributions").mkdir()
    (part / "text" / "ship.txt").write_text(TEXT, "utf-8")
    end = TEXT.index(" said")
    marks = f"T1\tSource 0 {end}\t{TEXT[:end]}\nT2\tCue {end + 1} {end + 5}\tsaid\n"
    (part / "attributions" / "ship_a.ann").write_text(marks, "utf-8")
    *figures, fifths = measure_speakers(tmp_path, "dev")
    assert figures == [
        "dev: speakers that are sources 1.000 (1/1)",
        "dev: of those that are names 1.000 (1/1)",
        "dev: sources written as names that are found 1.000 (1/1)",
    ]
    ranges = "names that are sources 1.000 to 1.000, sources that are found 1.000 to 1.000"
    assert fifths == f"dev: of five fifths, {ranges}"
