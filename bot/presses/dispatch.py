"""Pressed buttons, menus and forms, found by their custom ids alone: a restart changes nothing."""

import re
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self, TypeAlias

import discord
import structlog
from discord import ui

from bot.conversation.delivery import acknowledge
from bot.conversation.interactions import stopped
from bot.conversation.responding import Views, refused
from bot.conversation.sending import defer, finish, follow, hold, write_to
from bot.desk.desk import Desk, Interaction
from bot.desk.visit import Visit, visit_of
from bot.wording.voice import Voice

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Press:
    """One press: what the control remembered, what was picked or filled in, where, for whom."""

    interaction: Interaction
    state: str
    values: tuple[str, ...]
    visit: Visit

    @property
    def desk(self) -> Desk:
        return self.interaction.client.desk

    @property
    def voice(self) -> Voice:
        return self.visit.voice

    @property
    def person(self) -> int:
        return self.visit.person


Action: TypeAlias = Callable[[Press], Awaitable[None]]
AnyItem: TypeAlias = ui.Item[Any]


def pressable(actions: Mapping[str, Action]) -> type[ui.DynamicItem[AnyItem]]:
    """The item that answers for every control whose custom id begins with a key of ``actions``."""
    template = re.compile(rf"(?P<key>[{''.join(actions)}])(?P<state>.*)", re.DOTALL)

    class Pressable(ui.DynamicItem[AnyItem], template=template):
        def __init__(self, item: AnyItem, key: str, state: str) -> None:
            super().__init__(item)
            self._key, self._state = key, state

        @classmethod
        async def from_custom_id(
            cls, _: discord.Interaction[Any], item: AnyItem, match: re.Match[str], /
        ) -> Self:
            return cls(item, match["key"], match["state"])

        async def callback(self, interaction: discord.Interaction[Any]) -> None:
            await _act(actions[self._key], self._key, self._state, interaction)

    return Pressable


def privately(draw: Callable[[Press], Awaitable[Views]]) -> Action:
    """An action that shows what is drawn to whoever pressed alone."""

    async def act(press: Press) -> None:
        await defer(press.interaction, private=True)
        await finish(press.interaction, await draw(press), private=True)

    return act


async def take_time(press: Press, *, in_place: bool) -> None:
    """Take the time pressure off: the message will be changed, or this person gets one alone."""
    interaction = press.interaction
    await (hold(interaction) if in_place else defer(interaction, private=True))


async def open_form(press: Press, form: ui.Modal) -> None:
    """Show a form; what is filled in comes back through `submit`, also after a restart.

    It is handed over as stopped, so that discord.py keeps no copy of it.
    """
    form.stop()
    await acknowledge(lambda: press.interaction.response.send_modal(form))


async def submit(actions: Mapping[str, Action], interaction: Interaction) -> None:
    """Do what the form with this custom id is for."""
    data: Mapping[str, Any] = interaction.data or {}
    key, state = data["custom_id"][:1], data["custom_id"][1:]
    if key in actions:
        await _act(actions[key], key, state, interaction)
    else:
        _log.warning("form.unknown", key=key)


async def _act(action: Action, key: str, state: str, interaction: Interaction) -> None:
    """Do it; nobody is left waiting for an answer that an error has swallowed."""
    visit = await visit_of(interaction)
    data: Mapping[str, Any] = interaction.data or {}
    values = tuple(data.get("values", ())) or tuple(_filled_in(data.get("components", ())))
    press = Press(interaction, state, values, visit)
    try:
        if not await stopped(interaction, visit):
            await action(press)
    except discord.HTTPException as error:
        await refused_by_discord(interaction, visit.voice, error)
    except Exception:  # noqa: BLE001 - logged, and told to whoever pressed
        _log.exception("press.failed", key=key)
        await apologise(interaction, visit.voice)


def _filled_in(components: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The texts of a form's fields, top to bottom; a field stands in a label."""
    for component in components:
        field = component.get("component", component)
        if isinstance(field.get("value"), str):
            yield field["value"]


async def apologise(interaction: Interaction, voice: Voice) -> None:
    """Say that something went wrong, whatever has or has not been said before."""
    try:
        if not interaction.response.is_done():
            await defer(interaction, private=True)
        await follow(interaction, refused(voice("refusal.defect")))
    except discord.HTTPException as error:
        await refused_by_discord(interaction, voice, error)


async def refused_by_discord(
    interaction: Interaction, voice: Voice, error: discord.HTTPException
) -> None:
    """Say by direct message that Discord did not take an answer, where nothing else can say it."""
    _log.warning("response.refused", status=error.status, code=error.code)
    await write_to(interaction.user, (refused(voice("refusal.not_shown")),))
