"""`sources` lists what is held; `index` tells what it did; what is not read is always named."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import UNDATED, Indexed, read_json
from tests.conftest import Verbatim


def test_the_piped_list_has_a_line_for_each_document(said: Verbatim, made: Indexed) -> None:
    done = said("sources", *made.options)
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert [row[0] for row in rows] == ["nasty.md", "undated note.md", "wire/harbour.md"]
    assert {len(row) for row in rows} == {5}
    assert rows[1][2:4] == ["source not stated", "undated"]
    assert rows[2][1:4] == ["The harbour strike", "Sample Wire, by The sample desk", "4 March 2021"]


def test_files_that_cannot_be_read_are_named_on_the_error_stream(
    said: Verbatim, made: Indexed
) -> None:
    done = said("sources", *made.options)
    assert done.stderr.startswith("verbatim: not read: picture.txt: ")
    assert done.stderr.count("\n") == 1


def test_sources_in_json_have_the_keys_of_the_contract(said: Verbatim, made: Indexed) -> None:
    done = said("sources", *made.options, "--json")
    read = read_json(done)
    assert done.stderr == ""
    assert set(read) == {"sources", "unreadable"}
    keys = {"document", "title", "publisher", "author", "url", "published", "published_from"}
    keys |= {"passages", "characters", "sha256", "indexed_at"}
    assert all(set(source) == keys for source in read["sources"])
    assert [each["file"] for each in read["unreadable"]] == ["picture.txt"]
    assert all(set(each) == {"file", "reason"} and each["reason"] for each in read["unreadable"])


def test_a_search_narrows_the_list(said: Verbatim, made: Indexed) -> None:
    done = said("sources", *made.options, "--search", "HARBOUR")
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == ["wire/harbour.md"]


def test_a_search_that_finds_nothing_says_so(said: Verbatim, made: Indexed) -> None:
    done = said("sources", *made.options, "--search", "quokka")
    assert (done.returncode, done.stdout) == (0, "")
    assert "no document matches “quokka”" in done.stderr


def test_the_first_index_adds_all_and_the_second_nothing(said: Verbatim, fresh: Indexed) -> None:
    first = read_json(said("index", *fresh.options, "--json"))
    assert first["added"] == ["nasty.md", "undated note.md", "wire/harbour.md"]
    assert (first["changed"], first["removed"], first["documents"]) == ([], [], 3)
    assert [each["file"] for each in first["unreadable"]] == ["picture.txt"]
    keys = {"index_version", "added", "changed", "removed", "unreadable"}
    assert set(first) == keys | {"warnings", "documents", "passages", "seconds"}
    assert (type(first["seconds"]), type(first["passages"])) == (float, int)
    second = read_json(said("index", *fresh.options, "--json"))
    assert (second["added"], second["changed"], second["removed"]) == ([], [], [])


def test_what_was_added_changed_and_removed_is_named(said: Verbatim, fresh: Indexed) -> None:
    assert "Added: nasty.md\n" in said("index", *fresh.options).stdout
    (fresh.corpus / "nasty.md").unlink()
    (fresh.corpus / "undated note.md").write_text("# Another note\n\nQuite another.\n", "utf-8")
    (fresh.corpus / "new.md").write_text("# New\n\nSomething new.\n", "utf-8")
    done = said("index", *fresh.options)
    assert "Removed: nasty.md\n" in done.stdout
    assert "Changed: undated note.md\n" in done.stdout
    assert "Added: new.md\n" in done.stdout
    assert "not read: picture.txt: " in done.stderr


def test_a_full_index_reads_everything_again(said: Verbatim, fresh: Indexed) -> None:
    said("index", *fresh.options)
    done = said("index", "--full", *fresh.options, "--json")
    assert done.returncode == 0
    assert read_json(done)["documents"] == 3


def test_an_index_without_a_document_says_where_to_put_some(said: Verbatim, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    done = said("index", "--corpus", tmp_path / "none", "--data", tmp_path / "none-data")
    assert done.returncode == 0
    assert "Nothing has changed" not in done.stdout
    told = "holds no document that can be read; put documents there"
    assert done.stderr == f"verbatim: {tmp_path / 'none'}: {told}\n"


def test_one_document_is_not_told_as_several(said: Verbatim, tmp_path: Path) -> None:
    corpus = tmp_path / "one"
    corpus.mkdir()
    (corpus / "note.md").write_text("# Note\n\nThe bridge was closed on Friday.\n")
    places = ("--corpus", corpus, "--data", tmp_path / "one-data")
    assert "\n1 document, 1 passage · index " in said("index", *places).stdout
    assert "1 document, 1 passage · index " in said("check", *places).stdout


@pytest.fixture
def noted(said: Verbatim, tmp_path: Path) -> Indexed:
    """One note, indexed."""
    made = Indexed(tmp_path / "corpus", tmp_path / "data")
    made.corpus.mkdir()
    (made.corpus / "note.md").write_text(UNDATED)
    done = said("index", *made.options)
    assert (done.returncode, done.stderr) == (0, "")
    return made


@pytest.mark.parametrize("damage", [b"no database at all", b""])
def test_a_damaged_database_is_set_aside_and_the_index_built_anew(
    said: Verbatim, noted: Indexed, damage: bytes
) -> None:
    data, options = noted.data, noted.options
    (data / "records.sqlite3").write_bytes(b"votes")
    database = noted.home / "index.sqlite3"
    written = damage or torn(database.read_bytes())
    database.write_bytes(written)
    told = said("ask", *options, "Who saw the zeppelin?")
    assert (told.returncode, "index` to rebuild it" in told.stderr) == (2, True)
    done = said("index", *options)
    assert (done.returncode, "index.sqlite3.damaged" in done.stderr) == (0, True)
    assert "1 document" in done.stdout
    assert database.with_name("index.sqlite3.damaged").read_bytes()[:8192] == written[:8192]
    assert (data / "records.sqlite3").read_bytes() == b"votes"
    assert said("ask", *options, "Who saw the zeppelin?").returncode == 0


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE terms SET term = term || 'x' WHERE id = 3",
        "UPDATE words SET surface = 'Zebra' WHERE id = 2",
        "UPDATE words SET term = term + 1 WHERE id = 2",
        "UPDATE words SET id = id + 1000 WHERE id = 2",
        "DELETE FROM terms WHERE id = 1",
    ],
)
def test_a_changed_term_or_word_has_the_index_built_anew(
    said: Verbatim, noted: Indexed, statement: str
) -> None:
    options = noted.options
    path = noted.home / "index.sqlite3"
    with closing(sqlite3.connect(path)) as database, database:
        assert database.execute(statement).rowcount
    assert "index.sqlite3.damaged" in said("index", *options).stderr
    assert said("index", *options).stderr == ""
    assert said("ask", *options, "Who saw the zeppelin?").returncode == 0


def torn(data: bytes) -> bytes:
    """A database whose pages beyond the first are overwritten."""
    return data[:4096] + b"\xff" * (len(data) - 4096)
