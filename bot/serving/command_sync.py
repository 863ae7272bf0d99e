"""Discord is told of the commands when they have changed, and again when they have gone.

A checksum of what was told is kept, so that a start tells nothing twice. Another program with the
same token may replace the commands, though, and nobody is told: they are looked at now and then,
and when somebody uses one that is not ours.
"""

import asyncio
import hashlib
import json
import time
from collections.abc import Iterable
from typing import Any, Final

import structlog
from discord import app_commands
from discord.ext import commands, tasks

from bot.desk.desk import DeskBot
from bot.serving.command_names import CommandTranslator, mentions
from bot.wording.face import DISCORD
from bot.wording.voice import Voices

LOOK_EVERY: Final = 1.0
"""Hours between two looks at the commands that Discord has."""

_NOTE: Final = "synced commands"
_LOOK_AGAIN: Final = 60.0  # seconds, when commands that are not ours are used

_log: structlog.stdlib.BoundLogger = structlog.get_logger()

_Shape = dict[str, list[Any]]


class CommandSync(commands.Cog):
    """The commands of one bot, as Discord has them, and how our words mention them."""

    def __init__(self, bot: DeskBot) -> None:
        self._bot = bot
        self._looking = asyncio.Lock()
        self._looked = -_LOOK_AGAIN

    async def cog_load(self) -> None:
        """Tell Discord of the commands, if they have changed; raises what a sync raises."""
        noted = await self._noted()
        if "shape" in noted and noted.get("digest") == self._digest():
            self._mention(noted["shape"])
        else:
            await self._tell()
        self.look.start()

    async def cog_unload(self) -> None:
        self.look.cancel()

    @tasks.loop(hours=LOOK_EVERY)
    async def look(self) -> None:
        """Tell Discord again where it has other commands than it was told."""
        await self._restore()

    @look.before_loop
    async def _start_first(self) -> None:
        await self._bot.wait_until_ready()

    @commands.Cog.listener()
    async def on_unknown_command(self) -> None:
        """Look at once when a command is used that is not ours, but not at each such use."""
        if time.monotonic() - self._looked >= _LOOK_AGAIN:
            self._looked = time.monotonic()
            await self._restore()

    async def _restore(self) -> None:
        async with self._looking:
            try:
                held = _shape(await self._bot.tree.fetch_commands())
                if held != (await self._noted()).get("shape"):
                    _log.warning("commands.replaced", held=len(held))
                    await self._tell()
            except Exception:  # noqa: BLE001 - logged; one that gets out ends the loop for good
                _log.exception("commands.not_looked_at")

    async def _tell(self) -> None:
        shape = _shape(await self._bot.tree.sync())
        note = json.dumps({"digest": self._digest(), "shape": shape})
        await self._bot.desk.records.set_note(_NOTE, note)
        self._mention(shape)
        _log.info("commands.synced", commands=len(shape))

    def _mention(self, shape: _Shape) -> None:
        ids = {name: number for name, (number, *_) in shape.items()}
        self._bot.desk.voices = Voices.load(DISCORD).naming(mentions(ids))

    async def _noted(self) -> dict[str, Any]:
        noted: dict[str, Any] = json.loads(await self._bot.desk.records.note(_NOTE) or "{}")
        return noted

    def _digest(self) -> str:
        """A checksum of the application and of all that Discord is told of its commands."""
        tree = self._bot.tree
        translator = tree.translator
        assert isinstance(translator, CommandTranslator)  # noqa: S101 - set by then
        payload = [command.to_dict(tree) for command in tree.get_commands()]
        told = [self._bot.application_id, payload, translator.texts]
        text = json.dumps(told, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


def _shape(commands: Iterable[app_commands.AppCommand]) -> _Shape:
    """Each command by its name: its id, its description and the names of its options."""
    return {
        each.name: [each.id, each.description, *(option.name for option in each.options)]
        for each in commands
    }
