"""What the controls of the list of sources and of one source do."""

from collections.abc import Mapping

from bot.conversation.interactions import answer_interaction
from bot.conversation.responding import Views, refused
from bot.conversation.sending import finish, hold
from bot.desk.custom_ids import Limits, Trail
from bot.desk.sources import held_under
from bot.messages.forms import question_form
from bot.messages.source_cards import LEFT, PICK, RIGHT, WITHIN, list_state, list_view, source_view
from bot.presses.answers import show_closest
from bot.presses.dispatch import Action, Press, open_form, privately


async def turn_list(press: Press) -> None:
    """Show another page of the list in its place; the list is only ever seen by one person.

    Its letter stood on **Show the passages** before, which older messages still have.
    """
    if Trail.found_in(press.state) is not None:
        await show_closest(press)
        return
    await hold(press.interaction)
    page, search = list_state(press.state)
    view = list_view(
        await press.desk.holdings(press.visit.rules, search), search, page, press.voice
    )
    await finish(press.interaction, (view,), private=True)


@privately
async def pick(press: Press) -> Views:
    """Show the document that was picked from the list."""
    wanted = press.values[0] if press.values else ""
    found = next(
        (h for h in await press.desk.holdings(press.visit.rules) if held_under(h, wanted)), None
    )
    return (source_view(found, press.voice) if found else refused(press.voice("ask_within.gone")),)


async def ask_within(press: Press) -> None:
    """Open the form for a question to one document."""
    form = question_form(press.state, press.voice, press.desk.settings.max_question)
    await open_form(press, form)


async def ask_from_form(press: Press) -> None:
    """Ask what was filled in within the document that the form was opened for.

    What begins below a card that one person sees stays with this person.
    """
    limits = Limits(source=press.state)
    text = " ".join(press.values)
    await answer_interaction(
        press.interaction, press.visit, text, limits, private=True, counted=True
    )


ACTIONS: Mapping[str, Action] = {
    LEFT: turn_list,
    RIGHT: turn_list,
    PICK: pick,
    WITHIN: ask_within,
}
FORMS: Mapping[str, Action] = {WITHIN: ask_from_form}
