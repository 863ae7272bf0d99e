"""Custom ids: everything is read back, and no id is ever longer than Discord allows."""

from dataclasses import replace
from datetime import date

import pytest
from discord import ui
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.custom_ids import (
    CUSTOM_ID_LIMIT,
    ID_WIDTH,
    LIMITS_WIDTH,
    MAX_PASSAGES,
    NO_LIMITS,
    Limits,
    Place,
    Trail,
    base62,
    number_of,
    tag,
)
from bot.messages.buttons import (
    again,
    answer_controls,
    deletion,
    deletion_state,
    more_controls,
    near_buttons,
    one_row,
    why_button,
)
from bot.messages.page_links import page_button
from bot.wording.face import DISCORD
from bot.wording.voice import Voices
from corpus.model import Span
from index.answers import Answer, Question, Suggestion
from tests.bot.made import made_source

VOICE = Voices.load(DISCORD).default

NAMES = st.text(min_size=1)
LIMITS = st.builds(
    Limits,
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
    source=st.just("") | NAMES.map(tag),
)
KEYS = st.none() | st.tuples(st.integers(0, 100_000), st.integers(1, 100_000)).map(
    lambda pair: Span(pair[0], sum(pair))
)
NUMBERS = st.integers(0, 10**7 - 1) | st.integers(0, 62**5 - 1)
PLACES = st.builds(Place, number=NUMBERS, key=KEYS)
PEOPLE = st.integers(0, 2**64 - 1)
TRAILS = st.builds(
    Trail,
    version=st.text("0123456789abcdef", min_size=12, max_size=12),
    asker=PEOPLE,
    limits=LIMITS,
    places=st.lists(PLACES, min_size=1, max_size=MAX_PASSAGES).map(tuple),
)


@given(TRAILS, st.integers(-1, MAX_PASSAGES))
def test_a_trail_is_read_back(trail: Trail, page: int) -> None:
    turned = trail.at(page)
    assert 0 <= turned.page < len(trail.places)
    wide = any(place.number >= 62**4 for place in trail.places)
    held = tuple(
        replace(place, key=None)
        if wide and place.key and len(range(*place.key)) >= 62**2
        else place
        for place in trail.places
    )
    assert Trail.read(str(turned)) == replace(turned, places=held)


def test_a_button_of_an_earlier_release_is_read_as_it_was_meant() -> None:
    """Up to 14.8 million passages nothing has changed; beyond, the page is a letter."""
    before = f"1{'0' * 11}{NO_LIMITS}00050020070zzz001002.65f0c0ffee01"
    trail = Trail.read(before)
    assert trail.page == 1
    assert trail.places == (Place(5, Span(2, 9)), Place(35 * (62**2 + 62 + 1), Span(1, 3)))
    assert str(trail) == before


def test_a_passage_beyond_fourteen_million_has_buttons() -> None:
    trail = Trail("65f0c0ffee01", 7, NO_LIMITS, (Place(20_000_000, Span(3, 90)),))
    assert Trail.found_in(str(trail)) == trail
    assert str(trail)[0] == "a"


@given(LIMITS)
def test_limits_are_read_back(limits: Limits) -> None:
    assert Limits.read(str(limits)) == limits


@given(TRAILS, st.text("0123456789abcdef-", min_size=1, max_size=52))
def test_the_ids_below_an_answer_fit_and_differ(trail: Trail, quote_id: str) -> None:
    for page in range(len(trail.places)):
        row = answer_controls(trail.at(page), quote_id, VOICE)
        _fit_and_differ([row])
        assert len(row) == (5 if len(trail.places) > 1 else 2)
    delete = deletion(trail.asker, 2**64 - 1, more=True)
    _fit_and_differ(more_controls(quote_id, VOICE, feedback=True, delete=delete))


@given(PEOPLE, PEOPLE)
def test_what_to_delete_and_whose_it_is_are_read_back(asker: int, message: int) -> None:
    for more in (True, False):
        assert deletion_state(deletion(asker, message, more=more)) == (asker, message, more)


