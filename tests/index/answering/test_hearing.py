"""What somebody said is asked: who only stands near the matter is no answer."""

from pathlib import Path

import pytest

from index.answers import Against, Answer, Outcome, Question
from tests.index.making import library_over, page

_OTHERS = {
    "gulls.md": page("Gulls followed the boats to the lighthouse until noon, a keeper wrote."),
    "bread.md": page("Bakers in Ostby raised the price of rye bread after a poor harvest."),
    "school.md": page("A school opened its doors to families who came from the coast."),
    "bridge.md": page("Engineers repaired the old bridge, whose railings lorries had damaged."),
}
_NEAR_IT = "Sofia Holm met the owners of the ferry in Norrby and left without a word to anybody."


async def _asked(folder: Path, question: str, **texts: str) -> Answer:
    files = {f"{name}.md": page(text) for name, text in texts.items()}
    async with library_over(folder, _OTHERS | files) as library:
        return await library.ask(Question(question))


async def test_whoever_is_only_named_has_said_nothing(tmp_path: Path) -> None:
    answer = await _asked(tmp_path, "What did Holm say about the ferry?", ferry=_NEAR_IT)
    asked = await _asked(tmp_path / "plain", "Did Holm own the ferry?", ferry=_NEAR_IT)
    assert answer.evidence is not None
    assert asked.evidence is not None
    assert Against.SPEAKER in answer.evidence.against
    assert Against.SPEAKER not in asked.evidence.against
    assert answer.evidence.reached < asked.evidence.reached


@pytest.mark.parametrize(
    "said",
    [
        "“It will sail again,” Sofia Holm said of the ferry in Norrby.",
        "According to Sofia Holm, the ferry in Norrby is safe.",
        "HOLM: The ferry will sail again from Norrby, whatever the owners think of it.",
    ],
)
async def test_whoever_speaks_is_first(tmp_path: Path, said: str) -> None:
    question = "What did Holm say about the ferry?"
    answer = await _asked(tmp_path, question, ferry=_NEAR_IT, quay=said)
    assert answer.outcome is Outcome.ANSWERED
    assert answer.quotes[0].passage.document == "quay.md"
    assert "speaker" in answer.quotes[0].parts


async def test_what_somebody_wrote_are_their_words(tmp_path: Path) -> None:
    files = _OTHERS | {"own.md": page(_NEAR_IT, author="Sofia Holm and others")}
    async with library_over(tmp_path, files) as library:
        answer = await library.ask(Question("What did Holm say about the ferry?"))
    assert answer.evidence is not None
    assert Against.SPEAKER not in answer.evidence.against


async def test_a_title_is_nobodys_name(tmp_path: Path) -> None:
    """Another president's words are not those that are asked for."""
    said = "President Ewa Lindqvist said that the ferry in Norrby, which Holm owns, will sail."
    answer = await _asked(tmp_path, "What did President Holm say about the ferry?", ferry=said)
    assert answer.evidence is not None
    assert Against.SPEAKER in answer.evidence.against
