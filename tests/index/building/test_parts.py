"""A file that holds several documents: each is indexed, shown, proven and mended by itself."""

from pathlib import Path

import pytest

from corpus.reader import RawFile, Reader
from index.answers import Question, Verdict
from index.library import Library, open_library
from tests.corpus.press_samples import FACTIVA_CODES
from tests.index.making import library_over, write

FERRY = (
    FACTIVA_CODES.replace("barge", "ferry")
    .replace("2019", "2021")
    .replace("Barges stayed in port, says master", "Ferry sold abroad, council says")
)
LATER = FERRY.replace("2021", "2022").replace("harbour master", "harbour keeper")
FIRST, SECOND, THIRD = (
    f"export.txt#harbpo00{year}0504ef540000p" for year in ("2019", "2021", "2022")
)


async def days(library: Library) -> dict[str, str]:
    found = await library.ask(Question("who said that no ferry or barge had left the port"))
    quotes = [*found.quotes, *found.closest]
    return {quote.passage.document: str(quote.source.published) for quote in quotes}


async def names(library: Library) -> list[str]:
    return [each.document for each in (await library.sources()).holdings]


async def test_each_article_is_a_source_with_its_own_day(tmp_path: Path) -> None:
    async with library_over(tmp_path, {"export.txt": f"{FACTIVA_CODES}\n{FERRY}"}) as library:
        assert await names(library) == [FIRST, SECOND]
        assert (await library.status()).documents == 2
        assert await days(library) == {FIRST: "2019-05-04", SECOND: "2021-05-04"}
        assert "ferry" not in await library.text(FIRST)
        assert await library.refresh() is None


async def test_its_quotes_are_proven_against_the_file_as_it_is_now(tmp_path: Path) -> None:
    async with library_over(tmp_path, {"export.txt": f"{FACTIVA_CODES}\n{FERRY}"}) as library:
        answer = await library.ask(Question("no barge had left the port during the storm"))
        (quote_id,) = {q.quote_id for q in answer.quotes if q.passage.document == FIRST}
        assert (await library.verify(quote_id)).verdict is Verdict.EXACT
        write(tmp_path / "corpus", {"export.txt": FERRY + FACTIVA_CODES})  # in another order
        assert (await library.verify(quote_id)).verdict is Verdict.EXACT
        write(tmp_path / "corpus", {"export.txt": f"{FERRY}\n{LATER}"})
        assert (await library.verify(quote_id)).verdict is Verdict.DOCUMENT_GONE


async def test_an_article_more_leaves_the_others_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []
    parse = Reader.parse

    def noted(raw: RawFile) -> object:
        parsed.append(raw.id)
        return parse(raw)

    async with library_over(tmp_path, {"export.txt": f"{FACTIVA_CODES}\n{FERRY}"}):
        pass
    monkeypatch.setattr(Reader, "parse", staticmethod(noted))
    write(tmp_path / "corpus", {"export.txt": f"{LATER}\n{FACTIVA_CODES}\n{FERRY}"})
    async with open_library(corpus=tmp_path / "corpus", data=tmp_path / "data") as library:
        report = await library.refresh()
        assert report is not None
        assert (report.added, report.changed, report.removed) == ((THIRD,), (), ())
        assert parsed == [THIRD]
        write(tmp_path / "corpus", {"export.txt": f"{LATER}\n{FERRY}"})
        report = await library.refresh()
        assert report is not None
        assert (report.added, report.removed, report.documents) == ((), (FIRST,), 2)


async def test_an_article_without_a_quote_is_told_each_time_and_keeps_no_other_out(
    tmp_path: Path,
) -> None:
    empty = f"{LATER[: LATER.index('LP ')]}{LATER[LATER.index('NS ') :]}"
    files = {"export.txt": f"{FACTIVA_CODES}\n{FERRY}"}
    async with library_over(tmp_path, files) as library:
        write(tmp_path / "corpus", {"export.txt": f"{FACTIVA_CODES}\n{empty}\n{FERRY}"})
        report = await library.refresh()
        assert report is not None
        assert await names(library) == [FIRST, SECOND]
        write(tmp_path / "corpus", {"other.txt": "The keeper said that the port was closed."})
        again = await library.refresh()
        assert again is not None
        assert [each.file for each in report.unreadable] == [THIRD]
        assert again.unreadable == report.unreadable
