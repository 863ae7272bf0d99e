"""What the controls of a timeline do, and the button that opens one below an answer."""

from collections.abc import Mapping
from dataclasses import replace

from bot.conversation.asked_before import question_of
from bot.conversation.responding import refused
from bot.conversation.searching import Request
from bot.conversation.sending import defer, finish, hold
from bot.conversation.timelines import timeline_views
from bot.desk.custom_ids import Place, Trail
from bot.messages.timeline_cards import OPEN, TIMELINE, Turn, opened
from bot.presses.answers import turn as show
from bot.presses.dispatch import Action, Press


async def turn(press: Press) -> None:
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
    views = await timeline_views(press.desk, request, wanted.page)
    await finish(press.interaction, views, private=True)


async def open_line(press: Press) -> None:
    """Show the passage of the line that was picked, to this person alone."""
    limits, version = opened(press.state)
    places = tuple(map(Place.read, press.values))
    await show(replace(press, state=str(Trail(version, 0, limits, places))))


ACTIONS: Mapping[str, Action] = {TIMELINE: turn, OPEN: open_line}
