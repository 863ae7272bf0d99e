"""Memory that a process holds and does not use any more, given back to the system."""

import ctypes
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

_MAPS: Final = Path("/proc/self/maps")
_MADV_DONTNEED: Final = 4  # <asm-generic/mman-common.h>


def give_back(library: str | None = None) -> None:
    """Give back what was freed, and the code of a shared library that has done its work.

    Code is mapped from the library's file and never written, so that what is called after all is
    read from there again. Where the system is not Linux, or its C library another than GNU's,
    nothing happens.
    """
    if not sys.platform.startswith("linux"):
        return
    with suppress(OSError, AttributeError, ValueError):
        system = ctypes.CDLL(None)
        system.malloc_trim(0)
        for start, size in _code_of(library) if library else ():
            system.madvise(ctypes.c_void_p(start), ctypes.c_size_t(size), _MADV_DONTNEED)


def _code_of(library: str) -> Iterator[tuple[int, int]]:
    """Where the code of a library is mapped, and how many bytes of it."""
    for line in _MAPS.read_text("utf-8", "replace").splitlines():
        addresses, rights, *rest = line.split(maxsplit=5)
        if rights == "r-xp" and Path(rest[-1]).name.startswith(library):
            start, end = (int(address, 16) for address in addresses.split("-"))
            yield start, end - start
