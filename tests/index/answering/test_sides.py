"""Sides of a claim: what denies it, what confirms it, the others; each sentence once."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from index.answers import Question
from index.findings.sides import Said, Sides
from index.library import Library, open_library
from tests.index.making import library_over

DOCUMENTS = {
    "gazette.md": """---
title: The strike
publisher: The Gazette
published: 2021-03-04
---
Villagers say that the army bombed the mill of Oster on 2 March 2021. The army denied the bombing
of the mill but confirmed the flight of a drone over Oster.
""",
    "herald.md": """---
title: The mill
publisher: The Herald
published: 2021-03-06
---
The mill of Oster was bombed by the army, the mayor said, and two millers died.

These claims were denied by General Ruben Falk. The mayor acknowledged that the mill had been empty.
""",
    "reprint.md": """---
title: The strike again
publisher: The Echo
published: 2021-03-09
---
The army denied the bombing of the mill but confirmed the flight of a drone over Oster.
""",
    "bread.md": """---
title: Bread
publisher: The Baker
---
The baker denied that his bread was old. The mill of Oster grinds rye.
""",
}


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    async with library_over(tmp_path, DOCUMENTS) as opened:
        yield opened


async def sorted_out(library: Library, claim: str) -> Sides:
    return await library.sides(Question(claim, limit=25))


def exact(said: Said) -> bool:
    text = said.quote.passage.text
    spans = (said.sentence, *filter(None, (said.speaker, said.cue)))
    return all(0 <= span.start < span.end <= len(text) for span in spans)


async def test_a_cue_counts_for_what_it_governs(library: Library) -> None:
    bombed = await sorted_out(library, "Did the army bomb the mill of Oster?")
    assert any(said.cue_words == "denied" for said in bombed.denies)
    assert not any("flight" in said.words for said in bombed.confirms)
    flown = await sorted_out(library, "flight of a drone over Oster")
    assert [said.cue_words for said in flown.confirms] == ["confirmed"]
    assert not any("flight" in said.words for said in flown.denies)


async def test_a_denial_that_points_back_denies_what_was_said_before(library: Library) -> None:
    found = await sorted_out(library, "Did the army bomb the mill of Oster?")
    falk = next(said for said in found.denies if "Falk" in said.words)
    assert falk.who == "General Ruben Falk"
    assert str(falk.when.date) == "2021-03-06"
    assert not any("bread" in said.words for said in found.denies)


async def test_the_same_sentence_stands_once_with_all_who_carry_it(library: Library) -> None:
    found = await sorted_out(library, "Did the army bomb the mill of Oster?")
    words = [said.words for said in found.denies]
    assert len(words) == len(set(words))
    army = next(said for said in found.denies if said.words.startswith("The army"))
    assert army.quote.source.publisher == "The Gazette"
    assert [other.source.publisher for other in army.quote.also_in] == ["The Echo"]


async def test_everything_shown_is_a_slice_and_each_side_is_in_order(library: Library) -> None:
    found = await sorted_out(library, "Did the army bomb the mill of Oster?")
    assert found.said
    assert all(map(exact, found.said))
    for side in (found.denies, found.confirms, found.others):
        days = [said.when.date.first for said in side if said.when.date]
        assert days == sorted(days)


@pytest.mark.parametrize(
    ("sentence", "date"),
    [
        ("The abbot admitted that he had sold the mill in May 1985.", "2021-05-07"),
        ("The abbot admitted selling the mill in May 1985.", "2021-05-07"),
        ("Reports that the abbot sold the mill in May 1985 were denied by Oster.", "2021-05-07"),
        ("On 6 May 2021 the abbot admitted that he had sold the mill in 1985.", "2021-05-06"),
        ("The abbot confirmed on 6 May 2021 that he had sold the mill in 1985.", "2021-05-06"),
        ("The abbot denied the sale of the mill on 6 May 2021.", "2021-05-06"),
    ],
)
async def test_a_date_of_what_is_denied_is_not_when_it_was_denied(
    tmp_path: Path, sentence: str, date: str
) -> None:
    page = f"---\ntitle: The mill\npublished: 2021-05-07\n---\n{sentence}\n"
    async with library_over(tmp_path, {"mill.md": page}) as library:
        found = await sorted_out(library, "Did the abbot sell the mill?")
    (said,) = (*found.denies, *found.confirms)
    assert str(said.when.date) == date


async def test_nothing_is_sorted_where_nothing_bears_on_the_claim(library: Library) -> None:
    found = await sorted_out(library, "zeppelins")
    assert found.said == ()
    assert not found.answer.answered


async def test_only_passages_in_which_somebody_speaks(library: Library) -> None:
    asked = Question("mill of Oster", who="falk", speakers=True)
    (quote,) = (await library.ask(asked)).quotes
    assert quote.speaker == "General Ruben Falk"
    assert not (await library.ask(Question("mill of Oster", who="Nobody"))).answered


@pytest.mark.shared
async def test_the_seeds_have_both_sides_of_the_transfer_of_fighters(
    tmp_path: Path, shared: Path
) -> None:
    async with open_library(corpus=shared / "seeds", data=tmp_path) as library:
        await library.refresh()
        found = await sorted_out(library, "Did Turkey send Syrian fighters to Azerbaijan?")
    denials = {said.who for said in found.denies}
    assert {"Turkey and Azerbaijan", "AKP spokesman Omar Celik", "Ankara and Baku"} <= denials
    others = " ".join(said.words for said in (*found.confirms, *found.others))
    for name in ("Macron", "Defense Department official", "Russian Foreign Ministry", "Assad"):
        assert name in others
    assert {said.cue_words for said in found.denies} <= {"denied", "rejected"}
    assert all(map(exact, found.said))
