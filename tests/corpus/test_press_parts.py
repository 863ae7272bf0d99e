"""Each article of a press database's export is a document, called what the export calls it."""

from pathlib import Path

import pytest

from corpus.errors import UnreadableFileError
from corpus.formats.press_marks import MAY_BE_EXPORT
from corpus.formats.press_parts import press_parts
from corpus.formats.text import read_text
from corpus.reader import Reader
from tests.corpus.press_samples import FACTIVA_CODES, NEXIS_WITH_COVER, ONE, TITLE

OTHER = "Ferry sold abroad, council says"


def other(export: str) -> str:
    """The same about something else, on another day, under another key."""
    changed = export.replace(TITLE, OTHER).replace("2019", "2021")
    return (
        changed.replace("2448571234", "2448579999")
        .replace("637512345", "637519999")
        .replace("0FD5C2E1", "0FD5C2E2")
    )


def reader_of(folder: Path, text: str, sources: str = "") -> Reader:
    (folder / "export.txt").write_text(text, "utf-8")
    (folder / "sources.toml").write_text(sources, "utf-8")
    return Reader(folder, max_bytes=1_000_000)


@pytest.mark.parametrize("export", ONE)
def test_each_article_has_its_own_title_day_and_text(export: str, tmp_path: Path) -> None:
    reader = reader_of(tmp_path, f"{export}\n\n{other(export)}")
    first, second = (reader.parse(raw) for raw in reader.load_all("export.txt"))
    assert (first.source.title, str(first.source.published)) == (TITLE, "2019-05-04")
    assert (second.source.title, str(second.source.published)) == (OTHER, "2021-05-04")
    assert OTHER not in first.text
    assert TITLE not in second.text
    assert first.id != second.id
    assert reader.parse(reader.load(second.id)) == second


@pytest.mark.parametrize("export", ONE)
def test_a_name_does_not_depend_on_the_articles_beside_it(export: str) -> None:
    there = {part.name: part.text for part in press_parts(f"{export}\n\n{other(export)}")}
    turned = {part.name: part.text for part in press_parts(f"{other(export)}\n\n{export}")}
    assert there.keys() == turned.keys()
    assert len(there) == 2
    assert not any(name.isdigit() and len(name) < 6 for name in there)


def test_names_are_the_databases_keys_or_the_day_and_the_headline() -> None:
    keys = press_parts(f"{FACTIVA_CODES}\n{other(FACTIVA_CODES)}")
    assert [part.name for part in keys] == [
        "harbpo0020190504ef540000p",
        "harbpo0020210504ef540000p",
    ]
    described = press_parts(f"{NEXIS_WITH_COVER}\n{other(NEXIS_WITH_COVER)}")
    assert described[0].name == "2019-05-04-barges-stayed-in-port-says-master"


def test_an_export_of_one_and_other_texts_have_no_parts() -> None:
    assert all(press_parts(export) == () for export in ONE)
    assert press_parts("Document by document, the council read.\n\n" * 3) == ()


def test_articles_of_one_name_get_the_digest_of_their_words_and_twice_the_same_is_one() -> None:
    longer = FACTIVA_CODES.replace("forty", "fifty").replace("The harbour master", "The master")
    assert len(press_parts(f"{FACTIVA_CODES}\n{FACTIVA_CODES}")) == 1
    first, second = press_parts(f"{FACTIVA_CODES}\n{longer}")
    assert first.name != second.name
    assert first.name.startswith("harbpo0020190504ef540000p-")


def test_a_file_with_front_matter_stays_whole() -> None:
    text = f"---\npublisher: The Post\n---\n{FACTIVA_CODES}\n{other(FACTIVA_CODES)}"
    assert press_parts(text) == ()


