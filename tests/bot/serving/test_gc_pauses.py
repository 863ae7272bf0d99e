"""Rules of collecting: no full collection by itself, no cycle kept for good, all put back."""

import asyncio
import gc
import weakref
from typing import Any

from bot.serving.gc_pauses import collected_seldom


class Node:
    """Something that can hold itself alive."""

    def __init__(self) -> None:
        self.self = self


async def test_no_full_collection_happens_by_itself() -> None:
    """The same objects, kept alive, set many off where collecting is left alone."""
    seen: list[int] = []

    def note(phase: str, info: dict[str, Any]) -> None:
        if phase == "start":
            seen.append(info["generation"])

    gc.callbacks.append(note)
    try:
        async with collected_seldom():
            seen.clear()
            kept = [[number] for number in range(300_000)]
            assert 1 in seen
            assert 2 not in seen
        kept += [[number] for number in range(300_000)]
        assert 2 in seen
    finally:
        gc.callbacks.remove(note)


async def test_what_holds_itself_alive_is_collected_in_time() -> None:
    gone = asyncio.Event()
    async with collected_seldom(every=0.01):
        node = weakref.ref(Node(), lambda _: gone.set())
        async with asyncio.timeout(20):
            await gone.wait()
        assert node() is None


async def test_the_former_ways_are_restored() -> None:
    before = gc.get_threshold()
    async with collected_seldom():
        assert gc.get_threshold() != before
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
