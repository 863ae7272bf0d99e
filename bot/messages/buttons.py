"""The buttons and menus below a message: their looks and their custom ids.

A custom id begins with one letter that says what the control does; `bot.presses.answers` answers
to it. Every id is at most 100 characters long by the widths of what it is made of.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import discord
from discord import ui

from bot.desk.custom_ids import (
    CUSTOM_ID_LIMIT,
    ID_WIDTH,
    LIMITS_WIDTH,
    NO_LIMITS,
    Limits,
    Trail,
    base62,
)
from bot.wording.voice import Voice
from index.answers import Answer

Control: TypeAlias = ui.Item[ui.LayoutView]
Row: TypeAlias = Sequence[Control]
"""At most five buttons, or one menu."""

LABEL_LIMIT = 80
NEAR_LIMIT = 5
_OFFSET_WIDTH = 2
_NEAR_ROOM = CUSTOM_ID_LIMIT - 1 - ID_WIDTH - LIMITS_WIDTH - 2 * _OFFSET_WIDTH

PREVIOUS, NEXT = "p", "n"
CONTEXT, SOURCE, VERIFY = "c", "s", "v"
USEFUL, USELESS = "u", "d"
AGAIN, NEAR = "a", "w"
CLOSEST, WHY = "q", "e"


def answer_controls(
    trail: Trail, quote_id: str, voice: Voice, *, feedback: bool
) -> tuple[Row, ...]:
    """What stands below a passage: turn the page, see, prove, and say whether it was useful."""
    last = len(trail.places) - 1
    about = (
        _button(voice("button.context"), f"{CONTEXT}{quote_id}.{trail.limits}"),
        _button(voice("button.source"), SOURCE + quote_id),
        _button(voice("button.verify"), VERIFY + quote_id),
    )
    votes = (_button("", USEFUL + quote_id, "👍"), _button("", USELESS + quote_id, "👎"))
    turn = (
        _button(voice("button.previous"), f"{PREVIOUS}{trail.at(trail.page - 1)}", "◀️"),
        _button(voice("button.next"), f"{NEXT}{trail.at(trail.page + 1)}", "▶️"),
    )
    turn[0].disabled, turn[1].disabled = trail.page == 0, trail.page == last
    why = why_button(trail.limits, voice)
    pages = (*turn, why) if last else (why,)
    return pages, about + votes if feedback else about


def why_button(limits: Limits, voice: Voice) -> Control:
    """Tell how the answer came about."""
    return _button(voice("button.why"), f"{WHY}{limits}")


def closest_button(trail: Trail, voice: Voice) -> Control:
    """Show the passages that come close, whole."""
    return _button(voice("button.closest"), f"{CLOSEST}{trail}")


def context_state(state: str) -> tuple[str, Limits]:
    """The quote that **Context** shows, and what its question was limited to.

    An answer of one passage has no button to turn pages, and a follow-up needs the limits.
    """
    quote_id, _, limits = state.partition(".")
    return quote_id, Limits.read(limits) if limits else NO_LIMITS


def again(asker: int, limits: Limits, voice: Voice) -> Control:
    """Ask the question that the message repeats once more."""
    return _button(voice("button.again"), f"{AGAIN}{base62(asker, ID_WIDTH)}{limits}", "🔄")


def near_buttons(answer: Answer, asker: int, limits: Limits) -> Iterator[Control]:
    """One button for each near spelling; pressing it asks with that word put in."""
    text, seen = " ".join(answer.question.text.split()), set[str]()
    for suggestion in answer.suggestions:
        whole = rf"(?<![^\W_]){re.escape(suggestion.word)}(?![^\W_])"  # not within a longer word
        found = re.search(whole, text)
        if found is None or suggestion.applied:
            continue
        place = base62(found.start(), _OFFSET_WIDTH) + base62(len(suggestion.word), _OFFSET_WIDTH)
        for word in suggestion.near:
            if len(word) <= _NEAR_ROOM and len(seen) < NEAR_LIMIT and (place + word) not in seen:
                seen.add(place + word)
                custom_id = f"{NEAR}{base62(asker, ID_WIDTH)}{limits}{place}{word}"
                yield _button(word, custom_id)


def _button(label: str, custom_id: str, emoji: str | None = None) -> ui.Button[ui.LayoutView]:
    return ui.Button(
        label=label[:LABEL_LIMIT] or None,
        custom_id=custom_id,
        emoji=emoji,
        style=discord.ButtonStyle.secondary,
    )
