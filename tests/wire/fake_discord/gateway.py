"""Discord's gateway half: sessions that are opened, resumed, refused and cut."""

import asyncio
import json
from dataclasses import dataclass, field
from typing import Final

import aiohttp
import zstandard
from aiohttp import web

from tests.wire.fake_discord import payloads
from tests.wire.fake_discord.journal import Journal
from tests.wire.fake_discord.payloads import Payload

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, RECONNECT, INVALID, HELLO, ACK = 0, 1, 2, 6, 7, 9, 10, 11
HEARTBEAT_MS: Final = 41_250  # what Discord asks for


@dataclass(frozen=True, slots=True)
class Frame:
    """What the bot sent, or ``closed`` with the close code in ``data``."""

    op: int | str
    data: object
    address: str

    @property
    def payload(self) -> Payload:
        assert isinstance(self.data, dict), self
        return self.data


@dataclass(slots=True)
class Session:
    """Events are kept, so that a resumed connection gets what it missed."""

    id: str = field(default_factory=payloads.new_id)
    events: list[Payload] = field(default_factory=list)

    def record(self, name: str, data: Payload) -> Payload:
        event = {"op": DISPATCH, "t": name, "s": len(self.events) + 1, "d": data}
        self.events.append(event)
        return event


class Connection:
    """One websocket, compressed as the bot asked in its address."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        self.socket = socket
        self.address = request.path
        self.peer = request.transport
        asked = request.query.get("compress")
        self._zstd = zstandard.ZstdCompressor().compressobj() if asked == "zstd-stream" else None

    async def send(self, frame: Payload) -> None:
        text = json.dumps(frame)
        if self._zstd is None:
            await self.socket.send_str(text)
            return
        data = self._zstd.compress(text.encode())
        data += self._zstd.flush(zstandard.COMPRESSOBJ_FLUSH_BLOCK)
        await self.socket.send_bytes(data)


class Gateway:
    """Serves any number of connections, one session at a time.

    ``refusal`` is a close code that meets every identify; with ``silent`` nothing is answered,
    as when the other end has died without a word. The next ``unreachable`` connections fail,
    the next ``unanswered`` ones are taken and hear nothing.
    ``unclosing`` leaves a closing handshake without its answer.
    """

    def __init__(self) -> None:
        self.frames: Journal[Frame] = Journal("gateway frames")
        self.sessions: Journal[Session] = Journal("sessions")
        self.resumptions: Journal[Session] = Journal("resumptions")
        self.refusal: int | None = None
        self.silent = False
        self.unreachable = 0
        self.unanswered = 0
        self.unclosing = False
        self.heartbeat_ms = HEARTBEAT_MS
        self.resume_url = ""
        self._session: Session | None = None
        self._live: Connection | None = None

    async def sent(self, op: int | str, nth: int = 1) -> Frame:
        """The ``nth`` frame of that kind that the bot sent, waited for."""
        return await self.frames.nth(nth, lambda frame: frame.op == op)

    def count(self, op: int | str) -> int:
        return len(self.frames.matching(lambda frame: frame.op == op))

    async def opened(self, nth: int = 1) -> Session:
        """The bot's ``nth`` new session, waited for: from then on events can be emitted."""
        return await self.sessions.nth(nth, lambda _: True)

    async def resumed(self, nth: int = 1) -> Session:
        """The ``nth`` session that the bot has taken up again, waited for."""
        return await self.resumptions.nth(nth, lambda _: True)

    async def emit(self, name: str, data: Payload) -> None:
        """Dispatch an event, or keep it for the resume when nobody is connected."""
        assert self._session is not None, "nobody has identified"
        event = self._session.record(name, data)
        if self._live is not None:
            await self._live.send(event)

    async def ask_to_reconnect(self) -> None:
        await self._connection().send({"op": RECONNECT, "d": None})

    async def invalidate(self) -> None:
        """Tell the bot that its session is gone for good."""
        connection, self._session = self._connection(), None
        await connection.send({"op": INVALID, "d": False})

    def cut(self) -> None:
        """Break the connection without a closing handshake."""
        transport = self._connection().peer
        assert transport is not None
        self._live = None
        transport.abort()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        if self.unreachable:
            self.unreachable -= 1
            return web.Response(status=503)
        if self.unanswered:
            self.unanswered -= 1
            await asyncio.Event().wait()  # until the bot hangs up
        socket = web.WebSocketResponse(autoclose=False)
        await socket.prepare(request)
        connection = Connection(socket, request)
        await connection.send({"op": HELLO, "d": {"heartbeat_interval": self.heartbeat_ms}})
        async for message in socket:
            if message.type is aiohttp.WSMsgType.TEXT:
                frame = json.loads(message.data)
                self.frames.add(Frame(frame["op"], frame["d"], connection.address))
                if not self.silent:
                    await self._answer(connection, frame["op"], frame["d"])
        if self._live is connection:
            self._live = None
        self.frames.add(Frame("closed", socket.close_code, connection.address))
        if self.unclosing:
            await asyncio.Event().wait()  # until the server ends
        await socket.close()
        return socket

    async def _answer(self, connection: Connection, op: int, data: Payload) -> None:
        if op == HEARTBEAT:
            await connection.send({"op": ACK, "d": None})
        elif op == IDENTIFY and self.refusal is not None:
            await connection.socket.close(code=self.refusal)
        elif op == IDENTIFY:
            await self._open(connection, data)
        elif op == RESUME:
            await self._resume(connection, data)

    async def _open(self, connection: Connection, identify: Payload) -> None:
        self._session, self._live = Session(), connection
        ready = {
            "v": 10,
            "user": payloads.bot_user(),
            "guilds": [{"id": payloads.GUILD, "unavailable": True}],
            "session_id": self._session.id,
            "resume_gateway_url": self.resume_url,
            "application": {"id": payloads.BOT, "flags": 0},
        }
        if "shard" in identify:
            ready["shard"] = identify["shard"]
        await self.emit("READY", ready)
        await self.emit("GUILD_CREATE", payloads.guild())
        self.sessions.add(self._session)

    async def _resume(self, connection: Connection, data: Payload) -> None:
        session = self._session
        if session is None or session.id != data["session_id"]:
            await connection.send({"op": INVALID, "d": False})
            return
        self._live = connection
        for event in session.events[data["seq"] :]:
            await connection.send(event)
        await self.emit("RESUMED", {})
        self.resumptions.add(session)

    def _connection(self) -> Connection:
        assert self._live is not None, "nobody is connected"
        return self._live
