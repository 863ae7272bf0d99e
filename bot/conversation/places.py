"""Where a server wants answers, and what is said elsewhere."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import Enum

import discord

from bot.conversation.message_words import opens_post
from bot.desk.rules import Rules, Threads

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


class Place(Enum):
    """What a server says of the place where something is asked."""

    CHOSEN = "chosen"
    NO_THREAD = "unthreaded"
    ELSEWHERE = "elsewhere"


def place_of(guild: discord.Guild | None, channel: object, rules: Rules) -> Place:
    """Whether a server wants answers in a channel, as a channel and as a thread or not one.

    Any channel is a chosen one, when none of the chosen is left.
    """
    if guild is None:
        return Place.CHOSEN
    ids = getattr(channel, "id", None), getattr(channel, "parent_id", None)
    if not rules.admits(*ids) and any(map(guild.get_channel_or_thread, rules.channels)):
        return Place.ELSEWHERE
    if rules.threads is Threads.ONLY and not isinstance(channel, discord.Thread):
        return Place.NO_THREAD
    return Place.CHOSEN


def is_looked_up(message: discord.Message, rules: Rules) -> bool:
    """Whether a message opens a post in a forum whose posts are looked up, asked or not."""
    channel = message.channel
    return (
        isinstance(channel, discord.Thread)
        and channel.parent_id in rules.forums
        and opens_post(message)
    )
