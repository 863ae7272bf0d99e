"""The link that invites the bot to a server, and the permissions it asks for there."""

import base64
import binascii
from typing import Final
from urllib.parse import urlencode

PERMISSIONS: Final = {
    "add_reactions": 1 << 6,
    "view_channel": 1 << 10,
    "send_messages": 1 << 11,
    "attach_files": 1 << 15,
    "read_message_history": 1 << 16,
    "send_messages_in_threads": 1 << 38,
}
"""Each permission by Discord's name and bit; `docs/hosting.md` says what each is for."""

_AUTHORIZE: Final = "https://discord.com/oauth2/authorize"


def invite_link(application: str) -> str:
    """The address where somebody who manages a server can add the bot to it."""
    query = {
        "client_id": application,
        "scope": "bot applications.commands",
        "permissions": sum(PERMISSIONS.values()),
    }
    return f"{_AUTHORIZE}?{urlencode(query)}"


def is_token(text: str) -> bool:
    """True for the shape of a bot token: three parts in URL-safe base64, the first an id."""
    parts = text.split(".")
    return (
        len(parts) == 3
        and application_of(text) is not None
        and all(part.replace("-", "").replace("_", "").isalnum() for part in parts)
    )


def application_of(token: str) -> str | None:
    """The application's id, with which every bot token begins; ``None`` in any other text."""
    first = token.split(".", 1)[0]
    try:
        number = base64.b64decode(first + "=" * (-len(first) % 4), validate=True).decode("ascii")
    except (binascii.Error, ValueError):
        return None
    return number if number.isdigit() else None
