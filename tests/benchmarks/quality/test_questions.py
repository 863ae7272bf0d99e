"""Rules of the labelled questions: labels that hold, halves alike, counts of what was seen."""

import json
import re
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from benchmarks.quality.questions.__main__ import main
from benchmarks.quality.questions.asking import Met, measure, outcome, row, shown
from benchmarks.quality.questions.labels import OURS, Case, corpus_folder, read_set
from corpus.model import Document
from corpus.reader import Reader
from index.answers import Answer, Question, Quote

CORPORA = {"towns": ["AAA_1.txt", "BBB_2.txt"]}
TEXTS = {
    "AAA_1.txt": "The mayor of Elmham closed the ferry in March.\n\nForty boats lay idle.",
    "BBB_2.txt": "The council of Oakford repaired nine bridges.\n\nIts school got a new roof.",
    "CCC_3.txt": "Nobody asks about this one.",
}
QUESTIONS = [
    {
        "corpus": "towns",
        "kind": "plain",
        "question": "Who closed the ferry?",
        "document": "AAA",
        "phrase": "mayor of\\s+Elmham",
        "absent": None,
    },
    {
        "corpus": "towns",
        "kind": "number",
        "question": "Who bought the lighthouse of Wexmouth?",
        "document": None,
        "phrase": None,
        "absent": "lighthouse",
    },
]


@pytest.fixture
def speeches(tmp_path: Path) -> Path:
    folder = tmp_path / "speeches"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / name).write_text(text, "utf-8")
    given = "".join(f'["{name}"]\ntitle = "Speech {name[:3]}"\n\n' for name in TEXTS)
    (folder / "sources.toml").write_text("# Given metadata\n\n" + given, "utf-8")
    return folder


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    file = tmp_path / "asked.json"
    file.write_text(json.dumps({"corpora": CORPORA, "questions": QUESTIONS}), "utf-8")
    return file


def test_our_set_is_large_and_its_halves_are_alike() -> None:
    """At least 220 different questions on 15 corpora; in each half near misses are about half."""
    labelled = read_set(OURS)
    assert len({case.question for case in labelled.cases}) == len(labelled.cases) >= 220
    assert {case.corpus for case in labelled.cases} == labelled.corpora.keys()
    assert len(labelled.corpora) >= 15
    assert all(8 <= len(set(files)) <= 12 for files in labelled.corpora.values())
    for half in (labelled.cases[::2], labelled.cases[1::2]):
        assert 0.45 <= sum(case.answerable for case in half) / len(half) <= 0.55


def test_a_case_is_answerable_or_a_near_miss() -> None:
    """An answerable one names documents and a phrase, a near miss what no document holds."""
    for case in read_set(OURS).cases:
        given = (bool(case.documents), bool(case.phrase), not case.absent)
        assert set(given) == {case.answerable}, case
        assert case.kind, case


@pytest.fixture(scope="module")
def corpora(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Document]]:
    """The documents of each corpus of our set, as the reader makes them."""
    labelled, work = read_set(OURS), tmp_path_factory.mktemp("corpora")
    speeches = shared / "eval" / "ungd"
    return {
        name: read_all(corpus_folder(name, labelled, speeches, work)) for name in labelled.corpora
    }


def read_all(folder: Path) -> list[Document]:
    reader = Reader(folder, max_bytes=1_000_000)
    listing = reader.scan()
    assert not reader.sources_problems(listing)
    return [reader.parse(reader.load(stamp.id)) for stamp in listing.files]


@pytest.mark.shared
def test_every_phrase_stands_in_the_documents_that_are_named(
    corpora: dict[str, list[Document]],
) -> None:
    """Each prefix names a document that holds the phrase."""
    for case in read_set(OURS).cases:
        held = [d.id for d in corpora[case.corpus] if case.answered_by(d.id, d.text)]
        assert held or not case.answerable, case
        assert all(any(id_.startswith(each) for id_ in held) for each in case.documents), case


@pytest.mark.shared
def test_no_document_answers_a_near_miss(corpora: dict[str, list[Document]]) -> None:
    """What an answer would have to say is nowhere in the corpus."""
    texts = {
        name: {document.id: re.sub(r"\s+", " ", document.text) for document in documents}
        for name, documents in corpora.items()
    }
    for case in read_set(OURS).cases:
        if case.absent:
            held = [id_ for id_, text in texts[case.corpus].items() if re.search(case.absent, text)]
            assert not held, case


def test_a_corpus_holds_its_files_alone_with_what_is_given_for_them(
    speeches: Path, asked: Path, tmp_path: Path
) -> None:
    """The speeches that are named, and of ``sources.toml`` their entries."""
    folder = corpus_folder("towns", read_set(asked), speeches, tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == [*CORPORA["towns"], "sources.toml"]
    assert [d.source.title for d in read_all(folder)] == ["Speech AAA", "Speech BBB"]


async def test_questions_are_asked_of_their_corpus(speeches: Path, asked: Path) -> None:
    """The right passage is first and the near miss is not answered, in the order of the set."""
    right, near = await measure(read_set(asked), speeches)
    assert (right.answered, right.place, right.unrefused, right.failed) == (True, 1, 1, False)
    assert (near.answered, near.place, near.failed) == (False, 0, False)
    assert right.coverage > near.coverage


def test_what_is_refused_counts_as_found_and_not_as_shown() -> None:
    """``answered`` and ``shown`` count what a reader sees, ``found`` what ranking had."""
    case, near = Case("c", "q", ("A",), "x"), Case("c", "n", absent="y")
    met = [
        Met(case, answered=False, place=0, unrefused=1, coverage=0.4),
        Met(case, answered=False, place=3, unrefused=3, coverage=0.5),
        Met(case, answered=True, place=1, unrefused=1, coverage=0.9),
        Met(case, answered=True, place=4, unrefused=4, coverage=0.9),
        Met(near, answered=True, place=0, unrefused=0, coverage=0.7),
        Met(near, answered=False, place=0, unrefused=0, coverage=0.1),
    ]
    assert row("all", met) == "| all | 1/4 | 2/4 | 1/4 | 3/4 | 2 | 1/2 | 0.750 |"
    assert Counter(each.failed for each in met) == {True: 3, False: 3}


def test_the_closest_are_shown_where_an_answer_has_three_outcomes() -> None:
    """Answers of two outcomes have quotes or nothing; those of three may have the closest."""
    quote = cast("Quote", SimpleNamespace())
    two = Answer(Question("q"), answered=False, index_version="v")
    three = cast(
        "Answer", SimpleNamespace(answered=False, outcome="closest", quotes=(), closest=(quote,))
    )
    assert (outcome(two), shown(two)) == ("nothing", ())
    assert (outcome(three), shown(three)) == ("closest", (quote,))


def test_only_failures_of_the_even_half_are_listed(
    speeches: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody tunes a rule to the odd questions by reading them in this list."""
    file = tmp_path / "hard.json"
    missed = [QUESTIONS[0] | {"question": f"Who owns yacht {n}?"} for n in ("one", "two", "three")]
    file.write_text(json.dumps({"corpora": CORPORA, "questions": missed}), "utf-8")
    main(["--set", str(file), "--speeches", str(speeches), "--failed"])
    said = capsys.readouterr().out
    assert "yacht one" in said
    assert "yacht three" in said
    assert "yacht two" not in said
