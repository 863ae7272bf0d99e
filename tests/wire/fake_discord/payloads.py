"""Discord's objects as it sends them: as small as discord.py accepts, all ids made up."""

import base64
import itertools
import time
from typing import Any, Final

Payload = dict[str, Any]

BOT: Final = "123456789012345678"
TOKEN: Final = ".".join((base64.b64encode(BOT.encode()).decode(), "x" * 6, "y" * 38))
"""In the shape of a token: the bot's id, a time and a signature."""
GUILD: Final = "300000000000000001"
CHANNEL: Final = "400000000000000001"
DIRECT: Final = "400000000000000002"
PERSON: Final = "500000000000000001"
ROLE: Final = "600000000000000001"

MEMBER_PERMISSIONS: Final = str(1 << 10 | 1 << 11 | 1 << 14 | 1 << 15 | 1 << 16 | 1 << 31 | 1 << 38)
"""View, send, embed, attach, read history, use commands, send in threads."""

_EPOCH_MS: Final = 1_420_070_400_000  # Discord's: the first second of 2015
_numbers = itertools.count()


def new_id() -> str:
    """A snowflake of this moment: an interaction's age is read off its id."""
    return str((int(time.time() * 1000) - _EPOCH_MS << 22) + next(_numbers) % 2**22)


def user(id_: str = PERSON, name: str = "reader", *, bot: bool = False) -> Payload:
    return {
        "id": id_,
        "username": name,
        "discriminator": "0",
        "global_name": None,
        "avatar": None,
        "bot": bot,
        "public_flags": 0,
        "flags": 0,
    }


def bot_user() -> Payload:
    return user(BOT, "Verbatim", bot=True)


def application() -> Payload:
    return {
        "id": BOT,
        "name": "Verbatim",
        "icon": None,
        "description": "",
        "summary": "",
        "bot_public": False,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "owner": user("500000000000000009", "owner"),
        "team": None,
        "flags": 0,
        "rpc_origins": [],
    }


def gateway(url: str) -> Payload:
    limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
    return {"url": url, "shards": 1, "session_start_limit": limit}


def member(of: Payload) -> Payload:
    return {
        "user": of,
        "nick": None,
        "avatar": None,
        "roles": [],
        "joined_at": "2026-01-01T00:00:00+00:00",
        "deaf": False,
        "mute": False,
        "flags": 0,
    }


def channel() -> Payload:
    return {
        "id": CHANNEL,
        "type": 0,
        "name": "news",
        "guild_id": GUILD,
        "position": 0,
        "permission_overwrites": [],
        "nsfw": False,
        "parent_id": None,
        "topic": None,
        "rate_limit_per_user": 0,
    }


def direct_channel() -> Payload:
    return {"id": DIRECT, "type": 1, "last_message_id": None, "recipients": [user()]}


def guild() -> Payload:
    everyone = {
        "id": GUILD,
        "name": "@everyone",
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "position": 0,
        "permissions": MEMBER_PERMISSIONS,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }
    return {
        "id": GUILD,
        "name": "Newsroom",
        "icon": None,
        "owner_id": "500000000000000009",
        "preferred_locale": "en-US",
        "features": [],
        "roles": [everyone],
        "emojis": [],
        "stickers": [],
        "channels": [channel()],
        "threads": [],
        "members": [member(bot_user())],
        "member_count": 2,
        "voice_states": [],
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "joined_at": "2026-01-01T00:00:00+00:00",
        "large": False,
        "unavailable": False,
    }


def message(content: str, author: Payload, channel_id: str, **more: object) -> Payload:
    return {
        "id": new_id(),
        "channel_id": channel_id,
        "author": author,
        "content": content,
        "timestamp": "2026-11-22T00:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": False,
        "type": 0,
        "flags": 0,
        **more,
    }


def mention(question: str) -> Payload:
    """A message in the guild's channel that asks the bot by mentioning it."""
    return message(
        f"<@{BOT}> {question}",
        user(),
        CHANNEL,
        guild_id=GUILD,
        mentions=[bot_user() | {"member": member(bot_user())}],
        member={key: value for key, value in member(user()).items() if key != "user"},
    )


def slash(name: str, command_id: str, **options: str | bool) -> Payload:
    """The invocation of a command in the guild's channel."""
    given = [{"name": key, "type": 3, "value": value} for key, value in options.items()]
    return _interaction(2, {"id": command_id, "name": name, "type": 1, "options": given})


def press(shown: Payload, custom_id: str) -> Payload:
    """A press on a button of a message in the guild's channel."""
    return _interaction(3, {"component_type": 2, "custom_id": custom_id}) | {"message": shown}


def form(custom_id: str, *values: str) -> Payload:
    """A form that was filled in and sent: one labelled field for each value."""
    fields = [
        {"type": 18, "id": number, "component": {"type": 4, "custom_id": "field", "value": value}}
        for number, value in enumerate(values, 1)
    ]
    return _interaction(5, {"custom_id": custom_id, "components": fields})


def _interaction(kind: int, data: Payload) -> Payload:
    return {
        "id": new_id(),
        "application_id": BOT,
        "type": kind,
        "token": f"interaction-token-{new_id()}",
        "version": 1,
        "guild_id": GUILD,
        "guild": {"id": GUILD, "locale": "en-US", "features": []},
        "channel_id": CHANNEL,
        "channel": channel() | {"permissions": MEMBER_PERMISSIONS},
        "member": member(user()) | {"permissions": MEMBER_PERMISSIONS},
        "app_permissions": MEMBER_PERMISSIONS,
        "locale": "en-US",
        "guild_locale": "en-US",
        "entitlements": [],
        "authorizing_integration_owners": {"0": GUILD},
        "context": 0,
        "attachment_size_limit": 10 * 1024 * 1024,
        "data": data,
    }
