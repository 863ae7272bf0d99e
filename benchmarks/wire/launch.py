"""The bot with a probe in its event loop: ``launch.py BASE_URL ARGUMENT...``.

Every 5 ms the probe asks to be woken and notes how late it is; what is later than 10 ms goes to
the file that ``WIRE_PROBE`` names: the time, the milliseconds, and how many of these the process
was computing and not kept waiting by a busy machine. A second thread notes where all the others
stand while it is late. ``WIRE_WITHOUT`` names modules that are to be missing.
"""

import asyncio
import os
import sys
import threading
import time
import traceback
from pathlib import Path
from types import FrameType
from typing import Final, TextIO

import bot.serving.running
from bot.__main__ import main
from bot.settings import Settings
from tests.wire.launch import redirect

TICK: Final = 0.005
LATE: Final = 0.010
STUCK: Final = 0.030

_serve = bot.serving.running.run


class Probe:
    """Measures the event loop from inside, and looks at its stack from outside."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._woken = time.perf_counter()
        self._used = time.process_time()

    async def tick(self) -> None:
        while True:
            await asyncio.sleep(TICK)
            now = time.perf_counter()
            used = time.process_time()
            late = now - self._woken - TICK
            own = min(late, used - self._used)
            self._woken, self._used = now, used
            if late > LATE:
                self._file.write(f"late {time.time():.3f} {late * 1000:.1f} {own * 1000:.1f}\n")

    def watch(self) -> None:
        """Note every thread's place: one that holds the interpreter's lock stalls the loop too."""
        while True:
            time.sleep(TICK)
            if time.perf_counter() - self._woken > STUCK:
                for thread, frame in sys._current_frames().items():
                    if thread != threading.get_ident():
                        self._file.write(f"stuck {time.time():.3f} {_place(frame)}\n")
                time.sleep(STUCK)


def _place(frame: FrameType) -> str:
    """The innermost calls first, as file:line."""
    calls = reversed(traceback.extract_stack(frame)[-6:])
    return " < ".join(f"{call.filename}:{call.lineno}" for call in calls)


async def run(settings: Settings) -> None:
    probe = Probe(Path(os.environ["WIRE_PROBE"]).open("w", buffering=1))  # noqa: ASYNC230, SIM115
    ticking = asyncio.create_task(probe.tick())
    threading.Thread(target=probe.watch, daemon=True).start()
    try:
        await _serve(settings)
    finally:
        ticking.cancel()


if __name__ == "__main__":
    sys.modules |= dict.fromkeys(os.environ.get("WIRE_WITHOUT", "").split())  # type: ignore[arg-type]
    if "WIRE_PROBE" in os.environ:
        bot.serving.running.run = run
    redirect(sys.argv.pop(1))
    main()
