"""Keeps Python's full garbage collections out of the way of answers.

A full collection looks at every object while nothing else runs: 50 to 130 ms in a bot that
rebuilds an index of 20,000 passages (`python -m benchmarks.wire`). Nearly all of it is looked at
in vain: what is there at the start stays, and what a reindex makes is freed without a collection.
"""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

HOUR: Final = 3600.0

_NEVER: Final = 1_000_000
"""How many middle collections go before a full one that Python starts by itself."""


@asynccontextmanager
async def collected_seldom(every: float = HOUR) -> AsyncIterator[None]:
    """Set aside what is there, and look in full only at the rest, only ``every`` so many seconds.

    Young objects are collected as before, and all is restored in the end.
    """
    before = gc.get_threshold()
    gc.collect()
    gc.freeze()
    gc.set_threshold(*before[:2], _NEVER)
    collecting = asyncio.create_task(_collect(every))
    try:
        yield
    finally:
        collecting.cancel()
        gc.set_threshold(*before)
        gc.unfreeze()


async def _collect(every: float) -> None:
    while True:
        await asyncio.sleep(every)
        gc.collect()
