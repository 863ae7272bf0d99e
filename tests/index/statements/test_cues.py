"""Words of denial and confirmation, what is none, and what each of them governs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.findings.sides import Kind
from index.statements.cues import cues_of


def read(sentence: str, language: str = "english") -> list[tuple[str, str]]:
    return [(c.kind.value, sentence[slice(*c.span)]) for c in cues_of(sentence, language)]


def governed(sentence: str, kind: Kind) -> str:
    (cue,) = (cue for cue in cues_of(sentence, "english") if cue.kind is kind)
    return sentence[slice(*cue.reach)].strip(" .,")


def labelled(file: str) -> Iterator[tuple[str, str]]:
    lines = Path(__file__).with_name("sentences").joinpath(file).read_text("utf-8").splitlines()
    for line in lines[1:]:
        kinds, _, sentence = line.partition(" ")
        yield sentence, kinds


@pytest.mark.parametrize(("sentence", "kinds"), [*labelled("english.txt")])
def test_cues_negations_conditions_and_other_senses_are_told_apart(
    sentence: str, kinds: str
) -> None:
    assert {kind[0] for kind, _ in read(sentence)} == set(kinds) - {"-"}


def test_a_line_may_end_within_what_a_cue_needs_beside_it() -> None:
    """The words beside a cue count, however a text was broken into lines."""
    assert read("The governor rejected\nMr. Dull's\u00a0claims.") == [("denies", "rejected")]
    assert read("He was denied\nentry to the harbour.") == []


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The ministry denied that a convoy had crossed the bridge.", "denied"),
        ("The reports were rejected by the governor.", "rejected"),
        ("The governor dismissed the reports as fake news.", "dismissed"),
        ("These are false accusations, the governor told the radio.", "false"),
        ("The allegations are baseless, the governor said.", "baseless"),
        ("There is no evidence that the bridge was mined.", "no evidence"),
        ("“That is not true,” the governor said.", "not true"),
        ("The harbour falsely claimed that the ship had left.", "falsely"),
        ("The company issued a denial on Monday.", "denial"),
    ],
)
def test_a_claim_is_denied(sentence: str, word: str) -> None:
    assert ("denies", word) in read(sentence)
    assert all(kind == "denies" for kind, _ in read(sentence))


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("The ministry confirmed that a convoy had crossed the bridge.", "confirmed"),
        ("The crossing was confirmed by the governor.", "confirmed"),
        ("The governor admitted that the bridge had been mined.", "admitted"),
        ("The army acknowledged for the first time that it had mined the bridge.", "acknowledged"),
        ("The reports are true, the governor said.", "true"),
    ],
)
def test_a_claim_is_confirmed(sentence: str, word: str) -> None:
    assert read(sentence) == [("confirms", word)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry did not deny the report.",
        "The ministry neither confirmed nor denied the report.",
        "The ministry could not confirm the report.",
        "Officials declined to confirm or deny the crossing.",
        "No one denies that the convoy crossed.",
        "The number has not yet been confirmed.",
        "Unconfirmed reports spoke of a convoy.",
        "Who denied the report?",
    ],
)
def test_a_negated_or_asked_cue_is_none(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The reporter was denied entry to the harbour.",
        "They denied him a visa.",
        "The court denied the motion.",
        "The king dismissed the minister.",
        "The parliament rejected the proposal.",
        "The clinic admitted forty patients.",
        "She was confirmed as ambassador by the Senate.",
        "There were 300 confirmed cases of cholera.",
        "He travelled on a false passport.",
        "We reject any interference in our affairs.",
        "The delay denied the islanders a harbour of their own.",
    ],
)
def test_other_senses_are_none(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The film “Denied by the Crown” opens on Friday.",
        "The company was fined under the False Claims Act.",
        "What the Governor Denied",
    ],
)
def test_titles_are_none(sentence: str) -> None:
    assert read(sentence) == []


def test_a_cue_governs_its_own_clause_alone() -> None:
    sentence = "The army denied the strike but confirmed the flight."
    assert governed(sentence, Kind.DENIES) == "the strike"
    assert governed(sentence, Kind.CONFIRMS) == "the flight"


def test_what_follows_the_denial_is_not_denied() -> None:
    sentence = "Baku denied that there were mercenaries, saying that Yerevan used some."
    assert governed(sentence, Kind.DENIES) == "that there were mercenaries"


def test_in_the_passive_the_subject_is_governed() -> None:
    sentence = "The transfer of the ship was denied by the harbour on Monday."
    assert governed(sentence, Kind.DENIES) == "The transfer of the ship was"


@pytest.mark.parametrize(
    "sentence",
    [
        "These claims were denied by the harbour.",
        "The governor has denied it.",
        "The harbour too rejected the accusations.",
        "Asked about it, the governor said: “That is not true.”",
    ],
)
def test_a_cue_points_back_where_its_object_stands_for_what_was_said(sentence: str) -> None:
    assert [cue.points_back for cue in cues_of(sentence, "english")] == [True]


def test_spans_are_exact_slices() -> None:
    sentence = "  The governor, who denied the report, left."
    (cue,) = cues_of(sentence, "english")
    assert sentence[slice(*cue.span)] == "denied"
