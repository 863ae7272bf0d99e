"""Rules of proof: a quote id finds its words again, or says what became of them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.answering.quote_id import QuoteId
from index.answers import Question, Quote, Verdict
from index.cutting.passage import Passage
from index.errors import QuoteError
from index.library import Library
from index.store.rows import name_key
from tests.index.making import CLAIM, DENIAL, TWO_SIDES, library_over, page


async def first_quote(library: Library) -> Quote:
    return (await library.ask(Question("What did the ambassador say?"))).quotes[0]


async def test_an_unchanged_document_proves_its_quote(tmp_path: Path) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        proof = await library.verify((await first_quote(library)).quote_id)
        assert (proof.verdict, proof.document, proof.text) == (Verdict.EXACT, "claim.md", CLAIM)


@pytest.mark.parametrize(
    ("now", "verdict", "text"),
    [
        (page("Corrected on Tuesday.\n\n" + CLAIM), Verdict.MOVED, CLAIM),
        (page(CLAIM.replace("300", "30")), Verdict.GONE, None),
        (None, Verdict.DOCUMENT_GONE, None),
        ("", Verdict.DOCUMENT_GONE, None),
    ],
    ids=["moved", "altered", "deleted", "emptied"],
)
async def test_a_changed_document_says_what_became_of_the_quote(
    tmp_path: Path, now: str | None, verdict: Verdict, text: str | None
) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        quote = await first_quote(library)
        path = tmp_path / "corpus" / "claim.md"
        path.unlink() if now is None else path.write_text(now)
        for _ in range(2):  # before and after the index has learnt of it
            proof = await library.verify(quote.quote_id)
            assert (proof.verdict, proof.text) == (verdict, text)
            await library.reindex()


async def test_a_quote_is_found_by_its_id_with_what_stands_around_it(tmp_path: Path) -> None:
    text = "\n\n".join(f"## Part {n}\n\n{DENIAL} This is part {n}." for n in range(5))
    async with library_over(tmp_path, {"a.md": text}) as library:
        answer = await library.ask(Question("denied part 2"))
        quote = next(q for q in answer.quotes if q.passage.section == "Part 2")
        assert (await library.quote(quote.quote_id)).passage == quote.passage
        context = await library.context(quote.quote_id)
        assert [p.section for p in context.before] == ["Part 1"]
        assert [p.section for p in context.after] == ["Part 3"]
        assert context.quote.passage == quote.passage
        wide = await library.context(quote.quote_id, size=9)
        assert (len(wide.before), len(wide.after)) == (2, 2)


async def test_a_quote_of_a_changed_document_is_not_held_any_more(tmp_path: Path) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        quote = await first_quote(library)
        (tmp_path / "corpus" / "claim.md").write_text(page(DENIAL))
        await library.reindex()
        with pytest.raises(QuoteError, match="has changed or is gone; run 'verbatim verify"):
            await library.quote(quote.quote_id)


NO_WORDS = "0" * 8 + "-" + "0" * 12 + "-5-5-e3b0c44298fc"  # whose check is that of no text


@pytest.mark.parametrize("text", ["", "nonsense", "1-2-3-4-5", "0" * 8 + "-" + "g" * 12, NO_WORDS])
async def test_what_is_no_quote_id_is_refused(tmp_path: Path, text: str) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        with pytest.raises(QuoteError, match="copy the whole id"):
            await library.verify(text)


@given(st.text(), st.text(min_size=1), st.integers(0, 20_000_000))
def test_ids_are_short_plain_and_read_back(name: str, text: str, start: int) -> None:
    passage = Passage(name, "ab" * 32, start, start + len(text), text)
    written = str(QuoteId.of(passage))
    assert QuoteId.parse(written) == QuoteId.of(passage)
    assert len(written) <= 50
    assert set(written) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


async def test_a_place_far_behind_the_text_is_no_work(tmp_path: Path) -> None:
    async with library_over(tmp_path, TWO_SIDES) as library:
        wanted = QuoteId.parse((await first_quote(library)).quote_id)
        far = wanted._replace(start=36**7 - 1 - len(CLAIM), end=36**7 - 1)
        assert (await library.verify(str(far))).verdict is Verdict.EXACT
        longer = wanted._replace(end=36**7 - 1)
        assert (await library.verify(str(longer))).verdict is Verdict.GONE


async def test_what_is_longer_than_any_quote_is_looked_for_where_it_stood_alone(
    tmp_path: Path,
) -> None:
    """An id that somebody makes up would keep a thread busy for hours with a text of megabytes."""
    text = " ".join(f"Sentence {number} is here." for number in range(1_000))
    async with library_over(tmp_path, {"long.txt": text}) as library:
        words = text[100:10_100]
        sha256 = (await library.sources()).holdings[0].sha256
        wanted = QuoteId.of(Passage("long.txt", sha256, 100, 10_100, words))
        assert (await library.verify(str(wanted))).verdict is Verdict.EXACT
        moved = wanted._replace(start=wanted.start + 1, end=wanted.end + 1)
        assert (await library.verify(str(moved))).verdict is Verdict.GONE


async def test_documents_that_share_a_key_do_not_hide_each_others_quotes(tmp_path: Path) -> None:
    alike = {"note12655.md": page(CLAIM), "note35778.md": page(DENIAL)}
    assert len(set(map(name_key, alike))) == 1, "names whose keys are the same by chance"
    async with library_over(tmp_path, alike) as library:
        answer = await library.ask(Question("fighters crossed the border near Kilis"))
        assert len(answer.quotes) > 1
        for quote in answer.quotes:
            proof = await library.verify(quote.quote_id)
            assert (proof.verdict, proof.document) == (Verdict.EXACT, quote.passage.document)
            (tmp_path / "corpus" / quote.passage.document).unlink()
            proof = await library.verify(quote.quote_id)
            assert (proof.verdict, proof.document) == (
                Verdict.DOCUMENT_GONE,
                quote.passage.document,
            )
