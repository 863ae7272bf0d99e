"""`verbatim ask`, here and as a process of its own: passages to the letter, or the reason."""

import os
import shlex
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Indexed, read_json
from tests.conftest import CHECKOUT, Verbatim, command, environment

STRIKE = "How many crane drivers stopped work?"


def test_an_answer_shows_the_source_the_date_and_the_passage(
    verbatim: Verbatim, made: Indexed
) -> None:
    done = verbatim("ask", *made.options, STRIKE)
    assert (done.returncode, done.stderr) == (0, "")
    head, *rest = done.stdout.splitlines()
    assert head.startswith(
        "1. The harbour strike · Sample Wire, by The sample desk · published 4 March"
    )
    assert "that 412 crane drivers\nhad stopped work." in "\n".join(rest)


def test_the_stated_date_is_shown_apart_from_the_published_date(
    said: Verbatim, made: Indexed
) -> None:
    done = said("ask", *made.options, STRIKE)
    assert "Dates stated here: 2 March 2021 (year from the publication date)" in done.stdout


def test_every_passage_in_json_is_the_slice_that_show_prints(said: Verbatim, made: Indexed) -> None:
    """The promise: offsets and text agree with the document as `show` prints it."""
    answer = read_json(said("ask", *made.options, "zeppelin harbour strike", "--json"))
    assert answer["passages"]
    for passage in answer["passages"]:
        shown = said("show", *made.options, passage["document"]).stdout
        assert shown[passage["start"] : passage["end"]] == passage["text"]


def test_json_has_the_keys_and_types_of_the_contract(said: Verbatim, made: Indexed) -> None:
    answer = read_json(said("ask", *made.options, STRIKE, "--json"))
    types = {
        "question": str,
        "answered": bool,
        "reason": type(None),
        "missing_terms": list,
        "index_version": str,
        "elapsed_ms": float,
        "filters": dict,
        "passages": list,
        "outcome": str,
        "closest": list,
    }
    assert {name: type(value) for name, value in answer.items()} == types
    text, whole = (str,), (int,)
    passage_types = {
        **dict.fromkeys(("quote_id", "text", "document", "sha256"), text),
        **dict.fromkeys(("title", "publisher", "author", "url", "published"), text),
        "published_from": text,
        **dict.fromkeys(("start", "end"), whole),
        **dict.fromkeys(("section", "page"), (type(None),)),
        "speaker": text,
        **dict.fromkeys(("score", "coverage"), (float,)),
        **dict.fromkeys(("stated_dates", "matched_terms", "also_in"), (list,)),
    }
    first = answer["passages"][0]
    assert {name: (type(value),) for name, value in first.items()} == passage_types
    assert first["published"] == "2021-03-04"
    assert first["published_from"] == "given"
    assert first["stated_dates"] == [
        {"text": "2 March", "date": "2021-03-02", "year_from": "document"}
    ]


def test_a_passage_knows_its_section(said: Verbatim, made: Indexed) -> None:
    question = "What loss of $7,300 a day?"
    answer = read_json(said("ask", *made.options, question, "--json"))
    assert answer["passages"][0]["section"] == "The answer of the port"
    assert "· § The answer of the port" in said("ask", *made.options, question).stdout


def test_a_question_that_the_corpus_does_not_cover_is_refused_with_the_reason(
    said: Verbatim, made: Indexed
) -> None:
    done = said("ask", *made.options, "What is the capital of Australia?")
    assert done.returncode == 1
    assert done.stdout.startswith("No passage answers this.\n")
    assert "Australia" in done.stdout
    refused = said("ask", *made.options, "What is the capital of Australia?", "--json")
    answer = read_json(refused)
    assert refused.returncode == 1
    assert (answer["answered"], answer["passages"]) == (False, [])
    assert answer["reason"]
    assert "Australia" in answer["missing_terms"]


def test_a_misspelt_name_is_answered_or_offered(said: Verbatim, made: Indexed) -> None:
    done = said("ask", *made.options, "zepelin")
    assert "zeppelin" in done.stdout.casefold()
    assert "instead of “zepelin”" in done.stdout


def test_words_need_no_quotation_marks(said: Verbatim, made: Indexed) -> None:
    answer = read_json(said("ask", "crane", "drivers", "--json", *made.options))
    assert answer["question"] == "crane drivers"


@pytest.mark.parametrize(
    "place", ["before the command", "after the command", "at the end", "in two"]
)
def test_the_folders_may_be_named_before_and_after(
    said: Verbatim, made: Indexed, place: str
) -> None:
    corpus, data = made.options[:2], made.options[2:]
    line = {
        "before the command": [*corpus, *data, "ask", STRIKE],
        "after the command": ["ask", *corpus, *data, STRIKE],
        "at the end": ["ask", STRIKE, "--limit", "1", *corpus, *data],
        "in two": [*corpus, "ask", STRIKE, *data],
    }[place]
    assert said(*line).returncode == 0


