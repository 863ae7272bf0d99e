"""Memory that a process holds and does not use any more, given back to the system."""

import ctypes
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

from corpus.lazy_patterns import lazily

_MAPS: Final = Path("/proc/self/smaps")
_MAPPING: Final = lazily(  # one that cannot be written to, and of which no page ever was
    r"^(?P<start>[0-9a-f]+)-(?P<end>[0-9a-f]+) r-[x-]p .* (?P<file>/.*)\n"
    r"(?:[A-Z].*\n)*?Anonymous: +0 kB$",
    re.MULTILINE,
)
_MADV_DONTNEED: Final = 4  # <asm-generic/mman-common.h>


def give_back(library: str | None = None) -> None:
    """Give back what was freed, and what a shared library that has done its work is read from.

    Its code and constants are mapped from its file; what is used after all is read from there
    again. What was written to stays. Where the system is not Linux, or its C library another than
    GNU's, nothing happens.
    """
    if not sys.platform.startswith("linux"):
        return
    with suppress(OSError, AttributeError, ValueError):
        system = ctypes.CDLL(None)
        system.malloc_trim(0)
        for start, size in _unwritten(library) if library else ():
            system.madvise(ctypes.c_void_p(start), ctypes.c_size_t(size), _MADV_DONTNEED)


def _unwritten(library: str) -> Iterator[tuple[int, int]]:
    """Where a library is mapped as it is in its file, and how many bytes of it."""
    for found in _MAPPING.finditer(_MAPS.read_text("utf-8", "replace")):
        if Path(found["file"]).name.startswith(library):
            start, end = int(found["start"], 16), int(found["end"], 16)
            yield start, end - start
