"""`verbatim ask --sides`, `--who`, and `verbatim show --statements`, in lines and in JSON."""

from typing import Any

from tests.cli.conftest import Indexed, read_json
from tests.cli.test_timeline import FIGHTERS, HEAD
from tests.conftest import Verbatim

SIDES = ("denies", "confirms", "others")


def sides(said: Verbatim, places: Indexed, *options: str) -> dict[str, Any]:
    done = said("ask", *places.options, *options, "--sides", "--json")
    assert done.returncode == 0, done.stderr
    return read_json(done)


def held(said: Verbatim, places: Indexed, document: str) -> str:
    return said("show", *places.options, document).stdout


def test_the_json_is_the_head_and_the_three_sides(said: Verbatim, shipped: Indexed) -> None:
    found = sides(said, shipped, FIGHTERS)
    assert set(found) == HEAD | {*SIDES, "left_out"}
    for side in SIDES:
        assert found[side], side
        for entry in found[side]:
            assert entry["sentence"] in entry["text"]
            assert (entry["cue"] is None) == (side == "others")
            assert (entry["date"] is None) == (entry["date_from"] is None)


def test_cues_and_speakers_are_exact_slices(said: Verbatim, shipped: Indexed) -> None:
    found = sides(said, shipped, FIGHTERS)
    for entry in (*found["denies"], *found["confirms"]):
        text, cue = held(said, shipped, entry["document"]), entry["cue"]
        assert text[cue["start"] : cue["end"]] == cue["text"]
        assert cue["text"] in entry["sentence"]
        assert entry["speaker"] is None or entry["speaker"] in entry["text"]


def test_the_lines_say_who_and_how_the_sorting_was_done(said: Verbatim, shipped: Indexed) -> None:
    done = said("ask", *shipped.options, "--sides", FIGHTERS)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[0].startswith("Sorted by the words of the sentences alone")
    at = [lines.index(f"With {side}") for side in ("a word of denial", "a word of confirmation")]
    assert at == sorted(at)
    assert "holds a word of denial: “denied”" in lines
    assert not any("true" in line.lower().split() for line in lines if line.startswith("With"))


def test_sides_stand_alone(said: Verbatim, shipped: Indexed) -> None:
    for option in ("--timeline", "--context", "--explain"):
        done = said("ask", *shipped.options, "--sides", option, "x")
        assert done.returncode == 2
        assert "--sides cannot be combined" in done.stderr


def test_only_passages_in_which_somebody_speaks(said: Verbatim, shipped: Indexed) -> None:
    done = said("ask", *shipped.options, "--json", "--who", "Celik", FIGHTERS)
    found = read_json(done)
    assert found["filters"]["who"] == "Celik"
    shown = found["passages"] or found["closest"]
    assert shown
    assert all("Celik" in passage["speaker"] for passage in shown)
    nobody = said("ask", *shipped.options, "--json", "--who", "Nobody Atall", FIGHTERS)
    assert read_json(nobody)["passages"] == []


def test_the_statements_of_a_document(said: Verbatim, shipped: Indexed) -> None:
    document = sides(said, shipped, FIGHTERS)["denies"][0]["document"]
    done = said("show", *shipped.options, document, "--statements", "--json")
    found, text = read_json(done), held(said, shipped, document)
    assert {each["kind"] for each in found["statements"]} >= {"denies", "says", None}
    for each in found["statements"]:
        for part in filter(None, (each["speaker"], each["cue"])):
            assert text[part["start"] : part["end"]] == part["text"]
        assert text[each["start"] : each["end"]].strip()
    lines = said("show", *shipped.options, document, "--statements").stdout
    assert " denies " in lines


def test_show_does_one_thing_at_a_time(said: Verbatim, shipped: Indexed) -> None:
    for options in (("--statements", "--left-out"), ("--statements", "--at", "0:5")):
        assert said("show", *shipped.options, "macron-gaziantep.md", *options).returncode == 2
