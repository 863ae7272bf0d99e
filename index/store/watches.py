"""Standing questions: who is to hear of what, what each knows already, what is still to be sent.

Places are the ids of channels, people stand here under their pseudonyms. What must be said is
written down before it is sent, with the nonce that it is sent under, and deleted afterwards, so
that a kill at any moment neither loses nor repeats it.
"""

import json
import secrets
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from index.findings.news import Seen
from index.store.database import Database, Row, Transaction, Value

Payload = Mapping[str, str | int | list[str] | list[int] | list[list[int]]]
"""What is said in a message, as JSON. Of news these are known here: ``questions``, the words of
those it is for; ``asked``, for each of its ``quotes`` the places of those that it answers;
``source`` and ``language`` of the first of them, whose sentences ``starts`` and ``lengths`` mark.
Of a notice ``maker``, the pseudonym of whom it is for."""

_MOST_SEEN = 1_000  # passages that a watch remembers, the newest of them


@dataclass(frozen=True, slots=True)
class NewWatch:
    """A question for a channel. ``contact`` is the channel to write to whoever made it.

    ``source`` is the tag of the one source to ask, else empty. ``version`` is the index version
    whose passages it knows; with none all there is counts as new.
    """

    scope: str
    channel: int
    contact: int
    question: str
    source: str
    language: str
    version: str
    seen: tuple[Seen, ...] = ()


