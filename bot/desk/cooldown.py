"""How often somebody may ask: a number of uses in any span of so many seconds."""

import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from bot.settings import Rate


@dataclass(frozen=True, slots=True)
class Wait:
    """A refusal: how long to wait, and whether it is this person's first since the last use."""

    seconds: float
    first: bool


class Cooldown:
    """A sliding window for each key. ``clock`` tells seconds and never goes back."""

    def __init__(self, rate: Rate, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate
        self._clock = clock
        self._uses: dict[str, deque[float]] = {}
        self._refused: dict[str, set[str]] = {}
        self._pruned = clock()

    def use(self, key: str, person: str = "") -> Wait | None:
        """Count one use by some person, or refuse it and count nothing."""
        now = self._clock()
        if now - self._pruned >= self._rate.seconds:
            self._prune(now)
        uses = self._uses.setdefault(key, deque())
        while uses and uses[0] <= now - self._rate.seconds:
            uses.popleft()
        if len(uses) >= self._rate.uses:
            told = self._refused.setdefault(key, set())
            first = person not in told
            told.add(person)
            return Wait(uses[0] + self._rate.seconds - now, first)
        uses.append(now)
        self._refused.pop(key, None)
        return None

    def _prune(self, now: float) -> None:
        """Forget whoever has not used anything of late: nobody's id is kept for longer."""
        before, self._pruned = now - self._rate.seconds, now
        self._uses = {key: uses for key, uses in self._uses.items() if uses and uses[-1] > before}
        self._refused = {key: told for key, told in self._refused.items() if key in self._uses}
