"""What the controls of sides do, and the button that opens them below an answer."""

from collections.abc import Mapping

from bot.conversation.sides import sides_views
from bot.messages.sides_cards import OPEN, SIDES
from bot.presses.dispatch import Action, Press
from bot.presses.turning import open_picked, turn_page


async def turn(press: Press) -> None:
    """Show a page, as the index is now: in place for the asker, privately for anybody else."""
    await turn_page(press, sides_views)


ACTIONS: Mapping[str, Action] = {SIDES: turn, OPEN: open_picked}
