"""Rules of `verbatim eval`: one table or one JSON object, and mistakes in one line."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import one_mistake, read_json
from tests.conftest import Verbatim


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    """Two documents, two questions, one answer each."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    documents = [
        {"_id": "crane", "title": "Cranes", "text": "Crane drivers walked out in March."},
        {"_id": "wage", "title": "Wages", "text": "Wages rose by a tenth in April."},
    ]
    questions = [
        {"_id": "1", "text": "when did crane drivers walk out"},
        {"_id": "2", "text": "which opera opened the season in Vienna"},
    ]
    for name, objects in (("corpus", documents), ("queries", questions)):
        text = "".join(json.dumps(each) + "\n" for each in objects)
        (folder / f"{name}.jsonl").write_text(text, "utf-8")
    (folder / "qrels.tsv").write_text("q\tc\ts\n1\tcrane\t1\n2\twage\t1\n", "utf-8")
    return folder


def test_json_holds_each_system_with_its_intervals(said: Verbatim, collection: Path) -> None:
    """With --peers the peers stand beside us, on the same questions."""
    measured = read_json(said("eval", collection, "--peers", "--json"))
    assert measured["collection"] == "tiny"
    systems = {system["system"]: system for system in measured["systems"]}
    assert list(systems) == ["verbatim", "rank-bm25", "bm25s", "SQLite FTS5"]
    assert {system["questions"] for system in systems.values()} == {2}
    figures = systems["verbatim"]["figures"]
    assert list(figures) == ["nDCG@10", "recall@5", "recall@100", "MRR@10", "success@1"]
    assert figures["success@1"] == {"mean": 0.5, "low": 0.0, "high": 1.0}
    assert systems["verbatim"]["behind"] is None
    assert list(systems["bm25s"]["behind"]) == list(figures)


def test_a_pipe_gets_lines_of_cells(said: Verbatim, collection: Path) -> None:
    """What was asked, what was answered and each figure with its interval."""
    done = said("eval", collection)
    first, row = done.stdout.splitlines()
    assert done.returncode == 0
    assert first == "tiny: 2 questions"
    assert row.split("\t")[:3] == ["verbatim", "1", "0.500 [0.000, 1.000]"]


def test_nothing_is_left_behind(said: Verbatim, collection: Path, tmp_path: Path) -> None:
    """The index of a collection is temporary, and no corpus of the user's is touched."""
    assert said("eval", collection).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["tiny"]


def test_a_folder_that_is_no_collection_is_a_mistake(said: Verbatim, tmp_path: Path) -> None:
    """The line names the folder, what it lacks and what a collection is."""
    line = one_mistake(said("eval", tmp_path))
    assert "has no corpus.jsonl" in line


def test_the_language_is_the_options_or_the_settings(said: Verbatim, tmp_path: Path) -> None:
    """A German collection needs German stems: "Kräne" is "Kran" only there."""
    folder = tmp_path / "kran"
    folder.mkdir()
    texts = [{"_id": "k", "text": "Die Kräne standen still."}, {"_id": "b", "text": "Das Brot."}]
    asked = [{"_id": "1", "text": "stand ein Kran still"}, {"_id": "2", "text": "Kran"}]
    for name, objects in (("corpus", texts), ("queries", asked)):
        lines = "".join(json.dumps(each) + "\n" for each in objects)
        (folder / f"{name}.jsonl").write_text(lines, "utf-8")
    (folder / "qrels.tsv").write_text("q\tc\ts\n1\tk\t1\n2\tk\t1\n", "utf-8")
    found = {
        how: read_json(said("eval", folder, "--no-abstain", "--json", *options, **settings))
        for how, options, settings in (
            ("option", ("--language", "german"), {}),
            ("setting", (), {"VERBATIM_LANGUAGE": "german"}),
            ("neither", (), {}),
        )
    }
    answered = {how: each["systems"][0]["answered"] for how, each in found.items()}
    assert answered == {"option": 2, "setting": 2, "neither": 1}


def test_a_language_without_a_stemmer_is_a_mistake(said: Verbatim, collection: Path) -> None:
    """The line names the languages that there are."""
    assert "german" in one_mistake(said("eval", collection, "--language", "klingon"))
