"""The bot with a probe in its event loop: ``wire_launch.py BASE_URL ARGUMENT...``.

Every 5 ms the probe asks to be woken and notes how late it is; what is later than 10 ms goes to
the file that ``WIRE_PROBE`` names, as the wall clock's time and the milliseconds. A second thread
notes where the event loop's thread stands while it is late.
"""

import asyncio
import os
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import Final, TextIO

import bot.running
from bot.__main__ import main
from bot.settings import Settings
from tests.wire.launch import redirect

TICK: Final = 0.005
LATE: Final = 0.010
STUCK: Final = 0.030

_serve = bot.running.run


class Probe:
    """Measures the event loop from inside, and looks at its stack from outside."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._woken = time.perf_counter()
        self._thread = threading.main_thread().ident

    async def tick(self) -> None:
        while True:
            await asyncio.sleep(TICK)
            now = time.perf_counter()
            late = now - self._woken - TICK
            self._woken = now
            if late > LATE:
                self._file.write(f"late {time.time():.3f} {late * 1000:.1f}\n")

    def watch(self) -> None:
        while True:
            time.sleep(TICK)
            if time.perf_counter() - self._woken > STUCK and self._thread is not None:
                frame = sys._current_frames().get(self._thread)
                where = [f"{f.filename}:{f.lineno}" for f in traceback.extract_stack(frame)[-6:]]
                self._file.write(f"stuck {time.time():.3f} {' < '.join(reversed(where))}\n")
                time.sleep(STUCK)


async def run(settings: Settings) -> None:
    probe = Probe(Path(os.environ["WIRE_PROBE"]).open("w", buffering=1))  # noqa: ASYNC230, SIM115
    ticking = asyncio.create_task(probe.tick())
    threading.Thread(target=probe.watch, daemon=True).start()
    try:
        await _serve(settings)
    finally:
        ticking.cancel()


if __name__ == "__main__":
    bot.running.run = run
    redirect(sys.argv.pop(1))
    main()
