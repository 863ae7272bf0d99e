"""Names of several spellings: which are read as one, and which are offered alone."""

from pathlib import Path

import pytest

from index.answers import Question
from tests.index.making import library_over, page

PAGES = {
    "a.md": page("Abdulrahman Lind spoke in Kyiv. Oleksandr Berg won. The newspaper printed it."),
    "b.md": page("Abdel Fattah Perk met Nour in the town. Abu Bakr stayed."),
}


@pytest.mark.parametrize(
    ("question", "word", "near", "applied"),
    [
        ("Where did Abdul Rahman Lind speak?", "Abdul Rahman", "Abdulrahman", True),
        ("Where did Abdul-Rahman Lind speak?", "Abdul-Rahman", "Abdulrahman", True),
        ("where did abdul rahman lind speak", "abdul rahman", "Abdulrahman", True),
        ("Who did Abdelfattah Perk meet?", "Abdelfattah", "Abdel Fattah", True),
        ("where did abubakr stay", "abubakr", "Abu Bakr", True),
        ("What did the news paper print?", "news paper", "newspaper", True),
        ("What did Alexander Berg win?", "Alexander", "Oleksandr", False),
        ("Who spoke in Kiev?", "Kiev", "Kyiv", False),
    ],
)
async def test_a_name_joined_or_parted_is_one_and_another_languages_is_offered(
    tmp_path: Path, question: str, word: str, near: str, *, applied: bool
) -> None:
    """Only how it is parted is a matter of transliteration: Alexander may be somebody else."""
    async with library_over(tmp_path, PAGES) as library:
        answer = await library.ask(Question(question))
    (suggestion,) = answer.suggestions
    assert (suggestion.word, suggestion.near[0], suggestion.applied) == (word, near, applied)
    assert answer.answered is applied


async def test_another_name_with_the_same_beginning_is_no_such_name(tmp_path: Path) -> None:
    async with library_over(tmp_path, PAGES) as library:
        answer = await library.ask(Question("Where did Abdul Karim speak?"))
    assert not answer.answered
    assert not any(each.applied for each in answer.suggestions)


async def test_common_words_are_not_joined_by_their_stems(tmp_path: Path) -> None:
    """A stemmer that takes the first letters knows every word that begins as another."""
    pages = {"a.md": page("Hangi bitkiler burada büyür, belli değil. Al bayrak ve renk gitti.")}
    async with library_over(tmp_path, pages, "turkish") as library:
        answer = await library.ask(Question("hangi plastidler alrenk olur"))
    assert not any(each.applied for each in answer.suggestions)
