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
    number_of,
)
from bot.wording.face import cells
from bot.wording.notes import unsure
from bot.wording.voice import Voice
from index.answers import Answer

Control: TypeAlias = ui.Item[ui.LayoutView]
Button: TypeAlias = ui.Button[ui.LayoutView]
Row: TypeAlias = Sequence[Control]
"""At most five buttons, or one menu."""

LABEL_LIMIT = 80
NEAR_LIMIT = 5
_MOST = 5  # buttons of a row
_PHONE, _AROUND, _SIGN = 39, 5, 3
"""Widths in letters, measured in pictures of 390 pixels: of a row, of a button beside its label,
and of the sign that a link has."""
_OFFSET_WIDTH = 2
_NEAR_ROOM = CUSTOM_ID_LIMIT - 1 - ID_WIDTH - LIMITS_WIDTH - 2 * _OFFSET_WIDTH

PREVIOUS, NEXT = "p", "n"
CONTEXT, SOURCE, VERIFY = "c", "s", "v"
USEFUL, USELESS = "u", "d"
AGAIN, NEAR = "a", "w"
CLOSEST, WHY = "q", "e"
MORE, DELETE, PAGE = "m", "x", "g"


def answer_controls(trail: Trail, quote_id: str, voice: Voice, page: Button | None = None) -> Row:
    """What stands below a passage, in one row: turn, see it in its place, open its page, more.

    Where there are pages to turn, and where a site's name is too long for a phone, the document's
    page is opened from behind the last button.
    """
    last = len(trail.places) - 1
    context = plain_button(voice("button.context"), f"{CONTEXT}{quote_id}.{trail.limits}")
    more = plain_button(
        voice("button.more"), f"{MORE}{base62(trail.asker, ID_WIDTH)}{trail.limits}{quote_id}"
    )
    if not last and page is not None and sum(map(_wide, (context, page, more))) <= _PHONE:
        return context, page, more
    if not last:
        return context, more
    place = voice("button.page", number=trail.page + 1, total=last + 1)
    turn = (
        plain_button(voice("button.previous"), f"{PREVIOUS}{trail.at(trail.page - 1)}"),
        plain_button(place, PAGE),
        plain_button(voice("button.next"), f"{NEXT}{trail.at(trail.page + 1)}"),
    )
    for button, disabled in zip(turn, (trail.page == 0, True, trail.page == last), strict=True):
        button.disabled = disabled
    return (*turn, context, more)


def more_controls(
    quote_id: str,
    voice: Voice,
    *,
    page: Button | None = None,
    why: Button | None = None,
    others: Sequence[Button] = (),
    feedback: bool,
    delete: str | None = None,
) -> tuple[Row, ...]:
    """What one person sees behind the last button: page, source, proof; votes, and to delete.

    ``others`` are other ways to look at the question.
    """
    source = plain_button(voice("button.source"), SOURCE + quote_id)
    verify = plain_button(voice("button.verify"), VERIFY + quote_id)
    said = []
    if feedback:
        said += [
            plain_button("", USEFUL + quote_id, "👍"),
            plain_button("", USELESS + quote_id, "👎"),
        ]
    if delete is not None:
        said.append(plain_button(voice("button.delete"), DELETE + delete))
        said[-1].style = discord.ButtonStyle.danger
    seen = tuple(filter(None, (source, verify, why, page)))
    return tuple(row for row in (seen, others, said) if row)


def more_state(state: str) -> tuple[int, Limits, str]:
    """Who asked within which limits, and the quote that is shown."""
    head = ID_WIDTH + LIMITS_WIDTH
    return number_of(state[:ID_WIDTH]), Limits.read(state[ID_WIDTH:head]), state[head:]


def deletion(asker: int, message: int, *, more: bool) -> str:
    """What the button to delete remembers: whose answer it is, which message, if it goes on."""
    return base62(asker, ID_WIDTH) + base62(message, ID_WIDTH) + "+" * more


def deletion_state(state: str) -> tuple[int, int, bool]:
    """Who asked, the message to delete, and whether its passage goes on in further ones."""
    asker, message = state[:ID_WIDTH], state[ID_WIDTH:].removesuffix("+")
    return number_of(asker), number_of(message), state.endswith("+")


def closest_button(trail: Trail, voice: Voice) -> Button:
    """Show the passages that come close, whole."""
    return plain_button(voice("button.closest"), f"{CLOSEST}{trail}")


def context_state(state: str) -> tuple[str, Limits]:
    """The quote that **Context** shows, and what its question was limited to.

    An answer of one passage has no button to turn pages, and a follow-up needs the limits.
    """
    quote_id, _, limits = state.partition(".")
    return quote_id, Limits.read(limits) if limits else NO_LIMITS


def again(asker: int, limits: Limits, voice: Voice) -> Button:
    """Ask the question that the message repeats once more."""
    return plain_button(voice("button.again"), f"{AGAIN}{base62(asker, ID_WIDTH)}{limits}", "🔄")


def why_button(limits: Limits, voice: Voice) -> Button:
    """Tell whoever presses how the answer came about, or why there is none."""
    return plain_button(voice("button.why"), f"{WHY}{limits}")


def one_row(first: Button, *others: Button) -> Row:
    """As many of the buttons as stand side by side on a phone, and the first in any case."""
    row, width = [first], _wide(first)
    for button in others:
        width += _wide(button)
        if width <= _PHONE and len(row) < _MOST:
            row.append(button)
    return row


def _wide(button: Button) -> int:
    return cells(button.label or "") + _AROUND + _SIGN * (button.url is not None)


def near_buttons(answer: Answer, asker: int, limits: Limits, voice: Voice) -> Iterator[Button]:
    """One button for each near spelling; pressing it asks with that word put in."""
    text, seen = " ".join(answer.question.text.split()), set[str]()
    for suggestion in unsure(answer):
        whole = rf"(?<![^\W_]){re.escape(suggestion.word)}(?![^\W_])"  # not within a longer word
        found = re.search(whole, text)
        if found is None:
            continue
        place = base62(found.start(), _OFFSET_WIDTH) + base62(len(suggestion.word), _OFFSET_WIDTH)
        for word in suggestion.near:
            if len(word) <= _NEAR_ROOM and len(seen) < NEAR_LIMIT and (place + word) not in seen:
                seen.add(place + word)
                custom_id = f"{NEAR}{base62(asker, ID_WIDTH)}{limits}{place}{word}"
                yield plain_button(voice("button.near", word=word), custom_id)


def plain_button(label: str, custom_id: str, emoji: str | None = None) -> Button:
    """A grey button; its label is cut where Discord would refuse it."""
    return ui.Button(
        label=label[:LABEL_LIMIT] or None,
        custom_id=custom_id,
        emoji=emoji,
        style=discord.ButtonStyle.secondary,
    )