@dataclass(frozen=True, slots=True)
class Watch:
    """A standing question; ``number`` names it."""

    number: int
    scope: str
    channel: int
    contact: int
    maker: str
    question: str
    source: str
    language: str
    version: str
    seen: tuple[Seen, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """What is to be said in a channel, under which nonce; ``tried`` if it may have been said."""

    number: int
    channel: int
    nonce: int
    payload: Payload
    tried: bool


class Watches:
    """The standing questions of all servers and people."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, maker: str, watch: NewWatch, most: int) -> int | None:
        """Keep a watch, its maker under a pseudonym; ``None`` when there are ``most`` already.

        Counted are those of a server, or those that a person has in direct messages.
        """
        async with self._database.write() as transaction:
            (row,) = await transaction.rows(
                "SELECT count(*) AS held FROM watches"
                " WHERE scope = ? AND (scope <> ? OR maker = ?)",
                (watch.scope, _DIRECT, maker),
            )
            if row["held"] >= most:
                return None
            return await transaction.execute(
                "INSERT INTO watches (scope, channel, contact, maker, question, source, language,"
                " version, seen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(watch.scope, watch.channel, watch.contact, maker, watch.question),
                    *(watch.source, watch.language, watch.version, _packed(watch.seen)),
                ),
            )

    async def all(self) -> tuple[Watch, ...]:
        """All of them, the oldest first."""
        return tuple(map(_watch, await self._database.rows("SELECT * FROM watches ORDER BY id")))

    async def of_server(self, scope: str) -> tuple[Watch, ...]:
        rows = await self._database.rows(
            "SELECT * FROM watches WHERE scope = ? ORDER BY id", (scope,)
        )
        return tuple(map(_watch, rows))

    async def of_person(self, maker: str) -> tuple[Watch, ...]:
        """Those that somebody, by pseudonym, has in direct messages."""
        rows = await self._database.rows(
            "SELECT * FROM watches WHERE scope = ? AND maker = ? ORDER BY id", (_DIRECT, maker)
        )
        return tuple(map(_watch, rows))

    async def remove(
        self, numbers: Iterable[int], notices: Sequence[tuple[int, Payload]] = ()
    ) -> None:
        """Forget watches, and what was to be said for them and for no other in their channels.

        ``notices`` are what is to be said of it, each in its channel.
        """
        async with self._database.write() as transaction:
            for number in numbers:
                await _end(transaction, "id = ?", number)
            await _write_down(transaction, notices)

    async def leave(self, scope: str) -> None:
        """Forget a server's watches and all that was to be said in its channels."""
        async with self._database.write() as transaction:
            await _end(transaction, "scope = ?", scope)

    async def looked(
        self,
        version: str,
        seen: Mapping[Watch, Sequence[Seen]],
        posts: Sequence[tuple[int, Payload]],
    ) -> bool:
        """Note at once what watches have seen in a version, and what is to be said of it.

        Nothing is noted, and False returned, where another process has noted it since the watches
        were read, or one of them was removed: it would be said twice, or to nobody.
        """
        async with self._database.write() as transaction:
            for watch in seen:
                held = await transaction.rows(
                    "SELECT 1 FROM watches WHERE id = ? AND version = ?",
                    (watch.number, watch.version),
                )
                if not held:
                    return False
            for watch, known in seen.items():
                await transaction.execute(
                    "UPDATE watches SET version = ?, seen = ? WHERE id = ?",
                    (version, _packed(known[-_MOST_SEEN:]), watch.number),
                )
            await _write_down(transaction, posts)
            return True

    async def texts(self) -> bytes | None:
        """What ``set_texts`` was given last."""
        row = await self._database.row("SELECT texts FROM watched_texts")
        return None if row is None else bytes(row["texts"])

    async def set_texts(self, texts: bytes) -> None:
        """Remember which texts the watches know."""
        async with self._database.write() as transaction:
            await transaction.execute("DELETE FROM watched_texts")
            await transaction.execute("INSERT INTO watched_texts VALUES (?)", (texts,))

    async def posts(self) -> tuple[Post, ...]:
        """What is still to be said, in order."""
        rows = await self._database.rows("SELECT * FROM posts ORDER BY id")
        return tuple(
            Post(
                row["id"],
                int(row["channel"]),
                int(row["nonce"]),
                json.loads(row["payload"]),
                bool(row["tried"]),
            )
            for row in rows
        )

    async def trying(self, post: int) -> bool:
        """Note that from now on it may have been said; False where another process has said it."""
        async with self._database.write() as transaction:
            tried = "UPDATE posts SET tried = 1 WHERE id = ?"
            return bool(await transaction.execute(tried, (post,)))

    async def said(self, post: int) -> None:
        """It has been said, or cannot be."""
        async with self._database.write() as transaction:
            await transaction.execute("DELETE FROM posts WHERE id = ?", (post,))


_DIRECT = "direct"


async def forget_watches(transaction: Transaction, maker: str) -> int:
    """Forget all watches that somebody, by pseudonym, has made, and all that was to be said."""
    await transaction.execute(
        "DELETE FROM posts WHERE json_extract(payload, '$.maker') = ?", (maker,)
    )
    return await _end(transaction, "maker = ?", maker)


async def _end(transaction: Transaction, which: str, value: Value) -> int:
    """Delete watches, and take back what was to be said for them; returns how many there were."""
    ended = await transaction.rows(
        f"DELETE FROM watches WHERE {which} RETURNING channel",  # noqa: S608 - from this file
        (value,),
    )
    for channel in {row["channel"] for row in ended}:
        await _take_back(transaction, channel)
    return len(ended)


async def _take_back(transaction: Transaction, channel: str) -> None:
    """Leave of the news for a channel what answers a question that is still watched there."""
    watched = await transaction.rows(
        "SELECT question, source, language FROM watches WHERE channel = ? ORDER BY id", (channel,)
    )
    for row in await transaction.rows("SELECT * FROM posts WHERE channel = ?", (channel,)):
        payload = json.loads(row["payload"])
        if "questions" not in payload:
            continue
        if left := _for_watched(payload, watched):
            await transaction.execute(
                "UPDATE posts SET payload = ? WHERE id = ?", (json.dumps(left), row["id"])
            )
        else:
            await transaction.execute("DELETE FROM posts WHERE id = ?", (row["id"],))


def _for_watched(payload: dict[str, Any], watched: Sequence[Row]) -> dict[str, Any] | None:
    """The news as far as it is for questions that are watched; ``None`` if it is for none."""
    questions, quotes = payload["questions"], payload["quotes"]
    by_question = {row["question"]: row for row in reversed(watched)}
    kept = [place for place, question in enumerate(questions) if question in by_question]
    everything = list(range(len(questions)))  # where an earlier release wrote it down
    asked = [
        [kept.index(place) for place in places if place in kept]
        for places in payload.get("asked", [everything] * len(quotes))
    ]
    left = [place for place, answered in enumerate(asked) if answered]
    if not left:
        return None
    same = (each for each in watched if each["source"] == payload["source"])
    own = {row["question"]: row for row in same}
    first = (by_question | own)[questions[kept[0]]]
    marked = payload["lengths"] if kept[0] == 0 else [0] * len(quotes)
    return payload | {
        "source": first["source"],
        "language": first["language"],
        "questions": [questions[place] for place in kept],
        "quotes": [quotes[place] for place in left],
        "asked": [asked[place] for place in left],
        "starts": [payload["starts"][place] for place in left],
        "lengths": [marked[place] for place in left],
    }


async def _write_down(transaction: Transaction, posts: Sequence[tuple[int, Payload]]) -> None:
    for channel, payload in posts:
        await transaction.execute(
            "INSERT INTO posts (channel, nonce, payload, tried) VALUES (?, ?, ?, 0)",
            (str(channel), str(secrets.randbits(63)), json.dumps(payload)),
        )


def _watch(row: Row) -> Watch:
    return Watch(
        row["id"],
        row["scope"],
        int(row["channel"]),
        int(row["contact"]),
        row["maker"],
        row["question"],
        row["source"],
        row["language"],
        row["version"],
        tuple(Seen(*each) for each in json.loads(zlib.decompress(row["seen"]))),
    )


def _packed(seen: Sequence[Seen]) -> bytes:
    return zlib.compress(json.dumps([[each.document, each.words] for each in seen]).encode())
