"""Near misses where each article has a subject of its own, whom its passages alone name."""

from pathlib import Path

import pytest

from index.answers import Against, Outcome, Question
from tests.index.making import library_over, page

NEWS = {
    "striker.md": page(
        "Ivo Brandal scored twice as Norrby United won the cup final on Saturday. The striker, 27, "
        "said he was happy at the club.\n\nIvo Brandal joined Norrby United in 2019 for £3m."
    ),
    "minister.md": page(
        "The transport minister Petra Soll told parliament that the Lind tunnel was late. Petra "
        "Soll spoke for 40 minutes on 6 January.\n\nEngineers need six more machines, she said."
    ),
    "bakery.md": page(
        "The bakery chain Ostby Bread bought its rival Krume for 12m euros. Its founder Jonas Weil "
        "said the deal was done in a week."
    ),
    "museum.md": page(
        "The painter Alma Reik, who was born in 1940, gave nine pictures to the museum in Varde. "
        "The museum put them up in its new hall."
    ),
    "court.md": page(
        "A court in Varde heard the case of a driver who hit two sheep. The driver said that the "
        "sun had blinded him. The court will meet again."
    ),
    "choir.md": page(
        "A choir of 60 children sang in the harbour of Tessin. Their teacher Bela Konrad had "
        "practised with them since spring."
    ),
}


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("How old is Ivo Brandal?", True),
        ("How old is Alma Reik?", True),
        ("how old is petra soll", False),
        ("How old is Bela Konrad?", False),
        ("How much did Ostby Bread pay for Krume?", True),
        ("How much did Alma Reik earn at the museum in Varde?", False),
        ("How much did the choir in Tessin cost?", False),
    ],
)
async def test_a_number_is_no_age_and_no_sum(tmp_path: Path, question: str, answered: bool) -> None:
    """Forty minutes are no age, nine pictures no sum, however well the name is covered."""
    async with library_over(tmp_path, NEWS) as library:
        assert (await library.ask(Question(question))).answered is answered


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("Who did Ostby Bread buy?", True),
        ("Who acquired Krume?", True),  # bought
        ("Did Ivo Brandal resign?", False),
        ("Did Petra Soll apologise?", False),
        ("Did Ivo Brandal leave Norrby United?", False),
        ("Who sacked Petra Soll?", False),
        ("When will the Lind tunnel open?", False),
    ],
)
async def test_what_happens_has_to_be_told(tmp_path: Path, question: str, answered: bool) -> None:
    """In this word or in another for the same; that somebody is spoken of tells nothing of it."""
    async with library_over(tmp_path, NEWS) as library:
        assert (await library.ask(Question(question))).answered is answered


@pytest.mark.parametrize(
    "question",
    [
        "Did Ivo Brandal sign for Tessin Rovers?",
        "What did Petra Soll tell Alma Reik?",
    ],
)
async def test_a_name_that_stands_nowhere_near_is_no_answer_but_comes_close(
    tmp_path: Path, question: str
) -> None:
    """Whom it tells of is shown, and said to be no answer."""
    async with library_over(tmp_path, NEWS) as library:
        answer = await library.ask(Question(question))
    assert answer.outcome is Outcome.CLOSEST
    assert answer.evidence is not None
    assert Against.NAMES in answer.evidence.against


async def test_the_passage_with_the_sum_comes_before_one_with_another_number(
    tmp_path: Path,
) -> None:
    """Twelve partners and a fourth of May are no sum, however often the matter is named."""
    merger = page(
        "The Ostby merger was signed on 4 May by 12 partners of the Ostby board, who had fought "
        "over the Ostby merger for years.\n\n"
        "The workers of both firms met in the old hall and sang, and then they all went home.\n\n"
        "The $25 billion merger was the idea of a baker."
    )
    async with library_over(tmp_path, {**NEWS, "merger.md": merger}) as library:
        answer = await library.ask(Question("How much was the Ostby merger worth?"))
    assert "$25" in answer.shown[0].passage.text
