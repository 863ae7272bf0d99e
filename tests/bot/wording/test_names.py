"""A name from a document reads as itself, and turns nothing that stands beside it."""

import pytest

from bot.wording.face import DISCORD, GLUE, cells
from bot.wording.names import isolated, plain
from bot.wording.phrases import head, publisher, title
from bot.wording.voice import Voices
from corpus.model import Source
from tests.bot.made import made_source

VOICES = Voices.load(DISCORD)
VOICE = VOICES.default
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


@pytest.mark.parametrize("sign", [*TURNING, "\x00", "\x1b", "\x9b", "\u200b", "\ufeff", "\u00ad"])
def test_no_sign_that_cannot_be_seen_is_left_in_a_name(sign: str) -> None:
    assert plain(f"Agen{sign}cy") == "Agency"
    said = head(made_source(publisher=f"Agency {sign}"), VOICE).replace(GLUE, " ")
    assert sign not in said
    assert said.startswith("Agency · 1 October 2020")


@pytest.mark.parametrize("name", ["وكالة الأنباء", "סוכנות הידיעות"])
def test_a_name_from_right_to_left_keeps_its_letters_and_is_set_apart(name: str) -> None:
    assert plain(name) == name
    assert isolated(name) == f"\u2068{name}\u2069"
    assert isolated("Agency") == "Agency"


def test_a_line_break_or_a_tabulator_is_a_space() -> None:
    assert plain("First\nsecond\tthird\u2028fourth") == "First second third fourth"


def test_marks_that_are_piled_up_do_not_cover_the_lines_around() -> None:
    piled = "A" + "\u0300\u0333\u20dd\u0489" * 9 + "gency"
    assert len(plain(piled)) <= len("Agency") + 2
    for name in ("Tiếng Việt", "Tie\u0302\u0301ng Vie\u0323\u0302t", "הַשַּׁיָּרָה", "ข่าวน้ำ", "й"):
        assert plain(name) == name


def test_letters_that_are_blank_are_no_name() -> None:
    assert plain("\u3164\u2800\u115f") == ""
    assert "Agency" in plain("\u3164Agency")
    for blank in ("\u3164\u3164", "\u200b", "\u2800", "\u202e", " \u00ad"):
        none = head(made_source(publisher=None), VOICE)
        assert head(made_source(publisher=blank), VOICE) == none
        assert publisher(Source(publisher=blank, author=blank), VOICE) == "source not stated"
        assert title(Source(title=blank), "a.md", VOICE) == "a.md"


def test_joiners_that_letters_and_emoji_need_stay() -> None:
    for name in ("می‌خواهم", "\U0001f469\u200d\U0001f469"):
        assert plain(name) == name


@pytest.mark.parametrize(
    ("name", "english", "german"),
    [
        ("en", "English", "Englisch"),
        ("en-GB", "English (United Kingdom)", "Englisch (Vereinigtes Königreich)"),
        ("pt_BR", "Portuguese (Brazil)", "Portugiesisch (Brasilien)"),
        ("zh-Hant-TW", "Chinese (Taiwan)", "Chinesisch (Taiwan)"),
        ("UK", "Ukrainian", "Ukrainisch"),
        ("deu", "German", "Deutsch"),
        ("english", "English", "Englisch"),
        ("Norwegian", "Norwegian", "Norwegisch"),
        ("porter", "porter", "porter"),
        ("x-default", "x-default", "x-default"),
        ("", "", ""),
    ],
)
def test_a_language_is_named_in_the_readers(name: str, english: str, german: str) -> None:
    assert VOICE.tongue(name) == english
    assert VOICES.find("de").tongue(name) == german


@pytest.mark.parametrize(
    ("name", "limit", "shown"),
    [
        ("The Commission for the Supervision", 34, "The Commission for the Supervision"),
        ("The Commission for the Supervision", 30, "The Commission for the…"),
        ("The Commission for the Supervision", 23, "The Commission for the…"),
        ("Donaudampfschifffahrtsgesellschaft", 30, "Donaudampfschifffahrtsgesells…"),
        ("Die Donaudampfschifffahrtsgesellschaft", 30, "Die Donaudampfschifffahrtsges…"),
        ("第二支车队在河边折返第二支车队", 12, "第二支车队…"),
    ],
)
def test_a_long_name_is_cut_between_words_where_they_are_no_longer_than_most(
    name: str, limit: int, shown: str
) -> None:
    said = VOICE.clipped(name, limit)
    assert said == shown
    assert cells(said) <= limit
