"""What the menu below the votes does."""

from collections.abc import Mapping

from bot.conversation.looking import context_of
from bot.conversation.sending import defer, finish
from bot.messages.feedback_cards import VOTED
from bot.presses.dispatch import Action, Press


async def show_voted(press: Press) -> None:
    """The passage that was picked, in its context."""
    await defer(press.interaction, private=True)
    views = await context_of(press.desk, press.visit, "".join(press.values[:1]))
    await finish(press.interaction, views, private=True)


ACTIONS: Mapping[str, Action] = {VOTED: show_voted}
