"""The real entry point, pointed at a server on this machine: ``launch.py BASE_URL ARGUMENT...``.

The product knows nothing of this: discord.py's own addresses are changed before it starts.
``WIRE_HEARTBEAT_TIMEOUT`` shortens the minute of silence after which discord.py gives a
connection up, ``WIRE_PATIENCE`` the one that the bot gives to a new one.
"""

import os
import sys
from typing import NoReturn

import discord.asset
import discord.gateway
import discord.http
import discord.state
import yarl


def redirect(base: str) -> None:
    """Send every request and every connection of discord.py to ``base``."""
    discord.http.Route.BASE = f"{base}/api/v10"
    discord.asset.Asset.BASE = f"{base}/cdn"
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(f"{base}/gateway").with_scheme("ws")
    if silence := os.environ.get("WIRE_HEARTBEAT_TIMEOUT"):
        timeout = property(lambda _: float(silence), lambda _, __: None)
        setattr(discord.state.ConnectionState, "heartbeat_timeout", timeout)  # noqa: B010


def launch() -> NoReturn:
    """Do what the console script does, with the arguments of this process."""
    from bot.__main__ import main
    from bot.serving import connecting

    redirect(sys.argv.pop(1))
    setattr(connecting, "PATIENCE", float(os.environ.get("WIRE_PATIENCE", connecting.PATIENCE)))  # noqa: B010
    main()


if __name__ == "__main__":
    launch()
