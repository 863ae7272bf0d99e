"""What the menu below the votes does."""

from collections.abc import Mapping

from bot.conversation.looking import context_of
from bot.conversation.responding import Views
from bot.messages.feedback_cards import VOTED
from bot.presses.dispatch import Action, Press, privately


@privately
async def show_voted(press: Press) -> Views:
    """The passage that was picked, in its context."""
    return await context_of(press.desk, press.visit, "".join(press.values[:1]))


ACTIONS: Mapping[str, Action] = {VOTED: show_voted}
