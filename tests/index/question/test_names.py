"""Rules of names: which words are one, what stands around it, and what stands for a full name."""

from pathlib import Path

import pytest

from index.answering.served_version import Served
from index.answering.understanding import understood
from index.answers import Question
from index.question.asked_words import Kind
from index.question.reading import ReadQuestion
from tests.index.making import library_over, page

FULL = "Minister Ilse de Waard opened the fair, and her guests praised the weather of the region."
LATER = "De Waard supports the strike in the mines, the paper said, and so did her deputy."
ELSEWHERE = "Pieter Waard supports the strike in the mines of another country, his neighbour said."
PADDING = " ".join(
    ["The band played the marches that the town knows from each of its summers."] * 8
)
PAGES = {
    "ilse.md": page(f"{FULL} {PADDING}\n\n{PADDING}\n\n{LATER} {PADDING}"),
    "pieter.md": page(ELSEWHERE),
}


async def read(tmp_path: Path, question: str) -> ReadQuestion:
    async with library_over(tmp_path, PAGES) as library:
        served = library._served
        assert isinstance(served, Served)
        return understood(question, served)[0]


@pytest.mark.parametrize(
    "question",
    [
        "What does Ilse de Waard support?",
        "What does Ilse M. Waard support?",
        "What does Minister Ilse Waard support?",
    ],
)
async def test_a_surname_stands_for_the_full_name_where_the_document_has_it(
    tmp_path: Path, question: str
) -> None:
    """Titles, initials and particles cost nothing; another bearer of the surname is no match."""
    async with library_over(tmp_path, PAGES) as library:
        answer = await library.ask(Question(question))
    best = answer.quotes[0]
    assert best.passage.document == "ilse.md"
    assert LATER in best.passage.text
    assert best.lacks == ()


async def test_another_bearer_of_the_surname_lacks_the_given_name(tmp_path: Path) -> None:
    async with library_over(tmp_path, PAGES) as library:
        answer = await library.ask(Question("What does Ilse Waard support?", abstain=False))
    lacking = {quote.passage.document: quote.lacks for quote in answer.quotes}
    assert "Ilse" in lacking.get("pieter.md", ("Ilse",))


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("what of Ilse and her fair", {"Ilse": Kind.NAME, "fair": Kind.OTHER}),
        ("Clothes of ilse", {"Clothes": Kind.OTHER, "ilse": Kind.NAME}),
        ("What of Zorro and F-35?", {"Zorro": Kind.NAME, "F-35": Kind.NUMBER}),
        ("The Fair Of The Town", {"Fair": Kind.OTHER, "Town": Kind.OTHER}),
    ],
)
async def test_a_name_is_told_by_its_writing_here_and_there(
    tmp_path: Path, question: str, kinds: dict[str, Kind]
) -> None:
    """What the corpus writes small is none; the first word's capital says nothing."""
    found = await read(tmp_path, question)
    assert {word.text: word.kind for word in found.words} == kinds


async def test_a_script_without_capitals_tells_no_name(tmp_path: Path) -> None:
    """Beside a name in Latin letters, too."""
    async with library_over(tmp_path, {"a.md": page("סגרו את הטחנה בגשם. Lind שתק.")}) as library:
        served = library._served
        assert isinstance(served, Served)
        found = understood("הטחנה Lind", served)[0]
    assert {word.text: word.kind for word in found.words} == {
        "הטחנה": Kind.OTHER,
        "Lind": Kind.NAME,
    }


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        ("What did Bush deny?", ("Bush",)),
        ("What did Browne deny?", ("Browne",)),
        ("Which bush was cut?", ()),
        ("What did Marlow deny?", ()),
    ],
)
async def test_a_name_is_never_a_form_of_a_common_word(
    tmp_path: Path, question: str, lacks: tuple[str, ...]
) -> None:
    """The corpus has "bushes" and "brown", in small letters alone."""
    texts = "The bushes were cut and denied water. Marlow saw the brown fence and denied it."
    async with library_over(tmp_path, {"a.md": page(texts)}) as library:
        found = await library.ask(Question(question))
        assert found.missing_words == lacks
        assert found.answered is not bool(lacks)


SMALL = (
    "The cook sold rice in the park. The minister denied it, and the parliament met. "
    "Jonas Berg and Marta Lindgren saved the horses of the mill."
)


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("What did Cook sell?", False),
        ("What did Rice sell?", False),
        ("What did Mr. Cook sell?", False),
        ("What did the Cook sell?", True),
        ("What did the cook sell?", True),
        ("What did the Minister deny?", True),
        ("Where did Parliament meet?", True),
        ("Did Jonas Berg save the horses?", True),
        ("Did Jonas Burg save the horses?", False),
        ("Did Marta Lundgren save the horses?", False),
    ],
)
async def test_another_person_is_not_answered_with(
    tmp_path: Path, question: str, *, answered: bool
) -> None:
    """Neither a common word that is spelt as the name nor a namesake by the given name."""
    async with library_over(tmp_path, {"a.md": page(SMALL), **PAGES}) as library:
        found = await library.ask(Question(question))
    assert found.answered is answered


