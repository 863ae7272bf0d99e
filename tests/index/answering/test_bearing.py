"""A denial stands under a claim only where it is about that claim."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from index.answers import Question
from index.library import Library
from tests.index.making import library_over

DOCUMENTS = {
    "toll.md": "# The toll\n\nThe toll was raised in May 2021, the town paper said. Ida Voss "
    "denied that she had raised the toll at the bridge.\n",
    "council.md": "# The council\n\nIda Voss denied that she would leave the council of Oster.\n",
    "ships.md": "# The ships\n\nNorland sent rotten ships to Oster, villagers say. Norland denied "
    "these claims.\n",
    "zeeland.md": "# The coast\n\nShips of Norland were seen off Zeeland in June. The sea was calm "
    "and the ships were old.\n",
    "phone.md": "# Calls\n\nIn 1989 the war took its toll on the telephone works of Oster.\n",
    "flood.md": "# Floods\n\nIn 1953 rain fell on Zeeland for a week.\n",
    "mill.md": "# The mill\n\nThe abbot denied that he had sold the mill to Norland for gold.\n\n"
    "The price of rye went up in the same week.\n\nHe also denied that gold had been paid.\n",
    "schools.md": "# The schools\n\nThe report of the council says that school fees were "
    "raised against the law. That fees were raised against the law is confirmed by the report.\n",
    "towns.md": "# Towns\n\nKastell and Bergen are towns on the coast.\n",
    **{f"plain{n}.md": f"# Day {n}\n\nRain fell on the fields of Norland.\n" for n in range(30)},
}


@pytest.fixture
async def library(tmp_path: Path) -> AsyncIterator[Library]:
    async with library_over(tmp_path, DOCUMENTS) as opened:
        yield opened


async def documents(library: Library, question: str) -> set[str]:
    found = await library.timeline(Question(question, limit=25))
    return {line.quote.passage.document for line in found.lines}


async def denials(library: Library, claim: str) -> list[str]:
    found = await library.sides(Question(claim, limit=25))
    return [said.words for said in found.denies]


async def test_a_denial_by_the_same_person_of_another_thing_is_not_shown(library: Library) -> None:
    (words,) = await denials(library, "Did Ida Voss raise the toll at the bridge?")
    assert "toll" in words


async def test_a_denial_needs_the_name_that_tells_the_claim_from_others(library: Library) -> None:
    """Norland denied what was said of Oster, nothing about Zeeland."""
    assert await denials(library, "Did Norland send ships to Oster?") == [
        "Norland denied these claims."
    ]
    assert await denials(library, "Did Norland send ships to Zeeland?") == []


async def test_a_claim_with_names_is_about_one_of_them_at_least(library: Library) -> None:
    claim = "Were school fees raised against the law in Kastell and Bergen?"
    assert (await library.sides(Question(claim))).confirms == ()
    without = "Were school fees raised against the law?"
    assert len((await library.sides(Question(without))).confirms) == 1


async def test_in_a_document_on_the_claim_a_part_of_it_is_enough(library: Library) -> None:
    found = await denials(library, "Did the abbot sell the mill to Norland for gold?")
    assert [words.split(" denied")[0] for words in found] == ["The abbot", "He also"]


async def test_a_timeline_of_many_passages_has_no_stray_line(library: Library) -> None:
    """One that shares a word would come first in the order of time, being the oldest."""
    found = await documents(library, "What happened to the rain on the fields of Norland?")
    assert "plain0.md" in found
    assert "flood.md" not in found
    assert await documents(library, "the toll") == {"toll.md", "phone.md"}


async def test_the_word_of_denial_itself_is_no_part_of_the_claim(library: Library) -> None:
    (words,) = await denials(library, "Who denied raising the toll?")
    assert "toll" in words
    assert await denials(library, "Who denied the flood?") == []
