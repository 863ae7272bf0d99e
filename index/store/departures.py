"""Scopes that the bot was taken out of: noted at once, and what is stored of them dropped later."""

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Final

from index.store.database import Database

_OF_A_SCOPE: Final = ("rules", "questions", "departures")
"""The tables whose rows go when their scope does."""


class Departures:
    """Which scopes were left, and since when."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def scopes(self) -> frozenset[str]:
        """The scopes of which anything is stored."""
        rows = await self._database.rows(
            "SELECT scope FROM rules UNION SELECT scope FROM questions"
            " UNION SELECT scope FROM departures"
        )
        return frozenset(row["scope"] for row in rows)

    async def note(self, scopes: Collection[str]) -> None:
        """Note that the bot was taken out of these; the time of what was noted before stays."""
        now = datetime.now(UTC).isoformat(timespec="microseconds")
        async with self._database.write() as transaction:
            await transaction.execute_many(
                "INSERT OR IGNORE INTO departures VALUES (?, ?)", [(each, now) for each in scopes]
            )

    async def cancel(self, scopes: Collection[str]) -> None:
        """Forget that the bot was taken out of these."""
        async with self._database.write() as transaction:
            await transaction.execute_many(
                "DELETE FROM departures WHERE scope = ?", [(scope,) for scope in scopes]
            )

    async def drop(self, before: datetime) -> tuple[str, ...]:
        """Delete all that is stored of scopes that were left before a moment; returns them.

        The moment must know its zone.
        """
        async with self._database.write() as transaction:
            rows = await transaction.rows(
                "SELECT scope FROM departures WHERE at < ?", (before.astimezone(UTC).isoformat(),)
            )
            scopes = [(row["scope"],) for row in rows]
            for table in _OF_A_SCOPE:
                await transaction.execute_many(
                    f"DELETE FROM {table} WHERE scope = ?",  # noqa: S608 - names from this file
                    scopes,
                )
        return tuple(scope for (scope,) in scopes)
