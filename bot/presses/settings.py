"""Changing a server's settings; who may is checked at every press."""

from collections.abc import Mapping
from dataclasses import replace

import discord
from discord import ui

from bot.conversation.replies import finish, hold
from bot.conversation.turns import tell
from bot.desk.desk import Desk, Interaction, voice_for
from bot.desk.rules import Rules
from bot.desk.sources import names
from bot.desk.tokens import tag
from bot.messages.markdown import escape
from bot.messages.settings_panel import (
    AUTOMATIC,
    CHANNELS,
    FEEDBACK,
    LANGUAGE,
    PASSAGES,
    PRIVATE,
    SOURCES,
    settings_view,
)
from bot.presses.pressing import Action, Press
from bot.translation import Voice

_FIELD_LIMIT = 4_000
_NAME_SHOWN, _NAMES_SHOWN = 80, 10


async def pick_channels(press: Press) -> None:
    channels = tuple(int(value) for value in press.values)
    await _save(press.interaction, replace(press.rules, channels=channels))


async def pick_passages(press: Press) -> None:
    await _save(press.interaction, replace(press.rules, passages=int(press.values[0])))


async def pick_language(press: Press) -> None:
    code = press.values[0]
    await _save(
        press.interaction, replace(press.rules, language=None if code == AUTOMATIC else code)
    )


async def switch_private(press: Press) -> None:
    await _save(press.interaction, replace(press.rules, private=not press.rules.private))


async def switch_feedback(press: Press) -> None:
    await _save(press.interaction, replace(press.rules, feedback=not press.rules.feedback))


async def choose_sources(press: Press) -> None:
    """Open the form that names the sources."""
    if await _refused(press.interaction, press.voice):
        return
    await press.interaction.response.send_modal(SourcesForm(press.rules, press.voice))


class SourcesForm(ui.Modal):
    """A form with one line for each source that the server offers."""

    def __init__(self, rules: Rules, voice: Voice) -> None:
        super().__init__(title=voice("settings.sources_title"))
        self._field: ui.TextInput[SourcesForm] = ui.TextInput(
            style=discord.TextStyle.paragraph,
            required=False,
            max_length=_FIELD_LIMIT,
            default="\n".join(rules.sources)[:_FIELD_LIMIT],
        )
        self.add_item(
            ui.Label(
                text=voice("settings.sources_label"),
                description=voice("settings.sources_hint"),
                component=self._field,
            )
        )

    async def on_submit(self, interaction: Interaction) -> None:  # type: ignore[override]
        """Keep the names if every one is held; else say which are not, and change nothing."""
        desk = interaction.client.desk
        rules = await desk.rules(interaction.guild_id)
        lines = (line.strip() for line in self._field.value.splitlines())
        chosen = tuple(dict.fromkeys(filter(None, lines)))
        unknown = await _unknown(desk, chosen)
        voice = voice_for(interaction, rules)
        if unknown:
            shown = voice.listed([escape(n[:_NAME_SHOWN]) for n in unknown[:_NAMES_SHOWN]])
            await tell(interaction, voice("settings.sources_unknown", names=shown))
        else:
            await _save(interaction, replace(rules, sources=chosen))


async def _unknown(desk: Desk, chosen: tuple[str, ...]) -> list[str]:
    held = {tag(name) for holding in await desk.holdings(Rules()) for name in names(holding)}
    return [name for name in chosen if tag(name) not in held]


async def _save(interaction: Interaction, rules: Rules) -> None:
    """Keep the rules and show them, in the language that holds from now on."""
    desk = interaction.client.desk
    voice = voice_for(interaction, rules)
    if interaction.guild_id is None or await _refused(interaction, voice):
        return
    await hold(interaction)
    await desk.set_rules(interaction.guild_id, rules)
    view = settings_view(interaction.guild, rules, desk.voices, voice, note=voice("settings.saved"))
    await finish(interaction, (view,), private=True)


async def _refused(interaction: Interaction, voice: Voice) -> bool:
    """Turn away who may not manage the server; commands' default permissions are no guard."""
    if interaction.permissions.manage_guild:
        return False
    await tell(interaction, voice("settings.denied"))
    return True


ACTIONS: Mapping[str, Action] = {
    CHANNELS: pick_channels,
    PASSAGES: pick_passages,
    LANGUAGE: pick_language,
    PRIVATE: switch_private,
    FEEDBACK: switch_feedback,
    SOURCES: choose_sources,
}
