"""Timelines and sides: their pages, read anew each time, and a passage that was picked on one."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import replace

from bot.conversation.asked_before import question_of
from bot.conversation.findings import sides_views, timeline_views
from bot.conversation.responding import Views
from bot.conversation.searching import Request
from bot.conversation.sending import finish
from bot.desk.custom_ids import LIMITS_WIDTH, Limits, Place, Trail
from bot.desk.desk import Desk
from bot.messages import sides_cards, timeline_cards
from bot.messages.turning import Turn
from bot.presses.answers import turn as show
from bot.presses.dispatch import Action, Press, take_time
from bot.presses.recalled import question_gone

Draw = Callable[[Desk, Request, int], Awaitable[Views]]
"""Draws a page of what a question has."""


def _turning(draw: Draw) -> Action:
    async def turn_page(press: Press) -> None:
        """Show a page, as the index is now: in place for the asker, privately for anybody else."""
        wanted = Turn.read(press.state)
        text = await question_of(press.interaction.message)
        mine = press.person == wanted.asker and text is not None
        await take_time(press, in_place=mine)
        if text is None:
            await finish(press.interaction, question_gone(press), private=True)
            return
        request = Request(text, press.visit, wanted.limits)
        views = await draw(press.desk, request, wanted.page)
        await finish(press.interaction, views, private=True)

    return turn_page


async def open_picked(press: Press) -> None:
    """Show the passage that was picked from a menu, to this person alone.

    The menu remembers the limits of the question, and the index version.
    """
    limits, version = Limits.read(press.state[:LIMITS_WIDTH]), press.state[LIMITS_WIDTH:]
    places = tuple(map(Place.of_option, press.values))
    await show(replace(press, state=str(Trail(version, 0, limits, places))))


ACTIONS: Mapping[str, Action] = {
    timeline_cards.TIMELINE: _turning(timeline_views),
    timeline_cards.OPEN: open_picked,
    sides_cards.SIDES: _turning(sides_views),
    sides_cards.OPEN: open_picked,
}
