"""Three outcomes: answered, closest and nothing, and what tells them apart."""

from pathlib import Path

import pytest

from index.answers import Against, Outcome, Question, Why
from tests.index.making import library_over, page

CORPUS = {
    "port.md": page("The harbour master Ewa Lindqvist closed the port of Norrby for two days."),
    "fleet.md": page("The fleet left Norrby at dawn, and the gulls followed it to the lighthouse."),
    "bakers.md": page("The bakers of Ostby raised the price of rye bread after the harvest."),
    "school.md": page("A school in Ostby opened its doors to the families from the coast."),
    "bridge.md": page("Engineers repaired the old bridge, where lorries had damaged its railings."),
}


@pytest.mark.parametrize(
    ("question", "outcome"),
    [
        ("Who closed the port of Norrby?", Outcome.ANSWERED),
        ("Who closed the port of Norrby in Brazil?", Outcome.CLOSEST),
        ("Was Ewa Lindqvist arrested?", Outcome.CLOSEST),
        ("Which quasar do astronomers observe?", Outcome.NOTHING),
    ],
)
async def test_each_outcome(tmp_path: Path, question: str, outcome: Outcome) -> None:
    """What comes close is never among the quotes of an answer."""
    async with library_over(tmp_path, CORPUS) as library:
        answer = await library.ask(Question(question))
    assert answer.outcome is outcome
    assert bool(answer.quotes) == answer.answered == (outcome is Outcome.ANSWERED)
    assert bool(answer.closest) == (outcome is Outcome.CLOSEST)


async def test_the_closest_say_what_they_lack(tmp_path: Path) -> None:
    """In the words of the question, each passage for itself and all together."""
    async with library_over(tmp_path, CORPUS) as library:
        answer = await library.ask(Question("Who closed the port of Norrby in Brazil?"))
    assert answer.closest[0].passage.document == "port.md"
    assert answer.closest[0].lacks == ("Brazil",)
    assert answer.none_has == ("Brazil",)
    assert answer.why is Why.NOT_ENOUGH
    assert answer.evidence is not None
    assert Against.NAMES in answer.evidence.against
    assert answer.evidence.near <= answer.evidence.reached < answer.evidence.enough


async def test_a_word_that_says_little_is_not_told_as_lacking_beside_others(tmp_path: Path) -> None:
    async with library_over(tmp_path, CORPUS) as library:
        answer = await library.ask(Question("Who gave Brazil the port of Norrby for two days?"))
    assert answer.none_has == ("Brazil",)


async def test_a_number_asked_for_is_missed(tmp_path: Path) -> None:
    """ "How many" and "when" ask for a kind of thing, and are no words to be found."""
    async with library_over(tmp_path, CORPUS) as library:
        with_number = await library.ask(Question("How many days was the port closed?"))
        without = await library.ask(Question("How old was Ewa Lindqvist?"))
    assert with_number.answered
    assert with_number.quotes[0].lacks == ()
    assert not without.answered
    assert without.evidence is not None
    assert without.evidence.against == (Against.KIND,)


async def test_what_happened_must_be_told(tmp_path: Path) -> None:
    """The right people are not enough where nothing that is asked of them stands there."""
    files = {f"{n}.md": page(f"Note {n} of the archive tells of the weather.") for n in range(40)}
    born = {"born.md": page("A calf was born on the farm.")}
    async with library_over(tmp_path, CORPUS | files | born) as library:
        answer = await library.ask(Question("Where was Ewa Lindqvist born?"))
    assert not answer.answered
    assert answer.evidence is not None
    assert Against.EVENT in answer.evidence.against


async def test_a_number_that_stands_elsewhere_is_no_answer(tmp_path: Path) -> None:
    """It must stand where the passage speaks of what is asked about; a day is no number."""
    elsewhere = page("The port of Norrby was closed by the storm. The fair had 40 guests.")
    dated = page("The port of Norrby was closed by the storm on 3 May 2021.")
    right = page("The storm had closed the port of Norrby for 40 days.")
    asked = Question("How many days was the port of Norrby closed by the storm?", abstain=False)
    reached, against = [], []
    for name, text in (("elsewhere", elsewhere), ("dated", dated), ("right", right)):
        async with library_over(tmp_path / name, {"port.md": text}) as library:
            answer = await library.ask(asked)
        assert answer.evidence is not None
        reached.append(answer.evidence.reached)
        against.append(answer.evidence.against)
    assert reached[2] > reached[0] > reached[1]
    assert against == [(Against.APART,), (Against.KIND,), ()]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("What did Ewa Lindqvist say about harbours?", "english"),
        ("What is Ewa Lindqvist's opinion on harbours?", "english"),
        ("Was sagte Ewa Lindqvist über Häfen?", "german"),
        ("Qu'est-ce qu'a dit Ewa Lindqvist sur les ports ?", "french"),
        ("¿Qué dijo Ewa Lindqvist sobre los puertos?", "spanish"),
    ],
)
async def test_what_something_is_to_be_said_about_must_be_told(
    tmp_path: Path, question: str, language: str
) -> None:
    """Who has spoken has not spoken of everything, however common its words are."""
    files = {f"{n}.md": page(f"Ewa Lindqvist {n}. 2021. Nobody else spoke.") for n in range(3)}
    (tmp_path / "it").mkdir()
    async with library_over(tmp_path / "it", files, language) as library:
        answer = await library.ask(Question(question, abstain=False))
    assert answer.evidence is not None
    assert Against.TOPIC in answer.evidence.against


