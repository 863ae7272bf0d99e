"""Patterns that are compiled when they are first used: those of dates take 0.03 s together."""

import re
from typing import Any, cast


def lazily(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` returns, as far as one searches with it."""
    return cast("re.Pattern[str]", _Pattern(pattern, flags))


class _Pattern:
    def __init__(self, pattern: str, flags: int) -> None:
        self._written = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Called but once for each name: what is found is kept."""
        found = getattr(re.compile(*self._written), name)
        setattr(self, name, found)
        return found
