"""Turning pages that are read anew each time, and opening a passage that was picked on one."""

from collections.abc import Awaitable, Callable
from dataclasses import replace

from bot.conversation.asked_before import question_of
from bot.conversation.responding import Views, refused
from bot.conversation.searching import Request
from bot.conversation.sending import defer, finish, hold
from bot.desk.custom_ids import LIMITS_WIDTH, Limits, Place, Trail
from bot.desk.desk import Desk
from bot.messages.turning import Turn
from bot.presses.answers import turn as show
from bot.presses.dispatch import Press

Draw = Callable[[Desk, Request, int], Awaitable[Views]]
"""Draws a page of what a question has."""


async def turn_page(press: Press, draw: Draw) -> None:
    """Show a page, as the index is now: in place for the asker, privately for anybody else."""
    wanted = Turn.read(press.state)
    text = await question_of(press.interaction.message)
    mine = press.person == wanted.asker and text is not None
    await (hold(press.interaction) if mine else defer(press.interaction, private=True))
    if text is None:
        gone = refused(press.voice("more.question_gone"))
        await finish(press.interaction, (gone,), private=True)
        return
    request = Request(text, press.visit, wanted.limits)
    views = await draw(press.desk, request, wanted.page)
    await finish(press.interaction, views, private=True)


async def open_picked(press: Press) -> None:
    """Show the passage that was picked from a menu, to this person alone.

    The menu remembers the limits of the question, and the index version.
    """
    limits, version = Limits.read(press.state[:LIMITS_WIDTH]), press.state[LIMITS_WIDTH:]
    places = tuple(map(Place.of_option, press.values))
    await show(replace(press, state=str(Trail(version, 0, limits, places))))
