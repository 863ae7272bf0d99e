"""What must be remembered and cannot be made again: votes, rules, the audit, a question log.

People and scopes are opaque texts. A person is only ever stored as a pseudonym, a keyed hash
whose key is made on first use and stays in this file.
"""

import asyncio
import hashlib
import hmac
import json
import logging
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from index.errors import DatabaseError
from index.store.database import Database
from index.store.departures import Departures
from index.store.kept import Asked, AuditEntry, Forgotten, Votes
from index.store.migrations import RECORDS
from index.store.watches import Watches, forget_watches

__all__ = ["Asked", "AuditEntry", "Forgotten", "Json", "Records", "Votes"]

log = logging.getLogger("verbatim.index")

Json = str | int | bool | None | list[str] | list[int]

_LOOK = 0.5  # seconds between two looks at whether another process has written
_NEVER_READ = -1
_KEY = "pseudonym key"
_PSEUDONYM_LENGTH = 32  # hexadecimal digits: 128 bits


class Records:
    """The open records; make one with ``Records.open``."""

    def __init__(self, database: Database, key: bytes) -> None:
        self._database = database
        self._key = key
        self._rules: dict[str, Mapping[str, Json]] = {}
        self._mark = _NEVER_READ
        self._reading = asyncio.Lock()
        self.watches = Watches(self._database)
        self.departures = Departures(self._database)

    @classmethod
    @asynccontextmanager
    async def open(cls, path: Path) -> AsyncIterator[Self]:
        """Open or create the file; raises ``DatabaseError``."""
        async with Database.open(path, RECORDS) as database:
            async with database.write() as transaction:
                await transaction.execute(
                    "INSERT OR IGNORE INTO notes VALUES (?, ?)", (_KEY, secrets.token_hex(32))
                )
            row = await database.row("SELECT value FROM notes WHERE name = ?", (_KEY,))
            assert row is not None  # noqa: S101 - inserted above
            records = cls(database, bytes.fromhex(row["value"]))
            await records._catch_up()
            following = asyncio.create_task(records._follow())
            try:
                yield records
            finally:
                following.cancel()
                await asyncio.wait([following])

    async def _follow(self) -> None:
        """Take over, within half a second, what other processes set."""
        while True:
            await asyncio.sleep(_LOOK)
            try:
                await self._catch_up()
            except DatabaseError as error:
                log.warning("%s", error)

    async def _catch_up(self) -> None:
        """Read the rules anew, where anything has been written since."""
        async with self._reading:
            mark = self._database.mark()
            if mark != self._mark:
                rows = await self._database.rows("SELECT scope, rules FROM rules")
                rules = {row["scope"]: json.loads(row["rules"]) for row in rows}
                self._rules, self._mark = rules, mark

    def pseudonym(self, person: str) -> str:
        """The same 32 hexadecimal digits for the same person, and no way back without the key."""
        digest = hmac.new(self._key, person.encode(), hashlib.sha256)
        return digest.hexdigest()[:_PSEUDONYM_LENGTH]

    async def vote(self, person: str, quote: str, *, useful: bool | None) -> None:
        """Set, change or (with ``None``) take back one person's vote on one quote."""
        who = self.pseudonym(person)
        async with self._database.write() as transaction:
            if useful is None:
                await transaction.execute(
                    "DELETE FROM votes WHERE person = ? AND quote = ?", (who, quote)
                )
            else:
                await transaction.execute(
                    "INSERT OR REPLACE INTO votes VALUES (?, ?, ?, ?)",
                    (who, quote, int(useful), _now()),
                )

    async def vote_of(self, person: str, quote: str) -> bool | None:
        """How this person voted on this quote, or ``None``."""
        row = await self._database.row(
            "SELECT useful FROM votes WHERE person = ? AND quote = ?",
            (self.pseudonym(person), quote),
        )
        return None if row is None else bool(row["useful"])

    async def votes(self, quote: str | None = None) -> Votes:
        """All votes on a quote, or on all."""
        (row,) = await self._database.rows(
            "SELECT total(useful) AS useful, total(1 - useful) AS useless FROM votes"
            " WHERE quote = coalesce(?, quote)",
            (quote,),
        )
        return Votes(int(row["useful"]), int(row["useless"]))

    async def found_useless(self, limit: int) -> tuple[tuple[str, Votes], ...]:
        """The quotes that people found useless, those first that most more did than did not."""
        rows = await self._database.rows(
            "SELECT quote, total(useful) AS useful, total(1 - useful) AS useless FROM votes"
            " GROUP BY quote HAVING useless > 0"
            " ORDER BY useless - useful DESC, useless DESC, quote LIMIT ?",
            (limit,),
        )
        return tuple((row["quote"], Votes(int(row["useful"]), int(row["useless"]))) for row in rows)

    def rules(self, scope: str) -> Mapping[str, Json]:
        """What was set for a scope; empty when nothing was. All are in memory from the start.

        What another process sets holds half a second later.
        """
        return self._rules.get(scope, {})

    async def set_rules(self, scope: str, rules: Mapping[str, Json]) -> None:
        """Replace a scope's rules; they hold at once."""
        async with self._database.write() as transaction:
            await transaction.execute(
                "INSERT OR REPLACE INTO rules VALUES (?, ?)", (scope, json.dumps(dict(rules)))
            )
        await self._catch_up()

    async def audit(self, person: str, action: str, outcome: str, detail: str = "") -> None:
        async with self._database.write() as transaction:
            await transaction.execute(
                "INSERT INTO audit (at, person, action, outcome, detail) VALUES (?, ?, ?, ?, ?)",
                (_now(), self.pseudonym(person), action, outcome, detail),
            )

    async def audit_trail(self, limit: int = 20) -> tuple[AuditEntry, ...]:
        """The last entries, newest first."""
        rows = await self._database.rows("SELECT * FROM audit ORDER BY id DESC LIMIT ?", (limit,))
        return tuple(
            AuditEntry(
                at=datetime.fromisoformat(row["at"]),
                person=row["person"],
                action=row["action"],
                outcome=row["outcome"],
                detail=row["detail"],
            )
            for row in rows
        )

    async def log_question(self, person: str, scope: str, question: str, *, answered: bool) -> None:
        async with self._database.write() as transaction:
            await transaction.execute(
                "INSERT INTO questions (at, person, scope, question, answered)"
                " VALUES (?, ?, ?, ?, ?)",
                (_now(), self.pseudonym(person), scope, question, int(answered)),
            )

    async def drop_questions(self, before: datetime) -> int:
        """Delete what was logged before a moment, which must know its zone; returns how many."""
        async with self._database.write() as transaction:
            return await transaction.execute(
                "DELETE FROM questions WHERE at < ?", (before.astimezone(UTC).isoformat(),)
            )

    async def questions_kept(self) -> tuple[int, int]:
        """How many logged questions there are, and how many of them found nothing."""
        (row,) = await self._database.rows(
            "SELECT count(*) AS asked, total(1 - answered) AS unanswered FROM questions"
        )
        return int(row["asked"]), int(row["unanswered"])

    async def unanswered(self, limit: int) -> tuple[Asked, ...]:
        """The logged questions that found nothing, the most asked first, then the newest.

        Those that differ in letter case alone count as one.
        """
        rows = await self._database.rows(
            "SELECT question, count(*) AS times, max(id) AS newest FROM questions"
            " WHERE NOT answered GROUP BY lower(question) ORDER BY times DESC, newest DESC LIMIT ?",
            (limit,),
        )
        return tuple(Asked(row["question"], row["times"]) for row in rows)

    async def forget(self, person: str) -> Forgotten:
        """Delete a person's votes, logged and standing questions; the audit stays, of nobody."""
        who = (self.pseudonym(person),)
        async with self._database.write() as transaction:
            return Forgotten(
                votes=await transaction.execute("DELETE FROM votes WHERE person = ?", who),
                questions=await transaction.execute("DELETE FROM questions WHERE person = ?", who),
                watches=await forget_watches(transaction, *who),
                audited=await transaction.execute(
                    "UPDATE audit SET person = '' WHERE person = ?", who
                ),
            )

    async def drop_departed(self, before: datetime) -> tuple[str, ...]:
        """Delete all that is stored of scopes that were left before a moment; returns them.

        The moment must know its zone.
        """
        dropped = await self.departures.drop(before)
        await self._catch_up()
        return dropped

    async def note(self, name: str) -> str | None:
        row = await self._database.row("SELECT value FROM notes WHERE name = ?", (name,))
        return None if row is None else str(row["value"])

    async def set_note(self, name: str, value: str) -> None:
        async with self._database.write() as transaction:
            await transaction.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, value))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
