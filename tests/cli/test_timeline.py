"""`verbatim ask --timeline`, in lines and in JSON."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Indexed, read_json
from tests.conftest import Verbatim

FIGHTERS = "Did Turkey send Syrian fighters to Azerbaijan?"
HEAD = {
    "question",
    "answered",
    "outcome",
    "reason",
    "missing_terms",
    "index_version",
    "elapsed_ms",
    "filters",
}


def timeline(said: Verbatim, places: Indexed, *options: str) -> dict[str, Any]:
    done = said("ask", *places.options, *options, "--timeline", "--json")
    assert done.returncode == 0, done.stderr
    return read_json(done)


def test_the_json_is_the_head_the_timeline_and_the_undated(
    said: Verbatim, shipped: Indexed
) -> None:
    found = timeline(said, shipped, FIGHTERS)
    assert set(found) == HEAD | {"timeline", "undated", "left_out"}
    dates = [line["date"] for line in found["timeline"]]
    assert dates
    assert dates == sorted(dates)
    for line in found["timeline"]:
        assert line["date_from"] in {"stated", "published"}
        assert line["sentence"] in line["text"]
        if line["date_from"] == "published":
            assert (line["date"], line["end"]) == (line["published"], None)
    assert all("date" not in line and line["sentence"] for line in found["undated"])


def test_days_are_those_of_the_lines(said: Verbatim, shipped: Indexed) -> None:
    found = timeline(said, shipped, FIGHTERS, "--since", "October 2020", "--until", "2020-10-31")
    assert {line["date"][:7] for line in found["timeline"]} == {"2020-10"}
    assert found["undated"] == []
    assert found["filters"] == {"sources": [], "since": "2020-10-01", "until": "2020-10-31"}


def test_the_lines_say_when_who_and_what(said: Verbatim, shipped: Indexed) -> None:
    done = said("ask", *shipped.options, "--timeline", "Which trips carried mercenaries?")
    lines = done.stdout.splitlines()
    said_so = (n for n, line in enumerate(lines) if line.startswith("01.10.2020 – A senior"))
    at = next(said_so) - 1
    assert lines[at].startswith("1 October 2020 (stated) · ")
    assert lines[at + 2].startswith("Also in: The Pentagon official")
    assert " show --at " in lines[at + 3]
    assert "Undated" in said("ask", *shipped.options, "--timeline", "Lavrov Kommersant").stdout


def test_no_answer_is_no_timeline(said: Verbatim, made: Indexed) -> None:
    done = said("ask", *made.options, "--timeline", "quasar astronomers", "--json")
    assert done.returncode == 1
    assert read_json(done)["timeline"] == []
    words = said("ask", *made.options, "--timeline", "quasar astronomers")
    assert words.returncode == 1
    assert words.stdout.startswith("No passage answers this.")


@pytest.mark.parametrize("option", ["--context", "--explain"])
def test_what_says_more_of_passages_is_none_of_a_timeline(
    said: Verbatim, made: Indexed, option: str
) -> None:
    done = said("ask", *made.options, "--timeline", option, "strike")
    assert done.returncode == 2
    assert "--timeline" in done.stderr


@pytest.mark.shared
def test_the_raw_articles_from_august_on(said: Verbatim, shared: Path, tmp_path: Path) -> None:
    """Of the article of 5 November nothing states the year, so that its day stands apart."""
    found = timeline(said, Indexed(shared / "seeds", tmp_path / "data"), FIGHTERS)
    lines = found["timeline"]
    assert {line["date"] for line in lines} == {
        *("2020-08-09", "2020-09", "2020-09-23", "2020-10-01", "2020-10-06"),
    }
    assert "Nov 5" in {line["date_text"] for line in found["undated"]}
    embassy = lines[0]
    assert embassy["sentence"].startswith("09.08.2020Before the start of the war the US Embassy")


@pytest.mark.shared
def test_the_raw_articles_to_november_once_the_day_of_publication_is_given(
    said: Verbatim, shared: Path, tmp_path: Path
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for file in (shared / "seeds").iterdir():
        (corpus / file.name).write_bytes(file.read_bytes())
    name = next(file.name for file in corpus.iterdir() if file.name.startswith("002"))
    given = f'["{name}"]\npublished = "2020-11-06"\n'
    (corpus / "sources.toml").write_text(given, "utf-8")
    lines = timeline(said, Indexed(corpus, tmp_path / "data"), FIGHTERS)["timeline"]
    assert lines[0]["date"] == "2020-08-09"
    (november,) = [line for line in lines if line["date"] == "2020-11-05"]
    assert november["date_from"] == "stated"
    assert "on Nov 5" in november["sentence"]


def test_a_quotation_has_the_day_at_the_head_of_its_entry(said: Verbatim, tmp_path: Path) -> None:
    """It says so to people; in JSON it is stated, and its words tell where."""
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "port.txt").write_text(
        "03.05.2021 – The mayor of Norrby spoke of the old harbour there.\n\n"
        "“We now have words which show that forty ships have left the port by night”, she said.\n",
        "utf-8",
    )
    places = ("--corpus", str(tmp_path / "corpus"), "--data", str(tmp_path / "data"))
    asked = ("ask", *places, "--timeline", "Did forty ships leave the port by night?")
    assert "3 May 2021 (stated above the sentence) · " in said(*asked).stdout
    (line,) = read_json(said(*asked, "--json"))["timeline"]
    assert (line["date"], line["date_from"]) == ("2021-05-03", "stated")
    assert line["date_text"] == "03.05.2021"
