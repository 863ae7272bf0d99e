"""Forms to fill in. Their custom ids are those of the buttons that open them."""

from collections.abc import Iterable

import discord
from discord import ui

from bot.messages.settings_panel import SOURCES
from bot.messages.source_cards import WITHIN
from bot.wording.voice import Voice

_FIELD_LIMIT = 4_000


def question_form(source: str, voice: Voice, longest: int) -> ui.Modal:
    """A question of at most ``longest`` characters to the source with this tag."""
    field: ui.TextInput[ui.Modal] = ui.TextInput(
        max_length=longest, placeholder=voice("refusal.example")
    )
    form = ui.Modal(title=voice("ask_within.title"), custom_id=WITHIN + source)
    form.add_item(ui.Label(text=voice("ask_within.label"), component=field))
    return form


def sources_form(sources: Iterable[str], voice: Voice) -> ui.Modal:
    """One line for each source that a server offers."""
    field: ui.TextInput[ui.Modal] = ui.TextInput(
        style=discord.TextStyle.paragraph,
        required=False,
        max_length=_FIELD_LIMIT,
        default="\n".join(sources)[:_FIELD_LIMIT],
    )
    form = ui.Modal(title=voice("settings.sources_title"), custom_id=SOURCES)
    label, hint = voice("settings.sources_label"), voice("settings.sources_hint")
    form.add_item(ui.Label(text=label, description=hint, component=field))
    return form
