"""What the controls of a timeline do, and the button that opens one below an answer."""

from collections.abc import Mapping

from bot.conversation.timelines import timeline_views
from bot.messages.timeline_cards import OPEN, TIMELINE
from bot.presses.dispatch import Action, Press
from bot.presses.turning import open_picked, turn_page


async def turn(press: Press) -> None:
    """Show a page, as the index is now: in place for the asker, privately for anybody else."""
    await turn_page(press, timeline_views)


ACTIONS: Mapping[str, Action] = {TIMELINE: turn, OPEN: open_picked}
