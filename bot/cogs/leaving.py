"""What a server has chosen goes when the bot has left it for good."""

import asyncio
from datetime import timedelta
from typing import Final

import discord
import structlog
from discord.ext import commands, tasks

from bot.desk.desk import DeskBot, scope

GRACE: Final = timedelta(days=30)
"""How long all stays as it was, for a bot that is taken back; `docs/privacy.md` names it."""

_log: structlog.stdlib.BoundLogger = structlog.get_logger()


class Leaving(commands.Cog):
    """Notes which servers were left, also meanwhile, and drops what is stored of them in time."""

    def __init__(self, bot: DeskBot) -> None:
        self.bot = bot
        self._looking = asyncio.Lock()

    async def cog_load(self) -> None:
        self.drop_departed.start()

    async def cog_unload(self) -> None:
        self.drop_departed.cancel()

    @tasks.loop(hours=6)
    async def drop_departed(self) -> None:
        """See which servers are left, and delete what is stored of those left long ago."""
        await self._look()

    @drop_departed.before_loop
    async def _know_all_servers(self) -> None:
        await self.bot.wait_until_ready()

    @commands.Cog.listener()
    async def on_guild_remove(self, _: discord.Guild) -> None:
        await self._look()

    @commands.Cog.listener()
    async def on_guild_join(self, _: discord.Guild) -> None:
        await self._look()

    async def _look(self) -> None:
        if not self.bot.is_ready():  # not all servers are known yet
            return
        records = self.bot.desk.records
        async with self._looking:
            here = {scope(guild.id) for guild in self.bot.guilds}
            try:
                stored = await records.departures.scopes() - {scope(None)}
                await records.departures.cancel(stored & here)
                await records.departures.note(stored - here)
                dropped = await records.drop_departed(discord.utils.utcnow() - GRACE)
            except Exception:  # noqa: BLE001 - logged; one that gets out ends the loop for good
                _log.exception("servers.not_dropped")
                return
        if dropped:
            _log.info("servers.dropped", servers=len(dropped))
