"""Discord's HTTP half: records every request, keeps what is created, fails when it is told to."""

import asyncio
import json
import re
import socket
import struct
import time
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from aiohttp import web

from tests.wire.fake_discord import payloads
from tests.wire.fake_discord.journal import Journal
from tests.wire.fake_discord.payloads import Payload

Act = Callable[[], web.Response]
Fault = Callable[[web.Request, Act], Awaitable[web.StreamResponse]]
"""How one request goes wrong: it may call ``act``, which does what was asked, or not."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request of the bot. ``files`` are the names of uploaded files."""

    method: str
    path: str
    body: object = None
    files: tuple[str, ...] = ()
    at: float = field(default_factory=time.perf_counter, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def json(self) -> Payload:
        assert isinstance(self.body, dict), self
        return self.body

    def is_to(self, method: str, path: str) -> bool:
        """Whether this is ``method`` to ``path``, in which ``*`` stands for one id or token."""
        pattern = re.escape(path).replace(r"\*", "[^/]+")
        return self.method == method and re.fullmatch(pattern, self.path) is not None


def answer(
    body: object, status: int = 200, headers: Mapping[str, str] | None = None
) -> web.Response:
    """A response as Discord's: a media type with a charset would not be read as JSON."""
    return web.Response(
        body=json.dumps(body).encode(),
        status=status,
        content_type="application/json",
        headers=headers,
    )


def refusal(status: int, message: str, code: int = 0) -> web.Response:
    return answer({"message": message, "code": code}, status)


def failing(status: int) -> Fault:
    """The server answers with an error of its own and does nothing."""

    async def fault(_: web.Request, __: Act) -> web.StreamResponse:
        return web.Response(text="upstream error", status=status)

    return fault


def rate_limited(seconds: float) -> Fault:
    async def fault(_: web.Request, __: Act) -> web.StreamResponse:
        body = {"message": "You are being rate limited.", "retry_after": seconds, "global": False}
        return answer(body, 429, {"Via": "1.1 proxy", "Retry-After": str(seconds)})

    return fault


def reset(*, acted: bool) -> Fault:
    """The connection is reset, before or after Discord did what was asked."""

    async def fault(request: web.Request, act: Act) -> web.StreamResponse:
        if acted:
            act()
        assert request.transport is not None
        linger = struct.pack("ii", 1, 0)  # with no time to linger, closing sends a reset
        sock = request.transport.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        request.transport.abort()
        return web.Response()

    return fault


def held(until: asyncio.Event) -> Fault:
    """The request is acted on, and answered when the event is set."""

    async def fault(_: web.Request, act: Act) -> web.StreamResponse:
        response = act()
        await until.wait()
        return response

    return fault


class Rest:
    """The REST interface. ``messages`` holds what a channel or an interaction would show."""

    def __init__(self) -> None:
        self.requests: Journal[Request] = Journal("requests")
        self.messages: dict[str, Payload] = {}
        self.commands: list[Payload] = []
        self.token: str = payloads.TOKEN
        self.gateway = ""
        self._responses: dict[str, str] = {}  # token of an interaction -> id of its response
        self._faults: list[tuple[str, str, deque[Fault]]] = []

    def fail(self, method: str, path: str, *faults: Fault) -> None:
        """Let the next requests of that kind go wrong, one fault each."""
        self._faults.append((method, path, deque(faults)))

    async def request(self, method: str, path: str, nth: int = 1) -> Request:
        """The bot's ``nth`` request of that kind, waited for."""
        return await self.requests.nth(nth, lambda request: request.is_to(method, path))

    def count(self, method: str, path: str) -> int:
        return len(self.requests.matching(lambda request: request.is_to(method, path)))

    async def handle(self, raw: web.Request) -> web.StreamResponse:
        request = await _read(raw)
        self.requests.add(request)
        for method, path, faults in self._faults:
            if faults and request.is_to(method, path):
                return await faults.popleft()(raw, lambda: self._act(request))
        return self._act(request)

    def _act(self, request: Request) -> web.Response:
        open_to_all = request.path.startswith(("/interactions/", "/webhooks/"))
        if not open_to_all and request.headers.get("Authorization") != f"Bot {self.token}":
            return refusal(401, "401: Unauthorized")
        for method, path, action in _ACTIONS:
            if request.is_to(method, path):
                return action(self, request)
        return refusal(404, "404: Not Found")

    def _sync(self, request: Request) -> web.Response:
        assert isinstance(request.body, list)
        self.commands = [
            command
            | {"id": payloads.new_id(), "application_id": payloads.BOT, "version": "1"}
            | {"type": command.get("type", 1), "description": command.get("description", "")}
            for command in request.body
        ]
        return answer(self.commands)

    def _create(self, request: Request) -> web.Response:
        nonce = request.json.get("nonce")
        if request.json.get("enforce_nonce"):
            for message in self.messages.values():
                if message.get("nonce") == nonce:
                    return answer(message)
        return answer(self._keep(request, nonce=nonce))

    def _keep(self, request: Request, **more: object) -> Payload:
        channel = request.path.split("/")[2] if "/channels/" in request.path else payloads.CHANNEL
        body = request.json.get("data", request.json) or {}
        shown = {key: body[key] for key in ("embeds", "components", "flags") if body.get(key)}
        message = payloads.message(body.get("content") or "", payloads.bot_user(), channel)
        message |= shown | more
        self.messages[message["id"]] = message
        return message

    def _respond(self, request: Request) -> web.Response:
        _, _, interaction, token, _ = request.path.split("/")
        if token in self._responses:
            return refusal(400, "Interaction has already been acknowledged.", 40060)
        message = self._keep(request)
        self._responses[token] = message["id"]
        state = {"id": interaction, "type": 2, "response_message_id": message["id"]}
        return answer({"interaction": state, "resource": {"type": 4, "message": message}})

    def _edit(self, request: Request) -> web.Response:
        *_, owner, _, target = request.path.split("/")
        message = self.messages.get(self._responses.get(owner, target))
        if message is None:
            return refusal(404, "Unknown Message", 10008)
        message |= request.json
        return answer(message)

    def _follow_up(self, request: Request) -> web.Response:
        return answer(self._keep(request))


Action = Callable[[Rest, Request], web.Response]
_ACTIONS: Final[tuple[tuple[str, str, Action], ...]] = (
    ("GET", "/users/@me", lambda _, __: answer(payloads.bot_user())),
    ("GET", "/gateway/bot", lambda rest, _: answer(payloads.gateway(rest.gateway))),
    ("GET", "/oauth2/applications/@me", lambda _, __: answer(payloads.application())),
    ("POST", "/users/@me/channels", lambda _, __: answer(payloads.direct_channel())),
    ("GET", "/applications/*/commands", lambda rest, _: answer(rest.commands)),
    ("PUT", "/applications/*/commands", Rest._sync),
    ("POST", "/channels/*/messages", Rest._create),
    ("PATCH", "/channels/*/messages/*", Rest._edit),
    ("POST", "/channels/*/typing", lambda _, __: web.Response(status=204)),
    ("POST", "/interactions/*/*/callback", Rest._respond),
    ("PATCH", "/webhooks/*/*/messages/*", Rest._edit),
    ("POST", "/webhooks/*/*", Rest._follow_up),
)


async def _read(raw: web.Request) -> Request:
    path = raw.path.removeprefix("/api/v10")
    if raw.content_type == "multipart/form-data":
        form = await raw.post()
        files = tuple(part.filename for part in form.values() if isinstance(part, web.FileField))
        body = json.loads(str(form["payload_json"]))
    else:
        files = ()
        body = await raw.json() if raw.can_read_body else None
    return Request(raw.method, path, body, files, headers=raw.headers)
