"""The benchmark of paragraphs that are not there tells them from those that are."""

from benchmarks.quality.absent import measure, row

BREAD = "The bakers of Ostby raised the price of rye bread to nine crowns after the harvest."
BRIDGE = "Engineers repaired the old bridge, where lorries had damaged its iron railings."


def paragraph(text: str, question: str, answer: str) -> dict[str, object]:
    return {"context": text, "qas": [{"question": question, "answers": [{"text": answer}]}]}


async def test_a_paragraph_that_is_not_there_makes_a_near_miss() -> None:
    """Every other paragraph is in the corpus, and the questions on all are asked."""
    there = paragraph(BREAD, "To what was the price of rye bread raised?", "nine crowns")
    absent = paragraph(BRIDGE, "What had lorries damaged on the old bridge?", "iron railings")
    (found,) = await measure([{"paragraphs": [there, absent]}], "english", 1)
    assert [(met.asked.is_there, met.answered, met.place) for met in found] == [
        (True, True, 1),
        (False, False, 0),
    ]
    assert row("english", "even", found).endswith("| 1 / 1 | 1.000 | 1.000 | 1.000 | 1.000 |")
