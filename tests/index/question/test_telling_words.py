"""Which words even a small corpus must have, and what comes of it."""

from pathlib import Path

import pytest

from index.answers import Outcome, Question
from index.question.telling_words import is_bare, is_telling, is_thing
from tests.index.making import library_over, page

DEPOT = {
    "depot.md": page(
        "The volunteers were dressed in grey coats of the border guard when they were led to the "
        "depot. Each was handed a rifle.\n\nMost of them were between 19 and 34, the clerk said."
    ),
    "letter.md": page("Three buses with volunteers had left the harbour of Lind at night."),
    "talks.md": page("The minister denied the report. Members of the group asked for trust."),
}


@pytest.mark.parametrize(
    ("text", "word", "language", "telling"),
    [
        ("Who closed the airport of Lind?", "airport", "english", True),
        ("What clothes did they wear?", "clothes", "english", False),
        ("What clothes did they wear?", "wear", "english", False),
        ("what did truss deny", "truss", "english", True),
        ("Truss denied the report", "Truss", "english", True),
        ("Apparently the report is wrong", "Apparently", "english", False),
        ("Wer schloss den Flughafen?", "Flughafen", "german", True),
        ("Welche Kleider trugen sie?", "Kleider", "german", False),
        ("Qui a fermé l'aéroport ?", "aéroport", "french", True),
        ("¿Quién cerró el aeropuerto?", "aeropuerto", "spanish", True),
        ("誰が逮捕されたか", "逮捕", "japanese", False),
    ],
)
def test_what_a_question_takes_for_granted_tells(
    text: str, word: str, language: str, telling: bool
) -> None:
    """What an article leads to, what happens to people, what stands where names do."""
    assert is_telling(text, text.index(word), language) is telling


@pytest.mark.parametrize(
    ("text", "word", "bare"),
    [
        ("what did truss deny", "truss", True),
        ("truss denied it", "truss", True),
        ("what did the mimister deny", "mimister", False),
        ("were mercenareis seen", "mercenareis", False),
    ],
)
def test_a_name_stands_without_an_article(text: str, word: str, bare: bool) -> None:
    assert is_bare(text, text.index(word), "english") is bare


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("Who shot the volunteers?", False),
        ("Were four hundred volunteers handed a rifle?", False),
        ("How many volunteers died?", False),
        ("How old were the volunteers?", True),
        ("How tall were the volunteers?", False),
        ("How far is Lind from the depot?", False),
        ("How did the minister answer the report?", True),
        ("what did truss deny", False),
        ("Truss denied the report", False),
    ],
)
async def test_a_few_passages_that_lack_it_are_no_answer(
    tmp_path: Path, question: str, answered: bool
) -> None:
    async with library_over(tmp_path, DEPOT) as library:
        assert (await library.ask(Question(question))).answered is answered


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("Nine guards were killed in the harbour of Lind.", True),
        ("Nine guards died in the harbour of Lind.", True),
        ("Nine guards were seen in the harbour of Lind.", False),
    ],
)
async def test_another_word_for_what_happened_tells_of_it(
    tmp_path: Path, text: str, answered: bool
) -> None:
    """Who was killed has died; who was merely seen has not."""
    padding = {f"{n}.md": page(f"Note {n} tells of the weather and of bread.") for n in range(40)}
    deaths = {"deaths.md": page("Two cooks died, others perished, and many were killed.")}
    async with library_over(tmp_path, {"a.md": page(text)} | deaths | padding) as library:
        answer = await library.ask(Question("How many guards were killed in the harbour of Lind?"))
    assert answer.answered is answered


async def test_no_word_that_stands_as_a_name_becomes_a_common_one(tmp_path: Path) -> None:
    """It is offered at most: "truss" in small letters may be a name as well."""
    async with library_over(tmp_path, DEPOT) as library:
        name = await library.ask(Question("what did truss ask for"))
        slip = await library.ask(Question("what did the mimister deny"))
    assert [(each.near, each.applied) for each in name.suggestions] == [(("trust",), False)]
    assert [(each.near, each.applied) for each in slip.suggestions] == [(("minister",), True)]


@pytest.mark.parametrize("question", ["How old is Lindqvist?", "When was Lindqvist born?"])
async def test_a_name_alone_tells_no_age(tmp_path: Path, question: str) -> None:
    """A number above 120 is none, however well the passage covers the name."""
    text = "Ewa Lindqvist estimated that 2,000 fighters were there."
    files = {"a.md": page(text), **DEPOT}
    aged = {"a.md": page(f"{text} Lindqvist was born in 1970."), **DEPOT}
    async with library_over(tmp_path / "without", files) as library:
        assert not (await library.ask(Question(question))).answered
    async with library_over(tmp_path / "with", aged) as library:
        assert (await library.ask(Question(question))).answered


async def test_a_passage_with_the_names_comes_close(tmp_path: Path) -> None:
    """Whatever it lacks: who asks about somebody is shown what there is."""
    async with library_over(tmp_path, DEPOT) as library:
        named = await library.ask(Question("What did Lind say about quasars and vaccines?"))
        other = await library.ask(Question("What did Norrby say about quasars and vaccines?"))
    assert (named.outcome, other.outcome) == (Outcome.CLOSEST, Outcome.NOTHING)
    assert named.evidence is not None
    assert named.evidence.near <= named.evidence.reached < named.evidence.enough


@pytest.mark.parametrize(
    ("text", "word", "thing"),
    [
        ("What was the final score?", "score", True),
        ("Who paid for the design?", "design", True),
        ("Who died in the crash?", "crash", True),
        ("How many died?", "died", False),
        ("Who scored for Lind?", "scored", False),
        ("Did she design the bridge?", "design", False),
    ],
)
def test_a_thing_is_nothing_that_happens(text: str, word: str, thing: bool) -> None:
    """What an article, a preposition or an ordinal leads to need not be told in other words."""
    assert is_thing(text, text.index(word), "english") is thing
