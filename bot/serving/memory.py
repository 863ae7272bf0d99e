"""How a bot that runs for weeks takes memory from the system: `python -m benchmarks.speed bot`."""

import ctypes
import sys
from contextlib import suppress
from typing import Final

_M_MMAP_THRESHOLD: Final = -3  # both from <malloc.h> of GNU's C library
_M_ARENA_MAX: Final = -8
_ARENAS: Final = 2
_LARGE: Final = 128 << 10  # bytes: the library's own first threshold


def keep_small() -> None:
    """Have all threads share the same arenas, and large pieces go back when they are freed.

    Left alone, GNU's C library gives each thread an arena of its own, up to eight for each
    processor, and keeps ever larger pieces for later: 50 MB after some hundred questions. With any
    other library nothing happens.
    """
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            system = ctypes.CDLL(None)
            system.mallopt(_M_ARENA_MAX, _ARENAS)
            system.mallopt(_M_MMAP_THRESHOLD, _LARGE)
