"""Pressed buttons and menus, found by their custom ids alone, so that a restart changes nothing."""

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, Self, TypeAlias

import discord
import structlog
from discord import ui

from bot.conversation.asking import refused
from bot.conversation.replies import defer, follow
from bot.desk.desk import Desk, Interaction, voice_for
from bot.desk.rules import Rules
from bot.translation import Voice

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Press:
    """One press: what the control remembered, what was picked in a menu, where and for whom."""

    interaction: Interaction
    state: str
    values: tuple[str, ...]
    rules: Rules
    voice: Voice

    @property
    def desk(self) -> Desk:
        return self.interaction.client.desk

    @property
    def person(self) -> int:
        return self.interaction.user.id


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


async def _act(action: Action, key: str, state: str, interaction: Interaction) -> None:
    """Do it; nobody is left waiting for an answer that an error has swallowed."""
    rules = await interaction.client.desk.rules(interaction.guild_id)
    voice = voice_for(interaction, rules)
    data: Mapping[str, Any] = interaction.data or {}
    press = Press(interaction, state, tuple(data.get("values", ())), rules, voice)
    try:
        await action(press)
    except Exception:  # noqa: BLE001 - logged, and told to whoever pressed
        _log.exception("press.failed", key=key)
        await apologise(interaction, voice)


async def apologise(interaction: Interaction, voice: Voice) -> None:
    """Say that something went wrong, whatever has or has not been said before."""
    if not interaction.response.is_done():
        await defer(interaction, private=True)
    await follow(interaction, refused(voice("refusal.defect")))