async def test_a_full_name_is_one_name(tmp_path: Path) -> None:
    """Of many words, it does not make up for what is to be told of its bearer."""
    files = {f"{n}.md": page(f"Note {n} of the archive tells of the weather.") for n in range(40)}
    files["born.md"] = page("A calf was born on the farm.")
    files["thanks.md"] = page("The mayor thanked Maria Elena Ruiz Ortega for the lamps.")
    reached = []
    async with library_over(tmp_path, files) as library:
        for asked in ("Where was Ortega born?", "Where was Maria Elena Ruiz Ortega born?"):
            answer = await library.ask(Question(asked))
            assert answer.evidence is not None
            assert not answer.answered
            reached.append(answer.evidence.reached)
    assert reached[1] == pytest.approx(reached[0], abs=0.2)


async def test_a_word_that_says_little_by_itself_costs_little(tmp_path: Path) -> None:
    """ "Give" and "take" are said in other words as often."""
    files = {f"{n}.md": page(f"Note {n}: they gave, fined and wrote.") for n in range(9)}
    files["fund.md"] = page("Norrby received an award.")
    async with library_over(tmp_path, files) as library:
        gave = await library.ask(Question("Who gave Norrby an award?", abstain=False))
        fined = await library.ask(Question("Who fined Norrby an award?", abstain=False))
    light, heavy = gave.evidence, fined.evidence
    assert light is not None
    assert heavy is not None
    assert light.reached > heavy.reached
    assert Against.EVENT not in light.against


async def test_a_sentence_with_the_place_asked_for_is_emphasised(tmp_path: Path) -> None:
    """Of two that cover about the same, as one with a number or a time would be."""
    text = "Ruiz signed the treaty at dawn. Ruiz signed the treaty in Norrby."
    async with library_over(tmp_path, {"a.md": page(text)}) as library:
        where = (await library.ask(Question("Where did Ruiz sign the treaty?"))).quotes[0]
        who = (await library.ask(Question("Did Ruiz sign the treaty?"))).quotes[0]
    assert where.key_sentence is not None
    assert who.key_sentence is not None
    assert "Norrby" in text[where.key_sentence.start : where.key_sentence.end]
    assert "dawn" in text[who.key_sentence.start : who.key_sentence.end]


async def test_a_word_that_says_little_costs_nothing_where_nobody_uses_it(tmp_path: Path) -> None:
    """Where the corpus has another word for "get" or "take", no passage lacks it."""
    async with library_over(tmp_path, CORPUS) as library:
        plain = await library.ask(Question("Which families from the coast?"))
        light = await library.ask(Question("Which families get taken from the coast?"))
    assert plain.evidence is not None
    assert light.evidence is not None
    assert light.evidence.reached == pytest.approx(plain.evidence.reached, rel=0.05)
    assert light.quotes[0].lacks == ()


@pytest.mark.parametrize(
    ("question", "emphasised"),
    [
        ("How high is the chimney of the plant?", "Its chimney is 90 metres high."),
        ("When was the glass plant sold?", "It was sold in May."),
        ("How many people does the plant employ?", "The plant employs 410 people."),
    ],
)
async def test_the_emphasised_sentence_may_go_on_from_the_one_before(
    tmp_path: Path, question: str, emphasised: str
) -> None:
    """What every sentence names tells little, and "it" stands for what the sentence before
    names."""
    text = (
        "The plant employs 410 people. The owner of the plant wants more. The plant makes lamps. "
        "Its chimney is 90 metres high. Ewa Lindqvist bought the glass plant. "
        "It was sold in May."
    )
    async with library_over(tmp_path, {**CORPUS, "plant.md": page(text)}) as library:
        best = (await library.ask(Question(question, abstain=False))).quotes[0]
    assert best.key_sentence is not None
    assert best.passage.text[slice(*best.key_sentence)] == emphasised


ELSEWHERE = {
    "arabic": (
        [
            "أغلق مدير ميناء نوربي الميناء لمدة يومين بسبب العاصفة.",
            "غادر الأسطول المدينة عند الفجر.",
        ],
        "من أغلق الميناء بسبب العاصفة؟",
        "من أغلق مطار كيبك بسبب الثلوج؟",
    ),
    "chinese": (
        ["诺尔比港的港务长因暴风雨将港口关闭了两天。", "舰队黎明时分离开了城市。"],
        "谁因暴风雨关闭了港口？",
        "谁因大雪关闭了魁北克机场？",
    ),
    "hindi": (
        ["तूफान के कारण बंदरगाह के प्रमुख ने बंदरगाह दो दिन बंद रखा।", "बेड़ा भोर में शहर से निकला।"],
        "तूफान के कारण बंदरगाह किसने बंद रखा?",
        "बर्फ के कारण क्यूबेक हवाई अड्डा किसने बंद रखा?",
    ),
}


@pytest.mark.parametrize("language", ELSEWHERE)
async def test_what_a_few_passages_lack_may_be_a_name_where_no_capital_tells(
    tmp_path: Path, language: str
) -> None:
    """Half of its weight stays, however small the corpus."""
    texts, told, untold = ELSEWHERE[language]
    pages = {f"{at}.md": page(text) for at, text in enumerate(texts)}
    async with library_over(tmp_path, pages, language) as library:
        assert (await library.ask(Question(told))).answered
        assert not (await library.ask(Question(untold))).answered
