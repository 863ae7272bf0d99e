"""A name from a document reads as itself, and turns nothing that stands beside it."""

import pytest

from bot.wording.face import DISCORD
from bot.wording.names import isolated, plain
from bot.wording.phrases import provenance
from bot.wording.voice import Voices
from tests.bot.made import made_quote, made_source

VOICE = Voices.load(DISCORD).default
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"


@pytest.mark.parametrize("sign", [*TURNING, "\x00", "\x1b", "\x9b", "\u200b", "\ufeff", "\u00ad"])
def test_no_sign_that_cannot_be_seen_is_left_in_a_name(sign: str) -> None:
    assert plain(f"Agen{sign}cy") == "Agency"
    said = provenance(made_quote("words", source=made_source(publisher=f"Agency {sign}")), VOICE)
    assert sign not in said
    assert said.startswith("Agency · published 1 October 2020")


@pytest.mark.parametrize("name", ["وكالة الأنباء", "סוכנות הידיעות"])
def test_a_name_from_right_to_left_keeps_its_letters_and_is_set_apart(name: str) -> None:
    assert plain(name) == name
    assert isolated(name) == f"\u2068{name}\u2069"
    assert isolated("Agency") == "Agency"


def test_a_line_break_or_a_tabulator_is_a_space() -> None:
    assert plain("First\nsecond\tthird\u2028fourth") == "First second third fourth"


def test_joiners_that_letters_and_emoji_need_stay() -> None:
    for name in ("می‌خواهم", "\U0001f469\u200d\U0001f469"):
        assert plain(name) == name
