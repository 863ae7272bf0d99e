"""Who speaks: exact slices where a rule is sure, and nobody elsewhere."""

import pytest

from index.statements.speakers import read_speech


def who(sentence: str, language: str = "english") -> list[str]:
    return [sentence[slice(*span)] for span in read_speech(sentence, language).speakers]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Harbour master Ida Voss said that the ship had left.", "Harbour master Ida Voss"),
        ("Ida Voss, who runs the harbour, denied the report.", "Ida Voss"),
        ("“The ship has left,” said the harbour master.", "the harbour master"),
        ("The ship has left, said Voss.", "Voss"),
        ("According to the Ministry of Fisheries, the ship has left.", "the Ministry of Fisheries"),
        ("Mr. Voss has repeatedly denied that the ship had left.", "Mr. Voss"),
        ("The report was denied by the Ministry of Fisheries.", "the Ministry of Fisheries"),
        ("“The ship has left,” Voss told the Gazette.", "Voss"),
        ("01.10.2020 – Harbour master Ida Voss confirmed it.", "Harbour master Ida Voss"),
        ("Both Norland and Sudland have denied the report.", "Norland and Sudland"),
        (
            "The head of the harbour office, Ida Voss, denied it.",
            "The head of the harbour office, Ida Voss",
        ),
        ("It adds that Norland and Sudland denied it.", "Norland and Sudland"),
        ("According to Voss the ship has left.", "Voss"),
        ("Voss on Monday accused the fishermen.", "Voss"),
        ("Voss responded that the ship had left.", "Voss"),
        ("The plan, which Ida Voss criticized, was dropped.", "Ida Voss"),
        ("Voss left the room, saying that it was late.", "Voss"),
        ("Ida Voss: “It is late.”", "Ida Voss"),
    ],
)
def test_the_words_before_or_behind_a_verb_of_saying(sentence: str, speaker: str) -> None:
    assert who(sentence) == [speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "He said that the ship had left.",
        "It was said that the ship had left.",
        "The ship left at noon.",
        "Inc said that the ship had left.",
        "Voss was told that the ship had left.",
        "The claims about the ship were old.",
        "It's said to have left.",
        "Ida Voss reported from Norrby.",
        "The trial of Ida Voss, a clerk accused of theft, was moved.",
        "Ida Voss won the vote in Norrby, adding to her victories.",
        "Ida Voss won the vote in Norrby, claiming her third victory.",
        "Voss seemed annoyed: “It is late.”",
        "Enough said.",
        "Moreover, tell them that it is late.",
    ],
)
def test_a_pronoun_or_a_passive_is_nobody(sentence: str) -> None:
    assert who(sentence) == []


def test_whoever_speaks_within_a_quotation_is_no_source() -> None:
    assert who("“Berg said that it was late,” Voss told the Gazette.") == ["Voss"]
    assert who("Berg said that it was late,” Voss said.") == ["Voss"]


def test_that_somebody_speaks_is_known_of_a_pronoun_too() -> None:
    assert read_speech("He said that the ship had left.", "english").reports
    assert not read_speech("The ship had left.", "english").reports


@pytest.mark.parametrize(
    ("language", "sentence", "speaker"),
    [
        ("german", "Ein Sprecher des Amts sagte, es sei fort.", "Ein Sprecher des Amts"),
        ("german", "„Das Schiff ist fort“, sagte Ida Voss.", "Ida Voss"),
        ("french", "« Le navire est parti », a déclaré le ministre.", "le ministre"),
        ("french", "Selon le ministère, le navire est parti.", "le ministère"),
        ("spanish", "El portavoz dijo que el barco había salido.", "El portavoz"),
    ],
)  # fmt: skip
def test_speakers_of_other_languages(language: str, sentence: str, speaker: str) -> None:
    assert who(sentence, language) == [speaker]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Mr Howe last week said that the mill had closed.", "Mr Howe"),
        (
            "Council spokeswoman Ida May said that the mill had closed.",
            "Council spokeswoman Ida May",
        ),
        ("In May the council said that the mill had closed.", "the council"),
        (
            "Peace, order and bread would be the aims when Norland took the chair, said Mr Howe.",
            "Mr Howe",
        ),
        ("Mr Howe, the mayor, said Ida Voss would go.", "Mr Howe"),
        (
            "“It is done,” said mill president and chief clerk Ida Voss.",
            "mill president and chief clerk Ida Voss",
        ),
    ],
)
def test_a_speaker_is_whole_and_no_more(sentence: str, speaker: str) -> None:
    (span,) = read_speech(sentence, "english").speakers
    assert sentence[slice(*span)] == speaker


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Belediye Başkanı Ayşe Demir, geminin gittiğini söyledi.", "Belediye Başkanı Ayşe Demir"),
        ("Demir, “Gemi gitti” dedi.", "Demir"),
        ("Demir ise haberleri yalanladı.", "Demir"),
        ("ABC Holding'e göre gemi gitti.", "ABC Holding"),
    ],
)
def test_in_turkish_whoever_opens_a_sentence_with_a_verb_of_saying_at_its_end(
    sentence: str, speaker: str
) -> None:
    assert who(sentence, "turkish") == [speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ancak, geminin gittiğini söyledi.",
        "Toplantıda, geminin gittiğini söyledi.",
        "“Demir, gemi gitti” dedi.",
        "Peki, dedi.",
        "Demir, geminin gittiğini yalanladı, Kaya ise doğruladı.",
        "Deniz Yasası'na göre gemi gitti.",
        "Demir, gemiyi sattı.",
    ],
)
def test_in_turkish_nobody_where_that_is_not_sure(sentence: str) -> None:
    assert who(sentence, "turkish") == []


@pytest.mark.parametrize(
    ("language", "sentence", "speaker"),
    [
        ("russian", "Ранее Орлова признала, что мост закрыт.", "Орлова"),
        ("russian", "Мост закрыт, а мэр Орлов отметил, что пути нет.", "мэр Орлов"),
        ("russian", "Мэр Орлов вчера заявил, что мост закрыт.", "Мэр Орлов"),
        ("ukrainian", "Раніше Мельник визнав, що міст закрито.", "Мельник"),
        ("ukrainian", "Мер Мельник учора заявив, що міст закрито.", "Мер Мельник"),
    ],
)
def test_adverbs_and_conjunctions_are_no_part_of_a_name(
    language: str, sentence: str, speaker: str
) -> None:
    assert who(sentence, language) == [speaker]


@pytest.mark.parametrize(
    "sentence",
    [
        "По их словам, мост закрыт, а также добавила, что пути нет.",
        "Согласно легенде, мост построили за ночь.",
    ],
)
def test_in_russian_a_conjunction_and_a_legend_are_nobody(sentence: str) -> None:
    assert who(sentence, "russian") == []
