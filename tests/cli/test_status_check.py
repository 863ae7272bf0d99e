"""`status` tells how the index stands; `check` what is wrong with the set-up."""

import shlex
from pathlib import Path

from tests.cli.conftest import Indexed, one_mistake, read_json
from tests.conftest import Verbatim


def test_status_tells_the_index_and_where_it_is(said: Verbatim, made: Indexed) -> None:
    done = said("status", *made.options)
    state, held, size, *places = done.stdout.splitlines()
    assert state.endswith(" · up to date with the files")
    assert held.startswith("3 documents, ")
    assert held.endswith(", 1 unreadable file")
    assert size.endswith(" · language English")
    assert places == [f"Corpus: {made.corpus}", f"Data: {made.data}"]


def test_status_in_json(said: Verbatim, made: Indexed) -> None:
    read = read_json(said("status", *made.options, "--json"))
    assert (read["documents"], read["unreadable"], read["stale"]) == (3, 1, False)


def test_status_of_a_corpus_that_has_changed(said: Verbatim, fresh: Indexed) -> None:
    said("index", *fresh.options)
    (fresh.corpus / "new.md").write_text("# New\n\nText.\n", "utf-8")
    told = said("status", *fresh.options).stdout
    assert "files have changed since" in told
    assert f"run `verbatim {shlex.join(fresh.options)} index`" in told


def test_status_without_an_index_names_the_way_out(said: Verbatim, fresh: Indexed) -> None:
    told = one_mistake(said("status", *fresh.options))
    assert f"index of {fresh.corpus}: has not been built yet" in told
    assert f"run `verbatim {shlex.join(fresh.options)} index`" in told


def test_status_of_a_folder_that_is_not_there_asks_for_no_index(
    said: Verbatim, tmp_path: Path
) -> None:
    told = one_mistake(said("status", "--corpus", tmp_path / "gone", "--data", tmp_path / "data"))
    assert "does not exist; give an existing folder with --corpus" in told


def test_a_damaged_index_is_told_from_one_that_is_missing(said: Verbatim, fresh: Indexed) -> None:
    said("index", *fresh.options)
    (meta,) = fresh.data.glob("index-*/snapshots/*/meta.json")
    meta.write_text("{", "utf-8")
    told = one_mistake(said("status", *fresh.options))
    assert "is damaged" in told
    assert f"run `verbatim {shlex.join(fresh.options)} index` to rebuild it" in told
    checked = said("check", *fresh.options)
    assert checked.returncode == 2
    assert "problem index: index " in checked.stdout


def test_a_sound_set_up_has_no_problem(said: Verbatim, shipped: Indexed) -> None:
    done = said("check", *shipped.options)
    assert (done.returncode, done.stderr) == (0, "")
    assert "problem" not in done.stdout
    assert "note    DISCORD_TOKEN: not set" in done.stdout
    assert "ok      index: " in done.stdout


def test_a_file_that_cannot_be_read_is_a_problem(said: Verbatim, made: Indexed) -> None:
    done = said("check", *made.options)
    assert done.returncode == 2
    assert "problem picture.txt: is binary" in done.stdout


def test_each_file_that_cannot_be_read_has_one_way_out(said: Verbatim, fresh: Indexed) -> None:
    (fresh.corpus / "empty.md").touch()
    (fresh.corpus / "sources.toml").write_text('["gone.md"]\ntitle = "x"\n', "utf-8")
    said("index", *fresh.options)
    lines = said("check", *fresh.options).stdout.splitlines()
    problems = [line for line in lines if line.startswith("problem ")]
    assert len(problems) == 3
    assert all(line.count("; ") == 1 for line in problems)


def test_an_index_that_is_not_built_yet_is_a_note(said: Verbatim, tmp_path: Path) -> None:
    done = said("check")
    assert done.returncode == 0
    assert "note    index: not built yet" in done.stdout


def test_check_changes_nothing(said: Verbatim, tmp_path: Path) -> None:
    said("check")
    assert list(tmp_path.iterdir()) == []


def test_check_names_every_bad_setting_and_every_misspelt_one(
    said: Verbatim, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("VERBATIM_MAX_FILE_MB=0\nVERBATIM_LANGAUGE=german\n", "utf-8")
    done = said("check")
    assert done.returncode == 2
    assert "VERBATIM_MAX_FILE_MB='0' must be a whole number above 0" in done.stdout
    assert "write VERBATIM_LANGUAGE" in done.stdout


def test_check_names_a_missing_corpus_and_a_language_without_a_stemmer(
    said: Verbatim, tmp_path: Path
) -> None:
    done = said("check", "--corpus", tmp_path / "nowhere", VERBATIM_LANGUAGE="klingon")
    assert done.returncode == 2
    assert "problem corpus: " in done.stdout
    assert "problem VERBATIM_LANGUAGE: " in done.stdout


def test_check_does_not_print_the_token(said: Verbatim) -> None:
    done = said("check", DISCORD_TOKEN="made-up-and-wrong")
    assert done.returncode == 2
    assert "made-up-and-wrong" not in done.stdout + done.stderr


def test_documents_in_another_language_than_the_setting_are_noted(
    said: Verbatim, tmp_path: Path
) -> None:
    """Words of one language are not told apart by the rules of another."""
    corpus, data = tmp_path / "corpus", tmp_path / "data"
    german = {"VERBATIM_LANGUAGE": "german"}
    corpus.mkdir()
    (corpus / "hafen.md").write_text(
        "Der Hafen wurde am Montag geschlossen, und keiner von denen, die dort waren, wusste, wann"
        " er wieder offen ist. Das ist nicht das, was die Leute in der Stadt von ihm wollten.",
        "utf-8",
    )
    told = "VERBATIM_LANGUAGE: most documents seem to be in another language; set it to german"
    for command in ("index", "status", "check"):
        done = said(command, "--corpus", str(corpus), "--data", str(data))
        assert told in done.stdout + done.stderr
        done = said(command, "--corpus", str(corpus), "--data", str(data / "german"), **german)
        assert told not in done.stdout + done.stderr
        assert done.returncode == 0
