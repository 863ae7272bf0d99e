"""Where a server wants answers, and what is said elsewhere."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import discord

from bot.desk.rules import Rules

_MOST = 10_000  # people remembered for one day


class Pointers:
    """Who has been pointed to the chosen channels today; forgotten when the day is over."""

    def __init__(self, today: Callable[[], date] = lambda: datetime.now(UTC).date()) -> None:
        self._today = today
        self._day = today()
        self._told: set[tuple[int, int | None]] = set()

    def due(self, person: int, guild: int | None) -> bool:
        """Whether this person is to be told in this server; true once a day."""
        if self._day != self._today() or len(self._told) >= _MOST:
            self._day, self._told = self._today(), set()
        known = (person, guild) in self._told
        self._told.add((person, guild))
        return not known


def answered_here(message: discord.Message, rules: Rules) -> bool:
    """Whether a message stands where its server wants answers."""
    if message.guild is None:
        return True
    parent = getattr(message.channel, "parent_id", None)
    return admits(message.guild, rules, message.channel.id, parent)


def admits(guild: discord.Guild | None, rules: Rules, *channels: int | None) -> bool:
    """Whether one of the channels is a chosen one; any is, when none of the chosen is left."""
    if rules.admits(*channels):
        return True
    return guild is not None and not any(map(guild.get_channel_or_thread, rules.channels))
