"""How a question was read is said with its answer, and why it has none, in every language."""

from dataclasses import replace
from datetime import date

import pytest

from bot.wording.explanation import explanation
from bot.wording.face import DISCORD, GLUE
from bot.wording.notes import advice, closest_notes, reading_notes, reasons, search_notes
from bot.wording.voice import Voices
from index.answers import Evidence, Reading, Why
from tests.bot.made import made_answer, made_quote
from tests.bot.world import World, echo, press, text

VOICES = Voices.load(DISCORD).by_language
READING = Reading(
    ("sent fighters",), ("Syria",), "Sample Wire", date(2020, 1, 1), date(2020, 12, 31)
)

STATED = "then those that state a date in that time."


def test_a_question_without_wishes_has_no_notes() -> None:
    assert list(search_notes(made_answer(made_quote("Text.")), VOICES["en"])) == []


def test_every_wish_is_said() -> None:
    assert [note.replace(GLUE, " ") for note in reading_notes(READING, VOICES["en"])] == [
        "Only passages with the exact words “sent fighters”.",
        "Only passages without “Syria”.",
        "Passages from Sample Wire are preferred.",
        f"Passages published 1 January 2020 to 31 December 2020 are preferred, {STATED}",
    ]


@pytest.mark.parametrize("language", VOICES)
def test_wishes_are_said_in_every_language(language: str) -> None:
    voice = VOICES[language]
    said = list(reading_notes(READING, voice))
    assert len(said) == 4
    for note, words in zip(said, ("sent fighters", "Syria", "Sample Wire", "2020"), strict=True):
        assert words in note


@pytest.mark.parametrize("language", VOICES)
def test_the_day_of_asking_and_a_time_that_is_not_wanted_are_said(language: str) -> None:
    """Whoever reads "last week" a month later must know which week was meant."""
    asked = Reading(since=date(2020, 1, 1), asked_on=date(2020, 1, 9))
    unwanted = Reading(since=date(2020, 1, 1), without_time=True)
    voice = VOICES[language]
    preferred, counted = reading_notes(asked, voice)
    (last,) = reading_notes(unwanted, voice)
    assert "9" in counted
    assert "2020" in last
    assert last != preferred


def test_words_of_a_question_are_never_markup_in_a_note() -> None:
    reading = Reading(("**bold** <@1>",), source="[x](y)")
    assert list(reading_notes(reading, VOICES["en"])) == [
        r"Only passages with the exact words “\*\*bold\*\* \<@1>”.",
        r"Passages from \[x\](y) are preferred.",
    ]


@pytest.mark.parametrize("language", VOICES)
def test_each_reason_has_words_of_its_own(language: str) -> None:
    """But for the two that say that a word or enough of them are missing."""
    told = {why: " ".join(reasons(made_answer(why=why), VOICES[language])) for why in Why}
    assert told[Why.NO_MATCH] == told[Why.NOT_ENOUGH]
    assert len(set(told.values())) == len(Why) - 1


def test_what_to_try_fits_the_reason() -> None:
    def tips(why: Why) -> str:
        return " ".join(advice(made_answer(why=why), VOICES["en"]))

    assert "without quotation marks" in tips(Why.NOT_EXACT)
    assert "`/reindex full`" in tips(Why.UNPROVEN)
    assert "quotation marks" not in tips(Why.NOT_ENOUGH)


async def test_an_answer_says_how_it_was_read(world: World) -> None:
    answer = await world.ask('"fighters" Gaziantep -Yerevan')
    assert "Only passages with the exact words “fighters”." in echo(answer)
    assert "Only passages without “Yerevan”." in echo(answer)


async def test_a_phrase_that_stands_nowhere_is_said_above_what_comes_close(world: World) -> None:
    closest = await world.ask('"Gaziantep about Macron" fighters')
    assert "No passage has the exact words “Gaziantep about Macron”." in text(closest)
    told = await press(world.alice, closest, "Why?")
    assert "words in quotation marks must appear exactly" in text(told.response)


async def test_a_phrase_without_any_of_the_words_is_refused_for_that_reason(world: World) -> None:
    refusal = await world.ask('"qwertz uiop"')
    told = await press(world.alice, refusal, "Why?")
    assert "No passage has the exact words in quotation marks" in text(told.response)
    assert "the question without quotation marks" in text(told.response)


@pytest.mark.parametrize("language", VOICES)
def test_words_that_no_passage_quotes_are_said_once(language: str) -> None:
    """In every language, above what comes close and in the explanation."""
    answer = replace(
        made_answer(why=Why.NOT_EXACT, reading=Reading(not_quoted=("sent fighters",))),
        closest=(made_quote("Text."),),
        evidence=Evidence(0.9, 0.4, 0.0),
    )
    voice = VOICES[language]
    notes = " ".join(closest_notes(answer, voice))
    assert notes.count("sent fighters") == 1
    assert voice("explain.not_quoted") in list(explanation(answer, voice))