def test_what_is_given_for_the_file_counts_for_all_in_it_and_for_one_alone_more(
    tmp_path: Path,
) -> None:
    text = f"{FACTIVA_CODES}\n\n{other(FACTIVA_CODES)}"
    name = "export.txt#harbpo0020190504ef540000p"
    sources = f'["export.txt"]\npublisher = "The Post"\n["{name}"]\ntitle = "Barges"\n'
    reader = reader_of(tmp_path, text, sources)
    first, second = (reader.parse(raw).source for raw in reader.load_all("export.txt"))
    assert (first.publisher, second.publisher) == ("The Post", "The Post")
    assert (first.title, second.title) == ("Barges", OTHER)
    assert reader.sources_problems(reader.scan(), {name}) == ()
    assert len(reader.sources_problems(reader.scan())) == 1


def test_prose_above_a_list_of_contents_leaves_the_articles_as_they_are() -> None:
    note = "I saved this search on the pier, for the harbour master had asked for all of it."
    text = f"{note}\n{NEXIS_WITH_COVER}\n{other(NEXIS_WITH_COVER)}"
    first, second = press_parts(text)
    for part, day in ((first, "2019-05-04"), (second, "2021-05-04")):
        assert str(read_text(part.text).stated.published) == day


@pytest.mark.parametrize("name", ["export", "saved/export", "nr#1", "nr#1.txt"])
def test_an_article_is_found_by_its_name_whatever_the_file_is_called(
    name: str, tmp_path: Path
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(f"{FACTIVA_CODES}\n\n{other(FACTIVA_CODES)}", "utf-8")
    reader = Reader(tmp_path, max_bytes=1_000_000)
    assert [stamp.id for stamp in reader.scan().files] == [name]
    first, second = reader.load_all(name)
    assert (reader.load(first.id), reader.load(second.id)) == (first, second)
    with pytest.raises(UnreadableFileError, match="not in the file any more"):
        reader.load(f"{name}#nothing")


def test_a_file_with_the_mark_of_parts_in_its_name_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "export").write_text(f"{FACTIVA_CODES}\n\n{other(FACTIVA_CODES)}", "utf-8")
    (tmp_path / "export#2").write_text("The second harbour was never built.", "utf-8")
    reader = Reader(tmp_path, max_bytes=1_000_000)
    assert reader.parse(reader.load("export#2")).text == "The second harbour was never built."


def test_the_corpuss_order_of_days_names_and_dates_its_articles(tmp_path: Path) -> None:
    export = NEXIS_WITH_COVER.replace("May 4, 2019", "05.04.2019")
    sources = 'dotted_dates = "month.day.year"\n'
    reader = reader_of(tmp_path, f"{export}\n{other(export)}", sources)
    first, second = reader.load_all("export.txt")
    assert first.id == "export.txt#2019-05-04-barges-stayed-in-port-says-master"
    assert str(reader.parse(second).source.published) == "2021-05-04"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252", "mac-roman"])
@pytest.mark.parametrize("mark", ["LÄNGE: 512 Wörter", "news·20190504·HP·1", "Document 1 of 2"])
def test_a_mark_is_seen_in_the_bytes_of_every_encoding(mark: str, encoding: str) -> None:
    for text in (mark, f"Barges\r\n{mark}\r\n", f"Barges\r\n \f  {mark}\r\n"):
        assert MAY_BE_EXPORT.search(text.encode(encoding))
    assert not MAY_BE_EXPORT.search(f"We read of it: {mark}.".encode("cp1252"))


def test_what_breaks_in_taking_a_file_apart_is_said_of_that_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = reader_of(tmp_path, f"{FACTIVA_CODES}\n\n{other(FACTIVA_CODES)}")
    monkeypatch.setattr("corpus.formats.press_parts.articles_of", lambda _: 1 / 0)
    with pytest.raises(UnreadableFileError, match="ZeroDivisionError"):
        reader.load_all("export.txt")


def test_an_article_that_is_gone_is_said_to_be(tmp_path: Path) -> None:
    reader = reader_of(tmp_path, f"{FACTIVA_CODES}\n\n{other(FACTIVA_CODES)}")
    with pytest.raises(UnreadableFileError, match="not in the file any more"):
        reader.load("export.txt#nothing")
