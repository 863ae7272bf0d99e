"""A sign that an answer is being worked on, where it takes longer than a moment."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Final

import aiohttp
import discord

from bot.conversation.sending import Means, means_of

MOMENT: Final = 0.3
"""Seconds that an answer may take without a sign."""


@asynccontextmanager
async def shown_as_working(asked: discord.Message, moment: float) -> AsyncIterator[None]:
    """Show the bot as typing where something was asked, after a moment and until the block ends.

    It is no message, and where it is not allowed, or refused, there is none.
    """
    if means_of(asked) not in {Means.REPLY, Means.SEND}:
        yield
        return
    typing = asyncio.create_task(_type(asked.channel, moment))
    try:
        yield
    finally:
        typing.cancel()
        with suppress(asyncio.CancelledError):
            await typing


async def _type(channel: discord.abc.Messageable, moment: float) -> None:
    await asyncio.sleep(moment)
    with suppress(discord.HTTPException, aiohttp.ClientError, OSError):
        async with channel.typing():
            await asyncio.Event().wait()
