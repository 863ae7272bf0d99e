"""Patterns that are compiled when they are first used; all of them at a start take 0.06 s."""

import re
from typing import Any, AnyStr, cast


def lazily(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What ``re.compile`` returns, as far as one searches with it."""
    return cast("re.Pattern[AnyStr]", _Pattern(pattern, flags))


class _Pattern:
    def __init__(self, pattern: Any, flags: int) -> None:
        self._written = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Called but once for each name: what is found is kept."""
        found = getattr(re.compile(*self._written), name)
        setattr(self, name, found)
        return found
