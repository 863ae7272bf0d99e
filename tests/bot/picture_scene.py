"""A channel with the bot, and a camera that takes pictures of its messages."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import simcord

from bot.serving.client import VerbatimBot
from tests.bot.picture_browser import show_light

DESK, PHONE = 760, 390
LOOKS: Final = {
    "": (DESK, False),
    "-light": (DESK, True),
    "-phone": (PHONE, False),
    "-phone-light": (PHONE, True),
}
"""What is added to a picture's name, how wide it is, and whether it is light."""

Looks = Mapping[str, tuple[int, bool]]
Target = Any  # what simcord's preview can show: a message, or what came of an interaction


class Scene:
    """A channel with the bot, somebody who asks in it, and a camera."""

    def __init__(
        self,
        env: simcord.Env,
        bot: VerbatimBot,
        folder: Path,
        looks: Looks,
        documents: Path,
    ) -> None:
        self.env = env
        self.bot = bot
        self.documents = documents
        self.folder = folder
        self.looks = looks
        self.guild = guild = env.create_guild("Newsroom")
        self.channel = guild.create_text_channel("fact-checks")
        self.asker = guild.add_member(env.create_user("mara"))
        self.manager = simcord.MemberActor(env, guild, guild.owner)
        admins = frozenset({self.manager.id})
        bot.desk.settings = replace(bot.desk.settings, admin_users=admins)

    def move(self) -> None:
        """Go on in an empty channel: the longer one is, the longer a picture of it takes."""
        self.channel = self.guild.create_text_channel("fact-checks")

    async def ask(self, question: str) -> Target:
        assert self.bot.user is not None
        await self.asker.send(self.channel, f"{self.bot.user.mention} {question}")
        return self.channel.last_message

    async def press(self, message: Target, label: str) -> Target:
        return await self.asker.click(message, label=label)

    async def take(
        self, name: str, target: Target, viewer: Target = None, channel: Target = None
    ) -> None:
        """Photograph one message: on a desktop and, where all is wanted, light and on a phone."""
        for added, (width, light) in self.looks.items():
            show_light(light)
            async with self.env.preview(
                channel or self.channel,
                viewers=[viewer or self.asker],
                display="fixed",
                width=width,
                height=1000,
            ) as preview:
                await preview.screenshot(self.folder / f"{name}{added}.png", target=target)
