"""Rules of reading test collections: everything is read, and a mistake names its line."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from index.evaluation.collection import CollectionError, read_collection


def collection(folder: Path, *, corpus: str = "", queries: str = "", qrels: str = "") -> Path:
    """A folder in BEIR layout with these lines."""
    folder.mkdir()
    (folder / "corpus.jsonl").write_text(corpus, "utf-8")
    (folder / "queries.jsonl").write_text(queries, "utf-8")
    (folder / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\n" + qrels, "utf-8")
    return folder


def lines(*objects: Mapping[str, str | None]) -> str:
    return "".join(json.dumps(each) + "\n" for each in objects)


def test_only_questions_with_a_relevant_document_are_asked(tmp_path: Path) -> None:
    """A question that nothing can answer measures no ranking; a grade of zero is not relevant."""
    folder = collection(
        tmp_path / "small",
        corpus=lines({"_id": "d", "title": "T", "text": "words"}, {"_id": "e", "text": "more"}),
        queries=lines({"_id": "q", "text": "one"}, {"_id": "r", "text": "two"}),
        qrels="q\td\t2\nr\td\t0\nq\te\t-1\n",
    )
    read = read_collection(folder)
    assert read.questions == {"q": "one"}
    assert read.relevant == {"q": {"d": 2}}
    assert [(text.title, text.text) for text in read.texts] == [("T", "words"), ("", "more")]


def test_judgements_need_no_header_and_texts_no_title(tmp_path: Path) -> None:
    """The first judgement counts where no line names the columns; a null title is none."""
    folder = collection(
        tmp_path / "small",
        corpus=lines({"_id": "d", "title": None, "text": "words"}),
        queries=lines({"_id": "q", "text": "one"}),
    )
    (folder / "qrels.tsv").write_text("q\td\t1\n", "utf-8")
    read = read_collection(folder)
    assert read.relevant == {"q": {"d": 1}}
    assert read.texts[0].title == ""


def test_a_line_in_another_encoding_is_named(tmp_path: Path) -> None:
    """Latin-1 is not what a collection is written in."""
    folder = collection(tmp_path / "small", qrels="q\td\t1\n")
    (folder / "corpus.jsonl").write_bytes('{"_id": "d"}\n{"_id": "é"}\n'.encode("latin-1"))
    with pytest.raises(CollectionError, match=r"corpus\.jsonl, line 2"):
        read_collection(folder)
    (folder / "qrels.tsv").write_bytes("é\td\t1\n".encode("latin-1"))
    with pytest.raises(CollectionError, match=r"qrels\.tsv, line 1"):
        read_collection(folder)


def test_a_collection_without_questions_is_refused(tmp_path: Path) -> None:
    """Figures of no question would be noughts that look measured."""
    folder = collection(
        tmp_path / "small",
        corpus=lines({"_id": "d", "text": "words"}),
        queries=lines({"_id": "q", "text": "one"}),
        qrels="other\td\t1\n",
    )
    with pytest.raises(CollectionError, match="no question with a relevant document"):
        read_collection(folder)


@pytest.mark.parametrize("name", ["corpus.jsonl", "queries.jsonl", "qrels.tsv"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    """Who points at the wrong folder learns what a collection is."""
    folder = collection(tmp_path / "small")
    (folder / name).unlink()
    with pytest.raises(CollectionError, match=name):
        read_collection(folder)


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({"corpus": "{\n"}, "corpus.jsonl, line 1"),
        ({"corpus": '{"text": "no id"}\n'}, "corpus.jsonl, line 1"),
        ({"queries": '{"_id": "q", "text": "x"}\n[]\n'}, "queries.jsonl, line 2"),
        ({"queries": '{"_id": "q", "text": null}\n'}, "queries.jsonl, line 1"),
        ({"qrels": "q\td\t1\nq d 1\n"}, "qrels.tsv, line 3"),
        ({"qrels": "q\td\thigh\n"}, "qrels.tsv, line 2"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, files: dict[str, str], place: str) -> None:
    """A collection of a million lines is mended only when the line is known."""
    with pytest.raises(CollectionError, match=place):
        read_collection(collection(tmp_path / "small", **files))
