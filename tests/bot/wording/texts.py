"""How the tests read the texts of a language."""

from string import Formatter


def placeholders(text: str) -> frozenset[str]:
    """The names in braces that a text wants filled."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name)
