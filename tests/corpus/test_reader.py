"""A folder in, documents out, every other file with its reason."""

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from markdown_it import MarkdownIt

from corpus.errors import CorpusError, UnreadableFileError
from corpus.model import Document, Origin
from corpus.reader import Reader

LIMIT = 100_000
NOBODY = 65534

only_posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def write(folder: Path, **files: str) -> None:
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def reader(folder: Path) -> Reader:
    return Reader(folder, max_bytes=LIMIT)


def ids(folder: Path) -> list[str]:
    return [stamp.id for stamp in reader(folder).scan().files]


def reasons(folder: Path) -> dict[str, str]:
    return {error.file: error.reason for error in reader(folder).scan().unreadable}


def parsed(folder: Path, name: str) -> Document:
    of = reader(folder)
    return of.parse(of.load(name))


def refusal(folder: Path, name: str) -> str:
    with pytest.raises(UnreadableFileError) as caught:
        parsed(folder, name)
    assert caught.value.file == name
    return caught.value.reason


def test_files_are_listed_by_relative_path_in_order(tmp_path: Path) -> None:
    for name in ("b/x.md", "b.txt", "a/z/deep.HTML", "README", "c.markdown", "d.text", "e.xhtml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("Text.")
    expected = ["README", "a/z/deep.HTML", "b.txt", "b/x.md", "c.markdown", "d.text", "e.xhtml"]
    assert ids(tmp_path) == expected
    assert reasons(tmp_path) == {}


def test_hidden_files_and_sources_toml_are_no_documents_and_no_problem(tmp_path: Path) -> None:
    write(tmp_path, a="Text.")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config.txt").write_text("x")
    (tmp_path / ".hidden.txt").write_text("x")
    (tmp_path / "sources.toml").write_text("")
    listing = reader(tmp_path).scan()
    assert [stamp.id for stamp in listing.files] == ["a.txt"]
    assert listing.unreadable == ()
    assert listing.sources is not None


def test_a_scan_opens_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, a="Text.")
    (tmp_path / "sources.toml").write_text('["a.txt"]\ntitle = "T"\n')

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a file was opened")

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr("builtins.open", refuse)
    assert ids(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("name", ["missing", "a.txt"])
def test_a_corpus_that_is_no_folder_is_a_corpus_error(tmp_path: Path, name: str) -> None:
    write(tmp_path, a="Text.")
    with pytest.raises(CorpusError, match=r"corpus folder .*give an existing folder"):
        reader(tmp_path / name).scan()


def test_what_cannot_be_a_document_is_told_without_being_opened(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    (tmp_path / "data.csv").write_text("a,b")
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(200_000_000)
    found = reasons(tmp_path)
    assert found["empty.txt"] == "is empty"
    assert "is a .csv file, which is not a known format; known are .htm .html" in found["data.csv"]
    assert "200,000,000 bytes, and the limit is 100,000" in found["huge.txt"]


@only_posix
def test_pipes_sockets_and_devices_are_told_and_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        here = Path.cwd()
        os.chdir(tmp_path)  # a socket's path may have but 108 bytes
        try:
            listener.bind("socket.txt")
        finally:
            os.chdir(here)
        found = reasons(tmp_path)
        assert "is a named pipe" in found["pipe.txt"]
        assert "is a socket" in found["socket.txt"]
    assert "is a named pipe" in refusal(tmp_path, "pipe.txt")


@only_posix
def test_links_are_told_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("Secret.")
    corpus = tmp_path / "corpus"
    (corpus / "sub").mkdir(parents=True)
    write(corpus, a="Text.")
    for link, target in {
        "b.txt": "a.txt",
        "c": "sub",
        "sub/loop": "..",
        "out.txt": str(outside),
        "up": str(tmp_path),
        "none.txt": "missing",
        "x.txt": "y.txt",
        "y.txt": "x.txt",
    }.items():
        (corpus / link).symlink_to(target)
    assert ids(corpus) == ["a.txt"]
    found = reasons(corpus)
    assert found["b.txt"] == "is a link to a.txt, which is read itself"
    assert found["c"] == "is a link to sub, which is read itself"
    assert "link back to a folder that holds it" in found["sub/loop"]
    assert "leaves the corpus folder" in found["out.txt"]
    assert "leaves the corpus folder" in found["up"]
    assert "link to nothing" in found["none.txt"]
    assert "leads in a circle" in found["x.txt"]


@only_posix
@pytest.mark.parametrize("name", ["../outside.txt", "link.txt", "folder/outside.txt", "/etc/hosts"])
def test_no_name_leads_to_a_file_outside(tmp_path: Path, name: str) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (tmp_path / "outside.txt").write_text("Secret.")
    (corpus / "link.txt").symlink_to("../outside.txt")
    (corpus / "folder").symlink_to("..")
    assert refusal(corpus, name)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere all names are Unicode")
def test_a_name_that_is_not_unicode_is_told_with_an_escape(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.txt")).write_text("Text.")
    (error,) = reader(tmp_path).scan().unreadable
    assert error.file == r"bad\udcff.txt"
    assert "not valid Unicode" in error.reason


@contextmanager
def as_nobody() -> Iterator[None]:
    """Permissions do not bind root, so give root's up for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@only_posix
def test_a_file_or_folder_without_permission_is_told() -> None:
    with TemporaryDirectory() as name:  # pytest's own folders are closed to others
        folder = Path(name)
        folder.chmod(0o755)
        write(folder, open="Text.", shut="Text.")
        (folder / "shut.txt").chmod(0)
        (folder / "closed").mkdir(mode=0)
        with as_nobody():
            found = reasons(folder)
            assert ids(folder) == ["open.txt"]
            assert "permission denied" in found["closed/"]
            assert "permission denied" in found["shut.txt"]
            assert "permission denied" in refusal(folder, "shut.txt")
        (folder / "closed").chmod(0o700)


def test_a_file_that_vanished_or_grew_since_the_scan_is_told(tmp_path: Path) -> None:
    assert "is gone" in refusal(tmp_path, "a.txt")
    write(tmp_path, a="x" * (LIMIT + 1))
    assert "too large" in refusal(tmp_path, "a.txt")


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b" \n\t\n", "holds no text"),
        ("a.txt", " \n\ufeff\u200b".encode(), "holds no text"),
        ("a.html", b"<html><body></body></html>", "holds no text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "a PNG image"),
        ("a.txt", b"Broken \xff\xfe text", "byte 7"),
        ("a.txt", b"---\ntitle: x\n---\n", "holds no text"),
    ],
)
def test_what_becomes_no_document_is_told(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(data)
    assert reason in refusal(tmp_path, name)


def test_sources_toml_goes_before_front_matter_before_the_document(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: Written\nauthor: Jane Doe\n---\n# Read\n\nText.\n")
    (tmp_path / "sources.toml").write_text('["a.md"]\ntitle = "Given"\n')
    source = parsed(tmp_path, "a.md").source
    assert (source.title, source.author) == ("Given", "Jane Doe")
    assert source.origin("title") is Origin.SOURCES_FILE
    assert source.origin("author") is Origin.FRONT_MATTER


def test_nothing_is_made_up_from_a_files_name_or_time(tmp_path: Path) -> None:
    write(tmp_path, Important_report_2020="Just some words.")
    assert parsed(tmp_path, "Important_report_2020.txt").source.origins == {}


def test_problems_of_sources_toml_are_told_and_not_fatal(tmp_path: Path) -> None:
    write(tmp_path, a="Text.")
    (tmp_path / "sources.toml").write_text(
        '["a.txt"]\ntitle = "T"\nurl = 5\n["gone.txt"]\ntitle = "G"\n'
    )
    of = reader(tmp_path)
    problems = of.sources_problems(of.scan())
    assert [problem.file for problem in problems] == ["sources.toml", "sources.toml"]
    assert "url is a number" in problems[0].reason
    assert '["gone.txt"]: there is no such file' in problems[1].reason
    assert parsed(tmp_path, "a.txt").source.title == "T"


def test_the_digest_changes_with_the_bytes_and_the_given_metadata_only(tmp_path: Path) -> None:
    write(tmp_path, a="Text.", b="Text.")
    of = reader(tmp_path)
    first = of.load("a.txt").digest
    os.utime(tmp_path / "a.txt", (1, 1))
    assert of.load("a.txt").digest == first
    (tmp_path / "sources.toml").write_text('["a.txt"]\ntitle = "T"\n')
    given = of.load("a.txt").digest
    assert given != first
    assert of.load("b.txt").digest == first
    write(tmp_path, a="Text!")
    assert of.load("a.txt").digest not in {first, given}


def test_the_corpus_says_how_dotted_dates_are_read(tmp_path: Path) -> None:
    write(tmp_path, a="---\ndate: 10.02.2020\n---\nText.")
    (tmp_path / "sources.toml").write_text('dotted_dates = "month.day.year"\n')
    document = parsed(tmp_path, "a.txt")
    assert document.day_first is False
    assert str(document.source.published) == "2020-10-02"


def test_a_file_that_breaks_a_library_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise IndexError("of the\nlibrary")

    monkeypatch.setattr(MarkdownIt, "parse", broken)
    (tmp_path / "a.md").write_text("Text.")
    assert "breaks the reader (IndexError: of the library)" in refusal(tmp_path, "a.md")