async def test_a_name_that_a_chat_writes_small_is_still_that_name(tmp_path: Path) -> None:
    """Only a name that is a common word may be one and not the other."""
    chat = page("lol lindgren sold the horses, the cook said so and nobody minded")
    async with library_over(tmp_path, {"a.md": chat, **PAGES}) as library:
        assert (await library.ask(Question("What did Lindgren sell?"))).answered
        assert not (await library.ask(Question("What did Cook say?"))).answered


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("What did envoy Wenling write?", ()),
        ("What did Envoy Wenling write?", (("envoy", "wenl"),)),
        ("what did envoy wenling write?", (("envoy", "wenl"),)),
    ],
)
async def test_an_office_written_small_beside_a_name_is_no_part_of_it(
    tmp_path: Path, question: str, names: tuple[tuple[str, ...], ...]
) -> None:
    """The documents have the word where sentences begin alone, and so with a capital."""
    pages = {
        f"{name}.md": page(f"Envoy {name} wrote that nobody came.")
        for name in ("Wenling", "Nemo", "Levana")
    }
    async with library_over(tmp_path, pages) as library:
        served = library._served
        assert isinstance(served, Served)
        assert understood(question, served)[0].full_names == names


GERMAN = {
    "a.md": page("Olaf Scholz schwieg. Die Regierung schwieg. Der Vorwurf sei erfunden."),
    "b.md": page("Der Hafen wurde zwei Tage gesperrt. In Bremen regnete es."),
}


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("Wer hat den Hafen von Kiel gesperrt?", False),
        ("Regnete es in Hamburg?", False),
        ("Regnete es in Bremen?", True),
        ("Hat Friedrich Merz geschwiegen?", False),
        ("Schwieg Olaf Scholz?", True),
        ("Weshalb wurde der Hafen gesperrt?", True),
        ("Wie lange sperrte Kiel den Hafen?", False),
        ("Welche Häfen sperrte Bremen?", True),
        ("Schwieg Präsident Merz?", False),
        ("Schwieg Herr Scholz?", True),
        ("Schwieg Frau von der Scholz?", True),
        ("Welche Leute schwiegen zum Vorwurf?", True),
    ],
)
async def test_a_name_among_german_nouns_is_told_by_its_place(
    tmp_path: Path, question: str, *, answered: bool
) -> None:
    """After "von" or "in" or as a subject without an article, beside another or behind a title:
    nouns are joined, or have an article, instead.
    """
    async with library_over(tmp_path, GERMAN, "german") as library:
        assert (await library.ask(Question(question))).answered is answered


@pytest.mark.parametrize(
    ("language", "text", "question"),
    [
        ("french", "Jeanne Le Berger a fermé le port.", "Qu'a fermé Mme Le Berger ?"),
        ("french", "Jeanne Le Gal a fermé le port.", "Qu'a fermé Mme Le Gal ?"),
        ("spanish", "Juana Barros cerró el puerto.", "¿Qué cerró la señora Barros?"),
        ("russian", "Анна Бергер закрыла порт.", "Что закрыла госпожа Бергер?"),
        ("ukrainian", "Анна Бергер закрила порт.", "Що закрила пані Бергер?"),
        ("polish", "Anna Berger zamknęła port.", "Co zamknęła pani Berger?"),
        ("turkish", "Anna Berger limanı kapattı.", "Sayın Berger neyi kapattı?"),
    ],
)
async def test_a_title_costs_nothing_in_any_language(
    tmp_path: Path, language: str, text: str, question: str
) -> None:
    """A particle may stand between it and the name."""
    async with library_over(tmp_path, {"a.md": page(text)}, language) as library:
        assert (await library.ask(Question(question))).answered


async def test_a_turkish_question_may_open_with_a_name(tmp_path: Path) -> None:
    pages = {"a.md": page("İzmir limanı iki gün kapalı kaldı.")}
    async with library_over(tmp_path, pages, "turkish") as library:
        assert (await library.ask(Question("İzmir limanı kaç gün kapalı kaldı?"))).answered
        assert not (await library.ask(Question("Mersin limanı kaç gün kapalı kaldı?"))).answered
        assert (await library.ask(Question("Limanlar kaç gün kapalı kaldı?"))).answered


async def test_a_form_of_a_common_word_that_opens_a_statement_is_no_name(tmp_path: Path) -> None:
    pages = {"a.md": page("A baker denied that the volcano near the town was seen to smoke.")}
    async with library_over(tmp_path, pages) as library:
        assert (await library.ask(Question("Bakers denied that the volcano smoked"))).answered
        assert not (await library.ask(Question("Norrby denied that the volcano smoked"))).answered


@pytest.mark.parametrize(
    ("question", "weighs"),
    [
        ("What does Minister Ilse Waard support?", False),
        ("What does minister. Ilse support?", False),
        ("Who is the minister of Waard?", True),
        ("Who is minister in Ilse?", True),
    ],
)
async def test_a_title_costs_nothing_right_before_a_name_alone(
    tmp_path: Path, question: str, weighs: bool
) -> None:
    weights = (await read(tmp_path, question)).weights
    assert (weights["minist"] > 0) is weighs


@pytest.mark.parametrize(
    ("question", "weighs"),
    [
        ("Did Ilse get 300 dollars?", False),
        ("Did 300 towns want dollars?", True),
        ("Why does Ilse want dollars?", True),
    ],
)
async def test_a_unit_behind_a_number_costs_nothing(
    tmp_path: Path, question: str, weighs: bool
) -> None:
    """Most texts write "$300", of which the sign is no word."""
    weights = (await read(tmp_path, question)).weights
    assert (weights["dollar"] > 0) is weighs
