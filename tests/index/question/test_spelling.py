"""Rules of near spellings: what is offered, and what is clearly meant."""

from pathlib import Path

import pytest

from index.answering.served_version import Served
from index.answering.understanding import understood
from index.answers import Question
from index.question.spelling import Speller
from tests.index.making import library_over, page

ENDINGS = [first + second for first in "ouaäö" for second in "xqzjk"]
PAGES = {
    "a.md": page("Naryshkin spoke of the mercenaries near Gaziantep. Iran was silent."),
    "b.md": page("Mercenaries were seen again. The mercenary said nothing of Gaziantep."),
}


@pytest.mark.parametrize(
    ("question", "word", "near"),
    [
        ("Narishkin spoke of mercenaries near Gaziantep", "Narishkin", "Naryshkin"),
        ("were mercenaries near gazianetp", "gazianetp", "Gaziantep"),
        ("were mercenareis near Gaziantep", "mercenareis", "Mercenaries"),
    ],
)
async def test_one_slip_in_a_long_word_is_mended_and_said(
    tmp_path: Path, question: str, word: str, near: str
) -> None:
    """A letter put in, left out, changed or swapped; the answer tells what it looked for."""
    async with library_over(tmp_path, PAGES) as library:
        answer = await library.ask(Question(question))
    (suggestion,) = answer.suggestions
    assert answer.answered
    assert (suggestion.word, suggestion.applied) == (word, True)
    assert suggestion.near[0].lower() == near.lower()


async def test_an_accent_is_no_slip(tmp_path: Path) -> None:
    """ "störte" (disturbed) is not "store", however near its letters are."""
    pages = {"a.md": page("The store at the harbour was closed, and the resume of the talks too.")}
    async with library_over(tmp_path, pages) as library:
        for asked, applied in (("störte", False), ("storte", True), ("talkès", False)):
            answer = await library.ask(Question(f"{asked} harbour closed"))
            assert any(suggestion.applied for suggestion in answer.suggestions) is applied


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("Scholz", "Schulz"),
        ("scholz", "Schulz"),
        ("Niger", "Nigel"),
        ("Zakharova", "Zakharov"),
        ("zakharova", "Zakharov"),
        ("petersen", "Peterson"),
    ],
)
async def test_a_name_is_never_read_as_another_name(tmp_path: Path, asked: str, held: str) -> None:
    """It is offered at most: what was said by one is no answer of what another said."""
    pages = {"a.md": page(f"The paper wrote of {held} and of the harbour.")}
    async with library_over(tmp_path, pages) as library:
        answer = await library.ask(Question(f"what of {asked} and the harbour"))
    (suggestion,) = answer.suggestions
    assert (suggestion.word, suggestion.near, suggestion.applied) == (asked, (held,), False)


@pytest.mark.parametrize(
    ("question", "held"),
    [
        ("what of Truss and the harbour", "trust"),
        ("What did Pence say of the harbour?", "peace"),
        ("What did Starmer say?", "started"),
        ("Starmer and the harbour", "started"),
    ],
)
async def test_a_name_is_never_offered_a_common_word(
    tmp_path: Path, question: str, held: str
) -> None:
    """Not even for another reading: nobody means it."""
    pages = {"a.md": page(f"The paper wrote that {held} was a word of the harbour.")}
    async with library_over(tmp_path, pages) as library:
        assert (await library.ask(Question(question))).suggestions == ()
        (offered,) = (await library.ask(Question(f"what of {held}x"))).suggestions
    assert offered.near == (held,)


@pytest.mark.parametrize(
    ("asked", "language", "text", "long"),
    [
        ("US", "english", "The United States closed the port.", "United States"),
        ("U.N.", "english", "The United Nations closed the port.", "United Nations"),
        (
            "EZB",
            "german",
            "Die Europäische Zentralbank schloss den Port.",
            "Europäische Zentralbank",
        ),
        ("ONU", "french", "Les Nations unies ont fermé le port.", "Nations unies"),
        ("EEUU", "spanish", "Los Estados Unidos cerraron el port.", "Estados Unidos"),
    ],
)
async def test_an_acronym_that_the_corpus_spells_out_is_read_so(
    tmp_path: Path, asked: str, language: str, text: str, long: str
) -> None:
    """The answer says so; where the corpus has the acronym itself, or not its words, it stays."""
    texts = {"held": text, "both": f"{text} {asked} 9.", "apart": "The port was closed."}
    read = {}
    for name, each in texts.items():
        async with library_over(tmp_path / name, {"a.md": page(each)}, language) as library:
            answer = await library.ask(Question(f"{asked} port"))
        read[name] = [(one.word, one.near) for one in answer.suggestions if one.applied]
    assert read == {"held": [(asked, (long,))], "both": [], "apart": []}


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("Zelensky", "Zelenskyy"),
        ("Zelenskiy", "Zelensky"),
        ("Aliyev", "Əliyev"),
        ("Kherson", "Herson"),
        ("Yelcin", "Yeltsin"),
        ("Wladimir", "Vladimir"),
        ("Hasan", "Hassan"),
        ("Tatyana", "Tat'yana"),
        ("Chelik", "Çelik"),
        ("Shahbazov", "Şahbazov"),
        ("Gorbachev", "Gorbachyov"),
        ("Solovyov", "Soloviev"),
        ("Evhenia", "Yevhenia"),
        ("Yeltsin", "Eltsin"),
        ("Aliev", "Əliyev"),
        ("Mueller", "Müller"),
        ("Groener", "Gröner"),
        ("Путін", "Путин"),
        ("Алієв", "Алиев"),
        ("Эрдоган", "Ердоган"),
        ("Зеленский", "Зеленський"),
    ],
)
async def test_another_transliteration_is_the_same_name(
    tmp_path: Path, asked: str, held: str
) -> None:
    """Whatever its first letter, and more than one letter apart."""
    pages = {"a.md": page(f"The paper wrote of {held} and of the harbour.")}
    async with library_over(tmp_path, pages) as library:
        answer = await library.ask(Question(f"What of {asked}?"))
    assert [(each.near[0], each.applied) for each in answer.suggestions] == [(held, True)]


