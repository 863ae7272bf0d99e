"""The measurement over the wire finds the process that it starts."""

from benchmarks.wire.__main__ import LAUNCHER


def test_the_launcher_is_there() -> None:
    """Where it is not, the bot ends at once and its first line is waited for in vain."""
    assert LAUNCHER.is_file()
