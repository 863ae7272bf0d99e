"""`show` prints a document to the letter; `verify` proves a quote against the file as it is."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Indexed, one_mistake, read_json
from tests.conftest import Verbatim, command, environment

STRIKE = "How many crane drivers stopped work?"


def first_passage(said: Verbatim, places: Indexed) -> dict[str, object]:
    answer = read_json(said("ask", *places.options, STRIKE, "--json"))
    passage = answer["passages"][0]
    assert isinstance(passage, dict)
    return passage


def test_the_bytes_shown_are_the_bytes_that_the_sha256_pins(said: Verbatim, made: Indexed) -> None:
    passage = first_passage(said, made)
    shown = subprocess.run(
        [*command(), "show", *made.options, str(passage["document"])],
        env=environment(),
        cwd=made.data.parent,
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout
    assert hashlib.sha256(shown).hexdigest() == passage["sha256"]


def test_a_quote_is_marked_in_its_place(said: Verbatim, made: Indexed) -> None:
    passage = first_passage(said, made)
    place = f"{passage['start']}:{passage['end']}"
    done = said("show", *made.options, str(passage["document"]), "--at", place)
    assert f">>>{passage['text']}<<<" in done.stdout
    assert "# The harbour strike" in done.stdout


PAGE = """<html><body><nav>Home News</nav><article><h1>The pier</h1>
<p>The harbour master said on Monday that no barge had left the port during the storm.</p>
<form>Search <button>Go</button></form>
<p>A pilot called the report an invention, for he had been on the pier all night long.</p>
<p>Photo: Tom Bell</p>
<p>The port authority has <del>four</del> five barges, all of which were moored at noon.</p>
</article><footer>Imprint</footer></body></html>"""


def test_what_no_quote_can_hold_is_named_with_its_reason(said: Verbatim, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "pier.html").write_text(PAGE, "utf-8")
    options = ["--corpus", str(corpus), "--data", str(tmp_path / "data")]
    said("index", *options)
    read = read_json(said("show", *options, "pier.html", "--left-out", "--json"))
    assert read["left_out"] == [
        {"text": "four", "reason": "struck out"},
        {"text": "Go", "reason": "a control"},
        {"text": "Home News", "reason": "navigation"},
        {"text": "Search", "reason": "a form"},
        {"text": "Imprint", "reason": "the page's footer"},
    ]
    text = said("show", *options, "pier.html").stdout
    (photo,) = read["not_quoted"]
    assert text[photo["start"] : photo["end"]] == photo["text"] == "Photo: Tom Bell"
    lines = said("show", *options, "pier.html", "--left-out").stdout.splitlines()
    assert "struck out: four" in lines
    (corpus / "pier.html").write_text(PAGE.replace("Monday", "Tuesday"), "utf-8")
    changed = said("show", *options, "pier.html", "--left-out")
    assert "run 'verbatim index' first" in one_mistake(changed)


@pytest.mark.parametrize("options", [["--json"], ["--at", "1:5", "--left-out"]])
def test_options_that_do_not_go_together_are_refused(
    said: Verbatim, made: Indexed, options: list[str]
) -> None:
    one_mistake(said("show", *made.options, "nasty.md", *options))


@pytest.mark.parametrize("place", ["5", "9:3", "1:999999", "a:b"])
def test_a_place_that_is_none_is_refused(said: Verbatim, made: Indexed, place: str) -> None:
    assert place in one_mistake(said("show", *made.options, "nasty.md", "--at", place))


@pytest.mark.parametrize("name", ["harbor.md", "", "../corpus/nasty.md", "picture.txt", "wire"])
def test_an_unknown_document_is_refused(said: Verbatim, made: Indexed, name: str) -> None:
    one_mistake(said("show", *made.options, name))


def test_a_near_document_name_is_offered(said: Verbatim, made: Indexed) -> None:
    assert "wire/harbour.md" in one_mistake(said("show", *made.options, "wire/harbor.md"))


def test_the_commands_that_an_answer_prints_can_be_pasted(said: Verbatim, made: Indexed) -> None:
    answer = said("ask", *made.options, "lighthouse keeper zeppelin").stdout
    lines = [line for line in answer.splitlines() if line.startswith("verbatim --corpus")]
    assert {" show " in line for line in lines} == {True, False}
    for line in lines:
        pasted = line.replace("verbatim", " ".join(command()), 1)
        done = subprocess.run(
            ["sh", "-c", pasted],
            env=environment(),
            cwd=made.data.parent,
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, (line, done.stderr)


def test_an_unchanged_quote_is_proven(said: Verbatim, made: Indexed) -> None:
    passage = first_passage(said, made)
    done = said("verify", *made.options, str(passage["quote_id"]))
    assert done.returncode == 0
    assert "Proven. The document is unchanged" in done.stdout
    assert "Document wire/harbour.md, characters " in done.stdout
    assert f"SHA-256 of its text: `{passage['sha256']}`\n" in done.stdout
    assert "SHA-256 when it was quoted" not in done.stdout
    assert str(passage["text"]) in done.stdout


def test_a_quote_that_still_stands_in_a_changed_document_is_proven_and_the_change_is_told(
    said: Verbatim, fresh: Indexed
) -> None:
    passage = first_passage(said, fresh)
    file = fresh.corpus / "wire" / "harbour.md"
    file.write_text(file.read_text("utf-8") + "\nA line more.\n", "utf-8")
    done = said("verify", *fresh.options, str(passage["quote_id"]))
    assert done.returncode == 0
    assert "has changed since" in done.stdout


def test_a_quote_that_was_altered_is_not_proven(said: Verbatim, fresh: Indexed) -> None:
    passage = first_passage(said, fresh)
    file = fresh.corpus / "wire" / "harbour.md"
    file.write_text(file.read_text("utf-8").replace("412", "413"), "utf-8")
    done = said("verify", *fresh.options, str(passage["quote_id"]))
    assert done.returncode == 1
    assert done.stdout.startswith("Not proven: the document has changed")
    assert "Document: wire/harbour.md\n" in done.stdout
    assert f"SHA-256 when it was quoted: `{str(passage['sha256'])[:12]}…`" in done.stdout


def test_a_quote_of_a_document_that_is_gone_is_not_proven(said: Verbatim, fresh: Indexed) -> None:
    passage = first_passage(said, fresh)
    (fresh.corpus / "wire" / "harbour.md").unlink()
    done = said("verify", *fresh.options, str(passage["quote_id"]))
    assert done.returncode == 1
    assert done.stdout.startswith("Not proven: ")


@pytest.mark.parametrize("quote_id", ["nonsense", "", "a-b-c-d-e", "-x"])
def test_what_is_no_quote_id_is_a_mistake(said: Verbatim, made: Indexed, quote_id: str) -> None:
    one_mistake(said("verify", *made.options, quote_id))


def test_a_quote_of_another_corpus_is_told_as_such(said: Verbatim, made: Indexed) -> None:
    done = said("verify", *made.options, "00000000-000000000000-0-1-000000000000")
    assert done.returncode == 1
    assert "not held here" in done.stdout
    assert "another corpus" in done.stdout