def test_the_folders_may_be_settings(said: Verbatim, made: Indexed) -> None:
    settings = {"VERBATIM_CORPUS": str(made.corpus), "VERBATIM_DATA": str(made.data)}
    assert said("ask", STRIKE, **settings).returncode == 0


def test_the_shipped_corpus_is_asked_where_there_is_no_other(
    said: Verbatim, tmp_path: Path
) -> None:
    done = said("ask", "What did Lavrov tell Kommersant?")
    assert done.returncode == 0
    assert "about 2,000 of them" in done.stdout
    assert (tmp_path / "data").is_dir()


def test_the_limit_is_kept(said: Verbatim, shipped: Indexed) -> None:
    for limit in (1, 3):
        done = said("ask", *shipped.options, "mercenaries", "--limit", str(limit), "--json")
        assert len(read_json(done)["passages"]) == limit


def test_context_shows_the_passages_around(said: Verbatim, made: Indexed) -> None:
    question = (
        "ask",
        *made.options,
        "What loss did the port authority put at $7,300 a day?",
        "--limit",
        "1",
    )
    without, around = said(*question).stdout, said(*question, "--context").stdout
    assert "412 crane drivers" not in without
    assert "412 crane drivers" in around


def test_a_source_filter_never_leaks(said: Verbatim, made: Indexed) -> None:
    done = said("ask", *made.options, "zeppelin harbour", "--source", "undated note.md", "--json")
    answer = read_json(done)
    assert answer["filters"]["sources"] == ["undated note.md"]
    assert {passage["document"] for passage in answer["passages"]} == {"undated note.md"}


def test_a_date_filter_leaves_undated_passages_out_and_says_how_many(
    said: Verbatim, made: Indexed
) -> None:
    line = ("ask", *made.options, "zeppelin", "--since", "March 2021", "--until", "2021-03")
    answer = read_json(said(*line, "--json"))
    assert answer["filters"] == {"sources": [], "since": "2021-03-01", "until": "2021-03-31"}
    assert {passage["document"] for passage in answer["passages"]} == {"nasty.md"}
    assert "1 matching undated passage was left out" in answer["reason"]
    assert "1 matching passage has no publication date and was left out." in said(*line).stdout


def test_a_nasty_passage_is_piped_to_the_letter(verbatim: Verbatim, made: Indexed) -> None:
    done = verbatim("ask", *made.options, "What did the zeppelin write?", "--limit", "1")
    assert "[red]exactly this[/red] and :smile: and \x1b[31mturned" in done.stdout
    assert "-that-is-wider-still." in done.stdout
    assert "[bold]markup[/bold] :smile: · Sample Wire" in done.stdout


def test_a_piped_answer_has_no_escape_codes_even_where_colour_is_wished(
    verbatim: Verbatim, made: Indexed
) -> None:
    assert "\x1b" not in verbatim("ask", *made.options, STRIKE, FORCE_COLOR="1").stdout


def test_a_pipe_closed_by_its_reader_is_silent(made: Indexed, tmp_path: Path) -> None:
    """As in ``verbatim ask … | head -0``: whoever reads leaves before anything is written."""
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(
        [*command(), "ask", *made.options, STRIKE],
        stdout=write_end,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        env=environment(),
        check=False,
        timeout=120,
    )
    os.close(write_end)
    assert done.stderr == b""
    assert done.returncode == 141


def test_the_index_follows_the_corpus(said: Verbatim, fresh: Indexed) -> None:
    """A question refreshes an index that is missing or stale before it is answered."""
    assert said("ask", *fresh.options, "quokka").returncode == 1
    (fresh.corpus / "new.md").write_text("# New\n\nA quokka was seen at the quay.\n", "utf-8")
    done = said("ask", *fresh.options, "quokka")
    assert done.returncode == 0
    assert "A quokka was seen at the quay." in done.stdout


def test_a_refresh_tells_that_files_could_not_be_read(said: Verbatim, fresh: Indexed) -> None:
    done = said("ask", *fresh.options, STRIKE)
    assert "1 file of the corpus cannot be read" in done.stderr
    assert f"`verbatim {shlex.join(fresh.options)} sources` says which" in done.stderr


def test_the_module_is_the_same_command_line(tmp_path: Path) -> None:
    import sys

    done = subprocess.run(
        [sys.executable, "-m", "bot", "ask", "--help"],
        cwd=tmp_path,
        env=environment(PYTHONPATH=str(CHECKOUT)),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert done.stdout.startswith("Usage: verbatim ask ")