@pytest.mark.parametrize(
    ("asked", "held"),
    [("Marie", "Mario"), ("Ivanov", "Ivanev"), ("Celan", "Cheland"), ("Петров", "Петрив")],
)
async def test_another_name_is_not(tmp_path: Path, asked: str, held: str) -> None:
    pages = {"a.md": page(f"The paper wrote of {held} and of the harbour.")}
    async with library_over(tmp_path, pages) as library:
        answer = await library.ask(Question(f"What of {asked}?"))
    assert not any(each.applied for each in answer.suggestions)


async def test_a_name_that_is_read_stays_so_where_something_else_is_lacking(tmp_path: Path) -> None:
    """What comes close is better shown for the name that is meant than for none."""
    pages = {
        "a.md": page("The paper wrote of Çelik, who bought the harbour and sold its cranes."),
        "b.md": page("The bakers of Ostby raised the price of bread."),
    }
    async with library_over(tmp_path, pages) as library:
        answer = await library.ask(Question("What did Chelik burn about whales?"))
    assert [quote.passage.document for quote in answer.closest] == ["a.md"]
    assert [(each.near[0], each.applied) for each in answer.suggestions] == [("Çelik", True)]


async def test_a_slip_is_not_mended_within_a_longer_word(tmp_path: Path) -> None:
    async with library_over(tmp_path, PAGES) as library:
        served = library._served
        assert isinstance(served, Served)
        _, meant, _ = understood("of gazianetp, gazianetp-Hatay and gazianetpians", served)
    assert meant.text == "of Gaziantep, Gaziantep-Hatay and gazianetpians"


@pytest.mark.parametrize("word", ["Iraq", "Karyshkin", "Narushkyn", "xyzzyplugh", "42919"])
async def test_another_word_is_not_put_in_its_place(tmp_path: Path, word: str) -> None:
    """Short words, another first letter, two slips, strange words and numbers stay as asked."""
    async with library_over(tmp_path, PAGES) as library:
        answer = await library.ask(Question(f"what of {word}"))
    assert not any(suggestion.applied for suggestion in answer.suggestions)
    assert answer.missing_words == (word,)


@pytest.mark.parametrize("few", [0, 50_000])
async def test_words_that_begin_alike_come_first(tmp_path: Path, few: int) -> None:
    """With marks, in capitals or beyond ASCII; others are offered in a small corpus only."""
    pages = {"a.md": page("Élysée met ÉCOLOGIE. Zürich, Москва and Öresund were calm. Ankara too.")}
    async with library_over(tmp_path, pages) as library:
        served = library._served
        assert isinstance(served, Served)
        near = Speller(served.snapshot, few_words=few).near
        assert near("Elyseee").words == ("Élysée",)
        assert near("ecologje").words == ("ÉCOLOGIE",)
        assert near("Москвв").words == ("Москва",)
        assert near("Onkara").words == (("Ankara",) if few else ())


async def test_a_question_in_another_language_is_not_looked_up_word_by_word(tmp_path: Path) -> None:
    """A question may have hundreds of words that no passage has."""
    async with library_over(tmp_path, PAGES) as library:
        answer = await library.ask(Question(" ".join(f"mercenar{end}" for end in ENDINGS[:16])))
    assert len(answer.missing_words) == 16
    assert len(answer.suggestions) == 8


async def test_a_word_of_the_corpus_is_never_a_slip(tmp_path: Path) -> None:
    """However near another word is, what the corpus has was meant."""
    async with library_over(tmp_path, PAGES) as library:
        answer = await library.ask(Question("mercenary near Gaziantep"))
    assert answer.suggestions == ()
