"""A small Discord on this machine: its two halves behind one port."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Self

from aiohttp import web

from tests.wire.fake_discord import payloads
from tests.wire.fake_discord.gateway import Gateway
from tests.wire.fake_discord.payloads import Payload
from tests.wire.fake_discord.rest import Request, Rest


class FakeDiscord:
    """What a test scripts: people who ask, a network that fails, and what the bot did."""

    def __init__(self) -> None:
        self.rest = Rest()
        self.gateway = Gateway()
        self.base = ""

    @classmethod
    @asynccontextmanager
    async def running(cls) -> AsyncIterator[Self]:
        discord = cls()
        application = web.Application()
        application.router.add_get("/gateway", discord.gateway.handle)
        application.router.add_get("/gateway/resume", discord.gateway.handle)
        application.router.add_route("*", "/api/v10/{path:.*}", discord.rest.handle)
        runner = web.AppRunner(application, shutdown_timeout=1)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        discord.base = f"http://127.0.0.1:{runner.addresses[0][1]}"
        discord.rest.gateway = f"{discord.base.replace('http', 'ws', 1)}/gateway"
        discord.gateway.resume_url = f"{discord.rest.gateway}/resume"
        try:
            yield discord
        finally:
            await runner.cleanup()

    async def mention(self, question: str) -> Payload:
        """Somebody mentions the bot in the channel; returns the message."""
        message = payloads.mention(question)
        await self.gateway.emit("MESSAGE_CREATE", message)
        return message

    async def slash(self, name: str, **options: str | bool) -> Payload:
        """Somebody uses one of the synced commands; returns the interaction."""
        command = next(c for c in self.rest.commands if c["name"] == name)
        interaction = payloads.slash(name, command["id"], **options)
        await self.gateway.emit("INTERACTION_CREATE", interaction)
        return interaction

    async def press(self, shown: Payload, custom_id: str) -> Payload:
        """Somebody presses a button of a message; returns the interaction."""
        interaction = payloads.press(shown, custom_id)
        await self.gateway.emit("INTERACTION_CREATE", interaction)
        return interaction

    async def fill_in(self, custom_id: str, *values: str) -> Payload:
        """Somebody sends a form; returns the interaction."""
        interaction = payloads.form(custom_id, *values)
        await self.gateway.emit("INTERACTION_CREATE", interaction)
        return interaction

    async def reply(self, nth: int = 1) -> Request:
        """The bot's ``nth`` try at a message in the channel, waited for."""
        return await self.rest.request("POST", f"/channels/{payloads.CHANNEL}/messages", nth)

    async def deferral(self, asked: Payload, nth: int = 1) -> Request:
        """The bot's ``nth`` try at the first response to an interaction, waited for."""
        return await self.rest.request("POST", f"/interactions/{asked['id']}/*/callback", nth)

    async def answer(self, asked: Payload, nth: int = 1) -> Request:
        """The bot's ``nth`` try at filling that response, waited for."""
        path = f"/webhooks/{payloads.BOT}/{asked['token']}/messages/@original"
        return await self.rest.request("PATCH", path, nth)

    async def addition(self, asked: Payload, nth: int = 1) -> Request:
        """The bot's ``nth`` try at a further message of an interaction, waited for."""
        return await self.rest.request("POST", f"/webhooks/{payloads.BOT}/{asked['token']}", nth)

    def shown(self) -> list[Payload]:
        """The messages that a reader of the channel would see."""
        return list(self.rest.messages.values())