@given(PEOPLE, LIMITS, st.lists(NAMES, max_size=8), st.text(max_size=40))
def test_the_ids_below_a_refusal_fit_and_differ(
    asker: int, limits: Limits, near: list[str], before: str
) -> None:
    word = "wrodd"
    question = f"{before} {word}"
    suggestion = Suggestion(word, tuple(near))
    answer = Answer(Question(question), False, "v", suggestions=(suggestion,))
    buttons = near_buttons(answer, asker, limits, VOICE)
    row = one_row(why_button(limits, VOICE), *buttons)
    _fit_and_differ([row, (again(asker, limits, VOICE),)])
    labels = [getattr(button, "label", None) or "" for button in row]
    assert len(row) == 1 or sum(len(label) + 5 for label in labels) <= 42  # a row of a phone


def test_a_word_of_four_letters_has_no_near_words() -> None:
    """Any is near to another: soon to moon."""
    suggestions = (Suggestion("moon", ("soon",)), Suggestion("Gaziantp", ("Gaziantep",)))
    answer = Answer(Question("Gaziantp or moon"), False, "v", suggestions=suggestions)
    assert [each.label for each in near_buttons(answer, 1, NO_LIMITS, VOICE)] == ["Gaziantep?"]


def test_a_sentence_far_into_a_passage_is_not_emphasised_rather_than_wrongly() -> None:
    place = Place(5, Span(300_000, 300_010))
    assert Place.read(place.packed()) == Place(5, None)


def test_a_tag_is_the_same_in_any_letter_case_and_is_short() -> None:
    assert tag("The Guardian") == tag("THE GUARDIAN")
    assert tag("The Guardian") != tag("The Observer")
    assert len(tag("x" * 10_000)) == 8


def test_no_limits_say_nothing() -> None:
    assert Limits.read(str(NO_LIMITS)) == Limits(None, None, "")
    assert Limits.read(str(Limits(until=date.max))) == Limits(until=date.max)


@given(st.integers(0, 62**6 - 1))
def test_numbers_are_read_back(number: int) -> None:
    assert number_of(base62(number, 6)) == number


def _fit_and_differ(rows) -> None:  # type: ignore[no-untyped-def]
    buttons = [button for row in rows for button in row if isinstance(button, ui.Button)]
    ids = [button.custom_id or "" for button in buttons]
    assert len(set(ids)) == len(ids)
    assert all(0 < len(custom_id) <= CUSTOM_ID_LIMIT for custom_id in ids)
    assert all(len(button.label or "") <= 80 for button in buttons)
    assert all(len(row) <= 5 for row in rows)


def test_a_near_word_takes_the_place_of_a_whole_word() -> None:
    """Not of the letters of a longer word that stands before it."""
    question = Question("Gazianteppe or Gaziantep")
    suggestion = Suggestion("Gaziantep", ("Gaziantepe",))
    answer = Answer(question, False, "v", suggestions=(suggestion,))
    (button,) = near_buttons(answer, 1, NO_LIMITS, VOICE)
    assert isinstance(button, ui.Button)
    state = (button.custom_id or "")[1 + ID_WIDTH + LIMITS_WIDTH :]
    start, length = number_of(state[:2]), number_of(state[2:4])
    assert (start, question.text[start : start + length]) == (15, "Gaziantep")


@pytest.mark.parametrize(
    ("site", "stands"),
    [("reuters.com", True), ("kommersant.ru", True), ("a-long-agency.org", False)],
)
def test_a_site_stands_in_the_row_where_it_finds_room_on_a_phone(site: str, stands: bool) -> None:
    """Else it is behind the last button, where it is in any case."""
    trail = Trail("v1", 5, NO_LIMITS, (Place(1),))
    page = page_button(made_source(url=f"https://{site}/a"))
    assert page is not None
    row = answer_controls(trail, "q1", VOICE, page)
    assert (page in row) is stands
    assert len(row) == 2 + stands
