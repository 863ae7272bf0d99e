"""What the controls of the list of sources and of one source do."""

from collections.abc import Mapping

import discord
from discord import ui

from bot.conversation.asking import refused
from bot.conversation.replies import defer, finish, hold
from bot.conversation.turns import answer_interaction
from bot.desk.sources import held_under
from bot.desk.tokens import Limits
from bot.messages.source_cards import LEFT, PICK, RIGHT, WITHIN, list_state, list_view, source_view
from bot.presses.pressing import Action, Press
from bot.translation import Voice


async def turn_list(press: Press) -> None:
    """Show another page of the list in its place; the list is only ever seen by one person."""
    await hold(press.interaction)
    page, search = list_state(press.state)
    view = list_view(await press.desk.holdings(press.rules, search), search, page, press.voice)
    await finish(press.interaction, (view,), private=True)


async def pick(press: Press) -> None:
    """Show the document that was picked from the list."""
    await defer(press.interaction, private=True)
    wanted = press.values[0] if press.values else ""
    found = next((h for h in await press.desk.holdings(press.rules) if held_under(h, wanted)), None)
    view = source_view(found, press.voice) if found else refused(press.voice("ask_within.gone"))
    await finish(press.interaction, (view,), private=True)


async def ask_within(press: Press) -> None:
    """Open the form for a question to one document."""
    longest = press.desk.settings.max_question
    form = QuestionForm(press.voice, Limits(source=press.state), longest)
    await press.interaction.response.send_modal(form)


class QuestionForm(ui.Modal):
    """A form with one field; what is written into it is asked within ``limits``."""

    def __init__(self, voice: Voice, limits: Limits, longest: int) -> None:
        super().__init__(title=voice("ask_within.title"))
        self._limits = limits
        self._field: ui.TextInput[QuestionForm] = ui.TextInput(
            max_length=longest, placeholder=voice("refusal.example")
        )
        self.add_item(ui.Label(text=voice("ask_within.label"), component=self._field))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        await answer_interaction(interaction, self._field.value, self._limits)  # type: ignore[arg-type]


ACTIONS: Mapping[str, Action] = {
    LEFT: turn_list,
    RIGHT: turn_list,
    PICK: pick,
    WITHIN: ask_within,
}
